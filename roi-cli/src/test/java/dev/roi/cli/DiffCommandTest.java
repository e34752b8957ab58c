package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.roi.core.Language;
import dev.roi.core.Pinned;
import dev.roi.core.PolicyDiff;
import dev.roi.core.json.Json;
import dev.roi.core.json.Schema;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.report.Report;
import dev.roi.rules.policy.PolicyFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String ROLLOUT = "../roi-examples/data/rollout";

    @TempDir
    private Path directory = Path.of("");

    private PolicyCopy pilot = new PolicyCopy(directory);

    @BeforeEach
    void copy() throws IOException {
        pilot = PolicyCopy.at(directory.resolve("pilot"));
    }

    private static String found(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isEqualTo(Status.FOUND);
        return ran.out();
    }

    private PolicyDiff changes(Language language) {
        return PolicyComparison.of(PolicyFiles.builtIn("coding-agent").orElseThrow(), PolicyFiles.read(pilot.path()))
                .diff(language);
    }

    @Test
    void a_copy_is_the_same_as_what_was_copied() {
        assertThat(Ran.of("diff", "coding-agent", pilot.toString()).done()).startsWith("The policies are the same\n");
    }

    @Test
    void a_changed_number_is_found_and_said_in_each_format_and_language() throws IOException {
        pilot.set("adoption.high", "60");
        assertThat(found(Ran.of("diff", "coding-agent", pilot.toString())))
                .isEqualTo(Report.of(changes(Language.ENGLISH)).text())
                .contains("- Threshold adoption.high: from 70% to 60%\n");
        assertThat(found(Ran.of("diff", "coding-agent", pilot.toString(), "--format", "markdown", "--lang", "fr")))
                .isEqualTo(Report.of(changes(Language.FRENCH)).markdown())
                .contains("Seuil adoption.high");
        assertThat(found(Ran.of("diff", "--format", "json", "coding-agent", pilot.toString())))
                .isEqualTo(Json.write(changes(Language.ENGLISH)));
    }

    @Test
    void the_decisions_of_a_rollout_that_two_numbers_change_read_as_they_are_pinned() throws IOException {
        pilot.set("adoption.high", "60").set("extend.months", "2").set("forecast.growth", "20");
        pilot.replace("policy.yaml", "version: .*", "version: 1.1.0");
        Pinned.assertPinned(
                "cli/diff-rollout.txt", found(Ran.of("diff", "coding-agent", pilot.toString(), "--history", ROLLOUT)));
    }

    @Test
    void the_document_is_valid_by_its_schema() throws IOException {
        pilot.set("extend.months", "2");
        String document =
                found(Ran.of("diff", "coding-agent", pilot.toString(), "--format=json", "--history", ROLLOUT));
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(Schema.DIFF.text(), InputFormat.JSON)
                        .validate(document, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void a_change_that_changes_no_past_decision_is_no_find() throws IOException {
        pilot.set("adoption.high", "71");
        assertThat(Ran.reading(Cards.card("tests"), "diff", "coding-agent", pilot.toString(), "--history", "-")
                        .done())
                .startsWith("No past decision changes\n");
    }

    @Test
    void several_inputs_are_one_history() throws IOException {
        pilot.set("adoption.high", "60");
        Path a = Files.writeString(directory.resolve("a.json"), Cards.card("a"));
        Path b = Files.writeString(directory.resolve("b.json"), Cards.card("b"));
        assertThat(Ran.of("diff", "coding-agent", pilot.toString(), "--history", a.toString(), b.toString())
                        .out())
                .contains("Scopes:                        2\n", "Months:                        6, from");
    }

    @Test
    void the_comparison_can_be_written_to_a_file_and_the_status_says_that_something_was_found() throws IOException {
        pilot.set("adoption.high", "60");
        Path out = directory.resolve("diff.md");
        Ran ran = Ran.of("diff", "coding-agent", pilot.toString(), "--format", "markdown", "--out", out.toString());
        assertThat(found(ran)).isEmpty();
        assertThat(out).hasContent(Report.of(changes(Language.ENGLISH)).markdown());
    }

    @Test
    void faults_of_either_policy_are_listed_with_the_policy_in_their_place() throws IOException {
        pilot.replace("policy.yaml", "unknown-months: ends", "unknown-months: stops");
        PolicyCopy other = PolicyCopy.at(directory.resolve("other")).replace("views.yaml", "review-time", "reviw-time");
        assertThat(Ran.of("diff", other.toString(), pilot.toString()).refused().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("ROI-P07 " + pilot + "/policy.yaml:"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ROI-P08 " + other + "/views.yaml:")
                        .endsWith("Did you mean `review-time`?"))
                .last()
                .isEqualTo("2 faults; nothing was written");
    }

    @Test
    void what_is_missing_or_cannot_be_read_is_refused() throws IOException {
        assertThat(Ran.of("diff", "coding-agent").refused())
                .isEqualTo("roi diff: NEW is missing: a built-in policy, or else a policy directory\n"
                        + "Try: roi diff --help\n");
        assertThat(Ran.of("diff", "coding-agent", "codng-agent").refused())
                .contains("neither a built-in policy nor a directory `codng-agent`. Did you mean `coding-agent`?");
        assertThat(Ran.of("diff", "coding-agent", pilot.toString(), "--history", "nowhere.json")
                        .refused())
                .contains("ROI-D01 nowhere.json");
        assertThat(Ran.of("diff", "coding-agent", pilot.toString(), "a.json").refused())
                .startsWith("roi diff: `a.json` is one argument too many\n");
        pilot.replace("policy.yaml", "languages: .*", "languages: [en]");
        assertThat(Ran.of("diff", "coding-agent", pilot.toString(), "--lang", "fr")
                        .refused())
                .contains("la politique coding-agent ne parle pas `fr`, seulement `en`");
    }

    @Test
    void a_long_comparison_says_on_a_terminal_how_far_it_is() throws IOException {
        pilot.set("adoption.high", "60");
        AtomicLong clock = new AtomicLong();
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Progress progress = new Progress(terminal, () -> clock.addAndGet(1_000_000_000));
        ByteArrayInputStream input = new ByteArrayInputStream(Cards.card("a").getBytes(StandardCharsets.UTF_8));
        new Program(progress)
                .run(
                        new Streams(input, new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                        "diff",
                        "coding-agent",
                        pilot.toString(),
                        "--history",
                        "-");
        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("Months compared: 3")
                .endsWith("\r\u001b[K");
    }
}
