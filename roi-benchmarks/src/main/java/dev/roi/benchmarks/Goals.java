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
    static final String REVIEW = "review, review";

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
        Peers drools = fasterDrools(results);
        for (Peers peer : Peers.values()) {
            OptionalDouble ratio = results.ratio(LOGIC, of(Peers.ROI), LOGIC, of(peer));
            switch (peer) {
                case ROI -> {}
                case BY_HAND -> add(Paired.RATIO, results.find(Paired.RATIO, Map.of()), 5);
                case DROOLS, DROOLS_EXECUTABLE -> {
                    if (peer == drools) {
                        add("decision logic against " + peer.title(), ratio, 0.4);
                    }
                }
                case DROOLS_POOLED -> add("decision logic against " + peer.title(), ratio, 0.4);
                case KIE_DMN, CAMUNDA_DMN, EVRETE, EASY_RULES ->
                    add("decision logic against " + peer.title(), ratio, 1);
            }
        }
    }

    /** Returns the faster of the two models that Drools makes of rules. */
    static Peers fasterDrools(Results results) {
        return Stream.of(Peers.DROOLS, Peers.DROOLS_EXECUTABLE)
                .min(Comparator.comparingDouble(
                        peer -> results.find(LOGIC, of(peer)).orElse(Double.MAX_VALUE)))
                .orElseThrow();
    }

    private void rest() {
        add(
                "whole review against decision logic, 12 months",
                results.ratio(REVIEW, Map.of("months", "12"), LOGIC, of(Peers.ROI)),
                2);
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
        // at least 1.8 times the throughput, said the other way round
        add(
                "time of a portfolio on 2 cores against 1",
                results.ratio(Scale.THROUGHPUT, Map.of("cores", "1"), Scale.THROUGHPUT, Map.of("cores", "2")),
                1 / 1.8);
        growth("scopes, 200 against 20", "growth, scopes", "scopes", "200", "20");
        growth("months, 120 against 12", "growth, months", "months", "120", "12");
        growth("rules, 10 times as many, from facts", "growth, rules", "times", "10", "1");
        growth("rules, 10 times as many, from a scorecard", "growth, rulesFromScorecard", "times", "10", "1");
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
                    1.2));
        }
    }

    private void growth(String name, String measure, String key, String large, String small) {
        add("cost of " + name, results.ratio(measure, Map.of(key, large), measure, Map.of(key, small)), 10);
    }
}
