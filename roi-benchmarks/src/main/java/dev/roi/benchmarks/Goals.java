package dev.roi.benchmarks;

import dev.roi.benchmarks.peers.Peers;
import dev.roi.benchmarks.peers.PlainDrools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What is to be reached, as ratios of two figures of one run. */
final class Goals {

    static final String LOGIC = "decision logic, decide";

    /** 100 ms, in microseconds. */
    private static final double PATIENCE = 100_000;

    /** A quarter of what it was before reading went without a tree. */
    private static final double GARBAGE_KB = 340;

    private final Results results;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(Results results) {
        this.results = results;
    }

    /**
     * A ratio and what it should be.
     *
     * @param name what is compared
     * @param ratio the ratio
     * @param most the most it may be
     */
    record Goal(String name, double ratio, double most) {

        boolean isReached() {
            return ratio <= most;
        }
    }

    static List<Goal> of(Results results) {
        Goals goals = new Goals(results);
        goals.logic();
        goals.before();
        goals.bytes();
        goals.whatIf();
        goals.rest();
        return List.copyOf(goals.goals);
    }

    private void add(String name, OptionalDouble ratio, double most) {
        ratio.ifPresent(value -> goals.add(new Goal(name, value, most)));
    }

    private static Map<String, String> of(Peers peer) {
        return Map.of("peer", peer.name());
    }

    private void logic() {
        for (Peers other : List.of(fasterDrools(results), Peers.DROOLS_POOLED)) {
            add(
                    "decision logic against %s, by turns".formatted(other.title()),
                    results.find(Paired.RATIO, Paired.of(other)),
                    0.5);
        }
        for (Peers other : List.of(Peers.KIE_DMN, Peers.CAMUNDA_DMN, Peers.EVRETE)) {
            add("decision logic against " + other.title(), results.ratio(LOGIC, of(Peers.ROI), LOGIC, of(other)), 1);
        }
    }

    private void before() {
        before("whole review", Before.REVIEW, 1.2);
        for (String command : List.of(Before.MUTATION, Before.COVERAGE, Before.COMPARISON)) {
            before(command, command, 2);
        }
    }

    private void before(String name, String measure, double most) {
        add(
                name + " against the build before",
                results.ratio(measure, Before.of(Before.NOW), measure, Before.of(Before.BEFORE)),
                most);
    }

    /** Against what Jackson alone does with the same bytes. */
    private void bytes() {
        Map<String, String> year = Map.of("months", "12");
        againstTokens("reading a scorecard", "review, read", year);
        againstTokens("whole review", "review, review", year);
        add(
                "JSON to JSON against Jackson's tree, read and written",
                results.ratio("review, reviewFromJsonToJson", year, "review, tree", year),
                4);
        OptionalDouble garbage = results.find("review, reviewFromJsonToJson" + Jmh.GARBAGE, year);
        add(
                "garbage of JSON to JSON, against 340 kB",
                garbage.isPresent() ? OptionalDouble.of(garbage.getAsDouble() / GARBAGE_KB) : garbage,
                1);
    }

    private void againstTokens(String name, String measure, Map<String, String> of) {
        add(name + " against a pass over the tokens", results.ratio(measure, of, "review, tokens", of), 3);
    }

    /** Not a ratio of two figures: what a person waits for. */
    private void whatIf() {
        OptionalDouble all = results.find(Jmh.WHAT_IF + ", all", Map.of("months", "24"));
        add(
                "all that would change a decision, against 100 ms",
                all.isPresent() ? OptionalDouble.of(all.getAsDouble() / PATIENCE) : all,
                1);
    }

    /** Returns the faster of the two models that Drools makes of rules. */
    static Peers fasterDrools(Results results) {
        return Stream.of(Peers.DROOLS, Peers.DROOLS_EXECUTABLE)
                .min(Comparator.comparingDouble(
                        peer -> results.find(LOGIC, of(peer)).orElse(Double.MAX_VALUE)))
                .orElseThrow();
    }

    private void rest() {
        String drools = Arrays.stream(PlainDrools.Model.values())
                .map(FirstDecision::drools)
                .min(Comparator.comparingDouble(name ->
                        results.find(FirstDecision.NAME, Map.of("with", name)).orElse(Double.MAX_VALUE)))
                .orElseThrow();
        add(
                "first decision in a fresh JVM against " + drools,
                results.ratio(
                        FirstDecision.NAME,
                        Map.of("with", FirstDecision.ROI),
                        FirstDecision.NAME,
                        Map.of("with", drools)),
                0.5);
        add(
                "the same, with a class-data archive",
                results.ratio(
                        FirstDecision.NAME,
                        Map.of("with", FirstDecision.ARCHIVED),
                        FirstDecision.NAME,
                        Map.of("with", drools)),
                0.25);
        add(
                "2 processes against 2 threads, reviews a second",
                results.ratio(Scale.PROCESSES, Map.of(), Scale.THROUGHPUT, Map.of("cores", "2")),
                1 / 0.95);
        // at least 1.8 times the throughput, said the other way round
        add(
                "time of a portfolio on 2 cores against 1",
                results.ratio(Scale.THROUGHPUT, Map.of("cores", "1"), Scale.THROUGHPUT, Map.of("cores", "2")),
                1 / 1.8);
        growth("scopes, 2000 against 20", "growth, scopes", "scopes", "2000", "20", 100);
        growth("months, 1200 against 12", "growth, months", "months", "1200", "12", 100);
        growth("parts of a reading, 1200 against 12", "growth, parts", "parts", "1200", "12", 100);
        growth("rules, 10 times as many, from facts", "growth, rules", "times", "10", "1", 10);
        growth("rules, 10 times as many, from a scorecard", "growth, rulesFromScorecard", "times", "10", "1", 10);
        List<Measure> heaps = results.measures().stream()
                .filter(measure -> measure.name().equals(Scale.HEAP))
                .toList();
        if (heaps.size() == 2) {
            goals.add(new Goal(
                    "heap, %s scopes against %s"
                            .formatted(
                                    heaps.get(1).of().get("scopes"),
                                    heaps.get(0).of().get("scopes")),
                    heaps.get(1).value() / heaps.get(0).value(),
                    1.05));
        }
    }

    private void growth(String name, String measure, String key, String large, String small, double most) {
        add("cost of " + name, results.ratio(measure, Map.of(key, large), measure, Map.of(key, small)), most);
    }
}
