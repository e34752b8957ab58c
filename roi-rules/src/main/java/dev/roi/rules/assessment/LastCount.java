package dev.roi.rules.assessment;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.facts.Figure;
import java.time.YearMonth;
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
 * @param standing what still stands of an earlier one; there only where it is worse than the last one itself
 * @param afterUnknown whether a month before it is unknown, and no certain reading since says that it was no alarm
 */
public record LastCount(Reading.Known reading, YearMonth month, Optional<Standing> standing, boolean afterUnknown) {

    /**
     * What stands of an earlier reading.
     *
     * @param value what it counts as
     * @param from the reading
     * @param month its month
     */
    public record Standing(Exact value, Reading.Known from, YearMonth month) {}

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
                if (readings.get(i).fold(last -> false, unknown -> unknown.reason() == UnknownReason.NO_CASES)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static LastCount of(
            Indicator indicator, List<Snapshot> history, List<Reading> readings, Reading.Known last) {
        YearMonth month = history.get(history.size() - 1).month();
        if (isCertain(last)) {
            return new LastCount(last, month, Optional.empty(), false);
        }
        Course course = new Course(indicator);
        for (int i = 0; i < history.size(); i++) {
            boolean follows = i == 0
                    || history.get(i).month().equals(history.get(i - 1).month().plusMonths(1));
            if (!follows || !history.get(i).isComplete()) {
                course.unknown();
            }
            if (history.get(i).isComplete()) {
                YearMonth at = history.get(i).month();
                readings.get(i).fold(known -> course.known(known, at), unknown -> course.unknown(unknown.reason()));
            }
        }
        return course.end(last, month);
    }

    private static boolean isCertain(Reading.Known reading) {
        return reading.uncertainty().filter(doubt -> !doubt.isZero()).isEmpty();
    }

    /** What stands from month to month. */
    private static final class Course {

        private final Indicator indicator;
        private Optional<Standing> standing = Optional.empty();
        private boolean isOpen;

        Course(Indicator indicator) {
            this.indicator = indicator;
        }

        boolean known(Reading.Known reading, YearMonth month) {
            if (isCertain(reading)) {
                isOpen = false;
                standing = Optional.empty();
            }
            Standing own = new Standing(reading.value(), reading, month);
            standing = Optional.of(
                    standing.map(before -> worse(after(before, reading), own)).orElse(own));
            return true;
        }

        private static Standing after(Standing before, Reading.Known reading) {
            return new Standing(nearest(Uncertainty.of(reading), before.value()), before.from(), before.month());
        }

        /** What makes it no better than it was is a count of its own. */
        private Standing worse(Standing earlier, Standing own) {
            return isWorse(earlier.value(), own.value()) ? earlier : own;
        }

        private static Exact nearest(Figure interval, Exact value) {
            if (value.isBelow(interval.least())) {
                return interval.least();
            }
            return value.isAbove(interval.most()) ? interval.most() : value;
        }

        /** What had no cases was measured, and what is not due cannot be hidden. */
        boolean unknown(UnknownReason reason) {
            if (reason == UnknownReason.NO_CASES) {
                standing = Optional.empty();
                isOpen = false;
            }
            return reason == UnknownReason.NO_CASES || reason == UnknownReason.NOT_DUE || unknown();
        }

        boolean unknown() {
            isOpen = true;
            return true;
        }

        LastCount end(Reading.Known last, YearMonth month) {
            return new LastCount(
                    last,
                    month,
                    standing.filter(earlier -> !earlier.month().equals(month))
                            .filter(earlier -> isWorse(earlier.value(), last.value())),
                    isOpen);
        }

        private boolean isWorse(Exact value, Exact than) {
            return switch (indicator.direction()) {
                case HIGHER_IS_BETTER -> value.isBelow(than);
                case LOWER_IS_BETTER -> value.isAbove(than);
                case TARGET_RANGE -> outside(indicator.target(), value).isAbove(outside(indicator.target(), than));
                case CONTEXT -> false;
            };
        }

        private static Exact outside(Optional<Range> target, Exact value) {
            Exact below = target.flatMap(Range::least)
                    .map(least -> least.minus(value))
                    .filter(distance -> distance.signum() > 0)
                    .orElse(Exact.ZERO);
            Exact above = target.flatMap(Range::most)
                    .map(most -> value.minus(most))
                    .filter(distance -> distance.signum() > 0)
                    .orElse(Exact.ZERO);
            return below.plus(above);
        }
    }
}
