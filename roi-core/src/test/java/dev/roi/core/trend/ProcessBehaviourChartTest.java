package dev.roi.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Exact;
import dev.roi.core.trend.ProcessBehaviourChart.MovingRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessBehaviourChartTest {

    /** The series of NHSRplotthedots (MIT licence), vignette "deviations", with the limits that it publishes. */
    private static final List<Exact> SPIKE = values(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);

    @Test
    void agrees_with_the_published_limits_when_moving_ranges_are_screened() {
        ProcessBehaviourChart chart = chart(MovingRanges.SCREENED, SPIKE);

        assertThat(chart.upperLimit().rounded(2)).hasToString("4.6");
        assertThat(chart.centre().rounded(2)).hasToString("1.94");
        assertThat(chart.lowerLimit().rounded(2)).hasToString("-0.72");
    }

    @Test
    void agrees_with_the_published_limits_when_all_moving_ranges_count() {
        ProcessBehaviourChart chart = chart(MovingRanges.ALL, SPIKE);

        assertThat(chart.upperLimit().rounded(2)).hasToString("6.95");
        assertThat(chart.centre().rounded(2)).hasToString("1.94");
        assertThat(chart.lowerLimit().rounded(2)).hasToString("-3.06");
    }

    @Test
    void rounds_nothing() {
        ProcessBehaviourChart chart = chart(MovingRanges.ALL, SPIKE);

        assertThat(chart).isEqualTo(new ProcessBehaviourChart(fraction(35, 18), fraction(32, 17)));
        assertThat(chart.upperLimit().minus(chart.centre())).isEqualTo(fraction(32 * 266, 17 * 100));
    }

    @Test
    void screens_once_and_not_again_with_what_is_left() {
        // ranges 0 (twenty times), 1 and 100: the first mean of 101/22 screens 100, a second one of 1/21 would screen 1
        int[] values = new int[23];
        values[21] = 1;
        values[22] = 101;

        assertThat(chart(MovingRanges.SCREENED, values(values)).averageMovingRange())
                .isEqualTo(fraction(1, 21));
    }

    @Test
    void keeps_a_moving_range_that_is_exactly_at_the_range_limit() {
        // 600 ranges of 9 and one of r: r is at 3.27 times the mean (5400 + r) / 601 where r = 17658 / 597.73
        Exact r = Exact.of(17658).dividedBy(Exact.of("597.73"));
        List<Exact> stretch = new ArrayList<>(
                IntStream.rangeClosed(0, 600).mapToObj(i -> Exact.of(9L * i)).toList());
        stretch.add(stretch.get(600).plus(r));

        assertThat(chart(MovingRanges.SCREENED, stretch)).isEqualTo(chart(MovingRanges.ALL, stretch));
        assertThat(r.isAbove(Exact.of(9))).isTrue();
    }

    @Test
    void takes_no_moving_range_across_a_gap() {
        List<List<Exact>> stretches = List.of(values(10, 12), values(50), values(100, 104));

        assertThat(ProcessBehaviourChart.of(stretches, MovingRanges.ALL))
                .contains(new ProcessBehaviourChart(fraction(276, 5), Exact.of(3)));
    }

    @Test
    void has_limits_on_its_centre_when_nothing_varies() {
        ProcessBehaviourChart chart = chart(MovingRanges.SCREENED, values(7, 7, 7));

        assertThat(List.of(chart.lowerLimit(), chart.centre(), chart.upperLimit()))
                .containsOnly(Exact.of(7));
    }

    @Test
    void is_not_drawn_where_no_value_follows_another() {
        assertThat(ProcessBehaviourChart.of(List.of(), MovingRanges.ALL)).isEmpty();
        assertThat(ProcessBehaviourChart.of(List.of(values(1), values(2)), MovingRanges.SCREENED))
                .isEmpty();
    }

    @Test
    void refuses_a_negative_moving_range() {
        assertThatThrownBy(() -> new ProcessBehaviourChart(Exact.ZERO, Exact.of(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("average moving range (-1) must not be negative");
    }

    private static ProcessBehaviourChart chart(MovingRanges movingRanges, List<Exact> values) {
        return ProcessBehaviourChart.of(List.of(values), movingRanges).orElseThrow();
    }

    private static List<Exact> values(int... values) {
        return IntStream.of(values).mapToObj(Exact::of).toList();
    }

    private static Exact fraction(long numerator, long denominator) {
        return Exact.ratio(Exact.of(numerator), Exact.of(denominator));
    }
}
