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

    /**
     * Returns where the value's key stands.
     *
     * @return a spot whose place is the key's
     */
    default Spot ofKey() {
        Spot value = this;
        return new Spot() {
            @Override
            public String key() {
                return value.key();
            }

            @Override
            public Fault.Place place() {
                return value.keyPlace();
            }

            @Override
            public Fault.Place keyPlace() {
                return value.keyPlace();
            }
        };
    }
}
