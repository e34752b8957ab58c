package dev.roi.core;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of the constants of enums, put together once for each enum. */
final class EnumWords {

    private static final ClassValue<Map<Object, String>> WORDS = new ClassValue<>() {
        @Override
        protected Map<Object, String> computeValue(Class<?> type) {
            Map<Object, String> words = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(constant, word(((Enum<?>) constant).name()));
            }
            return Collections.unmodifiableMap(words);
        }
    };

    private EnumWords() {}

    static String word(Keyword constant) {
        String known = constant instanceof Enum<?> one
                ? WORDS.get(one.getDeclaringClass()).get(one)
                : null;
        return known != null ? known : word(constant.name());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
