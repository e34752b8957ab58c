package dev.roi.imports.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Moments as tools write them, and the month that each belongs to in one time zone. */
final class Moments {

    /** ISO 8601 and what is nearly so: a space for the T, no leading zeros, an offset without a colon. */
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .optionalStart()
            .appendLiteral('T')
            .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .optionalStart()
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private final ZoneId zone;

    Moments(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** A moment; one without an offset is of UTC, as databases and warehouses write them. */
    static Optional<Instant> of(String text) {
        Optional<Instant> usual = usual(text);
        if (usual.isPresent()) {
            return usual;
        }
        String iso = text.strip().replace(" UTC", "Z").replace(' ', 'T');
        try {
            return Optional.of(LOCAL.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from))
                    .map(Moments::instant);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** By far the most are written so; and to throw for each of the others would take long. */
    private static Optional<Instant> usual(String text) {
        boolean seconds = text.length() == 19 && (text.charAt(10) == ' ' || text.charAt(10) == 'T');
        boolean utc = text.length() == 20 && text.charAt(19) == 'Z' && text.charAt(10) == 'T';
        if (!seconds && !utc) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(seconds ? text.substring(0, 10) + "T" + text.substring(11) + "Z" : text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Instant instant(Object parsed) {
        if (parsed instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (parsed instanceof LocalDateTime moment) {
            return moment.toInstant(ZoneOffset.UTC);
        }
        return ((LocalDate) parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    YearMonth month(Instant moment) {
        return YearMonth.from(moment.atZone(zone));
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The first moment that is no more of a month. */
    Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }
}
