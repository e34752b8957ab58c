package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That what is asked holds of every fact of a kind: of at least one, and of none that is not known.
 *
 * @param of which facts are meant
 * @param asked what has to hold for each of them; where it is empty, they have to be as the first asks
 * @param place where it stands
 */
public record ForAll(Condition of, List<Condition> asked, Place place) implements Element {

    /** No rule file can write this name. */
    private static final String UNKNOWN = "$";

    private static final String INDICATOR = "indicator";

    private static final String STALE = "stale";

    /** What the fact about an unknown indicator says of it as well. */
    private static final Set<String> OF_INDICATOR = Set.of(INDICATOR, "block", "neededToExtend", "judges");

    /** Copies the conditions. {@inheritDoc} */
    public ForAll {
        asked = List.copyOf(asked);
    }

    /**
     * Says the same without it.
     *
     * @return elements that hold together wherever it holds
     */
    public List<Element> inOthers() {
        Condition base = asked.isEmpty() ? of.with(ofAnyMonth()) : of;
        List<Element> others = new ArrayList<>();
        others.add(new Exists(List.of(base), place));
        if (asked.isEmpty()) {
            others.add(of.being(Presence.ABSENT).with(List.of(new NotAllOf(of.items()))));
        } else {
            List<Element> counterexample = new ArrayList<>(List.of(base));
            counterexample.add(
                    asked.size() == 1 ? asked.get(0).being(Presence.ABSENT) : new Not(List.copyOf(asked), place));
            others.add(new Not(counterexample, place));
        }
        if (base.type().fields().containsKey(INDICATOR) && base.type() != FactType.UNKNOWN) {
            others.add(noneUnknown(base));
        }
        return others;
    }

    /** Where it asks whether facts are an earlier month's, those of any month are meant. */
    private List<Item> ofAnyMonth() {
        if (!of.type().isFreshUnlessNamed() || !of.names(STALE)) {
            return List.of();
        }
        return List.of(new AnyOf(Stream.of("true", "false")
                .<Item>map(word -> Constraint.withWords(of.type().field(STALE), Operator.EQUAL, List.of(word), place))
                .toList()));
    }

    /** No indicator that is meant is unknown, unless there is a fact about it all the same. */
    private Element noneUnknown(Condition base) {
        List<Item> meant = base.items().stream()
                .filter(item -> item instanceof Constraint constraint
                        && OF_INDICATOR.contains(constraint.field().name()))
                .toList();
        Field indicator = FactType.UNKNOWN.field(INDICATOR);
        Condition unknown = new Condition(
                Presence.PRESENT,
                FactType.UNKNOWN,
                List.of(new Binding(UNKNOWN, indicator)),
                meant.stream()
                        .<Item>map(item -> ((Constraint) item)
                                .of(FactType.UNKNOWN.field(
                                        ((Constraint) item).field().name())))
                        .toList(),
                place);
        List<Item> same = new ArrayList<>(meant);
        same.add(Constraint.withExpression(
                base.type().field(INDICATOR), Operator.EQUAL, new Expression.Named(UNKNOWN), place));
        return new Not(List.of(unknown, new Condition(Presence.ABSENT, base.type(), List.of(), same, place)), place);
    }

    /**
     * Tells whether it asks of every fact of a type what only says which is meant.
     *
     * @return whether it has one condition, and that names an indicator, a block or the like
     */
    public boolean asksForNames() {
        return asked.isEmpty()
                && of.items().stream()
                        .flatMap(Item::constraints)
                        .anyMatch(constraint -> constraint.field().kind() == FieldKind.INDICATOR
                                || constraint.field().kind() == FieldKind.BLOCK);
    }

    @Override
    public Stream<Condition> conditions() {
        return Stream.concat(Stream.of(of), asked.stream());
    }

    @Override
    public Stream<Item> allItems() {
        return conditions().flatMap(Element::allItems);
    }

    @Override
    public Set<String> names() {
        return Group.names(conditions().toList());
    }

    @Override
    public Set<String> given() {
        return Set.of();
    }

    @Override
    public long combinations() {
        return 1;
    }

    @Override
    public ForAll with(UnaryOperator<Condition> change) {
        return new ForAll(change.apply(of), asked.stream().map(change).toList(), place);
    }

    @Override
    public boolean isEvidence() {
        return true;
    }

    @Override
    public String toString() {
        return conditions().map(Condition::toString).collect(Collectors.joining(" ", "forall( ", " )"));
    }
}
