package dev.roi.imports.file;

import static dev.roi.imports.Given.MAY;
import static dev.roi.imports.Given.faults;
import static dev.roi.imports.Given.file;
import static dev.roi.imports.Given.read;
import static dev.roi.imports.Given.reading;
import static dev.roi.imports.Given.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Budget;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.imports.Readings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableImportTest {

    private static final String HEADER = "scope_level,scope_id,month,indicator,value\n";

    @TempDir
    Path directory;

    private Scorecard one(Path... files) {
        return read(files).scorecards().get(0);
    }

    @Test
    void a_row_is_a_reading_and_every_month_in_between_is_there() {
        Scorecard scorecard = one(file(
                directory,
                "readings.csv",
                HEADER + "team,payments,2026-03,lead-time,9.5\nteam,payments,2026-05,lead-time,7\n"));

        assertThat(scorecard.snapshots()).hasSize(3);
        assertThat(value(scorecard, YearMonth.of(2026, 3), "lead-time")).isEqualTo("9.5");
        assertThat(value(scorecard, YearMonth.of(2026, 4), "lead-time")).isEqualTo("not-reported");
        assertThat(value(scorecard, MAY, "lead-time")).isEqualTo("7");
    }

    @Test
    void parts_without_a_total_add_up_to_it() {
        Scorecard scorecard = one(file(
                directory,
                "readings.csv",
                "scope_level,scope_id,month,indicator,value,dimension,part,currency\n"
                        + "team,payments,2026-05,cost-by-workflow,7000.10,workflow,api-tests,EUR\n"
                        + "team,payments,2026-05,cost-by-workflow,0.05,workflow,unassigned,EUR\n"));

        Reading.Known cost = reading(scorecard, MAY, "cost-by-workflow").known().orElseThrow();
        assertThat(cost.value()).isEqualTo(Exact.of("7000.15"));
        assertThat(cost.by().get(Dimension.WORKFLOW)).containsOnlyKeys("api-tests", "unassigned");
        assertThat(scorecard.currency()).contains("EUR");
    }

    @Test
    void rates_keep_their_cases_and_0_of_0_is_no_cases() {
        Scorecard scorecard = one(file(
                directory,
                "readings.csv",
                "scope_level,scope_id,month,indicator,numerator,denominator,sample\n"
                        + "team,payments,2026-05,rework-rate,14,120,120\n"
                        + "team,payments,2026-05,adoption-rate,0,0,\n"));

        assertThat(reading(scorecard, MAY, "rework-rate").known().orElseThrow().rate())
                .contains(new Reading.Rate(Exact.of(14), Exact.of(120)));
        assertThat(value(scorecard, MAY, "adoption-rate")).isEqualTo("no-cases");
    }

    @Test
    void a_spreadsheet_of_french_people_is_read_as_it_is() {
        Scorecard scorecard = one(file(
                directory,
                "mesures.csv",
                "scope_level;scope_id;month;indicator;value;note\r\n"
                        + "team;payments;mai-26;monthly-cost;12 345,50;coût réel\r\n"
                        + "team;payments;05/2026;adoption-rate;62,5 %;\r\n"
                        + "team;payments;01/05/2026;lead-time;9,5;\r\n",
                Charset.forName("windows-1252")));

        assertThat(value(scorecard, MAY, "monthly-cost")).isEqualTo("12345.5");
        assertThat(value(scorecard, MAY, "adoption-rate")).isEqualTo("62.5");
        assertThat(value(scorecard, MAY, "lead-time")).isEqualTo("9.5");
        assertThat(reading(scorecard, MAY, "monthly-cost").note()).contains("coût réel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5|12.5",
                "1 234,5|1234.5",
                "1\u202F234|1234",
                "1\u00A0234 567|1234567",
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1,234,567|1234567",
                "-3|-3",
                "\u22123,25|-3.25",
                "0,125|0.125",
                "1,2E+3|1200",
                "1234.567|1234.567",
                "1'234.50|1234.5"
            })
    void a_number_that_can_mean_one_thing_is_read(String written, String meant) {
        Scorecard scorecard = one(file(
                directory,
                "readings.csv",
                HEADER.replace(',', ';') + "team;payments;2026-05;perceived-speedup;" + written + "\n"));

        assertThat(value(scorecard, MAY, "perceived-speedup")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "12.345"})
    void a_number_that_can_mean_two_things_is_refused_with_row_and_column(String written) {
        Path file = file(
                directory,
                "readings.csv",
                HEADER.replace(',', ';') + "team;payments;2026-05;lead-time;" + written + "\n");

        assertThat(faults(directory, file))
                .singleElement()
                .asString()
                .startsWith("ROI-T09 readings.csv:2:5: column `value`: `%s` can be read in two ways. Write `"
                        .formatted(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/04/2026", "26-mai", "05/26", "2026-13", "mai", "13/2026"})
    void a_month_that_can_mean_two_or_none_is_refused(String written) {
        Path file = file(directory, "readings.csv", HEADER + "team,payments," + written + ",lead-time,7\n");

        assertThat(faults(directory, file)).singleElement().asString().startsWith("ROI-T10 readings.csv:2:3: ");
    }

    @Test
    void one_table_does_not_write_days_first_and_months_first() {
        Path file = file(
                directory,
                "readings.csv",
                HEADER + "team,payments,01/05/2026,lead-time,7\nteam,payments,06/01/2026,lead-time,7\n");

        assertThat(faults(directory, file)).singleElement().asString().startsWith("ROI-T10 readings.csv:3:3: ");
    }

    @Test
    void of_two_rows_for_one_reading_the_later_counts_and_is_restated() {
        String header = "scope_level,scope_id,month,indicator,value,extracted_at\n";
        Readings readings = read(
                file(
                        directory,
                        "readings.csv",
                        header
                                + "team,payments,2026-05,incidents,2,2026-06-20\nteam,payments,2026-05,incidents,1,2026-06-02\n"));

        assertThat(value(readings.scorecards().get(0), MAY, "incidents")).isEqualTo("2");
        assertThat(readings.restated())
                .singleElement()
                .satisfies(restated -> assertThat(restated.before().figure()).hasToString("1"));
    }

    @Test
    void two_rows_that_nothing_tells_apart_are_a_fault() {
        Path file = file(
                directory,
                "readings.csv",
                HEADER + "team,payments,2026-05,incidents,2\nteam,payments,2026-05,incidents,2\n");

        assertThat(faults(directory, file))
                .containsExactly(
                        "ROI-T13 readings.csv:3:4: `incidents` of `team/payments` in `2026-05` is there already, at "
                                + directory.relativize(file)
                                + ":2:4. Of two rows the one with the later `extracted_at` counts; "
                                + "both need one.");
    }

    @Test
    void all_faults_come_together_each_with_its_row() {
        Path file = file(
                directory,
                "readings.csv",
                HEADER + "team,payments,2026-05,lead-time,\nteam,Payments,2026-05,lead-time,7\n"
                        + "squad,payments,2026-05,lead-time,seven\nteam,payments,2026-05,led-time,7\n"
                        + "team,payments,2026-05,adoption-rate,120\n");

        assertThat(faults(directory, file))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("ROI-T07 readings.csv:2:5: "),
                        fault -> assertThat(fault)
                                .startsWith("ROI-S14 readings.csv:3:2: ")
                                .endsWith("Did you mean `payments`?"),
                        fault -> assertThat(fault).startsWith("ROI-T11 readings.csv:4:1: "),
                        fault -> assertThat(fault).startsWith("ROI-T09 readings.csv:4:5: "),
                        fault -> assertThat(fault)
                                .startsWith("ROI-S06 readings.csv:5:4: ")
                                .endsWith("Did you mean `lead-time`?"),
                        fault -> assertThat(fault).startsWith("ROI-S21 readings.csv:6:5: "));
    }

    @Test
    void what_stands_beside_the_readings_is_read_from_the_same_directory() {
        file(directory, "readings.csv", HEADER + "team,payments,2026-05,lead-time,7\n");
        file(
                directory,
                "scopes.csv",
                "scope_level,scope_id,name,first_use,currency,policy,former_ids\n"
                        + "team,payments,Payments,2026-01,EUR,coding-agent,billing\n");
        file(
                directory,
                "workflows.csv",
                "scope_id,id,name,authorised,priority,owner\n,api-tests,API tests,yes,oui,Ada\n");
        file(
                directory,
                "baselines.csv",
                "scope_level,scope_id,indicator,value,unknown,period,method\n"
                        + "team,payments,lead-time,9.5,,2025-07/2025-12,median\nteam,payments,incidents,,not-reported,,\n");
        file(
                directory,
                "old.jsonl",
                "{\"scope_level\":\"team\",\"scope_id\":\"billing\",\"month\":\"2026-02\","
                        + "\"indicator\":\"lead-time\",\"value\":9}\n");

        file(directory, "dates.csv", "scope_level,scope_id,name,month\nteam,payments,contract-end,2027-03\n");
        file(
                directory,
                "budgets.csv",
                "scope_level,scope_id,amount,currency,period\nteam,payments,120000,EUR,2026-01/2026-12\n");

        Readings readings = read(directory);

        assertThat(readings.scorecards()).singleElement().satisfies(scorecard -> {
            assertThat(scorecard.scope().formerIds()).containsExactly("billing");
            assertThat(scorecard.dates()).containsExactly(Map.entry("contract-end", YearMonth.of(2027, 3)));
            assertThat(scorecard.budget())
                    .contains(new Budget(Exact.of(120000), YearMonth.of(2026, 1), YearMonth.of(2026, 12)));
            assertThat(scorecard.scope().name()).isEqualTo("Payments");
            assertThat(scorecard.firstUse()).isEqualTo(YearMonth.of(2026, 1));
            assertThat(scorecard.workflows()).singleElement().hasFieldOrPropertyWithValue("name", "API tests");
            assertThat(scorecard.baselines()).hasSize(2);
            assertThat(value(scorecard, YearMonth.of(2026, 2), "lead-time")).isEqualTo("9");
        });
    }

    @Test
    void what_a_row_says_of_its_figure_stands_in_the_scorecard() {
        Readings readings = read(file(
                directory,
                "readings.csv",
                "scope_level,scope_id,month,indicator,value,bound,status,covers_from,covers_to\n"
                        + "team,payments,2026-05,active-users,12,at-least,,,\n"
                        + "team,payments,2026-05,incidents,3,,provisional,,\n"
                        + "team,payments,2026-05,prompts,40,,,2026-05-01,2026-05-22\n"
                        + "team,payments,2026-06,lead-time,8,,,2026-06-01,2026-06-22\n"));

        Scorecard scorecard = readings.scorecards().get(0);
        assertThat(reading(scorecard, MAY, "active-users"))
                .isEqualTo(Reading.of("12").bounded(Reading.Bound.AT_LEAST));
        assertThat(reading(scorecard, MAY, "incidents"))
                .isEqualTo(Reading.of("3").as(Reading.Status.PROVISIONAL));
        assertThat(reading(scorecard, MAY, "prompts"))
                .isEqualTo(Reading.of("40")
                        .covering(new Reading.Days(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 22))));
        assertThat(scorecard.find(MAY).orElseThrow().isComplete()).isTrue();
        assertThat(scorecard.find(MAY.plusMonths(1)).orElseThrow().isComplete()).isFalse();
    }

    @Test
    void a_long_table_under_other_names_is_told_which_columns_are_missing() {
        Path file = file(directory, "long.csv", "scope,month,indicator,value\npayments,2026-05,lead-time,7\n");

        assertThat(faults(directory, file))
                .contains(
                        "ROI-T02 long.csv:1:1: columns are missing in the table of readings: `scope_level`, `scope_id`. "
                                + "Rename `scope` if they are meant.");
    }

    @Test
    void a_formula_a_short_row_and_a_wide_row_are_refused_where_they_are() {
        assertThat(faults(directory, file(directory, "a.csv", HEADER + "team,payments,2026-05,lead-time,=B2\n")))
                .contains("ROI-T08 a.csv:2:5: column `value` has a formula: `=B2`. Paste its value instead.");
        assertThat(faults(directory, file(directory, "b.csv", HEADER + "team,payments,2026-05,lead\n")))
                .anyMatch(fault -> fault.startsWith("ROI-T06 b.csv:2:4: the row has 4 cells and the header 5."));
        assertThat(faults(directory, file(directory, "c.csv", "x,".repeat(2_000_000) + "\n")))
                .anyMatch(fault -> fault.startsWith("ROI-T04 c.csv:1:1: "));
    }

    @Test
    void mixed_encodings_and_files_that_are_no_text_are_refused() {
        Path mixed =
                file(directory, "mixed.csv", HEADER + "team,payments,2026-05,lead-time,7é\n", StandardCharsets.UTF_8);
        appendLatin(mixed);

        assertThat(faults(directory, mixed)).anyMatch(fault -> fault.startsWith("ROI-T05 mixed.csv:3:1: "));
        assertThat(faults(directory, file(directory, "zip.csv", "PK\u0003\u0004...")))
                .anyMatch(fault -> fault.startsWith("ROI-T01 zip.csv: this is an archive or a workbook"));
        assertThat(faults(directory, file(directory, "no.xlsx", "PK\u0003\u0004...")))
                .anyMatch(fault -> fault.startsWith("ROI-T01 no.xlsx: this is not a workbook"));
        assertThat(faults(directory, file(directory, "wide.csv", HEADER, StandardCharsets.UTF_16)))
                .anyMatch(fault -> fault.startsWith("ROI-T01 wide.csv: this file is in UTF-16"));
    }

    private static void appendLatin(Path file) {
        try {
            java.nio.file.Files.write(
                    file,
                    "team,payments,2026-04,lead-time,7é\n".getBytes(StandardCharsets.ISO_8859_1),
                    java.nio.file.StandardOpenOption.APPEND);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void a_table_with_a_byte_order_mark_and_tabs_is_read() {
        Scorecard scorecard = one(file(
                directory,
                "readings.tsv",
                "\uFEFF" + HEADER.replace(',', '\t') + "team\tpayments\t2026-05\tlead-time\t7\r\n\r\n"));

        assertThat(value(scorecard, MAY, "lead-time")).isEqualTo("7");
    }
}
