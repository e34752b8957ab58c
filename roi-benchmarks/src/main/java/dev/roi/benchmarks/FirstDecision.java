package dev.roi.benchmarks;

import dev.roi.benchmarks.first.FactFile;
import dev.roi.benchmarks.first.FirstWithDrools;
import dev.roi.benchmarks.first.FirstWithRoi;
import dev.roi.benchmarks.peers.PlainDrools;
import dev.roi.benchmarks.peers.PlainFact;
import dev.roi.benchmarks.peers.PlainFacts;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first decision in a fresh virtual machine, from its start to its end. This library reads its policy and a scorecard,
 * and settles the decision; Drools is given the text of its rules, and facts that are ready, and says what fired.
 */
final class FirstDecision {

    static final String NAME = "first decision";
    static final String ROI = "roi";
    static final String ARCHIVED = "roi, with a class-data archive";

    private FirstDecision() {}

    static List<Measure> run(int times) throws IOException, InterruptedException {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        Scorecard scorecard = Inputs.scopes(engine, 1, 12).get(0);
        Verdict verdict = engine.verdict(scorecard, ReviewRequest.LATEST);
        Path directory = Files.createTempDirectory("roi-benchmarks-first-");
        Path rules = directory.resolve("rules.drl");
        Path facts = directory.resolve("facts.txt");
        Path json = directory.resolve("scorecard.json");
        Files.writeString(rules, PlainDrools.source(engine.policy()));
        List<PlainFact> all = new ArrayList<>(PlainFacts.thresholds(engine.policy()));
        all.addAll(new Given(engine.policy()).of(scorecard).plain());
        FactFile.write(facts, all);
        Files.write(json, Inputs.json(scorecard));

        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(ROI, roi("decide", json));
        commands.put("roi, with the whole review", roi("review", json));
        Path archive = directory.resolve("roi.jsa");
        Processes.run(with("-XX:ArchiveClassesAtExit=" + archive, roi("decide", json)));
        commands.put(ARCHIVED, with("-XX:SharedArchiveFile=" + archive, roi("decide", json)));
        for (PlainDrools.Model model : PlainDrools.Model.values()) {
            commands.put(
                    drools(model),
                    Processes.java(
                            Processes.Part.REVIEWS,
                            FirstWithDrools.class.getName(),
                            model.name(),
                            rules.toString(),
                            facts.toString()));
        }
        commands.put("an empty virtual machine", Processes.java(Processes.Part.REVIEWS, Nothing.class.getName()));
        Map<String, List<Double>> milliseconds = new LinkedHashMap<>();
        for (int i = 0; i <= times; i++) { // the first time only fills the caches of the machine
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                long start = System.nanoTime();
                String printed = Processes.run(command.getValue());
                double taken = (System.nanoTime() - start) / 1e6;
                check(command.getKey(), printed, verdict, engine);
                if (i > 0) {
                    milliseconds
                            .computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                            .add(taken);
                }
            }
        }
        for (Path file : List.of(archive, rules, facts, json, directory)) {
            Files.delete(file);
        }
        List<Measure> measures = new ArrayList<>();
        milliseconds.forEach((name, taken) -> measures.add(Measure.median(NAME, Map.of("with", name), taken, "ms")));
        return measures;
    }

    static String drools(PlainDrools.Model model) {
        return "Drools, " + (model == PlainDrools.Model.CLASSIC ? "classic model" : "executable model");
    }

    private static List<String> roi(String what, Path json) {
        return Processes.java(
                Processes.Part.REVIEWS, FirstWithRoi.class.getName(), Inputs.POLICY, what, json.toString());
    }

    private static List<String> with(String option, List<String> command) {
        List<String> with = new ArrayList<>(command);
        with.addAll(1, List.of(option, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        return with;
    }

    private static void check(String name, String printed, Verdict verdict, Engine engine) {
        String expected = "";
        if (name.startsWith(ROI)) {
            expected = verdict.decision().toString();
        } else if (name.startsWith("Drools")) {
            BitSet fired = new BitSet();
            List<RuleId> rules = List.copyOf(engine.policy().rules().keySet());
            verdict.fired().forEach(rule -> fired.set(rules.indexOf(rule)));
            expected = fired.toString();
        }
        if (!printed.equals(expected)) {
            throw new IllegalStateException("%s said (%s) and not (%s)".formatted(name, printed, expected));
        }
    }

    /** A program that does nothing. */
    static final class Nothing {

        private Nothing() {}

        public static void main(String... arguments) {}
    }
}
