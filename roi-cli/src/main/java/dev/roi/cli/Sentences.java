package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import java.util.List;

/** How the program speaks of faults, of words that may be given, and of one that was and may not. */
final class Sentences {

    private static final int MOST_CHARACTERS = 4_000;

    private Sentences() {}

    /**
     * Lists words, as in {@code `text`, `markdown` and `json`}.
     *
     * @param words the words, in order; at least one
     * @param last what stands before the last
     * @return the list
     */
    static String list(List<String> words, String last) {
        List<String> quoted = words.stream().map(Quoted::of).toList();
        int end = quoted.size() - 1;
        return end == 0
                ? quoted.get(0)
                : String.join(", ", quoted.subList(0, end)) + " " + last + " " + quoted.get(end);
    }

    /**
     * Writes a fault on one line, however long what it repeats of a file is.
     *
     * @param fault the fault
     * @return the line, without its end
     */
    static String line(Fault fault) {
        return Quoted.visible(fault.toString(), MOST_CHARACTERS);
    }

    /**
     * Says that a word is none of those that may be given, and which was likely meant.
     *
     * @param what what the word is for
     * @param word the word
     * @param words those that may be given
     * @return the sentences
     */
    static String unknown(String what, String word, List<String> words) {
        String help = Nearest.didYouMean(word, words)
                .orElseGet(() -> "There %s %s.".formatted(words.size() == 1 ? "is" : "are", list(words, "and")));
        return "unknown %s %s. %s".formatted(what, Quoted.of(word), help);
    }
}
