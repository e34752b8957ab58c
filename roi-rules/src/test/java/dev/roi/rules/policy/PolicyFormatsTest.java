package dev.roi.rules.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.roi.core.format.Format;
import dev.roi.core.json.Schema;
import dev.roi.rules.SchemaPins;
import dev.roi.rules.check.FaultyPolicy;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of a policy's files. {@code -Dpins=write} writes them anew, to be read before they are committed. */
class PolicyFormatsTest {

    private static final Map<Schema, Format<?>> FORMATS = new EnumMap<>(Map.of(
            Schema.POLICY, PolicyFile.format(),
            Schema.THRESHOLDS, ThresholdFile.format(),
            Schema.INDICATORS, IndicatorFile.format(),
            Schema.VIEWS, ViewFile.format(),
            Schema.TEXTS, TextFile.format()));

    private static final Map<String, Schema> FILES = Map.of(
            PolicyFiles.POLICY, Schema.POLICY,
            PolicyFiles.THRESHOLDS, Schema.THRESHOLDS,
            PolicyFiles.INDICATORS, Schema.INDICATORS,
            PolicyFiles.VIEWS, Schema.VIEWS,
            "texts/en.yaml", Schema.TEXTS,
            "texts/fr.yaml", Schema.TEXTS);

    /** What a schema can see, which is not other values of the same file, nor other files. */
    private static final Pattern OF_FORM = Pattern.compile("error ROI-P0[567] .*");

    private static final Pattern BEYOND_A_SCHEMA =
            Pattern.compile(".*`least` is above `most`.*|.* is counted one by one.*");

    static Set<Schema> schemas() {
        return FORMATS.keySet();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_says_what_its_format_says(Schema schema) {
        SchemaPins.hold(schema, requireNonNull(FORMATS.get(schema)));
    }

    private static String faults(Schema schema, String yaml) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema.text(), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML)
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void the_files_of_built_in_policies_are_in_their_form() {
        for (String id : PolicyFiles.builtIns()) {
            PolicyFiles policy = PolicyFiles.builtIn(id).orElseThrow();
            for (String path : policy.paths()) {
                Optional.ofNullable(FILES.get(path))
                        .ifPresent(schema -> assertThat(faults(
                                        schema, new String(policy.find(path).orElseThrow(), StandardCharsets.UTF_8)))
                                .as("%s of %s", path, id)
                                .isEmpty());
            }
        }
    }

    static List<FaultyPolicy> faulty() {
        return FaultyPolicy.in("faulty-policies.txt").stream()
                .filter(policy -> FILES.keySet().stream().anyMatch(path -> isOfForm(policy, path)))
                .toList();
    }

    private static boolean isOfForm(FaultyPolicy policy, String path) {
        return policy.expected()
                .lines()
                .anyMatch(line -> line.contains("/" + path + ":")
                        && OF_FORM.matcher(line).matches()
                        && !BEYOND_A_SCHEMA.matcher(line).matches());
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void what_the_reader_refuses_for_its_form_an_editor_underlines(FaultyPolicy policy) {
        FILES.forEach((path, schema) -> {
            if (isOfForm(policy, path)) {
                String text = new String(policy.files().find(path).orElseThrow(), StandardCharsets.UTF_8);
                assertThat(faults(schema, text)).as(policy.expected()).isNotEmpty();
            }
        });
    }
}
