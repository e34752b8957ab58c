package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.format.Kind;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs were promised of documents, held to what the commands write: keys, their order, and types. */
class PromisedFormatsTest {

    private static final String DATA = "../roi-examples/data/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatif first/scorecard.json",
                "whatif konflux/scorecard.json --lang fr",
                "whatif rollout/paiements.json --policy-changes",
                "whatif assistant/scorecard.json"
            })
    void what_would_change_a_decision(String line) throws IOException {
        assertThat(breaches("whatif.json", written(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep coding-agent --threshold extend.months --history rollout/mobile.json",
                "sweep coding-agent --threshold budget.consumed --history first/scorecard.json",
                "sweep assistant --threshold extend.months --history assistant/scorecard.json"
            })
    void where_past_decisions_flip(String line) throws IOException {
        assertThat(breaches("sweep.json", written(line))).isEmpty();
    }

    @Test
    void a_key_that_is_missing_moved_or_of_another_type_would_be_found() throws IOException {
        Node written = read("{\"policy\":{},\"format\":\"roi-sweep/1\",\"value\":\"3\",\"unit\":\"months\"}");

        assertThat(breaches("sweep.json", written))
                .contains(
                        "threshold is missing",
                        "keys are [policy, format, value, unit], and were promised as [format, policy, value, unit]",
                        "value is TEXT, and was promised as [NUMBER]");
    }

    private static Node read(String document) {
        Faults faults = new Faults();
        return Documents.json("document", document.getBytes(StandardCharsets.UTF_8), Limits.SCORECARD, faults)
                .orElseThrow(() -> new AssertionError(faults.list()));
    }

    private static Node written(String line) {
        String given = line.replaceAll("(first|konflux|rollout|assistant)(?=[/ ]|$)", DATA + "$1")
                .replace("sweep " + DATA, "sweep ");
        return read(Ran.of((given + " --format json").split(" ")).done());
    }

    private static List<String> breaches(String promise, Node written) throws IOException {
        try (InputStream in = PromisedFormatsTest.class.getResourceAsStream("promised/" + promise)) {
            Node promised =
                    read(new String(Objects.requireNonNull(in, promise).readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Set<Kind>> kinds = new TreeMap<>();
            kinds("", promised, kinds);
            List<String> breaches = new ArrayList<>();
            hold("", promised, written, kinds, breaches);
            return breaches;
        }
    }

    private static void kinds(String at, Node promised, Map<String, Set<Kind>> kinds) {
        kinds.computeIfAbsent(at, none -> EnumSet.noneOf(Kind.class)).add(promised.kind());
        if (promised.kind() == Kind.OBJECT) {
            promised.fields().forEach((key, field) -> kinds(path(at, key), field, kinds));
        } else if (promised.kind() == Kind.ARRAY) {
            promised.items().forEach(item -> kinds(at + "[]", item, kinds));
        }
    }

    private static void hold(
            String at, Node promised, Node written, Map<String, Set<Kind>> kinds, List<String> breaches) {
        Set<Kind> allowed = kinds.getOrDefault(at, Set.of());
        if (!allowed.contains(written.kind()) && !isOpen(at, written)) {
            breaches.add("%s is %s, and was promised as %s"
                    .formatted(at, written.kind().name(), allowed));
            return;
        }
        boolean hasItems = promised.kind() == Kind.ARRAY && !promised.items().isEmpty();
        if (hasItems && written.kind() == Kind.ARRAY) {
            written.items().forEach(item -> hold(at + "[]", promised.items().get(0), item, kinds, breaches));
        }
        if (promised.kind() != Kind.OBJECT || written.kind() != Kind.OBJECT) {
            return;
        }
        promised.fields()
                .forEach((key, field) -> written.find(key)
                        .ifPresentOrElse(
                                there -> hold(path(at, key), field, there, kinds, breaches),
                                () -> breaches.add(path(at, key) + " is missing")));
        List<String> found = new ArrayList<>(written.fields().keySet());
        found.retainAll(promised.fields().keySet());
        List<String> inOrder = new ArrayList<>(promised.fields().keySet());
        inOrder.retainAll(found);
        if (!inOrder.equals(found)) {
            breaches.add("%skeys are %s, and were promised as %s".formatted(at, found, inOrder));
        }
    }

    /** What is null where there is nothing to say: an end that is open, a value that is not known, no share. */
    private static boolean isOpen(String at, Node written) {
        return written.kind() == Kind.NULL
                && Set.of("share", "changes[].readings[].from", "changes[].readings[].bound", "measureNext[].due")
                        .contains(at);
    }

    private static String path(String at, String key) {
        return at.isEmpty() ? key : at + "." + key;
    }
}
