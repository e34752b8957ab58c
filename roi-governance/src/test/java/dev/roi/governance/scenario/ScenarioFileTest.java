package dev.roi.governance.scenario;

import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

    @Test
    void the_schema_says_what_the_format_says() {
        Schemas.hold(Schema.SCENARIOS, ScenarioFile.format());
    }
}
