package dev.roi.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static String render(String source, Map<String, String> values) {
        return Template.parse(source).render(name -> Optional.ofNullable(values.get(name)));
    }

    @Test
    void values_take_the_place_of_their_names() {
        assertThat(render(
                        "Lead time is {lead-time}, {lead-time.baseline} before.",
                        Map.of("lead-time", "8 days", "lead-time.baseline", "9.5 days")))
                .isEqualTo("Lead time is 8 days, 9.5 days before.");
        assertThat(render("", Map.of())).isEmpty();
        assertThat(render("{a}{a}{b2}", Map.of("a", "x", "b2", "y"))).isEqualTo("xxy");
    }

    @Test
    void an_optional_part_is_there_when_all_its_placeholders_have_values() {
        String source = "Cost is {cost}[[, of which {part} ({share})]][[; {note}]].";

        assertThat(render(source, Map.of("cost", "€9", "part", "€4", "share", "44%", "note", "ok")))
                .isEqualTo("Cost is €9, of which €4 (44%); ok.");
        assertThat(render(source, Map.of("cost", "€9", "part", "€4", "note", "ok")))
                .isEqualTo("Cost is €9; ok.");
        assertThat(render(source, Map.of("cost", "€9"))).isEqualTo("Cost is €9.");
    }

    @Test
    void placeholders_get_other_names_and_nothing_else_does() {
        Template template = Template.parse("{a}[[ {{a}} {b}]] and {a.b} a");

        assertThat(template.renamed(name -> name.equals("a") ? "c" : name))
                .isEqualTo(Template.parse("{c}[[ {{a}} {b}]] and {a.b} a"));
    }

    @Test
    void a_value_that_is_missing_outside_an_optional_part_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> render("{a} and {b}[[ and {c}]]", Map.of("a", "x")))
                .withMessage("no value for {b} in: {a} and {b}[[ and {c}]]");
    }

    @Test
    void doubled_braces_are_braces_and_single_brackets_are_brackets() {
        assertThat(render("{{a}} {{{a}}} [{a}] [[x{a}]]]", Map.of("a", "1"))).isEqualTo("{a} {1} [1] x1]");
    }

    @Test
    void placeholders_are_told_apart_from_those_that_have_to_have_a_value() {
        Template template = Template.parse("{b} {a}[[ {c} {a}]] {{d}}");

        assertThat(template.placeholders()).containsExactly("b", "a", "c");
        assertThat(template.required()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a {b        | character 3: `{` is not closed by `}`; write `{{` for a brace
        a } b       | character 3: `}` closes nothing; write `}}` for a brace
        a [[{b}     | character 3: `[[` is not closed by `]]`
        a {b}]]     | character 6: `]]` closes nothing
        [[{a}[[{b}]]]] | character 6: `[[` within an optional part
        a [[b]]     | character 3: optional part without a placeholder would never be left out
        {Cost}      | character 1: `{Cost}` is no name of a placeholder; write `{cost}`
        {}          | character 1: `{}` is no name of a placeholder, such as {lead-time.baseline}
        {a b}       | character 1: `{a b}` is no name of a placeholder, such as {lead-time.baseline}
        """)
    void a_malformed_sentence_is_refused_with_its_place(String source, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse(source))
                .withMessage(message);
    }

    @Test
    void templates_are_equal_by_their_source() {
        assertThat(Template.parse("{a}")).isEqualTo(Template.parse("{a}")).hasSameHashCodeAs(Template.parse("{a}"));
        assertThat(Template.parse("{a}")).isNotEqualTo(Template.parse("{b}")).hasToString("{a}");
    }

    @Property(seed = "1")
    void a_value_is_put_in_as_it_is(@ForAll String value) {
        assertThat(render("<{a}>[[{a}]]", Map.of("a", value))).isEqualTo("<" + value + ">" + value);
    }

    @Property(seed = "2")
    void any_text_is_read_or_refused_with_a_place(@ForAll("braces") String source) {
        try {
            Template.parse(source).render(name -> Optional.of("v"));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("character ");
        }
    }

    @Provide
    Arbitrary<String> braces() {
        return Arbitraries.strings().withChars("{}[]a-.A ").ofMaxLength(20);
    }
}
