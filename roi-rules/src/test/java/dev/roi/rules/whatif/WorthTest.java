package dev.roi.rules.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.language.Finding;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of what information is worth, over scorecards that hide and blur what was measured. */
class WorthTest {

    private static final int MONTHS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void knowing_more_is_never_worth_less_nor_more_than_everything_nor_below_nothing(String id) {
        Engine engine = Engine.builtIn(id);
        Policy policy = engine.policy().withoutNotes();
        CompiledRules rules = CompiledRules.of(policy);
        Random random = new Random(19L);
        List<Scorecard> months = new ArrayList<>(BuiltInMonths.scorecards(id));
        Collections.shuffle(months, random);
        int decisive = 0;
        for (Scorecard scorecard : months.subList(0, Math.min(MONTHS, months.size()))) {
            Scorecard hidden = Hidden.of(scorecard, random, 4);
            List<YearMonth> complete = hidden.completeMonths();
            Reach reach = new Reach(policy);
            Trials trials = new Trials(
                    policy,
                    rules,
                    new EngineJudge(engine),
                    reach,
                    hidden,
                    complete.get(complete.size() - 1),
                    Exploration.MOST_TRIALS);
            List<IndicatorId> open = trials.asItIs().assessment().indicators().stream()
                    .filter(state ->
                            state.reading().fold(known -> known.uncertainty().isPresent(), unknown -> true))
                    .filter(state -> state.indicator().computed().isEmpty())
                    .map(IndicatorState::indicator)
                    .map(indicator -> indicator.id())
                    .toList();
            Worth worth = new Worth(
                    new Fillings(policy, reach, trials, new Axes(policy, reach, trials), open),
                    policy.wrongDecisions());

            Exact everything = worth.of(open);
            List<IndicatorId> some = new ArrayList<>(open);
            Collections.shuffle(some, random);
            Exact before = worth.of(List.of());
            assertThat(before).isEqualTo(Exact.ZERO);
            for (int size = 1; size <= Math.min(3, some.size()); size++) {
                Exact more = worth.of(some.subList(0, size));
                assertThat(more).as("%s of %s", some.subList(0, size), hidden).isGreaterThanOrEqualTo(before);
                assertThat(more).isLessThanOrEqualTo(everything);
                before = more;
            }
            decisive += everything.signum();
        }
        assertThat(decisive).as("months in which something is worth knowing").isPositive();
    }

    /** The engine itself, as far as trials ask it. */
    private record EngineJudge(Engine engine) implements Judge {

        @Override
        public Decision decide(List<Finding> findings) {
            for (Decision decision : engine.policy().precedence()) {
                boolean applies = findings.stream()
                        .map(finding -> finding.rule().consequence().effect())
                        .anyMatch(effect -> effect.name().equals(decision.name()));
                if (applies) {
                    return decision;
                }
            }
            boolean isSupported = findings.stream()
                    .anyMatch(finding -> finding.rule().consequence().effect() == Effect.SUPPORTS);
            boolean isBlocked = findings.stream()
                    .anyMatch(finding -> finding.rule().consequence().effect() == Effect.BLOCKS_EXTEND);
            return isSupported && !isBlocked ? Decision.EXTEND : Decision.MAINTAIN;
        }

        @Override
        public Review review(Scorecard scorecard, YearMonth month) {
            return engine.review(scorecard, ReviewRequest.LATEST.forMonth(month));
        }

        @Override
        public Optional<Review> reviewAssuming(
                Scorecard scorecard, YearMonth month, ThresholdId threshold, Exact value) {
            return Optional.empty();
        }
    }
}
