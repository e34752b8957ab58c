package dev.roi.report;

import dev.roi.core.FollowUp;
import dev.roi.core.Language;
import dev.roi.core.Minutes;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.report.page.CalendarWords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The open actions of a meeting as iCalendar (RFC 5545): each an event of a whole day, the last of the month in which it is
 * due. Events, not to-dos: calendars that people have leave out to-dos. An action keeps its identity when it is moved, so
 * that a later file moves the event.
 */
public final class ActionCalendar {

    private static final int MOST_BYTES = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final CalendarWords words;

    private ActionCalendar(Language language) {
        this.words = new CalendarWords(language);
    }

    /**
     * Writes the open actions.
     *
     * @param minutes the meeting
     * @param language the language of what is said of them
     * @return the file; the same meeting gives the same bytes
     */
    public static String of(Minutes minutes, Language language) {
        return new ActionCalendar(language).write(minutes);
    }

    private String write(Minutes minutes) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//roi//actions//EN");
        line("METHOD", "PUBLISH");
        minutes.actions().forEach(asked -> event(asked, asked.action().orElseThrow()));
        line("END", "VCALENDAR");
        return text.toString();
    }

    private void event(FollowUp asked, PastAction action) {
        PastDecision past = asked.decision();
        LocalDate last = action.due().atEndOfMonth();
        Instant said = action.answers().stream()
                .map(PastAction.Answered::at)
                .reduce(past.resolution().at(), (earlier, later) -> later);
        line("BEGIN", "VEVENT");
        line(
                "UID",
                "%s-%s-%s-%s-%s@roi"
                        .formatted(
                                past.scope().level().word(),
                                past.scope().id(),
                                past.month(),
                                past.entry(),
                                action.id().number()));
        line("DTSTAMP", MOMENT.format(said));
        line("SEQUENCE", String.valueOf(action.answers().size()));
        line("DTSTART;VALUE=DATE", DAY.format(last));
        line("DTEND;VALUE=DATE", DAY.format(last.plusDays(1)));
        line("SUMMARY", escaped(words.summary(action)));
        line("DESCRIPTION", escaped(words.description(past, action)));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    /** A text of RFC 5545, 3.3.11; what cannot stand there is a space. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n', '\r' -> escaped.append("\\n");
                default -> escaped.appendCodePoint(Character.isISOControl(point) && point != '\t' ? ' ' : point);
            }
        });
        return escaped.toString();
    }

    /** A content line of RFC 5545, 3.1: no more than 75 bytes, folded between characters. */
    private void line(String name, String value) {
        int bytes = 0;
        String line = name + ":" + value;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > MOST_BYTES) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += more;
        }
        text.append("\r\n");
    }
}
