package dev.roi.governance.scenario;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Threshold;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a case that a policy and a mutant of it decide differently: one of the cases there are, or one of them with a
 * reading at, or just beside, what the change is about. For use by one thread.
 */
final class Suggestion {

    static final String TITLE = "  - scenario: ";

    /** How many cases are tried before the search is given up. */
    private static final int MOST_TRIES = 600;

    /** The most decimals of a number that people are to read. */
    private static final int DECIMALS = 6;

    /** A part that no register has. */
    private static final String UNHEARD_OF = "elsewhere";

    private static final Unit MONTHS = new Unit("months");

    private final Engine original;
    private final Engine changed;
    private final Mutant mutant;
    private final Policy policy;
    private final List<Rule> rules;
    private final List<Threshold> thresholds;

    Suggestion(Engine original, Engine changed, Mutant mutant) {
        this.original = original;
        this.changed = changed;
        this.mutant = mutant;
        this.policy = original.policy();
        this.rules = mutant.rules().stream()
                .flatMap(id -> Optional.ofNullable(policy.rules().get(id)).stream())
                .toList();
        Set<ThresholdId> ids = new LinkedHashSet<>();
        mutant.threshold().ifPresent(ids::add);
        rules.forEach(rule -> ids.addAll(rule.thresholds()));
        this.thresholds = ids.stream()
                .flatMap(id -> Optional.ofNullable(policy.thresholds().get(id)).stream())
                .toList();
    }

    /** Returns what a scenario that notices the mutant says after its name; nothing where none was found near those there are. */
    Optional<String> near(Scenarios scenarios) {
        List<Scenario> likely = Stream.concat(
                        scenarios.likelyFirst(mutant.rules()).stream(),
                        scenarios.cases().entrySet().stream().map(base -> alone(base.getKey(), base.getValue())))
                .toList();
        return Stream.concat(
                        likely.stream().map(scenario -> paste(scenario, unchanged(scenario))),
                        likely.stream()
                                .sorted(Comparator.comparingInt(Suggestion::wordiness))
                                .flatMap(scenario -> variations(scenario).map(variation -> paste(scenario, variation))))
                .limit(MOST_TRIES)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A case that scenarios build on, as if it were a scenario that changes nothing. */
    private static Scenario alone(String name, Scorecard scorecard) {
        return new Scenario(
                name,
                new Place("", 0, 0, ""),
                Map.of("case", name),
                Map.of(),
                scorecard,
                new Scenario.Expected(
                        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), Map.of()));
    }

    /** The less a scenario gives, the easier one beside it is to read. */
    private static int wordiness(Scenario scenario) {
        return scenario.given().size() + scenario.now().size();
    }

    /**
     * A case beside one that there is.
     *
     * @param given keys of the scenario that are otherwise
     * @param now readings of the reviewed month that are otherwise, as one writes them
     * @param scorecard the case
     */
    private record Variation(Map<String, String> given, Map<String, String> now, Scorecard scorecard) {}

    private static Variation unchanged(Scenario scenario) {
        return new Variation(Map.of(), Map.of(), scenario.scorecard());
    }

    private Stream<Variation> variations(Scenario scenario) {
        Scorecard scorecard = scenario.scorecard();
        return Stream.of(
                        indicators().stream().flatMap(id -> readings(scorecard, id)),
                        rules.stream().flatMap(rule -> together(scorecard, rule)),
                        uncertain(scorecard),
                        scenario.given().containsKey("earlier") ? Stream.<Variation>empty() : afterUnknown(scorecard),
                        otherwiseDefined(scorecard),
                        samples(scorecard),
                        scenario.given().containsKey("earlier") ? Stream.<Variation>empty() : withoutCases(scorecard),
                        scenario.given().containsKey("earlier") ? Stream.<Variation>empty() : lookingBack(scorecard),
                        scenario.given().containsKey("baselines") ? Stream.<Variation>empty() : baselines(scorecard),
                        scenario.given().containsKey("earlier") ? Stream.<Variation>empty() : months(scorecard),
                        scenario.given().containsKey("earlier") ? Stream.<Variation>empty() : earlier(scorecard),
                        firstUses(scorecard),
                        notDue(scorecard))
                .flatMap(candidates -> candidates)
                .filter(variation -> ScorecardCheck.faults(variation.scorecard(), policy.indicators())
                        .isEmpty());
    }

