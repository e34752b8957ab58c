package dev.roi.core.format;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a kind of document says of values that are not in its form, and whom it says it to. Reading goes on after every
 * objection, so that all are reported together.
 */
public abstract class Objections {

    private final Consumer<? super Fault> faults;

    /**
     * Begins without an objection.
     *
     * @param faults takes everything that is wrong
     */
    protected Objections(Consumer<? super Fault> faults) {
        this.faults = requireNonNull(faults, "faults");
    }

    /**
     * Objects to a value.
     *
     * @param value where it stands
     * @param objection what is wrong
     */
    public final void at(Spot value, Objection objection) {
        add(value.place(), objection);
    }

    /**
     * Objects to the key of a value.
     *
     * @param value where the value stands
     * @param objection what is wrong with the key
     */
    public final void atKey(Spot value, Objection objection) {
        add(value.keyPlace(), objection);
    }

    private void add(Fault.Place place, Objection objection) {
        faults.accept(new Fault(objection.code(), Fault.Severity.ERROR, place, objection.message(), objection.help()));
    }

    /**
     * Says that a value is of another kind than it has to be, or a text that says nothing.
     *
     * @param value the value
     * @param wanted what should stand there
     * @return what is wrong
     */
    protected abstract Objection unfit(Cursor value, Shape<?> wanted);

    /**
     * Says that a text is not one of those that may stand there.
     *
     * @param text the text
     * @param at where it stands
     * @param wanted what should stand there
     * @return what is wrong
     */
    protected abstract Objection unlike(String text, Spot at, Text<?> wanted);

    /**
     * Says that a number is not one of those that may stand there.
     *
     * @param number the number
     * @param at where it stands
     * @param wanted what should stand there, such as {@code a whole number of 1 or more}
     * @return what is wrong
     */
    protected abstract Objection outside(Exact number, Spot at, Message wanted);

    /**
     * Says that nothing is known of a key.
     *
     * @param key the key
     * @param known the keys that there are
     * @return what is wrong; nothing where such keys are let be
     */
    protected abstract Optional<Objection> unknownKey(String key, List<String> known);

    /**
     * Says that a field is missing.
     *
     * @param field the field
     * @param isMisspelt whether a key that nothing is known of is most likely meant to be its own
     * @return what is wrong; nothing where that is said by another objection already
     */
    protected abstract Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt);
}
