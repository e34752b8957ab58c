package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roi.core.Pinned;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar itself, in processes of its own, as a shell runs it. */
class RunnableJarIT {

    private static final Path JAR = Path.of("target/roi.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String FIRST = "roi-examples/data/first/scorecard.json";

    @TempDir
    private Path directory = Path.of("");

    private record Ended(int status, String out, String err) {}

    private Ended java(Map<String, String> environment, Path input, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        return end(environment, input, command);
    }

    private Ended roi(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-jar", JAR.toString()));
        all.addAll(List.of(arguments));
        return java(Map.of(), Path.of("/dev/null"), all);
    }

    /** Runs a line of shell in which {@code $roi} is the program and {@code $card} a scorecard. */
    private Ended shell(String line) {
        return end(
                Map.of("roi", JAVA + " -jar " + JAR, "card", FIRST), Path.of("/dev/null"), List.of("bash", "-c", line));
    }

    private Ended end(Map<String, String> environment, Path input, List<String> command) {
        try {
            File out = directory.resolve("out").toFile();
            File err = directory.resolve("err").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Pinned.TOP.toFile())
                    .redirectInput(input.toFile())
                    .redirectOutput(out)
                    .redirectError(err);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA_") || name.equals("LANG"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Ended done(String out) {
        return new Ended(0, out, "");
    }

    private static String expected(String... options) {
        List<String> arguments = new ArrayList<>(List.of("review", "../roi-examples/data/first/scorecard.json"));
        arguments.addAll(List.of(options));
        return Ran.of(arguments.toArray(String[]::new)).done();
    }

    @Test
    void a_review_is_on_standard_output_and_nothing_on_standard_error() {
        assertThat(roi("review", FIRST)).isEqualTo(done(expected()));
    }

    @Test
    void refusals_are_on_standard_error_with_status_2_and_nothing_on_standard_output() {
        assertThat(roi()).isEqualTo(new Ended(2, "", Ran.of().err()));
        assertThat(roi("revew")).isEqualTo(new Ended(2, "", Ran.of("revew").err()));
        assertThat(roi("review", "absent.json"))
                .isEqualTo(new Ended(2, "", Ran.of("review", "absent.json").err()));
    }

    @Test
    void the_version_is_that_of_the_build() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
            assertThat(roi("--version")).isEqualTo(done("roi " + version + "\n"));
        }
    }

    @Test
    void the_jar_has_no_signature_no_module_and_every_service_of_what_is_in_it() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .doesNotHaveDuplicates()
                    .noneMatch(name ->
                            name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)") || name.endsWith("module-info.class"));
            var services = jar.getEntry("META-INF/services/org.drools.wiring.api.ComponentsSupplier");
            assertThat(new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("org.drools.wiring.statics.", "org.drools.wiring.dynamic.");
        }
    }

    @Test
    void input_and_output_are_utf_8_in_the_posix_locale_too() throws IOException {
        String french = expected("--lang", "fr");
        assertThat(french).contains("é", "€", "\u202f");
        Path names = directory.resolve("cards");
        Files.createDirectory(names);
        Files.writeString(names.resolve("périmètre.json"), Cards.card("tests"));
        for (String locale : List.of("C", "POSIX")) {
            Map<String, String> environment = Map.of("LC_ALL", locale);
            List<String> review = List.of("-jar", JAR.toString(), "review", "--lang", "fr");
            assertThat(java(environment, Path.of("/dev/null"), plus(review, FIRST)))
                    .isEqualTo(done(french));
            assertThat(java(environment, Pinned.TOP.resolve(FIRST), plus(review, "-")))
                    .isEqualTo(done(french));
            assertThat(java(environment, Path.of("/dev/null"), plus(review, names.toString()))
                            .out())
                    .contains("Périmètre tests");
        }
    }

    private static List<String> plus(List<String> some, String last) {
        List<String> all = new ArrayList<>(some);
        all.add(last);
        return all;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_name_that_the_locale_cannot_say_is_refused_with_the_way_out() {
        Ended ended = shell("LC_ALL=C $roi review donnée.json");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .matches("roi: the argument `donn.*e\\.json` cannot be read in this locale; "
                        + "set `LC_ALL=C\\.UTF-8`, or use letters of ASCII\n");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_pipe_whose_reader_has_enough_ends_quietly() {
        assertThat(shell("set -o pipefail; $roi review $card | head -n 1"))
                .isEqualTo(done(expected().lines().findFirst().orElseThrow() + "\n"));
        assertThat(shell("set -o pipefail; { $roi template; echo $? >&2; } | true"))
                .isEqualTo(new Ended(0, "", "0\n"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_an_error() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Ended ended = shell("$roi review $card > /dev/full");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("roi: standard output cannot be written: ")
                .hasLineCount(1);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void standard_input_that_is_closed_or_a_directory_is_refused() {
        assertThat(shell("$roi review - < /").err()).isEqualTo("ROI-D01 standard input: it cannot be read\n");
        assertThat(shell("$roi review - <&-").status()).isEqualTo(2);
    }

    @Test
    void too_little_memory_is_said_so() throws IOException {
        Path large =
                Files.writeString(directory.resolve("large.json"), "[" + "{\"a\": \"b\"}, ".repeat(500_000) + "{}]");
        Ended ended = java(
                Map.of(), Path.of("/dev/null"), List.of("-Xmx24m", "-jar", JAR.toString(), "review", large.toString()));
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("roi: the input needs more memory than the ");
    }
}
