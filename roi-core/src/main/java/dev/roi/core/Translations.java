package dev.roi.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of {@link Message}s in languages other than English, from a file in the PO format of gettext for each. */
final class Translations {

    private static final Pattern ENTRY = Pattern.compile("(?m)^msgid ((?:\".*\"\\s)+)msgstr ((?:\".*\"\\s?)+)");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Map<Language, Map<String, String>> READ = new ConcurrentHashMap<>();

    private Translations() {}

    static String of(String english, Language language) {
        return language.equals(Language.ENGLISH)
                ? english
                : READ.computeIfAbsent(language, Translations::read).getOrDefault(english, english);
    }

    private static Map<String, String> read(Language language) {
        try (InputStream file = Translations.class.getResourceAsStream("messages_" + language + ".po")) {
            return file == null ? Map.of() : parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, String> parse(String file) {
        Map<String, String> sentences = new HashMap<>();
        for (Matcher entry = ENTRY.matcher(file); entry.find(); ) {
            String english = unquoted(entry.group(1));
            if (!english.isEmpty() && sentences.put(english, unquoted(entry.group(2))) != null) {
                throw new IllegalStateException("translated twice: " + english);
            }
        }
        return sentences;
    }

    private static String unquoted(String lines) {
        StringBuilder text = new StringBuilder();
        for (Matcher line = QUOTED.matcher(lines); line.find(); ) {
            text.append(ESCAPE.matcher(line.group(1))
                    .replaceAll(
                            escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1))));
        }
        return text.toString();
    }
}
