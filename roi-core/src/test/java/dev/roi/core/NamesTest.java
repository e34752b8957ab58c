package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

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
    void namesAreThoseOfTheExpressionsThatDescribeThem(String name) {
        assertThat(Names.isKebab(name)).isEqualTo(name.matches(KEBAB));
        assertThat(Names.isDotted(name)).isEqualTo(name.matches(KEBAB + "\\." + KEBAB));
    }

    @ParameterizedTest
    @ValueSource(ints = {Names.MOST_CHARACTERS, Names.MOST_CHARACTERS + 1})
    void aNameHasAHundredCharactersAtTheMost(int length) {
        assertThat(Names.isKebab("a".repeat(length))).isEqualTo(length <= 100);
        assertThat(Names.isDotted("a." + "b".repeat(length - 2))).isEqualTo(length <= 100);
    }
}
