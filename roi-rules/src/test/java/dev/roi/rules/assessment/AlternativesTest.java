package dev.roi.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken over from another scorecard is what would have been found without it. */
class AlternativesTest {

    private static final int MOST_MONTHS = 2;

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void one_after_the_other_they_are_assessed_as_each_would_be_by_itself(String policy) {
        Engine engine = Engine.builtIn(policy);
        List<Indicator> indicators = engine.indicators().indicators();
        int turn = 0;
        for (Scorecard scorecard : BuiltInMonths.scorecards(policy)) {
            List<Snapshot> given = scorecard.snapshots();
            Snapshot last = given.get(given.size() - 1);
            Alternatives alternatives = new Alternatives(engine.policy(), scorecard, last.month());
            for (int i = 0; i < 5; i++) {
                Indicator moved = indicators.get(turn++ % indicators.size());
                List<Snapshot> rest = rest(last, moved.id(), turn);
                YearMonth month = rest.get(rest.size() - 1).month();

                Assessment found = alternatives.assess(rest);

                Assessment alone = Assessment.of(engine.policy(), alternatives.scorecard(rest), month);
                assertThat(found.facts()).as("%s of %s", moved.id(), rest).isEqualTo(alone.facts());
                assertThat(found.indicators()).isEqualTo(alone.indicators());
                assertThat(found.runs()).isEqualTo(alone.runs());
            }
        }
    }

    private static List<Snapshot> rest(Snapshot last, IndicatorId moved, int turn) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(last.readings());
        readings.put(
                moved,
                turn % 3 == 0 ? Reading.unknown(UnknownReason.NOT_REPORTED) : Reading.of(String.valueOf(turn % 97)));
        List<Snapshot> rest = new ArrayList<>();
        for (int months = 0; months <= turn % (MOST_MONTHS + 1); months++) {
            rest.add(Snapshot.complete(last.month().plusMonths(months), readings));
        }
        return rest;
    }
}
