package dev.roi.imports.source;

import dev.roi.core.Dimension;
import dev.roi.core.Fault;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Conversations and tickets, each once whatever number of its changes was read, and what they come to. */
final class Conversations {

    private final Source source;
    private final Map<String, Conversation> all = new TreeMap<>();

    Conversations(Source source) {
        this.source = source;
    }

    /**
     * A conversation as it was at one moment.
     *
     * @param created when it began
     * @param changed when it was so
     * @param scopes what scopes may claim it by
     * @param outcome how it ended, where that is known
     * @param implied whether nobody confirmed how it ended
     * @param answered when it was first answered
     * @param satisfied whether somebody was content, where anybody said
     * @param place where it stands
     */
    record Conversation(
            Instant created,
            Instant changed,
            List<String> scopes,
            String outcome,
            boolean implied,
            Optional<Instant> answered,
            Optional<Boolean> satisfied,
            Fault.Place place) {

        /** Of two changes the later one; in doubt the one that stands first. */
        Conversation orLater(Conversation other) {
            int order = changed.compareTo(other.changed);
            boolean first = order == 0 && place.compareTo(other.place) <= 0;
            return order > 0 || first ? this : other;
        }

        Conversation answeredAt(Instant moment) {
            boolean first = answered.isEmpty() || moment.isBefore(answered.get());
            return first
                    ? new Conversation(
                            created, changed, scopes, outcome, implied, Optional.of(moment), satisfied, place)
                    : this;
        }
    }

    void add(String id, Conversation conversation) {
        all.merge(id, conversation, Conversation::orLater);
    }

    void leaveOut(String id, String reason) {
        Conversation gone = all.remove(id);
        if (gone != null) {
            source.leftOut().add(reason, gone.place());
        }
    }

    void answered(String id, Instant moment) {
        all.computeIfPresent(id, (key, known) -> moment.isBefore(known.created()) ? known : known.answeredAt(moment));
    }

    void finish() {
        source.scopes(Claims.Kind.TEAMS).forEach(source.tally()::expects);
        all.values().forEach(this::tally);
        if (all.values().stream().allMatch(one -> one.answered().isEmpty())) {
            source.withoutFigure("response");
        }
        if (all.values().stream().allMatch(one -> one.satisfied().isEmpty())) {
            source.withoutFigure("satisfied");
        }
    }

    private void tally(Conversation conversation) {
        source.coverage().sees(conversation.created());
        source.coverage().sees(conversation.changed());
        Optional<ScopeKey> scope = source.scope(Claims.Kind.TEAMS, conversation.place(), conversation.scopes());
        if (scope.isEmpty()) {
            return;
        }
        YearMonth month = source.moments().month(conversation.created());
        source.tally()
                .of(scope.get(), month, "volume", Dimension.OUTCOME, conversation.outcome())
                .hit(true);
        if (conversation.implied()) {
            source.remarks().add("implied-resolution", conversation.place());
            source.tally().provisional("volume", month);
        }
        conversation
                .answered()
                .ifPresent(at -> source.tally()
                        .of(scope.get(), month, "response")
                        .duration(at.toEpochMilli() - conversation.created().toEpochMilli()));
        conversation
                .satisfied()
                .ifPresent(content ->
                        source.tally().of(scope.get(), month, "satisfied").hit(content));
    }
}
