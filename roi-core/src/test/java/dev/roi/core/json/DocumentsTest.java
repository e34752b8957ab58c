package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.format.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say; what is refused of them is pinned elsewhere. */
class DocumentsTest {

    private static Node json(String text) {
        Faults faults = new Faults();
        Optional<Node> root = Documents.json("f.json", text.getBytes(StandardCharsets.UTF_8), Limits.SCORECARD, faults);
        assertThat(faults.list()).isEmpty();
        return root.orElseThrow();
    }

    private static Node yaml(String text) {
        Faults faults = new Faults();
        Optional<Node> root = Documents.yaml("f.yaml", text.getBytes(StandardCharsets.UTF_8), Limits.POLICY, faults);
        assertThat(faults.list()).isEmpty();
        return root.orElseThrow();
    }

    @Test
    void a_json_value_knows_where_it_stands() {
        Node root = json("""
                {
                  "a/b~c": [ 1.50, { "x": "é\uD83D\uDE00" } ],
                  "t": true, "n": null
                }""");

        Node number = root.find("a/b~c").orElseThrow().items().get(0);
        assertThat(number.pointer()).isEqualTo("/a~1b~0c/0");
        assertThat(number.line()).isEqualTo(2);
        assertThat(number.column()).isEqualTo(14);
        assertThat(number.keyLine()).isZero();
        assertThat(number.number()).isEqualTo(Exact.of("1.5"));
        Node truth = root.find("t").orElseThrow();
        assertThat(truth.keyLine()).isEqualTo(3);
        assertThat(truth.keyColumn()).isEqualTo(3);
        assertThat(truth.isTrue()).isTrue();
        assertThat(truth.source()).isEqualTo("f.json");
        assertThat(root.pointer()).isEmpty();
        assertThat(root.fields().keySet()).containsExactly("a/b~c", "t", "n");
        assertThat(root.find("n").orElseThrow().kind()).isEqualTo(Kind.NULL);
        assertThat(root.find("missing")).isEmpty();
        assertThat(root).hasToString("f.json:1:1 (an object)");
    }

