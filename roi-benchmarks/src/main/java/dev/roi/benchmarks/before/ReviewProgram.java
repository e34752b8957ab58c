package dev.roi.benchmarks.before;

import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reviews scorecards over and over, and prints how long one review took, in microseconds, for each moment that counts. */
public final class ReviewProgram {

    private ReviewProgram() {}

    /**
     * Reviews.
     *
     * @param arguments the policy, a directory with scorecards, how many moments do not count, how many do, and how many
     *     milliseconds each takes
     * @throws IOException when a scorecard cannot be read
     */
    public static void main(String... arguments) throws IOException {
        Engine engine = Engine.builtIn(arguments[0]);
        List<Scorecard> scorecards;
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            scorecards = files.sorted()
                    .map(file -> engine.read(file).scorecards().get(0))
                    .toList();
        }
        int warm = Integer.parseInt(arguments[2]);
        int counted = Integer.parseInt(arguments[3]);
        long moment = Long.parseLong(arguments[4]) * 1_000_000;
        for (int i = -warm; i < counted; i++) {
            double taken = review(engine, scorecards, moment);
            if (i >= 0) {
                System.out.printf(Locale.ROOT, "%.2f%n", taken);
            }
        }
    }

    private static double review(Engine engine, List<Scorecard> scorecards, long nanoseconds) {
        long start = System.nanoTime();
        long reviews = 0;
        long reasons = 0;
        while (System.nanoTime() - start < nanoseconds) {
            for (Scorecard scorecard : scorecards) {
                reasons += engine.review(scorecard).justifications().size();
            }
            reviews += scorecards.size();
        }
        double taken = (System.nanoTime() - start) / 1e3 / reviews;
        if (reasons == 0) { // so that no review is left out
            throw new IllegalStateException("nothing was reviewed");
        }
        return taken;
    }
}
