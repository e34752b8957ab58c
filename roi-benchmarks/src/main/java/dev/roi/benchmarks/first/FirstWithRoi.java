package dev.roi.benchmarks.first;

import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.nio.file.Path;

/** Loads the policy, reads a scorecard, decides or reviews once, prints the decision and ends. */
public final class FirstWithRoi {

    private FirstWithRoi() {}

    /**
     * Makes one decision.
     *
     * @param arguments the policy, {@code decide} or {@code review}, and the file with the scorecard
     */
    public static void main(String... arguments) {
        Engine engine = Engine.builtIn(arguments[0]);
        Scorecard scorecard = engine.read(Path.of(arguments[2])).scorecards().get(0);
        System.out.println(
                arguments[1].equals("review")
                        ? engine.review(scorecard).decision()
                        : engine.decide(scorecard, ReviewRequest.LATEST));
    }
}
