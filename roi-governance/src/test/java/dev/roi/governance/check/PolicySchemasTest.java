package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faulty policies, held against the schemas of their files. */
class PolicySchemasTest {

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

    /** What a schema can see, which is not other values of the same file, nor other files. */
    private static final Pattern OF_FORM = Pattern.compile("error ROI-P0[567] .*");

    private static final Pattern BEYOND_A_SCHEMA = Pattern.compile(
            ".*`least` is above `most`.*|.* is counted one by one.*|.*cannot be below 0, and the threshold is.*"
                    + "|.*do not fit together.*|.* is part of itself.*|.* in a circle.*|.*does not add up over scopes.*");

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
                assertThat(Schemas.faultsOfYaml(schema, text))
                        .as(policy.expected())
                        .isNotEmpty();
            }
        });
    }
}
