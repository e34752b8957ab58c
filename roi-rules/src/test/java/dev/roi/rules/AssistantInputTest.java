package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the assistant policy refuses, with its place and reason. */
class AssistantInputTest {

    private static final Engine ENGINE = Engine.builtIn("assistant");

    private static String faults(String readings) {
        String document = """
                { "format": "roi-scorecard/1", "policy": "assistant", "scope": { "level": "workflow", "id": "a" },
                  "snapshots": [{ "month": "2026-01", "readings": {
                %s
                }}]}""".formatted(readings.stripTrailing());
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> ENGINE.read("f.json", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))));
        return refused.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void adoption_by_department_whose_parts_cannot_give_the_whole() {
        assertThat(faults("""
                "weekly-active-rate": { "value": 50, "by": { "department": { "sales": 60, "support": 75.5 } } }
                """))
                .isEqualTo("ROI-S26 f.json:3:60: /snapshots/0/readings/weekly-active-rate/by/department: parts by"
                        + " department are from 60 to 75.5; they cannot give the value 50");
        assertThat(faults("""
                "weekly-active-rate": { "numerator": 50, "denominator": 100, "by": { "department": {
                  "sales": { "numerator": 30, "denominator": 50 }, "support": { "numerator": 21, "denominator": 50 } } } }
                """))
                .isEqualTo("ROI-S26 f.json:3:84: /snapshots/0/readings/weekly-active-rate/by/department: parts by"
                        + " department have 51 of 100 together, not 50 of 100");
    }

    @Test
    void a_satisfaction_of_140_percent_and_negative_times() {
        assertThat(faults("\"csat\": 140, \"response-time\": -1, \"hours-saved\": -5"))
                .isEqualTo("""
                ROI-S21 f.json:3:9: /snapshots/0/readings/csat: value 140 is outside the range of `csat`, 0 to 100
                ROI-S21 f.json:3:31: /snapshots/0/readings/response-time: value -1 is outside the range of\
                 `response-time`, 0 or more
                ROI-S21 f.json:3:50: /snapshots/0/readings/hours-saved: value -5 is outside the range of `hours-saved`,\
                 0 or more""");
    }

    @Test
    void a_handover_share_that_contradicts_automation() {
        assertThat(faults("\"automation-rate\": 85, \"handover-rate\": 30"))
                .isEqualTo("ROI-S31 f.json:3:41: /snapshots/0/readings/handover-rate: `automation-rate` (85) and"
                        + " `handover-rate` (30) are 115 % of `request-volume` together, and exclude each other."
                        + " At most 100 % is possible.");
    }

    @Test
    void rates_that_contradict_the_outcomes_of_the_requests() {
        assertThat(faults("""
                "automation-rate": 66, "handover-rate": 15,
                "request-volume": { "value": 2000, "by": { "outcome": {
                  "automated": 1300, "handed-over": 300, "abandoned": 100, "unengaged": 300 } } }
                """))
                .isEqualTo("ROI-S30 f.json:3:20: /snapshots/0/readings/automation-rate: value 66 contradicts the 65"
                        + " computed from `request-volume`. Leave it out, or correct what is wrong.");
    }

    @Test
    void a_return_that_contradicts_its_costs_and_a_statistic_that_there_is_not() {
        assertThat(faults("""
                "avoided-cost": 9000, "monthly-cost": 5000, "return-on-investment": 81,
                "response-time": { "value": 4, "definition": "average" }
                """)).isEqualTo("""
                ROI-S30 f.json:3:69: /snapshots/0/readings/return-on-investment: value 81 contradicts the 80 computed\
                 from `avoided-cost` and `monthly-cost`. Leave it out, or correct what is wrong.
                ROI-S32 f.json:4:46: /snapshots/0/readings/response-time/definition: `response-time` is not measured\
                 as `average`. It may be `mean`, `median`, `p95`; without a definition it is the first of them.""");
    }

    @Test
    void outcomes_that_are_none_or_do_not_add_up() {
        assertThat(faults("""
                "request-volume": { "value": 10, "by": { "outcome": { "automatd": 7, "handed-over": 2 } } }
                """)).isEqualTo("""
                ROI-S25 f.json:3:53: /snapshots/0/readings/request-volume/by/outcome: parts by outcome add up to 9, not\
                 to the value 10. What belongs to no part stands under `unassigned`.
                ROI-S12 f.json:3:55: /snapshots/0/readings/request-volume/by/outcome/automatd: `request-volume` has no\
                 outcome `automatd`. Did you mean `automated`?""");
    }
}
