package dev.roi.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Figure;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

    private static Figure figure(String least, String estimate, String most) {
        return new Figure(Exact.of(estimate), Exact.of(least), Exact.of(most));
    }

    @Test
    void a_reading_lies_as_far_from_its_value_as_its_uncertainty_says() {
        assertThat(Uncertainty.of(Reading.of(Exact.of(120)).within(Exact.of(15))))
                .isEqualTo(figure("105", "120", "135"));
        assertThat(Uncertainty.of(Reading.of(Exact.of(120)))).isEqualTo(Figure.of(Exact.of(120)));
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
    void growth_is_in_percent_of_the_base() {
        assertThat(Uncertainty.growth(figure("110", "115", "120"), Figure.of(Exact.of(100))))
                .isEqualTo(figure("10", "15", "20"));
    }

    @Test
    void ends_add_up_like_estimates() {
        assertThat(Uncertainty.plus(figure("1", "2", "3"), figure("10", "20", "30")))
                .isEqualTo(figure("11", "22", "33"));
    }
}
