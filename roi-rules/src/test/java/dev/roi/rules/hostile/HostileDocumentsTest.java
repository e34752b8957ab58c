package dev.roi.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * YAML files that would do something else than hold values. The first line of a case names the file of the built-in
 * policy that the rest is added to, or in which something is put in the place of something else.
 */
class HostileDocumentsTest {

    private static final String CORPUS = "documents.txt";
    private static final PolicyFiles POLICY =
            PolicyFiles.builtIn("coding-agent").orElseThrow();

    @TestFactory
    Stream<DynamicTest> a_hostile_document_is_refused_with_its_place_and_nothing_of_it_runs() {
        List<HostileCase> cases = HostileCase.in(CORPUS);
        HostileCase.rewrite(CORPUS, cases, HostileDocumentsTest::refused);
        return cases.stream()
                .map(each -> dynamicTest(
                        each.title(),
                        () -> assertThat(refused(each)).isNotEmpty().isEqualTo(each.expected())));
    }

    private static String refused(HostileCase hostile) {
        int songs = Canary.songs();
        PolicyFiles files = files(hostile.hostile());
        String refused = Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                Engine.read(files, Map.of());
                return "";
            } catch (InvalidInput invalid) {
                return invalid.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
            }
        });
        assertThat(Canary.songs()).as("nothing of %s runs", hostile).isEqualTo(songs);
        assertThat(refused.codePoints().filter(point -> point != '\n' && Character.isISOControl(point)))
                .as("no message carries a control character")
                .isEmpty();
        return refused;
    }

    private static PolicyFiles files(String hostile) {
        int end = hostile.indexOf('\n');
        String first = hostile.substring(1, end < 0 ? hostile.length() : end);
        String path = first.contains(" ") ? first.substring(0, first.indexOf(' ')) : first;
        String text = new String(POLICY.find(path).orElseThrow(), StandardCharsets.UTF_8);
        if (!first.contains(" => ")) {
            return POLICY.with(path, text + hostile.substring(end + 1) + "\n");
        }
        String change = hostile.substring(path.length() + 2);
        String what = change.substring(0, change.indexOf(" => "));
        assertThat(text).contains(what);
        int at = text.indexOf(what);
        return POLICY.with(
                path, text.substring(0, at) + change.substring(what.length() + 4) + text.substring(at + what.length()));
    }
}
