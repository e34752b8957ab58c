package dev.roi.governance.sweep;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.governance.sweep.Sweep.Change;
import dev.roi.governance.sweep.Sweep.Interval;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.AnyOf;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides a history under every value of a threshold that can make a difference. For use by one thread. */
final class Sweeping {

    /** So many whole values are simply all tried. */
    private static final int FEW = 64;

    private static final Exact HALF = Exact.ONE.dividedBy(Exact.of(2));

    private final PolicyFiles files;
    private final Policy policy;
    private final Threshold threshold;
    private final Range range;
    private final boolean isWhole;
    private final Use use;
    private final Set<IndicatorId> tolerated;
    private final Engine engine;
    private final Map<Exact, Engine> engines = new HashMap<>();

    Sweeping(PolicyFiles files, Policy policy, ThresholdId id) {
        this.files = files;
        this.policy = policy;
        this.threshold = threshold(id);
        this.range = narrowed(threshold);
        this.isWhole = isWhole(threshold.unit());
        this.engine = Engine.of(policy.withoutNotes());
        this.tolerated = new HashSet<>();
        this.use = Stream.of(least(), most())
                .map(end -> use(read(end)))
                .max(Comparator.naturalOrder())
                .orElse(Use.RULES);
        engines.put(threshold.value(), engine);
    }

    /** What reads the threshold. */
    private enum Use {
        /** Rules only. */
        RULES,
        /** Rules, and indicators as their tolerance. */
        TOLERANCE,
        /** Something else of the policy too. */
        ANYTHING
    }

    private Use use(Policy other) {
        boolean isElsewhere = !other.monthKinds().equals(policy.monthKinds())
                || !other.trend().equals(policy.trend());
        if (other.indicators().equals(policy.indicators())) {
            return isElsewhere ? Use.ANYTHING : Use.RULES;
        }
        for (Indicator indicator : policy.indicators().indicators()) {
            Indicator changed = other.indicators().indicator(indicator.id());
            if (!changed.tolerance().equals(indicator.tolerance())) {
                tolerated.add(indicator.id());
            }
            isElsewhere |= !changed.tolerating(indicator.tolerance()).equals(indicator);
        }
        return isElsewhere ? Use.ANYTHING : Use.TOLERANCE;
    }

    private Threshold threshold(ThresholdId id) {
        return Optional.ofNullable(policy.thresholds().get(id)).orElseThrow();
    }

    private static boolean isWhole(Unit unit) {
        return unit.equals(Unit.MONTHS) || unit.equals(Unit.COUNT) || unit.id().equals("points");
    }

    /** The values beside which no other threshold has to move. */
    private Range narrowed(Threshold swept) {
        List<Exact> least = new ArrayList<>(swept.range().least().stream().toList());
        List<Exact> most = new ArrayList<>(swept.range().most().stream().toList());
        swept.atMost().ifPresent(other -> most.add(policy.limit(other)));
        policy.thresholds().values().stream()
                .filter(other -> other.atMost().filter(swept.id()::equals).isPresent())
                .forEach(other -> least.add(other.value()));
        return new Range(
                least.stream().max(Comparator.naturalOrder()), most.stream().min(Comparator.naturalOrder()));
    }

    private Exact least() {
        return range.least().orElse(threshold.value());
    }

    private Exact most() {
        return range.most().orElse(threshold.value());
    }

    private Policy read(Exact value) {
        return Engine.read(files, Map.of(threshold.id(), value));
    }

    private Engine engine(Exact value) {
        return engines.computeIfAbsent(
                value, other -> engine.adaptedTo((use == Use.ANYTHING ? read(other) : with(other)).withoutNotes()));
    }

    private Policy with(Exact value) {
        return policy.with(
                threshold.id(),
                value,
                indicator -> tolerated.contains(indicator.id()) ? indicator.tolerating(value) : indicator);
    }

    /** One month of a scope, the values that the threshold is compared with, and what is decided at those tried. */
    private record Month(
            Scorecard scorecard, YearMonth month, NavigableSet<Exact> cuts, NavigableMap<Exact, Decision> decided) {

        /** The decision at a value: that of the cut itself, or of what was tried between the cuts beside it. */
        Decision at(Exact value, boolean isWhole) {
            Decision tried = decided.get(value);
            if (tried != null) {
                return tried;
            }
            if (isWhole) {
                return Optional.ofNullable(decided.floorEntry(value))
                        .orElseThrow()
                        .getValue();
            }
            Exact least = Optional.ofNullable(cuts.lower(value)).orElseThrow();
            Exact most = Optional.ofNullable(cuts.higher(value)).orElseThrow();
            return Optional.ofNullable(decided.get(between(least, most))).orElseThrow();
        }
    }

