package dev.roi.imports.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.imports.Given;
import dev.roi.imports.file.Imported;
import dev.roi.imports.file.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every reader, whatever the tool: it is given rows of March and May, and none of April. */
class EveryReaderTest {

    private static final int ROWS = 24;
    private static final int TRIES = 2;

    @TempDir
    Path directory;

    /** A tool's export: what its source says, the header where it has one, a row, and whether a row twice is one row. */
    record Export(String source, String header, Function<Row, String> form, boolean once) {

        String reader() {
            return source.substring("{ read: ".length(), source.indexOf(','));
        }

        List<String> rows() {
            Random random = new Random(20261201);
            return IntStream.range(0, ROWS)
                    .mapToObj(i -> form.apply(new Row(i, random)))
                    .toList();
        }

        String file(List<String> rows) {
            return (header.isEmpty() ? "" : header + "\n")
                    + rows.stream().map(row -> row + "\n").collect(joining());
        }

        @Override
        public String toString() {
            return reader();
        }
    }

    /** A row of some number, in March where it is even and in May where it is odd. */
    record Row(int number, Random random) {

        Instant at() {
            return Instant.parse(number % 2 == 0 ? "2026-03-02T10:00:00Z" : "2026-05-02T10:00:00Z")
                    .plusSeconds(86_400L * (number % 20));
        }

        Instant later() {
            return at().plusSeconds(3_600L * (1 + random.nextInt(60)));
        }

        String day() {
            return at().toString().substring(0, 10);
        }

        String spaced() {
            return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(at().atOffset(ZoneOffset.UTC));
        }

        int some(int below) {
            return random.nextInt(below);
        }
    }

    private static Export json(String source, Function<Row, String> form) {
        return new Export(source, "", form, true);
    }

