package dev.roi.governance.check;

import dev.roi.rules.policy.PolicyFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy with a fault in it, and everything that a check says of it, from a text file: {@code # title}, edits, and the
 * lines that begin with a severity.
 *
 * <p>An edit names a file after {@code @} and puts the lines after {@code +} in the place of those after {@code -}, which
 * stand there once, from the first character that is not blank; without such lines, it puts them at the end. {@code @!}
 * takes a file away. {@code @@} begins from a policy that comes with the library, and not from the pilot.
 */
public record FaultyPolicy(String title, List<String> edits, String expected) {

    public static List<FaultyPolicy> in(String file) {
        List<FaultyPolicy> policies = new ArrayList<>();
        for (String block : Pilot.document(file).split("\n\n(?=# )", -1)) {
            List<String> edits = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                boolean isMessage = line.startsWith("error ") || line.startsWith("warning ") || line.startsWith("fr ");
                (isMessage ? expected : edits).add(line);
            }
            policies.add(new FaultyPolicy(lines.get(0).substring(2), edits, String.join("\n", expected)));
        }
        return policies;
    }

    public PolicyFiles files() {
        Map<String, String> files = Pilot.files();
        String path = "";
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (String line : edits) {
            if (line.startsWith("@@ ")) {
                files = Pilot.builtIn(line.substring(3));
            } else if (line.startsWith("@! ")) {
                files.remove(line.substring(3));
            } else if (line.startsWith("@ ") || (line.startsWith("-") && !to.isEmpty())) {
                apply(files, path, from, to);
                from.clear();
                to.clear();
                path = line.startsWith("@ ") ? line.substring(2) : path;
            }
            if (line.startsWith("-")) {
                from.add(line.substring(Math.min(2, line.length())));
            } else if (line.startsWith("+")) {
                to.add(line.substring(Math.min(2, line.length())));
            }
        }
        apply(files, path, from, to);
        return PolicyFiles.of("my-policy", new TreeMap<>(files));
    }

    private void apply(Map<String, String> files, String path, List<String> from, List<String> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return;
        }
        String text = files.getOrDefault(path, "");
        String added = String.join("\n", to);
        files.put(
                path,
                from.isEmpty()
                        ? text + added + "\n"
                        : Pilot.edited(title + ": " + path, text, String.join("\n", from), added));
    }

    @Override
    public String toString() {
        return title;
    }
}
