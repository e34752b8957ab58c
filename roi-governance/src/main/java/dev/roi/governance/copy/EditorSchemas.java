package dev.roi.governance.copy;

import dev.roi.core.json.Schema;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON Schemas that a policy has beside its files, in {@code schemas/}, so that editors complete and check what is
 * written without a network. Nothing of a policy is read from there.
 */
final class EditorSchemas {

    /** The schemas of all files that a policy has. */
    static final List<Schema> ALL =
            List.of(Schema.POLICY, Schema.INDICATORS, Schema.THRESHOLDS, Schema.VIEWS, Schema.TEXTS, Schema.SCENARIOS);

    private static final Map<String, Schema> BY_FILE = Map.of(
            PolicyFiles.POLICY, Schema.POLICY,
            PolicyFiles.INDICATORS, Schema.INDICATORS,
            PolicyFiles.THRESHOLDS, Schema.THRESHOLDS,
            PolicyFiles.VIEWS, Schema.VIEWS);
    private static final Map<String, Schema> BY_FOLDER = Map.of("texts", Schema.TEXTS, "scenarios", Schema.SCENARIOS);

    private EditorSchemas() {}

    /** Where a schema lies within a policy. */
    static String path(Schema schema) {
        return "schemas/" + schema.fileName();
    }

    /** The first line of a file, which names its schema; nothing where a file has none, as rules do not. */
    static Optional<String> line(String path) {
        int folder = path.indexOf('/');
        return Optional.ofNullable(folder < 0 ? BY_FILE.get(path) : BY_FOLDER.get(path.substring(0, folder)))
                .map(schema ->
                        "# yaml-language-server: $schema=%s%s\n".formatted(folder < 0 ? "" : "../", path(schema)));
    }
}
