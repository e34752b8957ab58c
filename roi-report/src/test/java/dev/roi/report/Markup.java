package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page taken apart by rules that are stricter than any browser's: every tag is closed, every attribute is quoted, and
 * no text has a bracket in it.
 *
 * @param tags the tags in order, without what their attributes say
 * @param attributes what attributes say, in order, each with its name before it
 * @param text what can be read, its entities taken back
 */
record Markup(List<String> tags, List<String> attributes, String text) {

    private static final Pattern TAG = Pattern.compile(
            "<(?<end>/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\\s+[A-Za-z-]+(?:=\"[^\"<>]*\")?)*)\\s*(?<self>/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<name>[A-Za-z-]+)(?:=\"(?<value>[^\"]*)\")?");
    private static final Set<String> VOID =
            Set.of("meta", "link", "br", "line", "circle", "path", "polyline", "rect", "input");
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    static Markup of(String page) {
        assertThat(page).startsWith(DOCTYPE);
        int style = page.indexOf("<style>") + "<style>".length();
        String rest = (page.substring(DOCTYPE.length(), style) + page.substring(page.indexOf("</style>")))
                .replaceAll("(?s)<script>.*?</script>", "<script></script>");
        List<String> tags = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(rest);
        int at = 0;
        while (tag.find()) {
            text.append(text(rest.substring(at, tag.start())));
            at = tag.end();
            String name = tag.group("name");
            if (!tag.group("end").isEmpty()) {
                assertThat(open.pop())
                        .as("closed at %s of %s", tag.start(), rest)
                        .isEqualTo(name);
            } else if (!VOID.contains(name)) {
                assertThat(tag.group("self")).isEmpty();
                open.push(name);
            }
            tags.add(tag.group("end") + name);
            Matcher attribute = ATTRIBUTE.matcher(tag.group("attributes"));
            while (attribute.find()) {
                String value = attribute.group("value");
                attributes.add(attribute.group("name") + "=" + (value == null ? "" : unescaped(value)));
            }
        }
        text.append(text(rest.substring(at)));
        assertThat(open).isEmpty();
        return new Markup(tags, attributes, text.toString());
    }

    private static String text(String between) {
        assertThat(between).doesNotContain("<").doesNotContain(">");
        return unescaped(between);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** The values of an attribute, in order. */
    List<String> values(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(name + "="))
                .map(attribute -> attribute.substring(name.length() + 1))
                .toList();
    }

    /** What can be read, with one space between words. */
    String words() {
        return text.replaceAll("\\s+", " ");
    }
}
