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

    private static final int SCORECARDS = Integer.getInteger("whatif.tries", 2);

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void every_change_does_what_it_says_and_nothing_less_does(String policy) {
        Random random = new Random(SEED);
        hold(policy, SCORECARDS, SEED, (engine, scorecard) -> WhatIfProof.breaches(engine, scorecard, 20, random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void what_fillings_give_is_possible_and_a_reading_that_is_not_decisive_makes_no_difference(String policy) {
        Random random = new Random(SEED);
        hold(
                policy,
                SCORECARDS,
                SEED + 1,
                (engine, scorecard) -> WhatIfFillings.breaches(engine, scorecard, 20, random));
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
        WhatIfInputs inputs = new WhatIfInputs(policy, seed);
        for (int i = 0; i < tries; i++) {
            Scorecard scorecard = inputs.next();
            assertThat(check.apply(inputs.engine(), scorecard))
                    .as("scorecard %s of seed %s: %s", i, seed, scorecard)
                    .isEmpty();
        }
    }
}
