package dev.roi.ledger;

import dev.roi.core.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What came of holding a ledger against its hashes.
 *
 * @param entries how many entries there are
 * @param head its last entry; nothing where there is none
 * @param known the entry that has the hash which was kept elsewhere; nothing where none has it, or none was given
 * @param faults what is wrong, in the order of lines, the first thousand of it; empty where every entry is as it was written
 * @param marked lines that are no whole entries, as a crash leaves them, and that the entries after them account for; that
 *     nothing was cut off there only a hash that was kept elsewhere can tell
 */
public record Verification(
        long entries, Optional<Head> head, Optional<Head> known, List<Fault> faults, List<Fault> marked) {

    /** Copies the lists. {@inheritDoc} */
    public Verification {
        faults = List.copyOf(faults);
        marked = List.copyOf(marked);
    }

    /**
     * Tells whether nothing is wrong.
     *
     * @return whether every entry is as it was written, none is missing, and the hash that was kept elsewhere is there
     */
    public boolean isSound() {
        return faults.isEmpty();
    }
}
