package dev.roi.core.format;

import dev.roi.core.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of an object: the value and the spot of each field. For use by one thread, while the object is read.
 *
 * @param <R> what the object stands for
 */
public final class Read<R> {

    private final List<Field<R, ?>> fields;
    private final List<Optional<?>> values;
    private final List<Optional<Spot>> spots;
    private final Spot spot;
    private final Objections objections;
    private final Set<String> unknown = new LinkedHashSet<>();
    private boolean isSound = true;

    Read(List<Field<R, ?>> fields, Spot spot, Objections objections) {
        this.fields = fields;
        this.values = new ArrayList<>(Collections.nCopies(fields.size(), Optional.empty()));
        this.spots = new ArrayList<>(Collections.nCopies(fields.size(), Optional.empty()));
        this.spot = spot;
        this.objections = objections;
    }

    void take(int field, Cursor value) {
        spots.set(field, Optional.of(value.spot()));
        Optional<?> read = fields.get(field).shape().read(value, objections);
        values.set(field, read);
        isSound &= read.isPresent();
    }

    void unknown(String key) {
        unknown.add(key);
    }

    private int index(Field<R, ?> field) {
        int index = fields.indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException("field (%s) is of another object".formatted(field.key()));
        }
        return index;
    }

    /**
     * Tells whether everything is right so far: each field that is there could be read, and none is missing.
     *
     * @return whether nothing was objected to in the fields; unknown keys aside
     */
    public boolean isSound() {
        return isSound;
    }

    /**
     * Tells whether fields have a value.
     *
     * @param wanted the fields
     * @return whether each of them could be read, or has a usual value
     */
    @SafeVarargs
    public final boolean isRead(Field<R, ?>... wanted) {
        for (Field<R, ?> field : wanted) {
            if (find(field).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a field is there.
     *
     * @param field the field
     * @return whether its key is there, whatever stands under it
     */
    public boolean has(Field<R, ?> field) {
        return spots.get(index(field)).isPresent();
    }

    /**
     * Tells whether a field is wrong.
     *
     * @param field the field
     * @return whether it is there and could not be read
     */
    public boolean isWrong(Field<R, ?> field) {
        return has(field) && values.get(index(field)).isEmpty();
    }

    /**
     * Tells whether a field is missing because its key is misspelt.
     *
     * @param field the field
     * @return whether a key that nothing is known of is most likely meant to be its own
     */
    public boolean isMisspelt(Field<R, ?> field) {
        List<String> keys = fields.stream().<String>map(Field::key).toList();
        return unknown.stream()
                .anyMatch(
                        key -> Nearest.to(key, keys).filter(field.key()::equals).isPresent());
    }

    /**
     * Looks a value up.
     *
     * @param field the field
     * @param <T> the type of its value
     * @return its value; its usual one where it could not be read, or is not there; nothing where it has none
     */
    @SuppressWarnings("unchecked") // a shape reads values of its own type
    public <T> Optional<T> find(Field<R, T> field) {
        Optional<T> value = (Optional<T>) values.get(index(field));
        return value.isPresent() ? value : field.otherwise();
    }

    /**
     * Returns a value that is there, or usual.
     *
     * @param field the field
     * @param <T> the type of its value
     * @return its value; its usual one where it could not be read, or is not there
     * @throws IllegalStateException when there is none; {@link #isSound()} tells
     */
    public <T> T get(Field<R, T> field) {
        return find(field).orElseThrow(() -> new IllegalStateException("`%s` was not read".formatted(field.key())));
    }

    /**
     * Returns where the object stands.
     *
     * @return its spot
     */
    public Spot spot() {
        return spot;
    }

    /**
     * Returns where a field stands.
     *
     * @param field the field
     * @return the spot of its value; the object's where it is not there
     */
    public Spot spot(Field<R, ?> field) {
        return spots.get(index(field)).orElse(spot);
    }

    /**
     * Objects to the object as a whole.
     *
     * @param objection what is wrong
     */
    public void object(Objection objection) {
        objections.at(spot, objection);
    }

    /**
     * Objects to the value of a field.
     *
     * @param field the field
     * @param objection what is wrong
     */
    public void object(Field<R, ?> field, Objection objection) {
        objections.at(spot(field), objection);
    }

    /**
     * Objects to the key of a field.
     *
     * @param field the field
     * @param objection what is wrong
     */
    public void objectToKey(Field<R, ?> field, Objection objection) {
        objections.atKey(spot(field), objection);
    }

    /**
     * Objects to a missing field.
     *
     * @param field the field, which this object should have
     */
    public void require(Field<R, ?> field) {
        if (!has(field)) {
            isSound = false;
            objections.missing(field, isMisspelt(field)).ifPresent(missing -> objections.at(spot, missing));
        }
    }
}
