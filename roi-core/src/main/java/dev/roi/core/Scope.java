package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
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
 * @param formerIds ids that it had before, in order, each once and none of them its own: what was decided under them, and
 *     their months, are its own
 */
public record Scope(Level level, String id, String name, Optional<YearMonth> firstUse, List<String> formerIds)
        implements Comparable<Scope> {

    /** Checks the names, and puts former ids in order. {@inheritDoc} */
    public Scope {
        requireNonNull(level, "level");
        Names.requireKebab("scope", id);
        Names.requireLabel("scope name", name);
        formerIds.forEach(former -> Names.requireKebab("former scope", former));
        String own = id;
        formerIds = formerIds.stream()
                .filter(former -> !former.equals(own))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Makes a scope that had no other id before.
     *
     * @param level how wide it is
     * @param id its name in kebab-case, once for each level
     * @param name what people call it
     * @param firstUse the month in which the tool was first used
     */
    public Scope(Level level, String id, String name, Optional<YearMonth> firstUse) {
        this(level, id, name, firstUse, List.of());
    }

    /**
     * Returns the scope with another first use.
     *
     * @param month the month in which the tool was first used; nothing where it is not said
     * @return the same scope, with the month
     */
    public Scope usedSince(Optional<YearMonth> month) {
        return new Scope(level, id, name, requireNonNull(month, "month"), formerIds);
    }

    /**
     * Returns the scope with ids that it had before.
     *
     * @param others the ids
     * @return the same scope, with these former ids only
     */
    public Scope formerly(List<String> others) {
        return new Scope(level, id, name, firstUse, requireNonNull(others, "others"));
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
        return new Scope(level, id, text, firstUse, formerIds);
    }

    /**
     * Returns the scope with its first use.
     *
     * @param month the month in which the tool was first used
     * @return the same scope, in use from then on
     */
    public Scope since(YearMonth month) {
        return new Scope(level, id, name, Optional.of(requireNonNull(month, "month")), formerIds);
    }

    /**
     * Tells whether what was recorded of another scope is this one's: a rename undoes nothing.
     *
     * @param recorded the other scope
     * @return whether it is of the same level, and has this scope's id or one that it had before
     */
    public boolean goesOnFrom(Scope recorded) {
        return level == requireNonNull(recorded, "recorded").level
                && (id.equals(recorded.id) || formerIds.contains(recorded.id));
    }

    /** Orders by level, then by id. */
    @Override
    public int compareTo(Scope other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : id.compareTo(other.id);
    }
}
