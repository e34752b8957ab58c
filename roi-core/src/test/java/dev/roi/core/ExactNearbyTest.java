package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExactNearbyTest {

    @Property(tries = 500, seed = "1")
    void is_near_to_the_exact_number(@ForAll int top, @ForAll @IntRange(min = 1) int bottom) {
        Exact exact = Exact.ratio(Exact.of(top), Exact.of(bottom));

        assertThat(exact.nearby()).isCloseTo((double) top / bottom, within(Math.abs((double) top / bottom) * 0x1p-51));
    }

    @Test
    void is_near_where_numerator_and_denominator_are_beyond_floating_point() {
        Exact aThirdAndABit = Exact.ONE.dividedBy(Exact.of(3)).plus(Exact.of("1e-400"));

        assertThat(aThirdAndABit.nearby()).isEqualTo(1.0 / 3);
    }

    @Test
    void is_infinite_beyond_what_floating_point_can_hold() {
        assertThat(Exact.of("-1e400").nearby()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
