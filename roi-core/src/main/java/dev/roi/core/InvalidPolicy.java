package dev.roi.core;

import java.util.List;

/** A policy that cannot be used, with everything that is wrong with it: for its owners to mend, not for who asks. */
public final class InvalidPolicy extends InvalidInput {

    private static final long serialVersionUID = 1L;

    /**
     * Gathers what is wrong.
     *
     * @param faults the faults; at least one
     */
    public InvalidPolicy(List<Fault> faults) {
        super(faults);
    }
}
