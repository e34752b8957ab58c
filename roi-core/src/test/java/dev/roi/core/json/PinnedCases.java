package dev.roi.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Inputs and the exact messages that refuse them, from a text file: {@code # title}, the input, the messages (lines that
 * begin with ROI-), a blank line. {@code ⟦0007⟧} stands for a character and {@code ⟦9*200⟧} for a repeated text; an
 * input that begins with {@code @card} or {@code @month} is put inside a scorecard or its only month, on a line of its
 * own.
 */
record PinnedCases(String title, String input, String expected) {

    private static final Pattern ESCAPE = Pattern.compile("⟦(?:([0-9A-F]{4})|([^⟧]*)\\*([0-9]+))⟧");

    static Stream<PinnedCases> in(String file) {
        List<PinnedCases> cases = new ArrayList<>();
        for (String block : text(file).split("\n\n", -1)) {
            List<String> input = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                (line.startsWith("ROI-") ? expected : input).add(line);
            }
            String title = lines.get(0).substring(2);
            cases.add(new PinnedCases(title, expanded(String.join("\n", input)), String.join("\n", expected)));
        }
        return cases.stream();
    }

    private static String text(String file) {
        try (InputStream stream = PinnedCases.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String expanded(String input) {
        if (input.startsWith("@month ")) {
            String readings = input.substring("@month ".length());
            return expanded("@card \"snapshots\": [{ \"month\": \"2026-01\", \"readings\": {\n" + readings + "\n}}]");
        }
        if (input.startsWith("@card ")) {
            return expanded("""
                    { "format": "roi-scorecard/1", "policy": "small", "scope": { "level": "team", "id": "a" },
                    """ + input.substring("@card ".length()) + " }");
        }
        Matcher escape = ESCAPE.matcher(input);
        return escape.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) != null
                        ? Character.toString(Integer.parseInt(found.group(1), 16))
                        : found.group(2).repeat(Integer.parseInt(found.group(3)))));
    }

    @Override
    public String toString() {
        return title;
    }
}
