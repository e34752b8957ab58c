package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.roi.core.json.Schema;
import dev.roi.report.layout.Columns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestCommandTest {

    private static final Path PILOT = Path.of("../roi-examples/policies/pilot");

    /** A copy of the pilot's policy with one text of a file replaced. */
    private static String copy(Path directory, String file, String from, String to) throws IOException {
        try (Stream<Path> paths = Files.walk(PILOT)) {
            for (Path path : paths.toList()) {
                Path target = directory.resolve(PILOT.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(directory.resolve(file), text.replace(from, to));
        return directory.toString();
    }

    private static String found(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isEqualTo(Status.FOUND);
        return ran.out();
    }

    @Test
    void a_policy_whose_scenarios_notice_everything_passes() {
        assertThat(Ran.of("test", PILOT.toString(), "--fail-under", "100").done())
                .isEqualTo("""
                        pilot 1.0.0: 19 scenarios, all passed
                        =====================================

                        Covered by scenarios
                          decisions reached                               4 of 4   100 %
                          rules fired, and silent                       16 of 16   100 %
                          conditions true, and false                    36 of 36   100 %
                          thresholds just below, at, just above         11 of 11   100 %
                          settings, noticed when moved                  10 of 10   100 %

                        Small changes of the policy that scenarios notice
                          noticed, or accepted with a reason            39 of 39   100 %

                        Accepted with a reason
                          threshold trend.signal-points moved from 6 to 7
                          threshold trend.signal-points moved from 6 to 5
                          threshold trend.stable-points moved from 12 to 13
                          threshold trend.stable-points moved from 12 to 11
                          threshold trend.run-length moved from 8 to 9
                          threshold trend.run-length moved from 8 to 7
                          threshold trend.steady-length moved from 6 to 7
                          threshold trend.steady-length moved from 6 to 5
                              no rule asks for a trend; trends are only shown

                        Passed.
                        """);
    }

    @Test
    void a_scenario_that_fails_is_found(@TempDir Path directory) throws IOException {
        String policy = copy(directory, "thresholds.yaml", "value: 40", "value: 41");
        assertThat(found(Ran.of("test", policy)))
                .contains("""
                        FAILED  how many use it: adoption 40
                          %s/scenarios/pilot.yaml:17:9

                                       expected                actual
                          decision     extend                  adjust
                          levers       none                    training
                          not-because  few-users stays silent  fired

                        Came to `Adjust: few people use it`
                        """.formatted(policy))
                .contains("value 40%, needs < 41% (adoption.low): 1 point below it")
                .endsWith("Not passed: 1 of 19 scenarios failed.\n");
    }

    @Test
    void what_no_scenario_notices_is_named_with_one_that_would(@TempDir Path directory) throws IOException {
        String policy = copy(directory, "scenarios/pilot.yaml", "      - [40, extend, [], faster, few-users]\n", "");
        assertThat(Ran.of("test", policy).done())
                .contains("threshold adoption.low - at\n")
                .contains("""
                        threshold adoption.low moved from 40 to 41  [threshold/adoption.low/up]
                        rule few-users: `value < adoption.low` turned into `value <= adoption.low`
                          [comparison/few-users/1.2/<=]

                          - scenario: adoption.low is 40, not 41
                            case: good
                            now: { adoption: 40 }
                            decision: extend
                            levers: []
                            not-because: [few-users]
                        """);
        assertThat(found(Ran.of("test", policy, "--fail-under", "99")))
                .endsWith("Not passed: 98 % is covered, under 99 %.\n"
                        + "Not passed: 94 % of the changes are noticed, under 99 %.\n");
        assertThat(Ran.of("test", policy, "--fail-under", "97", "--no-mutation").done())
                .contains("Mutation was not tried.");
    }

    @Test
    void two_changes_that_one_scenario_would_notice_stand_above_it_together(@TempDir Path directory)
            throws IOException {
        String policy = copy(directory, "scenarios/pilot.yaml", "      - [40, extend, [], faster, few-users]\n", "");
        assertThat(Ran.of("test", policy).done())
                .containsOnlyOnce("- scenario: ")
                .contains("[threshold/adoption.low/up]\n", "[comparison/few-users/1.2/<=]\n");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void no_line_of_the_report_is_wider_than_a_terminal(Path policy) {
        assertThat(Ran.of("test", policy.toString(), "--no-mutation").done().lines())
                .allMatch(line -> Columns.width(line) <= 80);
    }

    private static Stream<Path> policies() {
        Path builtIn = Path.of("../roi-rules/src/main/resources/dev/roi/rules/policies");
        return Stream.of(builtIn.resolve("coding-agent"), builtIn.resolve("assistant"), PILOT);
    }

    @Test
    void some_scenarios_can_be_run_and_none_is_found() {
        assertThat(Ran.of("test", PILOT.toString(), "--only", "LEAKS").done())
                .isEqualTo("pilot 1.0.0: 7 scenarios, all passed\n====================================\n\nPassed.\n");
        assertThat(found(Ran.of("test", PILOT.toString(), "--only", "nothing like it")))
                .endsWith("\nNot passed: no scenario has `nothing like it` in its name.\n");
    }

    @Test
    void a_policy_or_scenario_that_cannot_be_read_is_refused_with_every_fault(@TempDir Path directory)
            throws IOException {
        String policy = copy(directory, "scenarios/pilot.yaml", "decision: maintain", "decision: maintian");
        assertThat(Ran.of("test", policy).refused())
                .startsWith("ROI-P07 " + policy + "/scenarios/pilot.yaml:")
                .contains("unknown value `maintian`. Did you mean `maintain`?");
        Files.delete(directory.resolve("views.yaml"));
        assertThat(Ran.of("test", policy).refused()).contains("views.yaml");
    }

    @Test
    void the_report_can_be_written_for_programs_and_for_continuous_integration(@TempDir Path directory)
            throws IOException {
        Path report = directory.resolve("report.json");
        assertThat(Ran.of("test", PILOT.toString(), "--format", "json", "--out", report.toString())
                        .done())
                .isEmpty();
        assertThat(schema(Schema.TEST).validate(Files.readString(report), InputFormat.JSON))
                .isEmpty();
        assertThat(schema(Schema.TEST)
                        .validate(
                                found(Ran.of("test", PILOT.toString(), "--only", "none", "--format", "json")),
                                InputFormat.JSON))
                .isEmpty();
        assertThat(Ran.of("test", PILOT.toString(), "--format", "junit", "--no-mutation")
                        .done())
                .startsWith("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="pilot 1.0.0" tests="20" failures="0" errors="0">
                          <testsuite name="../roi-examples/policies/pilot/scenarios/pilot.yaml" tests="19" failures="0" errors="0">
                            <testcase classname="../roi-examples/policies/pilot/scenarios/pilot.yaml" name="one good month is not enough" file="../roi-examples/policies/pilot/scenarios/pilot.yaml" line="53"/>
                        """);
    }

    @Test
    void a_report_never_writes_over_the_policy(@TempDir Path directory) throws IOException {
        String policy = copy(directory, "policy.yaml", "1.0.0", "1.0.1");
        String file = directory.resolve("policy.yaml").toString();
        assertThat(Ran.of("test", policy, "--out", file).refused()).contains("is an input, and is not written over");
    }

    @Test
    void a_terminal_is_told_how_far_it_is() {
        AtomicLong clock = new AtomicLong();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Progress progress = new Progress(err, () -> clock.addAndGet(3_000_000_000L));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Status status = new Program(progress)
                .run(new Streams(new ByteArrayInputStream(new byte[0]), out, err), "test", PILOT.toString());
        assertThat(status).isEqualTo(Status.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Scenarios run: 13", "Changes of the policy tried, in percent: 100")
                .endsWith("\r\u001b[K");
    }

    static JsonSchema schema(Schema schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema.text());
    }

    @Test
    void every_scenario_file_is_valid_by_its_schema_and_what_is_not_is_underlined() throws IOException {
        JsonSchema schema = schema(Schema.SCENARIOS);
        Path builtIns = Path.of("../roi-rules/src/main/resources/dev/roi/rules/policies");
        try (Stream<Path> ofBuiltIns = Files.walk(builtIns);
                Stream<Path> ofPilot = Files.walk(PILOT)) {
            List<Path> scenarios = Stream.concat(ofBuiltIns, ofPilot)
                    .filter(file ->
                            file.toString().endsWith(".yaml") && file.toString().contains("scenarios"))
                    .sorted()
                    .toList();
            assertThat(scenarios)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(file -> assertThat(schema.validate(Files.readString(file), InputFormat.YAML))
                            .as(file.toString())
                            .isEmpty());
        }
        for (String wrong : List.of(
                "scenario: []",
                "scenarios: [ { scenario: expects nothing, case: good } ]",
                "scenarios: [ { case: good, decision: extend } ]",
                "scenarios: [ { scenario: a, decision: extnd } ]",
                "scenarios: [ { scenario: a, decision: extend, becuase: [x] } ]",
                "scenarios: [ { scenario: a, decision: extend, now: { leaks: many } } ]",
                "scenarios: [ { scenario: a, decision: extend, month: 2026-13 } ]",
                "scenarios: [ { scenario: a, decision: extend, earlier: { 0: missing } } ]",
                "scenarios: [ { scenario: a, decision: extend, months: 0 } ]",
                "cases: { Good: { months: 3 } }",
                "tables: [ { table: a, rows: [ [1] ] } ]",
                "accepted: [ { mutant: rule/a/removed } ]")) {
            assertThat(schema.validate(wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
        }
    }
}
