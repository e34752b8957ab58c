package dev.roi.spark;

import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import dev.roi.testkit.ScorecardArbitraries;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;

/** Scorecards that are drawn at random, the same for the same seed. */
final class Drawn {

    private Drawn() {}

    static List<Scorecard> scorecards(long seed, int number) {
        RandomGenerator<Scorecard> generator = ScorecardArbitraries.of(
                        Engine.builtIn("coding-agent").policy())
                .scorecards()
                .generator(number);
        Random random = new Random(seed);
        return Stream.generate(() -> generator.next(random).value())
                .limit(number)
                .toList();
    }

    static List<String> documents(long seed, int number) {
        return scorecards(seed, number).stream().map(Json::line).toList();
    }
}
