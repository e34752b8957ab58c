package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void nothing_measured_never_passes() {
        Engine engine = Engine.builtIn("coding-agent");
        var review = engine.review(Scorecard.of(Scope.of(Level.WORKFLOW, "api-tests"))
                .snapshot(
                        Snapshot.complete(YearMonth.of(2026, 1), Map.of(new IndicatorId("lead-time"), Reading.of("3"))))
                .build());
        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
    }
}