    private static Exact between(Exact least, Exact most) {
        return least.plus(most).times(HALF);
    }

    Sweep over(Collection<Scorecard> scorecards) {
        List<Fault> faults = new ArrayList<>(isEachTried() ? List.of() : calculating());
        scorecards.forEach(scorecard -> faults.addAll(ScorecardCheck.faults(scorecard, policy.indicators())));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        List<Month> months = new ArrayList<>();
        NavigableSet<Exact> ends = new TreeSet<>(List.of(least(), most()));
        scorecards.stream()
                .sorted(Comparator.comparing(Scorecard::scope))
                .forEach(scorecard -> scorecard.completeMonths().forEach(month -> {
                    Month decided = decided(scorecard, month);
                    months.add(decided);
                    ends.addAll(flips(decided));
                }));
        return new Sweep(
                policy.ref(), threshold.id(), threshold.value(), threshold.unit(), range, intervals(months, ends));
    }

    private boolean isEachTried() {
        return isWhole && !most().minus(least()).isAbove(Exact.of(FEW));
    }

    /** Where rules count or calculate with the threshold, the values at which they turn cannot be read off single facts. */
    private List<Fault> calculating() {
        return policy.rules().values().stream()
                .filter(rule ->
                        rule.elements().stream().flatMap(Element::allItems).anyMatch(this::calculates))
                .map(rule -> new Fault(
                        PolicyCode.NOT_ALLOWED.id(),
                        Severity.ERROR,
                        rule.place(),
                        "rule `%s` counts or calculates with threshold `%s`: a sweep cannot find the values at which decisions turn."
                                .formatted(rule.id(), threshold.id()),
                        Optional.of("Compare two of its values with `diff`, or try one with `review --set`.")))
                .toList();
    }

    private boolean calculates(Item item) {
        boolean isCompared = item instanceof Constraint constraint
                && constraint.limit().filter(threshold.id()::equals).isPresent();
        if (item instanceof AnyOf any) {
            return any.items().stream().anyMatch(this::calculates);
        }
        return !isCompared
                && item.expressions()
                        .flatMap(Expression::parts)
                        .anyMatch(part -> part instanceof Expression.Limit limit
                                && limit.threshold().equals(threshold.id()));
    }

    private Month decided(Scorecard scorecard, YearMonth month) {
        NavigableSet<Exact> cuts = cuts(scorecard, month);
        NavigableMap<Exact, Decision> decided = new TreeMap<>();
        for (Exact value : tried(cuts)) {
            decided.put(value, decide(scorecard, month, value));
        }
        return new Month(scorecard, month, cuts, decided);
    }

    private Decision decide(Scorecard scorecard, YearMonth month, Exact value) {
        return engine(value).decide(scorecard, ReviewRequest.LATEST.forMonth(month));
    }

    /** The cuts and a value between each two; of whole values those at and beside each cut. */
    private NavigableSet<Exact> tried(NavigableSet<Exact> cuts) {
        NavigableSet<Exact> tried = new TreeSet<>();
        Exact before = null;
        for (Exact cut : cuts) {
            if (isWhole) {
                Exact whole = floor(cut);
                Stream.of(whole.minus(Exact.ONE), whole, whole.plus(Exact.ONE))
                        .filter(range::contains)
                        .forEach(tried::add);
            } else {
                tried.add(cut);
                if (before != null) {
                    tried.add(between(before, cut));
                }
            }
            before = cut;
        }
        return tried;
    }

    private static Exact floor(Exact number) {
        return Exact.of(number.comparable().setScale(0, RoundingMode.FLOOR));
    }

    /** The values that the threshold is compared with in a month, and the ends of its range. */
    private NavigableSet<Exact> cuts(Scorecard scorecard, YearMonth month) {
        NavigableSet<Exact> cuts = new TreeSet<>(List.of(least(), most()));
        if (isEachTried()) {
            for (Exact value = least(); !value.isAbove(most()); value = value.plus(Exact.ONE)) {
                cuts.add(value);
            }
            return cuts;
        }
        Assessment assessment = Assessment.of(policy, scorecard, month);
        for (Fact fact : assessment.facts()) {
            for (Rule rule : policy.rules().values()) {
                rule.allConditions()
                        .filter(condition -> condition.type() == fact.type())
                        .flatMap(Element::allItems)
                        .flatMap(Item::constraints)
                        .forEach(constraint -> compared(constraint, fact, cuts));
            }
        }
        for (Indicator indicator : policy.indicators().indicators()) {
            if (use == Use.ANYTHING || tolerated.contains(indicator.id())) {
                read(indicator, assessment, cuts);
            }
        }
        cuts.removeIf(value -> !range.contains(value));
        return cuts;
    }

