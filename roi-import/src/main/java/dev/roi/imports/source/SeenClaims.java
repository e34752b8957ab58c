package dev.roi.imports.source;

import dev.roi.imports.ScopeKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What rows could be claimed by: nobody claims anything, and each name that is asked for is kept. */
final class SeenClaims extends Claims {

    private final Map<Kind, Set<String>> seen = new EnumMap<>(Kind.class);

    @Override
    Optional<ScopeKey> find(Kind kind, String name) {
        if (!name.isBlank() && !name.equals(REST)) {
            seen.computeIfAbsent(kind, none -> new TreeSet<>()).add(name);
        }
        return Optional.empty();
    }

    Map<Kind, Set<String>> names() {
        return seen;
    }
}
