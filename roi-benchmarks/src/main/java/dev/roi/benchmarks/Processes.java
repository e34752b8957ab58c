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
import java.util.stream.Collectors;

/** Programs that run in a virtual machine of their own. */
final class Processes {

    /** The status of a command of this library that found something. */
    static final int FOUND = 1;

    /** What somebody has on the class path who uses a part of what is here. */
    enum Part {
        /** Everything. */
        ALL("-"),
        /** The program of this library, without peers and what measures. */
        PROGRAM(
                "(?:camunda|kie-dmn|feel-engine|scala|fastparse|geny|sourcecode|evrete|easy-rules|jmh|jopt|commons-math3"
                        + "|efesto|pmml|Saxon|xmlresolver|xstream|mxparser|xmlpull|big-math|jakarta|java-uuid|jqwik|junit|opentest4j"
                        + "|apiguardian|roi-testkit|drools-alphanetwork).*\\.jar"),
        /** Reviews alone, with this library or with Drools. */
        REVIEWS(PROGRAM.others + "|(?:roi-(?:governance|report|ledger|cli)|jte-).*\\.jar");

        private final String others;

        Part(String others) {
            this.others = others;
        }

        private boolean has(String entry) {
            return !entry.substring(entry.lastIndexOf(File.separatorChar) + 1).matches(others);
        }
    }

    private Processes() {}

    static List<String> java(Part part, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-cp", classPath(part)));
        command.addAll(List.of(arguments));
        return java(command);
    }

    static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        command.addAll(arguments);
        return command;
    }

    static String classPath(Part part) {
        return Arrays.stream(
                        requireNonNull(System.getProperty("java.class.path")).split(File.pathSeparator, -1))
                .filter(part::has)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs a program to its end and returns what it printed. */
    static String run(List<String> command) throws IOException, InterruptedException {
        return run(command, 0);
    }

    /** Runs a program to its end, which may be of another status than 0, and returns what it printed. */
    static String run(List<String> command, int accepted) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream printed = process.getInputStream()) {
            String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0 && status != accepted) {
                throw new IllegalStateException("%s ended with %s".formatted(command, status));
            }
            return text.strip();
        } finally {
            process.destroy();
        }
    }
}
