package dev.roi.core.json;

import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What stands around a line that is not YAML: it is read on without the entry that the line is in, so that one run names
 * the slips of all entries. An entry is a key or an item of the two outermost levels, with what is indented below it.
 */
final class YamlRest {

    private static final int MOST_SLIPS = 10;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int OUTER = 2;
    private static final int NEAR = 2;

    private final List<String> lines;

    private YamlRest(String text) {
        this.lines = new ArrayList<>(text.lines().toList());
    }

    /**
     * Reads a document, and where it is not YAML, what is left of it.
     *
     * @param tree takes the document
     * @param anew makes a tree for what is left, which nobody keeps
     * @param faults takes the slips of what is left
     */
    static void read(String text, TreeBuilder tree, Function<Faults, TreeBuilder> anew, Faults faults)
            throws IOException, TreeBuilder.Stopped {
        try {
            new YamlTokens(text, tree).readAll();
        } catch (TreeBuilder.Stopped stopped) {
            if (text.length() <= MOST_CHARACTERS && isSlip(stopped.why())) {
                new YamlRest(text).readOn(stopped, anew, faults);
            }
            throw stopped;
        }
    }

    private static boolean isSlip(Fault fault) {
        return fault.code().equals(InputFault.SYNTAX.code());
    }

    private void readOn(TreeBuilder.Stopped first, Function<Faults, TreeBuilder> anew, Faults faults)
            throws IOException {
        int last = first.why().place().line();
        leaveOut(first.begins());
        for (int i = 0; i < MOST_SLIPS; i++) {
            try {
                new YamlTokens(String.join("\n", lines), anew.apply(new Faults())).readAll();
                return;
            } catch (TreeBuilder.Stopped stopped) {
                int line = stopped.why().place().line();
                if (line <= last + NEAR || !isSlip(stopped.why())) {
                    return; // what follows from what was left out, and no slip of its own
                }
                faults.add(stopped.why());
                last = line;
                leaveOut(stopped.begins());
            }
        }
    }

    private void leaveOut(int line) {
        int from = Math.min(line, lines.size()) - 1;
        while (from > 0 && !isOuter(lines.get(from))) {
            from--;
        }
        int indentation = indentation(lines.get(from));
        int to = from + 1;
        while (to < lines.size() && (lines.get(to).isBlank() || indentation(lines.get(to)) > indentation)) {
            to++;
        }
        for (int i = from; i < to; i++) {
            lines.set(i, "");
        }
    }

    private static boolean isOuter(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#") && indentation(line) <= OUTER;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
