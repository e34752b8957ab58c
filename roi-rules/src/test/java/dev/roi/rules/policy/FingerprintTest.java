package dev.roi.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roi.core.Fingerprint;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.rules.Engine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fingerprint is the same exactly as long as nothing changes that can change a byte of a review. */
class FingerprintTest {

    private static final PolicyFiles BUILT_IN =
            PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Fingerprint FINGERPRINT = of(BUILT_IN);

    private static Fingerprint of(PolicyFiles files) {
        return Engine.read(files, Map.of()).ref().fingerprint();
    }

    private static String text(String path) {
        return new String(BUILT_IN.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts() {
        return BUILT_IN.paths().stream().collect(Collectors.toMap(path -> path, FingerprintTest::text));
    }

    /** One occurrence replaced, and it has to be the only one. */
    private static PolicyFiles with(String path, String what, String instead) {
        String text = text(path);
        assertThat(text.split(java.util.regex.Pattern.quote(what), -1))
                .as("%s is in %s once", what, path)
                .hasSize(2);
        return BUILT_IN.with(path, text.replace(what, instead));
    }

    @Test
    void that_of_the_built_in_policy_is_pinned_together_with_its_version() {
        // a new fingerprint is a new version of the policy: change both, and say in the change log what decides
        // otherwise
        assertThat(Engine.read(BUILT_IN, Map.of()).ref().version()).isEqualTo("1.0.0");
        assertThat(FINGERPRINT).hasToString("sha256:d6d05eb197756f0234adacbfb1f198173a284c654d0b0f5379fd6d9e727507d6");
    }

    private static Stream<PolicyFiles> sameInOtherClothes() {
        return Stream.of(
                with(
                        "rules/usage.drl",
                        "rule \"low-adoption\"",
                        "// a remark\n/* and\n another */\nrule \"low-adoption\""),
                with(
                        "rules/usage.drl",
                        "    Latest( indicator == \"adoption-rate\", value < $low )",
                        "Latest(indicator==\"adoption-rate\",\n\n value<$low)"),
                with(
                        "rules/usage.drl",
                        "    Threshold( id == \"adoption.low\", $low : value )\n"
                                + "    Latest( indicator == \"adoption-rate\", value < $low )",
                        "    Threshold( $other : value, id == \"adoption.low\" )\n"
                                + "    Latest( indicator == \"adoption-rate\", value < $other )"),
                with(
                        "rules/usage.drl",
                        "@law( 7 )\n    @source( \"S1, useful usage\" )\nwhen\n    Threshold( id == \"adoption.low\"",
                        "@law( 8 )\n    @source( \"S2\" )\nwhen\n    Threshold( id == \"adoption.low\""),
                with(
                        "thresholds.yaml",
                        "because: below three people in ten the tool",
                        "because: \"below three people in ten the tool (see the minutes)," + " it\"\n  # "),
                with("thresholds.yaml", "  range: { least: 5, most: 60 }", "  range:\n    most: 61\n    least: 4.0"),
                with("thresholds.yaml", "adoption.high:\n  value: 70\n", "adoption.high:\n  value: 70.0\n  step: 5\n"),
                with("policy.yaml", "owner: platform-governance", "owner: somebody else"),
                with("views.yaml", "  - [monthly-cost]\n", "  # the bill\n  -   [ monthly-cost ]\n"),
                with("texts/en.yaml", "title: AI coding agents", "title: \"AI coding agents\" # what else"),
                BUILT_IN.with("scenarios/more.yaml", "about: nothing\nscenarios: []\n"),
                BUILT_IN.with("scenarios/risk.yaml", "about: nothing\nscenarios: []\n"),
                BUILT_IN.with("README.md", "Read me.\n"),
                BUILT_IN.with(
                        "policy.yaml",
                        text("policy.yaml") + "\norigin: { policy: other, version: \"1\", fingerprint: \"sha256:"
                                + "0".repeat(64) + "\" }\n"),
                BUILT_IN.with(
                        "thresholds.yaml", "\uFEFF" + text("thresholds.yaml").replace("\n", "\r\n")),
                BUILT_IN.with(
                        "rules/risk.drl", "\uFEFF" + text("rules/risk.drl").replace("\n", "\r\n")));
    }

    @Test
    void comments_layout_reasons_owner_scenarios_pages_and_origin_do_not_change_it() {
        assertThat(sameInOtherClothes())
                .allSatisfy(files -> assertThat(of(files)).isEqualTo(FINGERPRINT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void the_order_of_files_of_rules_and_of_keys_does_not_change_it(int seed) {
        Random random = new Random(seed);
        Map<String, String> shuffled = new LinkedHashMap<>();
        List<String> rules = new ArrayList<>();
        texts().forEach((path, text) -> {
            if (path.endsWith(".drl") && !path.contains("portfolio")) {
                rules.addAll(List.of(text.split("(?<=\\nend\\n)", -1)));
            } else if (path.startsWith("texts/") || path.equals("thresholds.yaml")) {
                shuffled.put(path, written(document(path, text), random, true));
            } else {
                shuffled.put(path, text);
            }
        });
        Collections.shuffle(rules, random);
        List<String> paths = BUILT_IN.rulePaths().stream()
                .filter(path -> !path.contains("portfolio"))
                .toList();
        for (int i = 0; i < rules.size(); i++) {
            shuffled.merge(paths.get(i % paths.size()), rules.get(i), String::concat);
        }
        assertThat(of(PolicyFiles.of("shuffled", shuffled))).isEqualTo(FINGERPRINT);
    }

    @Test
    void what_a_portfolio_rule_asks_and_says_does_change_it() {
        assertThat(of(with(
                        "rules/portfolio/conflicts.drl",
                        "decision in ( \"maintain\", \"adjust\" )",
                        "decision == \"maintain\"")))
                .isNotEqualTo(FINGERPRINT);
    }

    /** Orders that show: of blocks and indicators, of kinds of months, and of what a list says. */
    @Test
    void an_order_that_a_review_shows_does_change_it() {
        Stream.of(
                        with("policy.yaml", "levers: [workflow, budget,", "levers: [budget, workflow,"),
                        with("policy.yaml", "[stop, adjust, extend, maintain]", "[adjust, stop, extend, maintain]"),
                        with(
                                "policy.yaml",
                                "  - off-policy-usage\n  - high-adoption-dispersed-usage\n",
                                "  - high-adoption-dispersed-usage\n  - off-policy-usage\n"),
                        with("policy.yaml", "languages: [en, fr]", "languages: [fr, en]"),
                        with("indicators.yaml", "  finance: {}\n  usage: {}\n", "  usage: {}\n  finance: {}\n"),
                        with(
                                "views.yaml",
                                "  - [monthly-cost]\n  - [cost-by-workflow]\n",
                                "  - [cost-by-workflow]\n  - [monthly-cost]\n"))
                .forEach(files -> assertThat(of(files)).isNotEqualTo(FINGERPRINT));
    }

    /** Scalars of every document, each changed by itself, as far as the policy still loads: every twelfth one. */
    @TestFactory
    Stream<DynamicTest> a_value_of_a_document_changes_it_unless_no_review_can_show_it() {
        return changes(12);
    }

    @TestFactory
    @Tag("soak") // some two thousand policies are read
    Stream<DynamicTest> each_value_of_a_document_changes_it_unless_no_review_can_show_it() {
        return changes(1);
    }

    private static Stream<DynamicTest> changes(int every) {
        return Stream.of(
                        "policy.yaml",
                        "thresholds.yaml",
                        "indicators.yaml",
                        "views.yaml",
                        "texts/en.yaml",
                        "texts/fr.yaml")
                .map(path -> dynamicTest(path, () -> assertChanges(path, every)));
    }

    private static void assertChanges(String path, int every) {
        Node document = document(path, text(path));
        List<Node> scalars = new ArrayList<>();
        scalars(document, scalars);
        long changed = IntStream.range(0, scalars.size())
                .filter(i -> i % every == 0)
                .parallel()
                .mapToObj(i -> scalars.get(i).pointer())
                .filter(pointer -> isChange(path, document, pointer))
                .count();
        assertThat(changed).as("values of %s that were changed", path).isPositive();
    }

    private static boolean isChange(String path, Node document, String pointer) {
        Fingerprint other;
        try {
            other = of(BUILT_IN.with(path, written(document, pointer)));
        } catch (dev.roi.core.InvalidInput refused) {
            return false; // a name that something else needs
        }
        if (!isShown(path, pointer)) {
            assertThat(other).as(path + pointer).isEqualTo(FINGERPRINT);
            return false;
        }
        assertThat(other).as(path + pointer).isNotEqualTo(FINGERPRINT);
        return true;
    }

    private static boolean isShown(String path, String pointer) {
        return switch (path) {
            case "policy.yaml" -> !pointer.equals("/owner");
            case "thresholds.yaml" -> pointer.matches("/[^/]+/(value|unit)");
            case "texts/en.yaml", "texts/fr.yaml" -> !pointer.matches("/(asks|laws|sources|because)/.*");
            default -> true;
        };
    }

    @Test
    void each_part_of_a_rule_changes_it() {
        String rule = "rule \"low-adoption\"\n"
                + "    @law( 7 )\n"
                + "    @source( \"S1, useful usage\" )\n"
                + "when\n"
                + "    Threshold( id == \"adoption.low\", $low : value )\n"
                + "    Latest( indicator == \"adoption-rate\", value < $low )\n"
                + "then\n"
                + "    findings.adjust( \"training\" );\n"
                + "end\n";
        Map<String, String> changes = Map.of(
                "adoption.low", "adoption.high",
                "value < $low", "value <= $low",
                "value < ", "value > ",
                "Latest( indicator == \"adoption-rate\"", "Reading( indicator == \"adoption-rate\"",
                "indicator == \"adoption-rate\"", "indicator in ( \"adoption-rate\", \"budget-consumed\" )",
                ", value < $low )", ", value < $low, due == true )",
                "then", "    not Unknown( indicator == \"lead-time\" )\nthen",
                "adjust( \"training\" )", "adjust( \"budget\" )",
                "findings.adjust( \"training\" )", "findings.note()");
        changes.forEach((what, instead) -> {
            assertThat(rule).contains(what);
            assertThat(of(with(
                            "rules/usage.drl",
                            rule,
                            rule.replaceFirst(
                                    java.util.regex.Pattern.quote(what),
                                    java.util.regex.Matcher.quoteReplacement(instead)))))
                    .as("%s instead of %s", instead, what)
                    .isNotEqualTo(FINGERPRINT);
        });
        Policy policy = Engine.read(BUILT_IN, Map.of());
        assertThat(policy.rules().keySet().stream()
                        .map(id -> policy.without(id).ref().fingerprint()))
                .doesNotContain(FINGERPRINT)
                .doesNotHaveDuplicates();
    }

    private static Node document(String path, String text) {
        return Documents.yaml(path, text.getBytes(StandardCharsets.UTF_8), Limits.POLICY, new Faults())
                .orElseThrow();
    }

    private static void scalars(Node node, List<Node> found) {
        switch (node.kind()) {
            case OBJECT -> node.fields().values().forEach(field -> scalars(field, found));
            case ARRAY -> node.items().forEach(item -> scalars(item, found));
            case TEXT, NUMBER, BOOLEAN, NULL -> found.add(node);
        }
    }

    /** A document as JSON, which is YAML, with its keys in another order. */
    private static String written(Node node, Random random, boolean shuffle) {
        return switch (node.kind()) {
            case OBJECT -> {
                List<Map.Entry<String, Node>> fields =
                        new ArrayList<>(node.fields().entrySet());
                if (shuffle) {
                    Collections.shuffle(fields, random);
                }
                yield fields.stream()
                        .map(field -> quoted(field.getKey()) + ": " + written(field.getValue(), random, shuffle))
                        .collect(Collectors.joining(",\n", "{", "}"));
            }
            case ARRAY ->
                node.items().stream()
                        .map(item -> written(item, random, shuffle))
                        .collect(Collectors.joining(",\n", "[", "]"));
            case TEXT -> quoted(node.text());
            case NUMBER -> node.number().toString();
            case BOOLEAN -> Boolean.toString(node.isTrue());
            case NULL -> "null";
        };
    }

    /** A document with one scalar changed. */
    private static String written(Node node, String changed) {
        if (node.pointer().equals(changed)) {
            return switch (node.kind()) {
                case TEXT -> quoted(changed(node));
                case NUMBER -> node.number().plus(dev.roi.core.Exact.ONE).toString();
                case BOOLEAN -> Boolean.toString(!node.isTrue());
                case OBJECT, ARRAY, NULL -> throw new IllegalArgumentException(changed);
            };
        }
        return switch (node.kind()) {
            case OBJECT ->
                node.fields().entrySet().stream()
                        .map(field -> quoted(field.getKey()) + ": " + written(field.getValue(), changed))
                        .collect(Collectors.joining(",\n", "{", "}"));
            case ARRAY ->
                node.items().stream().map(item -> written(item, changed)).collect(Collectors.joining(",\n", "[", "]"));
            case TEXT, NUMBER, BOOLEAN, NULL -> written(node, new Random(0), false);
        };
    }

    private static String changed(Node node) {
        Map<String, String> words = Map.of(
                "ends", "skips",
                "skips", "ends",
                "lower-is-better", "higher-is-better",
                "higher-is-better", "lower-is-better",
                "outcome", "activity",
                "activity", "perception",
                "needs-it", "needs-it-compared",
                "needs-it-compared", "needs-it",
                "register", "indicators");
        return words.getOrDefault(node.text(), node.text() + "x");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
