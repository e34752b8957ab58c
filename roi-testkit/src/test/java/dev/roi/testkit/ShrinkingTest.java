package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Portfolio;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;

/** What jqwik shows of a property that fails is small enough to be understood. */
class ShrinkingTest {

    private static final IndicatorId INCIDENTS = new IndicatorId("incidents");
    private static final ScorecardArbitraries ARBITRARIES =
            ScorecardArbitraries.of(Engine.builtIn("coding-agent").policy());

    /** Draws until a property fails, and shrinks as jqwik does: to any smaller value for which it fails too. */
    private static <T> T smallest(Arbitrary<T> arbitrary, Predicate<T> fails) {
        Random random = new Random(11);
        Shrinkable<T> shrinkable = arbitrary.generator(1_000).next(random);
        while (!fails.test(shrinkable.value())) {
            shrinkable = arbitrary.generator(1_000).next(random);
        }
        for (Optional<Shrinkable<T>> next = Optional.of(shrinkable); next.isPresent(); ) {
            shrinkable = next.get();
            Shrinkable<T> last = shrinkable;
            next = last.shrink()
                    .filter(smaller -> smaller.distance().compareTo(last.distance()) < 0)
                    .filter(smaller -> fails.test(smaller.value()))
                    .findFirst();
        }
        return shrinkable.value();
    }

    private static boolean isMany(Reading reading) {
        return reading.known()
                .filter(known -> known.value().isAbove(Exact.of(7)))
                .isPresent();
    }

    private static boolean hasMany(Snapshot month) {
        return isMany(month.reading(INCIDENTS));
    }

    private static boolean hasMany(Scorecard scorecard) {
        return scorecard.snapshots().stream().anyMatch(ShrinkingTest::hasMany);
    }

    private static Scorecard one(Scorecard like) {
        return Scorecard.of(Scope.of(Level.WORKFLOW, like.scope().id()))
                .snapshot(Snapshot.complete(like.snapshots().get(0).month(), Map.of(INCIDENTS, Reading.of("10"))))
                .build();
    }

    @Test
    void a_reading_shrinks_to_a_plain_round_number() {
        assertThat(smallest(ARBITRARIES.readings(INCIDENTS), ShrinkingTest::isMany))
                .isEqualTo(Reading.of("10"));
    }

    @Test
    void an_unknown_reading_shrinks_to_one_that_was_not_reported() {
        Reading smallest = smallest(
                ARBITRARIES.readings(INCIDENTS), reading -> reading.known().isEmpty());
        assertThat(smallest).isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
    }

    @Test
    void a_month_shrinks_to_the_reading_that_matters() {
        Snapshot smallest = smallest(ARBITRARIES.snapshots(), ShrinkingTest::hasMany);
        assertThat(smallest).isEqualTo(Snapshot.complete(smallest.month(), Map.of(INCIDENTS, Reading.of("10"))));
    }

    @Test
    void a_scorecard_shrinks_to_the_month_and_the_reading_that_matter() {
        Scorecard smallest = smallest(ARBITRARIES.scorecards(), ShrinkingTest::hasMany);
        assertThat(smallest).isEqualTo(one(smallest));
    }

    @Test
    void a_history_keeps_as_many_months_as_it_takes() {
        Scorecard smallest = smallest(
                ARBITRARIES.scorecards(Shape.RISING),
                scorecard -> scorecard.snapshots().size() >= 3);
        assertThat(smallest.snapshots())
                .hasSize(3)
                .allSatisfy(month -> assertThat(month.readings()).isEmpty());
        assertThat(smallest.baselines()).isEmpty();
    }

    @Test
    void a_portfolio_shrinks_to_the_scope_that_matters() {
        Portfolio smallest = smallest(
                ARBITRARIES.portfolios(),
                portfolio -> portfolio.scorecards().size() > 1
                        && portfolio.scorecards().stream().anyMatch(ShrinkingTest::hasMany));
        List<Scorecard> scopes = smallest.scorecards();
        assertThat(scopes).hasSize(2);
        assertThat(scopes)
                .filteredOn(ShrinkingTest::hasMany)
                .allSatisfy(scope -> assertThat(scope).isEqualTo(one(scope)));
        assertThat(scopes)
                .filteredOn(scope -> !hasMany(scope))
                .allSatisfy(scope -> assertThat(scope.snapshots())
                        .hasSize(1)
                        .allSatisfy(month -> assertThat(month.readings()).isEmpty()));
    }
}
