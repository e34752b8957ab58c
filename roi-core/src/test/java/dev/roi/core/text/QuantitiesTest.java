package dev.roi.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    private static final String NARROW = "\u202f";
    private static final String NO_BREAK = "\u00a0";

    private final Quantities english = Quantities.of(Language.ENGLISH);
    private final Quantities french = Quantities.of(Language.FRENCH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12000       | EUR               | €12,000
        12000.5     | EUR               | €12,000.50
        12000.004   | EUR               | €12,000
        0.004       | EUR               | €0.004
        -12000      | EUR               | −€12,000
        12000       | USD               | US$12,000
        12000.5     | JPY               | JP¥12,001
        12000.5     | KWD               | KWD12,000.500
        12000       | ABC               | 12,000 ABC
        12000       | currency          | 12,000
        12000.5     | currency          | 12,000.50
        9.5         | days              | 9.5 days
        9.54        | days              | 9.5 days
        9.55        | days              | 9.6 days
        1           | days              | 1 day
        -1          | days              | −1 day
        0           | days              | 0 days
        0.5         | days              | 0.5 days
        0.254       | days              | 0.25 days
        0.0004      | days              | 0.0004 days
        0.0000001   | days              | 0 days
        1           | hours             | 1 hour
        1234.56     | hours             | 1,234.6 hours
        10          | seconds           | 10 seconds
        299         | seconds           | 299 seconds
        300         | seconds           | 5 minutes
        1500        | seconds           | 25 minutes
        1531        | seconds           | 25.5 minutes
        -19800      | seconds           | −5.5 hours
        480         | minutes           | 8 hours
        82          | percent           | 82%
        12.5        | percent           | 12.5%
        11.666      | percent           | 11.7%
        0.04        | percent           | 0.04%
        -12         | percent           | −12%
        0           | percent           | 0%
        1234567     | count             | 1,234,567
        -0.333      | score             | −0.33
        1e30        | count             | 1,000,000,000,000,000,000,000,000,000,000
        3           | story-points      | 3 story points
        """)
    void english_writes_a_number_with_its_unit(String number, String unit, String expected) {
        assertThat(english.format(Exact.of(number), new Unit(unit))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12000       | EUR               | 12n000b€
        12000.5     | EUR               | 12n000,50b€
        -12000      | EUR               | −12n000b€
        12000       | USD               | 12n000b$US
        9.5         | days              | 9,5 jours
        1.5         | days              | 1,5 jour
        1.94        | days              | 1,9 jour
        1.95        | days              | 2 jours
        0           | days              | 0 jour
        1           | days              | 1 jour
        -1.5        | days              | −1,5 jour
        2           | hours             | 2 heures
        10          | seconds           | 10 secondes
        1500        | seconds           | 25 minutes
        18000       | seconds           | 5 heures
        82          | percent           | 82b%
        12.5        | percent           | 12,5b%
        1234567     | count             | 1n234n567
        3           | story-points      | 3 story points
        """)
    void french_writes_a_number_with_its_unit(String number, String unit, String expected) {
        assertThat(french.format(Exact.of(number), new Unit(unit))).isEqualTo(spaced(expected));
    }

    // in the tables above n stands for the narrow and b for the full no-break space
    private static String spaced(String text) {
        return text.replaceAll("(?<=\\d)n(?=\\d)", NARROW).replaceAll("(?<=\\d)b(?=[€$%])", NO_BREAK);
    }

    @Test
    void a_change_has_its_sign() {
        assertThat(english.change(Exact.of(18), Unit.PERCENT)).isEqualTo("+18%");
        assertThat(english.change(Exact.of(-12), Unit.PERCENT)).isEqualTo("−12%");
        assertThat(english.change(Exact.of("10.001"), Unit.PERCENT, Exact.of(10)))
                .isEqualTo("+10.001%");
        assertThat(english.change(Exact.of("-10.04"), Unit.PERCENT, Exact.of(10)))
                .isEqualTo("−10.04%");
        assertThat(english.change(Exact.of(10), Unit.PERCENT, Exact.of(10))).isEqualTo("+10%");
        assertThat(english.change(Exact.ZERO, Unit.PERCENT)).isEqualTo("0%");
        assertThat(french.change(Exact.of("18.25"), Unit.PERCENT)).isEqualTo("+18,3" + NO_BREAK + "%");
        assertThat(french.change(Exact.of(-12), Unit.PERCENT)).isEqualTo("−12" + NO_BREAK + "%");
        assertThat(english.change(Exact.of(3), new Unit("days"))).isEqualTo("+3 days");
        assertThat(english.change(Exact.of(500), new Unit("EUR"))).isEqualTo("+€500");
        assertThat(french.change(Exact.of(-500), new Unit("EUR"))).isEqualTo("−500" + NO_BREAK + "€");
    }

    @Test
    void a_long_time_is_told_apart_and_a_limit_is_said_exactly() {
        Unit seconds = new Unit("seconds");

        assertThat(english.format(Exact.of(1502), seconds, Exact.of(1500))).isEqualTo("25.03 minutes");
        assertThat(english.limit(Exact.of(1500), seconds)).isEqualTo("25 minutes");
        assertThat(english.limit(Exact.of(310), seconds)).isEqualTo("310 seconds");
        assertThat(english.change(Exact.of(-1200), seconds)).isEqualTo("−20 minutes");
        assertThat(Quantities.of(Language.ENGLISH, Map.of(seconds, new Quantities.Words("sec", "secs")))
                        .format(Exact.of(1500), seconds))
                .isEqualTo("1,500 secs");
    }

    @Test
    void a_number_is_told_from_the_one_it_is_held_against() {
        Exact limit = Exact.of(60);

        assertThat(english.format(Exact.of("59.96"), Unit.PERCENT)).isEqualTo("60%");
        assertThat(english.format(Exact.of("59.96"), Unit.PERCENT, limit)).isEqualTo("59.96%");
        assertThat(english.format(Exact.of("59.9999"), Unit.PERCENT, limit)).isEqualTo("59.9999%");
        assertThat(english.format(Exact.of("59.99999999"), Unit.PERCENT, limit)).isEqualTo("60%");
        assertThat(english.format(Exact.of("58.96"), Unit.PERCENT, limit)).isEqualTo("59%");
        assertThat(english.format(limit, Unit.PERCENT, limit)).isEqualTo("60%");
        assertThat(english.format(Exact.of("12000.001"), new Unit("EUR"), Exact.of(12000)))
                .isEqualTo("€12,000.001");
    }

    @Test
    void a_policy_brings_words_for_its_own_units() {
        Unit tickets = new Unit("tickets");
        Quantities own = Quantities.of(
                Language.ENGLISH,
                Map.of(
                        tickets,
                        new Quantities.Words("ticket", "tickets"),
                        new Unit("days"),
                        new Quantities.Words("d", "d")));

        assertThat(own.format(Exact.ONE, tickets)).isEqualTo("1 ticket");
        assertThat(own.format(Exact.of("1200.5"), tickets)).isEqualTo("1,200.5 tickets");
        assertThat(own.format(Exact.of(3), new Unit("days"))).isEqualTo("3 d");
        assertThatThrownBy(() -> new Quantities.Words("", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void months_are_written_out() {
        assertThat(english.month(YearMonth.of(2026, 5))).isEqualTo("May 2026");
        assertThat(french.month(YearMonth.of(2026, 5))).isEqualTo("mai 2026");
        assertThat(french.month(YearMonth.of(2026, 8))).isEqualTo("août 2026");
    }

    @Test
    void lists_are_joined_as_the_language_does() {
        assertThat(english.list(List.of())).isEmpty();
        assertThat(english.list(List.of("a"))).isEqualTo("a");
        assertThat(english.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(english.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(french.list(List.of("a", "b", "c"))).isEqualTo("a, b et c");
    }

    @Test
    void a_language_without_words_has_english_ones_and_its_own_numbers() {
        Quantities german = Quantities.of(new Language("de"));

        assertThat(german.format(Exact.of("1234.5"), new Unit("days"))).isEqualTo("1.234,5 days");
        assertThat(german.month(YearMonth.of(2026, 5))).isEqualTo("Mai 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "hi-IN-u-nu-deva", "fr-FR", "en-US"})
    void the_machines_locale_plays_no_part(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Quantities.of(Language.ENGLISH).format(Exact.of("12000.5"), new Unit("EUR")))
                    .isEqualTo("€12,000.50");
            assertThat(Quantities.of(Language.FRENCH).format(Exact.of("9.5"), new Unit("days")))
                    .isEqualTo("9,5 jours");
            assertThat(Quantities.of(Language.ENGLISH).month(YearMonth.of(2026, 5)))
                    .isEqualTo("May 2026");
            assertThat(Quantities.of(new Language("pt")).format(Exact.of(2), new Unit("days")))
                    .isEqualTo("2 days");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(seed = "1")
    void a_number_that_is_not_zero_is_not_written_as_zero(
            @ForAll @LongRange(min = 1) long millionths, @ForAll @IntRange(max = 40) int zeros) {
        Exact number = Exact.of(BigDecimal.valueOf(millionths, 6).scaleByPowerOfTen(zeros));

        assertThat(english.format(number, Unit.PERCENT))
                .containsPattern("[1-9]")
                .doesNotContain("E");
        assertThat(english.format(number, new Unit("EUR")))
                .containsPattern("[1-9]")
                .doesNotContain("E");
    }

    @Example
    void several_threads_write_the_same() {
        List<String> written = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> english.format(Exact.of(i), Unit.PERCENT) + french.format(Exact.of(i), new Unit("EUR")))
                .toList();

        Quantities again = Quantities.of(Language.FRENCH);
        for (int i = 0; i < written.size(); i++) {
            assertThat(written.get(i))
                    .isEqualTo(Quantities.of(Language.ENGLISH).format(Exact.of(i), Unit.PERCENT)
                            + again.format(Exact.of(i), new Unit("EUR")));
        }
    }
}
