package dev.roi.imports.table;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months as spreadsheets write them, where they can mean one month only. A spreadsheet makes the first day of a month out
 * of a month: so {@code 01/05/2026} is May where days come first, and cannot be a month where they come second. One table
 * does not do both. For use with one table.
 */
final class MonthText {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.](\\d{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern NAMED = Pattern.compile("(\\p{L}+)\\.?[ -/]+(\\d{4}|\\d{2})");

    private static final Map<String, Month> NAMES = names();

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private boolean daysFirst;
    private boolean monthsFirst;

    private static Map<String, Month> names() {
        Map<String, Month> names = new HashMap<>();
        String[] written = {
            "january jan janvier janv",
            "february feb fevrier fevr fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre"
        };
        for (int i = 0; i < written.length; i++) {
            for (String name : written[i].split(" ", -1)) {
                names.put(name, Month.of(i + 1));
            }
        }
        return names;
    }

    /** Whether a text is a month, none, or can be two. */
    enum Problem {
        NONE,
        NO_MONTH,
        TWO_MEANINGS
    }

    Problem problem(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return parse(text).isPresent() ? Problem.NONE : Problem.NO_MONTH;
        }
        int first = Integer.parseInt(day.group(1));
        int second = Integer.parseInt(day.group(2));
        if (first > 31 || second > 31 || (first > 12 && second > 12) || first == 0 || second == 0) {
            return Problem.NO_MONTH;
        }
        if (first == second || first > 12 || second > 12) {
            return Problem.NONE;
        }
        if (first != 1 && second != 1) {
            return Problem.TWO_MEANINGS;
        }
        daysFirst |= first == 1;
        monthsFirst |= second == 1;
        return daysFirst && monthsFirst ? Problem.TWO_MEANINGS : Problem.NONE;
    }

    static Optional<YearMonth> parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return month(iso.group(1), iso.group(2));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return month(yearFirst.group(1), yearFirst.group(2));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return month(monthFirst.group(2), monthFirst.group(1));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            int first = Integer.parseInt(day.group(1));
            int second = Integer.parseInt(day.group(2));
            boolean secondIsMonth = first > 12 || (first == 1 && second <= 12);
            return month(day.group(3), day.group(secondIsMonth ? 2 : 1));
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            String name = Normalizer.normalize(named.group(1).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "");
            String year = named.group(2).length() == 2 ? "20" + named.group(2) : named.group(2);
            return Optional.ofNullable(NAMES.get(name)).flatMap(month -> month(year, String.valueOf(month.getValue())));
        }
        return Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches() && iso.group(3) != null) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            int first = Integer.parseInt(day.group(1));
            int second = Integer.parseInt(day.group(2));
            if (first > 12 || first == second) {
                return date(day.group(3), day.group(2), day.group(1));
            }
            if (second > 12) {
                return date(day.group(3), day.group(1), day.group(2));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A month in which there may have been something to measure: a year of three digits is a slip. */
    private static Optional<YearMonth> month(String year, String month) {
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)))
                    .filter(parsed -> parsed.getYear() >= FIRST_YEAR && parsed.getYear() <= LAST_YEAR);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
