package dev.roi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import dev.roi.core.PolicyDiff;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.governance.live.ReloadFault;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void its_first_program_is_the_one_that_is_run() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/roi/examples/FirstReview.java"));
        String program = blocks("java").get(0).strip();
        assertThat(squeezed(source)).contains(squeezed(program));
    }

    @Test
    void its_first_program_prints_what_it_says() throws IOException, InterruptedException {
        assertThat(printed()).isEqualTo(blocks("").get(0));
    }

    @Test
    void the_review_of_real_input_is_the_real_one() throws IOException {
        Engine engine = Engine.builtIn("coding-agent");
        String report = engine.read(ROOT.resolve("roi-examples/data/konflux/scorecard.json")).scorecards().stream()
                .map(scorecard -> Report.of(engine.dossier(scorecard, ReviewRequest.LATEST))
                        .text())
                .findFirst()
                .orElseThrow();
        List<String> shown = blocks("").stream()
                .filter(block -> block.startsWith("Extend blocked") || block.startsWith("What is not known"))
                .toList();
        assertThat(shown).hasSize(2).allSatisfy(block -> assertThat(report).contains(block));
    }

    @Test
    void the_rule_that_it_shows_is_the_real_one() throws IOException {
        String rule = blocks("").stream()
                .filter(block -> block.startsWith("rule \"low-adoption\""))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(ROOT.resolve(
                        "roi-rules/src/main/resources/dev/roi/rules/policies/coding-agent/rules/usage.drl")))
                .contains(rule);
    }

    @Test
    void its_first_command_reviews_the_input_that_it_speaks_of() throws IOException {
        String line = commands().get(0);
        String build = "mvn -q -B -Pprogram -pl roi-cli -am package && java -jar roi-cli/target/roi.jar review ";
        assertThat(line).startsWith(build);
        assertThat(ROOT.resolve(line.substring(build.length()))).isRegularFile();
    }

    @Test
    void its_second_command_is_what_continuous_integration_runs() throws IOException {
        String line = commands().get(1);
        assertThat(line).isEqualTo("mvn -B verify");
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run")))
                .last()
                .isEqualTo(line.replace(" verify", " --no-transfer-progress -Pbrowser,servers verify"));
    }

    @Test
    void one_number_changed_in_a_copy_changes_the_decision_as_it_says() throws IOException {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String thresholds = new String(files.find(PolicyFiles.THRESHOLDS).orElseThrow(), StandardCharsets.UTF_8);
        PolicyFiles pilot =
                files.with(PolicyFiles.THRESHOLDS, thresholds.replaceFirst("(extend\\.months:\\s+value: )3", "$12"));
        Path scope = ROOT.resolve("roi-examples/data/rollout/refactoring.json");
        PolicyComparison comparison = PolicyComparison.of(files, pilot);
        PolicyDiff diff = comparison.diff(
                Language.ENGLISH,
                Engine.of(files).read(scope.resolveSibling("")).scorecards(),
                months -> {});
        assertThat(blocks(""))
                .containsSubsequence(
                        headline(Engine.of(files), scope),
                        headline(Engine.of(pilot), scope),
                        Report.of(diff).text().lines().findFirst().orElseThrow() + "\n");
        String page = Files.readString(ROOT.resolve("docs/changing-a-policy.md"));
        String shown =
                page.substring(page.indexOf("Decisions that change, one by one\n"), page.indexOf("```\n\nReadings of"));
        assertThat(Report.of(diff).text()).contains(shown);
        String threshold = page.substring(page.indexOf("extend.months:\n"), page.indexOf("  because: one good"));
        assertThat(new String(pilot.find(PolicyFiles.THRESHOLDS).orElseThrow(), StandardCharsets.UTF_8))
                .contains(threshold);
    }

    private static String headline(Engine engine, Path scope) {
        return engine.read(scope).scorecards().stream()
                .map(scorecard -> engine.review(scorecard).headline() + "\n")
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_page_on_changing_a_policy_shows_a_program_that_compiles_and_every_code() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/changing-a-policy.md"));
        Matcher program = BLOCK.matcher(page.substring(page.indexOf("```java")));
        assertThat(program.find()).isTrue();
        assertThat(squeezed(Files.readString(Path.of("src/test/java/dev/roi/examples/HandedOver.java"))))
                .contains(squeezed(program.group(2)));
        assertThat(page)
                .contains(Arrays.stream(ReloadFault.values())
                        .map(fault -> "\n| " + fault.code() + " | ")
                        .toList());
    }

    @Test
    void every_link_of_the_documents_leads_somewhere() throws IOException {
        List<String> documents = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md"));
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            pages.filter(Files::isRegularFile)
                    .map(page -> ROOT.relativize(page).toString())
                    .sorted()
                    .forEach(documents::add);
        }
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.map(module -> module.getFileName() + "/README.md")
                    .filter(page -> page.startsWith("roi-"))
                    .sorted()
                    .forEach(documents::add);
        }
        for (String document : documents) {
            Path file = ROOT.resolve(document);
            assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
                    .as(document)
                    .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
        }
    }

    private static List<String> commands() throws IOException {
        return blocks("").stream()
                .filter(block -> block.startsWith("mvn "))
                .map(String::strip)
                .toList();
    }

    /** Runs the program where a reader of the README would: at the top of the checkout. */
    private static String printed() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstReview.class.getName())
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
