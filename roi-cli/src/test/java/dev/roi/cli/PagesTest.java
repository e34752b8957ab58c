package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roi.core.Language;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.ViewId;
import dev.roi.report.Report;
import dev.roi.report.Site;
import dev.roi.rules.Portfolios;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code review --format html}. */
class PagesTest {

    private static final ReviewRequest FRENCH = ReviewRequest.LATEST.in(Language.FRENCH);

    @TempDir
    private Path folder = Path.of("");

    private String a = "";
    private String b = "";

    @BeforeEach
    void two_scorecards() throws IOException {
        a = Files.writeString(folder.resolve("a.json"), Cards.card("a")).toString();
        b = Files.writeString(folder.resolve("b.json"), Cards.card("b")).toString();
    }

    private Path pages() {
        return folder.resolve("pages");
    }

    private static Site site() {
        Portfolio portfolio = new Portfolio(List.of(Cards.read("a"), Cards.read("b")));
        ReviewRequest request = ReviewRequest.LATEST.in(Language.ENGLISH);
        PortfolioReview reviews = Cards.ENGINE.review(portfolio, request);
        return Site.of(
                reviews,
                Portfolios.context(portfolio, card -> Cards.ENGINE, reviews),
                Portfolios.dossiers(portfolio, card -> Cards.ENGINE, request));
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.readString(entry));
            }
        }
        return files;
    }

    @Test
    void one_scope_is_a_page_on_standard_output_or_in_a_file() {
        String expected =
                Report.of(Cards.ENGINE.dossier(Cards.read("a"), FRENCH)).html();
        Path file = folder.resolve("mai.html");

        assertThat(Ran.of("review", a, "--format", "html", "--lang", "fr").done())
                .isEqualTo(expected)
                .startsWith("<!DOCTYPE html>\n");
        assertThat(Ran.of("review", a, "--format", "html", "--lang", "fr", "--out", file.toString())
                        .done())
                .isEmpty();
        assertThat(file).hasContent(expected);
    }

    @Test
    void a_reader_s_view_is_a_page_too() {
        assertThat(Ran.of("review", a, "--view", "finance", "--format", "html", "--lang", "fr")
                        .done())
                .isEqualTo(Report.of(Cards.ENGINE.view(Cards.read("a"), new ViewId("finance"), FRENCH))
                        .html());
    }

    @Test
    void a_portfolio_is_one_page_on_standard_output() {
        assertThat(Ran.of("review", a, b, "--format", "html").done())
                .contains("2 scopes", "12 months", "Reasons by scope")
                .doesNotContain("workflow-a.html");
    }

    @Test
    void a_portfolio_with_a_directory_is_a_page_for_each_scope_and_one_that_leads_to_them() throws IOException {
        assertThat(Ran.of("review", a, b, "--format", "html", "--out", pages().toString())
                        .done())
                .isEmpty();

        assertThat(files(pages())).isEqualTo(new TreeMap<>(site().pages()));
        assertThat(pages().resolve("index.html")).content().contains("href=\"workflow-a.html\"");
    }

    @Test
    void pages_of_an_earlier_month_are_replaced_and_those_of_scopes_that_are_gone_deleted() throws IOException {
        Files.createDirectory(pages());
        Ran.of("review", a, b, "--month", "2026-04", "--format", "html", "--out", pages().toString())
                .done();
        Files.writeString(pages().resolve("team-gone.html"), "<!DOCTYPE html>\n" + Site.MARK);

        Ran.of("review", folder.toString(), "--format", "html", "--out", pages().toString())
                .done();

        assertThat(files(pages())).isEqualTo(new TreeMap<>(site().pages()));
    }

    @Test
    void a_directory_with_anything_else_in_it_is_left_as_it_is() throws IOException {
        Files.createDirectory(pages());
        Files.writeString(pages().resolve("index.html"), "<!DOCTYPE html><title>Somebody's page</title>");
        Map<String, String> before = files(pages());

        assertThat(Ran.of("review", a, b, "--format", "html", "--out", pages().toString())
                        .refused())
                .isEqualTo(("roi: `%s` has something in it that is no page of a review, `index.html`, and nothing was"
                                + " written. Name a directory that is new, is empty or has such pages only\n")
                        .formatted(pages()));
        assertThat(files(pages())).isEqualTo(before);
        assertThat(Ran.of("review", a, b, "--format", "html", "--out", folder.toString())
                        .refused())
                .contains("no page of a review, `");
    }

    @Test
    void pages_do_not_go_into_a_file_nor_where_there_is_no_directory() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "kept");

        assertThat(Ran.of("review", a, b, "--format", "html", "--out", file.toString())
                        .refused())
                .contains("a portfolio in HTML is a directory of pages. Name one, such as `pages`");
        assertThat(file).hasContent("kept");
        assertThat(Ran.of(
                                "review",
                                a,
                                b,
                                "--format",
                                "html",
                                "--out",
                                folder.resolve("new.html").toString())
                        .refused())
                .contains("a portfolio in HTML is a directory of pages");
        assertThat(folder.resolve("new.html")).doesNotExist();
        assertThat(Ran.of(
                                "review",
                                a,
                                b,
                                "--format",
                                "html",
                                "--out",
                                pages().resolve("deep").toString())
                        .refused())
                .contains("there is no directory `" + pages() + "`");
        assertThat(Ran.of("review", a, "--format", "html", "--out", folder.toString())
                        .refused())
                .contains("it is a directory");
    }

    @Test
    void a_directory_that_may_not_be_written_is_left_as_it_is() throws IOException {
        Files.createDirectory(pages());
        assumeTrue(pages().toFile().setWritable(false) && !Files.isWritable(pages()), "not for root");

        assertThat(Ran.of("review", a, b, "--format", "html", "--out", pages().toString())
                        .refused())
                .contains("writing there is not permitted");
        assertThat(files(pages())).isEmpty();
    }

    @Test
    void bad_input_writes_no_page() throws IOException {
        Files.writeString(folder.resolve("b.json"), "{}");

        assertThat(Ran.of("review", a, b, "--format", "html", "--out", pages().toString())
                        .refused())
                .contains("b.json");
        assertThat(pages()).doesNotExist();
    }

    @Test
    void an_explanation_has_no_page() {
        assertThat(Ran.of("review", a, "--explain", "--format", "html").refused())
                .isEqualTo("roi: --explain writes `text` or `json`, and no `html`\n");
    }

    @Test
    void a_context_of_nothing_leaves_the_months_out() {
        PortfolioReview reviews = Cards.ENGINE.review(new Portfolio(List.of(Cards.read("a"))), ReviewRequest.LATEST);

        assertThat(Report.of(reviews, PortfolioContext.NONE).html())
                .isEqualTo(Report.of(reviews).html())
                .doesNotContain("12 months");
    }
}
