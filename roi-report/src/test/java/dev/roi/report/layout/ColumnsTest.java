package dev.roi.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    abc,                                  3
                    €12.5,                                5
                    été,                                  3
                    e\u0301te\u0301,                      3
                    a\u00a0b\u202fc,                      5
                    世界,                                 4
                    ﾊﾝｶｸ,                                 4
                    ＡＢ,                                 4
                    한글,                                 4
                    \u1112\u1161\u11ab,                   2
                    שלום,                                 4
                    \u2066שלום\u2069,                     4
                    😀,                                   2
                    👍\ud83c\udffd,                       2
                    👩\u200d👩\u200d👧,                     2
                    🇫🇷,                                   2
                    \u2764\ufe0f,                         2
                    \u2764,                               1
                    ✅,                                   2
                    का,                                   2
                    """)
    void a_text_takes_the_columns_that_a_terminal_gives_it(String text, int columns) {
        assertThat(Columns.width(text)).isEqualTo(columns);
    }

    @Test
    void a_text_is_broken_at_its_spaces() {
        assertThat(Columns.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Columns.wrap("one two three", 80)).containsExactly("one two three");
        assertThat(Columns.wrap("", 7)).containsExactly("");
    }

    @Test
    void a_number_stays_with_its_unit() {
        assertThat(Columns.wrap("it took 9.5 days", 11)).containsExactly("it took", "9.5 days");
        assertThat(Columns.wrap("it took 12,000 extraordinary", 14)).containsExactly("it took 12,000", "extraordinary");
        assertThat(Columns.wrap("a 5 b 6 c", 5)).containsExactly("a 5 b", "6 c");
    }

    @Test
    void a_long_word_is_broken_after_a_hyphen_or_anywhere() {
        assertThat(Columns.wrap("a not-instrumented b", 8)).containsExactly("a", "not-", "instrume", "nted b");
        assertThat(Columns.wrap("a not-instrumented b", 6)).containsExactly("a", "not-", "instru", "mented", "b");
        assertThat(Columns.wrap("世界世界世", 5)).containsExactly("世界", "世界", "世");
        assertThat(Columns.wrap("e\u0301".repeat(5), 2)).containsExactly("e\u0301e\u0301", "e\u0301e\u0301", "e\u0301");
    }

    @Test
    void a_character_of_many_marks_is_broken_too() {
        assertThat(Columns.wrap("\u0915" + "\u093e".repeat(9), 4)).allMatch(line -> line.length() <= 4);
    }

    @Test
    void half_a_character_is_broken_too() {
        assertThat(Columns.wrap("-\uD83D!\u0903", 2)).allMatch(line -> Columns.width(line) <= 2);
    }

    @Test
    void a_paragraph_hangs_below_its_beginning_and_fits_a_terminal() {
        assertThat(Columns.paragraph("  no  ", "        ", "a ".repeat(37).strip()))
                .isEqualTo("  no  " + "a ".repeat(37).strip() + "\n");
        assertThat(Columns.paragraph("  no  ", "        ", "ab ".repeat(30).strip()))
                .isEqualTo("  no  " + "ab ".repeat(24).strip() + "\n        "
                        + "ab ".repeat(6).strip() + "\n");
    }

    @Property(seed = "1")
    void lines_fit_and_nothing_but_spaces_is_lost(
            @ForAll @StringLength(max = 60) String text, @ForAll @IntRange(min = 2, max = 100) int width) {
        List<String> lines = Columns.wrap(text, width);

        assertThat(lines).isNotEmpty().allMatch(line -> Columns.width(line) <= width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
}
