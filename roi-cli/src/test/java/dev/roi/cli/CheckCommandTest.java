package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.roi.core.Pinned;
import dev.roi.core.json.Schema;
import dev.roi.governance.check.CodePages;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schema.CHECK.text());

    /** What SARIF 2.1.0 demands of the parts that a check writes. */
    private static final JsonSchema SARIF = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(CheckCommandTest.class.getResourceAsStream("sarif-2.1.0.schema.json"));

    @TempDir
    private Path directory;

    private Path policy = Path.of("");

    @BeforeEach
    void copyAPolicy() throws IOException {
        policy = directory.resolve("my-policy");
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        for (String path : files.paths()) {
            Path file = policy.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, files.find(path).orElseThrow());
        }
    }

    private void edit(String path, String from, String to) throws IOException {
        Path file = policy.resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private Ran check(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "check";
        args[1] = policy.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Ran.of(args);
    }

    private String named(String text) {
        return text.replace(policy.toString(), "my-policy");
    }

    @Test
    void a_policy_without_faults_is_said_to_be_so_with_its_fingerprint_and_what_it_has() {
        String clean = named(check("--strict").done());
        assertThat(clean)
                .startsWith(
                        "my-policy: nothing is wrong with it.\nPolicy coding-agent 1.0.0: 43 indicators in 6 blocks")
                .containsPattern("\nFingerprint sha256:[0-9a-f]{64}\n$");
    }

    @Test
    void faults_are_standard_output_with_status_1() throws IOException {
        edit("thresholds.yaml", "  value: 80\n", "  value: 800\n");
        edit("rules/usage.drl", "\"adoption-rate\", value < $low", "\"adoption-rat\", value < $low");
        edit("views.yaml", "[lead-time, cycle-time]", "[lead-time, cycle-tme]");
        Ran ran = check();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isEqualTo(Status.FOUND);
        assertPinned("cli/check-errors.txt", named(ran.out()));
        assertThat(named(ran.out()).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void warnings_alone_have_status_0_and_1_where_it_is_strict() throws IOException {
        edit(
                "rules/history.drl",
                "months >= $enough )\nthen\n    findings.stop();",
                "months >= $enough )\nthen\n    findings.note();");
        edit(
                "rules/risk.drl",
                "value >= $limit )\nthen\n    findings.stop();",
                "value >= $limit )\nthen\n    findings.note();");
        Ran ran = check();
        assertThat(ran.status()).isEqualTo(Status.DONE);
        assertPinned("cli/check-warnings.txt", named(ran.out()));
        assertThat(check("--strict").status()).isEqualTo(Status.FOUND);
        assertThat(check("--strict").out()).isEqualTo(ran.out());
    }

    @Test
    void json_is_valid_by_its_schema_clean_or_not() throws IOException {
        String origin = "owner: platform-governance\n"
                + "origin: { policy: coding-agent, version: 0.9.0, fingerprint: \"sha256:%s\" }\n"
                        .formatted("0".repeat(64));
        edit("policy.yaml", "owner: platform-governance\n", origin);
        String clean = check("--format", "json").done();
        assertThat(SCHEMA.validate(clean, InputFormat.JSON)).isEmpty();
        assertThat(clean)
                .contains(
                        "\"format\": \"roi-check/1\"", "\"errors\": 0", "\"findings\": []", "\"since\": \"moved-on\"");
        edit("thresholds.yaml", "  value: 80\n", "  value: 800\n");
        Files.delete(policy.resolve("views.yaml"));
        Ran ran = check("--format", "json");
        assertThat(ran.status()).isEqualTo(Status.FOUND);
        assertThat(SCHEMA.validate(ran.out(), InputFormat.JSON)).isEmpty();
        assertPinned("cli/check.json", named(ran.out()));
    }

    @Test
    void sarif_has_each_finding_at_its_place_and_a_rule_for_each_code() throws IOException {
        edit("thresholds.yaml", "  value: 80\n", "  value: 800\n");
        edit("rules/usage.drl", "\"adoption-rate\", value < $low", "\"adoption-rat\", value < $low");
        Files.delete(policy.resolve("views.yaml"));
        Ran ran = check("--format", "sarif");
        assertThat(ran.status()).isEqualTo(Status.FOUND);
        assertThat(SARIF.validate(ran.out(), InputFormat.JSON)).isEmpty();
        assertPinned("cli/check.sarif", named(ran.out().replace(policy.toUri().toString(), "my-policy/")));
        assertThat(check("--format", "sarif", "--lang", "fr").out())
                .contains("\"text\": \"le seuil `budget.consumed` vaut 800", "\"ruleId\": \"ROI-P10\"");
    }

    @Test
    void sarif_names_files_from_where_the_program_runs() throws IOException {
        Path below = Files.createDirectories(Path.of("target/sarif à lire"));
        Files.deleteIfExists(below.resolve("policy.yaml"));
        assertThat(Ran.of("check", below.toString(), "--format", "sarif").out())
                .contains("\"uri\": \"target/sarif%20%C3%A0%20lire/policy.yaml\"")
                .isEqualTo(Ran.of("check", below.toAbsolutePath().toString(), "--format", "sarif")
                        .out()
                        .replace(below.toAbsolutePath().toString(), below.toString()));
    }

    /** Each finding as GitHub sees it in the log: by the patterns of the file that docs/check.md offers. */
    private static List<String> annotations(String log) throws IOException {
        String file = Files.readString(Pinned.TOP.resolve("docs/roi-problem-matcher.json"));
        assertThat(file).contains("\"file\": 1", "\"line\": 2", "\"column\": 3", "\"code\": 4", "\"message\": 1");
        List<String> matchers = Pattern.compile("\"(?:severity|regexp)\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(file)
                .results()
                .map(found -> found.group(1).replace("\\\\", "\\"))
                .toList();
        List<String> found = new ArrayList<>();
        List<String> lines = log.lines().toList();
        for (int at = 0; at < matchers.size(); at += 3) {
            for (int i = 0; i + 1 < lines.size(); i++) {
                Matcher place = Pattern.compile(matchers.get(at + 1)).matcher(lines.get(i));
                Matcher message = Pattern.compile(matchers.get(at + 2)).matcher(lines.get(i + 1));
                if (place.find() && message.find()) {
                    found.add("%s %s:%s:%s %s: %s"
                            .formatted(
                                    matchers.get(at),
                                    place.group(1),
                                    place.group(2),
                                    place.group(3),
                                    place.group(4),
                                    message.group(1)));
                }
            }
        }
        return found;
    }

    @Test
    void github_finds_every_finding_in_the_log_of_a_run_in_both_languages() throws IOException {
        edit("thresholds.yaml", "  value: 80\n", "  value: 800\n");
        Files.writeString(policy.resolve("rules/more.yaml"), "");
        edit("texts/en.yaml", "title: AI coding agents", "titel: AI coding agents");
        Files.delete(policy.resolve("views.yaml"));
        for (String language : List.of("en", "fr")) {
            String log = check("--lang", language).out();
            assertThat(annotations(log))
                    .hasSize((int) log.lines()
                            .filter(line -> line.matches("\\S.*ROI-[A-Z]\\d\\d"))
                            .count())
                    .hasSizeGreaterThan(3)
                    .anyMatch(found -> found.startsWith("error " + policy + "/thresholds.yaml:44:10 ROI-P10: "))
                    .anyMatch(found -> found.startsWith("warning " + policy + "/rules/more.yaml:null:null "))
                    .anyMatch(found -> found.startsWith("error " + policy + "/views.yaml:null:null ROI-P04: "));
        }
    }

    @Test
    void the_schema_refuses_what_is_no_such_document() {
        assertThat(SCHEMA.validate("{ \"format\": \"roi-check/2\" }", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void a_policy_that_was_copied_is_told_when_what_it_was_copied_from_has_moved_on() throws IOException {
        String origin = "owner: platform-governance\n"
                + "origin: { policy: coding-agent, version: 0.9.0, fingerprint: \"sha256:%s\" }\n"
                        .formatted("0".repeat(64));
        edit("policy.yaml", "owner: platform-governance\n", origin);
        assertThat(named(check("--strict").done())).startsWith("""
                Note: the built-in policy `coding-agent` has moved on since this one was copied
                from it. Compare the two, take over what you want, and write under `origin` in
                policy.yaml what it is now:
                  version: 1.0.0
                  fingerprint: sha256:""");
    }

    @Test
    void what_was_found_is_written_to_a_file_and_the_status_says_so() throws IOException {
        edit("thresholds.yaml", "  value: 80\n", "  value: 800\n");
        Path file = directory.resolve("found.txt");
        Ran ran = check("--out", file.toString());
        assertThat(ran.status()).isEqualTo(Status.FOUND);
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(check().out()).contains("ROI-P10");
    }

    @Test
    void a_directory_that_is_not_there_or_is_none_is_refused() {
        assertThat(Ran.of("check", "no-such-policy").refused())
                .isEqualTo("roi: there is no directory `no-such-policy`\n");
        assertThat(Ran.of("check", "pom.xml").refused()).contains("ROI-P01 pom.xml: this is no directory");
        assertThat(Ran.of("check").refused())
                .isEqualTo("roi check: nothing is given to check: DIR is a policy directory\nTry: roi check --help\n");
        assertThat(Ran.of("check", "a", "b").refused()).contains("`b` is one argument too many");
        assertThat(check("--format", "markdown").refused()).contains("unknown format `markdown`");
    }

    @Test
    void every_code_is_explained() {
        for (String code : CodePages.codes()) {
            assertThat(Ran.of("check", "--explain", code).done()).startsWith("# " + code + ": ");
            assertThat(Ran.of("check", "--explain", code, "--lang", "fr").done())
                    .startsWith("# " + code + "\u00A0: ")
                    .contains("\n## Exemple fautif\n")
                    .doesNotContain("\n## Wrong\n");
        }
        assertThat(Ran.of("check", "--explain", "roi-p08").done()).startsWith("# ROI-P08: ");
        assertThat(Ran.of("check", "--explain", "ROI-X08").refused())
                .startsWith("roi: unknown code `ROI-X08`. Did you mean `ROI-");
        assertThat(Ran.of("check", "--explain", "everything").refused())
                .isEqualTo("roi: unknown code `EVERYTHING`. A code is written such as `ROI-P08`.\n");
        assertThat(check("--explain", "ROI-P08").refused())
                .isEqualTo("roi check: either a directory is checked, or a code is explained\nTry: roi check --help\n");
    }
}
