package dev.roi.core;

import java.util.Locale;

/** The words of the constants of enums, put together once for each enum. */
final class EnumWords {

    private static final ClassValue<String[]> WORDS = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            Object[] constants = type.getEnumConstants();
            String[] words = new String[constants.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(((Enum<?>) constants[i]).name());
            }
            return words;
        }
    };

    private EnumWords() {}

    static String word(Worded constant) {
        return constant instanceof Enum<?> one
                ? WORDS.get(one.getDeclaringClass())[one.ordinal()]
                : word(constant.name());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
