package dev.roi.core.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shape that looks as another one does. */
abstract class Wrapped<T, U> extends Shape<U> {

    final Shape<T> shape;

    Wrapped(Shape<T> shape) {
        this.shape = shape;
    }

    @Override
    public Set<Kind> kinds() {
        return shape.kinds();
    }

    @Override
    public Optional<String> example() {
        return shape.example();
    }

    @Override
    public List<String> keys() {
        return shape.keys();
    }

    @Override
    public List<String> words() {
        return shape.words();
    }

    @Override
    Optional<Objection> unfit(Cursor value) {
        return shape.unfit(value);
    }

    @Override
    boolean fits(Cursor value) {
        return shape.fits(value);
    }
}
