package dev.roi.benchmarks;

import dev.roi.benchmarks.measures.CountingBenchmark;
import dev.roi.benchmarks.measures.GrowthBenchmark;
import dev.roi.benchmarks.measures.LoadBenchmark;
import dev.roi.benchmarks.measures.LogicBenchmark;
import dev.roi.benchmarks.measures.PagesBenchmark;
import dev.roi.benchmarks.measures.PolicyBenchmark;
import dev.roi.benchmarks.measures.ReviewBenchmark;
import dev.roi.benchmarks.measures.WhatIfBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs what is measured with JMH. */
final class Jmh {

    /** What is added to a name for how much a call allocates. */
    static final String GARBAGE = ", garbage";

    /** What would change a decision, and the review that makes it. */
    static final String WHAT_IF = "what if";

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Effort effort;

    Jmh(Effort effort) {
        this.effort = effort;
    }

    List<Measure> logic() throws RunnerException {
        return run("decision logic", LogicBenchmark.class, false);
    }

    List<Measure> review() throws RunnerException {
        List<Measure> measures = new ArrayList<>(run("review", ReviewBenchmark.class, false));
        measures.addAll(run("review", CountingBenchmark.class, false));
        measures.addAll(run(WHAT_IF, WhatIfBenchmark.class, false));
        return measures;
    }

    List<Measure> policy() throws RunnerException {
        List<Measure> measures = new ArrayList<>(run("policy", LoadBenchmark.class, false));
        measures.addAll(run("policy", PolicyBenchmark.class, true));
        return measures;
    }

    List<Measure> growth() throws RunnerException {
        return run("growth", GrowthBenchmark.class, false);
    }

    List<Measure> pages() throws RunnerException {
        return run("portfolio", PagesBenchmark.class, true);
    }

    /** Everything takes its turn several times, so that a slower hour of the machine is one for all of them. */
    private List<Measure> run(String group, Class<?> benchmarks, boolean once) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\..*")
                .forks(1)
                .warmupIterations(once ? effort.onceWarm() : effort.warm())
                .measurementIterations(once ? effort.once() : effort.measured())
                .warmupTime(TimeValue.milliseconds(effort.milliseconds()))
                .measurementTime(TimeValue.milliseconds(effort.milliseconds()))
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class);
        Map<Figure, List<Double>> scores = new LinkedHashMap<>();
        for (int round = 0; round < effort.rounds(); round++) {
            for (RunResult result : new Runner(options.build()).run()) {
                for (BenchmarkResult fork : result.getBenchmarkResults()) {
                    for (IterationResult iteration : fork.getIterationResults()) {
                        collect(group, result.getParams(), iteration, scores);
                    }
                }
            }
        }
        List<Measure> measures = new ArrayList<>();
        scores.forEach(
                (figure, values) -> measures.add(Measure.median(figure.name(), figure.of(), values, figure.unit())));
        return measures;
    }

    private static void collect(
            String group, BenchmarkParams params, IterationResult iteration, Map<Figure, List<Double>> scores) {
        Map<String, String> of = new TreeMap<>();
        for (String key : params.getParamsKeys()) {
            of.put(key, params.getParam(key));
        }
        String benchmark = params.getBenchmark();
        String name = group + ", " + benchmark.substring(benchmark.lastIndexOf('.') + 1);
        Result<?> primary = iteration.getPrimaryResult();
        Figure time = new Figure(name, of, primary.getScoreUnit().replace("/op", ""));
        scores.computeIfAbsent(time, none -> new ArrayList<>()).add(primary.getScore());
        iteration.getSecondaryResults().forEach((label, allocated) -> {
            if (label.endsWith(ALLOCATED)) {
                Figure garbage = new Figure(name + GARBAGE, of, "kB");
                scores.computeIfAbsent(garbage, none -> new ArrayList<>()).add(allocated.getScore() / 1e3);
            }
        });
    }

    /** What is measured, without its value. */
    private record Figure(String name, Map<String, String> of, String unit) {}
}
