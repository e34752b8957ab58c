package dev.roi.imports.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How far an export reaches: from the first moment that it has something of, to when it was taken. Where nobody says when
 * that was, it was not before the last moment that it has something of.
 */
final class Coverage {

    private final Moments moments;
    private final Optional<Instant> taken;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    Coverage(Moments moments, Optional<Instant> taken) {
        this.moments = moments;
        this.taken = taken;
    }

    void sees(Instant moment) {
        if (first.isEmpty() || moment.isBefore(first.get())) {
            first = Optional.of(moment);
        }
        if (last.isEmpty() || moment.isAfter(last.get())) {
            last = Optional.of(moment);
        }
    }

    Optional<YearMonth> firstMonth() {
        return first.map(moments::month);
    }

    /** The last month of which something may be known. */
    Optional<YearMonth> lastMonth() {
        return end().map(end -> moments.month(end.minusNanos(1)));
    }

    Optional<Instant> end() {
        return taken.or(() -> last.map(moment -> moment.plusNanos(1)));
    }

    /** Where nobody says when the export was taken, something of a month's last day is as good as its end. */
    boolean isWhole(YearMonth month) {
        return taken.isPresent()
                ? !taken.get().isBefore(moments.end(month))
                : last.filter(moment -> !moments.day(moment).isBefore(month.atEndOfMonth()))
                        .isPresent();
    }

    /** The last day that is covered, of a month that is not covered to its end. */
    Optional<LocalDate> lastDay(YearMonth month) {
        if (isWhole(month)) {
            return Optional.empty();
        }
        return end().map(end -> moments.day(end.minusNanos(1))).map(day -> {
            LocalDate begin = month.atDay(1);
            return day.isBefore(begin) ? begin : day;
        });
    }
}
