package dev.roi.examples.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.roi.core.json.Schema;
import dev.roi.governance.scenario.Outcome;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.governance.scenario.PortfolioScenario;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.testkit.Given;
import dev.roi.testkit.PolicyVerifier;
import dev.roi.testkit.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages on testing show is what is there. */
class PagesTest {

    private static final Path DOCS = Path.of("../docs");

    private static List<String> blocks(String page, String language) throws IOException {
        return Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void the_java_of_the_page_on_testing_is_that_of_the_example() throws IOException {
        String source =
                squeezed(Files.readString(Path.of("src/test/java/dev/roi/examples/pilot/PilotPolicyTest.java")));
        List<String> shown = blocks("testing.md", "java").stream()
                .filter(block -> !block.contains("laws()"))
                .toList();
        assertThat(shown).hasSize(4).allSatisfy(block -> assertThat(source).contains(squeezed(block)));
    }

    @Test
    void the_failure_that_it_shows_is_a_real_one() throws IOException {
        RuleCheck check = PolicyVerifier.load(Path.of("policies/pilot")).verify("few-users");
        assertThat(catchThrowable(
                        () -> check.given(Given.reading("adoption", "39")).isSilent()))
                .hasMessage(blocks("testing.md", "").stream()
                        .filter(block -> block.startsWith("rule few-users"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void the_scenarios_of_the_page_on_scenarios_are_valid_and_pass() throws IOException {
        List<String> blocks = blocks("scenarios.md", "yaml").stream()
                .filter(block -> !block.startsWith("#"))
                .toList();
        assertThat(blocks).hasSize(5);
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Schema.SCENARIOS.text());
        assertThat(blocks)
                .allSatisfy(block ->
                        assertThat(schema.validate(block, InputFormat.YAML)).isEmpty());
        Map<Boolean, List<String>> ofPortfolios =
                blocks.stream().collect(Collectors.partitioningBy(block -> block.startsWith("portfolios:")));
        PolicyFiles pilot = PolicyFiles.read(Path.of("policies/pilot"))
                .with("scenarios/pilot.yaml", String.join("\n", ofPortfolios.getOrDefault(false, List.of())));
        assertThat(PolicyTest.of(pilot).withoutMutation().run().outcomes())
                .hasSize(4)
                .allMatch(Outcome::isPassed);
        PolicyFiles builtIn = PolicyFiles.builtIn("coding-agent")
                .orElseThrow()
                .with("scenarios/page.yaml", String.join("\n", ofPortfolios.getOrDefault(true, List.of())));
        assertThat(PolicyTest.of(builtIn).only("authorises a workflow").run().together())
                .hasSizeGreaterThan(1)
                .allMatch(PortfolioScenario.Came::isPassed);
    }
}
