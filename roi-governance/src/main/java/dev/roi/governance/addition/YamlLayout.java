package dev.roi.governance.addition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The text of a YAML file, to which something is added where it belongs. Comments, layout and ends of lines stay as they
 * are. It knows the forms that people write: lines that are indented, and lists and objects in brackets; whether what comes
 * of it is what was meant is for whoever reads it again to tell. Immutable.
 */
final class YamlLayout {

    private static final Pattern CONTENT = Pattern.compile("^ *[^ #].*");

    private final String text;
    private final String newline;

    YamlLayout(String text) {
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
        this.text = text.isEmpty() || text.endsWith("\n") ? text : text + newline;
    }

    String text() {
        return text;
    }

    /** Adds an item to the end of a list. */
    YamlLayout item(String list, String item) {
        int flow = flow(list);
        if (flow >= 0) {
            return inBrackets(flow, item);
        }
        List<String> lines = lines();
        int key = key(lines, 0, lines.size(), 0, list);
        int end = end(lines, key, 0, true);
        String first = lines.get(firstContent(lines, key + 1, end));
        return inserted(lines, end, List.of(" ".repeat(indent(first)) + "- " + item));
    }

    /** Adds an entry to the end of the file. */
    YamlLayout entry(Entry entry) {
        List<String> lines = lines();
        List<String> added = new ArrayList<>(entry.lines());
        if (areApart(lines, 0, lines.size(), 0)) {
            added.add(0, "");
        }
        return inserted(lines, lines.size(), added);
    }

    /** Adds an entry to the end of an object; where there is no such object, it is made. */
    YamlLayout entry(String object, Entry entry) {
        return entryAfter(object, "", entry);
    }

    /** Adds an entry to an object, after another one of it where that stands on lines of its own, or else at its end. */
    YamlLayout entryAfter(String object, String other, Entry entry) {
        int flow = flow(object);
        if (flow >= 0) {
            return inBrackets(flow, entry.line());
        }
        List<String> lines = lines();
        int key = key(lines, 0, lines.size(), 0, object);
        if (key < 0) {
            List<String> section = new ArrayList<>(List.of("", object + ":"));
            entry.lines().forEach(line -> section.add("  " + line));
            return inserted(lines, lines.size(), section);
        }
        int end = end(lines, key, 0, false);
        int indent = indent(lines.get(firstContent(lines, key + 1, end)));
        int before = key(lines, key + 1, end, indent, other);
        int at = before < 0 ? end : end(lines, before, indent, false);
        List<String> added = new ArrayList<>();
        if (areApart(lines, key + 1, end, indent)) {
            added.add("");
        }
        entry.lines().forEach(line -> added.add(" ".repeat(indent) + line));
        return inserted(lines, at, added);
    }

    boolean has(String key) {
        List<String> lines = lines();
        return key(lines, 0, lines.size(), 0, key) >= 0;
    }

    private List<String> lines() {
        return text.lines().toList();
    }

    private YamlLayout inserted(List<String> lines, int at, List<String> added) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(at, added);
        return new YamlLayout(String.join(newline, all) + newline);
    }

    /** The line of a key at an indentation; -1 where there is none. */
    private static int key(List<String> lines, int from, int to, int indent, String key) {
        Pattern form = Pattern.compile(" {%s}([\"']?)%s\\1\\s*:(\\s.*)?".formatted(indent, Pattern.quote(key)));
        for (int i = from; i < to; i++) {
            if (form.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** The line after the last that belongs to a key: whatever is indented further does, remarks too. */
    private static int end(List<String> lines, int key, int indent, boolean isList) {
        int end = key + 1;
        for (int i = key + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isWithin = indent(line) > indent || (isList && line.startsWith(" ".repeat(indent) + "- "));
            if (!line.isBlank() && isWithin) {
                end = i + 1;
            } else if (CONTENT.matcher(line).matches()) {
                break;
            }
        }
        return end;
    }

    private static int firstContent(List<String> lines, int from, int to) {
        for (int i = from; i < to; i++) {
            if (CONTENT.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return Math.max(0, from - 1);
    }

    /** Whether a blank line stands before some entry other than the first. */
    private static boolean areApart(List<String> lines, int from, int to, int indent) {
        boolean isFirst = true;
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            if (CONTENT.matcher(line).matches() && indent(line) == indent) {
                if (!isFirst && lines.get(i - 1).isBlank()) {
                    return true;
                }
                isFirst = false;
            }
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Where the bracket stands that opens what a key has; -1 where it has none. */
    private int flow(String key) {
        List<String> lines = lines();
        int line = key(lines, 0, lines.size(), 0, key);
        if (line < 0) {
            return -1;
        }
        int at = 0;
        for (int i = 0; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        at = text.indexOf(':', at + key.length()) + 1;
        OptionalInt first = significant(at);
        boolean opens = first.isPresent() && "[{".indexOf(text.charAt(first.getAsInt())) >= 0;
        return opens ? first.getAsInt() : -1;
    }

    /** The next character that is neither white space nor within a comment. */
    private OptionalInt significant(int from) {
        int at = from;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (startsComment(at)) {
                at = text.indexOf('\n', at);
            } else if (!Character.isWhitespace(character)) {
                return OptionalInt.of(at);
            }
            at++;
        }
        return OptionalInt.empty();
    }

    private boolean startsComment(int at) {
        return text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
    }

    /** Adds something after the last thing within brackets, before a comment that follows it. */
    private YamlLayout inBrackets(int open, String added) {
        int depth = 0;
        int last = open;
        int at = open;
        while (at < text.length()) {
            char character = text.charAt(at);
            boolean isQuote =
                    (character == '"' || character == '\'') && !Character.isLetterOrDigit(text.charAt(at - 1));
            if (startsComment(at)) {
                at = text.indexOf('\n', at);
            } else if (isQuote) {
                at = quoteEnd(at);
                last = at;
            } else if ("]}".indexOf(character) >= 0) {
                depth--;
                if (depth == 0) {
                    break;
                }
                last = at;
            } else if (!Character.isWhitespace(character)) {
                depth += "[{".indexOf(character) >= 0 ? 1 : 0;
                last = at;
            }
            at++;
        }
        String between = last == open ? (text.charAt(open) == '{' ? " " : "") : text.charAt(last) == ',' ? " " : ", ";
        String after = last == open && text.charAt(open) == '{' ? " " : "";
        return new YamlLayout(text.substring(0, last + 1) + between + added + after + text.substring(last + 1));
    }

    private int quoteEnd(int open) {
        char quote = text.charAt(open);
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
