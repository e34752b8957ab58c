package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> WORDS = List.of("lead-time", "cycle-time", "review-time", "nps", "csat", "EUR");

    @ParameterizedTest
    @CsvSource({
        "lead-tme, lead-time",
        "lead-tiime, lead-time",
        "laed-time, lead-time",
        "leed-time, lead-time",
        "Lead_Time, lead-time",
        "LEAD TIME, lead-time",
        "leadtime, lead-time",
        "cycel-time, cycle-time",
        "npd, nps",
        "ns, nps",
        "eur, EUR",
    })
    void a_slip_is_recognised(String word, String meant) {
        assertThat(Nearest.to(word, WORDS)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"happiness", "xyz", "''", "le", "time"})
    void a_word_unlike_all_others_is_left_alone(String word) {
        assertThat(Nearest.to(word, WORDS)).isEmpty();
    }

    @Test
    void one_slip_for_every_three_letters_is_the_most() {
        assertThat(Nearest.to("abcdef", List.of("abcxyf"))).hasValue("abcxyf");
        assertThat(Nearest.to("abcdef", List.of("abxyzf"))).isEmpty();
    }

    @Test
    void swapped_letters_are_one_slip_and_not_two() {
        assertThat(Nearest.to("abc", List.of("bac"))).hasValue("bac");
        assertThat(Nearest.to("abc", List.of("cba"))).isEmpty();
    }

    @Test
    void of_several_equally_near_the_first_by_alphabet_is_meant_whatever_their_order() {
        assertThat(Nearest.to("tean", List.of("team", "tear", "teas"))).hasValue("team");
        assertThat(Nearest.to("tean", List.of("teas", "tear", "team"))).hasValue("team");
        assertThat(Nearest.to("tear", List.of("team", "tear", "teal"))).hasValue("tear");
    }

    @Test
    void a_very_long_word_is_not_compared() {
        String word = "x".repeat(101);
        assertThat(Nearest.to(word, List.of(word))).isEmpty();
    }

    @Test
    void the_question_cites_the_word() {
        assertThat(Nearest.didYouMean("csta", WORDS).map(Message::toString)).hasValue("Did you mean `csat`?");
        assertThat(Nearest.didYouMean("happiness", WORDS)).isEmpty();
    }
}
