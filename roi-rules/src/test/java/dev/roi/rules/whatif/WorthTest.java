package dev.roi.rules.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.language.Finding;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of what information is worth, over scorecards that hide and blur what was measured. */
class WorthTest {

    private static final int MONTHS = 12;

    /** Scorecards, each with what its open readings may be. */
    private static List<Case> cases(String id) {
        Engine engine = Engine.builtIn(id);
        Policy policy = engine.policy().withoutNotes();
        CompiledRules rules = CompiledRules.of(policy);
        Random random = new Random(19L);
        List<Scorecard> months = new ArrayList<>(BuiltInMonths.scorecards(id));
        Collections.shuffle(months, random);
        List<Case> cases = new ArrayList<>();
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
                    .map(state -> state.indicator().id())
                    .toList();
            Fillings fillings = new Fillings(policy, reach, trials, new Axes(policy, reach, trials), open);
            cases.add(new Case(engine, hidden, open, fillings, new Worth(fillings, policy.wrongDecisions()), random));
        }
        return cases;
    }

    private record Case(
            Engine engine, Scorecard scorecard, List<IndicatorId> open, Fillings fillings, Worth worth, Random random) {

        /** The decision of an engine on the scorecard itself, filled so. */
        Decision decide(Map<IndicatorId, Reading> filling) {
            List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
            Snapshot last = snapshots.remove(snapshots.size() - 1);
            Map<IndicatorId, Reading> readings = new TreeMap<>(last.readings());
            readings.putAll(filling);
            snapshots.add(new Snapshot(last.month(), last.completeness(), readings));
            return engine.decide(scorecard.withSnapshots(snapshots), ReviewRequest.LATEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void each_possible_decision_has_a_filling_that_an_engine_decides_so(String id) {
        for (Case one : cases(id)) {
            Map<Decision, Map<IndicatorId, Reading>> fillings = new EnumMap<>(Decision.class);
            for (Fillings.Option option : one.fillings().together(one.fillings().sources())) {
                one.fillings()
                        .decision(option)
                        .ifPresent(decision -> fillings.putIfAbsent(decision, option.readings()));
            }
            assertThat(one.worth().decisions()).isNotEmpty().containsExactlyElementsOf(fillings.keySet());
            fillings.forEach((decision, filling) -> assertThat(one.decide(filling))
                    .as("%s of %s", filling, one.scorecard())
                    .isEqualTo(decision));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void knowing_more_is_never_worth_less_nor_more_than_everything_nor_below_nothing(String id) {
        int decisive = 0;
        for (Case one : cases(id)) {
            Exact everything = one.worth().of(one.open());
            List<IndicatorId> some = new ArrayList<>(one.open());
            Collections.shuffle(some, one.random());
            Exact before = one.worth().of(List.of());
            assertThat(before).isEqualTo(Exact.ZERO);
            for (int size = 1; size <= Math.min(3, some.size()); size++) {
                Exact more = one.worth().of(some.subList(0, size));
                assertThat(more)
                        .as("%s of %s", some.subList(0, size), one.scorecard())
                        .isGreaterThanOrEqualTo(before);
                assertThat(more).isLessThanOrEqualTo(everything);
                before = more;
            }
            for (IndicatorId each : one.open()) {
                assertThat(one.worth().of(List.of(each)).signum())
                        .as("a reading between no two decisions is worth nothing: %s", each)
                        .isLessThanOrEqualTo(one.worth().between(each).size() > 1 ? 1 : 0)
                        .isNotNegative();
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
