package dev.roi.testkit.model;

import dev.roi.core.Breakdown;
import dev.roi.core.Computation;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a scorecard says of each month. */
final class Sheet {

    private static final int MONTHS_OF_NO_CASES = 3;

    private final Scorecard scorecard;
    private final IndicatorSet indicators;
    private final Map<IndicatorId, IndicatorId> cases;

    /** Takes, beside the scorecard, of what an indicator is a share or the cost. */
    Sheet(Scorecard scorecard, IndicatorSet indicators, Map<IndicatorId, IndicatorId> cases) {
        this.scorecard = scorecard;
        this.indicators = indicators;
        this.cases = cases;
    }

    Scorecard scorecard() {
        return scorecard;
    }

    Indicator indicator(IndicatorId id) {
        return indicators.indicator(id);
    }

    YearMonth firstUse() {
        return scorecard.scope().firstUse().orElse(firstMonth());
    }

    YearMonth firstMonth() {
        return scorecard.snapshots().get(0).month();
    }

    /** Counts the months of use before a month: 0 in the first one. */
    int age(YearMonth month) {
        return (int) firstUse().until(month, ChronoUnit.MONTHS);
    }

    /** Tells whether a month counts for decisions: it is there, complete, and a month of use. */
    boolean isWhole(YearMonth month) {
        return age(month) >= 0 && isComplete(month);
    }

    boolean isComplete(YearMonth month) {
        return scorecard.find(month).filter(Snapshot::isComplete).isPresent();
    }

    boolean isDue(YearMonth month, IndicatorId id) {
        return age(month) >= indicator(id).lagMonths();
    }

    private Reading reading(YearMonth month, IndicatorId id) {
        Snapshot snapshot = scorecard.find(month).orElseThrow();
        Reading given = snapshot.reading(id);
        return indicator(id)
                .computed()
                .flatMap(computation -> computation.<Optional<Reading>>fold(
                        share -> share(snapshot, share, given), gain -> Optional.empty(), ratio -> Optional.empty()))
                .orElse(given);
    }

    /** Computes a share where every part has a name. */
    private Optional<Reading> share(Snapshot snapshot, Computation.Share share, Reading given) {
        Optional<Reading.Known> whole = snapshot.reading(share.whole()).known();
        Dimension dimension = indicator(share.whole()).breakdown().orElseThrow().dimension();
        if (whole.isEmpty() || !whole.get().by().containsKey(dimension)) {
            return Optional.empty();
        }
        if (whole.get().value().isZero()) {
            return Optional.of(Reading.unknown(UnknownReason.NO_CASES));
        }
        if (!part(whole.get(), dimension, Breakdown.UNASSIGNED).isZero()) {
            return Optional.empty();
        }
        Exact percent = part(whole.get(), dimension, share.part())
                .times(Exact.HUNDRED)
                .dividedBy(whole.get().value());
        Optional<Exact> doubt = given.known().flatMap(Reading.Known::uncertainty);
        return Optional.of(doubt.map(Reading.of(percent)::within).orElse(Reading.of(percent)));
    }

    private static Exact part(Reading.Known reading, Dimension dimension, String name) {
        return Optional.ofNullable(
                        reading.by().getOrDefault(dimension, Map.of()).get(name))
                .map(Reading.Part::value)
                .orElse(Exact.ZERO);
    }

    /** Adds up those parts of a reading that have a name of their own. */
    static Exact named(Reading.Known reading, Dimension dimension) {
        return reading.by().getOrDefault(dimension, Map.of()).entrySet().stream()
                .filter(part -> !part.getKey().equals(Breakdown.UNASSIGNED))
                .map(part -> part.getValue().value())
                .reduce(Exact.ZERO, Exact::plus);
    }

    private boolean isInItsUnit(Reading.Known reading, Indicator indicator) {
        Unit given = reading.unit().orElse(indicator.unit());
        boolean ownMoney = indicator.unit().equals(Unit.CURRENCY)
                && scorecard.currency().filter(given.id()::equals).isPresent();
        return given.equals(indicator.unit()) || ownMoney;
    }

    Optional<Reading.Known> known(YearMonth month, IndicatorId id) {
        return reading(month, id).known().filter(known -> isInItsUnit(known, indicator(id)));
    }

    Optional<Figure> figure(YearMonth month, IndicatorId id) {
        return known(month, id).map(known -> figure(known, known.value(), id));
    }

