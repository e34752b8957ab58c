package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that speaks French only is used without saying so. */
class FirstLanguageTest {

    private static final String CARD = "../roi-examples/data/first/scorecard.json";

    @TempDir
    private Path folder = Path.of("");

    private PolicyCopy policy = new PolicyCopy(folder);

    @BeforeEach
    void copy() throws IOException {
        policy = PolicyCopy.at(folder.resolve("politique")).replace("policy.yaml", "languages: .*", "languages: [fr]");
        Files.delete(policy.path().resolve("texts/en.yaml"));
    }

    @Test
    void every_command_speaks_it() {
        assertThat(Ran.of("review", CARD, "--policy", policy.toString()).done()).contains("Décision");
        assertThat(Ran.of("whatif", CARD, "--policy", policy.toString()).done()).isNotEmpty();
        assertThat(Ran.of("catalogue", policy.toString()).done()).contains("# Ce que les règles peuvent demander");
        assertThat(Ran.of("template", "--policy", policy.toString()).done()).contains("roi-scorecard/1");
        assertThat(Ran.of("diff", policy.toString(), policy.toString()).done()).isNotEmpty();
        assertThat(Ran.of("sweep", policy.toString(), "--threshold", "extend.months", "--history", CARD)
                        .done())
                .isNotEmpty();
        assertThat(Ran.of("check", policy.toString()).status()).isNotEqualTo(Status.REFUSED);
    }

    @Test
    void what_it_does_not_speak_is_refused_where_it_is_asked_for() {
        assertThat(Ran.of("review", CARD, "--policy", policy.toString(), "--lang", "en")
                        .refused())
                .contains("does not speak `en`, only `fr`");
    }
}
