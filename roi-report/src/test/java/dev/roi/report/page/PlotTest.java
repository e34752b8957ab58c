package dev.roi.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Dashboard;
import dev.roi.core.Dashboard.Comparability;
import dev.roi.core.Dashboard.Point;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Snapshot.Completeness;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.report.page.Plot.Sign;
import dev.roi.rules.Series;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private final List<Point> points = new ArrayList<>();
    private Optional<Exact> baseline = Optional.empty();
    private List<Exact> limits = List.of();

    private void month(int number, String value) {
        month(number, value, Completeness.COMPLETE, Comparability.COMPARABLE);
    }

    private void month(int number, String value, Completeness completeness, Comparability comparability) {
        points.add(new Point(
                JANUARY.plusMonths(number - 1L),
                completeness,
                value.isEmpty() ? Optional.empty() : Optional.of(Exact.of(value)),
                comparability));
    }

    private Plot plot() {
        return Plot.of(
                Series.of(new Dashboard.Cell(
                        new IndicatorId("lead-time"),
                        "Lead time",
                        Optional.empty(),
                        new Unit("days"),
                        baseline,
                        Trend.of(Trend.Course.STABLE),
                        "",
                        "",
                        points,
                        limits,
                        Optional.empty())),
                new Words(Language.ENGLISH));
    }

    private List<Sign> signs() {
        return plot().marks().stream().map(Plot.Mark::sign).toList();
    }

    @Test
    void the_line_breaks_where_a_month_is_unknown() {
        month(1, "4");
        month(2, "5");
        month(3, "");
        month(4, "6");
        month(5, "8");

        assertThat(plot().lines()).containsExactly("55,33 78,26", "124,19 147,5");
        assertThat(signs()).containsExactly(Sign.COMPLETE, Sign.COMPLETE, Sign.UNKNOWN, Sign.COMPLETE, Sign.REVIEWED);
        assertThat(plot().label())
                .isEqualTo("Lead time, by month: January 2026 4 days, February 2026 5 days, March 2026 unknown,"
                        + " April 2026 6 days, May 2026 8 days");
    }

    @Test
    void the_line_breaks_where_a_month_is_missing_altogether() {
        month(1, "4");
        month(2, "5");
        month(4, "6");

        assertThat(plot().lines()).hasSize(1);
        assertThat(plot().marks()).hasSize(3);
    }

    @Test
    void a_partial_month_has_a_mark_of_its_own() {
        month(1, "4", Completeness.PARTIAL, Comparability.COMPARABLE);
        month(2, "5");

        assertThat(signs()).containsExactly(Sign.PARTIAL, Sign.REVIEWED);
        assertThat(plot().label()).contains("January 2026 4 days (partial)");
    }

    @Test
    void a_month_under_another_definition_is_marked_and_not_joined_to_the_others() {
        month(1, "4", Completeness.COMPLETE, Comparability.OTHER_DEFINITION);
        month(2, "5");

        assertThat(signs()).containsExactly(Sign.OTHER_DEFINITION, Sign.REVIEWED);
        assertThat(plot().lines()).isEmpty();
        assertThat(plot().label()).contains("January 2026 4 days (other definition)");
    }

    @Test
    void the_baseline_and_a_limit_nearby_are_lines_and_a_limit_far_away_is_only_told() {
        month(1, "4");
        month(2, "6");
        baseline = Optional.of(Exact.of(5));
        limits = List.of(Exact.of(8), Exact.of(400));

        assertThat(plot().baseline()).contains(26);
        assertThat(plot().limits()).containsExactly(5);
        assertThat(plot().label()).endsWith("baseline 5 days, threshold 8 days, threshold 400 days");
    }

    @Test
    void what_never_changed_is_a_flat_line() {
        month(1, "0");
        month(2, "0");

        assertThat(plot().lines()).containsExactly("55,19 147,19");
    }

    @Test
    void a_single_month_is_a_mark() {
        month(1, "7");

        assertThat(plot().marks()).containsExactly(new Plot.Mark(101, 19, Sign.REVIEWED));
        assertThat(plot().lines()).isEmpty();
    }

    @Test
    void where_nothing_is_known_nothing_is_drawn() {
        month(1, "");
        baseline = Optional.of(Exact.of(5));

        assertThat(plot().isEmpty()).isTrue();
        assertThat(plot().label()).contains("January 2026 unknown");
    }

    @Test
    void no_more_than_two_years_are_shown() {
        for (int i = 1; i <= 30; i++) {
            month(i, String.valueOf(i));
        }

        assertThat(plot().marks()).hasSize(24);
        assertThat(plot().label()).doesNotContain("June 2026").contains("July 2026 7 days");
    }
}
