package dev.roi.report;

import dev.roi.core.AgendaItem;
import dev.roi.core.BlockId;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Labels;
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
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import dev.roi.core.text.Quantities;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reviews that are put together by hand, as full as a policy would make them. */
final class Samples {

    static final YearMonth MAY = YearMonth.of(2026, 5);

    private static final Unit DAYS = new Unit("days");
    private static final Unit HOURS = new Unit("hours");
    private static final Unit EUR = new Unit("EUR");
    private static final PolicyRef POLICY = new PolicyRef(
            new PolicyId("coding-agent"), "1.0.0", new Fingerprint("sha256:" + "0123456789abcdef".repeat(4)));
    private static final Trend IMPROVING = Trend.of(Trend.Course.IMPROVING);
    private static final Trend STABLE = Trend.of(Trend.Course.STABLE);
    private static final Trend WORSENING = Trend.of(Trend.Course.WORSENING);
    private static final Trend TOO_SHORT = Trend.undetermined(Trend.Reason.INSUFFICIENT_HISTORY);
    private static final Trend NOT_KNOWN = Trend.undetermined(Trend.Reason.UNKNOWN_THIS_MONTH);

    private Samples() {}

    static Review english() {
        return new English().review();
    }

    static Review french() {
        return new French().review();
    }

    static Review named(String anything) {
        return new English().review(anything);
    }

    /** Six scopes with every decision, one of them behind. */
    static PortfolioReview portfolio() {
        return portfolioOf(List.of(
                brief(
                        scope(Level.WORKFLOW, "api-tests", "API test generation"),
                        MAY,
                        Decision.ADJUST,
                        "Adjust: high adoption but dispersed usage"),
                brief(
                        scope(Level.WORKFLOW, "code-review", "Code review"),
                        MAY,
                        Decision.EXTEND,
                        "Extend: lead time better for three months"),
                brief(
                        scope(Level.WORKFLOW, "legacy-migration", "Legacy migration"),
                        MAY,
                        Decision.STOP,
                        "Stop: critical risk"),
                brief(
                        scope(Level.WORKFLOW, "refactoring", "refactoring"),
                        MAY.minusMonths(2),
                        Decision.MAINTAIN,
                        "Maintain: one good month is not enough"),
                brief(
                        scope(Level.TEAM, "platform", "Platform team"),
                        MAY,
                        Decision.ADJUST,
                        "Extend blocked: defect rate unknown")));
    }

    /** Two scopes in French, with every section. */
    static PortfolioReview frenchPortfolio() {
        return new PortfolioReview(
                List.of(
                        brief(
                                scope(Level.WORKFLOW, "tests-api", "Tests d'API"),
                                MAY,
                                Decision.ADJUST,
                                "Extension bloquée\u00a0: défauts inconnus",
                                Language.FRENCH),
                        brief(
                                scope(Level.TEAM, "plateforme", "plateforme"),
                                MAY.minusMonths(1),
                                Decision.STOP,
                                "Arrêter\u00a0: critical risk",
                                Language.FRENCH)),
                MAY,
                List.of(scope(Level.TEAM, "plateforme", "plateforme")),
                List.of(new PortfolioReview.Total(
                        Level.WORKFLOW,
                        new IndicatorId("monthly-cost"),
                        "Coût mensuel total",
                        EUR,
                        Exact.of(12000),
                        "12\u202f000\u00a0€",
                        1,
                        List.of())),
                List.of(new PortfolioReview.Action(
                        Decision.STOP,
                        Optional.empty(),
                        "Arrêter",
                        List.of(scope(Level.TEAM, "plateforme", "plateforme")))),
                "2 périmètres\u00a0: 1 à arrêter, 1 à ajuster");
    }

    /** So many scopes, of all decisions in turn, with long names. */
    static PortfolioReview portfolioOf(int scopes) {
        List<Review> reviews = new ArrayList<>();
        List<Scope> all = new ArrayList<>();
        List<Decision> every = List.of(Decision.values());
        for (int i = 0; i < scopes; i++) {
            Decision decision = every.get(i % every.size());
            String id = "scope-number-" + (1000 + i);
            Scope scope = scope(Level.TEAM, id, "The team that has the number " + i);
            all.add(scope);
            reviews.add(brief(
                    scope,
                    i % 3 == 0 ? MAY.minusMonths(1) : MAY,
                    decision,
                    decision.word() + " because of what the numbers of the month say about it"));
        }
        return new PortfolioReview(
                reviews,
                MAY,
                reviews.stream()
                        .filter(review -> review.month().isBefore(MAY))
                        .map(Review::scope)
                        .toList(),
                List.of(new PortfolioReview.Total(
                        Level.TEAM,
                        new IndicatorId("monthly-cost"),
                        "Total cost",
                        EUR,
                        Exact.of(41300),
                        "€41,300",
                        3,
                        all)),
                List.of(new PortfolioReview.Action(Decision.STOP, Optional.empty(), "Stop", all)),
                "%s scopes".formatted(scopes));
    }

