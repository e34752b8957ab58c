package dev.roi.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Days;
import dev.roi.core.Reading.Status;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.Caveat;
import dev.roi.rules.facts.Figure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

    private static final Days SOME = new Days(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 22));
    private static final String FAR = "1e15";

    private static Indicator indicator(String id) {
        return Engine.builtIn("coding-agent").policy().indicators().indicator(new IndicatorId(id));
    }

    private static Figure of(String id, Reading.Known reading) {
        return Uncertainty.of(indicator(id), reading);
    }

    private static Figure figure(String least, String estimate, String most) {
        return new Figure(Exact.of(estimate), Exact.of(least), Exact.of(most));
    }

    private static Figure bound(String least, String value, String most) {
        return new Figure(Exact.of(value), Exact.of(least), Exact.of(most), Figure.Kind.BOUND);
    }

    @Test
    void a_reading_lies_as_far_from_its_value_as_its_uncertainty_says() {
        assertThat(of("reallocated-hours", Reading.of("120").within(Exact.of(15))))
                .isEqualTo(figure("105", "120", "135"));
        assertThat(of("reallocated-hours", Reading.of("120"))).isEqualTo(Figure.of(Exact.of(120)));
    }

    @Test
    void a_bound_is_open_on_one_side_and_its_value_is_no_estimate() {
        assertThat(of("adoption-rate", Reading.of("12").bounded(Bound.AT_LEAST)))
                .isEqualTo(bound("12", "12", "100"));
        assertThat(of("incidents", Reading.of("12").bounded(Bound.AT_LEAST))).isEqualTo(bound("12", "12", FAR));
        assertThat(of("incidents", Reading.of("12").bounded(Bound.AT_MOST))).isEqualTo(bound("0", "12", "12"));
        assertThat(of("incidents", Reading.of("12").within(Exact.of(2)).bounded(Bound.AT_LEAST)))
                .isEqualTo(bound("10", "12", FAR));
    }

    @Test
    void what_may_still_change_or_rests_on_few_cases_may_be_anything() {
        assertThat(of("incidents", Reading.of("3").as(Status.PROVISIONAL))).isEqualTo(figure("0", "3", FAR));
        assertThat(of("incidents", Reading.of("3").as(Status.RESTATED))).isEqualTo(Figure.of(Exact.of(3)));
        assertThat(of("lead-time", Reading.of("3").over(Exact.of(4)))).isEqualTo(figure("0", "3", FAR));
        assertThat(of("lead-time", Reading.of("3").over(Exact.of(5)))).isEqualTo(Figure.of(Exact.of(3)));
        assertThat(of("incidents", Reading.of("3").over(Exact.ONE)))
                .as("a count needs no cases")
                .isEqualTo(Figure.of(Exact.of(3)));
    }

    @Test
    void what_was_counted_in_some_days_is_not_less_in_the_month() {
        assertThat(of("incidents", Reading.of("3").covering(SOME))).isEqualTo(figure("3", "3", FAR));
        assertThat(of("lead-time", Reading.of("3").covering(SOME))).isEqualTo(figure("0", "3", FAR));
        assertThat(of("adoption-rate", Reading.of("3").covering(SOME))).isEqualTo(figure("0", "3", "100"));
    }

    @Test
    void the_gravest_caveat_is_named() {
        Indicator leadTime = indicator("lead-time");
        Reading.Known reading = Reading.of("3").within(Exact.ONE);

        assertThat(Uncertainty.caveat(leadTime, Reading.of("3"))).isEqualTo(Caveat.CERTAIN);
        assertThat(Uncertainty.caveat(leadTime, reading)).isEqualTo(Caveat.UNCERTAIN);
        reading = reading.bounded(Bound.AT_MOST);
        assertThat(Uncertainty.caveat(leadTime, reading)).isEqualTo(Caveat.BOUND);
        reading = reading.over(Exact.ONE);
        assertThat(Uncertainty.caveat(leadTime, reading)).isEqualTo(Caveat.FEW_CASES);
        reading = reading.as(Status.PROVISIONAL);
        assertThat(Uncertainty.caveat(leadTime, reading)).isEqualTo(Caveat.PROVISIONAL);
        assertThat(Uncertainty.caveat(leadTime, reading.covering(SOME))).isEqualTo(Caveat.PARTIAL);
    }

    @Test
    void a_rest_is_least_where_the_part_is_most_and_never_below_0() {
        assertThat(Uncertainty.rest(figure("90", "100", "110"), figure("60", "70", "80")))
                .isEqualTo(figure("10", "30", "50"));
        assertThat(Uncertainty.rest(figure("90", "100", "110"), figure("80", "95", "120")))
                .isEqualTo(figure("0", "5", "30"));
    }

    @Test
    void a_share_is_in_percent_and_encloses_what_both_may_be() {
        assertThat(Uncertainty.share(figure("20", "25", "30"), figure("80", "100", "120")))
                .isEqualTo(new Figure(Exact.of(25), Exact.ratio(Exact.of(50), Exact.of(3)), Exact.of("37.5")));
        assertThat(Uncertainty.share(Figure.of(Exact.ZERO), Figure.of(Exact.ZERO)))
                .as("nothing of nothing")
                .isEqualTo(Figure.of(Exact.ZERO));
    }

    @Test
    void what_is_calculated_from_a_bound_is_one() {
        assertThat(Uncertainty.plus(bound("1", "1", "9"), figure("1", "2", "3")))
                .isEqualTo(bound("2", "3", "12"));
        assertThat(Uncertainty.less(figure("1", "2", "3"), bound("1", "1", "9")))
                .isEqualTo(bound("-8", "1", "2"));
    }

    @Test
    void a_change_is_in_percent_of_what_was_before_and_of_nothing_before_there_is_none() {
        assertThat(Uncertainty.change(figure("110", "115", "120"), Figure.of(Exact.of(100))))
                .contains(figure("10", "15", "20"));
        assertThat(Uncertainty.change(Figure.of(Exact.of("0.75")), Figure.of(Exact.of("0.5"))))
                .as("a small base is not taken for 1")
                .contains(Figure.of(Exact.of(50)));
        assertThat(Uncertainty.change(Figure.of(Exact.of(100)), Figure.of(Exact.ZERO)))
                .isEmpty();
        assertThat(Uncertainty.change(Figure.of(Exact.of(100)), figure("0", "1", "2")))
                .isEmpty();
    }

    @Test
    void ends_add_up_like_estimates() {
        assertThat(Uncertainty.plus(figure("1", "2", "3"), figure("10", "20", "30")))
                .isEqualTo(figure("11", "22", "33"));
    }
}
