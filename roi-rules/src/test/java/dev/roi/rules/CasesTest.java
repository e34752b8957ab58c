package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Baseline;
import dev.roi.core.Budget;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Justification;
import dev.roi.core.LeverId;
import dev.roi.core.PartialMonth;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Days;
import dev.roi.core.Reading.Known;
import dev.roi.core.Reading.Status;
import dev.roi.core.Remark;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people who measure this for a living ran into: six months that are rightly extended, and one thing changed. */
class CasesTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Engine AGENT = Engine.builtIn("coding-agent");
    private static final Engine ASSISTANT = Engine.builtIn("assistant");

    private static String text(String policy) {
        try (InputStream stream = CasesTest.class.getResourceAsStream("cases/%s.json".formatted(policy))) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Scorecard read(Engine engine, String text) {
        return engine.read("case.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .scorecards()
                .get(0);
    }

    private static Scorecard agent() {
        return read(AGENT, text("coding-agent"));
    }

    private static Scorecard assistant() {
        return read(ASSISTANT, text("assistant"));
    }

    private static Scorecard in(YearMonth month, Scorecard scorecard, String id, Reading reading) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Snapshot snapshot : scorecard.snapshots()) {
            Map<IndicatorId, Reading> readings = new HashMap<>(snapshot.readings());
            if (snapshot.month().equals(month)) {
                readings.put(new IndicatorId(id), reading);
            }
            snapshots.add(new Snapshot(snapshot.month(), snapshot.completeness(), readings));
        }
        return scorecard.withSnapshots(snapshots);
    }

    private static Scorecard june(Scorecard scorecard, String id, Reading reading) {
        return in(JUNE, scorecard, id, reading);
    }

    private static Scorecard always(Scorecard scorecard, String id, Reading reading) {
        Scorecard changed = scorecard;
        for (Snapshot snapshot : scorecard.snapshots()) {
            changed = in(snapshot.month(), changed, id, reading);
        }
        return changed;
    }

    private static Known cost(String value) {
        return Reading.of(value).by(Dimension.WORKFLOW, Map.of("tests", Reading.Part.of(Exact.of(value))));
    }

    private static Scorecard costing(Scorecard scorecard, String value) {
        return june(june(scorecard, "monthly-cost", Reading.of(value)), "cost-by-workflow", cost(value));
    }

    private static List<String> rules(Review review, Effect effect) {
        return review.justifications(effect).stream()
                .map(Justification::rule)
                .map(Object::toString)
                .toList();
    }

    private static List<String> levers(Review review) {
        return review.levers().stream()
                .map(lever -> lever.id())
                .map(LeverId::value)
                .toList();
    }

    private static List<String> remarks(Review review) {
        return review.remarks().stream().map(Remark::text).toList();
    }

    private static void blocks(Review review, String rule) {
        assertThat(review.decision()).isEqualTo(Decision.MAINTAIN);
        assertThat(levers(review)).as("no lever").isEmpty();
        assertThat(rules(review, Effect.BLOCKS_EXTEND)).containsExactly(rule);
    }

    private static void extend(Review review) {
        assertThat(review.decision()).as(review.headline()).isEqualTo(Decision.EXTEND);
    }

    @Test
    void both_are_rightly_extended_and_nothing_is_asked_back() {
        for (Review review : List.of(AGENT.review(agent()), ASSISTANT.review(assistant()))) {
            extend(review);
            assertThat(review.remarks()).isEmpty();
        }
    }

    @Test
    void two_populations_are_refused() {
        String wrong = text("coding-agent")
                .replaceFirst("\"adoption-rate\": 60", "\"adoption-rate\": { \"numerator\": 37, \"denominator\": 0 }");

        assertThatThrownBy(() -> read(AGENT, wrong))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("37 of 0: cases were counted where there were none");
    }

    @Test
    void of_a_rate_by_lines_and_then_by_count_no_change_is_computed() {
        Scorecard scorecard = agent();
        Map<IndicatorId, Baseline> baselines = new HashMap<>(scorecard.baselines());
        baselines.put(new IndicatorId("rework-rate"), Baseline.of("12").definedAs("by lines"));

        Review review = AGENT.review(june(
                scorecard.withBaselines(baselines),
                "rework-rate",
                Reading.of("8.4").definedAs("by count")));

        assertThat(rules(review, Effect.BLOCKS_EXTEND)).contains("needed-comparison-unknown");
        assertThat(review.headline()).contains("change in rework rate unknown");
    }

    @Test
    void daily_users_that_were_added_up_contradict_the_seats_of_the_month() {
        Scorecard scorecard = june(agent(), "adoption-rate", Reading.rate(Exact.of(18), Exact.of(40)));

        assertThat(remarks(AGENT.review(june(scorecard, "active-users", Reading.of("350")))))
                .containsExactly("Number of active users (350) is above the 40 cases that adoption is a share of. Were "
                        + "daily figures added up?");
        assertThat(remarks(AGENT.review(june(scorecard, "active-users", Reading.of("40")))))
                .isEmpty();
    }

    @Test
    void a_unit_that_there_is_not_is_refused_with_those_there_are() {
        String wrong = text("coding-agent")
                .replaceFirst("\"adoption-rate\": 60", "\"prompts\": { \"value\": 35113, \"unit\": \"ai-credits\" }");

        assertThatThrownBy(() -> read(AGENT, wrong))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unknown unit `ai-credits`. It is `cents`, `count`, `currency`, `days`");
    }

    @ParameterizedTest
    @CsvSource({"168, hours", "10080, minutes", "604800, seconds", "604800000, milliseconds", "7, days"})
    void units_of_one_kind_convert(String value, String unit) {
        Review review =
                AGENT.review(june(agent(), "lead-time", Reading.of(value).in(new Unit(unit))));

        assertThat(review).isEqualTo(AGENT.review(agent()));
    }

    @Test
    void a_baseline_converts_as_a_reading_does() {
        Scorecard scorecard = agent();
        Map<IndicatorId, Baseline> baselines = new HashMap<>(scorecard.baselines());
        baselines.put(
                new IndicatorId("lead-time"), Baseline.of("0").valued(Exact.of(240), Optional.of(new Unit("hours"))));

        assertThat(AGENT.review(scorecard.withBaselines(baselines))).isEqualTo(AGENT.review(scorecard));
    }

    @Test
    void cents_are_money_and_fractions_percentages() {
        Scorecard given = june(agent(), "adoption-rate", Reading.of("0.6").in(new Unit("fraction")));
        given = june(given, "monthly-cost", Reading.of("400000").in(new Unit("cents")));

        assertThat(AGENT.review(given)).isEqualTo(AGENT.review(agent()));
    }

    @Test
    void growth_over_nothing_is_undefined_and_a_cost_of_0_in_a_month_with_use_is_asked_about() {
        Review review = AGENT.review(costing(agent(), "0"));

        blocks(review, "forecast-over-nothing");
        assertThat(remarks(review))
                .containsExactly(
                        "Total cost is US$0, and there was use (adoption 60%). Is this a net amount, with usage "
                                + "included?");
    }

    @Test
    void what_is_found_until_later_is_provisional_and_not_not_due() {
        Review notDue = AGENT.review(june(agent(), "escaped-defects", Reading.unknown(UnknownReason.NOT_DUE)));

        assertThat(levers(notDue)).containsExactly("instrumentation");
        assertThat(remarks(notDue))
                .singleElement()
                .asString()
                .startsWith("Number of defects in production is due.")
                .contains("\"status\": \"provisional\"");
        blocks(
                AGENT.review(june(agent(), "escaped-defects", Reading.of("3").as(Status.PROVISIONAL))),
                "limit-undetermined");
    }

    @Test
    void what_may_still_change_excuses_no_alarm_and_stops_nothing() {
        Review review = AGENT.review(
                june(agent(), "sensitive-data-alerts", Reading.of("400").as(Status.PROVISIONAL)));

        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(review)).containsExactly("data-policy");
    }

    @Test
    void what_was_restated_is_said() {
        Review review = AGENT.review(june(agent(), "lead-time", Reading.of("7").as(Status.RESTATED)));

        extend(review);
        assertThat(review.agenda().toString()).contains("7 days (restated)");
    }

    @Test
    void a_jump_of_three_orders_is_asked_about() {
        assertThat(remarks(AGENT.review(june(agent(), "review-time", Reading.of("0.02")))))
                .containsExactly("Review time is 0.02 hours, against 20 hours: is that right?");
    }

    @Test
    void a_median_of_one_case_is_undetermined() {
        Review review =
                AGENT.review(always(agent(), "lead-time", Reading.of("3").over(Exact.ONE)));

        assertThat(review.decision()).isEqualTo(Decision.MAINTAIN);
        assertThat(levers(review)).isEmpty();
        assertThat(review.headline()).isEqualTo("Extend blocked: lead time too uncertain");
        extend(AGENT.review(always(agent(), "lead-time", Reading.of("3").over(Exact.of(5)))));
    }

    @Test
    void a_mean_and_a_median_contradict_and_are_not_compared() {
        Scorecard scorecard = agent();
        Map<IndicatorId, Baseline> baselines = new HashMap<>(scorecard.baselines());
        baselines.put(
                new IndicatorId("lead-time"),
                new Baseline.Defined(
                        Exact.of(10),
                        Optional.empty(),
                        Optional.of("median of merged PRs"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        Review review = AGENT.review(always(
                scorecard.withBaselines(baselines), "lead-time", Reading.of("7").definedAs("mean of merged PRs")));

        assertThat(rules(review, Effect.BLOCKS_EXTEND)).contains("needed-comparison-unknown");
        assertThat(review.justifications(Effect.BLOCKS_EXTEND).get(0).text())
                .contains("a mean is not compared with a median");
    }

    @Test
    void a_capital_letter_or_a_space_makes_no_other_definition() {
        Scorecard scorecard = agent();
        Map<IndicatorId, Baseline> baselines = new HashMap<>(scorecard.baselines());
        baselines.put(new IndicatorId("lead-time"), Baseline.of("10").definedAs("Median of merged PRs"));
        Scorecard given = scorecard.withBaselines(baselines);
        for (Snapshot snapshot : scorecard.snapshots()) {
            Known before =
                    snapshot.reading(new IndicatorId("lead-time")).known().orElseThrow();
            given = in(snapshot.month(), given, "lead-time", before.definedAs("median of  merged PRs "));
        }

        extend(AGENT.review(given));
    }

    @Test
    void a_newer_partial_month_is_shown_and_the_last_whole_one_reviewed() {
        Scorecard scorecard = agent();
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        snapshots.add(Snapshot.partial(JUNE.plusMonths(1), Map.of(new IndicatorId("monthly-cost"), Reading.of("900"))));

        Review review = AGENT.review(scorecard.withSnapshots(snapshots));

        extend(review);
        assertThat(review.month()).isEqualTo(JUNE);
        assertThat(review.partial()).extracting(PartialMonth::month).containsExactly(JUNE.plusMonths(1));
    }

    @Test
    void some_days_of_a_month_block_what_needs_it_and_clear_nothing() {
        Days some = new Days(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 22));
        Review partial = AGENT.review(june(agent(), "lead-time", Reading.of("7").covering(some)));
        assertThat(levers(partial)).isEmpty();
        assertThat(rules(partial, Effect.BLOCKS_EXTEND))
                .containsExactly("limit-undetermined", "improvement-undetermined");

        Scorecard worse = in(JUNE.minusMonths(1), agent(), "lead-time", Reading.of("12"));
        Review review = AGENT.review(june(worse, "lead-time", Reading.of("7").covering(some)));
        assertThat(levers(review)).containsExactly("review");
        assertThat(rules(review, Effect.ADJUST)).containsExactly("lead-time-worse");

        Days all = new Days(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
        assertThat(AGENT.review(june(agent(), "lead-time", Reading.of("7").covering(all))))
                .isEqualTo(AGENT.review(agent()));
    }

    @ParameterizedTest
    @CsvSource({"3999.99, true", "4000.01, true", "3999.98, false"})
    void a_cent_is_no_money_without_workflow(String value, boolean extended) {
        Review review = AGENT.review(june(agent(), "cost-by-workflow", cost(value)));

        assertThat(review.decision() == Decision.EXTEND).isEqualTo(extended);
    }

    @Test
    void each_part_may_be_rounded_by_half_a_cent() {
        Map<String, Reading.Part> parts = new HashMap<>();
        Stream.of("a", "b", "c", "d").forEach(name -> parts.put(name, Reading.Part.of(Exact.of("1000"))));
        Scorecard given = agent();
        for (String name : parts.keySet()) {
            given = given.withWorkflows(Stream.concat(
                            given.workflows().stream(),
                            Stream.of(new dev.roi.core.Workflow(
                                    name,
                                    name,
                                    dev.roi.core.Workflow.Authorisation.AUTHORISED,
                                    dev.roi.core.Workflow.Priority.ORDINARY,
                                    Optional.empty())))
                    .toList());
        }
        Known summed = Reading.of("4000.02").by(Dimension.WORKFLOW, parts);

        extend(AGENT.review(june(given, "cost-by-workflow", summed)));
        Known beyond = Reading.of("4000.03").by(Dimension.WORKFLOW, parts);
        Scorecard wrong = june(given, "cost-by-workflow", beyond);
        assertThatThrownBy(() -> AGENT.review(wrong)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void long_decimals_are_rounded_and_that_is_said_once() {
        Review review = AGENT.review(read(
                AGENT, text("coding-agent").replace("\"monthly-cost\": 4000", "\"monthly-cost\": 3999.9999999999999")));

        assertThat(remarks(review)).containsExactly("Rounded to twelve decimals: total cost.");
        extend(review);
    }

    @Test
    void a_bound_leaves_open_what_lies_beyond_it() {
        Known some = Reading.of("0").counted(new Reading.Rate(Exact.of(6), Exact.of(50)));

        blocks(AGENT.review(june(agent(), "adoption-rate", some.bounded(Bound.AT_LEAST))), "limit-undetermined");
        Review low = AGENT.review(june(agent(), "adoption-rate", some.bounded(Bound.AT_MOST)));
        assertThat(levers(low)).containsExactly("training");
        assertThat(low.justifications(Effect.ADJUST).get(0).text()).contains("at most 12%");
    }

    @Test
    void two_definitions_of_money_are_not_compared() {
        Scorecard scorecard = june(agent(), "monthly-cost", Reading.of("4000").definedAs("net billed"));

        blocks(
                AGENT.review(june(
                        scorecard, "forecast-next-month", Reading.of("9000").definedAs("list price"))),
                "forecast-measured-otherwise");
    }

    @Test
    void a_scope_under_a_new_name_has_the_months_of_the_old_one() {
        Scorecard whole = agent();
        Scorecard old = whole.withSnapshots(whole.snapshots().subList(0, 4));
        Scope renamed = Scope.of(whole.scope().level(), "checkout").formerly(List.of("payments"));
        Scorecard today =
                whole.withScope(renamed).withSnapshots(whole.snapshots().subList(4, 6));

        PortfolioReview review = AGENT.review(new Portfolio(List.of(old, today)), ReviewRequest.LATEST);

        assertThat(review.reviews()).singleElement().satisfies(one -> {
            assertThat(one.scope().id()).isEqualTo("checkout");
            assertThat(one.decision()).isEqualTo(Decision.EXTEND);
            assertThat(one.justifications()).isEqualTo(AGENT.review(whole).justifications());
        });
        assertThatThrownBy(() -> new Portfolio(List.of(whole, today)))
                .hasMessage("month (2026-05) is there for (checkout) and for its former id (payments)");
    }

    @Test
    void where_nothing_was_delivered_no_lever_is_pulled() {
        blocks(AGENT.review(june(agent(), "rework-rate", Reading.rate(Exact.ZERO, Exact.ZERO))), "no-cases");
    }

    @Test
    void that_there_were_cases_after_all_is_remarked() {
        Scorecard scorecard = june(agent(), "rework-rate", Reading.rate(Exact.ZERO, Exact.ZERO));

        assertThat(remarks(AGENT.review(june(scorecard, "deployments", Reading.of("12")))))
                .containsExactly(
                        "There was no case to measure rework rate on, while number of deployments 12 says that there "
                                + "were.");
    }

    @Test
    void likely_slips_are_asked_back_and_never_changed() {
        assertThat(remarks(AGENT.review(always(agent(), "adoption-rate", Reading.of("0.62")))))
                .containsExactly("Adoption is 0.62%: did you mean 62%?");
        assertThat(remarks(AGENT.review(june(agent(), "lead-time", Reading.of("10080")))))
                .containsExactly(
                        "Lead time is 10,080 days, against 10 days: did you mean 10,080 minutes, which is 7 days?");
        assertThat(remarks(ASSISTANT.review(always(assistant(), "csat", Reading.of("4.4")))))
                .containsExactly("User satisfaction is 4.4%: did you mean 4.4 of 5, which is 88%?");
        assertThat(remarks(ASSISTANT.review(june(assistant(), "response-time", Reading.of("8000")))))
                .singleElement()
                .asString()
                .endsWith("did you mean 8,000 milliseconds, which is 8 seconds?");
    }

    @Test
    void rates_of_another_population_are_shown_named_and_block() {
        Scorecard scorecard = assistant();
        Known rate = Reading.of("0").counted(new Reading.Rate(Exact.of(458), Exact.of(700)));
        Scorecard given = always(scorecard, "request-volume", Reading.unknown(UnknownReason.NOT_REPORTED));
        given = always(given, "automation-rate", rate.definedAs("of engaged sessions"));
        given = always(given, "handover-rate", Reading.of("15").definedAs("of all requests"));

        Review review = ASSISTANT.review(given);

        assertThat(levers(review)).isEmpty();
        assertThat(rules(review, Effect.BLOCKS_EXTEND)).contains("other-population");
        assertThat(review.headline()).isEqualTo("Extend blocked: automation rate measured over other cases");
        assertThat(review.justifications(Effect.BLOCKS_EXTEND).get(0).text()).contains("65.4%");
    }

    @Test
    void a_small_rest_without_outcome_leaves_a_rate_between_two_values() {
        Scorecard scorecard = assistant();
        Known volume = Reading.of("1000")
                .by(
                        Dimension.OUTCOME,
                        Map.of(
                                "automated", Reading.Part.of(Exact.of(620)),
                                "handed-over", Reading.Part.of(Exact.of(130)),
                                "abandoned", Reading.Part.of(Exact.of(210)),
                                "unassigned", Reading.Part.of(Exact.of(40))));

        Review review = ASSISTANT.review(june(scorecard, "request-volume", volume));

        extend(review);
        assertThat(review.agenda().toString()).contains("64% ± 2%").contains("15% ± 2%");
    }

    @Test
    void a_month_of_credits_is_below_0_as_a_correction() {
        Known credit = Reading.of("-120").corrected();
        Scorecard scorecard = june(agent(), "monthly-cost", credit);
        Review review = AGENT.review(june(
                scorecard,
                "cost-by-workflow",
                credit.by(Dimension.WORKFLOW, Map.of("tests", Reading.Part.of(Exact.of(-120))))));

        blocks(review, "forecast-over-nothing");
        assertThat(remarks(review)).contains("Total cost is −US$120, with a credit, as a correction.");
        Scorecard unsaid = june(agent(), "monthly-cost", Reading.of("-120"));
        assertThatThrownBy(() -> AGENT.review(unsaid)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"48000, maintain", "47000, adjust"})
    void consumption_of_a_budget_is_held_against_what_has_passed_of_it(String amount, String decision) {
        Scorecard flat = agent();
        for (String id : List.of(
                "lead-time",
                "review-time",
                "rework-rate",
                "escaped-defects",
                "incidents",
                "review-load",
                "time-to-market")) {
            Exact baseline = Objects.requireNonNull(flat.baselines().get(new IndicatorId(id)))
                    .fold(Baseline.Defined::value, none -> Exact.ZERO);
            flat = always(flat, id, Reading.of(baseline));
        }
        List<Snapshot> months = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            months.add(Snapshot.complete(
                    YearMonth.of(2026, 1).plusMonths(i), flat.snapshots().get(0).readings()));
        }
        Scorecard.Builder given = Scorecard.of(flat.scope()).currency("USD");
        flat.workflows().forEach(given::workflow);
        flat.baselines().forEach(given::baseline);
        months.forEach(given::snapshot);
        given.budget(new Budget(Exact.of(amount), YearMonth.of(2026, 1), YearMonth.of(2026, 12)));

        Review review = AGENT.review(given.build());

        assertThat(review.decision().word()).isEqualTo(decision);
        assertThat(review.agenda().toString()).contains("Budget consumed: 8").contains("Budget against plan: 10");
    }

    @Test
    void what_is_only_of_use_where_it_is_known_is_shown_only_then() {
        Scorecard traced = june(agent(), "traceability-rate", Reading.rate(Exact.of(200), Exact.of(250)));
        traced = june(june(traced, "deployments", Reading.of("16")), "incidents", Reading.of("3"));

        String agenda = AGENT.review(traced).agenda().toString();

        assertThat(agenda)
                .contains("Cost per useful use: US$20")
                .contains("Incidents per delivered change: 0.1")
                .doesNotContain("Licences in use");
        assertThat(AGENT.review(agent()).unknown().toString()).doesNotContain("licence-utilisation");
    }
}