    static PortfolioReview portfolioOf(List<Review> reviews) {
        return new PortfolioReview(
                reviews,
                MAY,
                reviews.stream()
                        .filter(review -> review.month().isBefore(MAY))
                        .map(Review::scope)
                        .toList(),
                List.of(
                        new PortfolioReview.Total(
                                Level.WORKFLOW,
                                new IndicatorId("monthly-cost"),
                                "Total cost",
                                EUR,
                                Exact.of(41300),
                                "€41,300",
                                3,
                                workflows("refactoring")),
                        new PortfolioReview.Total(
                                Level.WORKFLOW,
                                new IndicatorId("reallocated-hours"),
                                "Reallocated hours",
                                HOURS,
                                Exact.ZERO,
                                "0 hours",
                                0,
                                workflows("api-tests", "b1", "b2", "b3", "b4", "b5", "b6", "b7")),
                        new PortfolioReview.Total(
                                Level.TEAM,
                                new IndicatorId("monthly-cost"),
                                "Total cost",
                                EUR,
                                Exact.of(9000),
                                "€9,000",
                                1,
                                List.of())),
                List.of(
                        new PortfolioReview.Action(
                                Decision.STOP, Optional.empty(), "Stop", workflows("legacy-migration")),
                        new PortfolioReview.Action(
                                Decision.ADJUST,
                                Optional.of(new LeverId("workflow")),
                                "Tighten the frame",
                                workflows("api-tests")),
                        new PortfolioReview.Action(
                                Decision.ADJUST,
                                Optional.of(new LeverId("instrumentation")),
                                "Measure what is unknown",
                                List.of(Scope.of(Level.WORKFLOW, "api-tests"), Scope.of(Level.TEAM, "platform"))),
                        new PortfolioReview.Action(
                                Decision.EXTEND, Optional.empty(), "Extend", workflows("code-review"))),
                "%s scopes: 1 to stop, 2 to adjust, 1 to maintain, 1 to extend".formatted(reviews.size()));
    }

    private static List<Scope> workflows(String... ids) {
        return Stream.of(ids).map(id -> Scope.of(Level.WORKFLOW, id)).toList();
    }

    static Scope scope(Level level, String id, String name) {
        return new Scope(level, id, Labels.of(name), Optional.empty());
    }

    static Review brief(Scope scope, YearMonth month, Decision decision, String headline) {
        return brief(scope, month, decision, headline, Language.ENGLISH);
    }

    static Review brief(Scope scope, YearMonth month, Decision decision, String headline, Language language) {
        List<Justification> reasons = new ArrayList<>();
        switch (decision) {
            case STOP ->
                reasons.add(because(
                        "critical-risk", Effect.STOP, "risk", "critical risk", "400 alerts on sensitive data."));
            case ADJUST -> {
                reasons.add(adjust(
                        "dispersed-usage",
                        "workflow",
                        "usage",
                        "high adoption but dispersed usage",
                        "Adoption is high, usage is dispersed."));
                reasons.add(because(
                        "dispersed-usage",
                        Effect.BLOCKS_EXTEND,
                        "usage",
                        "high adoption but dispersed usage",
                        "Adoption is high, usage is dispersed."));
                reasons.add(because(
                        "unknown-defects", Effect.BLOCKS_EXTEND, "quality", "defect rate unknown", "Nobody knows."));
            }
            case MAINTAIN ->
                reasons.add(because(
                        "too-short", Effect.BLOCKS_EXTEND, "delivery", "one good month", "One month is no streak."));
            case EXTEND ->
                reasons.add(because(
                        "streak", Effect.SUPPORTS, "delivery", "lead time better for three months", "Three months."));
        }
        return new Review(
                POLICY,
                scope,
                month,
                Optional.of("EUR"),
                language,
                decision,
                headline,
                decision == Decision.ADJUST ? List.of(lever("workflow")) : List.of(),
                reasons,
                decision == Decision.ADJUST
                        ? List.of(new UnknownIndicator(
                                new IndicatorId("escaped-defects"),
                                "Escaped defects",
                                UnknownReason.NOT_INSTRUMENTED,
                                Optional.empty()))
                        : List.of(),
                new Dashboard(List.of()),
                new Questions("f", "o", "r", "d"),
                List.of(),
                List.of());
    }

