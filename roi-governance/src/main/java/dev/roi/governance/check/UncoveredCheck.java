package dev.roi.governance.check;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Direction;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for an input that no rule covers: every rule's conditions are held against a few made-up months. When no rule
 * stops, adjusts, blocks or supports, the review would maintain and have no reason for it.
 */
final class UncoveredCheck {

    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final String SCOPE = "made-up";
    private static final int LONG = 24;

    private final Policy policy;
    private final PolicyDraft draft;
    private final Doubts doubts;
    private final CompiledRules rules;

    UncoveredCheck(Policy policy, PolicyDraft draft, Doubts doubts) {
        this.policy = policy;
        this.draft = draft;
        this.doubts = doubts;
        this.rules = CompiledRules.of(policy);
    }

    /** How readings lie to their baselines. */
    private enum Course {
        NOT_KNOWN,
        AS_BEFORE,
        BETTER,
        WORSE,
        WITHOUT_BASELINE;

        Message words() {
            return switch (this) {
                case NOT_KNOWN -> Message.of("nothing is known");
                case AS_BEFORE -> Message.of("everything is known and like its baseline");
                case BETTER ->
                    Message.of("everything is known and better than its baseline, as far as its range has room");
                case WORSE ->
                    Message.of("everything is known and worse than its baseline, as far as its range has room");
                case WITHOUT_BASELINE -> Message.of("everything is known, and nothing has a baseline");
            };
        }
    }

    void check() {
        if (policy.indicators().indicators().isEmpty()) {
            return;
        }
        for (Course course : Course.values()) {
            for (int months : List.of(1, LONG)) {
                Scorecard scorecard = scorecard(course, months);
                boolean isPossible =
                        ScorecardCheck.faults(scorecard, policy.indicators()).isEmpty();
                if (isPossible && !hasReason(scorecard, FIRST.plusMonths(months - 1L))) {
                    doubts.add(
                            PolicyCode.UNCOVERED_INPUT,
                            draft.place(PolicyFiles.POLICY, "reasons"),
                            Message.of(
                                    "no rule gives a reason where %s, %s: the review would maintain, and could not say why.",
                                    course.words(),
                                    months == 1
                                            ? Message.of("in the first month of use")
                                            : Message.of("in %s months in a row", months)),
                            Message.of(
                                    "Write a rule that says what is missing for extending, such as one that asks for enough good months and says `findings.extendNotEarned();`."));
                    return;
                }
            }
        }
    }

    private boolean hasReason(Scorecard scorecard, YearMonth month) {
        try {
            List<Fact> facts =
                    rules.complete(Assessment.of(policy, scorecard, month).facts());
            return rules.run(facts).stream()
                    .anyMatch(finding -> finding.rule().consequence().effect() != Effect.NOTE);
        } catch (InvalidInput tooMany) { // which a review says, and names the rule
            return true;
        }
    }

    private Scorecard scorecard(Course course, int months) {
        Scorecard.Builder scorecard = Scorecard.of(new Scope(Level.WORKFLOW, SCOPE, SCOPE, Optional.of(FIRST)))
                .workflow(new Workflow(
                        SCOPE, SCOPE, Workflow.Authorisation.AUTHORISED, Workflow.Priority.PRIORITY, Optional.empty()));
        Map<IndicatorId, Reading> readings = new LinkedHashMap<>();
        if (course != Course.NOT_KNOWN) {
            policy.indicators().indicators().stream()
                    .filter(indicator -> indicator.computed().isEmpty())
                    .forEach(indicator -> {
                        Exact value = value(indicator, Set.of());
                        readings.put(indicator.id(), reading(indicator, value));
                        if (course != Course.WITHOUT_BASELINE) {
                            scorecard.baseline(indicator.id(), Baseline.of(baseline(indicator, value, course)));
                        }
                    });
        }
        for (int month = 0; month < months; month++) {
            scorecard.snapshot(Snapshot.complete(FIRST.plusMonths(month), readings));
        }
        return scorecard.build();
    }