    static Stream<Export> exports() {
        return Stream.of(
                json(
                        "{ read: github-pull-requests, files: [\"export*\"] }",
                        row ->
                                "{\"number\": %s, \"user\": {\"login\": \"p%s\"}, \"created_at\": \"%s\", \"updated_at\": \"%s\", \"merged_at\": \"%s\", \"base\": {\"repo\": {\"full_name\": \"acme/pay\"}}, \"reviews\": [{\"user\": {\"login\": \"r\"}, \"submitted_at\": \"%s\"}]}"
                                        .formatted(
                                                row.number(),
                                                row.some(3),
                                                row.at(),
                                                row.at().plusSeconds(999_999),
                                                row.later(),
                                                row.later())),
                json(
                        "{ read: gitlab-merge-requests, files: [\"export*\"] }",
                        row ->
                                "{\"iid\": %s, \"project_id\": 5, \"target_branch\": \"main\", \"state\": \"merged\", \"created_at\": \"%s\", \"merged_at\": \"%s\", \"author\": {\"username\": \"ada\"}, \"references\": {\"full\": \"acme/pay!%s\"}}"
                                        .formatted(row.number() + 1, row.at(), row.later(), row.number() + 1)),
                json(
                        "{ read: jira-changelog, files: [\"export*\"], started: [Doing], done: [Done] }",
                        row ->
                                "{\"key\": \"PAY-%1$s\", \"id\": \"%1$s\", \"fields\": {\"created\": \"%2$s\", \"labels\": []}, \"changelog\": {\"histories\": [{\"id\": \"1\", \"created\": \"%2$s\", \"items\": [{\"field\": \"status\", \"toString\": \"Doing\"}]}, {\"id\": \"2\", \"created\": \"%3$s\", \"items\": [{\"field\": \"status\", \"toString\": \"Done\"}]}]}}"
                                        .formatted(row.number(), row.at(), row.later())),
                new Export(
                        "{ read: devlake, files: [\"export*\"] }",
                        "cicd_deployment_id,result,environment,finished_date,cicd_scope_id",
                        row -> "d%s,SUCCESS,PRODUCTION,%s,project1".formatted(row.number(), row.at()),
                        true),
                new Export(
                        "{ read: focus-cost, files: [\"export*\"], cost: BilledCost }",
                        "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,SubAccountId",
                        row -> "%s.%011d,EUR,%s,%s,CC-12"
                                .formatted(row.some(99), 1 + row.number(), row.spaced(), row.later()),
                        false),
                json(
                        "{ read: copilot-usage, files: [\"export*\"] }",
                        row ->
                                "{\"report_start_day\": \"%1$s\", \"report_end_day\": \"%1$s\", \"day\": \"%1$s\", \"organization_id\": \"100\", \"user_id\": \"u%2$s\", \"user_initiated_interaction_count\": %3$s}"
                                        .formatted(row.day(), row.number(), 1 + row.some(9))),
                json(
                        "{ read: copilot-seats, files: [\"export*\"] }",
                        row ->
                                "{\"assignee\": {\"login\": \"u%1$s\", \"id\": %1$s, \"type\": \"User\"}, \"last_activity_at\": \"%2$s\", \"assigning_team\": {\"slug\": \"pay\"}}"
                                        .formatted(row.number(), row.at())),
                new Export(
                        "{ read: copilot-billing, files: [\"export*\"], cost: net }",
                        "date,product,sku,net_amount,cost_center_name",
                        row -> "%s,copilot,copilot_ai_credit,%s.%018d,CC-12"
                                .formatted(row.day(), row.some(9), 1 + row.number()),
                        false),
                json(
                        "{ read: claude-code-analytics, files: [\"export*\"] }",
                        row ->
                                "{\"date\": \"%sT00:00:00Z\", \"organization_id\": \"100\", \"actor\": {\"email_address\": \"u%s@example.org\", \"type\": \"user_actor\"}, \"core_metrics\": {}, \"model_breakdown\": [{\"estimated_cost\": {\"amount\": %s.5, \"currency\": \"USD\"}}]}"
                                        .formatted(row.day(), row.number(), row.some(300))),
                json(
                        "{ read: cursor-usage, files: [\"export*\"], scope: payments }",
                        row ->
                                "{\"usageEventsDisplay\": [{\"timestamp\": \"%s\", \"userEmail\": \"u%s@example.org\", \"kind\": \"x\", \"chargedCents\": %s.66}]}"
                                        .formatted(row.at().toEpochMilli(), row.number(), row.some(99))),
                json(
                        "{ read: openai-costs, files: [\"export*\"] }",
                        row ->
                                "{\"object\": \"bucket\", \"start_time\": %s, \"end_time\": %s, \"results\": [{\"amount\": {\"value\": %s.06, \"currency\": \"usd\"}, \"project_id\": \"proj_pay\", \"line_item\": \"i%s\"}]}"
                                        .formatted(
                                                row.at().getEpochSecond(),
                                                row.at().getEpochSecond() + 86_400,
                                                row.some(99),
                                                row.number())),
                json(
                        "{ read: pagerduty-incidents, files: [\"export*\"] }",
                        row ->
                                "{\"incident_number\": %1$s, \"id\": \"Q%1$s\", \"created_at\": \"%2$s\", \"service\": {\"id\": \"P1\", \"summary\": \"Payments\"}}"
                                        .formatted(row.number(), row.at())),
                new Export(
                        "{ read: intercom, files: [\"export*\"], scope: payments }",
                        "id,updated_at,created_at,assignee_type,state,conversation_rating_value,ai_agent_resolution_state",
                        row -> "%s,%s,%s,,closed,%s,confirmed_resolution"
                                .formatted(row.number(), row.spaced(), row.spaced(), 1 + row.some(5)),
                        true),
                json(
                        "{ read: zendesk, files: [\"export*\"], scope: payments, outcomes: { automated: [bot] } }",
                        row ->
                                "{\"id\": %s, \"requester_id\": 7, \"status\": \"solved\", \"created_at\": \"%s\", \"tags\": [\"bot\"], \"satisfaction_rating\": {\"score\": \"%s\"}}"
                                        .formatted(row.number() + 1, row.at(), row.some(2) == 0 ? "good" : "bad")));
    }

