package dev.roi.core.trend;

import static dev.roi.core.Direction.CONTEXT;
import static dev.roi.core.Direction.HIGHER_IS_BETTER;
import static dev.roi.core.Direction.LOWER_IS_BETTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Range;
import dev.roi.core.Trend;
import dev.roi.core.Trend.Course;
import dev.roi.core.Trend.Reason;
import dev.roi.core.trend.History.Point;
import dev.roi.core.trend.ProcessBehaviourChart.MovingRanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrendsPropertiesTest {

    private static final Range TARGET = Range.between(Exact.of(4), Exact.of(9));

    @Property(tries = 2000, seed = "3")
    void limits_from_enough_points_are_those_of_the_screened_chart(@ForAll("series") Series series) {
        Series known =
                new Series(series.months().stream().filter(Optional::isPresent).toList());
        if (known.months().size() < 13) {
            return;
        }
        List<Exact> before = known.months().stream()
                .limit(known.months().size() - 1L)
                .map(Optional::orElseThrow)
                .toList();
        ProcessBehaviourChart chart =
                ProcessBehaviourChart.of(List.of(before), MovingRanges.SCREENED).orElseThrow();
        Series above = known.withLatest(chart.upperLimit().plus(Exact.of("2e-12")));

        boolean chunky = IntStream.range(1, before.size())
                .mapToObj(i -> before.get(i).minus(before.get(i - 1)).magnitude())
                .filter(range -> !range.isZero())
                .allMatch(range -> range.isAbove(chart.averageMovingRange()));
        if (!chunky) {
            assertThat(goodness(above.trend(HIGHER_IS_BETTER))).isNotZero();
        }
    }

    @Property(tries = 2000, seed = "4")
    void scale_and_origin_do_not_matter(
            @ForAll("series") Series any, @ForAll("factor") Exact factor, @ForAll("shift") Exact shift) {
        Series series = any.map(value -> Exact.of(value.rounded(9)));
        Series moved = series.map(value -> value.times(factor).plus(shift));

        assertThat(moved.trend(LOWER_IS_BETTER)).isEqualTo(series.trend(LOWER_IS_BETTER));
    }

    @Property(tries = 2000, seed = "5")
    void values_turned_round_with_their_better_side_have_the_same_trend(@ForAll("series") Series series) {
        assertThat(series.map(Exact::negated).trend(LOWER_IS_BETTER)).isEqualTo(series.trend(HIGHER_IS_BETTER));
    }

    @Property(tries = 2000, seed = "6")
    void the_other_better_side_turns_the_trend_round(@ForAll("series") Series series) {
        Trend higher = series.trend(HIGHER_IS_BETTER);
        Trend turned = switch (higher.course()) {
            case IMPROVING -> Trend.of(Course.WORSENING);
            case WORSENING -> Trend.of(Course.IMPROVING);
            case STABLE, UNDETERMINED -> higher;
        };

        assertThat(series.trend(LOWER_IS_BETTER)).isEqualTo(turned);
    }

    @Property(tries = 1000, seed = "7")
    void context_is_undetermined_where_it_moves_and_otherwise_as_any_other(@ForAll("series") Series series) {
        Trend higher = series.trend(HIGHER_IS_BETTER);

        assertThat(series.trend(CONTEXT))
                .isEqualTo(
                        switch (higher.course()) {
                            case IMPROVING, WORSENING -> Trend.undetermined(Reason.NO_BETTER_SIDE);
                            case STABLE, UNDETERMINED -> higher;
                        });
    }

    @Property(tries = 1000, seed = "8")
    void the_order_of_input_does_not_matter(@ForAll("series") Series series, @ForAll Random random) {
        History history = series.history();
        List<Point> points = new ArrayList<>(history.points());
        Collections.shuffle(points, random);

        assertThat(new History(history.month(), points)).isEqualTo(history);
    }

    @Property(tries = 2000, seed = "9")
    void few_points_are_never_stable_and_very_few_never_a_trend(@ForAll("series") Series series) {
        int points = series.history().points().size();
        Course course = series.trend(HIGHER_IS_BETTER).course();

        if (points < TrendSettings.STANDARD.stablePoints()) {
            assertThat(course).isNotEqualTo(Course.STABLE);
        }
        if (points < TrendSettings.STANDARD.signalPoints()) {
            assertThat(course).isEqualTo(Course.UNDETERMINED);
        }
    }

    @Property(tries = 4000, seed = "10")
    void a_better_latest_point_never_makes_the_trend_worse(
            @ForAll("series") Series series,
            @ForAll("step") Exact step,
            @ForAll Direction direction,
            @ForAll Counting counting) {
        Optional<Exact> latest = series.history().latest();
        if (latest.isEmpty() || direction == CONTEXT) {
            return;
        }
        Series better = series.withLatest(
                switch (direction) {
                    case HIGHER_IS_BETTER -> latest.get().plus(step);
                    case LOWER_IS_BETTER -> latest.get().minus(step);
                    case TARGET_RANGE, CONTEXT -> nearer(latest.get(), step);
                });

        assertThat(goodness(trend(better, direction, counting)))
                .isGreaterThanOrEqualTo(goodness(trend(series, direction, counting)));
    }

    @Property(tries = 1000, seed = "11")
    void a_planted_drift_is_found(@ForAll("drift") Exact drift, @ForAll @IntRange(min = 6, max = 24) int length) {
        List<Optional<Exact>> months = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            months.add(Optional.of(drift.times(Exact.of(i))));
        }

        assertThat(new Series(months).trend(HIGHER_IS_BETTER)).isEqualTo(Trend.of(Course.IMPROVING));
    }

    @Test
    void noise_rarely_shows_a_trend() {
        assertThat(alarms(6, Series::trend, TrendsPropertiesTest::normal)).isBetween(0.004, 0.012);
        assertThat(alarms(12, Series::trend, TrendsPropertiesTest::normal)).isBetween(0.006, 0.014);
        assertThat(alarms(13, Series::trend, TrendsPropertiesTest::normal)).isBetween(0.018, 0.028);
        assertThat(alarms(24, Series::trend, TrendsPropertiesTest::normal)).isBetween(0.012, 0.020);
        assertThat(alarms(60, Series::trend, TrendsPropertiesTest::normal)).isBetween(0.008, 0.018);
    }

    @Test
    void coarse_noise_and_rare_events_rarely_show_a_trend() {
        assertThat(alarms(24, Series::trend, random -> Math.round(random.nextGaussian())))
                .isLessThan(0.02);
        assertThat(alarms(24, Series::trend, random -> Math.round(random.nextGaussian() / 3)))
                .isLessThan(0.02);
        for (double mean : new double[] {0.05, 0.3, 1, 4}) {
            assertThat(alarms(24, Series::trendOfCounts, random -> events(mean, random)))
                    .isLessThan(0.02);
            assertThat(alarms(12, Series::trendOfCounts, random -> events(mean, random)))
                    .isLessThan(0.02);
        }
    }

    @Test
    void a_planted_step_is_found_in_noise() {
        assertThat(found(13, 1, 6)).isGreaterThan(0.95); // the latest of 13 points, six standard deviations away
        assertThat(found(24, 1, 4)).isGreaterThan(0.75);
        assertThat(found(24, 8, 3)).isGreaterThan(0.85); // the latest eight of 24 points
    }

    /** A normal distribution, to three decimals. */
    private static long normal(Random random) {
        return Math.round(random.nextGaussian() * 1000);
    }

    /** A number of events of a Poisson distribution. */
    private static long events(double mean, Random random) {
        long events = 0;
        for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
            events++;
        }
        return events;
    }

    /** The share of 10,000 series of noise alone that show a trend: a measurement, pinned by its seed. */
    private static double alarms(int length, BiFunction<Series, Direction, Trend> trend, ToLongFunction<Random> noise) {
        Random random = new Random(20260619);
        return share(() -> {
            Series series = noise(length, noise, random);
            return goodness(trend.apply(series, HIGHER_IS_BETTER)) != 0;
        });
    }

    /** The share of 10,000 noisy series that show a rise, when their latest points are raised. */
    private static double found(int length, int raised, int standardDeviations) {
        Random random = new Random(20260619);
        return share(() -> {
            List<Optional<Exact>> months = new ArrayList<>(
                    noise(length, TrendsPropertiesTest::normal, random).months());
            for (int i = length - raised; i < length; i++) {
                months.set(i, months.get(i).map(value -> value.plus(Exact.of(1000L * standardDeviations))));
            }
            return goodness(new Series(months).trend(HIGHER_IS_BETTER)) > 0;
        });
    }

    private static Series noise(int length, ToLongFunction<Random> noise, Random random) {
        List<Optional<Exact>> months = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            months.add(Optional.of(Exact.of(noise.applyAsLong(random))));
        }
        return new Series(months);
    }

    private static double share(BooleanSupplier trial) {
        int tries = 10_000;
        int hits = 0;
        for (int k = 0; k < tries; k++) {
            hits += trial.getAsBoolean() ? 1 : 0;
        }
        return (double) hits / tries;
    }

    @Provide
    Arbitrary<Series> series() {
        Arbitrary<Exact> few = Arbitraries.integers().between(0, 12).map(Exact::of);
        Arbitrary<Exact> thirds =
                Arbitraries.integers().between(0, 40).map(numerator -> Exact.ratio(Exact.of(numerator), Exact.of(3)));
        Arbitrary<Exact> rare = Arbitraries.frequency(Tuple.of(9, 5), Tuple.of(1, 6), Tuple.of(1, 9))
                .map(Exact::of);
        Arbitrary<Exact> drifting = Arbitraries.integers().between(-3, 4).map(Exact::of);
        Arbitrary<Series> series = Arbitraries.oneOf(
                months(few, 1, 30),
                months(few, 10, 30),
                months(thirds, 10, 30),
                months(rare, 6, 40),
                months(drifting, 5, 30).map(TrendsPropertiesTest::summedUp),
                months(few, 12, 30).map(TrendsPropertiesTest::stepped));
        return Combinators.combine(series, Arbitraries.of(Exact.ONE, Exact.of(-1)))
                .as((months, sign) -> months.map(value -> value.times(sign)));
    }

    private static Arbitrary<Series> months(Arbitrary<Exact> values, int least, int most) {
        return values.optional(0.95).list().ofMinSize(least).ofMaxSize(most).map(Series::new);
    }

    private static Series summedUp(Series steps) {
        Exact[] sum = {Exact.ZERO};
        return steps.map(step -> sum[0] = sum[0].plus(step));
    }

    private static Series stepped(Series series) {
        List<Optional<Exact>> months = new ArrayList<>(series.months());
        for (int i = months.size() - 8; i < months.size(); i++) {
            months.set(i, months.get(i).map(value -> value.plus(Exact.of(7))));
        }
        return new Series(months);
    }

    @Provide
    Arbitrary<Exact> factor() {
        return Arbitraries.integers().between(1, 1000).map(Exact::of);
    }

    @Provide
    Arbitrary<Exact> shift() {
        return Arbitraries.of("0", "1e20", "-1e20", "0.000001", "-77.7").map(Exact::of);
    }

    @Provide
    Arbitrary<Exact> step() {
        return Arbitraries.of("0.000000001", "0.5", "1", "3", "10", "1000").map(Exact::of);
    }

    @Provide
    Arbitrary<Exact> drift() {
        return Arbitraries.of("0.000000001", "0.1", "1", "1e9").map(Exact::of);
    }

    private static Trend trend(Series series, Direction direction, Counting counting) {
        Optional<Range> target = direction == Direction.TARGET_RANGE ? Optional.of(TARGET) : Optional.empty();
        return Trends.of(series.history(), direction, target, counting, TrendSettings.STANDARD);
    }

    private static Exact nearer(Exact value, Exact step) {
        if (value.isBelow(Exact.of(4))) {
            return value.plus(step).isAbove(Exact.of(9)) ? Exact.of(9) : value.plus(step);
        }
        return value.isAbove(Exact.of(9)) && value.minus(step).isAbove(Exact.of(4)) ? value.minus(step) : Exact.of(5);
    }

    private static int goodness(Trend trend) {
        return switch (trend.course()) {
            case IMPROVING -> 1;
            case STABLE, UNDETERMINED -> 0;
            case WORSENING -> -1;
        };
    }
}