    static PortfolioReview portfolioNamed(String anything) {
        return portfolioOf(List.of(
                brief(scope(Level.WORKFLOW, "named", anything), MAY, Decision.ADJUST, "Adjust: " + anything),
                brief(scope(Level.WORKFLOW, "other", "Other"), MAY, Decision.EXTEND, "Extend: " + anything)));
    }

    static Review onlyNoted(String text) {
        return of(Decision.MAINTAIN, because("no-rule", Effect.NOTE, "finance", "nothing to change", text));
    }

    static Review stoppedAndAdjusted() {
        return of(
                Decision.STOP,
                because("critical-risk", Effect.STOP, "risk", "critical risk", "400 alerts on sensitive data."),
                adjust("dispersed-usage", "workflow", "usage", "dispersed usage", "Usage is dispersed."));
    }

    private static Review of(Decision decision, Justification... justifications) {
        return new Review(
                POLICY,
                scope(Level.WORKFLOW, "api-tests", "API tests"),
                MAY,
                Optional.empty(),
                Language.ENGLISH,
                decision,
                "The headline",
                List.of(),
                List.of(justifications),
                List.of(),
                new Dashboard(List.of()),
                new Questions("f", "o", "r", "d"),
                List.of(),
                List.of());
    }

    private static Justification because(String rule, Effect effect, String block, String headline, String text) {
        return new Justification(
                new RuleId(rule), effect, Optional.empty(), new BlockId(block), headline, text, List.of());
    }

    private static Justification adjust(String rule, String lever, String block, String headline, String text) {
        return new Justification(
                new RuleId(rule),
                Effect.ADJUST,
                Optional.of(lever(lever)),
                new BlockId(block),
                headline,
                text,
                List.of());
    }

    private static Lever lever(String id) {
        return new Lever(new LeverId(id), id.replace('-', ' '), "pull it");
    }

    private static Dashboard.Row row(String block, String name, Trend trend, String note, Dashboard.Cell... cells) {
        return new Dashboard.Row(new BlockId(block), name, Arrays.asList(cells), trend, note);
    }

    private static UnknownIndicator unknown(String id, String name, UnknownReason reason, String note) {
        return new UnknownIndicator(
                new IndicatorId(id), name, reason, note.isEmpty() ? Optional.empty() : Optional.of(note));
    }

    private record Numbers(Quantities quantities, String unknown, String noBaseline) {

        Dashboard.Cell cell(String id, String name, String value, Unit unit, String baseline, Trend trend) {
            Optional<Exact> known = value.isEmpty() ? Optional.empty() : Optional.of(Exact.of(value));
            Optional<Exact> before = baseline.isEmpty() ? Optional.empty() : Optional.of(Exact.of(baseline));
            return new Dashboard.Cell(
                    new IndicatorId(id),
                    name,
                    known,
                    unit,
                    before,
                    trend,
                    known.map(number -> quantities.format(number, unit)).orElse(unknown),
                    before.map(number -> quantities.format(number, unit)).orElse(noBaseline),
                    List.of());
        }
    }

    private static final class English {

        private final Numbers numbers = new Numbers(Quantities.of(Language.ENGLISH), "unknown", "none");

        Review review() {
            return review("API test generation");
        }

