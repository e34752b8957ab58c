package dev.roi.imports.source;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Months in a row, ends included: {@code 2025-07/2025-12}. */
record Period(YearMonth first, YearMonth last) {

    private static final int MOST_MONTHS = 120;

    static Optional<Period> of(String text) {
        String[] ends = text.split("/", -1);
        try {
            YearMonth first = YearMonth.parse(ends[0].strip());
            YearMonth last = YearMonth.parse(ends[ends.length - 1].strip());
            boolean sound = ends.length <= 2 && !last.isBefore(first) && last.isBefore(first.plusMonths(MOST_MONTHS));
            return sound ? Optional.of(new Period(first, last)) : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
