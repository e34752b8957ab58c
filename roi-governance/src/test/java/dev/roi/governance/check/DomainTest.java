package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.governance.check.Domain.Names;
import dev.roi.governance.check.Domain.Numbers;
import dev.roi.governance.check.Domain.Words;
import dev.roi.rules.language.Operator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** What a field may hold: each kind of domain is held against the values that are in it. */
class DomainTest {

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<Exact> NUMBERS = List.of(Exact.of(0), Exact.of(1), Exact.of(2), Exact.of(3));

    private static final List<Words> WORDS =
            List.of(Words.of(), Words.of("a"), Words.of("a", "b"), Words.of("b", "c"), Words.of("a", "b", "c"));
    private static final List<Names> ANY_NAMES = List.of(
            Names.ANY,
            Names.only("a"),
            Names.only("b"),
            Names.allBut("a"),
            Names.allBut("b"),
            Names.allBut("a").and(Names.allBut("b")),
            Names.only("a").and(Names.only("b")));
    private static final List<Numbers> RANGES = List.of(
            Numbers.ANY,
            Numbers.of(Interval.of(Operator.AT_LEAST, Exact.of(1))),
            Numbers.of(Interval.of(Operator.BELOW, Exact.of(2))),
            Numbers.of(Interval.of(Operator.EQUAL, Exact.of(1))),
            new Numbers(Interval.ANY, Set.of(Exact.of(1))),
            new Numbers(Interval.of(Operator.EQUAL, Exact.of(1)), Set.of(Exact.of(1))));

    private static boolean has(Words words, String value) {
        return words.words().contains(value);
    }

    private static boolean has(Names names, String value) {
        return Names.only(value).within(names);
    }

    private static boolean has(Numbers numbers, Exact value) {
        return numbers.interval().contains(value) && !numbers.without().contains(value);
    }

    private static <D extends Domain, V> void laws(List<D> domains, List<V> values, BiPredicate<D, V> has) {
        for (D one : domains) {
            List<V> in = values.stream().filter(value -> has.test(one, value)).toList();
            if (one.isEmpty()) {
                assertThat(in).as("%s is empty", one).isEmpty();
            }
            for (D other : domains) {
                @SuppressWarnings("unchecked") // what two of a kind share is of that kind
                D both = (D) one.and(other);
                assertThat(values.stream()
                                .filter(value -> has.test(both, value))
                                .toList())
                        .as("%s and %s", one, other)
                        .isEqualTo(in.stream()
                                .filter(value -> has.test(other, value))
                                .toList());
                assertThat(both.within(one)).isTrue();
                if (one.within(other)) {
                    assertThat(in).as("%s within %s", one, other).allMatch(value -> has.test(other, value));
                }
            }
        }
    }

    @Test
    void words_are_the_few_that_are_left() {
        laws(WORDS, NAMES, DomainTest::has);
        assertThat(Words.TRUE.and(Words.FALSE).isEmpty()).isTrue();
        assertThat(Words.TRUE.within(Words.EITHER)).isTrue();
        assertThat(Words.EITHER.within(Words.TRUE)).isFalse();
    }

    @Test
    void names_are_some_or_all_but_some() {
        laws(ANY_NAMES, NAMES, DomainTest::has);
        assertThat(Names.only("a").and(Names.allBut("a")).isEmpty()).isTrue();
        assertThat(Names.ANY.within(Names.allBut("a"))).isFalse();
        assertThat(Names.allBut("a").isEmpty())
                .as("there is always another name")
                .isFalse();
    }

    @Test
    void numbers_lie_in_an_interval_but_for_those_left_out() {
        laws(RANGES, NUMBERS, DomainTest::has);
        assertThat(Numbers.of(Interval.of(Operator.EQUAL, Exact.of(1)))
                        .and(new Numbers(Interval.ANY, Set.of(Exact.of(1))))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_state_implies_what_is_so_whatever_is_open() {
        State state = new State(Map.of("due", Words.EITHER, "known", Words.TRUE));
        assertThat(state.implies(List.of(new State.Asked("known", Words.TRUE)))).isTrue();
        assertThat(state.implies(List.of(new State.Asked("due", Words.TRUE)))).isFalse();
        assertThat(state.and("due", Words.TRUE).implies(List.of(new State.Asked("due", Words.TRUE))))
                .isTrue();
        assertThat(state.and("known", Words.FALSE).isPossible()).isFalse();
    }
}