    private boolean asksFor(FactType type) {
        return rules.stream().flatMap(Rule::allConditions).anyMatch(condition -> condition.type() == type);
    }

    /** The indicators that the changed rules name; all of them where they name none, or where a tolerance was moved. */
    private List<IndicatorId> indicators() {
        List<IndicatorId> named = rules.stream()
                .flatMap(Rule::allConditions)
                .flatMap(condition -> named(condition).stream())
                .distinct()
                .toList();
        boolean tolerance = rules.isEmpty()
                && thresholds.stream().anyMatch(threshold -> threshold.unit().equals(Unit.PERCENT));
        return named.isEmpty() && (tolerance || asksFor(FactType.COMPARISON) || asksFor(FactType.UNKNOWN))
                ? policy.indicators().indicators().stream().map(Indicator::id).toList()
                : named;
    }

    private static List<IndicatorId> named(Condition condition) {
        return condition.constraints().stream()
                .filter(constraint -> constraint.field().kind() == FieldKind.INDICATOR)
                .flatMap(constraint -> constraint.words().stream())
                .map(IndicatorId::new)
                .toList();
    }

    /** Two readings at once, for a rule that asks for two: each at, or just beside, its own limit, or unknown. */
    private Stream<Variation> together(Scorecard scorecard, Rule rule) {
        List<Condition> asking = rule.conditions().stream()
                .filter(condition -> condition.type() == FactType.READING
                        || condition.type() == FactType.LATEST
                        || condition.type() == FactType.UNKNOWN)
                .toList();
        if (asking.size() != 2) {
            return Stream.empty();
        }
        return named(asking.get(0)).stream()
                .flatMap(one -> candidates(asking.get(0))
                        .flatMap(first -> named(asking.get(1)).stream()
                                .filter(other -> !other.equals(one))
                                .flatMap(other -> candidates(asking.get(1))
                                        .map(second -> new Variation(
                                                Map.of(),
                                                inOrder(one, written(first), other, written(second)),
                                                with(with(scorecard, one, first), other, second))))));
    }

