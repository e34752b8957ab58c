package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Answer;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Course;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.MonthAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.json.Json;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final Scope SCOPE = Scope.of(Level.WORKFLOW, "api-tests");
    private static final IndicatorId LEAD_TIME = new IndicatorId("lead-time");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private static PastDecision decided(long entry, YearMonth month, Optional<YearMonth> due, IndicatorId... aimsAt) {
        return decided(entry, SCOPE, month, due, aimsAt);
    }

    private static PastDecision decided(
            long entry, Scope scope, YearMonth month, Optional<YearMonth> due, IndicatorId... aimsAt) {
        return new PastDecision(
                entry,
                scope,
                month,
                Instant.EPOCH,
                "Ana",
                Decision.ADJUST,
                Decision.ADJUST,
                Optional.empty(),
                Optional.empty(),
                due.map(at -> new MonthAction("Do it", "Jo", at, Arrays.asList(aimsAt))),
                Optional.empty());
    }

    private static Scorecard card(Reading april, Reading may) {
        return Scorecard.of(SCOPE)
                .snapshot(Snapshot.complete(APRIL, Map.of(LEAD_TIME, april)))
                .snapshot(Snapshot.complete(MAY, Map.of(LEAD_TIME, may)))
                .build();
    }

    private static Review review(Scorecard scorecard, PastDecision... decisions) {
        return ENGINE.review(scorecard, ReviewRequest.LATEST.after(List.of(decisions)));
    }

    private static Movement moved(Reading april, Reading may) {
        return review(card(april, may), decided(1, APRIL, Optional.of(JUNE), LEAD_TIME))
                .followUps()
                .get(0)
                .movements()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 8.99, IMPROVED",
        "10, 9, SAME",
        "10, 10, SAME",
        "10, 11, SAME",
        "10, 11.01, WORSE",
        "0, 0, SAME",
        "0, 1, WORSE"
    })
    void an_indicator_moved_when_it_is_beyond_its_tolerance_of_what_it_was(String april, String may, Course course) {
        Movement movement = moved(Reading.of(april), Reading.of(may));

        assertThat(movement.course()).isEqualTo(course);
        assertThat(movement.before()).contains(Exact.of(april));
        assertThat(movement.now()).contains(Exact.of(may));
        assertThat(movement.unit().orElseThrow().id()).isEqualTo("days");
    }

    @Test
    void what_is_not_known_measured_otherwise_or_too_uncertain_has_not_moved_for_sure() {
        Reading unknown = Reading.unknown(UnknownReason.NOT_REPORTED);

        assertThat(moved(unknown, Reading.of("8")).course()).isEqualTo(Course.UNDETERMINED);
        assertThat(moved(Reading.of("8"), unknown).course()).isEqualTo(Course.UNDETERMINED);
        assertThat(moved(Reading.of("8").definedAs("mean"), Reading.of("4").definedAs("median"))
                        .course())
                .isEqualTo(Course.UNDETERMINED);
        assertThat(moved(Reading.of("10").within(Exact.of("1")), Reading.of("8").within(Exact.of("1")))
                        .course())
                .isEqualTo(Course.UNDETERMINED);
        assertThat(moved(Reading.of("10").within(Exact.of("1")), Reading.of("6").within(Exact.of("1")))
                        .course())
                .isEqualTo(Course.IMPROVED);
    }

    @Test
    void a_month_that_the_scorecard_lacks_or_an_indicator_that_the_policy_lacks_is_undetermined() {
        Review review = review(
                card(Reading.of("9"), Reading.of("8")),
                decided(1, YearMonth.of(2026, 1), Optional.of(JUNE), LEAD_TIME, new IndicatorId("gone")));

        assertThat(review.followUps().get(0).movements())
                .extracting(Movement::course)
                .containsExactly(Course.UNDETERMINED, Course.UNDETERMINED);
        assertThat(review.followUps().get(0).movements().get(1).unit()).isEmpty();
        assertThat(Json.write(review)).contains("\"indicator\": \"gone\"");
    }

    @Test
    void open_actions_come_first_the_earliest_due_before_others_then_the_last_decision() {
        Scorecard card = card(Reading.of("9"), Reading.of("8"));
        PastDecision later = decided(1, YearMonth.of(2026, 1), Optional.of(YearMonth.of(2026, 9)));
        PastDecision sooner = decided(2, YearMonth.of(2026, 2), Optional.of(YearMonth.of(2026, 7)));
        PastDecision answered = decided(3, YearMonth.of(2026, 3), Optional.of(JUNE))
                .answered(new PastDecision.Answered(4, APRIL, Answer.Outcome.DONE, "Done."));
        PastDecision last = decided(4, APRIL, Optional.empty());

        assertThat(review(card, later, sooner, answered, last).followUps())
                .extracting(FollowUp::decision)
                .containsExactly(sooner, later, last);
    }

    @Test
    void only_decisions_on_the_same_scope_for_earlier_months_count_whatever_was_recorded_since() {
        Scorecard card = card(Reading.of("9"), Reading.of("8"));
        PastDecision before = decided(1, APRIL, Optional.of(JUNE));
        PastDecision since =
                before.answered(new PastDecision.Answered(2, MAY, Answer.Outcome.DONE, "Said with the review of May."));
        PastDecision[] others = {
            decided(2, MAY, Optional.of(JUNE)),
            decided(3, JUNE, Optional.of(JUNE)),
            decided(4, Scope.of(Level.TEAM, "api-tests"), APRIL, Optional.of(JUNE)),
            decided(5, Scope.of(Level.WORKFLOW, "other"), APRIL, Optional.of(JUNE))
        };

        assertThat(review(card, others).followUps()).isEmpty();
        assertThat(review(card, since).followUps())
                .extracting(FollowUp::decision)
                .containsExactly(before);
        assertThat(Json.write(review(card, since))).isEqualTo(Json.write(review(card, before)));
    }

    @Test
    void the_recommendation_knows_nothing_of_earlier_decisions() {
        Scorecard card = card(Reading.of("9"), Reading.of("8"));
        String without = Json.write(review(card));
        String with = Json.write(review(card, decided(1, APRIL, Optional.of(JUNE), LEAD_TIME)));

        assertThat(with).startsWith(without.substring(0, without.length() - "\n}\n".length()) + ",\n  \"followUp\":");
    }

    @Test
    void a_portfolio_asks_about_open_actions_of_scopes_that_stopped_reporting() {
        Scope gone = Scope.of(Level.TEAM, "gone");
        Scope late = Scope.of(Level.WORKFLOW, "late");
        Scorecard behind = Scorecard.of(late)
                .snapshot(Snapshot.complete(APRIL, Map.of(LEAD_TIME, Reading.of("8"))))
                .build();
        Portfolio portfolio = new Portfolio(List.of(card(Reading.of("8"), Reading.of("8")), behind));
        PastDecision own = decided(1, APRIL, Optional.of(JUNE));
        PastDecision closed = decided(2, gone, APRIL, Optional.of(JUNE))
                .answered(new PastDecision.Answered(6, APRIL, Answer.Outcome.DONE, "It is done."));
        PastDecision answeredLater = decided(3, gone, APRIL, Optional.of(JUNE))
                .answered(new PastDecision.Answered(7, MAY, Answer.Outcome.DONE, "It is done."));
        PastDecision first = decided(4, gone, APRIL, Optional.of(MAY));
        PastDecision sameMonth = decided(5, late, APRIL, Optional.of(JUNE));
        PastDecision earlier = decided(8, late, APRIL.minusMonths(1), Optional.of(JUNE));
        PastDecision tooLate = decided(9, gone, MAY, Optional.of(JUNE));
        PastDecision nothing = decided(10, gone, APRIL, Optional.empty());

        PortfolioReview review = ENGINE.review(
                portfolio,
                ReviewRequest.LATEST.after(
                        List.of(own, closed, answeredLater, first, sameMonth, earlier, tooLate, nothing)));

        assertThat(review.unasked()).extracting(PastDecision::entry).containsExactly(5L, 4L, 3L);
        assertThat(review.unasked()).allMatch(PastDecision::isOpen);
        assertThat(review.reviews())
                .flatExtracting(Review::followUps)
                .extracting(followUp -> followUp.decision().entry())
                .containsExactly(1L, 8L);
    }
}
