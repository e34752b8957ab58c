package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Portfolio;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private static final String POLICY = "coding-agent";
    private static final int THREADS = 8;

    private final Engine engine = Engine.builtIn(POLICY);

    @Test
    void eight_threads_at_once_review_a_portfolio_to_the_same_bytes() throws Exception {
        Portfolio portfolio = portfolio();
        String alone = Json.write(engine.review(portfolio, ReviewRequest.LATEST));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(() -> Json.write(engine.review(portfolio, ReviewRequest.LATEST)));
            }
            for (Future<String> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_order_of_scopes_does_not_show() {
        Portfolio portfolio = portfolio();
        List<Scorecard> shuffled = new ArrayList<>(portfolio.scorecards());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(Json.write(engine.review(new Portfolio(shuffled), ReviewRequest.LATEST)))
                .isEqualTo(Json.write(engine.review(portfolio, ReviewRequest.LATEST)));
    }

    @Test
    void two_engines_of_one_policy_review_to_the_same_bytes() {
        Portfolio portfolio = portfolio();
        assertThat(Json.write(Engine.builtIn(POLICY).review(portfolio, ReviewRequest.LATEST)))
                .isEqualTo(Json.write(engine.review(portfolio, ReviewRequest.LATEST)));
    }

    /** Every month of the examples as the latest of a scope of its own. */
    private static Portfolio portfolio() {
        List<Scorecard> scorecards = new ArrayList<>();
        for (Scorecard given : BuiltInMonths.scorecards(POLICY)) {
            Scope scope = new Scope(
                    given.scope().level(),
                    "scope-" + scorecards.size(),
                    given.scope().name(),
                    given.scope().firstUse());
            scorecards.add(given.withScope(scope));
        }
        return new Portfolio(scorecards);
    }
}
