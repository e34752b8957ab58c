package dev.roi.testkit;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would change a decision, over 2,000 scorecards of a seed of its own; {@code -Dsoak.seed=…} repeats it. A soak, since
 * each scorecard is decided some thousand times: every value of each reading, and every pair of values up to a number.
 */
@Tag("soak")
class WhatIfSoakTest {

    private static final int SCORECARDS = Integer.getInteger("soak.tries", 1_000);
    private static final int FILLINGS = Integer.getInteger("soak.fillings", 1_000);
    private static final int PAIRS = Integer.getInteger("soak.pairs", 10_000);

    private final long seed = Long.getLong("soak.seed", new Random().nextLong());

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void every_change_does_what_it_says_and_nothing_less_does(String policy) {
        Random random = new Random(seed);
        WhatIfTest.hold(
                policy,
                SCORECARDS,
                seed,
                (engine, scorecard) -> WhatIfProof.breaches(engine, scorecard, PAIRS, random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void what_fillings_give_is_possible_and_a_reading_that_is_not_decisive_makes_no_difference(String policy) {
        Random random = new Random(seed);
        WhatIfTest.hold(
                policy,
                SCORECARDS / 10,
                seed,
                (engine, scorecard) -> WhatIfFillings.breaches(engine, scorecard, FILLINGS, random));
    }
}
