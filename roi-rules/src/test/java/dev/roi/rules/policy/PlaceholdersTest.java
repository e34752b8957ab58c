package dev.roi.rules.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import dev.roi.rules.Engine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void a_threshold_that_is_misspelt_where_it_is_declared_is_what_a_text_most_likely_means() {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String thresholds = new String(files.find(PolicyFiles.THRESHOLDS).orElseThrow(), StandardCharsets.UTF_8);
        PolicyFiles misspelt =
                files.with(PolicyFiles.THRESHOLDS, thresholds.replace("\nbudget.consumed:", "\nbudget.consummed:"));
        assertThatThrownBy(() -> Engine.of(misspelt))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nothing is called `{budget.consumed}`. Did you mean `budget.consummed`?");
    }
}
