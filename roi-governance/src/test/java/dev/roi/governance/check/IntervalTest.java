package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.rules.language.Operator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    private static final List<Operator> OPERATORS = List.of(
            Operator.BELOW, Operator.AT_MOST, Operator.ABOVE, Operator.AT_LEAST, Operator.EQUAL, Operator.NOT_EQUAL);
    private static final List<Exact> NUMBERS = List.of("-1", "-0.5", "0", "0.5", "1", "1.5", "2", "2.5", "3").stream()
            .map(Exact::of)
            .toList();

    private static List<Interval> all() {
        return OPERATORS.stream()
                .flatMap(one -> NUMBERS.stream().map(limit -> Interval.of(one, limit)))
                .toList();
    }

    private static List<Exact> in(Interval interval) {
        return NUMBERS.stream().filter(interval::contains).toList();
    }

    @Test
    void an_interval_holds_the_numbers_that_meet_its_comparison() {
        for (Operator operator : OPERATORS) {
            for (Exact limit : NUMBERS) {
                for (Exact number : NUMBERS) {
                    assertThat(Interval.of(operator, limit).contains(number))
                            .as("%s %s %s", number, operator, limit)
                            .isEqualTo(operator == Operator.NOT_EQUAL || operator.isMetBy(number.compareTo(limit)));
                }
            }
        }
    }

    @Test
    void what_is_in_two_intervals_is_in_what_they_share_and_nothing_else() {
        for (Interval one : all()) {
            for (Interval other : all()) {
                List<Exact> both = in(one);
                assertThat(in(one.and(other)))
                        .isEqualTo(both.stream().filter(other::contains).toList());
                assertThat(one.and(other)).isEqualTo(other.and(one));
                if (!in(one.and(other)).isEmpty()) {
                    assertThat(one.and(other).isEmpty()).isFalse();
                }
            }
        }
    }

    @Test
    void an_interval_within_another_has_no_number_outside_it() {
        for (Interval one : all()) {
            for (Interval other : all()) {
                if (one.within(other)) {
                    assertThat(in(other)).containsAll(in(one));
                    assertThat(one.and(other)).isEqualTo(one);
                }
            }
        }
    }

    @Test
    void the_whole_numbers_of_an_interval_are_all_of_its_whole_numbers() {
        for (Interval one : all()) {
            for (Interval other : all()) {
                Interval numbers = one.and(other);
                assertThat(in(numbers.whole()).stream().filter(Exact::isWhole))
                        .containsExactlyElementsOf(
                                in(numbers).stream().filter(Exact::isWhole).toList());
            }
        }
        Interval between = Interval.of(Operator.ABOVE, Exact.of(4)).and(Interval.of(Operator.BELOW, Exact.of(5)));
        assertThat(between.isEmpty()).isFalse();
        assertThat(between.whole().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW, 3, ANY, 0, below 3",
        "AT_MOST, 3, ANY, 0, 3 or less",
        "ABOVE, 3, ANY, 0, above 3",
        "AT_LEAST, 3, ANY, 0, 3 or more",
        "AT_LEAST, 3, BELOW, 4.5, 3 to below 4.5",
        "ABOVE, 3, AT_MOST, 4.5, above 3 to 4.5",
        "AT_LEAST, 3, AT_MOST, 3, exactly 3",
        "NOT_EQUAL, 3, ANY, 0, any number"
    })
    void an_interval_says_which_numbers_it_holds(String one, String low, String other, String high, String words) {
        Interval first = Interval.of(Operator.valueOf(one), Exact.of(low));
        Interval second = other.equals("ANY") ? Interval.ANY : Interval.of(Operator.valueOf(other), Exact.of(high));
        assertThat(first.and(second)).hasToString(words);
    }

    @Test
    void an_interval_of_one_number_is_that_number() {
        assertThat(Interval.of(Operator.EQUAL, Exact.ONE).single()).isEqualTo(Optional.of(Exact.ONE));
        assertThat(Interval.of(Operator.AT_MOST, Exact.ONE).single()).isEmpty();
    }
}
