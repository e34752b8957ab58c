package dev.roi.testkit;

import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws over every built-in policy with a seed of its own for every run, and many tries: {@code mvn -Psoak test}. A
 * failure names its seed; {@code -Dsoak.seed=…} repeats it.
 */
@Tag("soak")
class LawsSoakTest {

    @TestFactory
    Stream<DynamicTest> every_built_in_policy_keeps_every_law() {
        int tries = Integer.getInteger("soak.tries", 20_000);
        long seed = Long.getLong("soak.seed", new Random().nextLong());
        return PolicyFiles.builtIns().stream()
                .flatMap(id -> PolicyLaws.of(Engine.builtIn(id))
                        .tries(tries)
                        .seed(seed)
                        .tests());
    }
}
