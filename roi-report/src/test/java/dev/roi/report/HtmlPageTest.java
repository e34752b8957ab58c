package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.BlockId;
import dev.roi.core.Closing;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.PastDecision;
import dev.roi.core.PortfolioContext;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.SampleDiff;
import dev.roi.core.Snapshot.Completeness;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.report.layout.Inert;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

    private static Markup page(Review review) {
        return Markup.of(Report.of(review).html());
    }

    private static Review with(Review review, Dashboard dashboard, List<FollowUp> followUps) {
        return new Review(
                review.policy(),
                review.scope(),
                review.month(),
                review.currency(),
                review.language(),
                review.decision(),
                review.headline(),
                review.levers(),
                review.justifications(),
                review.unknown(),
                dashboard,
                review.questions(),
                review.agenda(),
                review.needs(),
                followUps,
                List.of());
    }

    @Test
    void a_window_is_named_by_the_headline_the_scope_and_the_month() {
        Review review = Samples.english();

        assertThat(Report.of(review).html())
                .contains("<title>%s - API test generation (workflow api-tests), May 2026</title>"
                        .formatted(review.headline()))
                .contains("<h1>%s</h1>".formatted(review.headline()));
        assertThat(Report.of(Samples.french()).html()).contains(", mai 2026</title>");
        assertThat(Report.of(Samples.portfolio()).html())
                .contains("<title>%s</title>".formatted(Samples.portfolio().headline()));
    }

    @Test
    void the_page_says_what_the_text_says_in_the_order_of_a_meeting() {
        Review review = Samples.english();
        FollowUp last = new FollowUp(
                new PastDecision(
                        2,
                        review.scope(),
                        review.month().minusMonths(1),
                        Decision.ADJUST,
                        "Adjust",
                        Resolution.of(
                                new Closing.Unclosed(Decision.ADJUST),
                                Instant.parse("2026-05-05T09:30:00Z"),
                                "Ana Silva"),
                        List.of()),
                Optional.empty(),
                List.of());

        Markup page = page(with(review, review.dashboard(), List.of(last)));

        assertThat(page.words())
                .containsSubsequence(
                        "Adjust: high adoption but dispersed usage",
                        "Decision: Adjust",
                        "Earlier decisions",
                        "Dashboard",
                        "Total cost €11,800 €10,000 stable",
                        "Why adjust",
                        "Why not extend",
                        "Delivery improved in 1 of the 3",
                        "What is not known, and what to do about it",
                        "The four questions",
                        "Committee agenda",
                        "Still to be settled",
                        "Policy coding-agent 1.0.0");
    }

    @Test
    void the_page_names_its_language_its_landmarks_and_the_headers_of_its_tables() {
        Markup page = page(Samples.french());

        assertThat(page.values("lang")).containsExactly("fr");
        assertThat(page.tags())
                .contains("main", "header", "footer", "h1")
                .containsSubsequence("h1", "h2", "table", "th");
        assertThat(page.tags().stream().filter(tag -> tag.equals("h1"))).hasSize(1);
        assertThat(page.values("scope")).contains("col", "row").hasSizeGreaterThan(10);
        assertThat(page.values("aria-labelledby")).allMatch(page.values("id")::contains);
        assertThat(page.values("id")).doesNotHaveDuplicates();
        assertThat(page.words()).contains("Tableau de bord", "Les quatre questions", "Décision\u00a0: Maintenir");
    }

    @Test
    void a_page_loads_nothing_and_only_a_list_has_a_script() {
        for (String html : List.of(
                Report.of(Samples.english()).html(),
                Report.of(Samples.portfolio()).html(),
                Report.of(SampleDiff.full(Language.ENGLISH)).html(),
                Report.of(List.of(), Language.FRENCH).html())) {
            Markup page = Markup.of(html);
            assertThat(page.tags()).doesNotContain("img", "iframe", "object", "embed", "form");
            assertThat(page.tags().contains("script")).isEqualTo(page.tags().contains("input"));
            assertThat(page.attributes()).noneMatch(attribute -> attribute.matches("(src|on\\w+|style)=.*"));
            assertThat(page.values("href")).allMatch(href -> href.equals("data:,") || href.startsWith("#"));
            assertThat(html)
                    .doesNotContain("url(", "@import", "http:", "https:")
                    .contains("default-src 'none'")
                    .contains(Site.MARK);
        }
    }

    @Property(tries = 150, seed = "1")
    void the_page_keeps_its_structure_whatever_the_names(@ForAll("nasty") String name) {
        assertThat(page(Samples.named(name)).tags())
                .isEqualTo(page(Samples.named("x")).tags());
        Markup portfolio = Markup.of(Report.of(Samples.portfolioNamed(name)).html());
        assertThat(portfolio.tags())
                .isEqualTo(
                        Markup.of(Report.of(Samples.portfolioNamed("x")).html()).tags());
        for (Markup page : List.of(page(Samples.named(name)), portfolio)) {
            assertThat(page.words())
                    .contains(Inert.line(name).replaceAll("\\s+", " ").strip());
            assertThat(page.attributes()).noneMatch(attribute -> attribute.matches("(?s)(src|on\\w+|style)=.*"));
        }
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(60);
        Arbitrary<String> marks = Arbitraries.strings()
                .withChars("\n\r\t\u001b\u202e\u2028<>\"'&;=/`${}@!- 1.a")
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> known = Arbitraries.of(
                "<script>alert(1)</script>",
                "</title><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)' autofocus='",
                "<!-- comment",
                "]]><svg/onload=alert(1)>",
                "&lt;script&gt; &#60; &amp",
                "javascript:alert(1)",
                "${name} @if(true) !{int i;}",
                "\u202egnp.exe",
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
                "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\udde8\ud83c\udded",
                "W".repeat(300),
                "a b ".repeat(75));
        return Arbitraries.oneOf(anything, marks, known)
                .filter(name -> !Inert.line(name).isBlank());
    }

    @Test
    void forty_indicators_are_all_there_each_with_its_months() {
        Review review = with(Samples.english(), dashboard(40), List.of());

        Markup page = page(review);

        for (int i = 0; i < 40; i++) {
            assertThat(page.words()).contains("Indicator number %s €%s".formatted(i, i + 2));
            assertThat(page.values("aria-label"))
                    .contains(
                            "Indicator number %s, by month: March 2026 unknown, April 2026 €%s (partial), May 2026 €%s"
                                    .formatted(i, i + 1, i + 2));
        }
        assertThat(page.tags().stream().filter(tag -> tag.equals("svg"))).hasSizeGreaterThanOrEqualTo(40);
    }

    private static Dashboard dashboard(int indicators) {
        return new Dashboard(IntStream.range(0, indicators)
                .mapToObj(i -> new Dashboard.Row(
                        new BlockId("finance"),
                        "Finance",
                        List.of(new Dashboard.Cell(
                                new IndicatorId("indicator-" + i),
                                "Indicator number " + i,
                                Optional.of(Exact.of(i + 2)),
                                new Unit("EUR"),
                                Optional.empty(),
                                Trend.of(Trend.Course.STABLE),
                                "€" + (i + 2),
                                "none",
                                List.of(
                                        new Dashboard.Point(
                                                Samples.MAY.minusMonths(2), Completeness.COMPLETE, Optional.empty()),
                                        new Dashboard.Point(
                                                Samples.MAY.minusMonths(1),
                                                Completeness.PARTIAL,
                                                Optional.of(Exact.of(i + 1))),
                                        new Dashboard.Point(
                                                Samples.MAY, Completeness.COMPLETE, Optional.of(Exact.of(i + 2)))))),
                        Trend.of(Trend.Course.STABLE),
                        "note " + i))
                .toList());
    }

    @Test
    void the_key_explains_the_signs_that_the_pictures_use_and_no_others() {
        Markup page = page(with(Samples.english(), dashboard(1), List.of()));

        assertThat(page.words())
                .contains("reviewed month partial month unknown month")
                .doesNotContain("not comparable", "threshold of a rule");
    }

    @Test
    void a_table_without_a_known_month_has_no_column_for_pictures() {
        assertThat(page(Samples.english()).words()).doesNotContain("Month by month Decision note");
        assertThat(page(with(Samples.english(), dashboard(1), List.of())).words())
                .contains("Month by month Decision note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "hi-IN-u-nu-deva", "fr-FR"})
    void a_page_is_the_same_under_every_default_locale(String tag) {
        Locale before = Locale.getDefault();
        Review review = with(Samples.english(), dashboard(3), List.of());
        String here = Report.of(review).html();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Report.of(review).html()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_scope_among_others_leads_back_to_them() {
        Review review = Samples.brief(Samples.scope(Level.TEAM, "a", "A"), Samples.MAY, Decision.STOP, "Stop");
        Site site = Site.of(Samples.portfolioOf(List.of(review)), PortfolioContext.NONE);

        assertThat(Markup.of(site.pages().getOrDefault("team-a.html", "")).values("href"))
                .contains("index.html");
        assertThat(page(review).values("href")).containsExactly("data:,");
    }
}
