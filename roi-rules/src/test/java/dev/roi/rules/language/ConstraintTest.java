package dev.roi.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.BlockId;
import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.IndicatorId;
import dev.roi.core.ThresholdId;
import dev.roi.core.UnknownReason;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConstraintTest {

    private static final Place HERE = new Place("rules/test.drl", 1, 1, "");
    private static final ThresholdId LIMIT = new ThresholdId("group.limit");
    private static final Bindings TEN = Bindings.of(id -> Exact.of(10));

    private static boolean test(Operator operator, String least, String estimate, String most, Question question) {
        Fact fact = new Fact.Reading(
                new IndicatorId("lead-time"),
                new BlockId("delivery"),
                new Figure(Exact.of(estimate), Exact.of(least), Exact.of(most)),
                true,
                true);
        return Constraint.withLimit(FactType.READING.field("value"), operator, LIMIT, HERE)
                .test(fact, TEN, question);
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW, 9.9, true", "BELOW, 10, false", "AT_MOST, 10, true", "AT_MOST, 10.1, false",
        "ABOVE, 10.1, true", "ABOVE, 10, false", "AT_LEAST, 10, true", "AT_LEAST, 9.9, false",
        "EQUAL, 10, true", "EQUAL, 9.9, false", "NOT_EQUAL, 9.9, true", "NOT_EQUAL, 10, false"
    })
    void a_number_that_is_certain_is_answered_alike_whatever_is_asked(
            Operator operator, String value, boolean expected) {
        for (Question question : Question.values()) {
            assertThat(test(operator, value, value, value, question))
                    .as("%s", question)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW, 8, 9, 9.9, true, true",
        "BELOW, 8, 9, 10, false, true",
        "BELOW, 10, 11, 12, false, false",
        "AT_LEAST, 10, 11, 12, true, true",
        "AT_LEAST, 9, 11, 12, false, true",
        "AT_LEAST, 8, 9, 9.9, false, false",
        "EQUAL, 9, 10, 11, false, true",
        "EQUAL, 11, 12, 13, false, false",
        "NOT_EQUAL, 9, 10, 11, false, true",
        "NOT_EQUAL, 11, 12, 13, true, true"
    })
    void a_number_that_is_uncertain_surely_meets_what_all_of_it_meets_and_possibly_what_some_of_it_does(
            Operator operator, String least, String estimate, String most, boolean surely, boolean possibly) {
        assertThat(test(operator, least, estimate, most, Question.SURELY)).isEqualTo(surely);
        assertThat(test(operator, least, estimate, most, Question.POSSIBLY)).isEqualTo(possibly);
    }

    @Test
    void by_its_measure_a_number_is_where_it_was_measured() {
        assertThat(test(Operator.BELOW, "8", "9", "12", Question.AS_MEASURED)).isTrue();
        assertThat(test(Operator.BELOW, "8", "11", "12", Question.AS_MEASURED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void what_an_operator_admits_its_opposite_refuses(Operator operator) {
        for (int order : List.of(-1, 0, 1)) {
            assertThat(operator.opposite().isMetBy(order)).isNotEqualTo(operator.isMetBy(order));
        }
        assertThat(operator.opposite().opposite()).isEqualTo(operator);
    }

    @Test
    void words_are_compared_with_what_the_property_may_hold() {
        Fact unknown = new Fact.Unknown(
                new IndicatorId("csat"),
                new BlockId("experience"),
                UnknownReason.NO_CASES,
                Figure.of(Exact.ONE),
                true,
                Fact.Comparison.BaselineState.NOT_GIVEN);
        assertThat(words("indicator", Operator.EQUAL, "csat").test(unknown, TEN, Question.SURELY))
                .isTrue();
        assertThat(words("indicator", Operator.NOT_EQUAL, "csat").test(unknown, TEN, Question.SURELY))
                .isFalse();
        assertThat(words("reason", Operator.IN, "scattered", "no-cases").test(unknown, TEN, Question.SURELY))
                .isTrue();
        assertThat(words("reason", Operator.NOT_IN, "scattered").test(unknown, TEN, Question.SURELY))
                .isTrue();
        assertThat(words("neededToExtend", Operator.EQUAL, "true").test(unknown, TEN, Question.SURELY))
                .isTrue();
        assertThat(words("neededToExtend", Operator.NOT_EQUAL, "true").test(unknown, TEN, Question.SURELY))
                .isFalse();
    }

    private static Constraint words(String field, Operator operator, String... words) {
        return Constraint.withWords(FactType.UNKNOWN.field(field), operator, List.of(words), HERE);
    }

    @Test
    void comparisons_are_equal_where_they_ask_for_the_same_wherever_they_stand() {
        Place elsewhere = new Place("rules/other.drl", 7, 3, "");
        Constraint one = words("reason", Operator.EQUAL, "scattered");
        Constraint same =
                Constraint.withWords(FactType.UNKNOWN.field("reason"), Operator.EQUAL, List.of("scattered"), elsewhere);
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(words("reason", Operator.EQUAL, "no-cases"));
        assertThat(one.by(Operator.NOT_EQUAL)).isNotEqualTo(one);
    }

    @Test
    void a_fact_can_be_looked_up_by_the_one_thing_that_a_comparison_names() {
        assertThat(words("indicator", Operator.EQUAL, "csat").key()).contains(new IndicatorId("csat"));
        assertThat(words("indicator", Operator.IN, "csat").key()).contains(new IndicatorId("csat"));
        assertThat(words("indicator", Operator.IN, "csat", "nps").key()).isEmpty();
        assertThat(words("indicator", Operator.NOT_EQUAL, "csat").key()).isEmpty();
    }
}
