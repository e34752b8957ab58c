package dev.roi.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.imports.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what somebody took them for: a clear fault with its place, and nothing else. */
class BadExportsTest {

    private static final String PULLS = "{ read: github-pull-requests, files: [\"x*\"] }";
    private static final String COST = "{ read: focus-cost, files: [\"x*\"], cost: BilledCost }";
    private static final String FOCUS = "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,SubAccountId\n";
    private static final String PULL =
            "{\"number\": 1, \"user\": {\"login\": \"ada\"}, \"created_at\": \"2026-05-01T10:00:00Z\","
                    + " \"merged_at\": \"2026-05-03T10:00:00Z\", \"base\": {\"repo\": {\"full_name\": \"acme/pay\"}}}";

    @TempDir
    Path directory;

    private Exports exports;

    @BeforeEach
    void inADirectory() {
        exports = new Exports(directory);
    }

    private void bytes(String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
    }

    private void says(String source, String... starts) {
        List<String> faults = exports.faults(source);
        for (String start : starts) {
            assertThat(faults).anyMatch(fault -> fault.startsWith(start));
        }
    }

    @Test
    void what_was_cut_off_is_refused_where_it_ends() throws IOException {
        bytes("x.ndjson", (PULL + "\n" + PULL.substring(0, 60)).getBytes(StandardCharsets.UTF_8));
        says(PULLS, "ROI-D04 x.ndjson:2:61: it ends in the middle");

        bytes("x.ndjson", ("[" + PULL + ",\n").getBytes(StandardCharsets.UTF_8));
        says(PULLS, "ROI-D04 x.ndjson:2:1: it ends in the middle");
    }

