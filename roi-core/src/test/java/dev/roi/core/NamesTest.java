package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static Scope scope(String name) {
        return new Scope(Level.TEAM, "payments", name, Optional.empty());
    }

    private static Workflow workflow(String id, String name, String owner) {
        return new Workflow(
                id, name, Workflow.Authorisation.AUTHORISED, Workflow.Priority.ORDINARY, Optional.of(owner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "a\ttab", "a\u0007bell", "half \uD83D", "a\u2028line"})
    void what_people_call_something_stands_on_one_line_of_text(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> scope(name));
        assertThatIllegalArgumentException().isThrownBy(() -> workflow(name, "Tests", "Ana"));
        assertThatIllegalArgumentException().isThrownBy(() -> workflow("tests", name, "Ana"));
        assertThatIllegalArgumentException().isThrownBy(() -> workflow("tests", "Tests", name));
    }

    @Test
    void what_people_call_something_may_be_in_any_script_up_to_its_limit() {
        assertThat(scope("Équipe פיתוח 😀").name()).isEqualTo("Équipe פיתוח 😀");
        assertThat(scope("n".repeat(Names.MOST_LABEL_CHARACTERS)).name()).hasSize(Names.MOST_LABEL_CHARACTERS);
        assertThat(scope("😀".repeat(Names.MOST_LABEL_CHARACTERS)).name()).startsWith("😀");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scope("😀".repeat(Names.MOST_LABEL_CHARACTERS + 1)))
                .withMessage("scope name is longer than the limit of 300 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scope("n".repeat(Names.MOST_LABEL_CHARACTERS + 1)))
                .withMessage("scope name is longer than the limit of 300 characters");
    }

    private static final String KEBAB = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*+";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a1",
                "lead-time",
                "p-95",
                "-",
                "-a",
                "a-",
                "a--b",
                "1a",
                "A",
                "aB",
                "é",
                "a_b",
                "a b",
                "a.b",
                "a-b.c-9",
                ".a",
                "a.",
                "a..b",
                "a.b.c",
                "a.-b",
                "a-.b",
                "a.1",
                "1.a",
                "a\n",
                "a.b\n",
                "a-1.b-2-3"
            })
    void names_are_those_of_the_expressions_that_describe_them(String name) {
        assertThat(Names.isKebab(name)).isEqualTo(name.matches(KEBAB));
        assertThat(Names.isDotted(name)).isEqualTo(name.matches(KEBAB + "\\." + KEBAB));
    }

    @ParameterizedTest
    @ValueSource(ints = {Names.MOST_CHARACTERS, Names.MOST_CHARACTERS + 1})
    void a_name_has_a_hundred_characters_at_the_most(int length) {
        assertThat(Names.isKebab("a".repeat(length))).isEqualTo(length <= 100);
        assertThat(Names.isDotted("a." + "b".repeat(length - 2))).isEqualTo(length <= 100);
    }
}
