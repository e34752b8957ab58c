package dev.roi.imports.source;

import dev.roi.core.Breakdown;
import dev.roi.core.Exact;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.source.Conversations.Conversation;
import dev.roi.imports.table.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conversations of Intercom, from REST or from the tables of a warehouse, in which a row is a change. A resolution that
 * nobody confirmed is said apart, and may be revised. A rating of 4 or 5 of 5 is one of somebody content.
 *
 * @see <a href="https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations">Conversations</a>
 */
final class Intercom implements Reader {

    static final String NAME = "intercom";

    private static final Exact CONTENT = Exact.of(4);
    private static final List<String> HISTORY = List.of("id", "created_at", "updated_at", "state");
    private static final List<String> PARTS = List.of("conversation_id", "author_type", "created_at", "part_type");

    private static final Map<String, String> OUTCOMES = Map.of(
            "confirmed_resolution", "automated",
            "assumed_resolution", "automated",
            "routed_to_team", "handed-over",
            "escalated", "handed-over",
            "abandoned", "abandoned");
    private static final String IMPLIED = "assumed_resolution";

    private final Source source;
    private final Conversations conversations;
    private final List<Map.Entry<String, Instant>> answers = new ArrayList<>();

    Intercom(Source source) {
        this.source = source;
        this.conversations = new Conversations(source);
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> page = record.list("conversations");
        if (page.isPresent()) {
            page.get().forEach(this::conversation);
            return true;
        }
        return record.text("type").filter("conversation"::equals).isPresent() && conversation(record);
    }

    private boolean conversation(JsonRecord record) {
        Optional<Instant> created = seconds(record, "created_at");
        Optional<String> id = record.text("id");
        if (created.isEmpty() || id.isEmpty()) {
            source.leftOut().add("no-moment", record.place());
            return true;
        }
        Optional<String> resolution = record.text("ai_agent", "resolution_state");
        Optional<Instant> answered = record.number("statistics", "time_to_admin_reply")
                .map(time -> created.get().plusSeconds(time.rounded(0).longValue()));
        conversations.add(
                id.get(),
                new Conversation(
                        created.get(),
                        seconds(record, "updated_at").orElse(created.get()),
                        record.text("team_assignee_id").map(List::of).orElse(List.of()),
                        outcome(resolution, record.text("admin_assignee_id").isPresent()),
                        resolution.filter(IMPLIED::equals).isPresent(),
                        answered,
                        record.number("conversation_rating", "rating").map(Intercom::isContent),
                        record.place()));
        return true;
    }

    private static Optional<Instant> seconds(JsonRecord record, String field) {
        return record.number(field)
                .map(seconds -> Instant.ofEpochSecond(seconds.rounded(0).longValue()))
                .or(() -> record.text(field).flatMap(Moments::of));
    }

    private static String outcome(Optional<String> resolution, boolean person) {
        return resolution
                .flatMap(state -> Optional.ofNullable(OUTCOMES.get(state)))
                .orElse(person ? "handed-over" : Breakdown.UNASSIGNED);
    }

    private static boolean isContent(Exact rating) {
        return !rating.isBelow(CONTENT);
    }

    @Override
    public List<String> missing(Set<String> columns) {
        List<String> missing = new ArrayList<>(HISTORY);
        missing.removeIf(columns::contains);
        return columns.containsAll(PARTS) ? List.of() : missing;
    }

    @Override
    public void take(Line line) {
        if (line.has("conversation_id")) {
            Optional<Instant> at = line.text("created_at").flatMap(Moments::of);
            boolean answer = line.text("author_type")
                            .filter(type -> !type.equals("user") && !type.equals("lead"))
                            .isPresent()
                    && line.text("part_type").filter("comment"::equals).isPresent();
            if (answer && at.isPresent()) {
                answers.add(Map.entry(line.text("conversation_id").orElse(""), at.get()));
            }
            return;
        }
        Optional<Instant> created = line.text("created_at").flatMap(Moments::of);
        if (created.isEmpty()) {
            source.leftOut().add("no-moment", line.place("created_at"));
            return;
        }
        Optional<String> resolution = line.text("ai_agent_resolution_state");
        conversations.add(
                line.text("id").orElse(""),
                new Conversation(
                        created.get(),
                        line.text("updated_at").flatMap(Moments::of).orElse(created.get()),
                        line.text("team_assignee_id").map(List::of).orElse(List.of()),
                        outcome(
                                resolution,
                                line.text("assignee_type")
                                        .filter("admin"::equals)
                                        .isPresent()),
                        resolution.filter(IMPLIED::equals).isPresent(),
                        Optional.empty(),
                        line.text("conversation_rating_value")
                                .flatMap(Amounts::of)
                                .map(Intercom::isContent),
                        line.origin().place()));
    }

    @Override
    public void finish() {
        answers.forEach(answer -> conversations.answered(answer.getKey(), answer.getValue()));
        conversations.finish();
    }
}
