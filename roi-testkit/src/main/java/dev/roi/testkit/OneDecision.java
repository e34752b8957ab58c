package dev.roi.testkit;

import dev.roi.core.Dimension;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import dev.roi.core.json.Json;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Law 1. */
final class OneDecision {

    private OneDecision() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("the latest complete month is reviewed, with at least one reason", OneDecision::isReviewed),
                Clause.of("the same scorecard gives the same bytes again", OneDecision::isRepeatable),
                Clause.of("the order of months, indicators and parts does not matter", OneDecision::ignoresOrder),
                Clause.of("the order of the register does not matter", OneDecision::ignoresOrderOfRegister),
                Clause.of("later months are not read", OneDecision::ignoresLaterMonths),
                Clause.of("an earlier month is reviewed as it was at its time", OneDecision::ignoresWhatCameAfter));
    }

    private static void isReviewed(Trial trial) {
        List<YearMonth> complete = trial.scorecard().completeMonths();
        trial.expect(
                trial.month().equals(complete.get(complete.size() - 1)),
                () -> "the review of %s".formatted(complete.get(complete.size() - 1)));
        trial.expect(!trial.review().justifications().isEmpty(), () -> "at least one reason");
    }

    private static void isRepeatable(Trial trial) {
        expectSame(trial, trial.review(trial.scorecard()), "the same bytes when it is reviewed again");
        trial.expectDecision(
                trial.scorecard(),
                decision -> decision == trial.review().decision(),
                () -> "the decision of the review when it is not written");
    }

    private static void expectSame(Trial trial, Review again, String expected) {
        expectSame(trial, trial.review(), again, expected);
    }

    private static void expectSame(Trial trial, Review once, Review again, String expected) {
        trial.expect(again.equals(once) && Json.write(again).equals(Json.write(once)), () -> expected, again);
    }

    private static void ignoresOrder(Trial trial) {
        Scorecard scorecard = trial.scorecard();
        List<Snapshot> snapshots = new ArrayList<>();
        scorecard.snapshots().forEach(snapshot -> snapshots.add(backwards(snapshot)));
        Collections.reverse(snapshots);
        Scorecard reversed =
                scorecard.withBaselines(backwards(scorecard.baselines())).withSnapshots(snapshots);
        expectSame(trial, trial.review(reversed), "the same bytes with months, indicators and parts in reverse order");
    }

    private static Snapshot backwards(Snapshot snapshot) {
        Map<IndicatorId, Reading> readings = new TreeMap<>();
        snapshot.readings()
                .forEach((id, reading) ->
                        readings.put(id, reading.<Reading>fold(OneDecision::backwards, unknown -> unknown)));
        return new Snapshot(snapshot.month(), snapshot.completeness(), backwards(readings));
    }

    private static Reading.Known backwards(Reading.Known reading) {
        Map<Dimension, Map<String, Reading.Part>> by = new LinkedHashMap<>();
        backwards(new TreeMap<>(reading.by())).forEach((dimension, parts) -> by.put(dimension, backwards(parts)));
        return reading.by(by);
    }

    private static <K, V> Map<K, V> backwards(Map<K, V> map) {
        List<K> keys = new ArrayList<>(map.keySet());
        Collections.reverse(keys);
        Map<K, V> reversed = new LinkedHashMap<>();
        keys.forEach(key -> reversed.put(key, map.get(key)));
        return reversed;
    }

    private static void ignoresOrderOfRegister(Trial trial) {
        List<Workflow> register = new ArrayList<>(trial.scorecard().workflows());
        Collections.reverse(register);
        Review review = trial.review(Edit.workflows(trial.scorecard(), register));
        expectSame(trial, review, "the same bytes with the register in reverse order");
    }

    private static void ignoresLaterMonths(Trial trial) {
        Scorecard scorecard = Edit.upTo(trial.scorecard(), trial.month());
        Snapshot first = scorecard.snapshots().get(0);
        Snapshot last = trial.snapshot();
        Scorecard later = Edit.and(
                scorecard,
                Snapshot.complete(trial.month().plusMonths(1), Map.of()),
                Edit.completeness(Edit.at(last, trial.month().plusMonths(2)), Snapshot.Completeness.PARTIAL),
                Edit.completeness(Edit.at(first, trial.month().plusMonths(4)), Snapshot.Completeness.COMPLETE));
        Review named = trial.review(trial.scorecard(), trial.month());
        expectSame(
                trial,
                named,
                trial.review(later, trial.month()),
                "the same bytes for %s when months follow that are empty, partial and complete"
                        .formatted(trial.month()));
        expectSame(
                trial,
                named,
                trial.review(scorecard, trial.month()),
                "the same bytes for %s when no month follows".formatted(trial.month()));
    }

    private static void ignoresWhatCameAfter(Trial trial) {
        List<YearMonth> complete = trial.scorecard().completeMonths();
        for (int i = 0; i + 1 < complete.size(); i += Math.max(1, complete.size() / 3)) {
            YearMonth month = complete.get(i);
            Review now = trial.review(trial.scorecard(), month);
            Review then = trial.review(Edit.upTo(trial.scorecard(), month));
            trial.expect(
                    now.equals(then),
                    () -> "the review of %s to be the one made before the later months were known".formatted(month),
                    now);
        }
    }
}
