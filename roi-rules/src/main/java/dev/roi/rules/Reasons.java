package dev.roi.rules;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Dimension;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.text.Template;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.Comparison;
import dev.roi.rules.assessment.Doubt;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.assessment.Run;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Comparison.Result;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns findings into reasons: in order, with their evidence and in words. For use by one thread. */
final class Reasons {

    /** More figures than these make no sentence; how many more there are is said. */
    private static final int MOST_LOSSES = 3;

    private final Policy policy;
    private final Assessment assessment;
    private final Sentences sentences;
    private final Map<IndicatorId, Map<PartName, PartState>> parts = new HashMap<>();

    Reasons(Policy policy, Assessment assessment, Sentences sentences) {
        this.policy = policy;
        this.assessment = assessment;
        this.sentences = sentences;
    }

    /** Puts findings into the policy's order, so that neither the order in which rules fired nor the language shows. */
    List<Reason> inOrder(List<Finding> findings) {
        List<Positioned> ordered = new ArrayList<>();
        for (Finding finding : eachOnce(findings)) {
            ordered.add(new Positioned(policy.position(finding.rule().id()), reason(finding)));
        }
        ordered.sort(Comparator.comparingInt(Positioned::position)
                .thenComparing(entry -> entry.reason().evidence(), this::compareEvidence));
        return withoutRepetition(ordered.stream().map(Positioned::reason).toList());
    }

