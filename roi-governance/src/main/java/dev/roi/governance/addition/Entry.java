package dev.roi.governance.addition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is added to a YAML file under a name of its own.
 *
 * @param name its name
 * @param value its value, as YAML has it; empty where it has fields
 * @param fields its fields, as YAML has them
 * @param remarks what is said above it, for whoever edits it
 */
record Entry(String name, String value, Map<String, String> fields, List<String> remarks) {

    static Entry of(String name, String value) {
        return new Entry(name, value, Map.of(), List.of());
    }

    static Entry of(String name) {
        return new Entry(name, "", new LinkedHashMap<>(), List.of());
    }

    Entry with(String field, String content) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, content);
        return new Entry(name, value, more, remarks);
    }

    Entry remark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add("# TODO " + remark);
        return new Entry(name, value, fields, more);
    }

    /** Returns its lines where every field has one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(remarks);
        lines.add(value.isEmpty() ? name + ":" : "%s: %s".formatted(name, value));
        fields.forEach((field, content) -> lines.add("  %s: %s".formatted(field, content)));
        return lines;
    }

    /** Returns it on one line, without its remarks. */
    String line() {
        return value.isEmpty()
                ? fields.entrySet().stream()
                        .map(field -> "%s: %s".formatted(field.getKey(), field.getValue()))
                        .collect(Collectors.joining(", ", name + ": { ", " }"))
                : "%s: %s".formatted(name, value);
    }
}