    private static Map<String, String> together(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    private static Map<String, String> inOrder(IndicatorId one, String first, IndicatorId other, String second) {
        Map<String, String> now = new LinkedHashMap<>();
        now.put(one.value(), first);
        now.put(other.value(), second);
        return now;
    }

    private Stream<Reading> candidates(Condition condition) {
        Stream<Reading> beside = condition.constraints().stream()
                .flatMap(constraint -> constraint.limit().stream())
                .flatMap(id -> Optional.ofNullable(policy.thresholds().get(id)).stream())
                .flatMap(Suggestion::around)
                .map(Reading::of);
        return condition.type() == FactType.UNKNOWN
                ? Stream.of(UnknownReason.NOT_REPORTED, UnknownReason.NO_CASES).map(Reading::unknown)
                : beside;
    }

    /** A reading that may lie on either side of a limit of its own, for a rule about those. */
    private Stream<Variation> uncertain(Scorecard scorecard) {
        if (!asksFor(FactType.UNDETERMINED_AT_LIMIT)) {
            return Stream.empty();
        }
        return policy.indicators().indicators().stream()
                .map(Indicator::id)
                .flatMap(id -> policy.limitsOn(id).stream().map(limit -> {
                    Exact doubt = limit.value().isZero()
                            ? Exact.ONE
                            : readable(limit.value().magnitude().dividedBy(Exact.of(10)));
                    Reading reading = uncertain(limit.value().plus(doubt), doubt.plus(doubt));
                    return new Variation(Map.of(), Map.of(id.value(), written(reading)), with(scorecard, id, reading));
                }));
    }

    /** Such a reading after a month in which it was not known. */
    private Stream<Variation> afterUnknown(Scorecard scorecard) {
        Reading unknown = Reading.unknown(UnknownReason.NOT_REPORTED);
        return scorecard.snapshots().size() < 2
                ? Stream.empty()
                : uncertain(scorecard).map(variation -> {
                    IndicatorId id =
                            new IndicatorId(variation.now().keySet().iterator().next());
                    return new Variation(
                            Map.of("earlier", "{ 1: { %s: %s } }".formatted(id, written(unknown))),
                            variation.now(),
                            with(
                                    with(variation.scorecard(), 2, id, unknown),
                                    id,
                                    last(variation.scorecard()).reading(id)));
                });
    }

    /** A reading that rests on as many cases as it has to, or on one fewer, for a threshold that says how many. */
    private Stream<Variation> samples(Scorecard scorecard) {
        if (!rules.isEmpty()) {
            return Stream.empty();
        }
        return policy.indicators().indicators().stream()
                .filter(this::restsOnWhatMoved)
                .map(Indicator::id)
                .flatMap(id -> Stream.concat(
                                last(scorecard).reading(id).known().map(Reading.Known::value).stream(),
                                policy.limitsOn(id).stream()
                                        .flatMap(limit -> Stream.of(
                                                limit.value().plus(Exact.ONE),
                                                limit.value().minus(Exact.ONE))))
                        .flatMap(value ->
                                limits().stream().map(cases -> Reading.of(value).over(cases)))
                        .map(reading -> new Variation(
                                Map.of(), Map.of(id.value(), written(reading)), with(scorecard, id, reading))));
    }

    private boolean restsOnWhatMoved(Indicator indicator) {
        return indicator
                .trust()
                .leastSample()
                .filter(least -> thresholds.stream()
                        .anyMatch(threshold -> threshold.value().equals(least)))
                .isPresent();
    }

    /** A rate of no cases, this month and for as many months before as the change may be about. */
    private Stream<Variation> withoutCases(Scorecard scorecard) {
        if (!asksFor(FactType.UNKNOWN)) {
            return Stream.empty();
        }
        Reading none = Reading.unknown(UnknownReason.NO_CASES);
        return indicators().stream()
                .filter(id -> policy.indicators().indicator(id).unit().equals(Unit.PERCENT))
                .flatMap(id -> lengths(scorecard).map(length -> inARow(scorecard, length, id, none)));
    }

    /** The same reading in as many months as the change may be about, for a rule that looks back. */
    private Stream<Variation> lookingBack(Scorecard scorecard) {
        if (!asksFor(FactType.HISTORY)) {
            return Stream.empty();
        }
        return indicators().stream()
                .flatMap(id -> limits().stream()
                        .filter(value ->
                                policy.indicators().indicator(id).range().contains(value))
                        .flatMap(value ->
                                lengths(scorecard).map(length -> inARow(scorecard, length, id, Reading.of(value)))));
    }

    private Stream<Integer> lengths(Scorecard scorecard) {
        return Stream.concat(
                        Stream.of(1),
                        numbersOfMonths().map(number -> number.rounded(0).intValue()))
                .filter(length -> length > 0 && length <= scorecard.snapshots().size())
                .distinct();
    }

    private static Variation inARow(Scorecard scorecard, int length, IndicatorId id, Reading reading) {
        return new Variation(
                length == 1 ? Map.of() : Map.of("earlier", earlier(length, id, reading)),
                Map.of(id.value(), written(reading)),
                with(scorecard, length, id, reading));
    }

    private static String earlier(int length, IndicatorId id, Reading reading) {
        return IntStream.range(1, length)
                .mapToObj(before -> "%s: { %s: %s }".formatted(before, id, written(reading)))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** A reading with nothing to be compared with, or with a definition that its baseline has not. */
    private Stream<Variation> baselines(Scorecard scorecard) {
        if (!asksFor(FactType.COMPARISON)) {
            return Stream.empty();
        }
        return scorecard.baselines().keySet().stream().flatMap(id -> {
            Map<IndicatorId, Baseline> fewer = new TreeMap<>(scorecard.baselines());
            fewer.remove(id);
            Variation without = new Variation(
                    Map.of("baselines", "{ %s: none }".formatted(id)), Map.of(), withBaselines(scorecard, fewer));
            return Stream.concat(Stream.of(without), otherwiseDefined(scorecard, id).stream());
        });
    }

    /** A reading that is measured otherwise than what its change is held against. */
    private Stream<Variation> otherwiseDefined(Scorecard scorecard) {
        return asksFor(FactType.CHANGE)
                ? indicators().stream()
                        .flatMap(id -> otherwiseDefined(scorecard, id)
                                .flatMap(one -> policy.indicators()
                                        .indicator(id)
                                        .growsOver()
                                        .flatMap(base -> defined(one.scorecard(), base, "counted before"))
                                        .map(other -> new Variation(
                                                Map.of(), together(one.now(), other.now()), other.scorecard()))
                                        .or(() -> Optional.of(one)))
                                .stream())
                : Stream.empty();
    }

    private static Optional<Variation> otherwiseDefined(Scorecard scorecard, IndicatorId id) {
        return defined(scorecard, id, "counted anew");
    }

    private static Optional<Variation> defined(Scorecard scorecard, IndicatorId id, String definition) {
        return last(scorecard).reading(id).known().map(known -> {
            Reading reading = known.valued(known.value()).by(Map.of()).definedAs(definition);
            return new Variation(
                    Map.of(),
                    Map.of(id.value(), "{ value: %s, definition: %s }".formatted(known.value(), definition)),
                    with(scorecard, id, reading));
        });
    }

    private static Scorecard withBaselines(Scorecard scorecard, Map<IndicatorId, Baseline> baselines) {
        return scorecard.withBaselines(baselines);
    }

    /** A reading whose effects are not due yet, or only just. */
    private Stream<Variation> notDue(Scorecard scorecard) {
        if (!rules.isEmpty() || numbersOfMonths().findAny().isEmpty()) {
            return Stream.empty();
        }
        return policy.indicators().indicators().stream()
                .filter(indicator -> indicator.lagMonths() > 0)
                .flatMap(indicator -> {
                    Reading reading = Reading.unknown(UnknownReason.NOT_DUE);
                    return firstUses(with(scorecard, indicator.id(), reading))
                            .map(variation -> new Variation(
                                    variation.given(),
                                    Map.of(indicator.id().value(), UnknownReason.NOT_DUE.word()),
                                    variation.scorecard()));
                });
    }

    private List<Exact> limits() {
        return thresholds.stream().flatMap(Suggestion::around).toList();
    }

    /** A threshold's value, and the ones just beside it. */
    private static Stream<Exact> around(Threshold threshold) {
        return Stream.of(
                threshold.value(),
                threshold.value().plus(threshold.step()),
                threshold.value().minus(threshold.step()));
    }

    private Stream<Variation> readings(Scorecard scorecard, IndicatorId id) {
        Indicator indicator = policy.indicators().indicator(id);
        Snapshot last = last(scorecard);
        Set<Exact> values = new LinkedHashSet<>(limits());
        indicator
                .growsOver()
                .flatMap(base -> last.reading(base).known())
                .ifPresent(base -> limits().forEach(percent -> values.add(beside(base.value(), percent))));
        Optional<Exact> baseline = Optional.ofNullable(scorecard.baselines().get(id))
                .flatMap(given -> given.fold(defined -> Optional.of(defined.value()), undefined -> Optional.empty()));
        List<Reading> readings = new ArrayList<>();
        baseline.ifPresent(base -> {
            Exact tolerance = indicator.tolerance();
            values.add(base);
            for (Exact percent : List.of(tolerance, tolerance.plus(Exact.ONE), tolerance.minus(Exact.ONE))) {
                values.add(beside(base, percent));
                values.add(beside(base, percent.negated()));
            }
            Exact tolerated = readable(base.magnitude().times(tolerance).dividedBy(Exact.HUNDRED));
            readings.add(uncertain(beside(base, tolerance.plus(Exact.ONE)), tolerated));
            readings.add(uncertain(beside(base, tolerance.plus(Exact.ONE).negated()), tolerated));
        });
        values.stream()
                .flatMap(value -> indicator.counting() == Indicator.Counting.WHOLE ? wholes(value) : Stream.of(value))
                .distinct()
                .forEach(value -> readings.add(Reading.of(value)));
        readings.add(Reading.unknown(UnknownReason.NOT_REPORTED));
        last.reading(id).known().ifPresent(known -> readings.addAll(divided(indicator, known)));
        return readings.stream()
                .map(reading ->
                        new Variation(Map.of(), Map.of(id.value(), written(reading)), with(scorecard, id, reading)));
    }

    private static Exact beside(Exact base, Exact percent) {
        return readable(base.plus(base.times(percent).dividedBy(Exact.HUNDRED)));
    }

    /** The whole numbers on either side of a number, and the next ones beyond; a whole number itself. */
    private static Stream<Exact> wholes(Exact value) {
        if (value.isWhole()) {
            return Stream.of(value);
        }
        Exact nearest = Exact.of(value.rounded(0));
        Exact below = nearest.isAbove(value) ? nearest.minus(Exact.ONE) : nearest;
        Exact above = below.plus(Exact.ONE);
        return Stream.of(below, above, below.minus(Exact.ONE), above.plus(Exact.ONE));
    }

    private static Exact readable(Exact number) {
        return Exact.of(number.rounded(DECIMALS));
    }

    private static Reading uncertain(Exact value, Exact doubt) {
        return Reading.of(value).within(doubt);
    }

    /** The same amount, with one part at, or just beside, a share that the change is about. */
    private List<Reading> divided(Indicator indicator, Reading.Known known) {
        List<Reading> divided = new ArrayList<>();
        Optional<Dimension> dimension = indicator.breakdown().map(Breakdown::dimension);
        if (dimension.isEmpty() || !asksFor(FactType.PART) || indicator.additivity() == Indicator.Additivity.ENCLOSES) {
            return divided;
        }
        Map<String, Reading.Part> parts = known.by().getOrDefault(dimension.get(), Map.of());
        Set<String> names = new LinkedHashSet<>(parts.keySet());
        names.add(Breakdown.UNASSIGNED);
        names.add(UNHEARD_OF);
        for (String name : names) {
            for (Exact share : limits()) {
                Exact value = readable(known.value().times(share).dividedBy(Exact.HUNDRED));
                Optional<String> rest = names.stream()
                        .filter(other ->
                                !other.equals(name) && !other.equals(UNHEARD_OF) && !other.equals(Breakdown.UNASSIGNED))
                        .findFirst();
                if (value.signum() >= 0 && !value.isAbove(known.value()) && rest.isPresent()) {
                    Map<String, Reading.Part> two = new TreeMap<>();
                    two.put(name, Reading.Part.of(value));
                    two.put(rest.get(), Reading.Part.of(known.value().minus(value)));
                    divided.add(Reading.of(known.value()).by(dimension.get(), two));
                }
            }
        }
        return divided;
    }

    private Stream<Exact> numbersOfMonths() {
        Stream<Exact> first = asksFor(FactType.NOT_DUE) ? Stream.of(Exact.ZERO, Exact.ONE) : Stream.empty();
        Stream<Exact> limits = thresholds.stream()
                .filter(threshold -> threshold.unit().equals(MONTHS))
                .flatMap(Suggestion::around);
        return Stream.concat(first, limits).distinct();
    }

    /** The same case with a shorter history. */
    private Stream<Variation> months(Scorecard scorecard) {
        List<Snapshot> all = scorecard.snapshots();
        YearMonth reviewed = last(scorecard).month();
        List<Integer> rampUps = Stream.concat(
                        Stream.of(0), policy.monthKinds().stream().map(MonthKind::afterMonths))
                .distinct()
                .toList();
        return numbersOfMonths()
                .filter(number -> number.signum() > 0)
                .flatMap(number ->
                        rampUps.stream().map(rampUp -> number.rounded(0).intValue() + rampUp))
                .distinct()
                .filter(number -> number < all.size())
                .map(number -> new Variation(
                        Map.of("months", String.valueOf(number)),
                        Map.of(),
                        with(
                                scorecard,
                                scorecard.scope(),
                                all.stream()
                                        .filter(snapshot -> snapshot.month().isAfter(reviewed.minusMonths(number)))
                                        .toList())));
    }

    /** The same case with a month that is not there, or not complete, for rules about runs of months and gaps. */
    private Stream<Variation> earlier(Scorecard scorecard) {
        if (!asksFor(FactType.RUN) && !asksFor(FactType.SCOPE)) {
            return Stream.empty();
        }
        List<Snapshot> all = scorecard.snapshots();
        return Stream.of(1, 2).filter(before -> before < all.size() - 1).flatMap(before -> {
            Snapshot month = all.get(all.size() - 1 - before);
            List<Snapshot> without = new ArrayList<>(all);
            without.remove(month);
            List<Snapshot> partial = new ArrayList<>(without);
            partial.add(Snapshot.partial(month.month(), month.readings()));
            return Stream.of(
                    new Variation(
                            Map.of("earlier", "{ %s: missing }".formatted(before)),
                            Map.of(),
                            with(scorecard, scorecard.scope(), without)),
                    new Variation(
                            Map.of("earlier", "{ %s: partial }".formatted(before)),
                            Map.of(),
                            with(scorecard, scorecard.scope(), partial)));
        });
    }

    /** The same case with a later or an earlier beginning. */
    private Stream<Variation> firstUses(Scorecard scorecard) {
        Scope scope = scorecard.scope();
        YearMonth reviewed = last(scorecard).month();
        return numbersOfMonths()
                .filter(number -> number.signum() >= 0)
                .map(number -> reviewed.minusMonths(number.rounded(0).intValue()))
                .map(first -> new Variation(
                        Map.of("first-use", first.toString()),
                        Map.of(),
                        with(
                                scorecard,
                                new Scope(scope.level(), scope.id(), scope.name(), Optional.of(first)),
                                scorecard.snapshots())));
    }

    private static Snapshot last(Scorecard scorecard) {
        return scorecard.snapshots().get(scorecard.snapshots().size() - 1);
    }

    private static Scorecard with(Scorecard scorecard, IndicatorId id, Reading reading) {
        return with(scorecard, 1, id, reading);
    }

    /** Replaces a reading of the reviewed month and those before it. */
    private static Scorecard with(Scorecard scorecard, int months, IndicatorId id, Reading reading) {
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        for (int i = snapshots.size() - months; i < snapshots.size(); i++) {
            Snapshot month = snapshots.get(i);
            Map<IndicatorId, Reading> readings = new HashMap<>(month.readings());
            readings.put(id, reading);
            snapshots.set(i, new Snapshot(month.month(), month.completeness(), readings));
        }
        return with(scorecard, scorecard.scope(), snapshots);
    }

    private static Scorecard with(Scorecard scorecard, Scope scope, List<Snapshot> snapshots) {
        return scorecard.withScope(scope).withSnapshots(snapshots);
    }

    private static String written(Reading reading) {
        return reading.fold(
                known -> {
                    List<String> fields = new ArrayList<>(List.of("value: " + known.value()));
                    known.uncertainty().ifPresent(doubt -> fields.add("uncertainty: " + doubt));
                    known.sample().ifPresent(cases -> fields.add("sample: " + cases));
                    known.by()
                            .forEach((dimension, parts) -> fields.add("by: { %s: { %s } }"
                                    .formatted(
                                            dimension.word(),
                                            parts.entrySet().stream()
                                                    .map(part -> part.getKey() + ": "
                                                            + part.getValue().value())
                                                    .collect(Collectors.joining(", ")))));
                    return fields.size() == 1
                            ? known.value().toString()
                            : fields.stream().collect(Collectors.joining(", ", "{ ", " }"));
                },
                unknown -> unknown.reason() == UnknownReason.NO_CASES ? "{ numerator: 0, denominator: 0 }" : "unknown");
    }

    /** Returns the scenario, where the two decide the case differently. */
    private Optional<String> paste(Scenario scenario, Variation variation) {
        Verdict before = original.verdict(variation.scorecard(), ReviewRequest.LATEST);
        Verdict after = changed.verdict(variation.scorecard(), ReviewRequest.LATEST);
        if (before.decision() == after.decision()
                && before.levers().equals(after.levers())
                && before.fired().equals(after.fired())) {
            return Optional.empty();
        }
        Map<String, String> given = new LinkedHashMap<>(scenario.given());
        given.putAll(variation.given());
        Map<String, String> now = new LinkedHashMap<>(scenario.now());
        now.putAll(variation.now());
        if (!now.isEmpty()) {
            given.put(
                    "now",
                    now.entrySet().stream()
                            .map(reading -> reading.getKey() + ": " + reading.getValue())
                            .collect(Collectors.joining(", ", "{ ", " }")));
        }
        StringBuilder text = new StringBuilder();
        given.forEach(
                (key, value) -> text.append("\n    ").append(key).append(": ").append(value));
        text.append("\n    decision: ").append(before.decision().word());
        if (!before.levers().equals(after.levers())) {
            text.append("\n    levers: ").append(before.levers());
        }
        Set<RuleId> because = without(before.fired(), after.fired());
        if (!because.isEmpty()) {
            text.append("\n    because: ").append(because);
        }
        Set<RuleId> notBecause = without(after.fired(), before.fired());
        if (!notBecause.isEmpty()) {
            text.append("\n    not-because: ").append(notBecause);
        }
        return Optional.of(text.append('\n').toString());
    }

    private static Set<RuleId> without(Set<RuleId> rules, Set<RuleId> others) {
        Set<RuleId> without = new TreeSet<>(rules);
        without.removeAll(others);
        return without;
    }
}
