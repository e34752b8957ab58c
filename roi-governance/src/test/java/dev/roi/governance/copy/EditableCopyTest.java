package dev.roi.governance.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Decision;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditableCopyTest {

    private static final Pattern NAMED =
            Pattern.compile("(?:rule|\\b(?:id|indicator|block|of) ==|adjust\\() \"([^\"]+)\"");

    private static final List<Schema> SCHEMAS =
            List.of(Schema.POLICY, Schema.INDICATORS, Schema.THRESHOLDS, Schema.VIEWS, Schema.TEXTS, Schema.SCENARIOS);

    @TempDir
    private Path folder = Path.of("");

    private Path directory = Path.of("");

    @BeforeEach
    void nameADirectory() {
        directory = folder.resolve("my-policy");
    }

    static List<String> builtIns() {
        return PolicyFiles.builtIns();
    }

    private static List<String> list(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void it_is_the_built_in_policy_byte_for_byte_with_its_origin_schemas_and_a_page_in_two_languages(String id)
            throws IOException {
        PolicyFiles original = PolicyFiles.builtIn(id).orElseThrow();
        EditableCopy.of(id).writeTo(directory);

        assertThat(list(directory))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                original.paths().stream(),
                                Stream.concat(
                                        Stream.of("LISEZMOI.md", "README.md", "VOCABULAIRE.md", "VOCABULARY.md"),
                                        SCHEMAS.stream().map(schema -> "schemas/" + schema.fileName())))
                        .toList());
        for (String path : original.paths()) {
            byte[] bytes = original.find(path).orElseThrow();
            String copied = Files.readString(directory.resolve(path)).replaceFirst("^# yaml-language-server.*\n", "");
            if (path.equals(PolicyFiles.POLICY)) {
                assertThat(copied)
                        .startsWith(new String(bytes, StandardCharsets.UTF_8) + "\n# What this is a copy of.");
            } else {
                assertThat(copied).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void each_yaml_file_names_in_its_first_line_a_schema_that_lies_in_the_copy_and_that_it_keeps(String id)
            throws IOException {
        EditableCopy.of(id).writeTo(directory);
        for (String path : PolicyFiles.builtIn(id).orElseThrow().paths()) {
            Path file = directory.resolve(path);
            String first = Files.readString(file).lines().findFirst().orElseThrow();
            if (path.endsWith(".drl")) {
                assertThat(first).doesNotContain("$schema");
                continue;
            }
            assertThat(first).startsWith("# yaml-language-server: $schema=");
            Path schema =
                    file.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize();
            assertThat(schema).startsWith(directory).exists();
            assertThat(Schemas.faultsOfYaml(schemaOf(schema), Files.readString(file)))
                    .as(path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void a_copy_for_french_readers_decides_the_same_and_says_in_french_what_keys_and_numbers_are(String id)
            throws IOException {
        EditableCopy copy = EditableCopy.of(id);
        copy.writeTo(directory, Language.FRENCH);

        assertThat(Engine.load(directory).policy().ref().fingerprint())
                .isEqualTo(copy.origin().fingerprint());
        for (Schema schema : SCHEMAS) {
            assertThat(described(Files.readString(directory.resolve("schemas/" + schema.fileName()))))
                    .as(schema.fileName())
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(described(schema.text()));
        }
        PolicyFiles files = PolicyFiles.builtIn(id).orElseThrow();
        for (String path : files.paths()) {
            if (path.startsWith("texts/")) {
                continue; // each is in a language of its own
            }
            String original = new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8);
            assertThat(comments(Files.readString(directory.resolve(path))))
                    .filteredOn(comment -> !comment.startsWith("# ---"))
                    .as(path)
                    .noneMatch(comments(original)::contains);
        }
    }

    private static List<String> described(String schema) {
        return Pattern.compile("\"description\" ?: \"(.*)\"")
                .matcher(schema)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> comments(String file) {
        return file.lines()
                .filter(line -> !line.contains("$schema"))
                .flatMap(line -> Pattern.compile("(?<=^|\\s)(?:#|//) .*")
                        .matcher(line)
                        .results()
                        .map(MatchResult::group))
                .toList();
    }

    private static Schema schemaOf(Path file) throws IOException {
        String text = Files.readString(file);
        return SCHEMAS.stream()
                .filter(schema -> file.endsWith(schema.fileName()) && text.equals(schema.text()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void a_check_and_the_loader_do_not_mind_the_schemas(String id) throws IOException {
        EditableCopy.of(id).writeTo(directory);
        Files.writeString(directory.resolve("schemas/more.yaml"), "{");
        assertThat(PolicyCheck.of(directory).findings()).isEmpty();
        assertThat(PolicyFiles.read(directory).paths()).noneMatch(path -> path.startsWith("schemas"));
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void it_has_the_fingerprint_of_the_original_and_names_it_as_its_origin(String id) {
        EditableCopy copy = EditableCopy.of(id);
        copy.writeTo(directory);
        Policy original = Engine.read(PolicyFiles.builtIn(id).orElseThrow(), Map.of());
        Policy copied = Engine.load(directory).policy();

        assertThat(copied.ref()).isEqualTo(original.ref()).isEqualTo(copy.origin());
        assertThat(copied.origin()).contains(original.ref());
        assertThat(original.origin()).isEmpty();
    }

    @Test
    void one_number_changed_in_it_changes_the_decision_without_building_anything() throws IOException {
        EditableCopy.of("coding-agent").writeTo(directory);
        Path scorecard = Path.of("../roi-examples/data/first/scorecard.json");
        Engine before = Engine.load(directory);
        assertThat(before.review(before.read(scorecard).scorecards().get(0)).decision())
                .isEqualTo(Decision.ADJUST);

        Path thresholds = directory.resolve("thresholds.yaml");
        Files.writeString(
                thresholds, Files.readString(thresholds).replaceFirst("(?s)(adoption\\.high:\\s+value: )70", "$185"));
        Engine after = Engine.load(directory);
        assertThat(after.review(after.read(scorecard).scorecards().get(0)).decision())
                .isEqualTo(Decision.EXTEND);
        assertThat(after.policy().ref().fingerprint())
                .isNotEqualTo(before.policy().ref().fingerprint());
        assertThat(after.policy().origin()).contains(before.policy().ref());
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void its_pages_fit_one_page_each_and_speak_of_files_and_names_that_are_there(String id) throws IOException {
        EditableCopy.of(id).writeTo(directory);
        Policy policy = Engine.load(directory).policy();
        Set<String> names = new HashSet<>();
        policy.indicators()
                .indicators()
                .forEach(indicator -> names.add(indicator.id().value()));
        policy.thresholds().keySet().forEach(threshold -> names.add(threshold.value()));
        policy.rules().keySet().forEach(rule -> names.add(rule.value()));
        policy.indicators().blocks().forEach(block -> names.add(block.id().value()));
        policy.monthKinds().forEach(kind -> names.add(kind.name()));
        policy.levers().forEach(lever -> names.add(lever.value()));
        for (String page : List.of("README.md", "LISEZMOI.md")) {
            String text = Files.readString(directory.resolve(page));
            assertThat(text.lines()).hasSizeLessThan(90).allMatch(line -> line.length() <= 130);
            assertThat(text)
                    .contains(id + " 1.0.0", "--policy my-policy", "origin")
                    .doesNotContain("{policy}", "{version}", "{dir}", "{rule");
            assertThat(NAMED.matcher(text).results().map(found -> found.group(1)))
                    .as("the names in the rule that the page explains")
                    .hasSizeGreaterThan(3)
                    .allMatch(names::contains);
            assertThat(text).contains(page.equals("README.md") ? "and the views" : "et les vues");
            for (String file : List.of("thresholds", "policy", "indicators", "views", "texts/en", "texts/fr")) {
                assertThat(text).contains("`" + file + ".yaml`");
                assertThat(directory.resolve(file + ".yaml")).exists();
            }
        }
    }

    @Test
    void a_directory_that_is_called_like_a_built_in_policy_is_told_from_it_in_commands() throws IOException {
        Path named = folder.resolve("coding-agent");
        EditableCopy.of("coding-agent").writeTo(named);
        assertThat(Files.readString(named.resolve("README.md")))
                .contains("roi diff coding-agent ./coding-agent", "--policy ./coding-agent");
    }

    @Test
    void nothing_is_written_over() throws IOException {
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("mine.txt"), "mine");
        EditableCopy copy = EditableCopy.of("coding-agent");
        assertThatThrownBy(() -> copy.writeTo(directory))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ROI-P01 " + directory.toAbsolutePath()
                        + ": there is something here already, and nothing is written over; name a directory that is not"
                        + " there yet");
        assertThat(list(folder)).containsExactly("my-policy/mine.txt");

        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> copy.writeTo(file)).isInstanceOf(InvalidInput.class);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> copy.writeTo(link)).isInstanceOf(InvalidInput.class);
        assertThat(list(folder)).containsExactly("file", "my-policy/mine.txt");
    }

    @Test
    void an_empty_directory_is_filled_and_missing_parents_are_made() throws IOException {
        Files.createDirectory(directory);
        EditableCopy.of("coding-agent").writeTo(directory);
        assertThat(Engine.load(directory).policy().origin()).isPresent();

        Path deep = folder.resolve("a/b/c");
        EditableCopy.of("coding-agent").writeTo(deep);
        assertThat(deep.resolve("policy.yaml")).exists();
        try (Stream<Path> beside = Files.list(deep.getParent())) {
            assertThat(beside).containsExactly(deep);
        }
    }

    @Test
    void where_nothing_can_be_written_nothing_is_left() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> EditableCopy.of("coding-agent").writeTo(file.resolve("my-policy")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(list(folder)).containsExactly("file");
    }

    @Test
    void an_unknown_policy_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> EditableCopy.of("../coding-agent"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Did you mean `coding-agent`?");
        assertThatThrownBy(() -> EditableCopy.of("mine"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There are: assistant, coding-agent");
    }
}
