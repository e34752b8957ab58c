package dev.roi.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Programs that run in a virtual machine of their own. */
final class Processes {

    /** What only the peers and the harness need: it is no part of what somebody who uses roi or Drools alone has. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:camunda|kie-dmn|feel-engine|scala|fastparse|geny|sourcecode|evrete|easy-rules|jmh|jopt|commons-math3"
                    + "|efesto|pmml|Saxon|xmlresolver|xstream|mxparser|xmlpull|big-math|jakarta|java-uuid|jqwik|junit|opentest4j"
                    + "|apiguardian|roi-(?:testkit|governance|report)|jte-|drools-alphanetwork).*\\.jar");

    private Processes() {}

    static List<String> java(boolean alone, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        command.add("-cp");
        command.add(alone ? alone() : classPath());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classPath() {
        return requireNonNull(System.getProperty("java.class.path"));
    }

    private static String alone() {
        return Arrays.stream(classPath().split(File.pathSeparator, -1))
                .filter(entry -> !OTHERS.matcher(entry.substring(entry.lastIndexOf(File.separatorChar) + 1))
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs a program to its end and returns what it printed. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream printed = process.getInputStream()) {
            String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException("%s ended with %s".formatted(command, status));
            }
            return text.strip();
        } finally {
            process.destroy();
        }
    }
}
