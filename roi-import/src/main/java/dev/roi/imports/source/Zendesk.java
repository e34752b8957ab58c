package dev.roi.imports.source;

import static dev.roi.core.format.Field.maybe;

import dev.roi.core.Breakdown;
import dev.roi.core.Fault;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.json.JsonRecord;
import dev.roi.core.json.Node;
import dev.roi.imports.source.Conversations.Conversation;
import dev.roi.imports.table.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tickets of Zendesk, from REST or from the tables of a warehouse. How a ticket ended is told by its tags, which the
 * source maps to outcomes; a ticket that was merged into another is that other.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/">Tickets</a>
 */
final class Zendesk implements Reader {

    static final String NAME = "zendesk";
    static final List<Field<Object, ?>> FIELDS =
            List.of(maybe("outcomes", "The tags of tickets that ended in each way.", SourcesFormat.namesByName()));

    private static final List<String> TICKETS = List.of("id", "created_at", "status");

    private final Source source;
    private final Conversations conversations;
    private final Map<String, String> outcomes = new HashMap<>();
    private final Set<String> merged = new HashSet<>();

    Zendesk(Source source) {
        this.source = source;
        this.conversations = new Conversations(source);
        source.settings().fields("outcomes").forEach((outcome, node) -> {
            List<Node> tags = node.kind() == Kind.ARRAY ? node.items() : List.of(node);
            tags.stream().filter(tag -> tag.kind() == Kind.TEXT).forEach(tag -> outcomes.put(tag.text(), outcome));
        });
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> page = record.list("tickets");
        if (page.isPresent()) {
            page.get().forEach(this::ticket);
            return true;
        }
        return (record.has("ticket_form_id") || record.has("requester_id")) && ticket(record);
    }

    private boolean ticket(JsonRecord record) {
        Optional<Instant> created = record.text("created_at").flatMap(Moments::of);
        Optional<Instant> answered = record.number("metric_set", "reply_time_in_seconds", "calendar")
                .or(() -> record.number("reply_time_in_seconds", "calendar"))
                .flatMap(
                        time -> created.map(at -> at.plusSeconds(time.rounded(0).longValue())));
        add(
                record.place(),
                record.text("id").orElse(""),
                record.text("status").orElse(""),
                created,
                record.text("updated_at").flatMap(Moments::of),
                record.text("group_id"),
                record.texts("tags"),
                answered,
                record.text("satisfaction_rating", "score"));
        return true;
    }

    @Override
    public List<String> missing(Set<String> columns) {
        List<String> missing = new ArrayList<>(TICKETS);
        missing.removeIf(columns::contains);
        return missing;
    }

    @Override
    public void take(Line line) {
        line.text("merged_ticket_ids")
                .ifPresent(ids -> Arrays.stream(ids.split("[^0-9]+"))
                        .filter(id -> !id.isEmpty())
                        .forEach(merged::add));
        add(
                line.origin().place(),
                line.text("id").orElse(""),
                line.text("status").orElse(""),
                line.text("created_at").flatMap(Moments::of),
                line.text("updated_at").flatMap(Moments::of),
                line.text("group_id"),
                line.text("tags")
                        .map(tags -> List.of(tags.split("[,; \\[\\]\"]+")))
                        .orElse(List.of()),
                Optional.empty(),
                line.text("satisfaction_rating_score"));
    }

    private void add(
            Fault.Place place,
            String id,
            String status,
            Optional<Instant> created,
            Optional<Instant> updated,
            Optional<String> group,
            List<String> tags,
            Optional<Instant> answered,
            Optional<String> score) {
        if (created.isEmpty()) {
            source.leftOut().add("no-moment", place);
            return;
        }
        if (status.equals("deleted")) {
            source.leftOut().add("deleted", place);
            return;
        }
        if (tags.contains("closed_by_merge")) {
            merged.add(id);
        }
        String outcome = tags.stream()
                .sorted()
                .map(outcomes::get)
                .filter(found -> found != null)
                .findFirst()
                .orElse(Breakdown.UNASSIGNED);
        Optional<Boolean> content = score.filter(text -> text.startsWith("good") || text.startsWith("bad"))
                .map(text -> text.startsWith("good"));
        conversations.add(
                id,
                new Conversation(
                        created.get(),
                        updated.orElse(created.get()),
                        group.map(List::of).orElse(List.of()),
                        outcome,
                        false,
                        answered,
                        content,
                        place));
    }

    @Override
    public void finish() {
        merged.forEach(id -> conversations.leaveOut(id, "merged"));
        conversations.finish();
    }
}
