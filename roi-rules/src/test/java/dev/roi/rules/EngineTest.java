package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
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

    @Test
    void a_reading_in_another_unit_is_not_compared_and_what_was_given_is_said() {
        IndicatorId leadTime = new IndicatorId("lead-time");
        var review = Engine.builtIn("coding-agent")
                .review(Scorecard.of(Scope.of(Level.WORKFLOW, "api-tests"))
                        .baseline(leadTime, Baseline.of("10"))
                        .snapshot(Snapshot.complete(
                                YearMonth.of(2026, 1),
                                Map.of(
                                        leadTime,
                                        Reading.of("90").in(new Unit("hours")).noted("from the new tool"))))
                        .build());
        assertThat(review.unknown())
                .filteredOn(unknown -> unknown.indicator().equals(leadTime))
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.reason()).isEqualTo(UnknownReason.OTHER_UNIT);
                    assertThat(unknown.note()).contains("90 hours. from the new tool");
                });
        assertThat(review.justifications())
                .anySatisfy(each -> assertThat(each.text()).contains("given in another unit, 90 hours"));
    }
}
