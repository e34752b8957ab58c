package dev.roi.governance.scenario;

import dev.roi.core.json.Node;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values on one line, as people write them in scenario files. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 -]*[A-Za-z0-9]|[0-9]{4}-[0-9]{2}");

    private YamlText() {}

    static String of(Node node) {
        return switch (node.kind()) {
            case OBJECT -> of(node.fields());
            case ARRAY -> node.items().stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
            case TEXT -> text(node.text());
            case NUMBER -> node.number().toString();
            case BOOLEAN -> String.valueOf(node.isTrue());
            case NULL -> "null";
        };
    }

    static String of(Map<String, Node> fields) {
        return fields.entrySet().stream()
                .map(field -> text(field.getKey()) + ": " + of(field.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !text.equals("null") && !text.equals("true") && !text.equals("false")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
