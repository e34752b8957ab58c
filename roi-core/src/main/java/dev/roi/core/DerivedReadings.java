package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a scorecard says without writing it down: the values that are computed from others, and the definition that a
 * policy presumes where none is given.
 *
 * <p>A computed value takes the place of the one that is given, which the check has found to agree with it but for
 * rounding. An indicator that can be computed is known, whatever is said of it; where there was nothing to divide by, it
 * has no cases; where what it is computed from does not settle it, a share stays as it was given, and a gain over a cost
 * is not known: nobody believes it without the two.
 */
public final class DerivedReadings {

    private final Scorecard scorecard;
    private final IndicatorSet indicators;

    private DerivedReadings(Scorecard scorecard, IndicatorSet indicators) {
        this.scorecard = scorecard;
        this.indicators = indicators;
    }

    /**
     * Writes down what a scorecard implies.
     *
     * @param scorecard the scorecard, without faults for the policy
     * @param indicators what the policy measures
     * @return the same scorecard, with everything that follows from it
     */
    public static Scorecard complete(Scorecard scorecard, IndicatorSet indicators) {
        requireNonNull(scorecard, "scorecard");
        boolean nothing = indicators.indicators().stream()
                .allMatch(indicator -> indicator.computed().isEmpty()
                        && indicator.definitions().isEmpty());
        return nothing ? scorecard : new DerivedReadings(scorecard, indicators).written();
    }

    private Scorecard written() {
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(scorecard.baselines());
        baselines.replaceAll((id, baseline) ->
                presumed(id).map(usual -> defined(baseline, usual)).orElse(baseline));
        return scorecard
                .withBaselines(baselines)
                .withSnapshots(scorecard.snapshots().stream().map(this::written).toList());
    }

    private Optional<String> presumed(IndicatorId id) {
        return indicators
                .find(id)
                .flatMap(indicator -> indicator.definitions().stream().findFirst());
    }

    private Snapshot written(Snapshot snapshot) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        for (Indicator indicator : indicators.indicators()) {
            indicator
                    .computed()
                    .flatMap(computation -> reading(indicator, computation, snapshot))
                    .ifPresent(reading -> readings.put(indicator.id(), reading));
        }
        readings.replaceAll((id, reading) ->
                presumed(id).map(usual -> defined(reading, usual)).orElse(reading));
        return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
    }

    private static Baseline defined(Baseline baseline, String usual) {
        return baseline.fold(
                given -> given.definition().isPresent() ? given : given.definedAs(usual), undefined -> undefined);
    }

    private static Reading defined(Reading reading, String usual) {
        return reading.fold(
                known -> known.definition().isPresent() ? known : known.definedAs(usual), unknown -> unknown);
    }

    private Optional<Reading> reading(Indicator indicator, Computation computation, Snapshot snapshot) {
        Reading given = snapshot.reading(indicator.id());
        Optional<Computed> computed = Computed.of(computation, snapshot, indicators, scorecard.currency());
        if (computed.isPresent()) {
            return reading(indicator, computed.get(), given);
        }
        return computation.fold(
                share -> Optional.empty(),
                gain -> given.known().map(known -> new Reading.Unknown(UnknownReason.WITHOUT_BASIS, known.note())));
    }

    private static Optional<Reading> reading(Indicator indicator, Computed computed, Reading given) {
        if (computed.isOfNothing()) {
            return Optional.of(new Reading.Unknown(UnknownReason.NO_CASES, given.note()));
        }
        return computed.value().map(value -> {
            Reading.Known bare = computed.doubt().map(Reading.of(value)::within).orElse(Reading.of(value));
            return given.known()
                    .filter(known ->
                            known.unit().isEmpty() || known.unit().get().equals(indicator.unit()))
                    .map(known -> new Reading.Known(
                            value,
                            known.rate(),
                            known.by(),
                            known.definition(),
                            Optional.empty(),
                            known.source(),
                            known.sample(),
                            known.uncertainty().or(bare::uncertainty),
                            known.note()))
                    .orElseGet(() -> given.note().map(bare::noted).orElse(bare));
        });
    }
}
