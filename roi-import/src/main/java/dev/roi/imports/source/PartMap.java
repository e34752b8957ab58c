package dev.roi.imports.source;

import dev.roi.core.Breakdown;
import java.util.Map;
import java.util.Optional;

/**
 * Which part each row belongs to, such as which workflow: by the value of a tag or a column, and what that value stands
 * for. What is not listed stands for itself where nothing is listed, and else is assigned to no part.
 *
 * @param tag the name of a tag
 * @param column the name of a column or field
 * @param is the part by value
 */
record PartMap(Optional<String> tag, Optional<String> column, Map<String, String> is) {

    static Optional<PartMap> of(Settings settings, String key) {
        return settings.object(key, SourcesFormat.keys(SourcesFormat.OF_PART_MAP))
                .flatMap(map -> {
                    if (map.has("tag") == map.has("column")) {
                        settings.refuse(key, "tag-or-column", key);
                        return Optional.empty();
                    }
                    return Optional.of(new PartMap(map.text("tag"), map.text("column"), map.pairs("is")));
                });
    }

    String part(Optional<String> value) {
        return value.flatMap(text -> is.isEmpty() ? Optional.of(text) : Optional.ofNullable(is.get(text)))
                .orElse(Breakdown.UNASSIGNED);
    }
}
