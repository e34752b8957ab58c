package dev.roi.rules.assessment;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.facts.Figure;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last known reading of an indicator, and what still stands of those before it where it is uncertain: an uncertain
 * reading ends no alarm that it does not exclude. A month without cases is measured, and leaves nothing standing.
 *
 * <p>What stands is the value of a certain reading; each uncertain one after it moves it no further than to the nearer
 * end of its interval, or to its own value where that is worse. So a better reading never brings back more than a worse
 * one did.
 *
 * @param reading the last known reading
 * @param month its month
 * @param standing what still stands of earlier ones; only what is worse than the last one itself, at most one on each side
 *     of a target
 * @param afterUnknown whether a month before it is unknown, and no certain reading since says that it was no alarm
 */
public record LastCount(Reading.Known reading, YearMonth month, List<Standing> standing, boolean afterUnknown) {

    /** Copies what stands. {@inheritDoc} */
    public LastCount {
        standing = List.copyOf(standing);
    }

    /**
     * What stands of an earlier reading.
     *
     * @param value what it counts as
     * @param from the reading
     * @param month its month
     */
    public record Standing(Exact value, Reading.Known from, YearMonth month) {

        private Standing after(Indicator indicator, Reading.Known reading) {
            Figure interval = Uncertainty.of(indicator, reading);
            Exact nearest = value.isBelow(interval.least()) ? interval.least() : value;
            return new Standing(nearest.isAbove(interval.most()) ? interval.most() : nearest, from, month);
        }
    }

    /** Finds the last known reading of an indicator; nothing where it was never known, or had no cases since. */
    static Optional<LastCount> of(Months months, Indicator indicator) {
        List<Snapshot> history = months.history();
        List<Reading> readings = months.readings(indicator);
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).isComplete()) {
                Optional<Reading.Known> known = readings.get(i).known();
                if (known.isPresent()) {
                    return Optional.of(of(indicator, history.subList(0, i + 1), readings, known.get()));
                }
                if (isWithoutCases(readings.get(i))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static LastCount of(
            Indicator indicator, List<Snapshot> history, List<Reading> readings, Reading.Known last) {
        YearMonth month = history.get(history.size() - 1).month();
        if (isCertain(indicator, last)) {
            return new LastCount(last, month, List.of(), false);
        }
        List<Standing> standing = new ArrayList<>();
        for (Side side : Side.of(indicator.direction())) {
            stands(indicator, side, history, readings)
                    .filter(earlier -> !earlier.month().equals(month))
                    .filter(earlier -> side.isWorse(earlier.value(), last.value()))
                    .filter(earlier -> side.isBad(indicator.target(), earlier.value()))
                    .ifPresent(standing::add);
        }
        return new LastCount(last, month, standing, isAfterUnknown(indicator, history, readings));
    }

    private static boolean isWithoutCases(Reading reading) {
        return isUnknown(reading, UnknownReason.NO_CASES);
    }

    private static boolean isUnknown(Reading reading, UnknownReason reason) {
        return reading.fold(known -> false, unknown -> unknown.reason() == reason);
    }

    private static boolean isCertain(Indicator indicator, Reading.Known reading) {
        return Uncertainty.of(indicator, reading).isCertain();
    }

    /** What is missing or partial is not known; what is not due cannot be hidden. */
    private static boolean isAfterUnknown(Indicator indicator, List<Snapshot> history, List<Reading> readings) {
        boolean isOpen = false;
        YearMonth next = history.get(0).month();
        for (int i = 0; i < history.size(); i++) {
            Snapshot snapshot = history.get(i);
            Reading reading = readings.get(i);
            isOpen |= !snapshot.month().equals(next) || !snapshot.isComplete();
            if (snapshot.isComplete()) {
                boolean isTold = isWithoutCases(reading)
                        || reading.known()
                                .filter(known -> isCertain(indicator, known))
                                .isPresent();
                boolean isSilent = reading.known().isEmpty() && !isUnknown(reading, UnknownReason.NOT_DUE);
                isOpen = !isTold && (isOpen || isSilent);
            }
            next = snapshot.month().plusMonths(1);
        }
        return isOpen;
    }

    /** What stands after the months of a history, on one side. */
    private static Optional<Standing> stands(
            Indicator indicator, Side side, List<Snapshot> history, List<Reading> readings) {
        Optional<Standing> standing = Optional.empty();
        for (int i = 0; i < history.size(); i++) {
            Optional<Reading.Known> known = readings.get(i).known();
            if (!history.get(i).isComplete()) {
                continue;
            }
            if (known.isPresent()) {
                Standing own = new Standing(
                        known.get().value(), known.get(), history.get(i).month());
                standing = standing.filter(earlier -> !isCertain(indicator, own.from()))
                        .map(earlier -> earlier.after(indicator, own.from()))
                        .filter(earlier -> side.isWorse(earlier.value(), own.value()))
                        .or(() -> Optional.of(own));
            } else if (isWithoutCases(readings.get(i))) {
                standing = Optional.empty();
            }
        }
        return standing;
    }

    /** On which side values get worse. */
    private enum Side {
        HIGH,
        LOW;

        static List<Side> of(Direction direction) {
            return switch (direction) {
                case HIGHER_IS_BETTER -> List.of(LOW);
                case LOWER_IS_BETTER -> List.of(HIGH);
                case TARGET_RANGE -> List.of(LOW, HIGH);
                case CONTEXT -> List.of();
            };
        }

        boolean isWorse(Exact value, Exact than) {
            return this == HIGH ? value.isAbove(than) : value.isBelow(than);
        }

        /** Inside its target a value is not bad. */
        boolean isBad(Optional<Range> target, Exact value) {
            return target.flatMap(range -> this == HIGH ? range.most() : range.least())
                    .map(end -> isWorse(value, end))
                    .orElse(target.isEmpty());
        }
    }
}