    /** Returns a value that is within as many of the policy's limits as can be. */
    private Exact value(Indicator indicator, Set<IndicatorId> above) {
        Optional<IndicatorId> whole = indicator.partOf().or(indicator::growsOver);
        if (whole.isPresent() && !above.contains(whole.get()) && above.size() < 8) {
            Set<IndicatorId> deeper = new HashSet<>(above);
            deeper.add(indicator.id());
            return value(policy.indicators().indicator(whole.get()), deeper);
        }
        Exact best = Exact.ONE;
        long fewest = Long.MAX_VALUE;
        for (Exact candidate : candidates(indicator)) {
            long met = deciding(indicator)
                    .filter(constraint -> constraint
                            .operator()
                            .isMetBy(candidate.compareTo(
                                    policy.limit(constraint.limit().orElseThrow()))))
                    .count();
            if (met < fewest) {
                fewest = met;
                best = candidate;
            }
        }
        return best;
    }

    /** Returns the comparisons of an indicator's value in rules that are more than remarks. */
    private Stream<Constraint> deciding(Indicator indicator) {
        return policy.rules().values().stream()
                .filter(rule -> rule.consequence().effect() != Effect.NOTE)
                .flatMap(rule -> RuleWorlds.present(rule).stream())
                .filter(condition -> condition.type() == FactType.READING || condition.type() == FactType.LATEST)
                .filter(condition -> condition.constraints().stream()
                        .anyMatch(constraint ->
                                constraint.words().contains(indicator.id().value())))
                .flatMap(condition -> condition.constraints().stream())
                .filter(constraint -> constraint.limit().isPresent());
    }

    private List<Exact> candidates(Indicator indicator) {
        List<Exact> candidates = new ArrayList<>();
        Range range = indicator.target().orElse(indicator.range());
        range.least()
                .flatMap(least -> range.most().map(most -> least.plus(most).dividedBy(Exact.of(2))))
                .ifPresent(candidates::add);
        policy.limitsOn(indicator.id()).forEach(limit -> {
            Threshold threshold = policy.thresholds().get(limit.threshold());
            candidates.add(limit.value());
            if (threshold != null) {
                candidates.add(limit.value().plus(threshold.step()));
                candidates.add(limit.value().minus(threshold.step()));
            }
        });
        candidates.add(Exact.of(10));
        range.least().ifPresent(candidates::add);
        range.most().ifPresent(candidates::add);
        boolean isWhole = indicator.counting() == Indicator.Counting.WHOLE;
        return candidates.stream()
                .map(candidate -> isWhole ? Exact.of(candidate.rounded(0)) : candidate)
                .filter(indicator.range()::contains)
                .toList();
    }

    private static Reading reading(Indicator indicator, Exact value) {
        Reading.Known reading = Reading.of(value);
        Optional<Breakdown> breakdown = indicator.breakdown();
        if (breakdown.isEmpty() || indicator.additivity() == Indicator.Additivity.ENCLOSES) {
            return reading;
        }
        String part = breakdown.get().parts().stream().findFirst().orElse(SCOPE);
        return reading.by(breakdown.get().dimension(), Map.of(part, Reading.Part.of(value)));
    }

    /** Returns a baseline far from the value on the side that makes it better or worse, where the range has room. */
    private static Exact baseline(Indicator indicator, Exact value, Course course) {
        Exact far = value.magnitude().plus(Exact.ONE).times(Exact.of(3));
        boolean isBelow = (indicator.direction() == Direction.HIGHER_IS_BETTER) == (course == Course.BETTER);
        Exact moved = isBelow ? value.minus(far) : value.plus(far);
        Exact nearest = isBelow
                ? indicator.range().least().orElse(moved)
                : indicator.range().most().orElse(moved);
        return switch (course) {
            case NOT_KNOWN, AS_BEFORE, WITHOUT_BASELINE -> value;
            case BETTER, WORSE -> indicator.range().contains(moved) ? moved : nearest;
        };
    }
}
