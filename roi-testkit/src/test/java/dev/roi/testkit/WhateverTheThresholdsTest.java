package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Portfolio;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A policy keeps the laws with every value that its thresholds may have. */
class WhateverTheThresholdsTest {

    private static final int POLICIES = 12;
    private static final int MANY_POLICIES = 400;
    private static final int SCORECARDS = 2;

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Policy POLICY = Engine.read(FILES, Map.of());

    @TestFactory
    Stream<DynamicTest> laws_hold_with_any_thresholds_that_are_allowed() {
        return drawn(1, POLICIES);
    }

    @TestFactory
    @Tag("soak") // many more of the same
    Stream<DynamicTest> laws_hold_with_many_thresholds_that_are_allowed() {
        return drawn(POLICIES + 1, MANY_POLICIES);
    }

    private static Stream<DynamicTest> drawn(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> DynamicTest.dynamicTest(
                        "thresholds drawn with seed " + number, () -> hold(new Random(number))));
    }

    private static void hold(Random random) {
        Policy policy = policy(random);
        ScorecardGenerator generator = ScorecardArbitraries.of(policy).generator();
        LawCheck laws = LawCheck.of(Engine.of(policy));
        for (int i = 0; i < SCORECARDS; i++) {
            Trial trial = laws.trial(new Portfolio(List.of(generator.next(random))));
            for (Law law : Law.values()) {
                assertThat(laws.breach(law, trial, (clause, times) -> {}))
                        .as("breach with %s", policy.thresholds().values())
                        .isEmpty();
            }
        }
    }

    /** Moves every threshold to one of its ends, or in between, such that they are a policy together. */
    private static Policy policy(Random random) {
        while (true) {
            Map<ThresholdId, Exact> thresholds = new LinkedHashMap<>();
            POLICY.thresholds().values().forEach(threshold -> thresholds.put(threshold.id(), value(threshold, random)));
            try {
                return Engine.read(FILES, thresholds);
            } catch (InvalidInput | IllegalArgumentException doNotFitTogether) {
                // others are drawn
            }
        }
    }

    private static Exact value(Threshold threshold, Random random) {
        Exact least = threshold.range().least().orElse(threshold.value());
        Exact most = threshold.range().most().orElse(threshold.value());
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> threshold.value();
            default ->
                Exact.of(least.plus(most.minus(least)
                                .times(Exact.of(random.nextInt(101)))
                                .dividedBy(Exact.HUNDRED))
                        .rounded(0));
        };
    }
}
