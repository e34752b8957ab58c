package dev.roi.core.trend;

import static dev.roi.core.Direction.CONTEXT;
import static dev.roi.core.Direction.HIGHER_IS_BETTER;
import static dev.roi.core.Direction.LOWER_IS_BETTER;
import static dev.roi.core.Direction.TARGET_RANGE;
import static dev.roi.core.Trend.Course.IMPROVING;
import static dev.roi.core.Trend.Course.STABLE;
import static dev.roi.core.Trend.Course.WORSENING;
import static dev.roi.core.Trend.Reason.INSUFFICIENT_HISTORY;
import static dev.roi.core.Trend.Reason.NO_BETTER_SIDE;
import static dev.roi.core.Trend.Reason.UNKNOWN_THIS_MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Exact;
import dev.roi.core.Range;
import dev.roi.core.Trend;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendsTest {

    private static final Range TEN_TO_TWENTY = Range.between(Exact.of(10), Exact.of(20));

    @Test
    void six_points_that_rise_steadily_are_a_trend_and_five_are_not() {
        assertThat(Series.of("1 2 3 4 5 6").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(IMPROVING));
        assertThat(Series.of("5 9 2 3 4 5 6").trend(HIGHER_IS_BETTER))
                .isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
    }

    @Test
    void six_points_that_fall_steadily_are_a_trend() {
        assertThat(Series.of("7 9 8 7 6 5 4").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(WORSENING));
        assertThat(Series.of("7 9 8 7 6 5 4").trend(LOWER_IS_BETTER)).isEqualTo(Trend.of(IMPROVING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 2 3 4 4 5 6", "9 2 3 4 - 5 6 7", "9 1 2 - 3 4 5 6 7"})
    void equal_neighbours_and_gaps_end_a_steady_rise(String values) {
        assertThat(Series.of("9 2 3 4 5 6 7").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(IMPROVING));
        assertThat(Series.of(values).trend(HIGHER_IS_BETTER)).isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
    }

    @Test
    void a_latest_point_beyond_a_limit_of_the_points_before_it_is_a_trend() {
        // twelve points before: centre 10, moving ranges of 1, limits at 7.34 and 12.66
        String before = "9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 ";

        assertThat(Series.of(before + "12.66").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(STABLE));
        assertThat(Series.of(before + "12.67").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(IMPROVING));
        assertThat(Series.of(before + "7.34").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(STABLE));
        assertThat(Series.of(before + "7.33").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(WORSENING));
    }

    @Test
    void with_fewer_points_before_it_the_latest_point_counts_in_its_own_limits() {
        // with eleven points before, 13 makes the limits 10.25 ± 2.66 × 13.5 / 11 = 6.99 and 13.51
        String before = "9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 ";

        assertThat(Series.of(before + "13").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(STABLE));
        assertThat(Series.of(before + "15").trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(IMPROVING));
    }

    @Test
    void one_odd_month_does_not_hide_what_follows() {
        // costs of a year with a quiet August: were its range of 917 not screened, the upper limit would be above 5,790
        assertThat(Series.of("4527 4830 4975 5161 5283 5384 5331 5387 4707 5624 5630 5670")
                        .trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(WORSENING));
    }

    @Test
    void one_event_after_a_quiet_year_is_no_trend() {
        assertThat(Series.of("0 0 0 0 0 0 0 0 0 0 0 0 2").trendOfCounts(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
        assertThat(Series.of("0 0 0 0 0 0 0 0 0 0 0 0 3").trendOfCounts(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(WORSENING));
    }

    @Test
    void quiet_months_after_one_event_are_no_trend() {
        assertThat(Series.of("0 0 0 1 0 0 0 0 0 0 0 0").trendOfCounts(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
        assertThat(Series.of("1 2 0 1 0 0 0 0 0 0 0 0").trendOfCounts(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
        assertThat(Series.of("4 3 4 3 1 0 1 0 1 0 1 0").trendOfCounts(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(IMPROVING));
    }

    @Test
    void a_step_of_coarse_rounding_is_no_trend() {
        assertThat(Series.of("2.4 2.4 2.4 2.4 2.3 2.4 2.4 2.4 2.4 2.4 2.4 2.4 2.3")
                        .trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
        assertThat(Series.of("2.4 2.4 2.4 2.4 2.3 2.4 2.4 2.4 2.4 2.4 2.4 2.4 2.1")
                        .trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(IMPROVING));
    }

    @Test
    void a_value_that_never_moved_shows_its_first_move() {
        assertThat(Series.of("5 5 5 5 5 5 5 5 5 5 5 5 5.1").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(WORSENING));
    }

    @Test
    void limits_need_five_moving_ranges() {
        assertThat(Series.of("5 5 5 5 5 9").trend(LOWER_IS_BETTER)).isEqualTo(Trend.of(WORSENING));
        assertThat(Series.of("5 5 5 - 5 5 9").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
    }

    @Test
    void eight_points_on_one_side_of_the_centre_line_are_a_trend_and_seven_are_not() {
        String before = "14 16 15 14 16 15 14 16 15 14 16 15 16 14 ";

        assertThat(Series.of(before + "11 12 11 12 11 12 11 12").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(IMPROVING));
        assertThat(Series.of(before + "11 12 11 12 11 12 11").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
    }

    @Test
    void a_point_on_the_centre_line_ends_a_run() {
        // the fifteen points before the latest have a mean of 12
        assertThat(Series.of("14 13 14 13 14 13 14 13 9 10 11 10 11 10 11 10").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(IMPROVING));
        assertThat(Series.of("14 13 14 13 14 13 14 12 9 10 11 12 11 10 10 10").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
    }

    @Test
    void a_gap_neither_ends_nor_lengthens_a_run() {
        String before = "14 16 15 14 16 15 14 16 15 14 16 15 16 14 ";

        assertThat(Series.of(before + "11 12 11 12 - 11 12 11 12").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(IMPROVING));
        assertThat(Series.of(before + "11 12 11 12 - 11 12 11").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.of(STABLE));
    }

    @Test
    void six_months_of_recovery_are_an_improvement_while_they_still_lie_below_the_mean() {
        String values = "20 21 20 21 20 21 20 21 20 21 20 21 3 2 2 3 4 5 6 7";

        assertThat(Series.of(values).trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(IMPROVING));
    }

    @Test
    void twelve_equal_points_are_stable_and_eleven_are_too_few() {
        assertThat(Series.of("4 4 4 4 4 4 4 4 4 4 4 4").trend(LOWER_IS_BETTER)).isEqualTo(Trend.of(STABLE));
        assertThat(Series.of("4 4 4 4 4 4 4 4 4 4 4").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
    }

    @Test
    void twelve_points_of_which_hardly_any_follow_each_other_are_too_few() {
        assertThat(Series.of("4 - 4 - 4 - 4 - 4 - 4 - 4 - 4 - 4 - 4 - 4 - 4").trend(LOWER_IS_BETTER))
                .isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
    }

    @Test
    void a_month_without_a_value_has_no_trend_whatever_came_before() {
        assertThat(Series.of("1 2 3 4 5 6 7 8 9 10 11 12 -").trend(HIGHER_IS_BETTER))
                .isEqualTo(Trend.undetermined(UNKNOWN_THIS_MONTH));
        assertThat(Series.of("-").trend(CONTEXT)).isEqualTo(Trend.undetermined(UNKNOWN_THIS_MONTH));
    }

    @Test
    void context_moves_without_a_better_side_and_is_stable_like_any_other() {
        assertThat(Series.of("1 2 3 4 5 6").trend(CONTEXT)).isEqualTo(Trend.undetermined(NO_BETTER_SIDE));
        assertThat(Series.of("4 5 4 5 4 5 4 5 4 5 4 5").trend(CONTEXT)).isEqualTo(Trend.of(STABLE));
        assertThat(Series.of("4 5 4").trend(CONTEXT)).isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
    }

    @ParameterizedTest
    @CsvSource({
        "3 4 5 6 7 8, IMPROVING", // from below, towards the range
        "27 26 25 24 23 22, IMPROVING", // from above, towards the range
        "9 8 7 6 5 4, WORSENING",
        "21 22 23 24 25 26, WORSENING",
        "2 2 2 2 2 15, IMPROVING", // into the range
        "15 16 15 14 15 26, WORSENING" // out of it
    })
    void a_target_range_is_better_the_nearer_it_is(String values, Trend.Course course) {
        assertThat(Series.of(values).trendTowards(TEN_TO_TWENTY)).isEqualTo(Trend.of(course));
    }

    @Test
    void moves_inside_a_target_range_are_none() {
        assertThat(Series.of("10 11 12 13 14 15 16 17 18 19 19.5 20").trendTowards(TEN_TO_TWENTY))
                .isEqualTo(Trend.of(STABLE));
    }

    @Test
    void a_target_range_may_be_open_at_one_end() {
        Range over80 = new Range(Optional.of(Exact.of(80)), Optional.empty());

        assertThat(Series.of("70 71 72 73 74 75").trendTowards(over80)).isEqualTo(Trend.of(IMPROVING));
    }

    @Test
    void a_target_belongs_to_a_target_range_and_only_there() {
        History history = Series.of("1").history();

        assertThatThrownBy(() -> Trends.of(history, TARGET_RANGE, Optional.empty(), TrendSettings.STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("direction (TARGET_RANGE) and target (Optional.empty) do not agree");
        assertThatThrownBy(
                        () -> Trends.of(history, LOWER_IS_BETTER, Optional.of(TEN_TO_TWENTY), TrendSettings.STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("direction (LOWER_IS_BETTER) and target (Optional[10 to 20]) do not agree");
    }

    @Test
    void the_settings_are_the_callers() {
        History history = Series.of("4 5 4 5 4 5 6 7").history();

        assertThat(Trends.of(history, HIGHER_IS_BETTER, Optional.empty(), new TrendSettings(6, 12, 8, 4)))
                .isEqualTo(Trend.of(IMPROVING));
        assertThat(Trends.of(history, HIGHER_IS_BETTER, Optional.empty(), new TrendSettings(9, 12, 8, 4)))
                .isEqualTo(Trend.undetermined(INSUFFICIENT_HISTORY));
        assertThat(Trends.of(history, HIGHER_IS_BETTER, Optional.empty(), new TrendSettings(6, 8, 8, 6)))
                .isEqualTo(Trend.of(STABLE));
    }

    @Test
    void the_method_is_named_for_a_report_to_cite() {
        assertThat(Trends.METHOD).isEqualTo("XmR chart (Shewhart 1931, Nelson 1984, Wheeler 1993)");
    }
}
