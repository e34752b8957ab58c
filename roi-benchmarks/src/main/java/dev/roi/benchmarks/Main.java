package dev.roi.benchmarks;

import dev.roi.rules.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Measures, prints a table and writes the figures as JSON; or runs the soak; or prints the table of figures again. */
public final class Main {

    private static final String USAGE = """
            usage: [--quick] [--only GROUP,...] [--out FILE]   measure; groups: logic, review, policy, growth, first, scale
                   table FILE                                  print the figures of a run again
                   soak [REVIEWS RELOADS]                      review on 4 threads while the policy is reloaded
            """;

    private Main() {}

    /**
     * Runs.
     *
     * @param arguments see the usage
     * @throws Exception when something cannot be measured
     */
    public static void main(String... arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        String command = given.isEmpty() ? "" : given.get(0);
        if (command.equals("table") && given.size() == 2) {
            out.print(Table.of(Results.read(Path.of(given.get(1)))));
        } else if (command.equals("soak") && (given.size() == 1 || given.size() == 3)) {
            int reviews = given.size() == 3 ? Integer.parseInt(given.get(1)) : Soak.REVIEWS;
            int reloads = given.size() == 3 ? Integer.parseInt(given.get(2)) : Soak.RELOADS;
            System.exit(new Soak(reviews, reloads, out).run() ? 0 : 1);
        } else {
            if (!measure(given, out)) {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static boolean measure(List<String> given, PrintStream out) throws Exception {
        Effort effort = given.remove("--quick") ? Effort.QUICK : Effort.FULL;
        String only = option(given, "--only", "logic,review,policy,growth,first,scale");
        Path file = Path.of(option(given, "--out", "roi-benchmarks/target/benchmarks.json"));
        if (!given.isEmpty()) {
            return false;
        }
        Predicate<String> wanted = List.of(only.split(",", -1))::contains;
        out.println("comparing the answers of all peers");
        int compared = Equality.check();
        out.println("they agree on %s scorecards".formatted(compared));
        List<Measure> measures = new ArrayList<>();
        Jmh jmh = new Jmh(effort);
        if (wanted.test("first")) {
            measures.addAll(FirstDecision.run(effort.starts()));
        }
        if (wanted.test("logic")) {
            measures.addAll(jmh.logic());
        }
        if (wanted.test("review")) {
            measures.addAll(jmh.review());
        }
        if (wanted.test("policy")) {
            measures.addAll(jmh.policy());
        }
        if (wanted.test("growth")) {
            measures.addAll(jmh.growth());
        }
        if (wanted.test("scale")) {
            measures.addAll(jmh.pages());
            measures.addAll(Scale.run(effort.reviews()));
        }
        Results results = new Results(Results.FORMAT, machine(effort), compared, measures);
        results.write(file);
        out.println();
        out.print(Table.of(results));
        out.println();
        out.println("figures: " + file);
        return true;
    }

    private static String option(List<String> given, String name, String usual) {
        int at = given.indexOf(name);
        if (at < 0 || at + 1 == given.size()) {
            return usual;
        }
        given.remove(at);
        return given.remove(at);
    }

    private static Map<String, String> machine(Effort effort) throws IOException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("roi", Engine.version());
        machine.put("effort", effort.equals(Effort.FULL) ? "full" : "quick: these figures mean nothing");
        machine.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("processor", processor());
        return machine;
    }

    private static String processor() throws IOException {
        Path known = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(known)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(known).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseGet(() -> System.getProperty("os.arch"));
    }
}
