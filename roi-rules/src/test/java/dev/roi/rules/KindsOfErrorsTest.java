package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.UnknownName;
import dev.roi.core.ViewId;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever has to mend it is told apart by type. */
class KindsOfErrorsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private static Scorecard.Builder scorecard() {
        return Scorecard.of(Scope.of(Level.TEAM, "mobile"));
    }

    @Test
    void a_scorecard_is_bad_input() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ENGINE.review(scorecard()
                        .reading(MAY, "adoption-rate", Reading.of(500))
                        .build()))
                .isExactlyInstanceOf(InvalidInput.class);
    }

    @Test
    void a_policy_is_bad_wherever_it_is_loaded_from() {
        assertThatExceptionOfType(InvalidPolicy.class).isThrownBy(() -> Engine.load(Path.of("not-there")));
        assertThatExceptionOfType(InvalidPolicy.class)
                .isThrownBy(() -> Engine.of(PolicyFiles.of("mine", Map.of("policy.yaml", "id: mine\n"))));
    }

    @Test
    void a_request_names_what_is_not_there() {
        Scorecard sound =
                scorecard().reading(MAY, "adoption-rate", Reading.of(50)).build(ENGINE.indicators());

        assertThatExceptionOfType(UnknownName.class)
                .isThrownBy(() -> Engine.builtIn("coding-agnt"))
                .withMessageContaining("Did you mean `coding-agent`?");
        assertThatExceptionOfType(UnknownName.class)
                .isThrownBy(() -> ENGINE.view(sound, new ViewId("finances"), ReviewRequest.LATEST))
                .withMessageContaining("Did you mean `finance`?");
        assertThatExceptionOfType(UnknownName.class)
                .isThrownBy(() -> ENGINE.review(sound, ReviewRequest.LATEST.in(new Language("de"))))
                .withMessageContaining("the policy `coding-agent` does not speak `de`. There are: en, fr.");
    }
}
