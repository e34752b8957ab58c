package dev.roi.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Trend;
import dev.roi.core.UnknownReason;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Bundle ENGLISH = Bundle.of(Words.class, "report", Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_language_has_the_same_keys_and_placeholders(String tag) {
        Bundle bundle = Bundle.of(Words.class, "report", new Language(tag));

        assertThat(bundle.keys()).isEqualTo(ENGLISH.keys());
        assertThat(bundle.keys())
                .allSatisfy(key -> assertThat(placeholders(bundle, key)).as(key).isEqualTo(placeholders(ENGLISH, key)));
        assertThat(Bundle.of(Quantities.class, "units", new Language(tag)).keys())
                .isEqualTo(
                        Bundle.of(Quantities.class, "units", Language.ENGLISH).keys());
    }

    private static Set<String> placeholders(Bundle bundle, String key) {
        return Template.parse(bundle.get(key)).placeholders();
    }

    @Test
    void every_value_of_a_closed_set_has_a_word() {
        Words words = new Words(Language.FRENCH);

        assertThat(Arrays.stream(Decision.values()).map(words::decision)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Decision.values()).map(decision -> words.get("why." + decision.word())))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Level.values()).map(words::level)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(UnknownReason.values()).map(words::reason)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Trend.Course.values())
                        .filter(course -> course != Trend.Course.UNDETERMINED)
                        .map(Trend::of)
                        .map(words::trend))
                .containsExactly("en amélioration", "stable", "en dégradation");
        assertThat(Arrays.stream(Trend.Reason.values()).map(Trend::undetermined).map(words::trend))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.startsWith("indéterminée ("));
    }
}
