package dev.roi.governance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules on the page of what boards ask for. */
class BoardWishesPassTheCheckTest {

    private static final Path PAGE = Path.of("../docs/board-wishes.md");
    private static final Pattern BLOCK = Pattern.compile("\n```(\\w+)\n(.*?)\n```\n", Pattern.DOTALL);
    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();

    @Test
    void every_wish_is_a_rule_of_which_the_check_has_nothing_to_say() throws IOException {
        List<String> wishes = new ArrayList<>();
        String thresholds = "";
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            if (blocks.group(1).equals("yaml")) {
                thresholds = blocks.group(2);
            } else if (!wishes.contains(blocks.group(2))) { // two wishes may be one rule, with another threshold
                wishes.add(blocks.group(2));
            }
        }
        StringBuilder rules = new StringBuilder();
        StringBuilder order = new StringBuilder(text(PolicyFiles.POLICY));
        Map<String, StringBuilder> words = Map.of("en", new StringBuilder(), "fr", new StringBuilder());
        for (int i = 0; i < wishes.size(); i++) {
            rules.append("rule \"wish-%s\"\nwhen\n%sthen\n    findings.note();\nend\n\n"
                    .formatted(i, wishes.get(i).indent(4)));
            order.append("  - wish-").append(i).append('\n');
            requireNonNull(words.get("en")).append("  wish-%s: { headline: a wish, text: \"A wish.\" }\n".formatted(i));
            requireNonNull(words.get("fr")).append("  wish-%s: { headline: un vœu, text: \"Un vœu.\" }\n".formatted(i));
        }
        PolicyFiles files = FILES.with("rules/wishes.drl", rules.toString())
                .with(PolicyFiles.POLICY, order.toString())
                .with(PolicyFiles.THRESHOLDS, text(PolicyFiles.THRESHOLDS) + "\n" + thresholds + "\n");
        for (String language : List.of("en", "fr")) {
            String path = "texts/%s.yaml".formatted(language);
            files = files.with(path, text(path).replaceFirst("\nrules:\n", "\nrules:\n" + words.get(language)));
        }

        assertThat(wishes).hasSizeGreaterThan(20);
        assertThat(PolicyCheck.of(files).findings())
                .extracting(Fault::toString)
                .filteredOn(finding -> finding.contains("wish") || finding.contains("board."))
                .isEmpty();
    }

    private static String text(String path) {
        return new String(FILES.find(path).orElseThrow(), UTF_8);
    }
}