        Review review(String name) {
            String dispersed =
                    "Adoption is high (82%, from 40%), but only 22% of the uses are tied to a ticket or pull request and 22% are on priority workflows: tighten the frame before anything else.";
            return new Review(
                    POLICY,
                    scope(Level.WORKFLOW, "api-tests", name),
                    MAY,
                    Optional.of("EUR"),
                    Language.ENGLISH,
                    Decision.ADJUST,
                    "Adjust: high adoption but dispersed usage",
                    List.of(lever("workflow"), lever("data-policy"), lever("instrumentation")),
                    List.of(
                            adjust(
                                    "dispersed-usage",
                                    "workflow",
                                    "usage",
                                    "high adoption but dispersed usage",
                                    dispersed),
                            adjust(
                                    "off-policy-usage",
                                    "data-policy",
                                    "risk",
                                    "off-policy usage",
                                    "3 uses outside the policy, and none is accepted: recall the rules and close the way round them."),
                            adjust(
                                    "unknown-outcome",
                                    "instrumentation",
                                    "quality",
                                    "defect rate unknown",
                                    "Extend blocked: escaped defects are unknown. Count them before the next review."),
                            because(
                                    "dispersed-usage",
                                    Effect.BLOCKS_EXTEND,
                                    "usage",
                                    "high adoption but dispersed usage",
                                    dispersed),
                            because(
                                    "unknown-outcome",
                                    Effect.BLOCKS_EXTEND,
                                    "quality",
                                    "defect rate unknown",
                                    "Extend blocked: escaped defects are unknown. Count them before the next review."),
                            because(
                                    "no-streak",
                                    Effect.BLOCKS_EXTEND,
                                    "delivery",
                                    "delivery improved for one month only",
                                    "Delivery improved in 1 of the 3 successive complete months that extending takes."),
                            because(
                                    "lead-time-better",
                                    Effect.SUPPORTS,
                                    "delivery",
                                    "lead time better",
                                    "Lead time is 8 days, −15.8% against its baseline of 9.5 days."),
                            because(
                                    "uneven-cost",
                                    Effect.NOTE,
                                    "finance",
                                    "uneven cost",
                                    "Cost is uneven between teams: %s has €7,000 of €11,800.".formatted(name))),
                    List.of(
                            unknown(
                                    "escaped-defects",
                                    "Escaped defects",
                                    UnknownReason.NOT_INSTRUMENTED,
                                    "the tracker has no production flag"),
                            unknown("incidents", "Incidents", UnknownReason.NOT_REPORTED, ""),
                            unknown("time-to-market", "Time to market", UnknownReason.NOT_DUE, ""),
                            unknown("debt-treated", "Debt treated", UnknownReason.NOT_REPORTED, "the team left it out"),
                            unknown("review-load", "Review load", UnknownReason.NOT_REPORTED, "")),
                    new Dashboard(List.of(
                            row(
                                    "finance",
                                    "Finance",
                                    STABLE,
                                    "18% over the baseline, 72% of the budget",
                                    numbers.cell("monthly-cost", "Total cost", "11800", EUR, "10000", STABLE)),
                            row(
                                    "finance",
                                    "Finance",
                                    TOO_SHORT,
                                    "€800 without a workflow",
                                    numbers.cell("cost-by-workflow", "Cost by workflow", "11800", EUR, "", TOO_SHORT)),
                            row(
                                    "usage",
                                    "Usage",
                                    STABLE,
                                    "as before",
                                    numbers.cell(
                                            "active-authorised-workflows",
                                            "Active authorised workflows",
                                            "4",
                                            Unit.COUNT,
                                            "4",
                                            STABLE)),
                            row(
                                    "delivery",
                                    "Delivery",
                                    WORSENING,
                                    "lead time better, cycle time worse",
                                    numbers.cell("lead-time", "Lead time", "8", DAYS, "9.5", IMPROVING),
                                    numbers.cell("cycle-time", "Cycle time", "4.2", DAYS, "3.5", WORSENING)),
                            row(
                                    "delivery",
                                    "Delivery",
                                    STABLE,
                                    "within tolerance",
                                    numbers.cell("review-time", "Review time", "6.5", HOURS, "6", STABLE)),
                            row(
                                    "quality",
                                    "Quality",
                                    NOT_KNOWN,
                                    "extend blocked: unknown",
                                    numbers.cell("escaped-defects", "Escaped defects", "", Unit.COUNT, "3", NOT_KNOWN),
                                    numbers.cell("rework-rate", "Rework", "11.666", Unit.PERCENT, "12", STABLE)),
                            row(
                                    "value",
                                    "Value",
                                    IMPROVING,
                                    "80 to reduce debt, 40 to speed up the flow",
                                    numbers.cell(
                                            "reallocated-hours", "Reallocated hours", "120", HOURS, "", IMPROVING)),
                            row(
                                    "value",
                                    "Value",
                                    NOT_KNOWN,
                                    "not due before July 2026",
                                    numbers.cell("time-to-market", "Time to market", "", DAYS, "60", NOT_KNOWN)),
                            row(
                                    "risk",
                                    "Risk",
                                    WORSENING,
                                    "3 over the limit of 0",
                                    numbers.cell(
                                            "off-policy-usage", "Off-policy usage", "3", Unit.COUNT, "", WORSENING)))),
                    new Questions(
                            "€11,800 in May 2026, of which €800 without a workflow: " + name + ", refactoring.",
                            "Lead time of 8 days, −15.8% against the baseline; 120 hours reallocated.",
                            "3 uses outside the policy; escaped defects are unknown.",
                            "Adjust: workflow, data policy and instrumentation."),
                    List.of(
                            new AgendaItem(
                                    "authorised-workflows",
                                    "Authorised workflows",
                                    List.of(name + " (priority, Platform lead)", "refactoring: not authorised")),
                            new AgendaItem(
                                    "cost",
                                    "Cost, alerts, budget drift",
                                    List.of("Total cost €11,800, 72% of the budget")),
                            new AgendaItem(
                                    "delivery",
                                    "Delivery",
                                    List.of(
                                            "Lead time 8 days",
                                            "Cycle time 4.2 days",
                                            "Lead time is 8 days, −15.8% against its baseline of 9.5 days.")),
                            new AgendaItem(
                                    "quality-and-risk",
                                    "Quality, risk, review load",
                                    List.of("Escaped defects unknown", "3 uses outside the policy")),
                            new AgendaItem(
                                    "reallocated-hours",
                                    "Hours reallocated",
                                    List.of("120 hours: 80 to reduce debt, 40 to speed up the flow")),
                            new AgendaItem("decision", "Decision, and owner of the month's action", List.of())),
                    List.of("name the owner of the month's action"));
        }
    }

