package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without {@code --lang}, the program speaks as the machine does. */
class MachineLanguageTest {

    private static final String CARD = "../roi-examples/data/first/scorecard.json";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "fr_FR.UTF-8, fr",
        "fr, fr",
        "fr_CA@euro, fr",
        "fr-FR, fr",
        "FR, fr",
        "C, en",
        "POSIX, en",
        "C.UTF-8, en",
        "en_US.UTF-8, en",
        "de_DE.UTF-8, en",
        "frr_DE.UTF-8, en"
    })
    void french_only_where_it_is_french(String value, String tag) {
        assertThat(MachineLanguage.of(Map.of("LANG", value), Locale.ROOT).tag()).isEqualTo(tag);
        assertThat(MachineLanguage.of(Map.of("LANG", value), Locale.FRANCE).tag())
                .as("what is set wins over what Java found")
                .isEqualTo(tag);
    }

    @Test
    void the_first_variable_that_says_something_wins() {
        assertThat(MachineLanguage.of(Map.of("LC_ALL", "C", "LANG", "fr_FR"), Locale.FRANCE))
                .isEqualTo(Language.ENGLISH);
        assertThat(MachineLanguage.of(Map.of("LC_ALL", "", "LC_MESSAGES", "fr_FR", "LANG", "en_GB"), Locale.UK))
                .isEqualTo(Language.FRENCH);
    }

    @Test
    void where_none_is_set_java_knows() {
        assertThat(MachineLanguage.of(Map.of(), Locale.CANADA_FRENCH)).isEqualTo(Language.FRENCH);
        assertThat(MachineLanguage.of(Map.of("LANG", ""), Locale.GERMANY)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void commands_their_help_and_their_faults_are_in_french_on_a_french_machine() {
        assertThat(french("review", CARD).out()).contains("Décision");
        assertThat(french("check", "coding-agent").out()).contains("rien à signaler");
        assertThat(french("check", "--help").out()).contains("Vérifier une politique");
        assertThat(french("check", "--wrong").err()).contains("option `--wrong`", "Il y a `--lang`");
        assertThat(french("review", CARD, "--lang", "en").out()).contains("Decision:");
    }

    @Test
    void a_policy_that_does_not_speak_french_is_heard_in_its_own_language() throws IOException {
        PolicyCopy policy =
                PolicyCopy.at(folder.resolve("english")).replace("policy.yaml", "languages: .*", "languages: [en]");
        Files.delete(policy.path().resolve("texts/fr.yaml"));
        assertThat(french("review", CARD, "--policy", policy.toString()).done()).contains("Decision:");
    }

    @Test
    void what_the_machine_could_not_read_is_put_on_no_record() {
        assertThat(Ran.of("decide", CARD, "--ledger", "none.jsonl", "--by", "Zo\uFFFD", "--decision", "maintain")
                        .refused())
                .contains("the argument `Zo\uFFFD` cannot be read in this locale; set `LC_ALL=C.UTF-8`");
    }

    private static Ran french(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Status status = new Program(Progress.silent(), InstantSource.fixed(Ran.NOW), Language.FRENCH)
                .run(new Streams(new ByteArrayInputStream(new byte[0]), out, err), args);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
