package dev.roi.governance.scenario;

import dev.roi.core.format.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes values on one line, as people write them in scenario files. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 -]*[A-Za-z0-9]|[0-9]{4}-[0-9]{2}");

    private YamlText() {}

    static String of(Cursor node) {
        List<String> parts = new ArrayList<>();
        return switch (node.kind()) {
            case OBJECT -> {
                node.eachField((key, value) -> parts.add(text(key) + ": " + of(value)));
                yield "{ %s }".formatted(String.join(", ", parts));
            }
            case ARRAY -> {
                node.eachItem(item -> parts.add(of(item)));
                yield "[%s]".formatted(String.join(", ", parts));
            }
            case TEXT -> text(node.text());
            case NUMBER -> node.number().toString();
            case BOOLEAN -> String.valueOf(node.isTrue());
            case NULL -> "null";
        };
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !text.equals("null") && !text.equals("true") && !text.equals("false")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
