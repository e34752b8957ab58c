package dev.roi.core.format;

import dev.roi.core.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an object: the value and the spot of each field. For use by one thread, while the object is read.
 *
 * @param <R> what the object stands for
 */
public final class Read<R> {

    private final List<Field<R, ?>> fields;
    private final @Nullable Object[] values;
    private final @Nullable Spot[] spots;
    private final Spot spot;
    private final Objections objections;
    private Set<String> unknown = Set.of();
    private boolean isSound = true;

    Read(List<Field<R, ?>> fields, Spot spot, Objections objections) {
        this.fields = fields;
        this.values = new Object[fields.size()];
        this.spots = new Spot[fields.size()];
        this.spot = spot;
        this.objections = objections;
    }

    void take(int field, Cursor value) {
        spots[field] = value.spot();
        Optional<?> read = fields.get(field).shape().read(value, objections);
        values[field] = read.orElse(null);
        isSound &= read.isPresent();
    }

    void unknown(String key) {
        if (unknown.isEmpty()) {
            unknown = new LinkedHashSet<>();
        }
        unknown.add(key);
    }

    private int index(Field<R, ?> field) {
        for (int i = 0; i < spots.length; i++) {
            if (fields.get(i) == field) { // a field is of one object, and equal to no other
                return i;
            }
        }
        throw new IllegalArgumentException("field (%s) is of another object".formatted(field.key()));
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
        return spots[index(field)] != null;
    }

    /**
     * Tells whether a field is wrong.
     *
     * @param field the field
     * @return whether it is there and could not be read
     */
    public boolean isWrong(Field<R, ?> field) {
        return has(field) && values[index(field)] == null;
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
        T value = (T) values[index(field)];
        return value != null ? Optional.of(value) : field.otherwise();
    }

    /**
     * Returns a value that is there, or usual.
     *
     * @param field the field
     * @param <T> the type of its value
     * @return its value; its usual one where it could not be read, or is not there
     * @throws IllegalStateException when there is none; {@link #isSound()} tells
     */
    @SuppressWarnings("unchecked") // a shape reads values of its own type
    public <T> T get(Field<R, T> field) {
        T value = (T) values[index(field)];
        return value != null
                ? value
                : field.otherwise()
                        .orElseThrow(() -> new IllegalStateException("`%s` was not read".formatted(field.key())));
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
        Spot there = spots[index(field)];
        return there != null ? there : spot;
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
