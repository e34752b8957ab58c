package dev.roi.examples;

import dev.roi.rules.Engine;
import java.nio.file.Path;

/** The program that the README begins with: a scorecard in, a justified decision out. */
public final class FirstReview {

    private FirstReview() {}

    /**
     * Prints the decision of a scorecard's latest month, and why.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        var engine = Engine.builtIn("coding-agent");
        for (var scorecard :
                engine.read(Path.of("roi-examples/data/first/scorecard.json")).scorecards()) {
            var review = engine.review(scorecard);
            System.out.println(review.headline());
            review.justifications()
                    .forEach(reason -> System.out.println("- " + reason.effect().word() + ": " + reason.text()));
        }
    }
}
