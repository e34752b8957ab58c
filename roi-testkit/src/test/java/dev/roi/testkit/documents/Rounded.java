package dev.roi.testkit.documents;

import dev.roi.core.Exact;
import dev.roi.core.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A value as documents keep it: every number in it that does not end is rounded, and nothing else is changed. */
final class Rounded {

    /** What documents keep of a number that ends. */
    private static final int DECIMALS = 17;

    private Rounded() {}

    static Object of(Object value) throws ReflectiveOperationException {
        if (value instanceof Exact number) {
            return ends(number) ? number : Exact.of(number.rounded(Json.ROUNDED_DECIMALS));
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.isEmpty() ? maybe : Optional.of(of(maybe.get()));
        }
        if (value instanceof List<?> items) {
            Object[] rounded = new Object[items.size()];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = of(items.get(i));
            }
            return List.of(rounded);
        }
        if (value instanceof Map<?, ?> entries) {
            Map<Object, Object> rounded = new TreeMap<>();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                rounded.put(entry.getKey(), of(entry.getValue()));
            }
            return rounded;
        }
        return value instanceof Record ? ofRecord(value) : value;
    }

    private static Object ofRecord(Object value) throws ReflectiveOperationException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] rounded = new Object[components.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = of(components[i].getAccessor().invoke(value));
        }
        return value.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
                .newInstance(rounded);
    }

    private static boolean ends(Exact number) {
        return Exact.of(number.rounded(DECIMALS)).equals(number);
    }
}
