package dev.roi.testkit.model;

import dev.roi.core.Decision;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A built-in policy, with the model of its decisions and scorecards to try both on.
 *
 * @param engine the policy itself
 * @param model how it is to decide
 * @param draws scorecards
 */
record Subject(Engine engine, DecisionModel model, Draws draws) {

    private static final Map<String, Subject> MADE = new ConcurrentHashMap<>();

    private static Subject of(String policy) {
        return MADE.computeIfAbsent(policy, id -> {
            Engine engine = Engine.builtIn(id);
            return new Subject(engine, DecisionModel.of(engine), Draws.of(engine));
        });
    }

    /** Returns a test for each built-in policy. */
    static Stream<DynamicTest> each(Consumer<Subject> test) {
        return Stream.of("coding-agent", "assistant")
                .map(policy -> DynamicTest.dynamicTest(policy, () -> test.accept(of(policy))));
    }

    String policy() {
        return engine.policy().ref().id().value();
    }

    Review review(Scorecard scorecard, YearMonth month) {
        return engine.review(scorecard, ReviewRequest.LATEST.forMonth(month));
    }

    Decision decide(Scorecard scorecard, YearMonth month) {
        return engine.decide(scorecard, ReviewRequest.LATEST.forMonth(month));
    }
}
