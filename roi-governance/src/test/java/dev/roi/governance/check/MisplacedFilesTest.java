package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy whose folders are called otherwise, lie elsewhere, or whose files are no plain text: one fault says so. */
class MisplacedFilesTest {

    @TempDir
    private Path directory = Path.of("");

    private List<String> found(String folder) throws IOException {
        return found(folder, Pilot.files());
    }

    private List<String> found(String folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(folder).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return said();
    }

    private List<String> said() {
        return PolicyCheck.of(directory).findings().stream()
                .map(MisplacedFilesTest::inFrench)
                .map(said -> said.replace(directory.toString(), "mine"))
                .toList();
    }

    private static String inFrench(Fault fault) {
        return fault.in(Language.FRENCH).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void rules_in_a_folder_with_a_french_name_are_named_and_nothing_else_is_said() throws IOException {
        assertThat(found("")).isEmpty();
        Files.move(directory.resolve("rules"), directory.resolve("règles"));
        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("ROI-P04 mine/rules: ")
                .contains("Il y a `règles/")
                .endsWith(": renommez son dossier en `rules`.");
    }

    @Test
    void texts_in_a_folder_that_is_called_otherwise_are_each_named() throws IOException {
        assertThat(found("")).isEmpty();
        Files.move(directory.resolve("texts"), directory.resolve("textes"));
        assertThat(said())
                .isNotEmpty()
                .allSatisfy(fault ->
                        assertThat(fault).startsWith("ROI-P04 mine/texts/").contains("Il y a `textes/"));
    }

    @Test
    void a_policy_that_lies_one_folder_deeper_is_said_once() throws IOException {
        assertThat(found("politique"))
                .containsExactly("ROI-P04 mine/policy.yaml: la politique `mine` n’a pas de fichier `policy.yaml`. Il se"
                        + " trouve ici dans le dossier `politique` : indiquez plutôt `mine/politique`.");
    }

    @Test
    void line_ends_of_an_old_mac_are_one_fault() throws IOException {
        assertThat(found("")).isEmpty();
        Path thresholds = directory.resolve("thresholds.yaml");
        Files.writeString(thresholds, Files.readString(thresholds).replace('\n', '\r'));
        assertThat(said())
                .containsExactly("ROI-P29 mine/thresholds.yaml:1:1: tout le fichier est une seule ligne : ses lignes"
                        + " finissent par U+000D seul, comme sur les anciens Mac. Enregistrez-le avec des fins de ligne"
                        + " Unix (LF) ou Windows (CRLF).");
    }
}
