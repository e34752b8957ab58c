package dev.roi.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page shows what is built and tested here, and nothing else. */
class PageTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private static final Map<String, String> FROM = Map.of(
            "java", "../roi-examples-service/src/main/java/dev/roi/examples/service/ReviewService.java",
            "properties", "../roi-examples-service/src/main/resources/application.properties",
            "xml", "../roi-examples-service/pom.xml",
            "sql", "../roi-ledger/src/main/resources/dev/roi/ledger/roi_ledger.sql");

    @Test
    void every_line_of_the_page_is_one_of_this_service() throws IOException {
        List<MatchResult> blocks = BLOCK.matcher(
                        Files.readString(Path.of("../docs/in-a-service.md"), StandardCharsets.UTF_8))
                .results()
                .toList();

        assertThat(blocks).hasSizeGreaterThan(5);
        for (MatchResult block : blocks) {
            String source = Files.readString(Path.of(FROM.get(block.group(1))), StandardCharsets.UTF_8);
            assertThat(plain(source)).contains(plain(block.group(2)));
        }
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
