package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Portfolio;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Scorecards, and what they are made of, for properties of jqwik. All of them are valid for the policy's indicators, and
 * shrink to small ones: fewer months, fewer indicators, plain readings, round numbers.
 *
 * <p>Scorecards have 1 to 24 months: some missing, partial or unknown; with definitions that change in mid-series or are
 * given on one side, readings in another unit, uncertainties, breakdowns with and without a rest, workflows that are not
 * authorised or not in the register, baselines that are missing, undefined or zero, and a first use before, in or after
 * the first month. Most have a {@link Shape} and are then disturbed a little, so that each decision comes up.
 *
 * <p>Nothing of a particular policy is known here. Immutable and safe for use by several threads.
 */
public final class ScorecardArbitraries {

    private final IndicatorSet indicators;
    private final ScorecardGenerator generator;
    private final ScorecardShrinker shrinker;

    private ScorecardArbitraries(IndicatorSet indicators, Map<IndicatorId, List<Exact>> limits) {
        this.indicators = indicators;
        this.generator = new ScorecardGenerator(indicators, limits);
        this.shrinker = new ScorecardShrinker(indicators);
    }

    /**
     * Returns arbitraries for what a set of indicators allows.
     *
     * @param indicators the blocks and indicators
     * @return the arbitraries
     */
    public static ScorecardArbitraries of(IndicatorSet indicators) {
        return new ScorecardArbitraries(indicators, Map.of());
    }

    /**
     * Returns arbitraries for what a policy's indicators allow. Many values lie at the limits that its rules hold them
     * against, or just beside them.
     *
     * @param policy the policy
     * @return the arbitraries
     */
    public static ScorecardArbitraries of(Policy policy) {
        Map<IndicatorId, List<Exact>> limits = new LinkedHashMap<>();
        for (Indicator indicator : policy.indicators().indicators()) {
            List<Exact> values = policy.limitsOn(indicator.id()).stream()
                    .map(Policy.Limit::value)
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                limits.put(indicator.id(), values);
            }
        }
        return new ScorecardArbitraries(policy.indicators(), limits);
    }

    ScorecardGenerator generator() {
        return generator;
    }

    ScorecardShrinker shrinker() {
        return shrinker;
    }

    /**
     * Returns readings of an indicator, known and unknown.
     *
     * @param id the indicator
     * @return the arbitrary
     * @throws NoSuchElementException when there is no such indicator
     */
    public Arbitrary<Reading> readings(IndicatorId id) {
        Indicator indicator = indicators.indicator(id);
        return Arbitraries.fromGenerator(random -> new Shrinking<>(
                generator.readings().next(indicator, random),
                reading -> shrinker.than(indicator, reading),
                ScorecardShrinker::size));
    }

    /**
     * Returns months, complete and partial, of readings without history.
     *
     * @return the arbitrary
     */
    public Arbitrary<Snapshot> snapshots() {
        return Arbitraries.fromGenerator(random -> new Shrinking<>(
                generator.snapshot(random),
                snapshot -> shrinker.than(alone(snapshot))
                        .map(scorecard -> scorecard.snapshots().get(0)),
                snapshot -> ScorecardShrinker.size(alone(snapshot))));
    }

    private static Scorecard alone(Snapshot snapshot) {
        return Scorecard.of(Scope.of(Level.WORKFLOW, "scope-a"))
                .snapshot(snapshot)
                .build();
    }

    /**
     * Returns scorecards of all shapes, disturbed.
     *
     * @return the arbitrary; every scorecard has at least one complete month
     */
    public Arbitrary<Scorecard> scorecards() {
        return Arbitraries.fromGenerator(
                random -> new Shrinking<>(generator.next(random), shrinker::than, ScorecardShrinker::size));
    }

    /**
     * Returns scorecards of one shape, disturbed.
     *
     * @param shape the shape
     * @return the arbitrary; every scorecard has at least one complete month
     */
    public Arbitrary<Scorecard> scorecards(Shape shape) {
        return Arbitraries.fromGenerator(random -> new Shrinking<>(
                generator.next(random, shape, Scope.of(Level.WORKFLOW, "scope-a")),
                shrinker::than,
                ScorecardShrinker::size));
    }

    /**
     * Returns one to five scopes that are read together.
     *
     * @return the arbitrary; every scorecard has at least one complete month
     */
    public Arbitrary<Portfolio> portfolios() {
        return Arbitraries.fromGenerator(
                random -> new Shrinking<>(generator.portfolio(random), shrinker::than, ScorecardShrinker::size));
    }

    /** A value that shrinks to smaller ones of its kind. */
    private record Shrinking<T>(T value, Function<T, Stream<T>> fewer, ToLongFunction<T> size)
            implements Shrinkable<T> {

        @Override
        public Stream<Shrinkable<T>> shrink() {
            return fewer.apply(value).map(candidate -> new Shrinking<>(candidate, fewer, size));
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(size.applyAsLong(value));
        }
    }
}
