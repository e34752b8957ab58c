package dev.roi.ledger;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Hash;

/**
 * Where a ledger ended: the number and hash of its last entry. Kept elsewhere, its hash vouches for every entry up to it.
 *
 * @param entry the number of the entry
 * @param hash its hash
 */
public record Head(long entry, Hash hash) {

    /** Checks that there is a hash. {@inheritDoc} */
    public Head {
        requireNonNull(hash, "hash");
    }

    @Override
    public String toString() {
        return hash.value();
    }
}
