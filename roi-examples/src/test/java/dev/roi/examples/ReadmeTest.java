package dev.roi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.report.Report;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROOT = Path.of("..");
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
                .map(scorecard -> Report.of(engine.review(scorecard)).text())
                .findFirst()
                .orElseThrow();
        List<String> shown = blocks("").stream()
                .filter(block -> block.startsWith("Extend blocked") || block.startsWith("What is unknown"))
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
