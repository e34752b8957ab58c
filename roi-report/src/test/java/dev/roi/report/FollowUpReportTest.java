package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.Dissent;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Course;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.json.Json;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpReportTest {

    private static final IndicatorId TRACEABILITY = new IndicatorId("traceability-rate");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final Instant AT = Instant.parse("2026-05-05T09:30:00Z");

    private static PastDecision past(long entry, Review review, String action, YearMonth due) {
        return past(entry, review.scope(), action, due);
    }

    private static PastDecision past(long entry, Scope scope, String action, YearMonth due) {
        return new PastDecision(
                entry,
                scope,
                APRIL,
                Decision.ADJUST,
                "Adjust: high adoption",
                Resolution.of(new Closing.Adjustment(List.of(new LeverId("workflow"))), AT, "Ana Silva"),
                List.of(new PastAction(
                        ActionId.of(entry),
                        new MonthAction(action, "Platform lead", due, List.of(TRACEABILITY)),
                        List.of())));
    }

    private static PastDecision departed(long entry, Review review) {
        return new PastDecision(
                entry,
                review.scope(),
                APRIL,
                Decision.ADJUST,
                "Adjust: high adoption",
                new Resolution(
                        new Closing.Extension("All teams", "Jo Berg", List.of("Rework under 10%")),
                        AT,
                        "Ana Silva",
                        Optional.of("The pilot ends in May"),
                        Optional.of("Jo Berg"),
                        Optional.of("Investments"),
                        List.of("Zoé"),
                        List.of(new Dissent("Max", "Too early"))),
                List.of());
    }

    private static PastAction.Answered answered(long entry, Answer answer) {
        return new PastAction.Answered(entry, APRIL, AT, "Ana Silva", answer);
    }

    private static FollowUp alone(PastDecision past) {
        return new FollowUp(past, past.actions().stream().findFirst(), List.of());
    }

    private static FollowUp followUp(PastDecision past) {
        return followUp(past, Course.IMPROVED, Optional.empty());
    }

    private static FollowUp followUp(PastDecision past, Course course, Optional<FollowUp.Goal> goal) {
        return new FollowUp(
                past,
                past.actions().stream().findFirst(),
                List.of(new Movement(
                        TRACEABILITY,
                        "Uses tied to a ticket",
                        course,
                        Optional.of(Exact.of("38")),
                        Optional.of(Exact.of("52")),
                        Optional.of(Unit.PERCENT),
                        "38%",
                        "52%",
                        goal)));
    }

    private static Review with(Review review, FollowUp... followUps) {
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
                review.dashboard(),
                review.questions(),
                review.agenda(),
                review.needs(),
                List.of(followUps),
                List.of());
    }

    @Test
    void a_review_opens_with_what_became_of_earlier_decisions() {
        Review review = Samples.english();
        PastDecision open = past(2, review, "Tie every use to a ticket", YearMonth.of(2026, 5));
        PastDecision done = past(3, review, "Train the team", YearMonth.of(2026, 7))
                .answered(answered(5, Answer.of(ActionId.of(3), Answer.Outcome.DONE, "All of them came")));

        assertThat(Report.of(with(review, followUp(open), alone(done), alone(departed(4, review))))
                        .text())
                .contains("""

                    Earlier decisions
                    -----------------
                    - Open, overdue: Tie every use to a ticket - Platform lead, due May 2026
                      - Entry 2, April 2026: Adjust, as recommended
                      - Uses tied to a ticket: 38%, now 52% - improved
                    - Done: Train the team - Platform lead, due July 2026
                      - Entry 3, April 2026: Adjust, as recommended
                      - Done (entry 5, 5 May 2026): All of them came
                    - Last decision: no action was agreed
                      - Entry 4, April 2026: Extend; the recommendation was: Adjust
                      - Reason: The pilot ends in May
                      - Countersigned by Jo Berg
                      - Extends to: All teams; Jo Berg answers for it
                      - Guardrail: Rework under 10%

                    Dashboard
                    ---------
                    """);
    }

    @Test
    void the_same_in_french() {
        Review review = Samples.french();
        PastDecision open = past(2, review, "Relier chaque usage à un ticket", YearMonth.of(2026, 7));

        assertThat(Report.of(with(review, followUp(open))).markdown()).contains("""
            ## Suites des décisions précédentes

            - **En cours\u00a0:** Relier chaque usage à un ticket - Platform lead, échéance juillet 2026
              - Entrée 2, avril 2026\u00a0: Ajuster, comme recommandé
              - Uses tied to a ticket\u00a0: 38%, désormais 52% - en progrès
            """);
    }

    @Test
    void a_review_that_follows_up_on_nothing_says_nothing_of_it() {
        assertThat(Report.of(Samples.english()).text()).doesNotContain("earlier decisions");
        assertThat(Json.write(Samples.english())).doesNotContain("followUp");
    }

    @Test
    void a_portfolio_begins_with_the_open_actions_of_all_scopes() {
        PortfolioReview portfolio = Samples.portfolio();
        Review first = portfolio.reviews().get(0);
        Review followed = with(
                first,
                followUp(past(2, first, "Tie every use to a ticket", YearMonth.of(2026, 7))),
                alone(departed(3, first)));
        List<Review> reviews = new java.util.ArrayList<>(portfolio.reviews());
        reviews.set(0, followed);

        assertThat(Report.of(new PortfolioReview(
                                reviews,
                                portfolio.newest(),
                                portfolio.stale(),
                                portfolio.totals(),
                                portfolio.actions(),
                                portfolio.headline()))
                        .text())
                .contains("""

                    Open actions
                    ------------
                    - Open: API test generation (workflow api-tests): Tie every use to a ticket -
                      Platform lead, due July 2026 (entry 2)

                    What to do, and where
                    """)
                .doesNotContain("The pilot ends");
    }

    @Test
    void an_open_action_that_no_review_asks_about_is_listed_with_the_others() {
        PortfolioReview portfolio = Samples.portfolio();
        Review behind = portfolio.reviews().get(3);
        Scope scope = Samples.scope(Level.TEAM, "gone", "Gone");
        PastDecision gone = past(2, scope, "Tie every use to a ticket", YearMonth.of(2026, 5));
        PastDecision late = past(3, behind, "Train the team", YearMonth.of(2026, 7));
        PortfolioReview followed = new PortfolioReview(
                portfolio.reviews(),
                portfolio.newest(),
                portfolio.stale(),
                portfolio.totals(),
                portfolio.actions(),
                portfolio.headline(),
                List.of(alone(gone), alone(late)),
                List.of());

        assertThat(Report.of(followed).text()).contains("""

            Open actions
            ------------
            - Open, overdue: Gone (team gone), not in this portfolio: Tie every use to a
              ticket - Platform lead, due May 2026 (entry 2)
            - Open: refactoring (workflow), no month reported since: Train the team -
              Platform lead, due July 2026 (entry 3)

            """);
        assertThat(Report.of(followed).markdown()).contains("Gone (team gone), not in this portfolio");
        assertThat(Markup.of(Report.of(followed).html()).words())
                .contains("Gone (team gone), not in this portfolio: Tie every use to a ticket");
        assertThat(Json.write(followed)).contains("\"unasked\": [", "\"id\": \"gone\"", "\"due\": \"2026-05\"");
        assertThat(Json.write(portfolio)).doesNotContain("unasked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PortfolioReview(
                        List.of(),
                        APRIL,
                        List.of(),
                        List.of(),
                        List.of(),
                        "None",
                        List.of(alone(departed(4, behind))),
                        List.of()))
                .withMessage("entry (4) is not open");
    }

    @Test
    void a_list_of_decisions_says_who_when_why_and_what_next() {
        Review review = Samples.english();
        List<PastDecision> decisions =
                List.of(departed(2, review), past(3, review, "Train the team", YearMonth.of(2026, 7)));

        assertThat(Report.of(decisions, Language.ENGLISH).text()).isEqualTo("""
            Decisions on record
            ===================
            Decisions:     2
            Open actions:  1

            Open actions
            ------------
            - Entry 3, April 2026, API test generation (workflow api-tests): Adjust, as
              recommended
              - Recorded by Ana Silva, 5 May 2026, 09:30 UTC
              - Acts on: workflow
              - Action 3: Train the team - Platform lead, due July 2026
              - Open

            Other decisions
            ---------------
            - Entry 2, April 2026, API test generation (workflow api-tests): Extend; the
              recommendation was: Adjust
              - Recorded by Ana Silva, 5 May 2026, 09:30 UTC
              - Committee: Investments
              - Present: Zoé
              - Reason: The pilot ends in May
              - Countersigned by Jo Berg
              - Extends to: All teams; Jo Berg answers for it
              - Guardrail: Rework under 10%
              - Max disagreed: Too early

            The ledger keeps each decision in full, with its review and scorecard.
            """);
        assertThat(Report.of(List.of(), Language.FRENCH).text())
                .contains("Décisions enregistrées", "Aucune décision n’est encore enregistrée.");
    }

    @Test
    void texts_of_people_are_inert_in_every_format() {
        Review review = Samples.english();
        PastDecision hostile =
                past(2, review, "<script>alert(1)</script>\n# Not a title \u202E", YearMonth.of(2026, 7));

        String markdown = Report.of(List.of(hostile), Language.ENGLISH).markdown();
        String text = Report.of(List.of(hostile), Language.ENGLISH).text();

        assertThat(markdown).doesNotContain("<script>").doesNotContain("\n# Not");
        assertThat(text).doesNotContain("\n# Not").doesNotContain("\u202E");
    }
}