    /**
     * What a rule finds with this month's figure it need not say of an earlier one as well: of findings that differ in
     * nothing but the month of a figure, the one with the newest figures counts.
     */
    private static Collection<Finding> eachOnce(List<Finding> findings) {
        Map<List<Object>, Finding> newest = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Object> about = new ArrayList<>();
            about.add(finding.rule().id());
            finding.facts().forEach(fact -> about.add(subject(fact)));
            newest.merge(about, finding, (one, other) -> staleFacts(other) < staleFacts(one) ? other : one);
        }
        return newest.values();
    }

    private static Object subject(Fact fact) {
        return fact instanceof Fact.Latest latest ? latest.indicator() : fact;
    }

    private static long staleFacts(Finding finding) {
        return finding.facts().stream()
                .filter(fact -> fact instanceof Fact.Latest latest && latest.stale())
                .count();
    }

    /** What a rule says twice in the same words is said once, and rests on all of the evidence. */
    private static List<Reason> withoutRepetition(List<Reason> reasons) {
        Map<List<Object>, Reason> said = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            said.merge(
                    List.of(reason.rule().id(), reason.headline(), reason.text()),
                    reason,
                    (one, other) -> one.with(other.evidence()));
        }
        return List.copyOf(said.values());
    }

    private int compareEvidence(List<Evidence> one, List<Evidence> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(
                    policy.indicators().position(one.get(i).indicator()),
                    policy.indicators().position(other.get(i).indicator()));
            if (order == 0) {
                order = one.get(i)
                        .part()
                        .orElse("")
                        .compareTo(other.get(i).part().orElse(""));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private record Positioned(int position, Reason reason) {}

    private Reason reason(Finding finding) {
        List<Evidence> evidence = new ArrayList<>();
        Map<String, String> details = new LinkedHashMap<>();
        Set<BlockId> blocks = new LinkedHashSet<>();
        boolean rests = false;
        int i = 0;
        for (Condition condition : finding.asked()) {
            Fact fact = finding.facts().get(i++);
            Optional<ThresholdId> limit = condition.constraints().stream()
                    .flatMap(constraint -> constraint.limit().stream())
                    .findFirst();
            collect(fact, limit, evidence, details, blocks);
            rests |= isUncertain(fact) && !actsOnEstimate(condition);
        }
        Set<Object> shown = new HashSet<>();
        for (Fact fact : finding.counted()) {
            if (shown.add(shownBy(fact))) {
                collect(fact, Optional.empty(), evidence, details, blocks);
            }
            rests |= isUncertain(fact);
        }
        Texts.RuleWords words = sentences.texts().rules().get(finding.rule().id());
        if (words == null) {
            throw new IllegalStateException(
                    "rule %s has no words".formatted(finding.rule().id()));
        }
        BlockId block = evidence.stream()
                .findFirst()
                .map(first -> policy.indicators().indicator(first.indicator()).block())
                .or(() -> blocks.stream().findFirst())
                .orElseGet(() -> policy.indicators().blocks().get(0).id());
        return new Reason(
                finding.rule(),
                block,
                sentences.fill(words.headline(), forTemplate(words.headline(), details)),
                sentences.sentence(words.text(), forTemplate(words.text(), details)),
                evidence,
                rests);
    }

    /** Of an indicator in many months that were counted, its reading of this one is shown, once. */
    private static Object shownBy(Fact fact) {
        return fact instanceof Fact.History history ? List.of(fact.type(), history.indicator()) : fact;
    }

    /** Says with the value that it is an old one, where a sentence has no place of its own for that. */
    private static Map<String, String> forTemplate(Template sentence, Map<String, String> details) {
        String value = details.get("value");
        String stale = details.get("stale");
        if (value == null || stale == null || sentence.placeholders().contains("stale")) {
            return details;
        }
        Map<String, String> complete = new LinkedHashMap<>(details);
        complete.put("value", "%s %s".formatted(value, stale));
        return complete;
    }

    private static boolean actsOnEstimate(Condition condition) {
        return condition.constraints().stream()
                .anyMatch(constraint -> constraint.field().name().equals("estimate"));
    }

    private static boolean isUncertain(Fact fact) {
        if (fact instanceof Fact.Comparison comparison) {
            return comparison.result() == Result.UNDETERMINED || comparison.result() == Result.NOT_COMPARABLE;
        }
        if (fact instanceof Fact.Run run) {
            return run.possible().estimate().isAbove(run.months().estimate());
        }
        return fact instanceof Fact.Unknown || fact instanceof Fact.NotDue || fact instanceof Fact.UndeterminedAtLimit;
    }

    private void collect(
            Fact fact,
            Optional<ThresholdId> limit,
            List<Evidence> evidence,
            Map<String, String> details,
            Set<BlockId> blocks) {
        limit.map(id -> policy.thresholds().get(id))
                .ifPresent(threshold -> details.putIfAbsent("limit", sentences.thresholdText(threshold)));
        if (fact instanceof Fact.OfIndicator about) {
            IndicatorState state = assessment.indicator(about.indicator());
            blocks.add(state.indicator().block());
            Optional<Exact> held = limitIn(state.indicator().unit(), limit);
            Optional<Seen> seen = seen(fact, state);
            indicatorDetails(state, seen, held, details);
            if (!(fact instanceof Fact.Part)) {
                asSeen(state, seen, held, details);
            }
            if (fact instanceof Fact.Part part) {
                partEvidence(state, part, limit, evidence, details);
            } else {
                if (fact instanceof Fact.Change change) {
                    change.percent()
                            .ifPresent(percent -> details.putIfAbsent(
                                    "growth",
                                    sentences.change(percent.estimate(), Unit.PERCENT, limitIn(Unit.PERCENT, limit))));
                }
                evidence.add(evidence(state, seen.map(Seen::reading), limit));
            }
        } else if (fact instanceof Fact.Run counted) {
            Run run = assessment.runs().get(counted.of().value());
            if (run != null) {
                runEvidence(run, limit, evidence, details, blocks);
            }
        } else if (fact instanceof Fact.Scope) {
            list(assessment.missingMonths().stream().map(sentences.texts().quantities()::month))
                    .ifPresent(months -> details.putIfAbsent("missing-months", months));
        } else if (fact instanceof Fact.Block block) {
            blocks.add(block.id());
            for (IndicatorId id : judgedBy(block.id())) {
                evidence.add(evidence(
                        policy.indicators().indicator(id),
                        Optional.empty(),
                        value(id),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
    }

    /** Returns the number of a threshold, where it is in a unit. */
    private Optional<Exact> limitIn(Unit unit, Optional<ThresholdId> limit) {
        return limit.flatMap(id -> Optional.ofNullable(policy.thresholds().get(id)))
                .filter(threshold -> threshold.unit().equals(unit))
                .map(Threshold::value);
    }

    /**
     * The reading that a fact is about.
     *
     * @param reading the reading
     * @param month its month
     */
    private record Seen(Reading.Known reading, YearMonth month) {}

    private Optional<Seen> seen(Fact fact, IndicatorState state) {
        if (fact instanceof Fact.Latest latest) {
            return Optional.of(new Seen(latest.from(), latest.month()));
        }
        if (fact instanceof Fact.Comparison comparison
                && comparison.stale()
                && state.earlier().isPresent()) {
            return state.earlier().map(earlier -> new Seen(earlier.reading(), earlier.month()));
        }
        return fact instanceof Fact.Comparison || fact instanceof Fact.UndeterminedAtLimit
                ? lastCount(state)
                : state.reading().known().map(known -> new Seen(known, assessment.month()));
    }

    private static Optional<Seen> lastCount(IndicatorState state) {
        return state.lastCount().map(count -> new Seen(count.reading(), count.month()));
    }

    /** Says an indicator by its name as the rule saw it: with the last known value, where this month's is not known. */
    private void asSeen(IndicatorState state, Optional<Seen> seen, Optional<Exact> held, Map<String, String> details) {
        seen.ifPresent(rested -> details.putIfAbsent(
                state.indicator().id().value(),
                superseding(state, rested, held)
                        .orElseGet(() -> Stream.of(
                                        Optional.of(sentences.knownText(state, rested.reading(), held)), stale(rested))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" ")))));
    }

    /** Says this month's figure with the earlier one that it is too uncertain to clear; nothing where there is no such. */
    private Optional<String> superseding(IndicatorState state, Seen seen, Optional<Exact> held) {
        return seen.month().equals(assessment.month())
                ? Optional.empty()
                : state.reading()
                        .known()
                        .map(now -> sentences.phrase(
                                Phrase.NOT_CLEARED,
                                Map.of(
                                        "now", sentences.knownText(state, now, held),
                                        "this-month",
                                                sentences.texts().quantities().month(assessment.month()),
                                        "value",
                                                sentences.valueText(
                                                        state, seen.reading().value(), held),
                                        "month", sentences.texts().quantities().month(seen.month()))));
    }

    private Optional<String> stale(Seen seen) {
        return seen.month().equals(assessment.month())
                ? Optional.empty()
                : Optional.of("(%s)"
                        .formatted(sentences.phrase(
                                Phrase.AT_THE_LAST_COUNT,
                                Map.of("month", sentences.texts().quantities().month(seen.month())))));
    }

    private void indicatorDetails(
            IndicatorState state, Optional<Seen> rested, Optional<Exact> held, Map<String, String> details) {
        if (details.containsKey("indicator")) {
            return;
        }
        details.put("indicator", sentences.brief(state.indicator().id()));
        details.put("name", sentences.name(state.indicator().id()));
        rested.or(() -> lastCount(state)).ifPresent(seen -> {
            Optional<String> superseding = superseding(state, seen, held);
            details.put("value", superseding.orElseGet(() -> sentences.saidText(state, seen.reading(), held)));
            sentences.caveatText(state, seen.reading()).ifPresent(text -> details.put("caveat", text));
            if (superseding.isEmpty()) {
                stale(seen).ifPresent(remark -> details.put("stale", remark));
            }
        });
        state.definedBaseline()
                .flatMap(Baseline.Defined::definition)
                .ifPresent(words ->
                        details.put("baseline-measured-as", sentences.texts().definition(words)));
        rested.or(() -> lastCount(state))
                .flatMap(seen -> seen.reading().definition())
                .ifPresent(words -> details.put("measured-as", sentences.texts().definition(words)));
        unjudged().ifPresent(names -> details.put("unjudged", names));
        sentences.definition(state).ifPresent(words -> details.put("definition", words));
        sentences.baselineText(state).ifPresent(text -> details.put("baseline", text));
        sentences.changeText(state).ifPresent(text -> details.put("change", text));
        state.reading().fold(known -> Optional.<String>empty(), unknown -> {
            details.put("reason", sentences.reasonText(state, unknown));
            return Optional.<String>empty();
        });
        if (!details.containsKey("reason")) {
            state.comparison()
                    .flatMap(Comparison::obstacle)
                    .ifPresent(obstacle -> details.put(
                            "reason",
                            sentences.phrase(
                                    switch (obstacle) {
                                        case NO_BASELINE -> Phrase.COMPARABLE_NO_BASELINE;
                                        case OTHER_DEFINITION -> Phrase.COMPARABLE_OTHER_DEFINITION;
                                        case OTHER_STATISTIC -> Phrase.COMPARABLE_OTHER_STATISTIC;
                                        case PARTIAL -> Phrase.COMPARABLE_PARTIAL;
                                    })));
        }
        state.reading().note().ifPresent(note -> details.put("note", note));
    }

    private record PartName(Dimension dimension, String name) {}

    private static Map<PartName, PartState> byName(List<PartState> parts) {
        Map<PartName, PartState> byName = new HashMap<>();
        parts.forEach(part -> byName.putIfAbsent(new PartName(part.dimension(), part.name()), part));
        return byName;
    }

    private void partEvidence(
            IndicatorState state,
            Fact.Part part,
            Optional<ThresholdId> limit,
            List<Evidence> evidence,
            Map<String, String> details) {
        Optional<PartState> found =
                Optional.ofNullable(parts.computeIfAbsent(state.indicator().id(), id -> byName(state.parts()))
                        .get(new PartName(part.dimension(), part.name())));
        details.putIfAbsent("part", sentences.partName(part.dimension(), part.name()));
        found.ifPresent(partState -> {
            Optional<Exact> held = limitIn(state.indicator().unit(), limit);
            details.put("value", sentences.valueText(state, partState.value(), held));
            details.put(
                    "share",
                    sentences.number(partState.share().estimate(), Unit.PERCENT, limitIn(Unit.PERCENT, limit)));
        });
        evidence.add(evidence(
                state.indicator(), Optional.of(part.name()), found.map(PartState::value), limit, Optional.empty()));
    }

    private void runEvidence(
            Run run,
            Optional<ThresholdId> limit,
            List<Evidence> evidence,
            Map<String, String> details,
            Set<BlockId> blocks) {
        details.putIfAbsent("months", sentences.number(Exact.of(run.months()), Unit.COUNT));
        details.putIfAbsent("possible", sentences.number(Exact.of(run.possible()), Unit.COUNT));
        assessment.doubt(run).map(this::doubt).ifPresent(why -> details.putIfAbsent("doubt", why));
        Set<BlockId> named = new LinkedHashSet<>(run.kind().blocks());
        blocks.addAll(named);
        list(named.stream().filter(this::isJudged).map(sentences::blockName))
                .ifPresent(names -> details.putIfAbsent("judged-blocks", names));
        list(moved(named, Result.BETTER)).ifPresent(gains -> details.putIfAbsent("gains", gains));
        List<String> losses = moved(named, Result.WORSE).toList();
        Stream<String> others = losses.size() <= MOST_LOSSES
                ? Stream.empty()
                : Stream.of(sentences.phrase(
                        Phrase.PART_OTHERS, Map.of("count", String.valueOf(losses.size() - MOST_LOSSES))));
        list(Stream.concat(losses.stream().limit(MOST_LOSSES), others))
                .ifPresent(said -> details.putIfAbsent("losses", said));
        for (BlockId block : named) {
            for (IndicatorId id : judgedBy(block)) {
                evidence.add(evidence(
                        policy.indicators().indicator(id),
                        Optional.empty(),
                        value(id),
                        limit,
                        Optional.of(run.months())));
            }
        }
    }

    private String doubt(Doubt doubt) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("month", sentences.texts().quantities().month(doubt.month()));
        doubt.indicator().map(assessment::indicator).ifPresent(state -> {
            details.put("indicator", sentences.brief(state.indicator().id()));
            assessment
                    .scorecard()
                    .find(doubt.month())
                    .flatMap(snapshot ->
                            assessment.reading(state.indicator(), snapshot).known())
                    .ifPresent(known -> {
                        known.uncertainty()
                                .ifPresent(
                                        doubtful -> details.put("uncertainty", sentences.valueText(state, doubtful)));
                        state.baselineValue()
                                .ifPresent(base -> details.put(
                                        "difference",
                                        sentences.valueText(
                                                state, known.value().minus(base).magnitude())));
                    });
        });
        return sentences.phrase(
                switch (doubt.cause()) {
                    case MONTH -> Phrase.DOUBT_MONTH;
                    case UNKNOWN -> Phrase.DOUBT_UNKNOWN;
                    case NO_BASELINE -> Phrase.DOUBT_NO_BASELINE;
                    case DEFINITION -> Phrase.DOUBT_DEFINITION;
                    case UNCERTAINTY -> Phrase.DOUBT_UNCERTAIN;
                },
                details);
    }

    /** The outcomes of some blocks that are better, or worse, than their baselines this month, each with both figures. */
    private Stream<String> moved(Set<BlockId> blocks, Result result) {
        return blocks.stream()
                .flatMap(block -> judgedBy(block).stream())
                .map(assessment::indicator)
                .filter(state -> !state.isStale())
                .filter(state -> state.comparison()
                        .filter(comparison -> comparison.result() == result)
                        .isPresent())
                .map(sentences::comparison);
    }

    /** A block counts where at least one of its outcomes has a baseline. */
    private boolean isJudged(BlockId id) {
        return judgedBy(id).stream()
                .map(assessment::indicator)
                .anyMatch(state -> state.definedBaseline().isPresent());
    }

    /** The outcomes that were measured, and that judge nothing since they have no baseline. */
    private Optional<String> unjudged() {
        return list(policy.indicators().blocks().stream()
                .flatMap(block -> block.judgedBy().stream())
                .map(assessment::indicator)
                .filter(state -> state.reading().known().isPresent()
                        && state.definedBaseline().isEmpty())
                .map(state -> sentences.brief(state.indicator().id())));
    }

    private Optional<String> list(Stream<String> items) {
        List<String> all = items.toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.texts().quantities().list(all));
    }

    private List<IndicatorId> judgedBy(BlockId id) {
        return policy.indicators().blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .map(Block::judgedBy)
                .orElse(List.of());
    }

    private Optional<Exact> value(IndicatorId id) {
        return assessment.indicator(id).reading().known().map(known -> known.value());
    }

    /** What an indicator showed this month, and what its rule saw of it where that is another reading. */
    private Evidence evidence(IndicatorState state, Optional<Reading.Known> seen, Optional<ThresholdId> limit) {
        Optional<Reading.Known> now = state.reading().known();
        return new Evidence(
                state.indicator().id(),
                Optional.empty(),
                now.map(Reading.Known::value),
                sentences.unit(state.indicator()),
                state.baselineValue(),
                limit,
                limit.map(policy::limit),
                Optional.empty(),
                seen.filter(known -> !seen.equals(now)).map(Reading.Known::value));
    }

    private Evidence evidence(
            Indicator indicator,
            Optional<String> part,
            Optional<Exact> value,
            Optional<ThresholdId> limit,
            Optional<Integer> months) {
        return new Evidence(
                indicator.id(),
                part,
                value,
                sentences.unit(indicator),
                assessment.indicator(indicator.id()).baselineValue(),
                limit,
                limit.map(policy::limit),
                months,
                Optional.empty());
    }

    /**
     * One reason, before it is known what it does to the decision.
     *
     * @param rule the rule that gives it
     * @param block the block it is about
     * @param headline the reason in a few words
     * @param text the reason in full
     * @param evidence what it rests on
     * @param restsOnUnknown whether it rests on something that is not known, or not known well enough
     */
    record Reason(
            Rule rule, BlockId block, String headline, String text, List<Evidence> evidence, boolean restsOnUnknown) {

        private Reason with(List<Evidence> more) {
            Set<Evidence> all = new LinkedHashSet<>(evidence);
            all.addAll(more);
            return new Reason(rule, block, headline, text, List.copyOf(all), restsOnUnknown);
        }
    }
}
