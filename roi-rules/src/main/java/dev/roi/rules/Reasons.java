package dev.roi.rules;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
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
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Comparison.Result;
import dev.roi.rules.drools.Finding;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.assessment.Run;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns findings into reasons: in order, with their evidence and in words. For use by one thread. */
final class Reasons {

    private final Policy policy;
    private final Assessment assessment;
    private final Sentences sentences;

    Reasons(Policy policy, Assessment assessment, Sentences sentences) {
        this.policy = policy;
        this.assessment = assessment;
        this.sentences = sentences;
    }

    /** Puts findings into the policy's order, so that the order in which rules fired does not show. */
    List<Reason> inOrder(List<Finding> findings) {
        List<Positioned> ordered = new ArrayList<>();
        for (Finding finding : findings) {
            ordered.add(new Positioned(policy.position(finding.rule().id()), reason(finding)));
        }
        ordered.sort(Comparator.comparingInt(Positioned::position)
                .thenComparing(entry -> entry.reason().evidence(), this::compareEvidence)
                .thenComparing(entry -> entry.reason().text()));
        return withoutRepetition(ordered.stream().map(Positioned::reason).toList());
    }

    /** What a rule says twice in the same words is said once, and rests on all of the evidence. */
    private static List<Reason> withoutRepetition(List<Reason> reasons) {
        List<Reason> said = new ArrayList<>();
        for (Reason reason : reasons) {
            Optional<Reason> before = said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
            if (before.isPresent() && before.get().saysTheSameAs(reason)) {
                said.set(said.size() - 1, before.get().with(reason.evidence()));
            } else {
                said.add(reason);
            }
        }
        return said;
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
        for (Condition condition : finding.rule().conditions()) {
            if (condition.presence() == Presence.ABSENT) {
                continue;
            }
            Fact fact = finding.facts().get(i++);
            Optional<ThresholdId> limit = condition.constraints().stream()
                    .flatMap(constraint -> constraint.limit().stream())
                    .findFirst();
            collect(fact, limit, evidence, details, blocks);
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

    /** Says with the value that it is an old one, where a sentence has no place of its own for that. */
    private static Map<String, String> forTemplate(Template sentence, Map<String, String> details) {
        String value = details.get("value");
        String dark = details.get("dark");
        if (value == null || dark == null || sentence.placeholders().contains("dark")) {
            return details;
        }
        Map<String, String> complete = new LinkedHashMap<>(details);
        complete.put("value", Sentences.remarked(value, dark));
        return complete;
    }

    private static boolean isUncertain(Fact fact) {
        return switch (fact.type()) {
            case UNKNOWN, NOT_DUE, STRADDLING -> true;
            case COMPARISON ->
                fact instanceof Fact.Comparison comparison
                        && (comparison.result() == Result.UNDETERMINED || comparison.result() == Result.NOT_COMPARABLE);
            case RUN ->
                fact instanceof Fact.Run run
                        && run.possible().estimate().isAbove(run.months().estimate());
            case THRESHOLD, READING, LATEST, BLOCK, PART, GROWTH, TREND, SCOPE -> false;
        };
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
            indicatorDetails(state, restsOn(fact, state).or(state::latest), held, details);
            if (!(fact instanceof Fact.Part)) {
                asSeen(state, restsOn(fact, state), held, details);
            }
            if (fact instanceof Fact.Part part) {
                partEvidence(state, part, limit, evidence, details);
            } else {
                if (fact instanceof Fact.Growth) {
                    state.growth()
                            .ifPresent(percent -> details.putIfAbsent(
                                    "growth", sentences.change(percent.estimate(), Unit.PERCENT, limitIn(Unit.PERCENT, limit))));
                }
                evidence.add(evidence(state, restsOn(fact, state), limit));
            }
        } else if (fact instanceof Fact.Run counted) {
            Run run = assessment.runs().get(counted.of().value());
            if (run != null) {
                runEvidence(run, limit, evidence, details, blocks);
            }
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

    /** Returns the reading that a fact is about. */
    private static Optional<Reading.Known> restsOn(Fact fact, IndicatorState state) {
        if (fact instanceof Fact.Latest latest) {
            return Optional.of(latest.from());
        }
        return fact instanceof Fact.Comparison
                ? state.latest()
                : state.reading().known();
    }

    /** Says an indicator by its name as the rule saw it: with the last known value, where this month's is not known. */
    private void asSeen(
            IndicatorState state, Optional<Reading.Known> seen, Optional<Exact> held, Map<String, String> details) {
        seen.ifPresent(known -> {
            String text = sentences.knownText(state, known, held);
            details.putIfAbsent(
                    state.indicator().id().value(),
                    seen.equals(state.reading().known())
                            ? text
                            : Sentences.remarked(text, sentences.phrase(Phrase.AT_THE_LAST_COUNT)));
        });
    }

    private void indicatorDetails(
            IndicatorState state, Optional<Reading.Known> reading, Optional<Exact> held, Map<String, String> details) {
        if (details.containsKey("indicator")) {
            return;
        }
        details.put("indicator", sentences.brief(state.indicator().id()));
        details.put("name", sentences.name(state.indicator().id()));
        reading.ifPresent(known -> details.put("value", sentences.valueText(state, known.value(), held)));
        if (!reading.equals(state.reading().known())) {
            details.put("dark", sentences.phrase(Phrase.AT_THE_LAST_COUNT));
        }
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
                                    })));
        }
        state.reading().note().ifPresent(note -> details.put("note", note));
    }

    private void partEvidence(
            IndicatorState state,
            Fact.Part part,
            Optional<ThresholdId> limit,
            List<Evidence> evidence,
            Map<String, String> details) {
        Optional<PartState> found = state.parts().stream()
                .filter(candidate -> candidate.name().equals(part.name())
                        && candidate.dimension() == part.dimension())
                .findFirst();
        details.putIfAbsent("part", sentences.partName(part.dimension(), part.name()));
        found.ifPresent(partState -> {
            Optional<Exact> held = limitIn(state.indicator().unit(), limit);
            details.put("value", sentences.valueText(state, partState.value(), held));
            details.put("share", sentences.number(partState.share(), Unit.PERCENT, limitIn(Unit.PERCENT, limit)));
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
        MonthKind kind = run.kind();
        Set<BlockId> named = new LinkedHashSet<>(kind.improved());
        named.addAll(kind.noneImproved());
        named.addAll(kind.oneWorse());
        blocks.addAll(named);
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

        private boolean saysTheSameAs(Reason other) {
            return rule.id().equals(other.rule.id()) && headline.equals(other.headline) && text.equals(other.text);
        }

        private Reason with(List<Evidence> more) {
            Set<Evidence> all = new LinkedHashSet<>(evidence);
            all.addAll(more);
            return new Reason(rule, block, headline, text, List.copyOf(all), restsOnUnknown);
        }
    }
}
