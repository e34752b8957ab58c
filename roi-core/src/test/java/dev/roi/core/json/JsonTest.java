package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.AgendaItem;
import dev.roi.core.BlockId;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Questions;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final Lever WORKFLOW = new Lever(new LeverId("workflow"), "Workflow", "tighten the frame");

    static Review review() {
        IndicatorId cost = new IndicatorId("monthly-cost");
        IndicatorId leadTime = new IndicatorId("lead-time");
        return new Review(
                new PolicyRef(new PolicyId("small"), "1.0.0", new Fingerprint("sha256:" + "0".repeat(64))),
                new Scope(Level.WORKFLOW, "api-tests", "API tests – équipe", Optional.empty()),
                YearMonth.of(2026, 5),
                Optional.of("EUR"),
                Language.ENGLISH,
                Decision.ADJUST,
                "Adjust: high adoption but dispersed usage",
                List.of(WORKFLOW),
                List.of(
                        new Justification(
                                new RuleId("dispersed"),
                                Effect.ADJUST,
                                Optional.of(WORKFLOW),
                                new BlockId("usage"),
                                "high adoption but dispersed usage",
                                "82 % use it.",
                                List.of(new Evidence(
                                        new IndicatorId("adoption-rate"),
                                        Optional.empty(),
                                        Optional.of(Exact.ratio(Exact.of(35), Exact.of(3))),
                                        Unit.PERCENT,
                                        Optional.empty(),
                                        Optional.of(new ThresholdId("adoption.high")),
                                        Optional.of(Exact.of("1e6")),
                                        Optional.of(3)))),
                        new Justification(
                                new RuleId("note"),
                                Effect.NOTE,
                                Optional.empty(),
                                new BlockId("usage"),
                                "a note",
                                "A \"note\".",
                                List.of())),
                List.of(new UnknownIndicator(
                        new IndicatorId("escaped-defects"),
                        "Escaped defects",
                        UnknownReason.NOT_INSTRUMENTED,
                        Optional.empty())),
                new Dashboard(List.of(new Dashboard.Row(
                        new BlockId("finance"),
                        "Finance",
                        List.of(
                                new Dashboard.Cell(
                                        cost,
                                        "Total cost",
                                        Optional.of(Exact.of("0.1234567")),
                                        Unit.CURRENCY,
                                        Optional.empty(),
                                        Trend.of(Trend.Course.STABLE),
                                        "€0.12",
                                        "none",
                                        List.of(new Dashboard.Point(
                                                YearMonth.of(2026, 4),
                                                Snapshot.Completeness.PARTIAL,
                                                Optional.empty()))),
                                new Dashboard.Cell(
                                        leadTime,
                                        "Lead time",
                                        Optional.empty(),
                                        new Unit("days"),
                                        Optional.of(Exact.of("9.5")),
                                        Trend.undetermined(Trend.Reason.UNKNOWN_THIS_MONTH),
                                        "unknown",
                                        "9.5 days",
                                        List.of())),
                        Trend.undetermined(Trend.Reason.SEVERAL_INDICATORS),
                        "Costs what it did."))),
                new Questions("a", "b", "c", "d"),
                List.of(new AgendaItem("cost", "Cost", List.of("One point"))),
                List.of("name the owner of the month's action"));
    }

    static PortfolioReview portfolioReview() {
        return new PortfolioReview(
                List.of(review()),
                YearMonth.of(2026, 5),
                List.of(Scope.of(Level.TEAM, "late")),
                List.of(new PortfolioReview.Total(
                        Level.TEAM,
                        new IndicatorId("monthly-cost"),
                        "Total cost",
                        new Unit("EUR"),
                        Exact.of(12000),
                        "€12,000",
                        2,
                        List.of("late"))),
                List.of(new PortfolioReview.Action(
                        Decision.ADJUST, Optional.of(new LeverId("workflow")), "Tighten", List.of("api-tests"))),
                "1 to adjust");
    }

    @Test
    void show() {
        System.out.println(Json.write(review()));
        System.out.println(Json.write(portfolioReview()));
        assertThat(Json.write(review())).endsWith("}\n");
    }
}
