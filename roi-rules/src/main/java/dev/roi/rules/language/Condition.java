package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import dev.roi.core.Keyword;
import dev.roi.rules.facts.FactType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that must hold: that there is, or that there is not, a fact with all of these properties.
 *
 * @param presence whether there must be one, or must not
 * @param type what the fact is
 * @param constraints what must be true of it
 * @param place where the condition stands
 */
public record Condition(Presence presence, FactType type, List<Constraint> constraints, Place place) {

    /** Copies the constraints. {@inheritDoc} */
    public Condition {
        constraints = List.copyOf(constraints);
    }

    /**
     * Returns the comparisons that say which fact is meant.
     *
     * @return those that {@linkplain Constraint#isNaming name} something, in order
     */
    public Stream<Constraint> naming() {
        return constraints.stream().filter(Constraint::isNaming);
    }

    /**
     * Returns the comparisons that ask something of the fact that is meant.
     *
     * @return the others, in order
     */
    public Stream<Constraint> asking() {
        return constraints.stream().filter(constraint -> !constraint.isNaming());
    }

    /**
     * Returns the one thing that the condition is about.
     *
     * @return the indicator, block or kind of month of every fact that meets it; nothing where it may be about several
     */
    public Optional<Object> key() {
        return constraints.stream()
                .filter(constraint -> switch (constraint.field().kind()) {
                    case INDICATOR, BLOCK, MONTH_KIND -> true;
                    case WORD, NAME, NUMBER, FLAG, THRESHOLD -> false;
                })
                .flatMap(constraint -> constraint.key().stream())
                .findFirst();
    }

    /**
     * Returns the same condition with other comparisons.
     *
     * @param others the comparisons
     * @return the condition
     */
    public Condition with(List<Constraint> others) {
        return new Condition(presence, type, others, place);
    }

    /**
     * Tells whether the condition asks for the same as another, wherever they stand.
     *
     * @param other the other
     * @return whether the same facts meet both
     */
    public boolean asksTheSameAs(Condition other) {
        return presence == other.presence && type == other.type && constraints.equals(other.constraints);
    }

    /** Whether a condition asks for a fact or for its absence. */
    public enum Presence implements Keyword {
        /** There is such a fact. */
        PRESENT,
        /** There is no such fact. */
        ABSENT
    }
}
