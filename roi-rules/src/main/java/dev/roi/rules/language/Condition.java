package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import dev.roi.core.Indicator;
import dev.roi.core.Indicator.BaselineNeed;
import dev.roi.core.Indicator.ExtendNeed;
import dev.roi.core.Keyword;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that must hold: that there is, or that there is not, a fact with all of these properties.
 *
 * @param presence whether there must be one, or must not
 * @param type what the fact is
 * @param bindings the names that it gives to properties of the fact
 * @param items what must be true of it
 * @param place where the condition stands
 */
public record Condition(Presence presence, FactType type, List<Binding> bindings, List<Item> items, Place place)
        implements Element {

    private static final String STALE = "stale";
    private static final String NEEDED = "neededToExtend";

    /** Copies the lists. {@inheritDoc} */
    public Condition {
        bindings = List.copyOf(bindings);
        items = List.copyOf(items);
    }

    /**
     * Makes a condition that gives no names.
     *
     * @param presence whether there must be a fact, or must not
     * @param type what the fact is
     * @param items what must be true of it
     * @param place where the condition stands
     */
    public Condition(Presence presence, FactType type, List<? extends Item> items, Place place) {
        this(presence, type, List.of(), List.copyOf(items), place);
    }

    /**
     * Returns the comparisons that must hold, each by itself: with words, or with one threshold.
     *
     * @return the comparisons, in order; not those that look at another fact, nor those of which one is enough
     */
    public List<Constraint> constraints() {
        return items.stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(Constraint::isPlain)
                .toList();
    }

    /**
     * Returns everything that is tried of a fact: what is written and, where nothing is said of earlier months, that it is
     * this month's.
     *
     * @return the items
     */
    public List<Item> tested() {
        if (!type.isFreshUnlessNamed() || names(STALE)) {
            return items;
        }
        return Stream.concat(
                        items.stream(),
                        Stream.of(Constraint.withWords(type.field(STALE), Operator.EQUAL, List.of("false"), place)))
                .toList();
    }

    /**
     * Tells whether it asks for a property.
     *
     * @param field the property's name
     * @return whether a comparison is about it
     */
    public boolean names(String field) {
        return items.stream()
                .flatMap(Item::constraints)
                .anyMatch(constraint -> constraint.field().name().equals(field));
    }

    /**
     * Tells whether its comparisons say all that it asks.
     *
     * @return whether it looks at one fact, and each comparison must hold
     */
    public boolean isPlain() {
        return items.stream().allMatch(item -> item instanceof Constraint constraint && constraint.isPlain());
    }

    /**
     * Returns the comparisons that say which fact is meant.
     *
     * @return those that {@linkplain Constraint#isNaming name} something, in order
     */
    public Stream<Constraint> naming() {
        return constraints().stream().filter(Constraint::isNaming);
    }

    /**
     * Returns the comparisons that ask something of the fact that is meant.
     *
     * @return the others, in order
     */
    public Stream<Constraint> asking() {
        return constraints().stream().filter(constraint -> !constraint.isNaming());
    }

    /**
     * Returns the one thing that the condition is about.
     *
     * @return the indicator, block or kind of month of every fact that meets it; nothing where it may be about several
     */
    public Optional<Object> key() {
        return constraints().stream()
                .filter(constraint -> switch (constraint.field().kind()) {
                    case INDICATOR, BLOCK, MONTH_KIND -> true;
                    case WORD, NAME, NUMBER, FLAG, THRESHOLD -> false;
                })
                .flatMap(constraint -> constraint.key().stream())
                .findFirst();
    }

    /**
     * Tells whether a fact about an indicator may meet it, as far as the policy says what the indicator is: by its name, its
     * block and whether extending needs it. What it asks besides is not looked at.
     *
     * @param indicator the indicator
     * @return whether the condition may be about it
     */
    public boolean mayBeAbout(Indicator indicator) {
        return mayBeAbout(FieldKind.INDICATOR, indicator.id().value())
                && mayBeAbout(FieldKind.BLOCK, indicator.block().value())
                && constraints().stream()
                        .filter(constraint -> constraint.field().name().equals(NEEDED))
                        .allMatch(constraint -> constraint.admits(Boolean.toString(isNeeded(indicator))));
    }

    /** Extending may need an indicator, and may need it to be compared. */
    private boolean isNeeded(Indicator indicator) {
        return type == FactType.COMPARISON
                ? indicator.baselineNeed() == BaselineNeed.NEEDED
                : indicator.extendNeed() == ExtendNeed.NEEDED;
    }

    /**
     * Tells whether a fact about what has a name may meet it.
     *
     * @param kind what has the name, such as a block
     * @param name the name
     * @return whether no comparison with names of that kind excludes it
     */
    public boolean mayBeAbout(FieldKind kind, String name) {
        return constraints().stream()
                .filter(constraint -> constraint.field().kind() == kind)
                .allMatch(constraint -> constraint.admits(name));
    }

    /**
     * Returns the same condition with other comparisons.
     *
     * @param others the comparisons
     * @return the condition
     */
    public Condition with(List<? extends Item> others) {
        return new Condition(presence, type, bindings, List.copyOf(others), place);
    }

    /**
     * Returns the same condition for a fact, or for its absence.
     *
     * @param other which of the two
     * @return the condition
     */
    public Condition being(Presence other) {
        return new Condition(other, type, bindings, items, place);
    }

    @Override
    public Stream<Condition> conditions() {
        return Stream.of(this);
    }

    @Override
    public Stream<Item> allItems() {
        return items.stream();
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        items.forEach(item -> names.addAll(item.names()));
        bindings.forEach(binding -> names.remove(binding.name()));
        return names;
    }

    @Override
    public Set<String> given() {
        return presence == Presence.ABSENT
                ? Set.of()
                : bindings.stream().map(Binding::name).collect(Collectors.toSet());
    }

    @Override
    public long combinations() {
        return 1;
    }

    @Override
    public Condition with(UnaryOperator<Condition> change) {
        return change.apply(this);
    }

    @Override
    public boolean isEvidence() {
        return presence == Presence.PRESENT;
    }

    @Override
    public boolean asksTheSameAs(Element other) {
        return other instanceof Condition that
                && presence == that.presence
                && type == that.type
                && items.equals(that.items)
                && bindings.equals(that.bindings);
    }

    @Override
    public String toString() {
        String asked = Stream.concat(bindings.stream(), items.stream())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return "%s%s(%s)"
                .formatted(
                        presence == Presence.ABSENT ? "not " : "",
                        type.word(),
                        asked.isEmpty() ? "" : " %s ".formatted(asked));
    }

    /** Whether a condition asks for a fact or for its absence. */
    public enum Presence implements Keyword {
        /** There is such a fact. */
        PRESENT,
        /** There is no such fact. */
        ABSENT
    }
}
