package dev.roi.rules.drools;

import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Quantity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a rule has given so far, as they are seen from one place of it: those of a group are not seen outside of
 * it. For use by one thread.
 */
final class Scope {

    private final Optional<Scope> around;
    private final Map<String, Named> names = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();

    Scope() {
        this.around = Optional.empty();
    }

    private Scope(Scope around) {
        this.around = Optional.of(around);
    }

    /** Makes a scope that sees this one. */
    Scope within() {
        return new Scope(this);
    }

    /** What has a name. */
    sealed interface Named {

        /** Tells whether it can be compared and calculated with as a number. */
        boolean isNumber();
    }

    /** The value of a threshold. */
    record OfThreshold(ThresholdId id) implements Named {

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /** A property of a fact, what it may count where it is a number, and what says which fact is meant. */
    record OfField(Field field, Set<Quantity> quantities, List<Constraint> naming) implements Named {

        @Override
        public boolean isNumber() {
            return field.kind() == FieldKind.NUMBER;
        }
    }

    /** What an {@code accumulate} works out. */
    record OfResult(Set<Quantity> quantities) implements Named {

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /** A fact as such, with which nothing can be compared. */
    record OfFact() implements Named {

        @Override
        public boolean isNumber() {
            return false;
        }
    }

    void give(String name, Named named) {
        names.put(name, named);
        around.ifPresent(outer -> outer.hide(name));
    }

    private void hide(String name) {
        hidden.add(name);
        around.ifPresent(outer -> outer.hide(name));
    }

    Optional<Named> find(String name) {
        Optional<Named> here = Optional.ofNullable(names.get(name));
        return here.isPresent() ? here : around.flatMap(outer -> outer.find(name));
    }

    /** Tells whether a name was given where it is not seen from here. */
    boolean isHidden(String name) {
        return hidden.contains(name)
                || around.filter(outer -> outer.isHidden(name)).isPresent();
    }

    /** Tells whether a name was given in this group itself. */
    boolean isOwn(String name) {
        return names.containsKey(name);
    }

    /** Returns all names that are seen from here. */
    Set<String> seen() {
        Set<String> seen = new LinkedHashSet<>(around.map(Scope::seen).orElse(Set.of()));
        seen.addAll(names.keySet());
        return seen;
    }

    /** Returns what a threshold's value is called. */
    Optional<String> nameOf(String threshold) {
        return seen().stream()
                .filter(name -> find(name)
                        .filter(named -> named instanceof OfThreshold of
                                && of.id().value().equals(threshold))
                        .isPresent())
                .findFirst();
    }
}
