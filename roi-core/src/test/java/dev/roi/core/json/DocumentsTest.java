package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static String json(String text) {
        return faults(Form.JSON, text.getBytes(StandardCharsets.UTF_8), Limits.SCORECARD);
    }

    private static String yaml(String text) {
        return faults(Form.YAML, text.getBytes(StandardCharsets.UTF_8), Limits.POLICY);
    }

    private static String faults(Form form, byte[] bytes, Limits limits) {
        Faults faults = new Faults();
        Optional<Node> root = form.read("f", bytes, limits, faults);
        assertThat(root.isPresent() || !faults.isEmpty()).isTrue();
        return faults.list().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    static Node sound(Form form, String text) {
        Faults faults = new Faults();
        Node root = form.read("f", text.getBytes(StandardCharsets.UTF_8), Limits.SCORECARD, faults)
                .orElseThrow(() -> new AssertionError(faults.list()));
        assertThat(faults.list()).isEmpty();
        return root;
    }

    enum Form {
        JSON {
            @Override
            Optional<Node> read(String source, byte[] bytes, Limits limits, Faults faults) {
                return Documents.json(source, bytes, limits, faults);
            }
        },
        YAML {
            @Override
            Optional<Node> read(String source, byte[] bytes, Limits limits, Faults faults) {
                return Documents.yaml(source, bytes, limits, faults);
            }
        };

        abstract Optional<Node> read(String source, byte[] bytes, Limits limits, Faults faults);
    }

    @Test
    void a_value_knows_where_it_stands() {
        Node root = sound(Form.JSON, """
                {
                  "a/b~c": [ 1.50, { "x": "é" } ],
                  "t": true, "n": null
                }""");

        Node number = root.find("a/b~c").orElseThrow().items().get(0);
        assertThat(number.pointer()).isEqualTo("/a~1b~0c/0");
        assertThat(number.line()).isEqualTo(2);
        assertThat(number.column()).isEqualTo(14);
        assertThat(number.number()).isEqualTo(Exact.of("1.5"));
        assertThat(root.find("t").orElseThrow().keyColumn()).isEqualTo(3);
        assertThat(root.find("t").orElseThrow().isTrue()).isTrue();
        assertThat(root.find("missing")).isEmpty();
    }

    @Test
    void a_syntax_error_is_told_with_its_place() {
        assertThat(json("{\"a\": True}")).isEqualTo("""
                ROI-D04 f:1:7: unknown word `True`; a text stands in double quotes. Did you mean `true`?""");
        assertThat(yaml("a: b: c")).isEqualTo("""
                ROI-D04 f:1:5: unexpected `:`. A text with `: ` in it stands in double quotes; a key stands on a line of\
                 its own.""");
    }
}
