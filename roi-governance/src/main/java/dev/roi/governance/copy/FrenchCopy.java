package dev.roi.governance.copy;

import static java.util.Objects.requireNonNull;

import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a copy says to French readers besides its sentences: the comments of its files, and what schemas say of keys. */
final class FrenchCopy {

    /** Of a YAML file, or of a rule file. */
    private static final Pattern COMMENT = Pattern.compile("(?<=^|\\s)(?:#|//) .*");

    private static final Map<String, String> DESCRIPTIONS = new LinkedHashMap<>();
    private static final Map<String, String> COMMENTS = new LinkedHashMap<>();

    static {
        Node words = read();
        words.find("descriptions")
                .orElseThrow()
                .fields()
                .forEach((english, french) -> DESCRIPTIONS.put(english, french.text()));
        words.find("comments")
                .orElseThrow()
                .fields()
                .forEach((english, french) -> COMMENTS.put(english, french.text()));
    }

    private FrenchCopy() {}

    private static Node read() {
        try (InputStream stream = requireNonNull(FrenchCopy.class.getResourceAsStream("french.json"))) {
            return Documents.json("french.json", stream.readAllBytes(), Limits.POLICY, new Faults())
                    .orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A schema whose descriptions are in French; one that has no translation stays as it is. */
    static String schema(String text) {
        return text.lines().map(FrenchCopy::described).reduce("", (all, line) -> all + line + "\n");
    }

    private static String described(String line) {
        int from = line.indexOf("\"description\" : \"");
        int begin = from < 0 ? line.indexOf("\"description\": \"") : from;
        if (begin < 0) {
            return line;
        }
        int start = line.indexOf('"', line.indexOf(':', begin)) + 1;
        int end = line.lastIndexOf('"');
        String english = line.substring(start, end);
        return line.substring(0, start) + DESCRIPTIONS.getOrDefault(english, english) + line.substring(end);
    }

    /** A file whose comments are in French, as far as they have a translation. */
    static String file(String text) {
        return text.lines().map(FrenchCopy::commented).reduce("", (all, line) -> all + line + "\n");
    }

    private static String commented(String line) {
        Matcher found = COMMENT.matcher(line);
        return found.find()
                ? line.substring(0, found.start()) + COMMENTS.getOrDefault(found.group(), found.group())
                : line;
    }
}
