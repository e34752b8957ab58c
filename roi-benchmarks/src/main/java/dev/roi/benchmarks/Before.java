package dev.roi.benchmarks;

import dev.roi.benchmarks.before.ReviewProgram;
import dev.roi.benchmarks.measures.ReviewBenchmark;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * This build and an earlier one, by turns, each in virtual machines of its own: whole reviews of the same scorecards, and
 * commands from their start to their end. Each has the policy that comes with it.
 */
final class Before {

    static final String REVIEW = "whole review, by turns";
    static final String COVERAGE = "roi test --no-mutation";
    static final String MUTATION = "roi test";
    static final String COMPARISON = "roi diff over the rollout";

    static final String BEFORE = "before";
    static final String NOW = "now";
    private static final int MONTHS = 12;
    private static final String ROLLOUT = "roi-examples/data/rollout";

    private final Effort effort;
    private final Map<String, List<String>> programs = new LinkedHashMap<>();
    private final Map<String, List<String>> reviewers = new LinkedHashMap<>();
    private final Map<Figure, List<Double>> figures = new LinkedHashMap<>();

    private Before(Path jar, Effort effort) {
        this.effort = effort;
        programs.put(BEFORE, List.of("-jar", jar.toString()));
        programs.put(
                NOW, List.of("-cp", Processes.classPath(Processes.Part.PROGRAM), dev.roi.cli.Main.class.getName()));
        String reviewer = ReviewProgram.class.getName();
        reviewers.put(BEFORE, List.of("-cp", jar + File.pathSeparator + here(), reviewer));
        reviewers.put(NOW, List.of("-cp", Processes.classPath(Processes.Part.REVIEWS), reviewer));
    }

    private static Path here() {
        try {
            return Path.of(Before.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class path is of files", impossible);
        }
    }

    private record Figure(String name, String build, String unit) {}

    static Map<String, String> of(String build) {
        return Map.of("build", build);
    }

    /** Measures both. */
    static List<Measure> run(Path jar, Effort effort) throws IOException, InterruptedException {
        Before before = new Before(jar, effort);
        try (WorkDirectory directory = WorkDirectory.make()) {
            before.reviews(Files.createDirectory(directory.path().resolve("scorecards")));
            before.commands(directory.path());
        }
        List<Measure> measures = new ArrayList<>();
        before.figures.forEach((figure, values) ->
                measures.add(Measure.median(figure.name(), of(figure.build()), values, figure.unit())));
        return measures;
    }

    private void reviews(Path scorecards) throws IOException, InterruptedException {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        for (Scorecard scorecard : Inputs.scopes(engine, ReviewBenchmark.SCOPES, MONTHS)) {
            Files.write(scorecards.resolve(scorecard.scope().id() + ".json"), Inputs.json(scorecard));
        }
        for (int round = 0; round < effort.rounds(); round++) {
            for (Map.Entry<String, List<String>> reviewer : reviewers.entrySet()) {
                List<String> command = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"));
                command.addAll(reviewer.getValue());
                command.addAll(List.of(
                        Inputs.POLICY,
                        scorecards.toString(),
                        String.valueOf(effort.warm()),
                        String.valueOf(effort.measured()),
                        String.valueOf(effort.milliseconds())));
                for (String line :
                        Processes.run(Processes.java(command)).lines().toList()) {
                    add(REVIEW, reviewer.getKey(), Double.parseDouble(line), "µs");
                }
            }
        }
    }

    private void commands(Path directory) throws IOException, InterruptedException {
        for (String build : programs.keySet()) {
            Path pilot = directory.resolve(build);
            command(build, "init", pilot.toString());
            Path thresholds = pilot.resolve("thresholds.yaml");
            Files.writeString(thresholds, Files.readString(thresholds).replaceFirst("value: 80", "value: 60"));
        }
        for (int i = 0; i <= effort.commands(); i++) { // the first time only fills the caches of the machine
            for (String build : programs.keySet()) {
                time(i, COVERAGE, build, "test", Inputs.POLICY, "--no-mutation");
                time(i, MUTATION, build, "test", Inputs.POLICY);
                String pilot = directory.resolve(build).toString();
                time(i, COMPARISON, build, "diff", Inputs.POLICY, pilot, "--history", ROLLOUT);
            }
        }
    }

    private void time(int turn, String name, String build, String... arguments)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        command(build, arguments);
        if (turn > 0) {
            add(name, build, (System.nanoTime() - start) / 1e6, "ms");
        }
    }

    private void command(String build, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(programs.getOrDefault(build, List.of()));
        command.addAll(List.of(arguments));
        Processes.run(Processes.java(command), Processes.FOUND);
    }

    private void add(String name, String build, double value, String unit) {
        figures.computeIfAbsent(new Figure(name, build, unit), none -> new ArrayList<>())
                .add(value);
    }
}
