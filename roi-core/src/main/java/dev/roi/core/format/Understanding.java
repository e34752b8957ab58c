package dev.roi.core.format;

import java.util.Optional;

/**
 * What a value is taken for that could be read as what it is.
 *
 * @param <T> the type of what was read
 * @param <U> the type of what it is taken for
 */
public interface Understanding<T, U> {

    /**
     * Takes a value for another one.
     *
     * @param value what was read
     * @param at where it stands
     * @param to takes everything that is wrong with it
     * @return what it is taken for; nothing where it could not be understood, which was objected to
     */
    Optional<U> of(T value, Spot at, Objections to);
}
