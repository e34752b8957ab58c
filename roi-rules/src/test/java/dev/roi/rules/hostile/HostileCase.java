package dev.roi.rules.hostile;

import dev.roi.core.Pinned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hostile file and the exact messages that refuse it, from a text file: {@code # title}, perhaps {@code ! sings}, the
 * file, the messages (lines that begin with ROI-), a blank line. {@code ⟦0007⟧} stands for a character and {@code
 * ⟦9*200⟧} for a repeated text.
 */
record HostileCase(String title, boolean sings, String file, String expected) {

    private static final Path FOLDER = Path.of("src/test/resources/dev/roi/rules/hostile");
    private static final Pattern ESCAPE = Pattern.compile("⟦(?:([0-9A-F]{4})|([^⟧]*)\\*([0-9]+))⟧");
    private static final String SINGS = "! sings";

    static List<HostileCase> in(String name) {
        List<HostileCase> cases = new ArrayList<>();
        for (String block : read(name).strip().split("\n\n", -1)) {
            List<String> input = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            List<String> lines = block.lines().toList();
            boolean sings = lines.get(1).equals(SINGS);
            for (String line : lines.subList(sings ? 2 : 1, lines.size())) {
                (line.startsWith("ROI-") ? expected : input).add(line);
            }
            cases.add(new HostileCase(
                    lines.get(0).substring(2), sings, String.join("\n", input), String.join("\n", expected)));
        }
        return cases;
    }

    /** The file as it is read. */
    String hostile() {
        return ESCAPE.matcher(file)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null
                                ? Character.toString(Integer.parseInt(found.group(1), 16))
                                : found.group(2).repeat(Integer.parseInt(found.group(3)))));
    }

    /** Writes cases anew where that was asked for, to be read before they are committed. */
    static void rewrite(String name, List<HostileCase> cases, Function<HostileCase, String> refused) {
        if (!Pinned.areWritten()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (HostileCase each : cases) {
            text.append(Stream.of("# " + each.title, each.sings ? SINGS : "", each.file, refused.apply(each))
                            .filter(part -> !part.isEmpty())
                            .reduce((one, other) -> one + "\n" + other)
                            .orElseThrow())
                    .append("\n\n");
        }
        Pinned.write(FOLDER.resolve(name), text.toString().stripTrailing() + "\n");
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
