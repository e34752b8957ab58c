package dev.roi.core;

import java.util.List;
import java.util.stream.Collectors;

/** An input that cannot be reviewed, with everything that is wrong with it. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Gathers what is wrong.
     *
     * @param faults the faults; at least one
     */
    public InvalidInput(List<Fault> faults) {
        super(faults.stream().sorted().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().toList();
    }

    /**
     * Returns what is wrong.
     *
     * @return every fault, sorted by place
     */
    public List<Fault> faults() {
        return faults;
    }
}
