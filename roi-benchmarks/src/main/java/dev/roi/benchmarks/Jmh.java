package dev.roi.benchmarks;

import dev.roi.benchmarks.measures.GrowthBenchmark;
import dev.roi.benchmarks.measures.LoadBenchmark;
import dev.roi.benchmarks.measures.LogicBenchmark;
import dev.roi.benchmarks.measures.PagesBenchmark;
import dev.roi.benchmarks.measures.PolicyBenchmark;
import dev.roi.benchmarks.measures.ReviewBenchmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
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

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Effort effort;

    Jmh(Effort effort) {
        this.effort = effort;
    }

    List<Measure> logic() throws RunnerException {
        return run("decision logic", LogicBenchmark.class, false);
    }

    List<Measure> review() throws RunnerException {
        return run("review", ReviewBenchmark.class, false);
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

    private List<Measure> run(String group, Class<?> benchmarks, boolean once) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\..*")
                .forks(effort.forks())
                .warmupIterations(once ? effort.onceWarm() : effort.warm())
                .measurementIterations(once ? effort.once() : effort.measured())
                .warmupTime(TimeValue.milliseconds(effort.milliseconds()))
                .measurementTime(TimeValue.milliseconds(effort.milliseconds()))
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class);
        Collection<RunResult> results = new Runner(options.build()).run();
        List<Measure> measures = new ArrayList<>();
        for (RunResult result : results) {
            Map<String, String> of = new TreeMap<>();
            for (String key : result.getParams().getParamsKeys()) {
                of.put(key, result.getParams().getParam(key));
            }
            String benchmark = result.getParams().getBenchmark();
            String name = group + ", " + benchmark.substring(benchmark.lastIndexOf('.') + 1);
            Result<?> primary = result.getPrimaryResult();
            measures.add(new Measure(
                    name,
                    of,
                    primary.getScore(),
                    primary.getScoreError(),
                    primary.getScoreUnit().replace("/op", "")));
            result.getSecondaryResults().forEach((label, allocated) -> {
                if (label.endsWith(ALLOCATED)) {
                    measures.add(Measure.of(name + GARBAGE, of, allocated.getScore() / 1e3, "kB"));
                }
            });
        }
        return measures;
    }
}
