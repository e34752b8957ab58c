package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIfJson;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slice of what {@link WhatIfSoakTest} holds 2,000 scorecards to. */
class WhatIfTest {

    static final long SEED = 20261130L;

    private static final int SCORECARDS = Integer.getInteger("whatif.tries", 8);

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void every_change_does_what_it_says_and_nothing_less_does(String policy) {
        Random random = new Random(SEED);
        hold(policy, SCORECARDS, SEED, (engine, scorecard) -> WhatIfGrid.breaches(engine, scorecard, 200, random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void what_fillings_give_is_possible(String policy) {
        Random random = new Random(SEED);
        hold(
                policy,
                SCORECARDS,
                SEED + 1,
                (engine, scorecard) -> WhatIfGrid.impossible(engine, scorecard, 100, random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void the_same_input_gives_the_same_bytes(String policy) {
        hold(policy, SCORECARDS, SEED + 2, (engine, scorecard) -> {
            String once = WhatIfJson.write(engine.whatIf(scorecard, ReviewRequest.LATEST));
            String again = WhatIfJson.write(Engine.builtIn(policy).whatIf(scorecard, ReviewRequest.LATEST));
            return once.equals(again) ? List.of() : List.of(once + again);
        });
    }

    static void hold(String policy, int tries, long seed, BiFunction<Engine, Scorecard, List<String>> check) {
        Engine engine = Engine.builtIn(policy);
        ScorecardGenerator generator = ScorecardArbitraries.of(engine.policy()).generator();
        Random random = new Random(seed);
        int held = 0;
        for (int i = 0; i < tries; i++) {
            Scorecard scorecard = generator.next(random);
            if (!scorecard.completeMonths().isEmpty()) {
                assertThat(check.apply(engine, scorecard))
                        .as("scorecard %s of seed %s: %s", i, seed, scorecard)
                        .isEmpty();
                held++;
            }
        }
        assertThat(held).as("scorecards with a month to review").isPositive();
    }
}
