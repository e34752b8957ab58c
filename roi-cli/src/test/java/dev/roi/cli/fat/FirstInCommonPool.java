package dev.roi.cli.fat;

import dev.roi.rules.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** An application that is one jar of jars: a thread of the common pool is the first to use the library. */
public final class FirstInCommonPool {

    private FirstInCommonPool() {}

    /**
     * Prints the headline of the scorecard that lies beside this class.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        System.out.println(
                CompletableFuture.supplyAsync(FirstInCommonPool::headline).join());
    }

    private static String headline() {
        try (InputStream scorecard = FirstInCommonPool.class.getResourceAsStream("/scorecard.json")) {
            Engine engine = Engine.builtIn("coding-agent");
            return engine.review(engine.read("scorecard.json", scorecard)
                            .scorecards()
                            .get(0))
                    .headline();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
