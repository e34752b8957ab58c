package dev.roi.core.format;

import java.util.List;

/**
 * One of several forms of an object.
 *
 * @param title what people call it
 * @param own the fields that it always has
 * @param others the fields that it may have besides
 * @param <R> what the object stands for
 */
public record Form<R>(String title, List<Field<R, ?>> own, List<Field<R, ?>> others) {

    /** Copies the lists. {@inheritDoc} */
    public Form {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    boolean has(Field<R, ?> field) {
        return own.contains(field) || others.contains(field);
    }
}
