package dev.roi.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InertTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("plain text", "plain text"),
                Arguments.of(" two  spaces ", "two spaces"),
                Arguments.of("a\tb\nc\r\nd\u2028e\u0085f", "a b c d e f"),
                Arguments.of("a\u3000b\u2003c", "a b c"),
                Arguments.of("\u00a0a\u00a0b\u202f", "a\u00a0b"),
                Arguments.of("\u001b[31mred\u001b[0m", "\ufffd[31mred\ufffd[0m"),
                Arguments.of("a\u0000b\u009bc", "a\ufffdb\ufffdc"),
                Arguments.of("a\u202eb\u2066c\u200fd\ufeffe", "abcde"),
                Arguments.of("a\u00adb\u200bc", "abc"),
                Arguments.of("\ud800a", "\ufffda"),
                Arguments.of("a\uffff", "a\ufffd"),
                Arguments.of("👩\u200d👧", "👩\u200d👧"),
                Arguments.of("<b>|*", "<b>|*"),
                Arguments.of("", ""),
                Arguments.of(" ", ""));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_has_visible_characters_only(String text, String line) {
        assertThat(Inert.line(text)).isEqualTo(line);
    }

    @Test
    void right_to_left_writing_is_isolated_and_nothing_else_is() {
        assertThat(Inert.isolated("שלום x")).isEqualTo("\u2066שלום x\u2069");
        assertThat(Inert.isolated("مرحبا")).isEqualTo("\u2066مرحبا\u2069");
        assertThat(Inert.isolated("été 世界 😀")).isEqualTo("été 世界 😀");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", textBlock = """
                    <script>alert(1)</script> ==> &lt;script&gt;alert(1)&lt;/script&gt;
                    a|b*c_d`e[f]~#$\\          ==> a\\|b\\*c\\_d\\`e\\[f\\]\\~\\#\\$\\\\
                    R&D & &lt; &#60;          ==> R&D & &amp;lt; &amp;\\#60;
                    9.5 days (+18%)!          ==> 9.5 days (+18%)!
                    ![a](b)                   ==> \\!\\[a\\](b)
                    """)
    void markdown_reads_a_text_as_it_is(String text, String markdown) {
        assertThat(Inert.markdown(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '- a',      '\\- a'
                    '---',      '\\---'
                    '===',      '\\==='
                    '+ a',      '\\+ a'
                    '+18% a',   '+18% a'
                    '12. a',    '12\\. a'
                    '12) a',    '12\\) a'
                    '1.',       '1\\.'
                    '12.5 a',   '12.5 a'
                    '12 a',     '12 a'
                    """)
    void a_block_begins_with_text(String text, String markdown) {
        assertThat(Inert.markdownBlock(text)).isEqualTo(markdown);
    }

    @Property(seed = "1")
    void markdown_gives_any_text_back(@ForAll("texts") String text) {
        String line = Inert.isolated(Inert.line(text));

        assertThat(paragraphs(Inert.markdownBlock(text))).isEqualTo(line.isEmpty() ? List.of() : List.of(line));
        assertThat(paragraphs("- " + Inert.markdownBlock(text))).isEqualTo(line.isEmpty() ? List.of() : List.of(line));
        assertThat(paragraphs("**x** " + Inert.markdown(text))).isEqualTo(List.of(("x " + line).stripTrailing()));
    }

    /** The texts of all paragraphs; anything in them that is no text is told by its class. */
    private static List<String> paragraphs(String markdown) {
        List<String> found = new ArrayList<>();
        Node document = Parser.builder().build().parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                StringBuilder text = new StringBuilder();
                paragraph.accept(new AbstractVisitor() {
                    @Override
                    public void visit(Text node) {
                        text.append(node.getLiteral());
                    }
                });
                found.add(text.toString());
            }
        });
        return found;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("|*_`<>[]()#-+=~!&;:\\$ 1.a\"'/\n")
                        .ofMaxLength(30));
    }
}
