package dev.roi.governance.check;

import dev.roi.governance.check.Domain.Words;
import dev.roi.governance.check.Knowledge.Way;
import dev.roi.governance.check.State.Asked;
import dev.roi.rules.language.Condition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inputs that are alike in what is asked of some things, and open in everything else. Immutable.
 *
 * @param states what may be true of the things that something is asked of
 */
record World(Map<Subject, State> states) {

    static final World ANY = new World(Map.of());

    World {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    State state(Subject subject, Knowledge knowledge) {
        State state = states.get(subject);
        return state != null ? state : knowledge.initial(subject);
    }

    /** What a world becomes when more is asked: a world, or why there is none. */
    record Step(Optional<World> world, Optional<Conflict> conflict) {}

    /**
     * Why something cannot be.
     *
     * @param subject of what
     * @param field which of its fields
     * @param asked the values that it would have to have
     * @param possible the values that it can have; nothing where it is other fields that exclude those asked for
     */
    record Conflict(Subject subject, String field, Domain asked, Optional<Domain> possible) {}

    /** Asks for a fact. */
    Step and(Way way, Knowledge knowledge) {
        Map<Subject, State> next = new LinkedHashMap<>(states);
        for (Map.Entry<Subject, List<Asked>> asked : way.asked().entrySet()) {
            Subject subject = asked.getKey();
            State state = state(subject, knowledge);
            for (Asked each : asked.getValue()) {
                Domain possible = state.field(each.field());
                State narrower = knowledge.close(subject, state.and(each.field(), each.domain()));
                if (!narrower.isPossible()) {
                    // where it fits its own field, it is the other fields that exclude it
                    boolean fits = !possible.and(each.domain()).isEmpty()
                            && !narrower.field(each.field()).isEmpty();
                    Optional<Domain> known = fits ? Optional.empty() : Optional.of(possible);
                    return new Step(
                            Optional.empty(), Optional.of(new Conflict(subject, each.field(), each.domain(), known)));
                }
                state = narrower;
            }
            next.put(subject, state);
        }
        return new Step(Optional.of(new World(next)), Optional.empty());
    }

    /** Tells whether in all of these inputs there is a fact that meets a condition. */
    boolean implies(Condition condition, Knowledge knowledge) {
        for (Way way : knowledge.ways(condition, Knowledge.ANY_POSITION)) {
            boolean implied = switch (way.subject().kind()) {
                case PART, OF_SCOPES -> has(way, way.ofSubject());
                case LATEST -> impliesLatest(way, knowledge);
                case INDICATOR, BLOCK, RUN, SCOPE, MONTH -> impliesState(way, knowledge);
            };
            if (implied) {
                return true;
            }
        }
        return false;
    }

    private boolean impliesState(Way way, Knowledge knowledge) {
        return way.asked().entrySet().stream()
                .allMatch(asked -> state(asked.getKey(), knowledge).implies(asked.getValue()));
    }

    /** Tells whether a fact of its own was asked for that has all of these properties. */
    private boolean has(Way way, List<Asked> asked) {
        return states.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == way.subject().kind()
                        && entry.getKey().name().equals(way.subject().name()))
                .anyMatch(entry -> entry.getValue().implies(asked));
    }

    /** A reading of this month is the latest one. */
    private boolean impliesLatest(Way way, Knowledge knowledge) {
        List<Asked> asked = way.ofSubject();
        Subject indicator = Subject.indicator(way.subject().name());
        State state = state(indicator, knowledge);
        boolean isDue = way.asked().getOrDefault(indicator, List.of()).stream()
                .filter(each -> each.field().equals(States.DUE))
                .allMatch(each -> state.field(States.DUE).within(each.domain()));
        if (!isDue) {
            return false;
        }
        Map<String, Domain> fields =
                new LinkedHashMap<>(Map.of(States.STALE, Words.FALSE, States.AFTER_UNKNOWN, Words.EITHER));
        Stream.of(States.VALUE, "status", "partial", "bound").forEach(field -> fields.put(field, state.field(field)));
        State reading = new State(fields);
        boolean isReading = state.is(States.KNOWN, Words.TRUE) && reading.implies(asked);
        boolean isAnyLatest = asked.isEmpty() && state.is(States.EVER, Words.TRUE);
        return isReading || isAnyLatest || has(way, asked);
    }

    /** Tells whether in none of these inputs there is a fact that meets a condition. */
    boolean excludes(Condition condition, Knowledge knowledge, List<Condition> absent) {
        return knowledge.ways(condition, Knowledge.ANY_POSITION).stream()
                .allMatch(way -> and(way, knowledge).world().isEmpty()
                        || absent.stream().anyMatch(other -> isCovered(condition, way, other, knowledge)));
    }

    /** Tells whether every fact that meets a condition in one way meets another condition of the same type. */
    private static boolean isCovered(Condition condition, Way way, Condition other, Knowledge knowledge) {
        if (other.type() != condition.type()) {
            return false;
        }
        Optional<World> narrowed = ANY.and(way, knowledge).world();
        return narrowed.isEmpty()
                || knowledge.ways(other, Knowledge.ANY_POSITION).stream()
                        .filter(candidate -> candidate.subject().equals(way.subject()))
                        .anyMatch(candidate -> candidate.asked().entrySet().stream()
                                .allMatch(asked -> narrowed.get()
                                        .state(asked.getKey(), knowledge)
                                        .implies(asked.getValue())));
    }
}
