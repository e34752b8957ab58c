package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.io.InputStream;
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

    private static final ObjectMapper JSON = new ObjectMapper();
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
        JsonNode written =
                JSON.readTree("{\"policy\":{},\"format\":\"roi-sweep/1\",\"value\":\"3\",\"unit\":\"months\"}");

        assertThat(breaches("sweep.json", written))
                .contains(
                        "threshold is missing",
                        "keys are [policy, format, value, unit], and were promised as [format, policy, value, unit]",
                        "value is STRING, and was promised as [NUMBER]");
    }

    private static JsonNode written(String line) throws IOException {
        String given = line.replaceAll("(first|konflux|rollout|assistant)(?=[/ ]|$)", DATA + "$1")
                .replace("sweep " + DATA, "sweep ");
        return JSON.readTree(Ran.of((given + " --format json").split(" ")).done());
    }

    private static List<String> breaches(String promise, JsonNode written) throws IOException {
        try (InputStream in = PromisedFormatsTest.class.getResourceAsStream("promised/" + promise)) {
            JsonNode promised = JSON.readTree(Objects.requireNonNull(in, promise));
            Map<String, Set<JsonNodeType>> types = new TreeMap<>();
            types("", promised, types);
            List<String> breaches = new ArrayList<>();
            hold("", promised, written, types, breaches);
            return breaches;
        }
    }

    private static void types(String at, JsonNode promised, Map<String, Set<JsonNodeType>> types) {
        types.computeIfAbsent(at, none -> EnumSet.noneOf(JsonNodeType.class)).add(promised.getNodeType());
        promised.properties().forEach(field -> types(path(at, field.getKey()), field.getValue(), types));
        if (promised.isArray()) {
            promised.forEach(item -> types(at + "[]", item, types));
        }
    }

    private static void hold(
            String at,
            JsonNode promised,
            JsonNode written,
            Map<String, Set<JsonNodeType>> types,
            List<String> breaches) {
        Set<JsonNodeType> allowed = types.getOrDefault(at, Set.of());
        if (!allowed.contains(written.getNodeType()) && !isOpen(at, written)) {
            breaches.add("%s is %s, and was promised as %s".formatted(at, written.getNodeType(), allowed));
            return;
        }
        if (promised.isArray() && !promised.isEmpty()) {
            written.forEach(item -> hold(at + "[]", promised.get(0), item, types, breaches));
        }
        List<String> keys = keys(promised);
        List<String> found = new ArrayList<>(keys(written));
        found.retainAll(keys);
        for (String key : keys) {
            if (written.isObject() && !written.has(key)) {
                breaches.add(path(at, key) + " is missing");
            } else if (written.isObject()) {
                hold(path(at, key), promised.get(key), written.get(key), types, breaches);
            }
        }
        List<String> inOrder = new ArrayList<>(keys);
        inOrder.retainAll(found);
        if (written.isObject() && !inOrder.equals(found)) {
            breaches.add("%skeys are %s, and were promised as %s".formatted(at, found, inOrder));
        }
    }

    /** What is null where there is nothing to say: an end that is open, a value that is not known, no share. */
    private static boolean isOpen(String at, JsonNode written) {
        return written.isNull()
                && Set.of("share", "changes[].readings[].from", "changes[].readings[].bound", "measureNext[].due")
                        .contains(at);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String path(String at, String key) {
        return at.isEmpty() ? key : at + "." + key;
    }
}
