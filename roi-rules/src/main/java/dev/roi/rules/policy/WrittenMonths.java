package dev.roi.rules.policy;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people write a month that a policy's files have as {@code 2026-06}. */
final class WrittenMonths {

    /** A month in words, and a day as it is written in Europe. */
    private static final List<DateTimeFormatter> WRITTEN_MONTHS = Stream.of(
                    DateTimeFormatter.ofPattern("LLLL uuuu", Locale.FRENCH),
                    DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH),
                    DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT),
                    DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT))
            .map(form -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(form)
                    .toFormatter(form.getLocale()))
            .toList();

    private static final Pattern MONTH_FIRST = Pattern.compile("(0?[1-9]|1[0-2])[/.-]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.-]?(0?[1-9]|1[0-2])(?:[/.-]?[0-9]{2})?");

    private WrittenMonths() {}

    /** Returns the month that was most likely meant, as it is written; nothing where the text is not like one. */
    static Optional<String> meant(String text) {
        for (DateTimeFormatter written : WRITTEN_MONTHS) {
            try {
                return Optional.of(YearMonth.from(written.parse(text.strip())).toString());
            } catch (DateTimeException anotherWay) {
                // written in another way
            }
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text.strip());
        Matcher yearFirst = YEAR_FIRST.matcher(text.strip());
        boolean isMonthFirst = monthFirst.matches();
        return isMonthFirst || yearFirst.matches()
                ? Optional.of("%s-%2s"
                        .formatted(
                                isMonthFirst ? monthFirst.group(2) : yearFirst.group(1),
                                isMonthFirst ? monthFirst.group(1) : yearFirst.group(2))
                        .replace(' ', '0'))
                : Optional.empty();
    }
}
