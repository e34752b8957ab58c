package dev.roi.rules.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Move;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rules that join readings, count them or look back: what is told of them was tried, and what was not is not claimed. */
class JoinedRulesTest {

    private static final Path DATA = Path.of("../roi-examples/data");
    private static final String THRESHOLDS = """

        board.worse: { value: 2, unit: count, range: { least: 0 }, because: the board says so }
        board.months: { value: 3, unit: months, range: { least: 0 }, because: the board says so }
        board.average: { value: 6, unit: days, range: { least: 0 }, because: the board says so }
        """;

    /** The policy with one more rule that adjusts. */
    private static Engine engine(String conditions) {
        PolicyFiles files = BuiltInMonths.noting(conditions.indent(4));
        String rules = new String(files.find("rules/history.drl").orElseThrow(), UTF_8);
        int rule = rules.indexOf("rule \"months-missing\"");
        String adjusting = rules.substring(0, rule)
                + rules.substring(rule).replaceFirst("findings\\.note\\(\\)", "findings.adjust( \"review\" )");
        String thresholds = new String(files.find(PolicyFiles.THRESHOLDS).orElseThrow(), UTF_8);
        return Engine.of(
                files.with("rules/history.drl", adjusting).with(PolicyFiles.THRESHOLDS, thresholds + THRESHOLDS));
    }

    private static Scorecard with(Scorecard scorecard, Map<IndicatorId, Exact> values) {
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        Snapshot last = snapshots.remove(snapshots.size() - 1);
        Map<IndicatorId, Reading> readings = new TreeMap<>(last.readings());
        values.forEach((id, value) -> readings.put(id, Reading.of(value)));
        snapshots.add(Snapshot.complete(last.month(), readings));
        return scorecard.withSnapshots(snapshots);
    }

    private static Scorecard refactoring(Engine engine) {
        return engine.read(DATA.resolve("rollout/refactoring.json"))
                .scorecards()
                .get(0);
    }

    private static void assertTried(Engine engine, Scorecard scorecard, Change change) {
        Map<IndicatorId, Exact> made = new TreeMap<>();
        change.moves().forEach(move -> made.put(move.indicator().orElseThrow(), move.to()));
        assertThat(engine.decide(with(scorecard, made), ReviewRequest.LATEST))
                .as("%s", change)
                .isEqualTo(change.to());
        for (Move move : change.moves()) {
            Exact unit = Exact.ONE.dividedBy(Exact.of(move.to().isWhole() ? 1 : 10));
            Map<IndicatorId, Exact> less = new TreeMap<>(made);
            boolean isUp = move.to().isAbove(move.from().orElseThrow());
            less.put(
                    move.indicator().orElseThrow(),
                    isUp ? move.to().minus(unit) : move.to().plus(unit));
            assertThat(engine.decide(with(scorecard, less), ReviewRequest.LATEST))
                    .as("one step less than %s", change)
                    .isNotEqualTo(change.to());
        }
    }

    @Test
    void a_reading_that_is_held_against_another_is_moved_to_just_where_the_rule_falls_silent() {
        Engine engine = engine("""
            Reading( indicator == "cycle-time", $days : value )
            Reading( indicator == "lead-time", value > $days )\
            """);
        Scorecard scorecard = with(
                refactoring(engine),
                Map.of(new IndicatorId("lead-time"), Exact.of("6.1"), new IndicatorId("cycle-time"), Exact.of("4.2")));

        WhatIf found = engine.whatIf(scorecard, ReviewRequest.LATEST);

        assertThat(found.decision()).isEqualTo(Decision.ADJUST);
        List<Change> alone = found.changes().stream()
                .filter(change ->
                        change.to() == Decision.MAINTAIN && change.moves().size() == 1)
                .toList();
        assertThat(alone).isNotEmpty();
        alone.forEach(change -> assertTried(engine, scorecard, change));
    }

    @Test
    void an_average_over_months_is_brought_down_by_this_months_reading() {
        Engine engine = engine("""
            Threshold( id == "board.months", $months : value )
            Threshold( id == "board.average", $limit : value )
            accumulate( History( indicator == "lead-time", monthsAgo < $months, $v : value ); $mean : average( $v ); $mean > $limit )\
            """);
        Scorecard scorecard = refactoring(engine);

        WhatIf found = engine.whatIf(scorecard, ReviewRequest.LATEST);

        assertThat(found.decision()).isEqualTo(Decision.ADJUST);
        assertThat(found.changes())
                .filteredOn(change -> change.to() == Decision.MAINTAIN)
                .singleElement()
                .satisfies(change -> assertTried(engine, scorecard, change));
    }

    @Test
    void of_readings_that_are_counted_together_nothing_is_claimed_that_was_not_tried() {
        Engine engine = engine("""
            Threshold( id == "board.worse", $two : value )
            accumulate( Comparison( indicator in ( "lead-time", "cycle-time", "review-time" ), result != "worse" ); $n : count(); $n >= $two )\
            """);
        Scorecard scorecard = refactoring(engine);

        WhatIf found = engine.whatIf(scorecard, ReviewRequest.LATEST);

        assertThat(found.decision()).isEqualTo(Decision.ADJUST);
        found.changes().stream()
                .filter(change -> change.months() == 0)
                .forEach(change -> assertTried(engine, scorecard, change));
        assertThat(found.impossible())
                .isNotEmpty()
                .allMatch(impossible -> !impossible.decided()
                        && impossible
                                .because()
                                .equals(List.of("not decided: rules hold readings against each other, or"
                                        + " against earlier months")));
    }
}
