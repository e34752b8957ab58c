package dev.roi.imports.source;

import dev.roi.core.Fault;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Seats of GitHub Copilot: how many of the people with a seat used it. Of each person only the last activity is known: so
 * only the month in which the export was taken can be told, and nothing of the past.
 *
 * @see <a href="https://docs.github.com/rest/copilot/copilot-user-management">Copilot user management</a>
 */
final class CopilotSeats implements Reader {

    static final String NAME = "copilot-seats";

    private static final int IDLE_DAYS = 30;

    private final Source source;
    private final Map<ScopeKey, Map<String, Seat>> seats = new TreeMap<>();

    CopilotSeats(Source source) {
        this.source = source;
        if (source.taken().isEmpty()) {
            source.settings().require("extracted-at");
        }
    }

    /** A person's seat; one person may have several rows. */
    private record Seat(Optional<Instant> active, Fault.Place place) {
        Seat and(Seat other) {
            Optional<Instant> latest = active.isPresent()
                            && (other.active.isEmpty() || active.get().isAfter(other.active.get()))
                    ? active
                    : other.active;
            return new Seat(latest, place.compareTo(other.place) <= 0 ? place : other.place);
        }
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> page = record.list("seats");
        if (page.isPresent()) {
            page.get().forEach(this::seat);
            return true;
        }
        return record.has("assignee") && record.has("last_activity_at") && seat(record);
    }

    private boolean seat(JsonRecord record) {
        Optional<String> person = record.text("assignee", "id").or(() -> record.text("assignee", "login"));
        if (person.isEmpty()) {
            source.leftOut().add("no-person", record.place());
            return true;
        }
        if (source.people().isBot(record.text("assignee", "login"), record.text("assignee", "type"))) {
            source.leftOut().add("bot", record.place());
            return true;
        }
        List<String> names = new ArrayList<>();
        record.text("assigning_team", "slug").ifPresent(names::add);
        record.text("assigning_team", "name").ifPresent(names::add);
        source.scope(Claims.Kind.TEAMS, record.place(), names)
                .ifPresent(scope -> seats.computeIfAbsent(scope, none -> new TreeMap<>())
                        .merge(
                                person.get(),
                                new Seat(record.text("last_activity_at").flatMap(Moments::of), record.place()),
                                Seat::and));
        return true;
    }

    @Override
    public void finish() {
        Instant taken = source.taken().orElse(Instant.EPOCH);
        YearMonth month = source.moments().month(taken);
        source.coverage().sees(taken);
        seats.forEach((scope, people) -> people.values().forEach(seat -> {
            boolean active = seat.active()
                    .filter(at -> source.moments().month(at).equals(month) && !at.isAfter(taken))
                    .isPresent();
            source.tally().of(scope, month, "seats").hit(active);
            boolean idle = seat.active()
                    .filter(at -> at.isAfter(taken.minus(IDLE_DAYS, ChronoUnit.DAYS)))
                    .isEmpty();
            if (idle) {
                source.remarks().add("idle-seat", seat.place());
            }
        }));
    }
}