    private static final class French {

        private final Numbers numbers = new Numbers(Quantities.of(Language.FRENCH), "inconnu", "aucune");

        Review review() {
            String streak =
                    "Le delivery s'est amélioré pendant 1 mois sur les 3 mois complets successifs qu'il faut pour étendre.";
            return new Review(
                    POLICY,
                    scope(Level.TEAM, "plateforme", "Équipe plateforme"),
                    MAY,
                    Optional.of("EUR"),
                    Language.FRENCH,
                    Decision.MAINTAIN,
                    "Maintenir\u00a0: un bon mois ne suffit pas",
                    List.of(),
                    List.of(
                            because("no-streak", Effect.BLOCKS_EXTEND, "delivery", "un bon mois ne suffit pas", streak),
                            because(
                                    "lead-time-better",
                                    Effect.SUPPORTS,
                                    "delivery",
                                    "lead time meilleur",
                                    "Le lead time est de 8 jours, −15,8\u00a0% par rapport à la référence de 9,5 jours.")),
                    List.of(unknown(
                            "incidents", "Incidents", UnknownReason.NOT_REPORTED, "l'astreinte n'est pas suivie")),
                    new Dashboard(List.of(
                            row(
                                    "finance",
                                    "Finance",
                                    STABLE,
                                    "20\u00a0% au-dessus de la référence, 72\u00a0% du budget",
                                    numbers.cell("monthly-cost", "Coût mensuel total", "12000", EUR, "10000", STABLE)),
                            row(
                                    "delivery",
                                    "Delivery",
                                    IMPROVING,
                                    "meilleur que la référence",
                                    numbers.cell("lead-time", "Lead time", "8", DAYS, "9.5", IMPROVING),
                                    numbers.cell("cycle-time", "Cycle time", "1.5", DAYS, "2", TOO_SHORT)),
                            row(
                                    "quality",
                                    "Qualité",
                                    NOT_KNOWN,
                                    "à suivre",
                                    numbers.cell("incidents", "Incidents", "", Unit.COUNT, "", NOT_KNOWN)))),
                    new Questions(
                            "12\u202f000\u00a0€ en mai 2026.",
                            "Un lead time de 8 jours.",
                            "Rien au-dessus des seuils.",
                            "Maintenir, et attendre deux mois de plus."),
                    List.of(
                            new AgendaItem(
                                    "cost",
                                    "Coût, alertes, dérive budgétaire",
                                    List.of("Coût mensuel total 12\u202f000\u00a0€")),
                            new AgendaItem("decision", "Décision et responsable de l'action du mois", List.of())),
                    List.of("deux mois complets de plus où le delivery s'améliore"));
        }
    }
}
