package dev.roi.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roi.core.Language;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void words_are_those_of_the_language_or_english() {
        assertThat(Bundle.of(Bundle.class, "units", Language.FRENCH).get("days.one"))
                .isEqualTo("jour");
        assertThat(Bundle.of(Bundle.class, "units", new Language("de")).get("days.one"))
                .isEqualTo("day");
        assertThat(Bundle.of(Bundle.class, "units", Language.FRENCH).find("no-such-key"))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Bundle.of(Bundle.class, "units", Language.FRENCH).get("no-such-key"))
                .withMessage("no word (no-such-key) in units_fr");
        assertThatIllegalStateException()
                .isThrownBy(() -> Bundle.of(Bundle.class, "no-such-file", Language.FRENCH))
                .withMessage("no words (no-such-file) beside dev.roi.core.text.Bundle");
    }
}
