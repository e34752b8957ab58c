package dev.roi.imports.source;

import dev.roi.imports.ScopeKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which scope a row belongs to, by what scopes claim; a star claims the rest. */
class Claims {

    /** What is claimed. */
    enum Kind {
        REPOSITORIES,
        PROJECTS,
        COST_CENTRES,
        TEAMS,
        SERVICES,
        ORGANISATIONS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final String REST = "*";

    private final Map<Kind, Map<String, ScopeKey>> claims = new EnumMap<>(Kind.class);

    /** Notes a claim, and returns who has claimed it before. */
    Optional<ScopeKey> add(Kind kind, String name, ScopeKey scope) {
        return Optional.ofNullable(
                claims.computeIfAbsent(kind, none -> new HashMap<>()).putIfAbsent(fold(name), scope));
    }

    Optional<ScopeKey> find(Kind kind, String name) {
        Map<String, ScopeKey> claimed = claims.getOrDefault(kind, Map.of());
        return Optional.ofNullable(claimed.get(fold(name)));
    }

    Optional<ScopeKey> rest(Kind kind) {
        return find(kind, REST);
    }

    Set<ScopeKey> of(Kind kind) {
        return new HashSet<>(claims.getOrDefault(kind, Map.of()).values());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