    /** Returns a figure that rests on a reading, and is as uncertain as it. */
    Figure figure(Reading.Known reading, Exact value, IndicatorId id) {
        return Figure.within(
                value,
                reading.uncertainty().orElse(Exact.ZERO),
                indicator(id).range(),
                reading.definition().or(() -> usualDefinition(id)));
    }

    Optional<String> usualDefinition(IndicatorId id) {
        return indicator(id).definitions().stream().findFirst();
    }

    /** Tells why there is no figure; nothing where there is one. */
    Optional<Absence> absence(YearMonth month, IndicatorId id) {
        if (known(month, id).isPresent()) {
            return Optional.empty();
        }
        UnknownReason reason = reading(month, id).fold(known -> UnknownReason.OTHER_UNIT, Reading.Unknown::reason);
        if (reason == UnknownReason.NOT_DUE && !isDue(month, id)) {
            return Optional.of(Absence.NOT_DUE);
        }
        boolean unreported = reason == UnknownReason.NOT_REPORTED || reason == UnknownReason.NOT_DUE;
        boolean hadCases = reason != UnknownReason.NO_CASES && !(unreported && hadNoCases(month, id));
        return Optional.of(hadCases ? Absence.UNKNOWN : Absence.NO_CASES);
    }

    private boolean hadNoCases(YearMonth month, IndicatorId id) {
        return Optional.ofNullable(cases.get(id))
                .flatMap(of -> figure(month, of))
                .filter(figure -> figure.isCertain() && figure.value().isZero())
                .isPresent();
    }

    /**
     * Tells whether there has been nothing to measure for so long that an instrument may be at fault: what was hidden since
     * it was last known may have been a month without cases too.
     */
    boolean hasLongHadNoCases(YearMonth month, IndicatorId id) {
        int months = 0;
        for (YearMonth at = month; age(at) >= 0; at = at.minusMonths(1)) {
            if (isWhole(at)) {
                Optional<Absence> absence = absence(at, id);
                if (absence.isEmpty()) {
                    break;
                }
                months += absence.get() == Absence.NOT_DUE ? 0 : 1;
            }
        }
        return months >= MONTHS_OF_NO_CASES;
    }

    /** Returns this month's figure, or the last one before where it has gone dark since. */
    Optional<Figure> latest(YearMonth month, IndicatorId id) {
        return latestMonth(month, id).flatMap(at -> figure(at, id));
    }

    Optional<YearMonth> latestMonth(YearMonth month, IndicatorId id) {
        for (YearMonth at = month; !at.isBefore(firstMonth()); at = at.minusMonths(1)) {
            if (isComplete(at)) {
                Optional<Absence> absence = absence(at, id);
                if (absence.isEmpty()) {
                    return Optional.of(at);
                }
                if (absence.get() == Absence.NO_CASES) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What a limit says of an indicator's months up to now.
     *
     * @param told whether it is over the limit, an alarm that still stands included
     * @param mayBeHidden whether a month was unknown before the last figure, and none since was known exactly
     */
    record Alarm(Told told, boolean mayBeHidden) {}

    /**
     * Follows an alarm from month to month. Going dark does not end it, nor does a figure too uncertain to exclude it; a
     * month that there is nothing to measure in is measured, and ends it. What an unknown month hid may have been anything,
     * so that only a figure that is known exactly clears it.
     */
    Alarm alarm(YearMonth month, IndicatorId id, Function<Figure, Told> question) {
        Told told = Told.NO;
        boolean mayBeHidden = false;
        boolean unknown = false;
        for (YearMonth at = firstMonth(); !at.isAfter(month); at = at.plusMonths(1)) {
            Optional<Absence> absence = isComplete(at) ? absence(at, id) : Optional.of(Absence.UNKNOWN);
            if (absence.isEmpty()) {
                Figure figure = figure(at, id).orElseThrow();
                Told now = question.apply(figure);
                boolean stands = now.apparent() || (told.apparent() && now.possible());
                told = new Told(now.sure(), stands, now.possible());
                unknown &= !figure.isCertain();
                mayBeHidden = unknown;
            } else if (absence.get() == Absence.UNKNOWN) {
                unknown = true;
            } else if (absence.get() == Absence.NO_CASES) {
                told = Told.NO;
                unknown = false;
                mayBeHidden = false;
            }
        }
        return new Alarm(told, mayBeHidden);
    }
}
