package dev.roi.testkit;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would change a decision, over 2,000 scorecards of a seed of its own; {@code -Dsoak.seed=…} repeats it. */
@Tag("soak")
class WhatIfSoakTest {

    private static final int SCORECARDS = Integer.getInteger("soak.tries", 1_000);
    private static final int FILLINGS = Integer.getInteger("soak.fillings", 1_000);

    private static final int PAIRS = Integer.getInteger("soak.pairs", 2_000);

    private final long seed = Long.getLong("soak.seed", new Random().nextLong());

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void every_change_does_what_it_says_and_nothing_less_does(String policy) {
        Random random = new Random(seed);
        WhatIfTest.hold(
                policy, SCORECARDS, seed, (engine, scorecard) -> WhatIfGrid.breaches(engine, scorecard, PAIRS, random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void what_fillings_give_is_possible(String policy) {
        Random random = new Random(seed);
        WhatIfTest.hold(
                policy,
                SCORECARDS / 10,
                seed,
                (engine, scorecard) -> WhatIfGrid.impossible(engine, scorecard, FILLINGS, random));
    }
}
