package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What built-in policies know of each month of the example scorecards, and of such a month with each reading in turn at its
 * limits, beside them, too uncertain to tell, unknown or without cases; and a policy with a rule of its own.
 */
public final class BuiltInMonths {

    private static final Path DATA = Path.of("../roi-examples/data");
    private static final Map<String, List<String>> EXAMPLES =
            Map.of("coding-agent", List.of("first", "konflux", "rollout"), "assistant", List.of("assistant"));

    private BuiltInMonths() {}

    /** The example scorecards of a built-in policy, each as it stood after each of its complete months. */
    public static List<Scorecard> scorecards(String policy) {
        Engine engine = Engine.builtIn(policy);
        List<Scorecard> scorecards = new ArrayList<>();
        for (String example : Objects.requireNonNull(EXAMPLES.get(policy), policy)) {
            for (Scorecard whole : engine.read(DATA.resolve(example)).scorecards()) {
                whole.completeMonths().forEach(month -> scorecards.add(until(month, whole)));
            }
        }
        return scorecards;
    }

    private static Scorecard until(YearMonth month, Scorecard whole) {
        List<Snapshot> snapshots = whole.snapshots().stream()
                .filter(snapshot -> !snapshot.month().isAfter(month))
                .toList();
        return whole.withSnapshots(snapshots);
    }

    /** The same, and others beside one of them, assessed. */
    public static List<Assessment> assessments(String policy) {
        Engine engine = Engine.builtIn(policy);
        List<Scorecard> examples = scorecards(policy);
        return Stream.concat(examples.stream(), beside(engine, examples.get(examples.size() - 1)))
                .filter(scorecard ->
                        ScorecardCheck.faults(scorecard, engine.indicators()).isEmpty())
                .map(scorecard -> Assessment.of(engine.policy(), scorecard, latest(scorecard)))
                .toList();
    }

    private static Stream<Scorecard> beside(Engine engine, Scorecard scorecard) {
        return engine.indicators().indicators().stream()
                .flatMap(indicator ->
                        readings(engine.policy(), indicator).map(reading -> with(scorecard, indicator.id(), reading)));
    }

    private static Stream<Reading> readings(Policy policy, Indicator indicator) {
        Stream<Reading> known = policy.limitsOn(indicator.id()).stream()
                .map(Policy.Limit::value)
                .flatMap(limit -> Stream.of(
                        Reading.of(limit),
                        Reading.of(limit.plus(Exact.ONE)),
                        Reading.of(limit.minus(Exact.ONE)),
                        Reading.of(limit.plus(Exact.ONE)).within(Exact.of(2)),
                        Reading.of(limit.minus(Exact.ONE)).within(Exact.of(2))));
        Stream<Reading> others = Stream.of(
                Reading.of("0"),
                Reading.of("12").within(Exact.of(11)),
                Reading.unknown(UnknownReason.NOT_REPORTED),
                Reading.unknown(UnknownReason.NOT_DUE),
                Reading.unknown(UnknownReason.NO_CASES));
        return Stream.concat(known, others);
    }

    /** Replaces a reading of the latest month. */
    private static Scorecard with(Scorecard scorecard, IndicatorId id, Reading reading) {
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        Snapshot last = snapshots.remove(snapshots.size() - 1);
        Map<IndicatorId, Reading> readings = new TreeMap<>(last.readings());
        readings.put(id, reading);
        snapshots.add(new Snapshot(last.month(), last.completeness(), readings));
        return scorecard.withSnapshots(snapshots);
    }

    private static YearMonth latest(Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        return complete.get(complete.size() - 1);
    }

    /** The coding-agent policy with the conditions of a note replaced. */
    public static PolicyFiles noting(String conditions) {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String file = new String(files.find("rules/history.drl").orElseThrow(), StandardCharsets.UTF_8);
        assertThat(file).contains("    Scope( gap == true )\n");
        return files.with("rules/history.drl", file.replace("    Scope( gap == true )\n", conditions));
    }
}
