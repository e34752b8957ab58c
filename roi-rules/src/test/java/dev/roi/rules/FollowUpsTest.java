package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Course;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Reading;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Stopped;
import dev.roi.core.Target;
import dev.roi.core.UnknownReason;
import dev.roi.core.ViewId;
import dev.roi.core.json.Json;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        return decided(
                entry,
                scope,
                month,
                new Closing.Adjustment(List.of(new LeverId("training"))),
                due.map(at -> new MonthAction("Do it", "Jo", at, Arrays.asList(aimsAt))).stream()
                        .toList());
    }

    private static PastDecision decided(
            long entry, Scope scope, YearMonth month, Closing closing, List<MonthAction> actions) {
        return new PastDecision(
                entry,
                scope,
                month,
                Decision.ADJUST,
                "Adjust",
                Resolution.of(closing, Instant.EPOCH, "Ana"),
                IntStream.range(0, actions.size())
                        .mapToObj(at -> new PastAction(new ActionId(entry, at + 1), actions.get(at), List.of()))
                        .toList());
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
        PastDecision answered =
                decided(3, YearMonth.of(2026, 3), Optional.of(JUNE)).answered(done(3, 4, YearMonth.of(2026, 3)));
        PastDecision last = decided(4, APRIL, Optional.empty());

        assertThat(review(card, later, sooner, answered, last).followUps())
                .extracting(FollowUp::decision)
                .containsExactly(sooner, later, last);
    }

    @Test
    void only_decisions_on_the_same_scope_for_earlier_months_count_whatever_was_recorded_since() {
        Scorecard card = card(Reading.of("9"), Reading.of("8"));
        PastDecision before = decided(1, APRIL, Optional.of(JUNE));
        PastDecision since = before.answered(done(1, 2, MAY));
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
        PastDecision closed = decided(2, gone, APRIL, Optional.of(JUNE)).answered(done(2, 6, APRIL));
        PastDecision answeredLater = decided(3, gone, APRIL, Optional.of(JUNE)).answered(done(3, 7, MAY));
        PastDecision first = decided(4, gone, APRIL, Optional.of(MAY));
        PastDecision sameMonth = decided(5, late, APRIL, Optional.of(JUNE));
        PastDecision earlier = decided(8, late, APRIL.minusMonths(1), Optional.of(JUNE));
        PastDecision tooLate = decided(9, gone, MAY, Optional.of(JUNE));
        PastDecision nothing = decided(10, gone, APRIL, Optional.empty());

        PortfolioReview review = ENGINE.review(
                portfolio,
                ReviewRequest.LATEST.after(
                        List.of(own, closed, answeredLater, first, sameMonth, earlier, tooLate, nothing)));

        assertThat(review.unasked())
                .extracting(followUp -> followUp.decision().entry())
                .containsExactly(5L, 4L, 3L);
        assertThat(review.unasked())
                .allMatch(followUp -> followUp.action().orElseThrow().isOpen());
        assertThat(review.reviews())
                .flatExtracting(Review::followUps)
                .extracting(followUp -> followUp.decision().entry())
                .containsExactly(1L, 8L);
    }

    private static PastAction.Answered done(long action, long entry, YearMonth month) {
        return answered(entry, month, Answer.of(ActionId.of(action), Answer.Outcome.DONE, "Done."));
    }

    private static PastAction.Answered answered(long entry, YearMonth month, Answer answer) {
        return new PastAction.Answered(entry, month, Instant.EPOCH, "Ana", answer);
    }

    @Test
    void each_action_of_a_decision_is_asked_about_by_itself() {
        PastDecision past = decided(
                        1,
                        SCOPE,
                        APRIL,
                        new Closing.Adjustment(List.of(new LeverId("training"))),
                        List.of(
                                new MonthAction("First", "Jo", YearMonth.of(2026, 8), List.of()),
                                new MonthAction("Second", "Ana", JUNE, List.of(LEAD_TIME)),
                                new MonthAction("Third", "Ana", JUNE, List.of())))
                .answered(
                        answered(2, APRIL, Answer.of(new ActionId(1, 3), Answer.Outcome.DROPPED, "No longer needed")));

        assertThat(review(card(Reading.of("9"), Reading.of("8")), past).followUps())
                .extracting(followUp -> followUp.action().orElseThrow().asked().text())
                .containsExactly("Second", "First", "Third");
    }

    @Test
    void an_action_that_was_moved_is_asked_about_when_it_is_due_now() {
        PastDecision moved = decided(1, APRIL, Optional.of(JUNE))
                .answered(answered(
                        3,
                        APRIL,
                        new Answer(
                                ActionId.of(1),
                                Answer.Outcome.MOVED,
                                Optional.of("Holidays"),
                                Optional.of(YearMonth.of(2026, 9)),
                                List.of())));
        PastDecision other = decided(2, APRIL, Optional.of(YearMonth.of(2026, 7)));

        assertThat(review(card(Reading.of("9"), Reading.of("8")), moved, other).followUps())
                .extracting(followUp -> followUp.decision().entry())
                .containsExactly(2L, 1L);
    }

    @Test
    void what_ended_since_the_decision_before_is_said_once_with_what_became_of_its_indicators() {
        Scorecard card = card(Reading.of("9"), Reading.of("5"));
        PastDecision closed =
                decided(1, YearMonth.of(2026, 2), Optional.of(JUNE), LEAD_TIME).answered(done(1, 3, APRIL));
        PastDecision longAgo =
                decided(2, YearMonth.of(2026, 2), Optional.of(JUNE)).answered(done(2, 3, YearMonth.of(2026, 3)));
        PastDecision last = decided(4, APRIL, Optional.empty());

        List<FollowUp> followUps = review(card, closed, longAgo, last).followUps();

        assertThat(followUps).extracting(FollowUp::decision).containsExactly(closed, last);
        assertThat(followUps.get(0).movements()).hasSize(1);
        assertThat(followUps.get(1).action()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, AT_MOST, REACHED",
        "7.5, 0, AT_MOST, REACHED",
        "8.01, 0, AT_MOST, MISSED",
        "8, 0.1, AT_MOST, UNDETERMINED",
        "8, 0, AT_LEAST, REACHED",
        "7.99, 0, AT_LEAST, MISSED"
    })
    void a_target_is_reached_where_the_reading_is_surely_on_its_side(
            String now, String doubt, Target.Side side, FollowUp.Attainment attainment) {
        Target target = new Target(LEAD_TIME, Exact.of("8"), side);
        PastDecision past = decided(
                1,
                SCOPE,
                APRIL,
                new Closing.Maintenance(),
                List.of(new MonthAction("Do it", "Jo", JUNE, List.of(LEAD_TIME), List.of(target))));

        Movement movement = review(card(Reading.of("9"), Reading.of(now).within(Exact.of(doubt))), past)
                .followUps()
                .get(0)
                .movements()
                .get(0);

        assertThat(movement.goal()).contains(new FollowUp.Goal(target, "8 days", attainment));
    }

    @Test
    void a_scope_that_the_committee_stopped_is_said_to_be_so_and_recommended_on_as_before() {
        Scorecard card = card(Reading.of("9"), Reading.of("8"));
        Closing stop = new Closing.Ending("The agent", "Nobody used it");
        PastDecision before = decided(1, YearMonth.of(2026, 1), Optional.empty());
        PastDecision first = decided(2, SCOPE, YearMonth.of(2026, 3), stop, List.of());
        PastDecision again = decided(3, SCOPE, APRIL, stop, List.of());
        PastDecision resumed = decided(4, APRIL, Optional.empty());

        assertThat(review(card, before, first, again).stopped()).contains(new Stopped(2, YearMonth.of(2026, 3)));
        assertThat(review(card, before, first, again).decision())
                .isEqualTo(review(card).decision());
        assertThat(review(card, first, resumed).stopped()).isEmpty();
        assertThat(review(card, decided(5, SCOPE, MAY, stop, List.of())).stopped())
                .as("what is decided on the month itself comes after its review")
                .isEmpty();
        assertThat(ENGINE.view(card, new ViewId("finance"), ReviewRequest.LATEST.after(List.of(first)))
                        .stopped())
                .contains(new Stopped(2, YearMonth.of(2026, 3)));
    }
}
