package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roi.core.Decision;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Pinned;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.SampleDiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final Map<String, Supplier<String>> PINNED = Map.ofEntries(
            Map.entry("english.txt", () -> Report.of(Samples.english()).text()),
            Map.entry("english.md", () -> Report.of(Samples.english()).markdown()),
            Map.entry("english-120.txt", () -> Report.of(Samples.english()).text(120)),
            Map.entry("french.txt", () -> Report.of(Samples.french()).text()),
            Map.entry("french.md", () -> Report.of(Samples.french()).markdown()),
            Map.entry("portfolio.txt", () -> Report.of(Samples.portfolio()).text()),
            Map.entry("portfolio.md", () -> Report.of(Samples.portfolio()).markdown()),
            Map.entry(
                    "french-portfolio.txt",
                    () -> Report.of(Samples.frenchPortfolio()).text()),
            Map.entry(
                    "french-portfolio.md",
                    () -> Report.of(Samples.frenchPortfolio()).markdown()),
            Map.entry(
                    "diff.txt",
                    () -> Report.of(SampleDiff.full(Language.ENGLISH)).text()),
            Map.entry(
                    "diff.md",
                    () -> Report.of(SampleDiff.full(Language.ENGLISH)).markdown()),
            Map.entry(
                    "french-diff.txt",
                    () -> Report.of(SampleDiff.full(Language.FRENCH)).text()),
            Map.entry("changes.txt", () -> Report.of(SampleDiff.changesOnly()).text()),
            Map.entry(
                    "harmless-diff.txt", () -> Report.of(SampleDiff.harmless()).text()),
            Map.entry("same.txt", () -> Report.of(SampleDiff.same()).text()));

    // characters whose width everybody agrees on, so that this test does not measure with what it tests
    private static final Map<Integer, Integer> WIDTHS = Map.ofEntries(
            Map.entry((int) 'a', 1),
            Map.entry((int) 'W', 1),
            Map.entry((int) ' ', 1),
            Map.entry((int) '-', 1),
            Map.entry((int) '|', 1),
            Map.entry((int) '`', 1),
            Map.entry((int) '<', 1),
            Map.entry((int) 'é', 1),
            Map.entry(0x0301, 0),
            Map.entry(0x05E9, 1),
            Map.entry(0x4E16, 2),
            Map.entry(0xFF21, 2),
            Map.entry(0x1F600, 2));

    static Stream<String> pinned() {
        return PINNED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void a_report_reads_as_it_is_pinned(String file) {
        Pinned.assertPinned("report/" + file, write(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "hi-IN-u-nu-deva", "ja-JP", "fr-FR"})
    void a_report_is_the_same_under_every_default_locale(String tag) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            for (String file : PINNED.keySet()) {
                assertThat(write(file)).as(file).isEqualTo(expected(file));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String write(String file) {
        return Objects.requireNonNull(PINNED.get(file)).get();
    }

    private static String expected(String file) throws IOException {
        try (InputStream pinned = Objects.requireNonNull(ReportTest.class.getResourceAsStream(file), file)) {
            return new String(pinned.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_sentence_that_adjusts_and_blocks_is_said_once() {
        String text = oneLine(Report.of(Samples.english()).text());

        assertThat(text).containsOnlyOnce("Adoption is high (82%, from 40%)");
        assertThat(text).containsOnlyOnce("Count them before the next review.");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void the_decision_and_its_reasons_come_before_everything_else(Decision decision) {
        Review review = Samples.brief(Samples.scope(Level.TEAM, "a", "A team"), Samples.MAY, decision, "The headline");

        List<String> lines = Report.of(review).text().lines().toList();

        assertThat(lines.get(0)).isEqualTo("The headline");
        assertThat(lines.get(2)).matches("Decision: +" + decision.name());
        assertThat(lines.subList(0, 12)).anyMatch(line -> line.startsWith("Why:"));
        assertThat(lines.subList(0, 12)).anyMatch(line -> line.startsWith("Next step:"));
        assertThat(lines)
                .filteredOn(line -> line.equals("Why not extend"))
                .hasSize(decision == Decision.ADJUST ? 1 : 0);
    }

    @Test
    void a_decision_without_a_reason_of_its_own_is_explained_by_the_first_reason() {
        Review maintained = Samples.onlyNoted("No rule asks for a change.");

        assertThat(Report.of(maintained).text())
                .containsPattern("Why: +No rule asks for a change.\n")
                .doesNotContain("Other findings");
    }

    @Test
    void what_an_adjustment_would_have_been_is_told_of_a_scope_that_is_stopped() {
        assertThat(Report.of(Samples.stoppedAndAdjusted()).text())
                .containsPattern("Why: +400 alerts on sensitive data.\n")
                .contains("Other findings\n--------------\n- Adjust, workflow: Usage is dispersed.\n");
    }

    @Test
    void a_language_without_words_has_english_ones() {
        Review german = Samples.brief(
                Samples.scope(Level.TEAM, "a", "A"), Samples.MAY, Decision.MAINTAIN, "Beibehalten", new Language("de"));

        assertThat(Report.of(german).text())
                .containsPattern("Decision: +MAINTAIN")
                .containsPattern("Month: +Mai 2026");
    }

    @Test
    void too_few_columns_are_refused() {
        Report report = Report.of(Samples.english());

        assertThat(report.text(Report.LEAST_WIDTH)).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.text(Report.LEAST_WIDTH - 1))
                .withMessage("width (71) must be 72 columns or more");
    }

    @Test
    void a_portfolio_without_scopes_says_so() {
        PortfolioReview empty =
                new PortfolioReview(List.of(), Samples.MAY, List.of(), List.of(), List.of(), "No scope");

        assertThat(Report.of(empty).text()).isEqualTo("""
                        No scope
                        ========
                        Latest month:  May 2026

                        Every scope, the gravest decision first
                        ---------------------------------------
                        There is no scope to review.

                        """);
    }

    @Test
    void five_hundred_scopes_stay_readable() {
        List<String> lines = Report.of(Samples.portfolioOf(500)).text().lines().toList();

        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines.subList(2, 8))
                .as("the list of scopes that are behind is cut")
                .anyMatch(line -> line.endsWith("number 15 and 161 more, reviewed for an earlier month"));
        assertThat(lines.indexOf("Every scope, the gravest decision first"))
                .as("lines before the table")
                .isLessThan(40);
        assertThat(lines.indexOf("Reasons by scope") - lines.indexOf("Every scope, the gravest decision first"))
                .as("lines of the table")
                .isLessThan(2_100);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("- The team that has the number 499 (team scope-number-1499):"))
                .hasSize(1);
    }

    @Property(tries = 100, seed = "1")
    void no_line_of_a_text_is_too_wide_whatever_the_names(@ForAll("names") String name, @ForAll("widths") int width) {
        for (String text : List.of(
                Report.of(Samples.named(name)).text(width),
                Report.of(Samples.portfolioNamed(name)).text(width))) {
            assertThat(text).endsWith("\n").doesNotContain("\r");
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(width))
                    .allSatisfy(line -> assertThat(line).doesNotMatch(".*\\h$"));
        }
    }

    private static int columns(String line) {
        return line.codePoints()
                .filter(point -> point != 0x2066 && point != 0x2069)
                .map(point -> WIDTHS.getOrDefault(point, 1))
                .sum();
    }

    @Property(tries = 100, seed = "2")
    void a_text_has_no_control_characters_and_its_sections_are_its_own(@ForAll("nasty") String name) {
        String text = Report.of(Samples.named(name)).text();

        assertThat(text.codePoints())
                .noneMatch(point -> point != '\n' && Character.getType(point) == Character.CONTROL)
                .noneMatch(point -> point >= 0x202A && point <= 0x202E);
        assertThat(underlined(text))
                .isEqualTo(underlined(Report.of(Samples.english()).text()));
    }

    private static List<String> underlined(String text) {
        List<String> lines = text.lines().toList();
        return Stream.iterate(1, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).matches("-+|=+"))
                .map(i -> lines.get(i - 1))
                .toList();
    }

    @Property(tries = 100, seed = "3")
    void markdown_keeps_its_structure_whatever_the_names(@ForAll("nasty") String name) {
        assertThat(tags(Report.of(Samples.named(name)).markdown()))
                .isEqualTo(tags(Report.of(Samples.english()).markdown()));
        assertThat(tags(Report.of(Samples.portfolioNamed(name)).markdown()))
                .isEqualTo(tags(Report.of(Samples.portfolioNamed("x")).markdown()));
    }

    private static List<String> tags(String markdown) {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        String html = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
        return Arrays.stream(html.split("(?=<)|(?<=>)"))
                .filter(piece -> piece.startsWith("<"))
                .toList();
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(72, 80, 100, 132);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(WIDTHS.keySet())
                .list()
                .ofMinSize(1)
                .ofMaxSize(300)
                .map(points -> "n" + new String(points.stream().mapToInt(i -> i).toArray(), 0, points.size()));
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(60);
        Arbitrary<String> marks = Arbitraries.strings()
                .withChars("\n\r\t\u001b\u202e\u2028|*_`<>[]()#-+=~!&\\$ 1.a")
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> known = Arbitraries.of(
                "<script>alert(1)</script>",
                "\u001b[31mred\u001b[0m",
                "a\n\n# What is unknown\n\n| a | b |\n| --- | --- |",
                "What is unknown\n-------",
                "```\ncode",
                "[a](javascript:alert(1))",
                "![a](http://example.org/a.png)",
                "&lt;script&gt; &#60; &amp",
                "- a\n+ b\n1. c",
                "\u202egnp.exe",
                "<!-- comment");
        return Arbitraries.oneOf(anything, marks, known).filter(name -> !name.isBlank());
    }
}
