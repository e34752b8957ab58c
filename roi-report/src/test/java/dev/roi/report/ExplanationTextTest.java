package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    @Test
    void every_rule_is_written() {
        Engine engine = Engine.builtIn("coding-agent");
        Scorecard scorecard = Scorecard.of(Scope.of(Level.TEAM, "checkout"))
                .snapshot(Snapshot.complete(
                        YearMonth.of(2026, 5), Map.of(new IndicatorId("adoption-rate"), Reading.of("31"))))
                .build();
        assertThat(ExplanationText.of(engine.explain(scorecard, ReviewRequest.LATEST)))
                .contains(engine.policy().rules().keySet().stream()
                        .map(rule -> "  " + rule + ": ")
                        .toList());
    }

    @Test
    void the_schema_says_what_the_format_says() {
        Schemas.hold(Schema.EXPLANATION, ExplanationFormat.FORMAT);
    }
}
