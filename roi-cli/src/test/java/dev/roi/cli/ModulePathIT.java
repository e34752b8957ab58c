package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules as modules: each with what it says that it needs, and nothing open that it does not open. */
class ModulePathIT {

    private static final String FIRST = "../roi-examples/data/first/scorecard.json";
    private static final Pattern OF_TESTS = Pattern.compile(
            "-tests\\.jar|/roi-testkit|/test-classes|junit|jqwik|assertj|archunit|json-schema-validator");

    private static String modules() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path own = built.filter(file -> file.getFileName().toString().matches("roi-cli-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            String others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.contains("roi-cli")
                            && !OF_TESTS.matcher(entry.replace('\\', '/')).find())
                    .collect(Collectors.joining(File.pathSeparator));
            return own + File.pathSeparator + others;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review " + FIRST,
                "review " + FIRST + " --format json --lang fr",
                "review " + FIRST + " --format html",
                "review " + FIRST + " --explain",
                "catalogue coding-agent --format html",
                "import ../roi-examples/data/import/sources.yaml --format csv --lang fr",
                "template --policy coding-agent --format csv",
                "decide --help",
                "check --explain ROI-L01"
            })
    void a_command_says_what_it_says_on_the_class_path(String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modules(),
                "--module",
                "dev.roi.cli/dev.roi.cli.Main"));
        command.addAll(List.of(line.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C"); // English, as the run beside it
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        Ran onTheClassPath = Ran.of(line.split(" "));
        assertThat(onTheClassPath.status()).isEqualTo(Status.DONE);
        assertThat(out).isEqualTo(onTheClassPath.out());
    }
}