    @Test
    void a_row_that_was_cut_off_is_refused_where_it_ends() throws IOException {
        String row = "1.5,EUR,2026-05-01 00:00:00,2026-05-02 00:00:00,";
        bytes("x.csv", (FOCUS + row + "CC-12\n1.5,EUR,2026-05").getBytes(StandardCharsets.UTF_8));
        says(COST, "ROI-T06 x.csv:3:3: the row has 3 cells and the header 5.");

        bytes("x.csv", (FOCUS + row + "\"CC-12\n" + row + "CC-12\n").getBytes(StandardCharsets.UTF_8));
        says(COST, "ROI-T06 x.csv:2:5: a quotation mark opens here, and none closes it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"issues": [{"key": "PAY-1"}]}                         | ROI-T19 x.json:1:1: nothing in it is what
        {"message": "Bad credentials", "status": "401"}        | ROI-T19 x.json:1:1: nothing in it is what
        <html><body>Sign in</body></html>                      | ROI-T19 x.json:1:1: nothing in it is what
        a,b                                                    | ROI-T19 x.json:1:1: nothing in it is what
        3                                                      | ROI-T19 x.json:1:1: nothing in it is what
        [3]                                                    | ROI-S01 x.json:1:2: objects are expected here
        []                                                     | ROI-T21 sources.yaml:14:1: nothing that
        {"number": 1, "number": }                              | ROI-D04 x.json:1:25: it is not JSON
        """)
    void the_export_of_another_tool_or_none_is_told(String text, String start) {
        exports.file("x.json", text);
        List<String> faults = exports.faults(PULLS);

        assertThat(faults).singleElement().asString().startsWith(start.substring(0, 8));
        assertThat(faults.get(0)).contains(start.substring(start.indexOf(": ") + 2));
    }

    @Test
    void what_is_empty_packed_or_nested_without_end_is_told() throws IOException {
        bytes("x.json", new byte[0]);
        says(PULLS, "ROI-D02 x.json: there is nothing in it");

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(PULL.getBytes(StandardCharsets.UTF_8));
        }
        bytes("x.json", packed.toByteArray());
        says(PULLS, "ROI-T01 x.json: this file is compressed.");

        packed.reset();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("pulls.json"));
            zip.write(PULL.getBytes(StandardCharsets.UTF_8));
        }
        bytes("x.json", packed.toByteArray());
        says(PULLS, "ROI-T01 x.json: this is an archive");

        bytes("x.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        says(PULLS, "ROI-D04 x.json");
        assertThat(exports.faults(PULLS).get(0)).contains("nested too deeply").doesNotContain("StreamRead");
    }

    @Test
    void a_million_columns_or_keys_are_told() throws IOException {
        String columns = IntStream.range(0, 1_000_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        bytes("x.csv", (columns + "\n" + columns + "\n").getBytes(StandardCharsets.UTF_8));
        says(COST, "ROI-T04 x.csv:1:1: the row has more than 1000 columns");

        Files.delete(directory.resolve("x.csv"));
        bytes("x.json", ("{\"" + columns.replace(",", "\":1,\"") + "\":1}").getBytes(StandardCharsets.UTF_8));
        says(PULLS, "ROI-T19 x.json:1:1: ");
    }

    @Test
    void two_encodings_in_one_file_are_told_and_latin_letters_of_one_are_read() throws IOException {
        String row = "1.5,EUR,2026-05-01 00:00:00,2026-05-02 00:00:00,é\n";
        bytes("x.csv", (FOCUS + row).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(exports.faults(COST)).singleElement().asString().startsWith("ROI-T21 ");

        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write((FOCUS + row).getBytes(StandardCharsets.UTF_8));
        both.write(row.getBytes(StandardCharsets.ISO_8859_1));
        bytes("x.csv", both.toByteArray());
        says(COST, "ROI-T05 x.csv:3:1: one part of the file is in UTF-8, another is not");
    }

    @Test
    void a_formula_where_an_amount_belongs_is_refused() throws IOException {
        bytes(
                "x.csv",
                (FOCUS + "=SUM(A1:A9),EUR,2026-05-01 00:00:00,2026-05-02 00:00:00,CC-12\n")
                        .getBytes(StandardCharsets.UTF_8));
        says(COST, "ROI-T09 x.csv:2:1: ");
    }

    @Test
    void a_year_that_had_not_begun_or_is_far_from_the_others_is_asked_back() {
        exports.file("x.json", PULL.replace("2026", "2062"));
        says(PULLS, "ROI-T10 sources.yaml:14:1: 2062-05 had not begun when this was taken, 2026-06-02");

        exports.file("x.json", PULL, PULL.replace("2026", "2006").replace("number\": 1", "number\": 2"));
        says(PULLS, "ROI-T10 sources.yaml:14:1: the months 2006-05 and 2026-05 are twenty years apart");
    }

    @Test
    void tables_are_asked_back_likewise() {
        String header = "scope_level,scope_id,month,indicator,value,extracted_at\n";
        Path future =
                Given.file(directory, "a.csv", header + "team,payments,2027-05,lead-time,7,2026-06-02T08:00:00Z\n");
        Path ancient = Given.file(directory, "b.csv", header + "team,payments,0026-05,lead-time,7,\n");
        Path empty = Given.file(directory, "c.csv", header);

        assertThat(Given.faults(directory, future))
                .singleElement()
                .asString()
                .startsWith("ROI-T10 a.csv:2:3: 2027-05 had not begun when this was taken");
        assertThat(Given.faults(directory, ancient))
                .singleElement()
                .asString()
                .startsWith("ROI-T10 b.csv:2:3: column `month`: `0026-05` is not a month");
        assertThat(Given.faults(directory, empty))
                .containsExactly("ROI-T21 c.csv: there is no reading in what was given");
    }

    @Test
    void what_may_be_said_instead_is_named_in_the_order_of_the_page() {
        assertThat(exports.faults("{ read: table, file: x }"))
                .contains("ROI-T16 sources.yaml:14:20: /sources/0/file: unknown key `file`. Did you mean `files`?");
        assertThat(exports.faults("{ read: table, files: [x.csv], zzzzzzzzzzzz: 1 }"))
                .anyMatch(fault ->
                        fault.contains("Expected one of `read`, `files`, `scope`, `definition`, `as`, `gives`"));
    }
}
