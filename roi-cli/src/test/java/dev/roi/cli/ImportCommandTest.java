package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    private static final String TABLE = """
        scope_level,scope_id,month,indicator,value,currency
        team,payments,2026-04,monthly-cost,1200.50,EUR
        team,payments,2026-05,monthly-cost,1300,EUR
        workflow,api-tests,2026-05,lead-time,7,
        """;

    @TempDir
    Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private List<String> written(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_portfolio_is_on_standard_output_and_the_report_on_standard_error() throws IOException {
        Ran ran = Ran.of("import", file("readings.csv", TABLE));

        assertThat(ran.status()).isEqualTo(Status.DONE);
        assertThat(ran.out()).startsWith("{\n  \"format\": \"roi-portfolio/1\",");
        assertThat(ran.err())
                .contains("payments, May 2026", "Known (1)", "  Total monthly cost: €1,300", "Only people can give (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "semicolons", "jsonl", "xlsx"})
    void what_comes_through_a_pipe_is_read_as_the_file_would_be(String form) throws IOException {
        byte[] table = piped(form);
        Path file = Files.write(directory.resolve("readings." + (form.equals("semicolons") ? "csv" : form)), table);

        assertThat(Ran.reading(table, "import", "-"))
                .isEqualTo(Ran.of("import", file.toString()))
                .satisfies(ran -> assertThat(ran.out()).contains("\"roi-portfolio/1\""));
        assertThat(Ran.reading(table, "review", "-").done())
                .isEqualTo(Ran.of("review", file.toString()).done());
    }

    private byte[] piped(String form) throws IOException {
        return switch (form) {
            case "csv" -> TABLE.getBytes(StandardCharsets.UTF_8);
            case "semicolons" ->
                TABLE.replace(',', ';').replace("1200.50", "1200,50").getBytes(StandardCharsets.UTF_8);
            case "jsonl" ->
                "{\"scope_level\": \"team\", \"scope_id\": \"payments\", \"month\": \"2026-05\", \"indicator\": \"lead-time\", \"value\": 7}"
                        .getBytes(StandardCharsets.UTF_8);
            default -> {
                Path book = directory.resolve("template.xlsx");
                Ran.of("template", "--format", "xlsx", "--out", book.toString());
                yield Files.readAllBytes(book);
            }
        };
    }

    @Test
    void a_fault_of_what_comes_through_a_pipe_has_its_row_and_column() {
        assertThat(Ran.reading(TABLE.replace("1300", "x"), "import", "-").refused())
                .startsWith("ROI-T09 standard input:3:5: column `value`: `x` is not a number");
        assertThat(Ran.reading(TABLE.replace("1300", "x"), "review", "-", "--lang", "fr")
                        .refused())
                .startsWith("ROI-T09 entrée standard:3:5: colonne `value`");
        assertThat(Ran.reading(TABLE, "import", "-", "-").refused())
                .startsWith("roi: standard input (`-`) is given more than once");
    }

    @Test
    void a_scorecard_through_a_pipe_stands_beside_a_table_of_another_scope() throws IOException {
        String scorecard = Ran.of("template").done().replace("my-team", "other-team");
        assertThat(Ran.reading(scorecard, "review", "-", file("readings.csv", TABLE), "--format", "json")
                        .done())
                .contains("roi-portfolio-review/1");
    }

    @Test
    void a_directory_has_a_file_for_each_scope_and_the_same_bytes_the_second_time() throws IOException {
        String table = file("readings.csv", TABLE);
        Path out = directory.resolve("scopes");
        Ran.of("import", table, "--out", out.toString());
        String first = Files.readString(out.resolve("team-payments.json"));

        Ran ran = Ran.of("import", table, "--out", out.toString());

        assertThat(ran.out()).isEmpty();
        assertThat(written("scopes")).containsExactly("team-payments.json", "workflow-api-tests.json");
        assertThat(Files.readString(out.resolve("team-payments.json"))).isEqualTo(first);
        assertThat(Ran.of("review", out.toString(), "--format", "json").done()).contains("roi-portfolio-review/1");
    }

    @Test
    void an_import_that_fails_leaves_the_directory_as_it_was() throws IOException {
        Path out = directory.resolve("scopes");
        Ran.of("import", file("readings.csv", TABLE), "--out", out.toString());

        String refused = Ran.of(
                        "import",
                        file("bad.csv", TABLE + "team,payments,2026-06,lead-time,x,\n"),
                        "--out",
                        out.toString())
                .refused();

        assertThat(refused).startsWith("ROI-T09 ").contains("bad.csv:5:5: ");
        assertThat(written("scopes")).containsExactly("team-payments.json", "workflow-api-tests.json");
        assertThat(written(".")).containsExactly("bad.csv", "readings.csv", "scopes");
    }

    @Test
    void a_directory_with_something_else_in_it_is_not_written_over() throws IOException {
        Path out = Files.createDirectory(directory.resolve("mine"));
        Files.writeString(out.resolve("notes.txt"), "mine");

        assertThat(Ran.of("import", file("readings.csv", TABLE), "--out", out.toString())
                        .refused())
                .contains("`notes.txt`");
        assertThat(written("mine")).containsExactly("notes.txt");
    }

    @Test
    void a_review_takes_a_table_and_another_one_in_json_beside_it() throws IOException {
        String table = file("readings.csv", TABLE.lines().limit(3).reduce("", (one, next) -> one + next + "\n"));
        String json = file("scope.json", Ran.of("template").done());

        assertThat(Ran.of("review", table).done()).contains("payments", "May 2026");
        assertThat(Ran.of("review", table, json, "--format", "json").done())
                .contains("\"id\": \"payments\"", "\"id\": \"my-scope\"");
        assertThat(Ran.of("review", table, "--month", "2026-07").refused()).contains("ROI-S28");
    }

    @Test
    void past_decisions_are_compared_and_what_if_is_asked_of_tables_too() throws IOException {
        String table = file("readings.csv", TABLE.lines().limit(3).reduce("", (one, next) -> one + next + "\n"));
        String lines = file("lines.jsonl", """
            {"scope_level": "team", "scope_id": "billing", "month": "2026-05", "indicator": "lead-time", "value": 7}
            """);

        assertThat(Ran.of("diff", "coding-agent", "coding-agent", "--history", table, lines)
                        .done())
                .contains("Scopes:                        2", "Months:                        3");
        assertThat(Ran.of("sweep", "coding-agent", "--threshold", "extend.months", "--history", table)
                        .done())
                .contains("2 months were decided again");
        assertThat(Ran.of("whatif", table, "--month", "2026-04").done()).contains("Month:     April 2026");
        assertThat(Ran.of("whatif", table, file("bad.csv", TABLE.replace("1300", "x")), "--lang", "fr")
                        .refused())
                .startsWith("ROI-T09 ")
                .contains("bad.csv:3:5", "colonne");
    }

    @Test
    void a_directory_is_read_as_the_sources_file_in_it_says() throws IOException {
        file("readings.csv", TABLE);
        file("other.csv", "Not a table of readings\n");
        file("sources.yaml", """
            format: roi-sources/1
            scopes:
              payments: { level: team }
              api-tests: { level: workflow }
            sources:
              - { read: table, files: [readings.csv] }
            """);

        assertThat(Ran.of("import", directory.toString()).out())
                .isEqualTo(Ran.of("import", directory.resolve("sources.yaml").toString())
                        .out())
                .contains("\"api-tests\"");
        assertThat(Ran.of("review", directory.toString(), "--format", "json").done())
                .contains("roi-portfolio-review/1");
    }

    @Test
    void what_was_imported_can_be_written_as_a_table_and_imported_again() throws IOException {
        String table = file("readings.csv", TABLE);
        Path out = directory.resolve("tables");
        Ran.of("import", table, "--format", "csv", "--out", out.toString());

        assertThat(written("tables")).containsExactly("readings.csv", "scopes.csv");
        assertThat(Ran.of("import", out.toString()).out())
                .isEqualTo(Ran.of("import", table).out());
    }

    @Test
    void the_report_is_a_file_of_the_form_that_its_name_says() throws IOException {
        String table = file("readings.csv", TABLE);
        for (String name : List.of("report.md", "report.json", "report.txt")) {
            Ran ran =
                    Ran.of("import", table, "--report", directory.resolve(name).toString());
            assertThat(ran.err()).isEmpty();
        }

        assertThat(Files.readString(directory.resolve("report.md")))
                .contains("## payments, May 2026\n\n### Known (1)\n\n- Total monthly cost: €1,300\n\n");
        assertThat(Files.readString(directory.resolve("report.json"))).contains("\"format\": \"roi-import/1\"");
        assertThat(Files.readString(directory.resolve("report.txt")))
                .contains("payments, May 2026\n\nKnown (1)\n  Total monthly cost: €1,300\n\nOnly");
    }

    @Test
    void nothing_later_than_the_month_is_read() throws IOException {
        Ran ran = Ran.of("import", file("readings.csv", TABLE), "--month", "2026-04");

        assertThat(ran.out()).contains("2026-04").doesNotContain("2026-05");
        assertThat(ran.err()).contains("payments, April 2026");
    }

    @ParameterizedTest
    @CsvSource({"en, Known (1)", "fr, Connu (1)"})
    void it_speaks_both_languages(String language, String words) throws IOException {
        String table = file("readings.csv", TABLE);
        assertThat(Ran.of("import", table, "--lang", language).err()).contains(words);
    }

    @Test
    void faults_are_said_in_french_too() throws IOException {
        assertThat(Ran.of("import", file("bad.csv", TABLE.replace("1300", "1,300x")), "--lang", "fr")
                        .refused())
                .contains("la ligne a 7 cellules et l’en-tête 6");
    }
}
