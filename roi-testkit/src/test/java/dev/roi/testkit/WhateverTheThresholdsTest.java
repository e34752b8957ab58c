package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A policy keeps the laws with every value that its thresholds may have. */
class WhateverTheThresholdsTest {

    private static final int POLICIES = 20;
    private static final int SCORECARDS = 6;

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Policy POLICY = Engine.read(FILES, Map.of());

    @TestFactory
    Stream<DynamicTest> laws_hold_with_any_thresholds_that_are_allowed() {
        return Arrays.stream(Law.values()).map(law -> DynamicTest.dynamicTest(law.toString(), () -> hold(law)));
    }

    private static void hold(Law law) {
        Random random = new Random(100L + law.number());
        for (int i = 0; i < POLICIES; i++) {
            Map<ThresholdId, Exact> thresholds = thresholds(random);
            Engine engine = Engine.interpreting(Engine.read(FILES, thresholds));
            ScorecardGenerator generator =
                    ScorecardArbitraries.of(engine.policy()).generator();
            LawCheck laws = LawCheck.of(engine);
            for (int j = 0; j < SCORECARDS; j++) {
                Scorecard scorecard = generator.next(random);
                Optional<Breach> breach = laws.breach(law, scorecard);
                assertThat(breach).as("breach with %s", thresholds).isEmpty();
            }
        }
    }

    /** Moves every threshold to one of its ends, or in between, such that they are a policy together. */
    private static Map<ThresholdId, Exact> thresholds(Random random) {
        while (true) {
            Map<ThresholdId, Exact> thresholds = new LinkedHashMap<>();
            for (Threshold threshold : POLICY.thresholds().values()) {
                Exact least = threshold.range().least().orElse(threshold.value());
                Exact most = threshold.range().most().orElse(threshold.value());
                Exact drawn = switch (random.nextInt(4)) {
                    case 0 -> least;
                    case 1 -> most;
                    case 2 -> threshold.value();
                    default ->
                        Exact.of(least.plus(most.minus(least)
                                        .times(Exact.of(random.nextInt(101)))
                                        .dividedBy(Exact.HUNDRED))
                                .rounded(0));
                };
                thresholds.put(threshold.id(), drawn);
            }
            if (isPolicy(thresholds)) {
                return thresholds;
            }
        }
    }

    private static boolean isPolicy(Map<ThresholdId, Exact> thresholds) {
        try {
            Engine.read(FILES, thresholds);
            return true;
        } catch (InvalidInput | IllegalArgumentException doNotFitTogether) {
            return false;
        }
    }
}
