package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.Baseline;
import dev.roi.core.Budget;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Level;
import dev.roi.core.PolicyId;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.SmallPolicy;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardsTest {

    private static final Scorecards READER = Scorecards.checkedAgainst(PolicyLookup.always(SmallPolicy.indicators()));

    @TempDir
    private Path directory = Path.of("");

    static String card(String id) {
        return """
                { "format": "roi-scorecard/1", "scope": { "level": "team", "id": "%s" },
                  "snapshots": [{ "month": "2026-01", "readings": { "lead-time": 9 } }] }
                """.formatted(id);
    }

    private static Input read(String text) {
        return READER.read("f.json", stream(text));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(Input input) {
        return input.scorecards().stream()
                .map(scorecard -> scorecard.scope().id())
                .toList();
    }

    private String refusal(List<Source> sources) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> READER.read(sources));
        assertThat(refused).isNotNull();
        return refused.faults().stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n"))
                .replace(directory.toString(), "DIR");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void a_scorecard_with_everything_in_it_is_read() throws IOException {
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("scorecard.json"))) {
            Scorecard read = READER.read("scorecard.json", stream).fold(one -> one, several -> {
                throw new AssertionError(several);
            });

            Reading.Rate rework = new Reading.Rate(Exact.of(14), Exact.of(120));
            Reading.Rate sales = new Reading.Rate(Exact.ONE, Exact.of(3));
            Snapshot january = Snapshot.complete(
                    YearMonth.of(2026, 1),
                    Map.of(
                            new IndicatorId("monthly-cost"),
                            Reading.of("11800"),
                            new IndicatorId("cost-by-workflow"),
                            Reading.of("11800")
                                    .by(
                                            Dimension.WORKFLOW,
                                            Map.of(
                                                    "api-tests",
                                                    Reading.Part.of(Exact.of(7000)),
                                                    "refactoring",
                                                    Reading.Part.of(Exact.of(4000)),
                                                    "unassigned",
                                                    Reading.Part.of(Exact.of(800)))),
                            new IndicatorId("escaped-defects"),
                            new Reading.Unknown(
                                    UnknownReason.NOT_INSTRUMENTED, Optional.of("the tracker has no production flag")),
                            new IndicatorId("rework-rate"),
                            Reading.of("0").counted(rework).definedAs("tickets reopened / tickets delivered"),
                            new IndicatorId("reallocated-hours"),
                            new Reading.Known(
                                    Exact.of(120),
                                    Optional.empty(),
                                    Map.of(
                                            Dimension.DESTINATION,
                                            Map.of(
                                                    "debt-reduced",
                                                    Reading.Part.of(Exact.of(80)),
                                                    "flow-accelerated",
                                                    Reading.Part.of(Exact.of(40)))),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of("team survey"),
                                    Optional.of(Exact.of(12)),
                                    Optional.of(Exact.of(15)),
                                    Reading.Status.RESTATED,
                                    Reading.Bound.AT_LEAST,
                                    Optional.of(new Reading.Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 30))),
                                    Reading.Correction.NONE,
                                    Optional.empty()),
                            new IndicatorId("adoption-rate"),
                            Reading.of("33.3").by(Dimension.DEPARTMENT, Map.of("sales", Reading.Part.of(sales))),
                            new IndicatorId("nps"),
                            new Reading.Unknown(UnknownReason.NO_CASES, Optional.of("nobody answered")),
                            new IndicatorId("lead-time"),
                            Reading.of("228").in(new Unit("hours"))));
            Scorecard expected = Scorecard.of(new Scope(
                            Level.WORKFLOW,
                            "api-tests",
                            "API test generation",
                            Optional.of(YearMonth.of(2026, 1)),
                            List.of("api-testing")))
                    .policy(new PolicyId("coding-agent"))
                    .currency("EUR")
                    .workflow(new Workflow(
                            "api-tests",
                            "API test generation",
                            Workflow.Authorisation.AUTHORISED,
                            Workflow.Priority.PRIORITY,
                            Optional.of("Platform lead")))
                    .workflow(new Workflow(
                            "refactoring",
                            "refactoring",
                            Workflow.Authorisation.NOT_AUTHORISED,
                            Workflow.Priority.ORDINARY,
                            Optional.empty()))
                    .baseline(
                            new IndicatorId("lead-time"),
                            new Baseline.Defined(
                                    Exact.of("9.5"),
                                    Optional.of("2025-07/2025-12"),
                                    Optional.of("median of delivered tickets"),
                                    Optional.empty(),
                                    Optional.of(new Unit("days")),
                                    Optional.empty()))
                    .baseline(new IndicatorId("escaped-defects"), Baseline.of("2.5"))
                    .baseline(new IndicatorId("nps"), new Baseline.Undefined(Optional.of("asked from March on")))
                    .date("contract-end", YearMonth.of(2027, 3))
                    .budget(new Budget(Exact.of(120000), YearMonth.of(2026, 1), YearMonth.of(2026, 12)))
                    .snapshot(Snapshot.partial(YearMonth.of(2026, 2), Map.of()))
                    .snapshot(january)
                    .build();
            assertThat(read).isEqualTo(expected);
        }
    }

    @Test
    void a_portfolio_document_is_read_in_the_order_of_its_scopes() {
        Input input =
                read("{ \"scorecards\": [" + card("b") + "," + card("a") + "], \"format\": \"roi-portfolio/1\" }");

        assertThat(input).isInstanceOf(Input.Several.class);
        assertThat(ids(input)).containsExactly("a", "b");
    }

    @Test
    void a_byte_order_mark_is_tolerated() {
        assertThat(ids(read("\uFEFF" + card("a")))).containsExactly("a");
    }

    @Test
    void several_files_and_a_stream_are_one_portfolio() throws IOException {
        Path one = write("one.json", card("c"));
        Path two = write("two.txt", "{ \"format\": \"roi-portfolio/1\", \"scorecards\": [" + card("b") + "] }");

        Input input = READER.read(List.of(Source.of(one), Source.of(two), Source.of("-", stream(card("a")))));

        assertThat(input).isInstanceOf(Input.Several.class);
        assertThat(ids(input)).containsExactly("a", "b", "c");
    }

    @Test
    void a_directory_is_a_portfolio_of_its_own_json_files() throws IOException {
        write("b.json", card("b"));
        write("notes.txt", "no scorecard");
        Path below = Files.createDirectory(directory.resolve("below"));
        Files.writeString(below.resolve("c.json"), card("c"));
        Files.createDirectory(directory.resolve("directory.json"));

        Input input = READER.read(directory);

        assertThat(input).isInstanceOf(Input.Several.class);
        assertThat(ids(input)).containsExactly("b");
    }

    @Test
    void one_bad_file_refuses_all_and_every_file_is_told_of() throws IOException {
        write("a.json", card("a"));
        write("b.json", card("b").replace("9", "-9"));
        write("c.json", "{");
        write("d.json", card("a"));

        assertThat(refusal(List.of(Source.of(directory), Source.of(directory.resolve("e.json")))))
                .isEqualTo("""
                ROI-S21 DIR/b.json:2:66: /snapshots/0/readings/lead-time: value -9 is outside the range of `lead-time`,\
                 0 or more
                ROI-D04 DIR/c.json:1:2: the document ends early: the object that begins on line 1, column 1 is not\
                 closed
                ROI-S18 DIR/d.json:1:66: /scope/id: scope `team` `a` is repeated; it stands first in `DIR/a.json` on\
                 line 1, column 66
                ROI-D01 DIR/e.json: there is no such file or directory""");
    }

    @Test
    void a_directory_without_json_files_is_refused() throws IOException {
        write("notes.txt", "no scorecard");

        assertThat(refusal(List.of(Source.of(directory)))).isEqualTo("ROI-D01 DIR: the directory has no `*.json` file");
    }

    @Test
    void a_stream_that_fails_is_refused_and_a_stream_that_is_read_stays_open() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("socket of com.example.Secret");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        InputStream watched = new ByteArrayInputStream(card("a").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                closed.set(true);
                super.close();
            }
        };

        assertThat(refusal(List.of(Source.of("-", failing)))).isEqualTo("ROI-D01 -: it cannot be read");
        assertThat(ids(READER.read("-", watched))).containsExactly("a");
        assertThat(closed).isFalse();
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_place() {
        byte[] latin = card("a").replace("team", "té").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = card("a").getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = card("a").getBytes(StandardCharsets.UTF_16);
        byte[] cut = "{ \"a\": \"é".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(List.of(Source.of("f", new ByteArrayInputStream(latin)))))
                .isEqualTo("ROI-D03 f:1:54: /scope: byte 0xE9 is not UTF-8 here");
        assertThat(refusal(List.of(Source.of("f", new ByteArrayInputStream(utf16)))))
                .isEqualTo("ROI-D03 f:1:1: the document is in UTF-16; it has to be in UTF-8");
        assertThat(refusal(List.of(Source.of("f", new ByteArrayInputStream(marked)))))
                .isEqualTo("ROI-D03 f:1:1: the document is in UTF-16; it has to be in UTF-8");
        assertThat(refusal(List.of(Source.of("f", new ByteArrayInputStream(cut, 0, cut.length - 1)))))
                .isEqualTo("ROI-D03 f:1:9: byte 0xC3 is not UTF-8 here");
    }

    @Test
    void a_document_beyond_a_limit_is_refused_with_the_limit() {
        Limits small = new Limits(1_000, 32, 100, 100, 100, 12);
        String large = card("a") + " ".repeat(1_000);
        String many = "[" + "1,".repeat(100) + "1]";

        InvalidInput tooLarge = catchThrowableOfType(
                InvalidInput.class, () -> READER.within(small).read("f", stream(large)));
        InvalidInput tooMany = catchThrowableOfType(
                InvalidInput.class, () -> READER.within(small).read("f", stream(many)));

        assertThat(tooLarge).hasMessage("ROI-D11 f: the document is larger than the limit of 1,000 bytes");
        assertThat(tooMany).hasMessage("ROI-D11 f:1:200: the document has more than the limit of 100 values");
    }

    @Test
    void of_very_many_faults_the_first_thousand_are_listed_and_the_rest_counted() {
        String readings = IntStream.range(0, 1_234)
                .mapToObj(i -> "\"nope-%d\": 1".formatted(i))
                .collect(Collectors.joining(",\n"));

        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> read(card("a").replace("\"lead-time\": 9", "\n" + readings)));

        assertThat(refused.faults()).hasSize(1_001);
        assertThat(refused.faults().get(0).message()).isEqualTo("unknown indicator `nope-0`");
        assertThat(refused.faults().get(999).message()).isEqualTo("unknown indicator `nope-999`");
        assertThat(refused.faults().get(1_000))
                .hasToString(
                        "ROI-D99 f.json:1236:1: /snapshots/0/readings/nope-1233: 234 more faults up to here are not"
                                + " listed");
    }

    @Test
    void a_portfolio_of_ten_megabytes_is_read() {
        String month = "\"lead-time\": { \"value\": 9, \"note\": \"%s\" }".formatted("x".repeat(200));
        String months = IntStream.range(0, 120)
                .mapToObj(i -> "{ \"month\": \"%s\", \"readings\": { %s } }"
                        .formatted(YearMonth.of(2016, 1).plusMonths(i), month))
                .collect(Collectors.joining(",\n"));
        String scorecards = IntStream.range(0, 310)
                .mapToObj(i -> card("team-" + (char) ('a' + i % 26) + i).replaceFirst("\\[.*\\]", "[" + months + "]"))
                .collect(Collectors.joining(","));
        String portfolio = "{ \"format\": \"roi-portfolio/1\", \"scorecards\": [" + scorecards + "] }";

        assertThat(portfolio.length()).isGreaterThan(10_000_000);
        assertThat(read(portfolio).scorecards()).hasSize(310);
    }

    @Test
    void a_scorecard_a_hundred_times_larger_than_usual_is_read() {
        String months = IntStream.range(0, 1_200)
                .mapToObj(i -> """
                        { "month": "%s", "readings": { "monthly-cost": 9, "lead-time": 9, "escaped-defects": 9,
                          "rework-rate": 9, "adoption-rate": 9, "nps": 9, "reallocated-hours": 9 } }
                        """.formatted(YearMonth.of(1926, 1).plusMonths(i)))
                .collect(Collectors.joining(","));

        Input input = read(card("a").replaceFirst("\\[.*\\]", "[" + months + "]"));

        assertThat(input.scorecards().get(0).snapshots()).hasSize(1_200);
    }

    @Test
    void there_has_to_be_something_to_read() {
        assertThatIllegalArgumentException().isThrownBy(() -> READER.read(List.of()));
    }
}
