package dev.roi.benchmarks;

import dev.roi.benchmarks.measures.ReviewBenchmark;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Json;
import dev.roi.governance.scenario.Scenario;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.testkit.DrawnScorecards;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is reviewed: the same for every run and every peer. */
public final class Inputs {

    /** The policy that everything is measured with. */
    public static final String POLICY = "coding-agent";

    private static final long SEED = 20_261_101;
    private static final IndicatorId TOTAL = new IndicatorId("monthly-cost");
    private static final IndicatorId PARTED = new IndicatorId("cost-by-workflow");
    private static final YearMonth LAST = YearMonth.of(2026, 10);

    private Inputs() {}

    /**
     * Returns the files of the policy.
     *
     * @return the files
     */
    public static PolicyFiles files() {
        return PolicyFiles.builtIn(POLICY).orElseThrow();
    }

    /**
     * Returns what the answers of peers are compared on.
     *
     * @param engine the engine with the policy
     * @param drawn how many generated scorecards there are beside the policy's scenarios
     * @return the scorecards, each with a complete month
     */
    public static List<Scorecard> compared(Engine engine, int drawn) {
        List<Scorecard> scorecards = new ArrayList<>();
        Scenarios.of(files(), engine).list().stream().map(Scenario::scorecard).forEach(scorecards::add);
        scorecards.addAll(DrawnScorecards.of(engine.policy(), SEED, drawn));
        return scorecards.stream()
                .filter(scorecard -> !scorecard.completeMonths().isEmpty())
                .toList();
    }

    /**
     * Returns the facts of a scorecard's latest complete month, just as the engine makes them.
     *
     * @param policy the policy
     * @param scorecard the scorecard
     * @return its facts
     */
    public static List<Fact> facts(Policy policy, Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        return Assessment.of(policy, scorecard, complete.get(complete.size() - 1))
                .facts();
    }

    /**
     * Returns scopes of an organisation: what the policy's scenarios report, with a history of so many complete months up
     * to the same month.
     *
     * @param engine the engine with the policy
     * @param scopes how many
     * @param months the length of their history
     * @return the scorecards, no two of one scope
     */
    public static List<Scorecard> scopes(Engine engine, int scopes, int months) {
        return mixed(engine, scopes, Integer.MAX_VALUE, months);
    }

    /**
     * Returns the scopes that those who decide are timed with: of some scopes with a year, those that peers can decide.
     *
     * @param engine the engine with the policy
     * @param given what peers are given
     * @return the scorecards
     */
    public static List<Scorecard> decidedAsMeasured(Engine engine, Given given) {
        return scopes(engine, ReviewBenchmark.SCOPES, 12).stream()
                .filter(scope -> given.isDecidedAsMeasured(given.of(scope)))
                .toList();
    }

    /**
     * Returns scopes as {@link #scopes} does, which report the same over and over, so that few are like many.
     *
     * @param engine the engine with the policy
     * @param scopes how many
     * @param different after how many what they report begins again
     * @param months the length of their history
     * @return the scorecards, no two of one scope
     */
    public static List<Scorecard> mixed(Engine engine, int scopes, int different, int months) {
        List<Scorecard> seen = Scenarios.of(files(), engine).list().stream()
                .map(Scenario::scorecard)
                .filter(scorecard -> scorecard.completeMonths().size() >= 3)
                .toList();
        List<Scorecard> list = new ArrayList<>();
        for (int i = 0; i < scopes; i++) {
            list.add(scope(seen.get(i % different % seen.size()), i, months));
        }
        return list;
    }

    /** Repeats the complete months of a scorecard, so that the last one stays the last one. */
    private static Scorecard scope(Scorecard seen, int number, int months) {
        List<Snapshot> complete =
                seen.snapshots().stream().filter(Snapshot::isComplete).toList();
        List<Snapshot> history = new ArrayList<>();
        for (int back = months - 1; back >= 0; back--) {
            Snapshot snapshot = complete.get(Math.floorMod(complete.size() - 1 - back, complete.size()));
            history.add(Snapshot.complete(LAST.minusMonths(back), snapshot.readings()));
        }
        String id = "scope-" + number;
        return seen.withScope(new Scope(Level.WORKFLOW, id, id, Optional.empty()))
                .withSnapshots(history);
    }

    /**
     * Returns a scope with a year, whose cost has many parts, none of them in the register of workflows.
     *
     * @param engine the engine with the policy
     * @param parts how many parts each month's cost has
     * @return the scorecard
     */
    public static Scorecard parted(Engine engine, int parts) {
        Map<String, Reading.Part> by = new TreeMap<>();
        for (int i = 0; i < parts; i++) {
            by.put("workflow-" + i, Reading.Part.of(Exact.TEN));
        }
        Exact total = Exact.TEN.times(Exact.of(parts));
        Reading.Known cost = Reading.of(total);
        Scorecard scope = scopes(engine, 1, 12).get(0);
        List<Snapshot> months = new ArrayList<>();
        for (Snapshot snapshot : scope.snapshots()) {
            Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
            readings.put(TOTAL, cost);
            readings.put(PARTED, cost.by(Map.of(Dimension.WORKFLOW, by)));
            months.add(new Snapshot(snapshot.month(), snapshot.completeness(), readings));
        }
        return scope.withSnapshots(months);
    }

    /**
     * Returns a scorecard as the file that it would be.
     *
     * @param scorecard the scorecard
     * @return its JSON
     */
    public static byte[] json(Scorecard scorecard) {
        return Json.write(scorecard).getBytes(StandardCharsets.UTF_8);
    }
}
