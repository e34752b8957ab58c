package dev.roi.rules.assessment;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The months of one scope up to the reviewed one, and their readings as rules may see them. For use by one thread. */
final class Months {

    private final IndicatorSet indicators;
    private final Scorecard given;
    private final Scorecard scorecard;
    private final YearMonth month;
    private final List<Snapshot> history;
    private final Snapshot current;
    private final Unit money;
    private final Map<IndicatorId, List<Reading>> readings = new HashMap<>();

    /** The scorecard as it was given, and with what it implies. */
    Months(IndicatorSet indicators, Scorecard given, Scorecard implied, YearMonth month) {
        this.indicators = indicators;
        this.given = given;
        this.scorecard = implied;
        this.month = month;
        this.history = scorecard.snapshots().stream()
                .filter(snapshot -> !snapshot.month().isAfter(month))
                .toList();
        this.current = scorecard
                .find(month)
                .filter(Snapshot::isComplete)
                .orElseThrow(() -> new IllegalArgumentException("month (%s) is no complete month".formatted(month)));
        this.money = scorecard.currency().map(Unit::new).orElse(Unit.CURRENCY);
    }

    Scorecard scorecard() {
        return scorecard;
    }

    Scorecard givenScorecard() {
        return given;
    }

    Reading givenReading(IndicatorId id) {
        return given.find(month).orElseThrow().reading(id);
    }

    /** What was given for the reviewed month, also where it is not used. */
    Optional<Reading.Known> given(IndicatorId id) {
        return given.find(month).flatMap(snapshot -> snapshot.reading(id).known());
    }

    /** The partial months after the reviewed one, in order; none where a complete month follows it. */
    List<Snapshot> newerPartial() {
        List<Snapshot> newer = scorecard.snapshots().stream()
                .filter(snapshot -> snapshot.month().isAfter(month))
                .toList();
        return newer.stream().anyMatch(Snapshot::isComplete) ? List.of() : newer;
    }

    YearMonth month() {
        return month;
    }

    /** Every month given up to the reviewed one, in order. */
    List<Snapshot> history() {
        return history;
    }

    Snapshot current() {
        return current;
    }

    /** The months between the first and the reviewed one that are not given, in order. */
    List<YearMonth> missing() {
        Set<YearMonth> given = history.stream().map(Snapshot::month).collect(Collectors.toSet());
        return Stream.iterate(history.get(0).month(), at -> at.isBefore(month), at -> at.plusMonths(1))
                .filter(at -> !given.contains(at))
                .toList();
    }

    /** How many months the tool had been used for before a month; negative before the first use. */
    long monthsOfUse(YearMonth at) {
        return ChronoUnit.MONTHS.between(scorecard.firstUse(), at);
    }

    boolean isDue(Indicator indicator, YearMonth at) {
        return monthsOfUse(at) >= indicator.lagMonths();
    }

    Unit unit(Indicator indicator) {
        return indicator.unit().equals(Unit.CURRENCY) ? money : indicator.unit();
    }

    /** The readings of each month of the history. */
    List<Reading> readings(Indicator indicator) {
        return readings.computeIfAbsent(indicator.id(), id -> {
            List<Reading> all = new ArrayList<>(history.size());
            for (Snapshot snapshot : history) {
                all.add(reading(indicator, snapshot));
            }
            return Collections.unmodifiableList(all);
        });
    }

    /** Tells whether an indicator reads as in another scorecard, of which the first months are the same. */
    boolean isAlike(Indicator indicator, Months other, int same) {
        List<Reading> known = other.readings(indicator);
        List<Reading> rest = new ArrayList<>(history.size() - same);
        for (Snapshot snapshot : history.subList(same, history.size())) {
            rest.add(reading(indicator, snapshot));
        }
        boolean isAlike = rest.equals(known.subList(same, known.size()));
        if (isAlike) {
            readings.put(indicator.id(), known);
        } else {
            rest.addAll(0, known.subList(0, same));
            readings.put(indicator.id(), Collections.unmodifiableList(rest));
        }
        return isAlike;
    }

    Reading reading(Indicator indicator, Snapshot snapshot) {
        return snapshot.reading(indicator.id())
                .fold(
                        known -> usable(indicator, known),
                        unknown -> new Reading.Unknown(reason(indicator, snapshot, unknown), unknown.note()));
    }

    /** What is in another unit, or measured over other cases, is shown, and used for nothing. */
    private Reading usable(Indicator indicator, Reading.Known known) {
        if (!isInUnit(indicator, known)) {
            return new Reading.Unknown(UnknownReason.OTHER_UNIT, known.note());
        }
        return indicator.trust().isOfOthers(known)
                ? new Reading.Unknown(UnknownReason.OTHER_POPULATION, known.note())
                : known;
    }

    private boolean isInUnit(Indicator indicator, Reading.Known known) {
        return known.unit().isEmpty()
                || known.unit().get().equals(indicator.unit())
                || known.unit().get().equals(unit(indicator));
    }

    /** What nobody gave where there were no cases is not hidden; and it is too early only where that is true. */
    private UnknownReason reason(Indicator indicator, Snapshot snapshot, Reading.Unknown unknown) {
        UnknownReason reason = unknown.reason() == UnknownReason.NOT_DUE && isDue(indicator, snapshot.month())
                ? UnknownReason.NOT_REPORTED
                : unknown.reason();
        return reason == UnknownReason.NOT_REPORTED && hasNoCases(indicator, snapshot)
                ? UnknownReason.NO_CASES
                : reason;
    }

    private boolean hasNoCases(Indicator indicator, Snapshot snapshot) {
        return indicator
                .casesOf()
                .flatMap(indicators::find)
                .filter(counted -> reading(counted, snapshot)
                        .known()
                        .filter(cases -> cases.value().isZero()
                                && Uncertainty.of(counted, cases).isCertain())
                        .isPresent())
                .isPresent();
    }
}
