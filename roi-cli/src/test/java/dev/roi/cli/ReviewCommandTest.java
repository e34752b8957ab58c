package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.json.Json;
import dev.roi.report.Report;
import dev.roi.rules.Dossier;
import dev.roi.rules.Portfolios;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {

    private static final ReviewRequest ENGLISH = ReviewRequest.LATEST.in(Language.ENGLISH);
    private static final ReviewRequest FRENCH = ReviewRequest.LATEST.in(Language.FRENCH);

    @TempDir
    private Path directory = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static Review review(ReviewRequest request) {
        return Cards.ENGINE.review(Cards.read("tests"), request);
    }

    private static Dossier dossier(ReviewRequest request) {
        return Cards.ENGINE.dossier(Cards.read("tests"), request);
    }

    private static PortfolioContext context(ReviewRequest request) {
        return Portfolios.withoutPast(
                new Portfolio(List.of(Cards.read("a"), Cards.read("b"))), card -> Cards.ENGINE, reviews(request));
    }

    private static PortfolioReview reviews(ReviewRequest request) {
        return Cards.ENGINE.review(new Portfolio(List.of(Cards.read("a"), Cards.read("b"))), request);
    }

    @Test
    void a_file_is_reviewed_at_its_latest_complete_month_as_text_in_english() throws IOException {
        String file = file("a.json", Cards.card("tests")).toString();
        assertThat(Ran.of("review", file).done())
                .isEqualTo(Report.of(dossier(ENGLISH)).text())
                .contains("May 2026");
    }

    @Test
    void the_review_is_written_in_each_format_and_language() throws IOException {
        String file = file("a.json", Cards.card("tests")).toString();
        assertThat(Ran.of("review", file, "--format", "text", "--lang", "fr").done())
                .isEqualTo(Report.of(dossier(FRENCH)).text())
                .contains("Périmètre tests", "mai 2026", "€");
        assertThat(Ran.of("review", file, "--format=markdown").done())
                .isEqualTo(Report.of(dossier(ENGLISH)).markdown());
        assertThat(Ran.of("review", "--lang", "fr", "--format", "json", file).done())
                .isEqualTo(Json.write(review(FRENCH)));
    }

    @Test
    void a_reader_s_view_is_written_in_each_format_and_language() throws IOException {
        String file = file("a.json", Cards.card("tests")).toString();
        View english = Cards.ENGINE.view(Cards.read("tests"), new ViewId("finance"), ENGLISH);
        View french = Cards.ENGINE.view(Cards.read("tests"), new ViewId("finance"), FRENCH);
        assertThat(Ran.of("review", file, "--view", "finance").done())
                .isEqualTo(Report.of(english).text());
        assertThat(Ran.of("review", file, "--view", "finance", "--lang", "fr", "--format", "markdown")
                        .done())
                .isEqualTo(Report.of(french).markdown());
        assertThat(Ran.of("review", file, "--view", "finance", "--format", "json")
                        .done())
                .isEqualTo(Json.write(english));
    }

    @Test
    void a_view_that_there_is_not_and_one_of_a_portfolio_are_refused() throws IOException {
        String file = file("a.json", Cards.card("a")).toString();
        String other = file("b.json", Cards.card("b")).toString();
        assertThat(Ran.of("review", file, "--view", "finanse").refused())
                .isEqualTo("roi: unknown view `finanse`. Did you mean `finance`?\n");
        assertThat(Ran.of("review", file, "--view", "My View").refused()).contains("`My View` is no name of a view");
        assertThat(Ran.of("review", file, other, "--view", "finance").refused())
                .contains("a view shows one scope, and this is a portfolio of 2.");
    }

    @Test
    void the_month_that_is_asked_for_is_reviewed() throws IOException {
        String file = file("a.json", Cards.card("tests")).toString();
        assertThat(Ran.of("review", file, "--month", "2026-03", "--format", "json")
                        .done())
                .isEqualTo(Json.write(review(ENGLISH.forMonth(YearMonth.of(2026, 3)))));
    }

    @Test
    void a_month_that_is_partial_or_absent_is_refused_with_the_complete_ones() throws IOException {
        String file = file("a.json", Cards.card("tests")).toString();
        assertThat(Ran.of("review", file, "--month", "2026-06").refused())
                .contains("a.json:", "/snapshots", "`tests`", "2026-06", "is partial", "2026-03 to 2026-05")
                .doesNotContain("..");
        assertThat(Ran.of("review", file, "--month", "2020-01").refused())
                .contains("`tests`", "2020-01", "is not there", "2026-03 to 2026-05");
    }

    @Test
    void standard_input_is_read_where_a_hyphen_stands() {
        assertThat(Ran.reading(Cards.card("tests"), "review", "-").done())
                .isEqualTo(Report.of(dossier(ENGLISH)).text());
        assertThat(Ran.reading("", "review", "-").refused())
                .isEqualTo("ROI-D02 standard input:1:1: the document is empty\n");
    }

    @Test
    void several_files_a_directory_and_a_portfolio_file_are_the_same_portfolio() throws IOException {
        String expected = Json.write(reviews(ENGLISH));
        String b = file("b.json", Cards.card("b")).toString();
        String a = file("a.json", Cards.card("a")).toString();
        file("notes.txt", "not read");
        Files.createDirectory(directory.resolve("within.json"));
        assertThat(Ran.of("review", b, a, "--format", "json").done()).isEqualTo(expected);
        assertThat(Ran.of("review", directory.toString(), "--format", "json").done())
                .isEqualTo(expected);
        assertThat(Ran.reading(Cards.card("a"), "review", b, "-", "--format", "json")
                        .done())
                .isEqualTo(expected);
        assertThat(Ran.reading(Cards.portfolio("b", "a"), "review", "-", "--format", "json")
                        .done())
                .isEqualTo(expected);
    }

    @Test
    void a_portfolio_is_written_in_each_format_and_language() {
        String input = Cards.portfolio("a", "b");
        assertThat(Ran.reading(input, "review", "-").done())
                .isEqualTo(Report.of(reviews(ENGLISH), context(ENGLISH)).text());
        assertThat(Ran.reading(input, "review", "-", "--lang", "fr").done())
                .isEqualTo(Report.of(reviews(FRENCH), context(FRENCH)).text());
        assertThat(Ran.reading(input, "review", "-", "--format", "markdown").done())
                .isEqualTo(Report.of(reviews(ENGLISH), context(ENGLISH)).markdown());
    }

    @Test
    void one_bad_file_refuses_all_and_every_fault_of_all_files_is_listed_with_a_count() throws IOException {
        String good = file("good.json", Cards.card("a")).toString();
        String typing = file("typing.json", Cards.card("b").replace("lead-time", "led-time"))
                .toString();
        String broken = file("broken.json", "{ \"format\": ").toString();
        String absent = directory.resolve("absent.json").toString();
        assertThat(Ran.of("review", good, typing, broken, absent).refused().lines())
                .hasSize(8)
                .anySatisfy(line -> assertThat(line).startsWith("ROI-D01 " + absent))
                .anySatisfy(line -> assertThat(line).startsWith("ROI-D04 " + broken + ":1:"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ROI-S06 " + typing)
                        .endsWith("unknown indicator `led-time`. Did you mean `lead-time`?"))
                .last()
                .isEqualTo("7 faults; nothing was written");
    }

    @Test
    void a_policy_that_is_not_there_is_refused_with_the_likely_one() {
        String input = Cards.card("a").replace("coding-agent", "coding-agnt");
        assertThat(Ran.reading(input, "review", "-").refused())
                .endsWith("unknown policy `coding-agnt`. Did you mean `coding-agent`?\n");
        assertThat(Ran.reading(input.replace("\"policy\": \"coding-agnt\",", ""), "review", "-")
                        .refused())
                .contains("names no policy", "`coding-agent`");
    }

    @Test
    void the_policy_of_the_command_line_wins_over_the_scorecard_s_own() throws IOException {
        Path policy = copyOfPolicy();
        Files.writeString(
                policy.resolve("policy.yaml"),
                Files.readString(policy.resolve("policy.yaml")).replaceFirst("id: .*", "id: our-own"));
        String input = Cards.card("a").replace("coding-agent", "no-such-policy");
        assertThat(Ran.reading(input, "review", "-", "--policy", policy.toString())
                        .done())
                .contains("Policy our-own 1.0.0");
        assertThat(Ran.reading(input, "review", "-", "--policy", "coding-agent").done())
                .contains("Policy coding-agent 1.0.0");
    }

    @Test
    void a_policy_that_cannot_be_loaded_is_bad_input() throws IOException {
        Path policy = copyOfPolicy();
        Files.writeString(policy.resolve("thresholds.yaml"), "adoption.high: [");
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--policy", policy.toString())
                        .refused())
                .contains("ROI-", "thresholds.yaml:1:");
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--policy", "pom.xml")
                        .refused())
                .contains("pom.xml", "this is no directory");
    }

    @Test
    void a_policy_that_does_not_speak_the_language_is_refused() throws IOException {
        Path policy = copyOfPolicy();
        Path file = policy.resolve("policy.yaml");
        Files.writeString(file, Files.readString(file).replace("languages: [en, fr]", "languages: [en]"));
        Files.delete(policy.resolve("texts/fr.yaml"));
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--lang", "fr", "--policy", policy.toString())
                        .refused())
                .isEqualTo("roi: la politique coding-agent ne parle pas `fr`, seulement `en`\n");
    }

    private Path copyOfPolicy() throws IOException {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        Path copy = directory.resolve("policy");
        for (String path : files.paths()) {
            Path file = copy.resolve(path);
            Files.createDirectories(file.resolve("..").normalize());
            Files.write(file, files.find(path).orElseThrow());
        }
        return copy;
    }
}
