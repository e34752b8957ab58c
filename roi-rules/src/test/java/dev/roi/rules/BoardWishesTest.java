package dev.roi.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.ActionId;
import dev.roi.core.AgendaItem;
import dev.roi.core.Baseline;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Pinned;
import dev.roi.core.Reading;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What boards ask for, each as a rule that speaks in one scorecard and is silent in a neighbouring one. */
class BoardWishesTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final RuleId WISH = new RuleId("months-missing");
    private static final String THRESHOLDS = """

        board.cost-per-change: { value: 500, unit: currency, range: { least: 0 }, because: the board says so }
        board.two: { value: 2, unit: count, range: { least: 0 }, because: the board says so }
        board.hundred: { value: 90, unit: percent, range: { least: 0 }, because: the board says so }
        board.three-months: { value: 3, unit: months, range: { least: 0 }, because: the board says so }
        board.two-months: { value: 2, unit: months, range: { least: 0 }, because: the board says so }
        board.fifth: { value: 20, unit: percent, range: { least: 0 }, because: the board says so }
        board.half: { value: 50, unit: percent, range: { least: 0 }, because: the board says so }
        board.least-sample: { value: 30, unit: count, range: { least: 0 }, because: the board says so }
        board.now: { value: 0, unit: months, range: { least: 0 }, because: the board says so }
        board.august: { value: 8, unit: months, range: { least: 0 }, because: the board says so }
        board.rise: { value: 10, unit: percent, range: { least: 0 }, because: the board says so }
        board.average: { value: 12, unit: days, range: { least: 0 }, because: the board says so }
        board.adopted: { value: 60, unit: percent, range: { least: 0 }, because: the board says so }
        board.most-outside: { value: 40, unit: currency, range: { least: 0 }, because: the board says so }
        board.days:
          value: 12
          unit: days
          range: { least: 0 }
          because: the board says so
          exceptions:
            - { level: team, value: 10, because: teams are small }
            - { scope: payments, value: 8, because: it is regulated }
        board.per-head: { value: 200, unit: currency, range: { least: 0 }, because: the board says so }
        board.last-month: { value: 1, unit: months, range: { least: 1 }, because: the board says so }
        board.day: { value: 1, unit: days, range: { least: 1 }, because: a day }
        board.hours-a-day: { value: 8, unit: hours, range: { least: 1 }, because: a working day }
        board.none: { value: 0, unit: count, range: { least: 0 }, because: the board says so }
        board.three: { value: 3, unit: count, range: { least: 0 }, because: the board says so }
        board.factor: { value: 1.5, unit: number, range: { least: 0 }, because: the board says so }
        """;

    private static final Path DOCUMENTED = Path.of("../docs/board-wishes.md");
    private static final int DOCUMENTED_AT = 6;

    /** A scorecard in the making, of which every wish changes a little. */
    private static final class Months {

        private final Map<YearMonth, Map<IndicatorId, Reading>> readings = new LinkedHashMap<>();
        private final List<String> said = new ArrayList<>();
        private final Map<String, String> baselines = new LinkedHashMap<>();
        private final Map<String, YearMonth> dates = new LinkedHashMap<>();
        private final List<PastDecision> decisions = new ArrayList<>();
        private Scope scope = new Scope(Level.TEAM, "payments", "Payments", Optional.of(YearMonth.of(2026, 1)));

        Months with(int monthsAgo, String indicator, String value) {
            return with(monthsAgo, indicator, Reading.of(value));
        }

        Months with(int monthsAgo, String indicator, Reading reading) {
            said.add("%s %s%s".formatted(indicator, written(reading), when(monthsAgo)));
            readings.computeIfAbsent(MAY.minusMonths(monthsAgo), month -> new LinkedHashMap<>())
                    .put(new IndicatorId(indicator), reading);
            return this;
        }

        private static String written(Reading reading) {
            Reading.Known known = reading.known().orElseThrow();
            List<String> more = new ArrayList<>();
            known.by()
                    .values()
                    .forEach(parts -> new TreeMap<>(parts)
                            .forEach((name, part) -> more.add("%s %s".formatted(name, part.value()))));
            known.sample().ifPresent(sample -> more.add("of %s".formatted(sample)));
            return more.isEmpty()
                    ? known.value().toString()
                    : "%s (%s)".formatted(known.value(), String.join(", ", more));
        }

        private static String when(int monthsAgo) {
            return switch (monthsAgo) {
                case 0 -> "";
                case 1 -> " the month before";
                default -> " %s months before".formatted(monthsAgo);
            };
        }

        Months baseline(String indicator, String value) {
            said.add("%s with baseline %s".formatted(indicator, value));
            baselines.put(indicator, value);
            return this;
        }

        Months date(String name, YearMonth month) {
            said.add("%s in %s".formatted(name, month));
            dates.put(name, month);
            return this;
        }

        Months decided(int monthsAgo, Decision decision) {
            said.add("decided to %s%s".formatted(decision.word(), when(monthsAgo)));
            decisions.add(decision(monthsAgo, decision, Optional.empty()));
            return this;
        }

        Months action(int monthsAgo, int dueMonthsAgo) {
            said.add("an action due%s".formatted(when(dueMonthsAgo)));
            decisions.add(decision(
                    monthsAgo,
                    Decision.ADJUST,
                    Optional.of(new MonthAction("Train the team", "Ada", MAY.minusMonths(dueMonthsAgo), List.of()))));
            return this;
        }

        private PastDecision decision(int monthsAgo, Decision decision, Optional<MonthAction> action) {
            long entry = 1L + decisions.size();
            Closing closing = decision == Decision.ADJUST
                    ? new Closing.Adjustment(List.of(new LeverId("training")))
                    : new Closing.Unclosed(decision);
            return new PastDecision(
                    entry,
                    scope,
                    MAY.minusMonths(monthsAgo),
                    Decision.MAINTAIN,
                    "Maintain",
                    Resolution.of(closing, Instant.EPOCH, "Ada"),
                    action.map(asked -> new PastAction(new ActionId(entry, 1), asked, List.of())).stream()
                            .toList());
        }

        Months named(String id) {
            said.add("scope %s".formatted(id));
            scope = new Scope(scope.level(), id, id, scope.firstUse());
            return this;
        }

        Months of(Level level) {
            said.add("level %s".formatted(level.word()));
            scope = new Scope(level, scope.id(), scope.name(), scope.firstUse());
            return this;
        }

        Scorecard scorecard() {
            Scorecard.Builder builder = Scorecard.of(scope)
                    .workflow(workflow("api-tests", Workflow.Authorisation.AUTHORISED, Workflow.Priority.PRIORITY))
                    .workflow(workflow("legacy", Workflow.Authorisation.AUTHORISED, Workflow.Priority.ORDINARY));
            baselines.forEach((id, value) -> builder.baseline(new IndicatorId(id), Baseline.of(Exact.of(value))));
            readings.forEach((month, held) -> builder.snapshot(Snapshot.complete(month, held)));
            dates.forEach(builder::date);
            return builder.build();
        }

        private static Workflow workflow(String id, Workflow.Authorisation authorised, Workflow.Priority priority) {
            return new Workflow(id, id, authorised, priority, Optional.empty());
        }
    }

    private static Months may() {
        return new Months().with(0, "lead-time", "10");
    }

    private static Reading cost(String api, String legacy) {
        Reading.Known whole =
                Reading.of(Exact.of(api).plus(Exact.of(legacy))).known().orElseThrow();
        return whole.by(
                Dimension.WORKFLOW,
                Map.of("api-tests", Reading.Part.of(Exact.of(api)), "legacy", Reading.Part.of(Exact.of(legacy))));
    }

    private static Reading cost(String api, String legacy, String other) {
        return Reading.of(Exact.of(api).plus(Exact.of(legacy)).plus(Exact.of(other)))
                .known()
                .orElseThrow()
                .by(
                        Dimension.WORKFLOW,
                        Map.of(
                                "api-tests", Reading.Part.of(Exact.of(api)),
                                "legacy", Reading.Part.of(Exact.of(legacy)),
                                "shadow", Reading.Part.of(Exact.of(other))));
    }

    private static Reading adoption(String one, String other, String third) {
        return Reading.of("60")
                .known()
                .orElseThrow()
                .by(
                        Dimension.TEAM,
                        Map.of(
                                "one", Reading.Part.of(Exact.of(one)),
                                "other", Reading.Part.of(Exact.of(other)),
                                "third", Reading.Part.of(Exact.of(third))));
    }

    private static Reading sampled(String value, String sample) {
        return Reading.of(value).over(Exact.of(sample));
    }

    static Stream<Arguments> newerWishes() {
        return Stream.of(
                wish(
                        "more than 200 for each active user in two of three months",
                        """
                        Threshold( id == "board.per-head", $most : value )
                        Threshold( id == "board.three-months", $months : value )
                        Threshold( id == "board.two", $two : value )
                        accumulate( History( indicator == "active-users", monthsAgo < $months, $ago : monthsAgo, $users : value )
                            and History( indicator == "monthly-cost", monthsAgo == $ago, value > $most * $users );
                            $n : count(); $n >= $two )\
                        """,
                        may().with(0, "active-users", "10")
                                .with(0, "monthly-cost", "2001")
                                .with(2, "active-users", "5")
                                .with(2, "monthly-cost", "1001"),
                        may().with(0, "active-users", "10")
                                .with(0, "monthly-cost", "2001")
                                .with(2, "active-users", "5")
                                .with(2, "monthly-cost", "1000")),
                wish(
                        "more defects for each delivered change than last month",
                        """
                        Threshold( id == "board.last-month", $one : value )
                        History( indicator == "escaped-defects", monthsAgo == $one, $before : value )
                        History( indicator == "deployments", monthsAgo == $one, $then : value )
                        Reading( indicator == "deployments", $now : value )
                        Reading( indicator == "escaped-defects", value > $before / $then * $now )\
                        """,
                        may().with(1, "escaped-defects", "2")
                                .with(1, "deployments", "10")
                                .with(0, "escaped-defects", "5")
                                .with(0, "deployments", "20"),
                        may().with(1, "escaped-defects", "2")
                                .with(1, "deployments", "10")
                                .with(0, "escaped-defects", "4")
                                .with(0, "deployments", "20")),
                wish(
                        "review that takes more hours than a fifth of the days that a change does",
                        """
                        Threshold( id == "board.day", $day : value )
                        Threshold( id == "board.hours-a-day", $hours : value )
                        Threshold( id == "board.fifth", $fifth : value )
                        Reading( indicator == "lead-time", $days : value )
                        Reading( indicator == "review-time", value > $days / $day * $hours * $fifth )\
                        """,
                        may().with(0, "review-time", "17"),
                        may().with(0, "review-time", "16")),
                wish(
                        "no month of three in which the lead time was below its baseline",
                        """
                        Threshold( id == "board.three-months", $months : value )
                        Baseline( indicator == "lead-time", $usual : value )
                        exists History( indicator == "lead-time", monthsAgo < $months )
                        not History( indicator == "lead-time", monthsAgo < $months, value < $usual )\
                        """,
                        may().baseline("lead-time", "10").with(2, "lead-time", "11"),
                        may().baseline("lead-time", "10").with(2, "lead-time", "9")),
                wish("every outcome that judges quality better than its baseline", """
                            forall( Comparison( block == "quality", judges == true, $i : indicator )
                                Comparison( indicator == $i, result == "better" ) )\
                            """, quality("2"), quality("10")),
                wish(
                        "an incident in each of two months, or three in one",
                        """
                        Threshold( id == "board.two-months", $months : value )
                        Threshold( id == "board.none", $none : value )
                        Threshold( id == "board.two", $two : value )
                        Threshold( id == "board.three", $three : value )
                        ( accumulate( History( indicator == "incidents", monthsAgo < $months, value > $none ); $n : count(); $n >= $two )
                            or Latest( indicator == "incidents", value >= $three ) )\
                        """,
                        may().with(0, "incidents", "1").with(1, "incidents", "1"),
                        may().with(0, "incidents", "2")),
                wish(
                        "adoption that grew by a fifth in three months while incidents rose by half",
                        """
                        Threshold( id == "board.three-months", $ago : value )
                        Threshold( id == "board.fifth", $points : value )
                        Threshold( id == "board.factor", $factor : value )
                        History( indicator == "adoption-rate", monthsAgo == $ago, $then : value )
                        Reading( indicator == "adoption-rate", value >= $then + $points )
                        History( indicator == "incidents", monthsAgo == $ago, $few : value )
                        Reading( indicator == "incidents", value >= $few * $factor )\
                        """,
                        may().with(3, "adoption-rate", "40")
                                .with(0, "adoption-rate", "60")
                                .with(3, "incidents", "2")
                                .with(0, "incidents", "3"),
                        may().with(3, "adoption-rate", "40")
                                .with(0, "adoption-rate", "60")
                                .with(3, "incidents", "2")
                                .with(0, "incidents", "2")));
    }

    private static Months quality(String incidents) {
        return may().baseline("rework-rate", "20")
                .baseline("escaped-defects", "10")
                .baseline("incidents", "10")
                .baseline("review-load", "100")
                .with(0, "rework-rate", "5")
                .with(0, "escaped-defects", "2")
                .with(0, "incidents", incidents)
                .with(0, "review-load", "20");
    }

    static Stream<Arguments> wishes() {
        return Stream.concat(
                Stream.of(
                        wish(
                                "a cost of more than 500 for each delivered change",
                                """
                                Threshold( id == "board.cost-per-change", $most : value )
                                Reading( indicator == "deployments", $changes : value )
                                Reading( indicator == "monthly-cost", value > $most * $changes )\
                                """,
                                may().with(0, "deployments", "10").with(0, "monthly-cost", "5001"),
                                may().with(0, "deployments", "10").with(0, "monthly-cost", "5000")),
                        wish(
                                "review load that grew by more hours than were saved",
                                """
                                Change( indicator == "review-load", over == "baseline", $more : amount )
                                Reading( indicator == "reallocated-hours", value < $more )\
                                """,
                                may().with(0, "review-load", "50")
                                        .baseline("review-load", "30")
                                        .with(0, "reallocated-hours", "19"),
                                may().with(0, "review-load", "50")
                                        .baseline("review-load", "30")
                                        .with(0, "reallocated-hours", "20")),
                        wish(
                                "two of three delivery indicators worse",
                                """
                                Threshold( id == "board.two", $two : value )
                                accumulate( Comparison( indicator in ( "lead-time", "cycle-time", "review-time" ), result == "worse" ); $n : count(); $n >= $two )\
                                """,
                                may().baseline("lead-time", "5")
                                        .with(0, "cycle-time", "9")
                                        .baseline("cycle-time", "5"),
                                may().baseline("lead-time", "5")
                                        .with(0, "cycle-time", "5")
                                        .baseline("cycle-time", "5")),
                        wish(
                                "defects above their baseline two months in a row",
                                """
                                Threshold( id == "board.two-months", $months : value )
                                Threshold( id == "board.two", $two : value )
                                Baseline( indicator == "escaped-defects", $usual : value )
                                accumulate( History( indicator == "escaped-defects", monthsAgo < $months, value > $usual ); $n : count(); $n >= $two )\
                                """,
                                may().with(0, "escaped-defects", "4")
                                        .with(1, "escaped-defects", "5")
                                        .baseline("escaped-defects", "3"),
                                may().with(0, "escaped-defects", "4")
                                        .with(1, "escaped-defects", "3")
                                        .baseline("escaped-defects", "3")),
                        wish(
                                "a budget over a limit twice in three months",
                                """
                                Threshold( id == "board.three-months", $months : value )
                                Threshold( id == "board.hundred", $limit : value )
                                Threshold( id == "board.two", $two : value )
                                accumulate( History( indicator == "budget-consumed", monthsAgo < $months, value > $limit ); $n : count(); $n >= $two )\
                                """,
                                may().with(0, "budget-consumed", "80")
                                        .with(1, "budget-consumed", "95")
                                        .with(2, "budget-consumed", "95"),
                                may().with(0, "budget-consumed", "95")
                                        .with(1, "budget-consumed", "80")
                                        .with(3, "budget-consumed", "95")),
                        wish(
                                "a lead time at least 20 % better than its baseline",
                                """
                                Threshold( id == "board.fifth", $fifth : value )
                                Baseline( indicator == "lead-time", $usual : value )
                                Reading( indicator == "lead-time", value <= $usual - $usual * $fifth )\
                                """, may().baseline("lead-time", "12.5"), may().baseline("lead-time", "12.4")),
                        wish(
                                "a workflow with more than half of the cost that is not a priority",
                                """
                                Threshold( id == "board.half", $half : value )
                                Part( indicator == "cost-by-workflow", dimension == "workflow", priority == "no", share > $half )\
                                """,
                                may().with(0, "monthly-cost", "100").with(0, "cost-by-workflow", cost("49", "51")),
                                may().with(0, "monthly-cost", "100").with(0, "cost-by-workflow", cost("51", "49"))),
                        wish(
                                "a vendor's price 10 % above last month's",
                                """
                                Threshold( id == "board.rise", $rise : value )
                                Change( indicator == "monthly-cost", over == "previous-month", percent >= $rise )\
                                """,
                                may().with(1, "monthly-cost", "100").with(0, "monthly-cost", "110"),
                                may().with(1, "monthly-cost", "100").with(0, "monthly-cost", "109")),
                        wish(
                                "a seasonal month left out",
                                """
                                Threshold( id == "board.august", $august : value )
                                Threshold( id == "board.average", $limit : value )
                                ReviewMonth( month != $august )
                                Reading( indicator == "lead-time", value > $limit )\
                                """,
                                may().with(0, "lead-time", "13"),
                                may().with(0, "lead-time", "12")),
                        wish(
                                "an average of three months",
                                """
                                Threshold( id == "board.three-months", $months : value )
                                Threshold( id == "board.average", $limit : value )
                                accumulate( History( indicator == "lead-time", monthsAgo < $months, $v : value ); $mean : average( $v ); $mean > $limit )\
                                """,
                                may().with(1, "lead-time", "13").with(2, "lead-time", "14"),
                                may().with(1, "lead-time", "13")
                                        .with(2, "lead-time", "13")
                                        .with(3, "lead-time", "90")),
                        wish(
                                "another limit for teams than for portfolios",
                                """
                                Threshold( id == "board.average", $limit : value )
                                Threshold( id == "board.factor", $factor : value )
                                Reading( indicator == "lead-time", $days : value )
                                ( Scope( level == "team", $days > $limit ) or Scope( level == "portfolio", $days > $limit * $factor ) )\
                                """,
                                may().with(0, "lead-time", "13"),
                                may().with(0, "lead-time", "13").of(Level.PORTFOLIO)),
                        wish(
                                "a sum over the parts that are not a priority",
                                """
                                Threshold( id == "board.half", $half : value )
                                Reading( indicator == "monthly-cost", $cost : value )
                                accumulate( Part( indicator == "cost-by-workflow", priority == "no", $v : value ); $sum : sum( $v ); $sum > $cost * $half )\
                                """,
                                may().with(0, "monthly-cost", "100").with(0, "cost-by-workflow", cost("49", "51")),
                                may().with(0, "monthly-cost", "100").with(0, "cost-by-workflow", cost("50", "50"))),
                        wish(
                                "adoption above 60 % in fewer than half of the teams",
                                """
                                Threshold( id == "board.adopted", $adopted : value )
                                Threshold( id == "board.half", $half : value )
                                accumulate( Part( indicator == "adoption-rate", dimension == "team" ); $teams : count() )
                                accumulate( Part( indicator == "adoption-rate", dimension == "team", value > $adopted ); $there : count(); $there < $teams * $half )\
                                """,
                                may().with(0, "adoption-rate", adoption("70", "50", "60")),
                                may().with(0, "adoption-rate", adoption("70", "50", "61"))),
                        wish(
                                "a forecast above what is left of the year's budget",
                                """
                                ReviewMonth( $months : month )
                                Reading( indicator == "budget-consumed", $used : value )
                                accumulate( History( indicator == "monthly-cost", monthsAgo < $months, $cost : value ); $spent : sum( $cost ) )
                                Reading( indicator == "forecast-next-month", value > $spent / $used - $spent )\
                                """,
                                may().with(0, "monthly-cost", "400")
                                        .with(1, "monthly-cost", "400")
                                        .with(0, "budget-consumed", "80")
                                        .with(0, "forecast-next-month", "201"),
                                may().with(0, "monthly-cost", "400")
                                        .with(1, "monthly-cost", "400")
                                        .with(0, "budget-consumed", "80")
                                        .with(0, "forecast-next-month", "200")),
                        wish(
                                "a sample under 30",
                                """
                                Threshold( id == "board.least-sample", $least : value )
                                Reading( indicator == "user-satisfaction", sample < $least )\
                                """,
                                may().with(0, "user-satisfaction", sampled("80", "29")),
                                may().with(0, "user-satisfaction", sampled("80", "30"))),
                        wish(
                                "two critical incidents",
                                """
                                Threshold( id == "board.two", $two : value )
                                Latest( indicator == "incidents", value >= $two )\
                                """,
                                may().with(0, "incidents", "2"),
                                may().with(0, "incidents", "1")),
                        wish(
                                "another limit for teams, by an exception of the threshold",
                                """
                                Threshold( id == "board.days", $most : value )
                                Latest( indicator == "lead-time", value > $most )\
                                """,
                                may().with(0, "lead-time", "11").named("search"),
                                may().with(0, "lead-time", "11").named("search").of(Level.PORTFOLIO)),
                        wish(
                                "another limit for one regulated team, by an exception of the threshold",
                                """
                                Threshold( id == "board.days", $most : value )
                                Latest( indicator == "lead-time", value > $most )\
                                """,
                                may().with(0, "lead-time", "9"),
                                may().with(0, "lead-time", "9").named("search")),
                        wish(
                                "a sum over the parts that are not authorised",
                                """
                                Threshold( id == "board.most-outside", $most : value )
                                accumulate( Part( indicator == "cost-by-workflow", authorised == "no", $v : value ); $sum : sum( $v ); $sum > $most )\
                                """,
                                may().with(0, "monthly-cost", "100")
                                        .with(0, "cost-by-workflow", cost("49", "10", "41")),
                                may().with(0, "monthly-cost", "100")
                                        .with(0, "cost-by-workflow", cost("50", "10", "40"))),
                        wish(
                                "a part that was known last month, and is not known this month",
                                """
                                Threshold( id == "board.half", $half : value )
                                Part( indicator == "cost-by-workflow", priority == "no", share > $half, stale == true || stale == false )\
                                """,
                                may().with(1, "monthly-cost", "100").with(1, "cost-by-workflow", cost("49", "51")),
                                may().with(1, "monthly-cost", "100").with(1, "cost-by-workflow", cost("51", "49"))),
                        wish(
                                "a part of this month, where nothing is said of earlier ones",
                                """
                                Threshold( id == "board.half", $half : value )
                                Part( indicator == "cost-by-workflow", priority == "no", share > $half )\
                                """,
                                may().with(0, "monthly-cost", "100").with(0, "cost-by-workflow", cost("49", "51")),
                                may().with(1, "monthly-cost", "100").with(1, "cost-by-workflow", cost("49", "51"))),
                        wish(
                                "a contract that ends within three months, and no improvement",
                                """
                                Threshold( id == "board.three-months", $soon : value )
                                Threshold( id == "board.now", $now : value )
                                Date( name == "contract-end", monthsLeft <= $soon, monthsLeft >= $now )
                                not Block( id == "delivery", state == "improved" )\
                                """,
                                may().date("contract-end", MAY.plusMonths(3)),
                                may().date("contract-end", MAY.plusMonths(4))),
                        wish(
                                "no decision on record for two months",
                                """
                                Threshold( id == "board.two-months", $months : value )
                                Scope( level == "team" )
                                not Decided( monthsAgo <= $months )\
                                """,
                                may().decided(3, Decision.MAINTAIN),
                                may().decided(2, Decision.MAINTAIN)),
                        wish("an action that is two months overdue", """
                            Threshold( id == "board.two-months", $months : value )
                            Action( state == "overdue", monthsOverdue >= $months )\
                            """, may().action(4, 2), may().action(4, 1))),
                newerWishes());
    }

    private static Arguments wish(String name, String conditions, Months speaks, Months silent) {
        String documented = """

            ## %s

            ```drl
            %s
            ```

            It speaks where there is %s. It is silent where there is %s.
            """.formatted(
                        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                        conditions,
                        String.join(", ", speaks.said),
                        String.join(", ", silent.said));
        return Arguments.of(
                name,
                conditions,
                speaks.scorecard(),
                speaks.decisions,
                silent.scorecard(),
                silent.decisions,
                documented);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wishes")
    void a_wish_of_a_board_is_a_rule_that_speaks_where_it_should_and_is_silent_beside(
            String name,
            String conditions,
            Scorecard speaks,
            List<PastDecision> before,
            Scorecard silent,
            List<PastDecision> beside,
            String documented) {
        Engine engine = engine(conditions.indent(4));

        assertThat(said(engine, speaks, ReviewRequest.LATEST.after(before)))
                .as("%s in %s", name, speaks)
                .hasSize(1);
        assertThat(documented).contains(conditions);
        assertThat(said(engine, silent, ReviewRequest.LATEST.after(beside)))
                .as("%s in %s", name, silent)
                .isEmpty();
    }

    @Test
    void the_page_of_wishes_is_the_one_of_now() throws IOException {
        List<Arguments> wishes = wishes().toList();
        assertThat(wishes).hasSizeGreaterThan(20);
        String page = """
            # What boards ask for

            Conditions of a rule for each wish, with names of the policy `coding-agent`, as a test runs them: each speaks in May
            2026 in one scorecard of the team `payments`, and is silent in a neighbouring one. [What a rule can
            say](rules.md) tells how they are written, [what rules can ask about](vocabulary.md) what they ask for. Their
            numbers are these thresholds:

            ```yaml
            %s
            ```
            """.formatted(THRESHOLDS.strip())
                + wishes.stream()
                        .map(wish -> (String) wish.get()[DOCUMENTED_AT])
                        .collect(Collectors.joining());

        Pinned.write(DOCUMENTED, page);
        assertThat(Files.readString(DOCUMENTED)).isEqualTo(page);
    }

    @Test
    void without_a_ledger_no_rule_applies_that_asks_for_what_is_on_record_and_the_review_says_so() {
        Engine engine = engine("    Scope( level == \"team\" )\n    not Decided()\n");

        Review silent = engine.review(may().scorecard());

        assertThat(said(engine, may().scorecard(), ReviewRequest.LATEST)).isEmpty();
        assertThat(said(engine, may().scorecard(), ReviewRequest.LATEST.after(List.of())))
                .hasSize(1);
        assertThat(silent.agenda())
                .flatExtracting(AgendaItem::points)
                .contains("Without the record of past decisions, these rules do not apply: months-missing.");
    }

    @Test
    void an_explanation_says_which_alternative_held_and_what_was_counted_with_its_numbers() {
        Engine engine = engine("""
                Threshold( id == "board.two-months", $months : value )
                Threshold( id == "board.average", $limit : value )
                ( Scope( level == "team" ) or Scope( level == "portfolio" ) )
                accumulate( History( indicator == "lead-time", monthsAgo < $months, $v : value ); $mean : average( $v ); $mean > $limit )
            """);

        assertThat(engine.explain(may().with(1, "lead-time", "16").scorecard(), ReviewRequest.LATEST)
                        .rule(WISH)
                        .others())
                .extracting(Explanation.OfElement::because)
                .containsExactly(
                        List.of("Scope( level == \"team\" )"),
                        List.of(
                                "$mean 13",
                                "History: indicator lead-time, monthsAgo 0, value 10",
                                "History: indicator lead-time, monthsAgo 1, value 16"));
    }

    private static Engine engine(String conditions) {
        PolicyFiles files = BuiltInMonths.noting(conditions);
        String thresholds = new String(files.find(PolicyFiles.THRESHOLDS).orElseThrow(), UTF_8);
        return Engine.of(files.with(PolicyFiles.THRESHOLDS, thresholds + THRESHOLDS));
    }

    private static List<Justification> said(Engine engine, Scorecard scorecard, ReviewRequest request) {
        return engine.review(scorecard, request).justifications().stream()
                .filter(reason -> reason.rule().equals(WISH))
                .toList();
    }
}
