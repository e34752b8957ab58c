package dev.roi.imports.source;

import static dev.roi.core.format.Field.maybe;

import dev.roi.core.Fault;
import dev.roi.core.format.Field;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Incidents of PagerDuty, of the services that scopes claim. One that was merged into another is that other.
 *
 * @see <a href="https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents">List incidents</a>
 */
final class PagerdutyIncidents implements Reader {

    static final String NAME = "pagerduty-incidents";
    static final List<Field<Object, ?>> FIELDS = List.of(
            maybe("leave-out", "Services of which incidents do not count, such as drills.", SourcesFormat.names()));

    private final Source source;
    private final Set<String> drills;
    private final Map<String, Incident> incidents = new TreeMap<>();

    PagerdutyIncidents(Source source) {
        this.source = source;
        this.drills = new HashSet<>(source.settings().texts("leave-out"));
    }

    /** An incident, as it was exported last. */
    private record Incident(Instant created, List<String> services, boolean merged, Fault.Place place) {
        Incident and(Incident other) {
            boolean first = place.compareTo(other.place) <= 0;
            return new Incident(
                    created, first ? services : other.services, merged || other.merged, first ? place : other.place);
        }
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> page = record.list("incidents");
        if (page.isPresent()) {
            page.get().forEach(this::incident);
            return true;
        }
        return record.has("incident_number") && record.has("service") && incident(record);
    }

    private boolean incident(JsonRecord record) {
        Optional<Instant> created = record.text("created_at").flatMap(Moments::of);
        Optional<String> id = record.text("id").or(() -> record.text("incident_number"));
        if (created.isEmpty() || id.isEmpty()) {
            source.leftOut().add("no-moment", record.place());
            return true;
        }
        List<String> services = new ArrayList<>();
        record.text("service", "id").ifPresent(services::add);
        record.text("service", "summary").ifPresent(services::add);
        boolean merged = record.text("resolve_reason", "type")
                .filter("merge_resolve_reason"::equals)
                .isPresent();
        incidents.merge(id.get(), new Incident(created.get(), services, merged, record.place()), Incident::and);
        return true;
    }

    @Override
    public void finish() {
        source.scopes(Claims.Kind.SERVICES).forEach(source.tally()::expects);
        for (Incident incident : incidents.values()) {
            source.coverage().sees(incident.created());
            if (incident.merged()) {
                source.leftOut().add("merged", incident.place());
            } else if (incident.services().stream().anyMatch(drills::contains)) {
                source.leftOut().add("drill", incident.place());
            } else {
                Optional<ScopeKey> scope = source.scope(Claims.Kind.SERVICES, incident.place(), incident.services());
                scope.ifPresent(found -> source.tally()
                        .of(found, source.moments().month(incident.created()), "incident")
                        .hit(true));
            }
        }
    }
}
