package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a scorecard says without writing it down: numbers in the units of their indicators, the values that are computed from
 * others or from the budget, and the definition that a policy presumes where none is given.
 *
 * <p>A computed value takes the place of the one that is given, which the check has found to agree with it but for
 * rounding. An indicator that can be computed is known, whatever is said of it; where there was nothing to divide by, it
 * has no cases; where what it is computed from does not settle it, a share stays as it was given, or lies between two
 * values, and a gain over a cost is not known: nobody believes it without the two.
 */
public final class DerivedReadings {

    private final IndicatorSet indicators;
    private final OwnTerms terms;
    private final List<Indicator> computed;
    private final List<Indicator> presuming;
    private final Scorecard base;
    private final List<Snapshot> own;
    private final List<Snapshot> written;

    private DerivedReadings(Scorecard scorecard, IndicatorSet indicators) {
        this.indicators = indicators;
        this.terms = OwnTerms.of(scorecard, indicators);
        this.computed = indicators.indicators().stream()
                .filter(indicator ->
                        indicator.computed().isPresent() || indicator.budget().isPresent())
                .toList();
        this.presuming = indicators.indicators().stream()
                .filter(indicator -> !indicator.definitions().isEmpty())
                .toList();
        Map<IndicatorId, Baseline> baselines = terms.translated(scorecard.baselines());
        this.base = baselines.equals(scorecard.baselines()) ? scorecard : scorecard.withBaselines(baselines);
        this.own = List.of();
        this.written = List.of();
    }

    private DerivedReadings(DerivedReadings before, List<Snapshot> given) {
        this.indicators = before.indicators;
        this.terms = before.terms.copy();
        this.computed = before.computed;
        this.presuming = before.presuming;
        List<Snapshot> translated = terms.translated(given);
        this.own = with(before.own, translated);
        this.base = own.equals(before.base.snapshots()) ? before.base : before.base.withSnapshots(own);
        this.written =
                with(before.written, translated.stream().map(this::written).toList());
    }

    private static List<Snapshot> with(List<Snapshot> before, List<Snapshot> months) {
        List<Snapshot> all = new ArrayList<>(before);
        all.addAll(months);
        return all;
    }

    /**
     * Writes down what a scorecard implies.
     *
     * @param scorecard the scorecard, without faults for the policy
     * @param indicators what the policy measures
     * @return the same scorecard, with everything that follows from it
     */
    public static Scorecard complete(Scorecard scorecard, IndicatorSet indicators) {
        return of(scorecard, indicators).followedBy(scorecard.snapshots()).scorecard();
    }

    /**
     * Begins with what a scorecard says besides its months, to go on with some of them.
     *
     * @param scorecard the scorecard, without faults for the policy
     * @param indicators what the policy measures
     * @return what it implies, without months
     */
    public static DerivedReadings of(Scorecard scorecard, IndicatorSet indicators) {
        return new DerivedReadings(requireNonNull(scorecard, "scorecard"), indicators);
    }

    /**
     * Goes on with further months; nothing in a month depends on a later one, so that these need not be gone through again.
     *
     * @param months months as they are given, in order, all later than those before
     * @return what the scorecard with these months implies
     */
    public DerivedReadings followedBy(List<Snapshot> months) {
        return months.isEmpty() ? this : new DerivedReadings(this, months);
    }

    /**
     * Returns the scorecard with what it implies.
     *
     * @return the months so far, with everything that follows from them
     */
    public Scorecard scorecard() {
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(base.baselines());
        presuming.forEach(indicator ->
                baselines.computeIfPresent(indicator.id(), (id, baseline) -> defined(baseline, usual(indicator))));
        return base.withBaselines(baselines).withSnapshots(written);
    }

    /**
     * Finds what is rounded when a scorecard is reviewed.
     *
     * @param scorecard the scorecard
     * @param month the last month that counts
     * @return the indicators of which a number has more than twelve decimals, in the order of their names
     */
    public static List<IndicatorId> rounded(Scorecard scorecard, YearMonth month) {
        Set<IndicatorId> rounded = new TreeSet<>();
        scorecard.snapshots().stream()
                .filter(snapshot -> !snapshot.month().isAfter(month))
                .forEach(snapshot -> snapshot.readings()
                        .forEach((id, reading) ->
                                reading.known().filter(OwnTerms::isLong).ifPresent(known -> rounded.add(id))));
        return List.copyOf(rounded);
    }

    private static String usual(Indicator presuming) {
        return presuming.definitions().get(0);
    }

    private Snapshot written(Snapshot snapshot) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        for (Indicator indicator : computed) {
            indicator
                    .computed()
                    .flatMap(computation -> reading(indicator, computation, snapshot))
                    .or(() -> indicator.budget().flatMap(share -> CostToDate.of(base, share, snapshot, indicators)))
                    .ifPresent(reading -> readings.put(indicator.id(), reading));
        }
        presuming.forEach(indicator ->
                readings.computeIfPresent(indicator.id(), (id, reading) -> defined(reading, usual(indicator))));
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
        Optional<Computed> computed = Computed.of(indicator, computation, snapshot, indicators, base.currency());
        if (computed.isPresent()) {
            boolean isOpen =
                    computation.fold(share -> computed.get().doubt().isPresent(), gain -> false, ratio -> false);
            return isOpen && given.known().isPresent()
                    ? Optional.empty()
                    : reading(indicator, computed.get(), given)
                            .map(reading -> asItsSources(reading, computation, snapshot));
        }
        return computation.fold(
                share -> Optional.empty(),
                gain -> given.known().map(known -> new Reading.Unknown(UnknownReason.WITHOUT_BASIS, known.note())),
                ratio -> Optional.empty());
    }

    /** What is computed from a figure that may still change, or that is of some days only, is so itself. */
    private static Reading asItsSources(Reading reading, Computation computation, Snapshot snapshot) {
        return reading.fold(
                known -> {
                    Reading.Known result = known;
                    for (IndicatorId id : computation.sources()) {
                        Optional<Reading.Known> source = snapshot.reading(id).known();
                        if (source.filter(of -> of.status() == Reading.Status.PROVISIONAL)
                                .isPresent()) {
                            result = result.as(Reading.Status.PROVISIONAL);
                        }
                        Optional<Reading.Days> days = source.flatMap(Reading.Known::covers);
                        if (days.isPresent() && result.covers().isEmpty()) {
                            result = result.covering(days.get());
                        }
                    }
                    return result;
                },
                unknown -> unknown);
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
                    .map(known -> known.rate()
                            .map(known::counted)
                            .orElseGet(() -> known.valued(value))
                            .in(Optional.empty())
                            .within(known.uncertainty().or(bare::uncertainty)))
                    .orElseGet(() -> given.note().map(bare::noted).orElse(bare));
        });
    }
}
