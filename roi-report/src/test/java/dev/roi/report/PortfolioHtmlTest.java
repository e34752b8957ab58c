package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Level;
import dev.roi.core.Money;
import dev.roi.core.MonthDecision;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioHtmlTest {

    private static Markup page(PortfolioReview portfolio) {
        return Markup.of(Report.of(portfolio).html());
    }

    private static Markup index(Site site) {
        return Markup.of(site.pages().getOrDefault(Site.INDEX, ""));
    }

    @Test
    void scopes_to_be_stopped_come_first_then_those_to_adjust() {
        assertThat(page(Samples.portfolio()).words())
                .containsSubsequence(
                        "First: Stop Legacy migration",
                        "What to do, and where",
                        "Stop (1)",
                        "legacy-migration",
                        "Tighten the frame (1)",
                        "Extend (1)",
                        "Every scope",
                        "Legacy migration workflow May 2026 Stop",
                        "Critical risk",
                        "API test generation workflow",
                        "Platform team team",
                        "refactoring workflow March 2026, not up to date",
                        "Code review workflow",
                        "Totals for the latest month");
    }

    @Test
    void one_stopped_scope_among_five_hundred_to_be_extended_is_seen_first() {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Decision decision = i == 321 ? Decision.STOP : Decision.EXTEND;
            reviews.add(Samples.brief(
                    Samples.scope(Level.TEAM, "team-" + i, "Team " + i), Samples.MAY, decision, decision + " " + i));
        }

        String words = page(Samples.portfolioOf(reviews)).words();

        assertThat(words).containsSubsequence("First: Stop Team 321", "Every scope", "STOP 321", "EXTEND 0 ");
    }

    @Test
    void sums_say_for_how_many_they_are_known_and_for_whom_not() {
        assertThat(page(Samples.portfolio()).words())
                .contains("workflow Total cost €41,300 3 of 4 refactoring")
                .contains("workflow Reallocated hours unknown 0 of 8 api-tests, b1, b2, b3, b4, b5 and 2 more");
    }

    @Test
    void every_scope_of_a_site_has_a_page_that_the_index_leads_to() {
        PortfolioReview portfolio = Samples.portfolioOf(500);
        Site site = Site.of(portfolio, PortfolioContext.NONE);

        assertThat(site.pages()).hasSize(501);
        assertThat(site.pages().keySet().iterator().next()).isEqualTo("index.html");
        Markup index = index(site);
        List<String> ids = index.values("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(index.values("href"))
                .containsAll(portfolio.reviews().stream()
                        .map(review -> Site.fileOf(review.scope()))
                        .toList())
                .allMatch(href -> href.equals("data:,")
                        || site.pages().containsKey(href)
                        || (href.startsWith("#") && ids.contains(href.substring(1))));
    }

    @Test
    void a_page_that_stands_alone_leads_only_to_itself() {
        Markup page = page(Samples.portfolio());

        assertThat(page.values("href"))
                .allMatch(href -> href.equals("data:,") || page.values("id").contains(href.replaceFirst("^#", "")));
        assertThat(page.words()).contains("Reasons by scope").contains("Also against extending");
    }

    @Test
    void the_files_of_scopes_are_distinct_also_where_case_does_not_count() {
        List<Scope> scopes = new ArrayList<>();
        for (Level level : Level.values()) {
            for (String id : List.of("a", "team-a", "workflow-a", "con", "index", "x".repeat(100))) {
                scopes.add(Samples.scope(level, id, "The same name"));
            }
        }

        List<String> files = scopes.stream().map(Site::fileOf).toList();

        assertThat(files)
                .doesNotHaveDuplicates()
                .doesNotContain(Site.INDEX)
                .allMatch(file -> file.matches("[a-z][a-z0-9-]{0,109}\\.html"));
    }

    @Test
    void scopes_with_the_same_name_are_told_apart() {
        PortfolioReview portfolio = Samples.portfolioOf(List.of(
                Samples.brief(Samples.scope(Level.TEAM, "a", "Payments"), Samples.MAY, Decision.STOP, "Stop"),
                Samples.brief(Samples.scope(Level.TEAM, "b", "Payments"), Samples.MAY, Decision.EXTEND, "Extend")));

        assertThat(page(portfolio).words()).contains("Payments (team a) team").contains("Payments (team b) team");
    }

    @Test
    void the_months_before_are_told_in_words_too_and_a_month_without_a_decision_is_a_gap() {
        PortfolioReview portfolio = Samples.portfolio();
        Scope scope = portfolio.reviews().get(0).scope();
        PortfolioContext context = new PortfolioContext(Map.of(
                scope,
                List.of(
                        new MonthDecision(Samples.MAY.minusMonths(20), Decision.EXTEND),
                        new MonthDecision(Samples.MAY.minusMonths(2), Decision.STOP),
                        new MonthDecision(Samples.MAY, Decision.ADJUST))));

        Markup page = Markup.of(Report.of(portfolio, context).html());

        assertThat(page.values("aria-label")).contains("March 2026 Stop, May 2026 Adjust");
        assertThat(page.tags().stream().filter(tag -> tag.equals("rect"))).hasSize(2);
        assertThat(page.words()).contains("12 months").contains("stop is the lowest");
        assertThat(page(portfolio).words()).doesNotContain("12 months");
    }

    @Test
    void what_scopes_say_together_stands_before_anything_is_counted() {
        PortfolioReview portfolio = noting(Samples.portfolio());

        assertThat(index(Site.of(portfolio, PortfolioContext.NONE)).words())
                .containsSubsequence(
                        "Across scopes",
                        "Conflict:",
                        "Platform team (team platform) still authorises what should stop.",
                        "What to do, and where");
        assertThat(Report.of(portfolio).text()).contains("""

            Across scopes
            -------------
            - Conflict: Platform team (team platform) still authorises what should stop.

            What to do, and where
            """);
        assertThat(Report.of(portfolio).markdown()).contains("""
            ## Across scopes

            - **Conflict:** Platform team (team platform) still authorises what should stop.\
            """);
    }

    private static PortfolioReview noting(PortfolioReview portfolio) {
        return new PortfolioReview(
                portfolio.reviews(),
                portfolio.newest(),
                portfolio.stale(),
                portfolio.totals(),
                portfolio.actions(),
                portfolio.headline(),
                portfolio.unasked(),
                List.of(new PortfolioReview.Note(
                        new RuleId("authorises-a-stopped-scope"),
                        "conflict",
                        List.of(portfolio.reviews().get(2).scope()),
                        "Platform team (team platform) still authorises what should stop.")));
    }

    @Test
    void a_list_of_scopes_can_be_sorted_and_searched_by_the_one_script_that_the_policy_of_the_page_allows()
            throws Exception {
        String html =
                Site.of(Samples.portfolioOf(500), PortfolioContext.NONE).pages().getOrDefault(Site.INDEX, "");
        String script = html.substring(html.indexOf("<script>") + "<script>".length(), html.indexOf("</script>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));

        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(Markup.of(html).values("content"))
                .anyMatch(policy ->
                        policy.contains("default-src 'none'") && policy.endsWith("script-src 'sha256-" + hash + "'"));
        assertThat(Markup.of(html).words()).contains("and 488 more");
        assertThat(Markup.of(html).values("data-key")).contains("2026-05", "0", "3");
    }

    @Test
    void each_decision_says_what_it_is_about_in_money_and_of_which_budget() {
        PortfolioReview portfolio = Samples.portfolio();
        Map<Scope, Money> money = new LinkedHashMap<>();
        portfolio.reviews().stream()
                .filter(review -> review.scope().level() == Level.WORKFLOW)
                .forEach(review -> money.put(
                        review.scope(),
                        new Money(
                                new Unit("EUR"),
                                Optional.of(Exact.of(1000)),
                                Optional.of(Exact.of(80)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        PortfolioContext context = new PortfolioContext(Map.of(), Map.of(), money, Map.of());

        assertThat(Report.of(portfolio, context).text().replaceAll("\\s+", " "))
                .contains("€4,000 a month, 80% of a budget of €5,000: €1,000 to stop (25%), €1,000 to adjust (25%)");
    }

    @Test
    void a_portfolio_without_scopes_says_so() {
        PortfolioReview empty =
                new PortfolioReview(List.of(), Samples.MAY, List.of(), List.of(), List.of(), "No scope");

        assertThat(page(empty).words()).contains("There is no scope to review.");
        assertThat(Site.of(empty, PortfolioContext.NONE).pages()).containsOnlyKeys("index.html");
    }

    @Test
    void the_page_is_in_french_where_the_reviews_are() {
        Markup page = page(Samples.frenchPortfolio());

        assertThat(page.values("lang")).containsExactly("fr");
        assertThat(page.words())
                .containsSubsequence("Que faire, et où", "Tous les périmètres", "Arrêter", "Totaux du dernier mois");
    }
}
