package dev.roi.imports;

import dev.roi.core.Level;
import dev.roi.core.Names;

/**
 * Which scope a row is about.
 *
 * @param level its level
 * @param id its id, in kebab-case
 */
public record ScopeKey(Level level, String id) implements Comparable<ScopeKey> {

    /** Checks the name. {@inheritDoc} */
    public ScopeKey {
        if (!Names.isKebab(id)) {
            throw new IllegalArgumentException(
                    "scope id (%s) must be small letters, digits and single hyphens".formatted(id));
        }
    }

    @Override
    public int compareTo(ScopeKey other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return level.word() + "/" + id;
    }
}