    @Test
    void a_yaml_value_knows_where_it_stands() {
        Node root = yaml("""
                # a comment
                rules:
                  - id: low-adoption   # another
                    limit: -0.50
                  - { id: x }
                text: |
                  two
                  lines
                """);

        Node limit =
                root.find("rules").orElseThrow().items().get(0).find("limit").orElseThrow();
        assertThat(limit.pointer()).isEqualTo("/rules/0/limit");
        assertThat(limit.line()).isEqualTo(4);
        assertThat(limit.column()).isEqualTo(12);
        assertThat(limit.keyLine()).isEqualTo(4);
        assertThat(limit.keyColumn()).isEqualTo(5);
        assertThat(limit.number()).isEqualTo(Exact.of("-0.5"));
        assertThat(root.find("text").orElseThrow().text()).isEqualTo("two\nlines\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "12", "1.0", "-0.5", "999999999999999", "0.123456789012"})
    void a_plain_decimal_number_of_yaml_is_a_number(String scalar) {
        assertThat(yaml("a: " + scalar).find("a").orElseThrow().number()).isEqualTo(Exact.of(scalar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010",
                "0x10",
                "0o10",
                "0b1",
                "1_000",
                "+1",
                "1.",
                ".5",
                "1e3",
                "1.5e+3",
                "12:30",
                "12:30:00",
                ".inf",
                "-.INF",
                ".nan",
                "2026-05",
                "2026-05-01",
                "1,5",
                "yes",
                "no",
                "on",
                "off",
                "y",
                "n",
                "True",
                "FALSE",
                "~",
                "Null",
                "NULL",
                "=",
                "'1'",
                "\"true\"",
                "'null'",
                "''"
            })
    void any_other_scalar_of_yaml_is_a_text(String scalar) {
        String bare = scalar.replace("'", "").replace("\"", "");
        assertThat(yaml("a: " + scalar).find("a").orElseThrow().text()).isEqualTo(bare);
        assertThat(yaml("- " + scalar + "\n").items().get(0).text()).isEqualTo(bare);
    }

    @Test
    void true_false_null_and_nothing_of_yaml_are_what_they_say() {
        List<Node> items = yaml("- true\n- false\n- null\n-\n").items();

        assertThat(items.get(0).isTrue()).isTrue();
        assertThat(items.get(1).isTrue()).isFalse();
        assertThat(items.get(2).kind()).isEqualTo(Kind.NULL);
        assertThat(items.get(3).kind()).isEqualTo(Kind.NULL);
    }

    @Test
    void keys_of_yaml_are_texts_whatever_they_look_like() {
        assertThat(yaml("1: a\ntrue: b\nnull: c\n'<': d\n").fields().keySet())
                .containsExactly("1", "true", "null", "<");
    }

    @Test
    void a_yaml_document_may_have_its_marks_and_a_directive() {
        assertThat(yaml("%YAML 1.1\n---\na: 1\n...\n").find("a").orElseThrow().number())
                .isEqualTo(Exact.ONE);
        assertThat(yaml("\uFEFFa: 1").find("a").orElseThrow().keyColumn()).isEqualTo(1);
    }

    @Test
    void a_yaml_document_of_three_megabytes_is_read_and_a_larger_one_is_refused() {
        Limits large = new Limits(10_000_000, 32, 1_000_000, 20_000, 200, 12);
        Faults faults = new Faults();
        String line = "- " + "x".repeat(997) + "\n";

        Optional<Node> root =
                Documents.yaml("f.yaml", line.repeat(3_000).getBytes(StandardCharsets.UTF_8), large, faults);
        assertThat(faults.list()).isEmpty();
        assertThat(root.orElseThrow().items()).hasSize(3_000);

        Documents.yaml("f.yaml", line.repeat(3_001).getBytes(StandardCharsets.UTF_8), large, faults);
        assertThat(faults.list())
                .map(Fault::toString)
                .containsExactly("ROI-D11 f.yaml: the document is larger than the limit of 3,000,000 bytes");
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":1,\"a\":2}', 1", "'{\"a\":1e400}', 999999999999999", "'{\"a\":-1e400}', -999999999999999"})
    void what_is_refused_still_leaves_a_tree_to_check_further(String text, String value) {
        Faults faults = new Faults();
        Optional<Node> root = Documents.json("f.json", text.getBytes(StandardCharsets.UTF_8), Limits.SCORECARD, faults);

        assertThat(faults.list()).hasSize(1);
        assertThat(root.orElseThrow().find("a").orElseThrow().number()).isEqualTo(Exact.of(value));
    }

    @Test
    void a_value_is_not_taken_for_what_it_is_not() {
        assertThatIllegalStateException()
                .isThrownBy(() -> json("{\"a\": [1]}").find("a").orElseThrow().text())
                .withMessage("f.json:1:7: /a is a list, not a text");
    }

    @Test
    void faults_of_one_s_own_stand_at_the_value() {
        Node root = json("{ \"a\": 1 }");
        Faults faults = new Faults();
        faults.add("ROI-P01", root.find("a").orElseThrow(), Message.of("at the value"));
        faults.add("ROI-P02", root, Message.of("at the object"), Optional.of(Message.of("Mend it.")));

        assertThat(faults.list())
                .map(Fault::toString)
                .containsExactly("ROI-P02 f.json:1:1: at the object. Mend it.", "ROI-P01 f.json:1:8: /a: at the value");
    }

    @Test
    void warnings_alone_do_not_refuse() {
        Fault.Place place = new Fault.Place("f", 1, 1, "");
        Faults faults = new Faults();
        faults.add(new Fault("ROI-P09", Fault.Severity.WARNING, place, "worth a look", Optional.empty()));
        faults.throwIfAny();
        assertThat(faults.isEmpty()).isFalse();

        faults.add(new Fault("ROI-P01", Fault.Severity.ERROR, place, "wrong", Optional.empty()));
        InvalidInput refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(InvalidInput.class, faults::throwIfAny);
        assertThat(refused.faults()).hasSize(2);
    }
}
