package dev.roi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Pinned;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.json.Input;
import dev.roi.governance.addition.Additions;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.governance.scenario.Coverage;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that writes a policy for another investment: its files, as they stand there, are one. */
class WriteAPolicyTest {

    private static final Pattern FILE =
            Pattern.compile("^`([a-z/]+\\.(?:yaml|drl))`:\n\n```[a-z]*\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private static PolicyFiles files() throws IOException {
        Matcher matcher = FILE.matcher(Files.readString(Pinned.TOP.resolve("docs/write-a-policy.md")));
        Map<String, String> files = new TreeMap<>();
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2));
        }
        return PolicyFiles.of("minutes", files);
    }

    @Test
    void the_files_of_the_page_are_a_policy_that_keeps_its_own_scenarios() throws IOException {
        Engine engine = Engine.of(files());
        Scenarios scenarios = Scenarios.of(files(), engine);

        assertThat(scenarios.list()).hasSize(11);
        assertThat(scenarios.portfolios())
                .hasSize(2)
                .allSatisfy(scenario ->
                        assertThat(scenario.run(engine).differences()).isEmpty());
        assertThat(scenarios.run(engine))
                .allSatisfy(outcome -> assertThat(outcome.differences()).isEmpty());
        assertThat(Coverage.of(engine, scenarios).missing())
                .as("rules that no scenario goes through")
                .noneMatch(missing -> missing.toString().startsWith("rule "));
    }

    @Test
    void a_check_finds_nothing_in_it_but_what_the_page_says() throws IOException {
        assertThat(PolicyCheck.of(files()).findings()).extracting(Fault::code).containsOnly("ROI-P48");
        assertThat(Files.readString(Pinned.TOP.resolve("docs/write-a-policy.md")))
                .contains("`ROI-P48`");
    }

    @Test
    void it_grows_by_what_is_begun_from_the_command_line_though_it_is_laid_out_in_another_way(@TempDir Path folder)
            throws IOException {
        Path directory = folder.resolve("minutes");
        files().writeTo(directory);
        Additions.to(directory, Language.ENGLISH)
                .indicator("rooms-used", Optional.empty(), Optional.empty())
                .write();
        Additions.to(directory, Language.ENGLISH)
                .rule("few-rooms", Optional.of("rooms-used"))
                .write();

        assertThat(Files.readString(directory.resolve("policy.yaml"))).contains(" less-work-in-a-row, few-rooms]\n");
        assertThat(PolicyCheck.of(directory).findings()).extracting(Fault::code).containsOnly("ROI-P48");
        assertThat(PolicyTest.of(directory).withoutMutation().run().isPassed()).isTrue();
    }

    @Test
    void a_scorecard_is_reviewed_with_it_and_seen_through_its_own_view() throws IOException {
        Engine engine = Engine.of(files());
        String card = """
            { "format": "roi-scorecard/1", "scope": { "level": "team", "id": "board", "name": "Board" },
              "baselines": { "hours-per-meeting": 3 },
              "snapshots": [ { "month": "2026-05", "readings": { "hours-per-meeting": 2,
                "minutes-written": { "value": 20, "by": { "outcome": { "corrected": 6, "accepted": 14 } } } } } ] }
            """;
        Input input = engine.read("board.json", new ByteArrayInputStream(card.getBytes(StandardCharsets.UTF_8)));

        assertThat(input.scorecards()).singleElement().satisfies(scorecard -> {
            assertThat(engine.review(scorecard).decision()).isEqualTo(Decision.ADJUST);
            assertThat(engine.review(scorecard).headline()).isEqualTo("Adjust: too many corrections");
            View view = engine.view(scorecard, new ViewId("office"), ReviewRequest.LATEST);
            assertThat(Report.of(view).text())
                    .startsWith("Office: 30% of the minutes corrected\n")
                    .contains("Minutes written | outcome | accepted  | 14")
                    .contains("30% of the minutes had to be corrected, where at most 20% is accepted.");
        });
    }
}
