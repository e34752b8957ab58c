package dev.roi.governance.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Names;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.governance.copy.EditableCopy;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionsTest {

    private static final Path PILOT = Path.of("../roi-examples/policies/pilot");

    @TempDir
    private Path folder = Path.of("");

    private Path policy(String name) {
        Path directory = folder.resolve(name);
        if (name.equals("pilot")) {
            PolicyFiles.read(PILOT).writeTo(directory);
        } else {
            EditableCopy.of(name).writeTo(directory);
        }
        return directory;
    }

    private static Additions to(Path directory) {
        return Additions.to(directory, Language.ENGLISH);
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        return contents;
    }

    /** Whether all lines of a text are lines of another one, in order. */
    private static boolean isWithin(String before, String after) {
        List<String> rest = new ArrayList<>(before.lines().toList());
        after.lines().forEach(line -> {
            if (!rest.isEmpty() && rest.get(0).equals(line)) {
                rest.remove(0);
            }
        });
        return rest.isEmpty();
    }

    static List<String> policies() {
        return Stream.concat(PolicyFiles.builtIns().stream(), Stream.of("pilot"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_rule_is_added_to_every_file_so_that_nothing_is_wrong_and_its_scenarios_pass(String name) throws IOException {
        Path directory = policy(name);
        Map<String, String> before = contents(directory);
        Addition addition = to(directory).rule("worth-a-look", Optional.empty());
        addition.write();

        assertThat(addition.paths())
                .contains("policy.yaml", "rules/worth-a-look.drl", "scenarios/worth-a-look.yaml", "texts/en.yaml")
                .contains("thresholds.yaml");
        PolicyCheck check = PolicyCheck.of(directory);
        assertThat(check.findings()).isEmpty();
        assertThat(check.policy().orElseThrow().rules()).containsKey(new RuleId("worth-a-look"));
        assertThat(PolicyTest.of(directory).only("worth-a-look").run().isPassed())
                .isTrue();
        assertThat(PolicyTest.of(directory).only("worth-a-look").scenarios().list())
                .hasSize(3);
        Map<String, String> after = contents(directory);
        assertThat(before)
                .allSatisfy((path, text) -> assertThat(isWithin(text, after.getOrDefault(path, "")))
                        .as(path)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_portfolio_rule_is_begun_likewise_with_portfolios_around_its_limit(String name) {
        Path directory = policy(name);
        to(directory).portfolioRule("worth-a-look", Optional.empty()).write();
        PolicyCheck check = PolicyCheck.of(directory);
        assertThat(check.findings()).isEmpty();
        assertThat(check.policy().orElseThrow().portfolioRules()).containsKey(new RuleId("worth-a-look"));
        assertThat(PolicyTest.of(directory).only("worth-a-look").scenarios().portfolios())
                .hasSize(3);
        assertThat(PolicyTest.of(directory).only("worth-a-look").run().isPassed())
                .isTrue();
        assertThatThrownBy(() -> to(directory).rule("worth-a-look", Optional.empty()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rule `worth-a-look` is there already");
    }

    @Test
    void every_scenario_of_a_policy_passes_as_before_and_notices_the_small_changes_of_the_new_rule() {
        Path directory = policy("pilot");
        to(directory).rule("few-leaks", Optional.of("leaks")).write();
        assertThat(PolicyTest.of(directory).failUnder(100).run().isPassed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monthly-cost",
                "cost-by-team",
                "cost-per-useful-use",
                "perceived-speedup",
                "lead-time",
                "budget-consumed"
            })
    void a_rule_may_be_about_any_indicator(String indicator) {
        Path directory = policy("coding-agent");
        Addition addition = to(directory).rule("worth-a-look", Optional.of(indicator));
        assertThat(new String(addition.files().find("rules/worth-a-look.drl").orElseThrow(), StandardCharsets.UTF_8))
                .contains("Latest( indicator == \"%s\", value ".formatted(indicator));
    }

    @Test
    void remarks_and_sentences_are_in_the_language_of_whoever_reads_them() throws IOException {
        Path directory = policy("coding-agent");
        Additions.to(directory, Language.FRENCH)
                .rule("worth-a-look", Optional.of("prompts"))
                .write();
        assertThat(Files.readString(directory.resolve("texts/fr.yaml")))
                .contains("# TODO dites ce que cela signifie", "headline: \"{indicator} sous sa limite\"");
        assertThat(Files.readString(directory.resolve("texts/en.yaml")))
                .contains("# TODO dites ce que cela signifie", "headline: \"{indicator} below its limit\"");
        assertThat(PolicyCheck.of(directory).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_threshold_is_added_of_which_a_check_says_no_more_than_that_nothing_uses_it(String name) {
        Path directory = policy(name);
        to(directory).threshold("use.least", Optional.of("percent")).write();
        PolicyCheck check = PolicyCheck.of(directory);
        assertThat(check.findings()).extracting(Fault::code).containsExactly(PolicyCode.UNUSED_THRESHOLD.id());
        assertThat(check.policy().orElseThrow().thresholds().get(new ThresholdId("use.least")))
                .hasToString("Threshold[id=use.least, value=50, unit=percent, range=0 to 100, step=1,"
                        + " atMost=Optional.empty, because=an example; say why it is this number and no other,"
                        + " exceptions=[], counted=Optional.empty]");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void an_indicator_is_added_with_its_words_beside_the_others_of_its_block(String name) throws IOException {
        Path directory = policy(name);
        String block = name.equals("assistant") ? "adoption" : "usage";
        to(directory)
                .indicator("agents-in-use", Optional.of(block), Optional.empty())
                .write();
        PolicyCheck check = PolicyCheck.of(directory);
        assertThat(check.findings()).isEmpty();
        assertThat(check.policy().orElseThrow().indicators().indicators().stream()
                        .filter(indicator -> indicator.block().value().equals(block))
                        .reduce((one, next) -> next))
                .hasValueSatisfying(last -> assertThat(last.id()).hasToString("agents-in-use"));
        assertThat(Files.readString(directory.resolve("texts/en.yaml")))
                .contains("  agents-in-use:\n    name: \"Agents in use\"\n");
    }

    @Test
    void one_may_be_added_after_the_other() {
        Path directory = policy("pilot");
        to(directory)
                .indicator("agents-in-use", Optional.empty(), Optional.empty())
                .write();
        to(directory).rule("few-agents", Optional.of("agents-in-use")).write();
        to(directory).rule("fewer-agents", Optional.of("agents-in-use")).write();
        assertThat(PolicyCheck.of(directory).errors()).isEmpty();
    }

    private void refused(Path directory, ThrowingCallable call, String message) throws IOException {
        Map<String, String> before = contents(directory);
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
        assertThat(contents(directory)).isEqualTo(before);
    }

    @Test
    void what_is_there_is_no_name_or_is_unknown_is_refused_and_nothing_is_written() throws IOException {
        Path directory = policy("pilot");
        Additions to = to(directory);
        Optional<String> none = Optional.empty();
        refused(directory, () -> to.rule("leak", none), "rule `leak` is there already. Give it another name.");
        refused(
                directory,
                () -> to.rule("Few_Leaks", none),
                "`Few_Leaks` is not written as the name of a rule is: in small letters, digits and hyphens. Did you"
                        + " mean `few-leaks`?");
        refused(directory, () -> to.rule("../leaks", none), "is not written as the name of a rule is");
        refused(directory, () -> to.rule("pilot", none), "file `rules/pilot.drl` is there already");
        refused(
                directory,
                () -> to.rule("few-leaks", Optional.of("leeks")),
                "unknown indicator `leeks`. Did you mean `leaks`?");
        refused(directory, () -> to.threshold("leaks.most", none), "threshold `leaks.most` is there already");
        refused(
                directory,
                () -> to.threshold("Leaks few", none),
                "`Leaks few` is no name of a threshold: a group, a full stop and a name in small letters. Did you mean"
                        + " `leaks.few`?");
        refused(
                directory,
                () -> to.threshold("leaks.few", Optional.of("percnt")),
                "unknown unit `percnt`. Did you mean `percent`?");
        refused(directory, () -> to.indicator("leaks", none, none), "indicator `leaks` is there already");
        refused(directory, () -> to.indicator("agents", Optional.of("use"), none), "unknown block `use`. ");
        refused(directory, () -> to.rule("x".repeat(Names.MOST_CHARACTERS), none), "is no name of a threshold");
    }

    @Test
    void a_policy_with_an_error_is_refused_with_it() throws IOException {
        Path directory = policy("pilot");
        Files.delete(directory.resolve("views.yaml"));
        refused(directory, () -> to(directory), "ROI-P04 ");
    }

    @Test
    void a_file_that_was_changed_meanwhile_is_let_be_and_so_are_the_others() throws IOException {
        Path directory = policy("pilot");
        Addition addition = to(directory).rule("few-leaks", Optional.empty());
        Path thresholds = directory.resolve("thresholds.yaml");
        Files.writeString(thresholds, Files.readString(thresholds) + "# mine\n");
        refused(directory, addition::write, "the file is not as it was read; nothing was written, so do it again");
    }

    @Test
    void where_one_file_cannot_be_written_none_is() throws IOException {
        Path directory = policy("pilot");
        Addition addition = to(directory).rule("few-leaks", Optional.empty());
        Files.createDirectories(directory.resolve("texts/.en.yaml.roi-new/in-the-way"));
        Map<String, String> before = contents(directory);
        assertThatThrownBy(addition::write).hasMessageContaining("cannot be written: ");
        assertThat(contents(directory)).isEqualTo(before);
    }
}
