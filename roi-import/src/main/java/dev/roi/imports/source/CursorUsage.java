package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Usage of Cursor: daily usage, and usage events as they were in 2025 and are since 2026. Only what is charged ({@code
 * chargedCents}) is cost; spend is of a billing cycle, which is no month.
 *
 * @see <a href="https://docs.cursor.com/en/account/teams/admin-api">Admin API</a>
 */
final class CursorUsage implements Reader {

    static final String NAME = "cursor-usage";

    private static final String DOLLARS = "USD";

    private final Source source;
    private final Set<String> seen = new HashSet<>();
    private final Largest counted = new Largest();
    private boolean periods;

    CursorUsage(Source source) {
        this.source = source;
    }

    @Override
    public boolean take(JsonRecord record) {
        if (record.has("teamMemberSpend")) {
            source.leftOut().add("billing-cycle", record.place());
            return true;
        }
        Optional<List<JsonRecord>> events = record.list("usageEventsDisplay").or(() -> record.list("usageEvents"));
        if (events.isPresent()) {
            events.get().forEach(this::event);
            period(record);
            return true;
        }
        Optional<List<JsonRecord>> days = record.list("data");
        if (days.isPresent()) {
            boolean read = days.get().isEmpty();
            for (JsonRecord day : days.get()) {
                read |= day(day);
            }
            period(record);
            return read;
        }
        return (record.has("isActive") && day(record)) || (record.has("timestamp") && event(record));
    }

    /** A page says which days it was asked for. */
    private void period(JsonRecord page) {
        Optional<Instant> from = page.text("period", "startDate").flatMap(CursorUsage::moment);
        Optional<Instant> to = page.text("period", "endDate").flatMap(CursorUsage::moment);
        if (from.isPresent() && to.isPresent()) {
            periods = true;
            source.tally()
                    .days(
                            source.moments().day(from.get()),
                            source.moments().day(to.get().minusMillis(1)));
        }
    }

    /** Where no page does, the export is taken to begin with its first month. */
    @Override
    public void finish() {
        counted.use();
        Optional<Instant> end = source.coverage().end();
        Optional<YearMonth> first = source.coverage().firstMonth();
        if (!periods && end.isPresent() && first.isPresent()) {
            source.tally()
                    .days(first.get().atDay(1), source.moments().day(end.get().minusNanos(1)));
        }
    }

    private static Optional<Instant> moment(String milliseconds) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(milliseconds)));
        } catch (NumberFormatException text) {
            return Moments.of(milliseconds);
        }
    }

    private Optional<ScopeKey> scope(JsonRecord record) {
        return source.scope(
                Claims.Kind.TEAMS,
                record.place(),
                record.text("teamId").map(List::of).orElse(List.of()));
    }

    private boolean day(JsonRecord record) {
        Optional<String> person = record.text("email").or(() -> record.text("userId"));
        Optional<Instant> day = record.text("day")
                .flatMap(Moments::of)
                .or(() -> record.text("date").flatMap(CursorUsage::moment));
        if (!record.has("isActive") || person.isEmpty() || day.isEmpty()) {
            return false;
        }
        source.coverage().sees(day.get());
        source.coverage().sees(day.get().plusSeconds(86_399));
        Optional<ScopeKey> scope = scope(record);
        if (scope.isEmpty()) {
            return true;
        }
        YearMonth month = source.moments().month(day.get());
        boolean active = record.isTrue("isActive");
        Optional<Exact> lines = record.number("acceptedLinesAdded");
        Exact figure = lines.orElse(Exact.ZERO).plus(active ? Exact.ONE : Exact.ZERO);
        String key = "%s %s %s".formatted(scope.get(), person.get(), day.get());
        boolean first = counted.add(key, figure, () -> {
            if (active) {
                source.tally().of(scope.get(), month, "users").person(person.get());
            }
            lines.ifPresent(
                    added -> source.tally().of(scope.get(), month, "lines").amount(added));
        });
        if (!first) {
            source.leftOut().add("twice", record.place());
        }
        return true;
    }

    private boolean event(JsonRecord record) {
        Optional<String> person = record.text("userEmail").or(() -> record.text("userId"));
        Optional<Instant> at = record.text("timestamp").flatMap(CursorUsage::moment);
        if (at.isEmpty()) {
            source.leftOut().add("no-moment", record.place());
            return true;
        }
        source.coverage().sees(at.get());
        String key = "event %s %s %s %s"
                .formatted(
                        at.get(),
                        person.orElse(""),
                        record.text("model").orElse(""),
                        record.text("chargedCents").orElse(""));
        if (!seen.add(key)) {
            source.leftOut().add("twice", record.place());
            return true;
        }
        scope(record).ifPresent(scope -> {
            YearMonth month = source.moments().month(at.get());
            person.ifPresent(who -> source.tally().of(scope, month, "users").person(who));
            Optional<Exact> cents = record.number("chargedCents");
            cents.ifPresentOrElse(
                    amount -> source.tally().money(scope, month, "cost", DOLLARS, Amounts.cents(amount)),
                    () -> source.leftOut().add("not-charged", record.place()));
        });
        return true;
    }
}