    private void compared(Constraint constraint, Fact fact, NavigableSet<Exact> cuts) {
        if (constraint.limit().filter(threshold.id()::equals).isPresent()) {
            constraint
                    .field()
                    .number(fact)
                    .ifPresent(figure -> cuts.addAll(List.of(figure.estimate(), figure.least(), figure.most())));
        }
    }

    /** What a tolerance, a target or an objective is held against: each reading, and how far it is from its baseline. */
    private void read(Indicator indicator, Assessment assessment, NavigableSet<Exact> cuts) {
        Optional<Exact> baseline = assessment
                .indicator(indicator.id())
                .definedBaseline()
                .map(Baseline.Defined::value)
                .filter(value -> !value.isZero());
        boolean isJudging = policy.indicators().blocks().stream()
                .anyMatch(block -> block.judgedBy().contains(indicator.id()));
        List<Reading> readings = new ArrayList<>(isJudging ? assessment.readings(indicator) : List.of());
        assessment.indicator(indicator.id()).latest().ifPresent(readings::add);
        for (Reading reading : readings) {
            reading.known().ifPresent(known -> {
                Exact doubt = known.uncertainty().orElse(Exact.ZERO);
                List<Exact> counted = new ArrayList<>(List.of(known.value()));
                known.by()
                        .values()
                        .forEach(parts -> Optional.ofNullable(parts.get(Breakdown.UNASSIGNED))
                                .ifPresent(part -> counted.add(known.value().minus(part.value()))));
                for (Exact value : counted) {
                    for (Exact at : List.of(value, value.minus(doubt), value.plus(doubt))) {
                        if (use == Use.ANYTHING) {
                            cuts.add(at);
                        }
                        baseline.ifPresent(base -> cuts.add(
                                at.minus(base).magnitude().times(Exact.HUNDRED).dividedBy(base.magnitude())));
                    }
                }
            });
        }
    }

    /** Where a month is decided otherwise: the cut itself; of whole values the first on the other side. */
    private NavigableSet<Exact> flips(Month month) {
        NavigableSet<Exact> flips = new TreeSet<>();
        Map.Entry<Exact, Decision> before = null;
        for (Map.Entry<Exact, Decision> entry : month.decided().entrySet()) {
            if (before != null && before.getValue() != entry.getValue()) {
                boolean isAfter = isWhole || month.cuts().contains(entry.getKey());
                flips.add(isAfter ? entry.getKey() : before.getKey());
            }
            before = entry;
        }
        return flips;
    }

    private List<Interval> intervals(List<Month> months, NavigableSet<Exact> ends) {
        List<Interval> intervals = new ArrayList<>();
        for (Interval piece : isWhole ? runs(months, ends) : pieces(months, ends)) {
            int last = intervals.size() - 1;
            if (last >= 0 && isSame(intervals.get(last), piece)) {
                Interval before = intervals.get(last);
                intervals.set(
                        last,
                        new Interval(
                                before.least(),
                                before.leastIncluded(),
                                piece.most(),
                                piece.mostIncluded(),
                                before.decisions(),
                                before.changes()));
            } else {
                intervals.add(piece);
            }
        }
        return intervals;
    }

    private static boolean isSame(Interval one, Interval other) {
        return one.decisions().equals(other.decisions()) && one.changes().equals(other.changes());
    }

    /** Whole values from each end to the one before the next. */
    private List<Interval> runs(List<Month> months, NavigableSet<Exact> ends) {
        List<Interval> runs = new ArrayList<>();
        for (Exact first : ends) {
            Exact next = ends.higher(first);
            Exact last = next == null ? first : next.minus(Exact.ONE);
            runs.add(interval(first, true, last, true, months, first));
        }
        return runs;
    }

    private List<Interval> pieces(List<Month> months, NavigableSet<Exact> ends) {
        List<Interval> pieces = new ArrayList<>();
        for (Exact end : ends) {
            Exact before = ends.lower(end);
            if (before != null) {
                pieces.add(interval(before, false, end, false, months, between(before, end)));
            }
            pieces.add(interval(end, true, end, true, months, end));
        }
        return pieces;
    }

    private Interval interval(Exact least, boolean leastIn, Exact most, boolean mostIn, List<Month> months, Exact at) {
        Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
        List<Change> changes = new ArrayList<>();
        for (Month month : months) {
            Decision decision = month.at(at, isWhole);
            Decision today = month.at(threshold.value(), isWhole);
            decisions.merge(decision, 1, Integer::sum);
            if (decision != today) {
                changes.add(new Change(month.scorecard().scope(), month.month(), today, decision));
            }
        }
        return new Interval(least, leastIn, most, mostIn, decisions, changes);
    }
}
