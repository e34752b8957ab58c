package dev.roi.rules.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.format.Format;
import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of a policy's files. */
class PolicyFormatsTest {

    private static final Map<Schema, Format<?>> FORMATS = new EnumMap<>(Map.of(
            Schema.POLICY, PolicyFile.format(),
            Schema.THRESHOLDS, ThresholdFile.format(),
            Schema.INDICATORS, IndicatorFile.format(),
            Schema.VIEWS, ViewFile.format(),
            Schema.TEXTS, TextFile.format()));

    private static final Map<String, Schema> FILES = Map.of(
            PolicyFiles.POLICY,
            Schema.POLICY,
            PolicyFiles.THRESHOLDS,
            Schema.THRESHOLDS,
            PolicyFiles.INDICATORS,
            Schema.INDICATORS,
            PolicyFiles.VIEWS,
            Schema.VIEWS,
            "texts/en.yaml",
            Schema.TEXTS,
            "texts/fr.yaml",
            Schema.TEXTS);

    static Set<Schema> schemas() {
        return FORMATS.keySet();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_says_what_its_format_says(Schema schema) {
        Schemas.hold(schema, requireNonNull(FORMATS.get(schema)));
    }

    @Test
    void the_files_of_built_in_policies_are_in_their_form() {
        for (String id : PolicyFiles.builtIns()) {
            PolicyFiles policy = PolicyFiles.builtIn(id).orElseThrow();
            for (String path : policy.paths()) {
                Optional.ofNullable(FILES.get(path))
                        .ifPresent(schema -> assertThat(Schemas.faultsOfYaml(
                                        schema, new String(policy.find(path).orElseThrow(), StandardCharsets.UTF_8)))
                                .as("%s of %s", path, id)
                                .isEmpty());
            }
        }
    }
}
