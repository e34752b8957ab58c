package dev.roi.governance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Review;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void every_reader_sees_the_decision_and_why_it_stops_or_adjusts(String id) {
        Engine engine = Engine.builtIn(id);
        Set<Decision> seen = EnumSet.noneOf(Decision.class);
        for (Scenario scenario :
                Scenarios.of(PolicyFiles.builtIn(id).orElseThrow(), engine).list()) {
            Review review = engine.review(scenario.scorecard());
            seen.add(review.decision());
            List<Justification> making = review.justifications().stream()
                    .filter(reason -> makes(review.decision(), reason.effect()))
                    .toList();
            for (ViewId reader : engine.policy().views().readers().keySet()) {
                View view = engine.view(scenario.scorecard(), reader, ReviewRequest.LATEST);
                assertThat(view.decision()).isEqualTo(review.decision());
                assertThat(view.decided()).isEqualTo(review.headline());
                assertThat(review.justifications()).containsSubsequence(view.reasons());
                assertThat(view.reasons())
                        .as("%s for %s", scenario.name(), reader)
                        .containsAll(making);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Decision.values());
    }

    private static boolean makes(Decision decision, Effect effect) {
        return (decision == Decision.STOP && effect == Effect.STOP)
                || (decision == Decision.ADJUST && effect == Effect.ADJUST);
    }
}
