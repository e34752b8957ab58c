package dev.roi.core.format;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value that is handed out as it stands, to be read once more is known. */
final class Unread extends Shape<Cursor> {

    private final Shape<?> shape;
    private final boolean isChecked;

    /**
     * Describes a value.
     *
     * @param shape what stands there
     * @param isChecked whether what is wrong with it is said at once
     */
    Unread(Shape<?> shape, boolean isChecked) {
        this.shape = shape;
        this.isChecked = isChecked;
    }

    @Override
    public void write(Cursor value, Sink to) {
        to.copy(value);
    }

    @Override
    public Set<Kind> kinds() {
        return isChecked ? shape.kinds() : EnumSet.allOf(Kind.class);
    }

    @Override
    public Optional<String> example() {
        return shape.example();
    }

    @Override
    Optional<Objection> unfit(Cursor value) {
        return shape.unfit(value);
    }

    @Override
    Optional<Cursor> decode(Cursor value, Objections to) {
        return isChecked ? shape.decode(value, to).map(read -> value) : Optional.of(value);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return shape.schema(definitions);
    }
}
