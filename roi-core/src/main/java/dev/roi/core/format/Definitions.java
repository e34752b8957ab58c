package dev.roi.core.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The named shapes of a schema, each described once. */
final class Definitions {

    private final Map<String, Object> named = new LinkedHashMap<>();
    private final boolean mayGrow;

    Definitions(boolean mayGrow) {
        this.mayGrow = mayGrow;
    }

    /** Whether objects may have keys that nothing is known of. */
    boolean mayGrow() {
        return mayGrow;
    }

    Map<String, Object> all() {
        return named;
    }

    /** Refers to a shape, which is described the first time. */
    Map<String, Object> reference(String name, Supplier<Map<String, Object>> schema) {
        define(name, schema);
        return ordered("$ref", "#/$defs/" + name);
    }

    void define(String name, Supplier<Map<String, Object>> schema) {
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, schema.get());
        }
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
