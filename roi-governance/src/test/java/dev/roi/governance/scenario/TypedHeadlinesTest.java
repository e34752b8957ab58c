package dev.roi.governance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A French headline is expected as people type it. */
class TypedHeadlinesTest {

    private static final String SCENARIO = """
        scenarios:
          - scenario: typed
            case: balanced
            now: { weekly-active-rate: 40 }
            headline: "%s"
        """;

    private static List<Difference> differences(String headline) {
        PolicyFiles english = PolicyFiles.builtIn("assistant").orElseThrow();
        String policy = new String(english.find(PolicyFiles.POLICY).orElseThrow(), StandardCharsets.UTF_8);
        PolicyFiles french = english.with(
                        PolicyFiles.POLICY, policy.replace("languages: [en, fr]", "languages: [fr, en]"))
                .with("scenarios/typed.yaml", SCENARIO.formatted(headline));
        Engine engine = Engine.of(french);
        return Scenarios.of(french, engine).only("typed").run(engine).stream()
                .filter(outcome -> outcome.scenario().name().equals("typed"))
                .flatMap(outcome -> outcome.differences().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ajuster : efficacité sans adoption : un échec humain",
                "Ajuster\u00a0: efficacité sans adoption\u00a0: un échec humain",
                "Ajuster\u202f: efficacité sans adoption\u202f: un échec humain",
                "Ajuster : efficacite\u0301 sans  adoption : un e\u0301chec humain"
            })
    void any_space_before_a_colon_and_any_way_to_write_an_accent_is_the_same(String headline) {
        assertThat(differences(headline)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ajuster: efficacité sans adoption : un échec humain", "Ajuster : adoption faible"})
    void what_looks_otherwise_is_otherwise(String headline) {
        assertThat(differences(headline)).hasSize(1);
    }
}