    private Imported read(Export export, List<List<String>> files) throws IOException {
        try (Stream<Path> old = Files.list(directory)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        Exports exports = new Exports(directory);
        if (export.reader().equals("intercom") || export.reader().equals("zendesk")) {
            exports.assistant();
        }
        String ending = export.header().isEmpty() ? ".ndjson" : ".csv";
        for (int i = 0; i < files.size(); i++) {
            Given.file(directory, "export" + i + ending, export.file(files.get(i)));
        }
        return exports.read(export.source());
    }

    private String readings(Export export, List<List<String>> files) throws IOException {
        return TableFiles.readings(read(export, files).readings());
    }

    @Test
    void there_is_an_export_of_every_reader() {
        assertThat(exports().map(Export::reader).toList())
                .containsExactlyInAnyOrderElementsOf(Readers.names().stream()
                        .filter(name -> !name.equals(Readers.TABLE))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("exports")
    void the_order_of_rows_and_where_a_file_ends_change_nothing(Export export) throws IOException {
        List<String> rows = export.rows();
        String once = readings(export, List.of(rows));
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            List<String> other = new ArrayList<>(rows);
            Collections.shuffle(other, random);
            int cut = random.nextInt(rows.size() + 1);
            assertThat(readings(export, List.of(other.subList(0, cut), other.subList(cut, rows.size()))))
                    .isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void a_row_twice_is_one_where_the_tool_numbers_its_rows_and_else_two(Export export) throws IOException {
        List<String> rows = export.rows();
        List<String> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        if (export.once()) {
            assertThat(readings(export, List.of(rows, rows))).isEqualTo(readings(export, List.of(rows)));
            assertThat(readings(export, List.of(twice))).isEqualTo(readings(export, List.of(rows)));
        } else {
            assertThat(readings(export, List.of(twice))).isNotEqualTo(readings(export, List.of(rows)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copilot-usage", "claude-code-analytics", "openai-costs", "cursor-usage"})
    void of_two_exports_of_one_day_the_later_counts_in_whatever_order_they_are_read(String reader) throws IOException {
        String day = "{\"data\": [{\"day\": \"2026-05-01\", \"email\": \"u@example.org\", \"isActive\": true,"
                + " \"acceptedLinesAdded\": %s}]}";
        Export export = reader.equals("cursor-usage")
                ? json(
                        "{ read: cursor-usage, files: [\"export*\"], scope: payments }",
                        row -> day.formatted(row.some(900)))
                : exports()
                        .filter(each -> each.reader().equals(reader))
                        .findFirst()
                        .orElseThrow();
        String one = export.form().apply(new Row(1, new Random(1)));
        String other = export.form().apply(new Row(1, new Random(2)));
        assertThat(one).isNotEqualTo(other);

        assertThat(readings(export, List.of(List.of(one), List.of(other))))
                .isEqualTo(readings(export, List.of(List.of(other), List.of(one))))
                .isIn(readings(export, List.of(List.of(one))), readings(export, List.of(List.of(other))));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void a_month_without_a_row_is_unknown_and_not_zero(Export export) throws IOException {
        assertThat(read(export, List.of(export.rows())).readings().rows())
                .filteredOn(row -> row.month().toString().equals("2026-04"))
                .filteredOn(row -> !COUNTED.contains(row.indicator()))
                .extracting(row -> row.figure().toString())
                .isSubsetOf("no-cases", "0/0", "not-reported");
    }

    /** What an export lists all of: none in a month that it reaches over is a count of 0. */
    private static final List<String> COUNTED =
            List.of("incidents", "deployments", "request-volume", "work-in-progress");

    @ParameterizedTest
    @MethodSource("exports")
    void every_row_is_used_or_it_is_said_why_not(Export export) throws IOException {
        List<String> rows = export.rows();
        String all = traces(read(export, List.of(rows)));
        for (int i = 0; i < rows.size(); i += 11) {
            List<String> others = new ArrayList<>(rows);
            others.remove(i);
            assertThat(traces(read(export, List.of(others))))
                    .as("without row %s: %s", i, rows.get(i))
                    .isNotEqualTo(all);
        }
    }

    private static String traces(Imported imported) {
        return TableFiles.readings(imported.readings())
                + imported.sources().get(0).leftOut().stream()
                        .map(reason -> reason.reason() + reason.count())
                        .toList()
                + imported.sources().get(0).remarks().stream()
                        .map(reason -> reason.reason() + reason.count())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void a_file_that_ends_within_a_row_is_refused_where_it_ends(Export export) throws IOException {
        String whole = export.file(export.rows()).stripTrailing();
        int lastRow = whole.lastIndexOf('\n') + 1;
        int cut = lastRow + (export.header().isEmpty() ? 20 : 2);
        read(export, List.of(export.rows())); // so that the directory has nothing else in it
        String name = "export0" + (export.header().isEmpty() ? ".ndjson" : ".csv");
        Given.file(directory, name, whole.substring(0, cut));

        assertThat(new Exports(directory).faults(export.source()))
                .anyMatch(fault -> fault.matches("ROI-[DT]\\d\\d " + name + ":"
                        + whole.substring(0, cut).lines().count() + ":\\d+: .*"));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void nothing_of_a_person_comes_out(Export export) throws IOException {
        Imported imported = read(export, List.of(export.rows()));
        assertThat(TableFiles.readings(imported.readings()) + imported.sources())
                .doesNotContain("@example.org", "\"ada\"", "requester");
    }
}
