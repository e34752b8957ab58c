package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What is reviewed: a workflow, a team, or the whole portfolio.
 *
 * @param level how wide it is
 * @param id its name in kebab-case, once for each level
 * @param name what people call it, on one line of at most {@value Names#MOST_LABEL_CHARACTERS} characters; the id where
 *     nothing is said
 * @param firstUse the month in which the tool was first used; the scorecard's earliest month where nothing is said.
 *     Ramp-up, lag and due dates count from it
 */
public record Scope(Level level, String id, String name, Optional<YearMonth> firstUse) implements Comparable<Scope> {

    /** Checks the names. {@inheritDoc} */
    public Scope {
        requireNonNull(level, "level");
        Names.requireKebab("scope", id);
        Names.requireLabel("scope name", name);
    }

    /**
     * Returns a scope that is called what its id says.
     *
     * @param level how wide it is
     * @param id its name in kebab-case
     * @return the scope
     */
    public static Scope of(Level level, String id) {
        return new Scope(level, id, id, Optional.empty());
    }

    /**
     * Returns the scope with a name for people.
     *
     * @param text what people call it
     * @return the same scope, by that name
     */
    public Scope called(String text) {
        return new Scope(level, id, text, firstUse);
    }

    /**
     * Returns the scope with its first use.
     *
     * @param month the month in which the tool was first used
     * @return the same scope, in use from then on
     */
    public Scope since(YearMonth month) {
        return new Scope(level, id, name, Optional.of(month));
    }

    /** Orders by level, then by id. */
    @Override
    public int compareTo(Scope other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : id.compareTo(other.id);
    }
}
