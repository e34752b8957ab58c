package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A slip of somebody who edits a policy that {@code init} wrote, with what a check says of it in English and in French.
 *
 * <p>In the table it begins with {@code # judgement title}. The judgement is 2 where what is said names the right place, can
 * be understood and says how to mend it, 1 where half of that is so, 0 where nothing is. Each edit is a line:
 * {@code ~ file: from → to} puts a text in the place of one that stands there once, {@code ~+ file: text} adds to the end,
 * {@code ~- file} takes a file away, {@code ~= file: file} copies one over, {@code ~! file} empties it, and
 * {@code ~@ charset file} writes it in another encoding; {@code \n} ends a line, {@code \xNN} is a character.
 */
record Slip(int judged, String title, List<String> edits, String said) {

    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-f]{4})");

    static List<Slip> in(String table) {
        List<Slip> slips = new ArrayList<>();
        for (String block : table.strip().split("\n\n(?=# )", -1)) {
            List<String> edits = new ArrayList<>();
            List<String> said = new ArrayList<>();
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                (line.startsWith("~") ? edits : said).add(line);
            }
            String head = lines.get(0);
            slips.add(new Slip(head.charAt(2) - '0', head.substring(4), edits, String.join("\n", said)));
        }
        return slips;
    }

    /** Edits the policy, hands it over, and puts everything back. */
    void with(Path policy, Runnable check) {
        var before = new java.util.TreeMap<Path, byte[]>();
        try {
            TreeSet<Path> touched = new TreeSet<>();
            for (String edit : edits) {
                Path file = policy.resolve(target(edit));
                if (touched.add(file) && Files.exists(file)) {
                    before.put(file, Files.readAllBytes(file));
                }
                apply(policy, edit, file);
            }
            check.run();
            for (Path file : touched) {
                Files.deleteIfExists(file);
            }
            for (var file : before.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String target(String edit) {
        String rest = edit.substring(edit.indexOf(" ") + 1);
        return switch (edit.charAt(1)) {
            case '@' -> rest.substring(rest.indexOf(' ') + 1);
            case '-', '!' -> rest;
            default -> rest.substring(0, rest.indexOf(": "));
        };
    }

    private void apply(Path policy, String edit, Path file) throws IOException {
        String rest = unescaped(edit.substring(Math.min(edit.length(), edit.indexOf(": ") + 2)));
        switch (edit.charAt(1)) {
            case ' ' -> {
                String[] change = rest.split(" → ?", 2);
                Files.writeString(file, Pilot.edited(title, Files.readString(file), change[0], change[1]));
            }
            case '+' -> Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + rest + "\n");
            case '-' -> Files.delete(file);
            case '!' -> Files.writeString(file, "");
            case '=' -> Files.copy(policy.resolve(rest), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            case '@' -> {
                Charset charset = Charset.forName(edit.substring(3, edit.indexOf(' ', 3)));
                Files.write(file, Files.readString(file).getBytes(charset));
            }
            default -> assertThat(edit).as(title).isEmpty();
        }
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text.replace("\\n", "\n"))
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** The slip as it stands in the table, with what is said of it. */
    String written(String nowSaid) {
        return "# %s %s\n%s\n%s".formatted(judged, title, String.join("\n", edits), nowSaid);
    }

    @Override
    public String toString() {
        return title;
    }
}
