package dev.roi.imports.source;

import static dev.roi.imports.source.Exports.known;
import static dev.roi.imports.source.Exports.readings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Scorecard;
import dev.roi.imports.file.Imported;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesFileTest {

    @TempDir
    Path directory;

    private Exports exports;

    @BeforeEach
    void inADirectory() {
        exports = new Exports(directory);
    }

    private static final String TABLE = "scope_level,scope_id,month,indicator,value";

    @Test
    void baselines_come_from_the_same_reader_and_months_before_the_first_use_are_no_snapshots() {
        Imported imported = exports.head("""
                        format: roi-sources/1
                        extracted-at: 2026-06-02
                        baselines: { period: 2026-03/2026-04 }
                        scopes: { payments: { level: team, first-use: 2026-05, services: [Payments] } }
                        """)
                .file(
                        "incidents.ndjson",
                        incident(1, "2026-03-02"),
                        incident(2, "2026-03-03"),
                        incident(3, "2026-03-04"),
                        incident(4, "2026-05-03"))
                .read("{ read: pagerduty-incidents, files: [incidents.ndjson] }");

        Scorecard scorecard = imported.readings().scorecards().get(0);
        assertThat(readings(imported)).containsExactly("2026-05 incidents 1");
        assertThat(scorecard.baselines())
                .hasEntrySatisfying(
                        new IndicatorId("incidents"),
                        baseline -> assertThat(baseline.<Exact>fold(Baseline.Defined::value, undefined -> Exact.ZERO))
                                .isEqualTo(Exact.of("1.5")));
        assertThat(scorecard.firstUse()).isEqualTo(YearMonth.of(2026, 5));
    }

    private static String incident(int number, String day) {
        return "{\"incident_number\": %s, \"created_at\": \"%sT06:23:06Z\", \"service\": {\"summary\": \"Payments\"}}"
                .formatted(number, day);
    }

    @Test
    void two_sources_for_one_reading_are_a_fault_unless_one_is_named_to_win() {
        exports.file("manual.csv", TABLE, "team,payments,2026-05,incidents,7")
                .file("incidents.ndjson", incident(1, "2026-05-03"));
        String tool = "{ read: pagerduty-incidents, files: [incidents.ndjson] }";

        assertThat(exports.faults(tool, "{ read: table, files: [manual.csv] }"))
                .containsExactly(
                        "ROI-T20 sources.yaml:15:1: `table` and `pagerduty-incidents` (sources.yaml:14:1) both give "
                                + "`incidents`. Name it under `wins` of one of them.");
        Imported imported = exports.read(tool, "{ read: table, files: [manual.csv], wins: [incidents] }");
        assertThat(known(imported, "2026-05", "incidents").value()).isEqualTo(Exact.of(7));
    }

    @Test
    void a_policy_with_other_names_is_served_and_what_is_not_wanted_is_not_given() {
        exports.file("incidents.ndjson", incident(1, "2026-05-03"));

        assertThat(
                        readings(
                                exports.read(
                                        "{ read: pagerduty-incidents, files: [incidents.ndjson], as: { incidents: escaped-defects } }")))
                .containsExactly("2026-05 escaped-defects 1");
        assertThat(exports.faults("{ read: pagerduty-incidents, files: [incidents.ndjson], gives: [lead-time] }"))
                .anyMatch(fault -> fault.startsWith("ROI-T21 "));
    }

    @Test
    void every_fault_of_the_file_is_said_with_its_place() {
        assertThat(exports.head("""
                        format: roi-source/1
                        time-zone: Europe/Pariis
                        curency: EUR
                        scopes:
                          Pay: { level: team }
                          payments: { level: squad, first-use: 2026-13, repositories: [a/b] }
                          other: { level: team, repositories: [a/b] }
                          third: { level: team, repositories: [a/b] }
                        """)
                        .faults(
                                "{ read: github-pulls, files: [x.json] }",
                                "{ read: openai-costs, files: [x.json], scope: oter }"))
                .containsExactly(
                        "ROI-T16 sources.yaml:1:9: /format: unknown format `roi-source/1`. Expected `roi-sources/1`.",
                        "ROI-T16 sources.yaml:2:12: /time-zone: `time-zone`: unknown time zone `Europe/Pariis`. Such as `Europe/Paris`.",
                        "ROI-T16 sources.yaml:3:1: /curency: unknown key `curency`. Did you mean `currency`?",
                        "ROI-T16 sources.yaml:5:3: /scopes/Pay: `Pay` is not a scope id; ids are small letters, digits and hyphens",
                        "ROI-T16 sources.yaml:6:22: /scopes/payments/level: `level`: unknown value `squad`. Expected one of `workflow`, `team`, `portfolio`.",
                        "ROI-T16 sources.yaml:6:40: /scopes/payments/first-use: `first-use`: `2026-13` is not a month. A month is written such as `2026-05`.",
                        "ROI-T16 sources.yaml:8:39: /scopes/third/repositories: `a/b` is claimed by scope `other` already",
                        "ROI-T16 sources.yaml:10:13: /sources/0/read: unknown reader `github-pulls`. Expected one of "
                                + "`claude-code-analytics`, `copilot-billing`, `copilot-seats`, `copilot-usage`, `cursor-usage`, "
                                + "`devlake`, `focus-cost`, `github-pull-requests`, `gitlab-merge-requests`, `intercom`, "
                                + "`jira-changelog`, `openai-costs`, `pagerduty-incidents`, `zendesk`, `table`.",
                        "ROI-T18 sources.yaml:11:34: /sources/1/files: no file is named `x.json`. Files are looked for beside this file.",
                        "ROI-T16 sources.yaml:11:51: /sources/1/scope: unknown scope `oter`. Did you mean `other`?");
    }

    @Test
    void files_that_are_not_there_are_said() {
        assertThat(exports.faults("{ read: openai-costs, files: [\"exports/x-*.json\"] }"))
                .containsExactly(
                        "ROI-T18 sources.yaml:14:34: /sources/0/files: no file is named `exports/x-*.json`. Files are "
                                + "looked for beside this file.");
    }
}
