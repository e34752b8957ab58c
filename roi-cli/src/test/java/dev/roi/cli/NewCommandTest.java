package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.governance.copy.EditableCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String policy = "";

    @BeforeEach
    void copyAPolicy() {
        Path directory = folder.resolve("my-policy");
        EditableCopy.of("coding-agent").writeTo(directory);
        policy = directory.toString();
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(path.toString(), Files.readString(path));
            }
        }
        return contents;
    }

    @Test
    void a_rule_is_begun_that_the_check_and_the_test_are_content_with() {
        assertThat(Ran.of("new", "rule", "few-prompts", "--policy", policy, "--indicator", "prompts")
                        .done())
                .isEqualTo("""
                        Wrote `few-prompts` into the policy, as an example:
                          {policy}/policy.yaml
                          {policy}/rules/few-prompts.drl
                          {policy}/scenarios/few-prompts.yaml
                          {policy}/texts/en.yaml
                          {policy}/texts/fr.yaml
                          {policy}/thresholds.yaml
                        Look for TODO there, and then run `roi check {policy}` and `roi test {policy}`.
                        """.replace("{policy}", policy));
        assertThat(Ran.of("check", policy, "--strict").done()).contains("nothing is wrong with it");
        assertThat(Ran.of("test", policy, "--only", "few-prompts").done()).contains("3 scenarios");
    }

    @Test
    void a_threshold_and_an_indicator_are_begun_in_french_too() throws IOException {
        assertThat(Ran.of("new", "threshold", "prompts.least", "--policy", policy, "--lang", "fr")
                        .done())
                .startsWith("`prompts.least` est écrit dans la politique, comme exemple\u00a0:\n")
                .endsWith("Cherchez-y TODO, puis lancez `roi check %s` et `roi test %s`.\n".formatted(policy, policy));
        assertThat(Ran.of("new", "indicator", "agents-in-use", "--policy", policy, "--block", "usage", "--lang", "fr")
                        .done())
                .contains("indicators.yaml");
        assertThat(Files.readString(Path.of(policy, "thresholds.yaml"))).contains("# TODO choisissez le nombre");
        assertThat(Ran.of("check", policy).status()).isEqualTo(Status.DONE);
    }

    @Test
    void what_cannot_be_is_refused_with_status_2_and_nothing_is_written() throws IOException {
        Map<String, String> before = contents();
        assertThat(Ran.of("new", "rule", "low-adoption", "--policy", policy).refused())
                .isEqualTo(
                        "ROI-P09 %s: rule `low-adoption` is there already. Give it another name.\n".formatted(policy));
        assertThat(Ran.of("new", "rule", "Low Use", "--policy", policy).refused())
                .contains("Did you mean `low-use`?");
        assertThat(Ran.of("new", "rule", "Low Use", "--policy", policy, "--lang", "fr")
                        .refused())
                .contains("`Low Use` ne peut pas nommer une règle\u00a0: il faut des minuscules");
        assertThat(Ran.of("new", "threshold", "low", "--policy", policy).refused())
                .contains("A threshold is named such as `group.name`.");
        assertThat(Ran.of("new", "indicator", "x", "--policy", policy, "--block", "usge")
                        .refused())
                .contains("unknown block `usge`. Did you mean `usage`?");
        assertThat(Ran.of("new", "rule", "x", "--policy", policy, "--unit", "percent")
                        .refused())
                .isEqualTo("roi new: option `--unit` does not go with `rule`\nTry: roi new --help\n");
        assertThat(Ran.of("new", "scenario", "x", "--policy", policy).refused())
                .contains("unknown kind `scenario`. There are `rule`, `threshold` and `indicator`.");
        assertThat(Ran.of("new", "rule", "x").refused()).contains("`--policy` is needed");
        assertThat(Ran.of("new", "rule", "--policy", policy).refused()).contains("no NAME is given");
        assertThat(Ran.of("new", "rule", "x", "--policy", "coding-agent").refused())
                .isEqualTo(
                        "roi: `coding-agent` is built in and stays as it is: copy it with `roi init`, or write `./coding-agent` for a directory of that name\n");
        assertThat(Ran.of("new", "rule", "x", "--policy", folder.resolve("none").toString())
                        .refused())
                .contains("ROI-P01 ");
        assertThat(contents()).isEqualTo(before);
    }
}
