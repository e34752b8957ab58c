package dev.roi.examples;

import dev.roi.core.Scorecard;
import dev.roi.governance.live.LivePolicy;
import dev.roi.governance.live.PolicyWatch;
import dev.roi.governance.live.Reload;
import dev.roi.rules.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The program that the page on changing a policy shows; that it compiles is the test. */
final class HandedOver {

    private HandedOver() {}

    @SuppressWarnings("try") // the watch is used by being open
    static void review(Path directory, Path scorecards, Consumer<Reload> log) {
        LivePolicy policy = LivePolicy.open(directory);
        try (PolicyWatch watch = policy.watch(Duration.ofSeconds(2), log)) {
            Engine engine = policy.engine();
            for (Scorecard scorecard : engine.read(scorecards).scorecards()) {
                System.out.println(engine.review(scorecard).headline());
            }
        }
    }
}
