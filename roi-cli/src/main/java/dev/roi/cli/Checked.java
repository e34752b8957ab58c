package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what may have faults, so that all faults can be said together. */
final class Checked {

    private Checked() {}

    /**
     * Makes something.
     *
     * @param value makes it, or refuses with faults
     * @param faults where to add them
     * @param <T> what it is
     * @return it; nothing where it has faults
     */
    static <T> Optional<T> of(Supplier<T> value, List<Fault> faults) {
        try {
            return Optional.of(value.get());
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
            return Optional.empty();
        }
    }
}
