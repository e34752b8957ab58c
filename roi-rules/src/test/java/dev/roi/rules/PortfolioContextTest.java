package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Dashboard;
import dev.roi.core.Dashboard.Comparability;
import dev.roi.core.Decision;
import dev.roi.core.MonthDecision;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Scorecard;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioContextTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final String STOPPED = "\"sensitive-data-alerts\": 500";
    private static final String ADJUSTED = "\"sensitive-data-alerts\": 0";

    private static Scorecard card(String json) {
        return ENGINE.read("card", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .scorecards()
                .get(0);
    }

    private static Scorecard scope(String level, String id, String workflows, String readings, int months) {
        return card("""
            { "format": "roi-scorecard/1", "scope": { "level": "%s", "id": "%s" },
              "workflows": [ %s ],
              "snapshots": [ %s ] }
            """.formatted(
                        level,
                        id,
                        workflows,
                        IntStream.range(0, months)
                                .mapToObj(i -> "{ \"month\": \"%s\", \"readings\": { %s } }"
                                        .formatted(YearMonth.of(2025, 1).plusMonths(i), readings))
                                .collect(Collectors.joining(", "))));
    }

    private static PortfolioContext context(Scorecard... scorecards) {
        Portfolio portfolio = new Portfolio(List.of(scorecards));
        return Portfolios.context(portfolio, card -> ENGINE, ENGINE.review(portfolio, ReviewRequest.LATEST));
    }

    @Test
    void of_many_scopes_what_would_change_it_is_searched_for_where_a_committee_begins() {
        List<Scorecard> many = IntStream.rangeClosed(0, Portfolios.MOST_SEARCHED)
                .mapToObj(i -> scope("team", "t%02d".formatted(i), "", i == 7 ? STOPPED : ADJUSTED, 1))
                .toList();

        List<Dossier> dossiers = Portfolios.dossiers(new Portfolio(many), card -> ENGINE, ReviewRequest.LATEST);

        assertThat(dossiers)
                .extracting(dossier -> dossier.review().scope())
                .containsExactlyElementsOf(many.stream().map(Scorecard::scope).toList());
        assertThat(dossiers.get(7).whatIf()).isPresent();
        assertThat(dossiers).filteredOn(dossier -> dossier.whatIf().isPresent()).hasSize(Portfolios.SEARCHED_OF_MORE);
    }

    @Test
    void the_past_is_decided_as_a_review_of_each_month_would_decide_it() {
        Scorecard changing = card("""
            { "format": "roi-scorecard/1", "scope": { "level": "team", "id": "a" },
              "snapshots": [
                { "month": "2025-01", "readings": { "sensitive-data-alerts": 0 } },
                { "month": "2025-02", "complete": false, "readings": { "sensitive-data-alerts": 500 } },
                { "month": "2025-03", "readings": { "sensitive-data-alerts": 500 } },
                { "month": "2025-05", "readings": { "sensitive-data-alerts": 0 } } ] }
            """);

        List<MonthDecision> decisions = context(changing).decisions().getOrDefault(changing.scope(), List.of());

        assertThat(decisions)
                .containsExactly(
                        new MonthDecision(YearMonth.of(2025, 1), Decision.ADJUST),
                        new MonthDecision(YearMonth.of(2025, 3), Decision.STOP),
                        new MonthDecision(YearMonth.of(2025, 5), Decision.ADJUST))
                .allSatisfy(each -> assertThat(ENGINE.review(changing, ReviewRequest.LATEST.forMonth(each.month()))
                                .decision())
                        .isEqualTo(each.decision()));
    }

    @Test
    void nothing_later_than_the_reviewed_month_is_told() {
        Portfolio portfolio = new Portfolio(List.of(scope("team", "a", "", ADJUSTED, 6)));
        PortfolioReview march = ENGINE.review(portfolio, ReviewRequest.LATEST.forMonth(YearMonth.of(2025, 3)));

        assertThat(Portfolios.context(portfolio, card -> ENGINE, march)
                        .decisions()
                        .values())
                .singleElement()
                .satisfies(decisions -> assertThat(decisions)
                        .extracting(MonthDecision::month)
                        .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3)));
    }

    @Test
    void a_year_is_enough() {
        assertThat(context(scope("team", "a", "", ADJUSTED, 15)).decisions().values())
                .singleElement()
                .satisfies(decisions -> assertThat(decisions)
                        .hasSize(Portfolios.MOST_MONTHS)
                        .last()
                        .isEqualTo(new MonthDecision(YearMonth.of(2026, 3), Decision.ADJUST)));
    }

    @Test
    void what_to_do_begins_with_the_gravest_decision_as_everywhere() {
        Portfolio portfolio =
                new Portfolio(List.of(scope("team", "a", "", ADJUSTED, 1), scope("team", "b", "", STOPPED, 1)));

        assertThat(ENGINE.review(portfolio, ReviewRequest.LATEST).actions())
                .extracting(PortfolioReview.Action::decision)
                .isSorted()
                .startsWith(Decision.STOP)
                .contains(Decision.ADJUST);
    }

    @Test
    void a_dashboard_knows_the_limits_of_rules_and_which_months_were_measured_in_another_way() {
        Scorecard scorecard = card("""
            { "format": "roi-scorecard/1", "scope": { "level": "team", "id": "a" },
              "baselines": { "lead-time": { "value": 9, "definition": "ticket to release" } },
              "snapshots": [
                { "month": "2025-01", "readings": {
                    "lead-time": { "value": 4, "definition": "first commit to merge" }, "off-policy-usage": 1 } },
                { "month": "2025-02", "readings": {
                    "lead-time": { "value": 8, "definition": "ticket to release" }, "off-policy-usage": 2 } },
                { "month": "2025-03", "readings": { "lead-time": 8, "off-policy-usage": 2 } } ] }
            """);

        List<Dashboard.Cell> cells = ENGINE.review(scorecard).dashboard().rows().stream()
                .flatMap(row -> row.cells().stream())
                .toList();

        assertThat(cells)
                .filteredOn(cell -> cell.indicator().value().equals("lead-time"))
                .singleElement()
                .satisfies(cell -> assertThat(cell.history())
                        .extracting(Dashboard.Point::comparability)
                        .containsExactly(
                                Comparability.OTHER_DEFINITION, Comparability.COMPARABLE, Comparability.COMPARABLE));
        assertThat(cells)
                .filteredOn(cell -> cell.indicator().value().equals("off-policy-usage"))
                .singleElement()
                .satisfies(cell -> assertThat(cell.limits())
                        .isNotEmpty()
                        .isSorted()
                        .containsExactlyElementsOf(ENGINE.policy().limitsOn(cell.indicator()).stream()
                                .map(limit -> limit.value())
                                .distinct()
                                .sorted()
                                .toList()));
    }
}
