package dev.roi.core.format;

import dev.roi.core.Fault;

/** Where a value stands. Places are asked for only where something is wrong. */
public interface Spot {

    /**
     * Returns the key that the value stands under.
     *
     * @return the key; empty for an item of a list and for the document
     */
    String key();

    /**
     * Returns the place of the value.
     *
     * @return its place
     */
    Fault.Place place();

    /**
     * Returns the place of the value's key.
     *
     * @return the key's place; the value's own where it has no key
     */
    Fault.Place keyPlace();
}
