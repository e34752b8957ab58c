package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {

    private static final String WIDE = "1000000000000000";

    @Test
    void a_value_of_1_1_is_exactly_ten_percent_above_1_0() {
        Exact change =
                Exact.of("1.1").minus(Exact.of("1.0")).times(Exact.HUNDRED).dividedBy(Exact.of("1.0"));
        assertThat(change).isEqualTo(Exact.of(10)).isEqualByComparingTo(Exact.of("10.000"));
    }

    @Test
    void a_third_three_times_is_one() {
        Exact third = Exact.ONE.dividedBy(Exact.of(3));
        assertThat(third.plus(third).plus(third)).isEqualTo(Exact.ONE);
    }

    @Property(tries = 500, seed = "1")
    void equal_numbers_are_equal_however_they_are_written(
            @ForAll @BigRange(min = "-" + WIDE, max = WIDE) @Scale(6) BigDecimal number) {
        Exact exact = Exact.of(number);
        Exact longer = Exact.of(number.setScale(12));
        assertThat(longer).isEqualTo(exact).hasSameHashCodeAs(exact).isEqualByComparingTo(exact);
        assertThat(longer).hasToString(exact.toString());
        assertThat(Exact.of(exact.toString())).isEqualTo(exact);
    }

    @Property(tries = 500, seed = "2")
    void sums_and_products_undo_and_order_as_numbers_do(
            @ForAll @BigRange(min = "-" + WIDE, max = WIDE) @Scale(6) BigDecimal one,
            @ForAll @BigRange(min = "-" + WIDE, max = WIDE) @Scale(6) BigDecimal other) {
        Exact a = Exact.of(one);
        Exact b = Exact.of(other);
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(b)).isEqualTo(Exact.of(one.add(other)));
        assertThat(a.times(b)).isEqualTo(Exact.of(one.multiply(other)));
        assertThat(a.compareTo(b)).isEqualTo(one.compareTo(other));
        assertThat(a.isAbove(b)).isEqualTo(b.isBelow(a));
        if (!b.isZero()) {
            assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
        }
    }

    @Test
    void nothing_can_be_divided_by_zero() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Exact.ONE.dividedBy(Exact.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1,5", "NaN", "Infinity", "1e99999999999"})
    void what_is_no_decimal_number_is_refused_with_an_example(String written) {
        assertThatThrownBy(() -> Exact.of(written))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("number (%s) is not a decimal number, such as 9.5".formatted(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e1001"})
    void a_number_that_would_fill_the_memory_is_refused(String written) {
        assertThatThrownBy(() -> Exact.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beyond the limit of 1000");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 2, 150",
        "0.125, 2, 12",
        "0.135, 2, 14",
        "0.1351, 2, 14",
        "-0.125, 2, -12",
        "-0.135, 2, -14",
        "-1.5, 0, -2",
        "2.5, 0, 2",
        "12345678901234567890, 0, 12345678901234567890",
        "9999999.5, 12, 9999999500000000000"
    })
    void in_units_of_a_decimal_place_a_number_is_the_nearest_whole_one_and_the_even_one_of_two(
            String number, int decimals, String expected) {
        assertThat(Exact.of(number).inUnitsOf(decimals)).isEqualTo(Exact.of(expected));
    }

    @Test
    void a_fraction_in_units_of_a_decimal_place_is_the_nearest_whole_number() {
        assertThat(Exact.ratio(Exact.of(35), Exact.of(3)).inUnitsOf(12)).isEqualTo(Exact.of("11666666666667"));
        assertThat(Exact.ratio(Exact.of(-1), Exact.of(3)).inUnitsOf(3)).isEqualTo(Exact.of(-333));
    }
}
