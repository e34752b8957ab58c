package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Message;
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
     * @return the list
     */
    static Message all(List<String> words) {
        return Message.all(
                words.stream().map(word -> Message.verbatim(Quoted.of(word))).toList());
    }

    /**
     * Writes a fault on one line, however long what it repeats of a file is.
     *
     * @param fault the fault
     * @param language the language of whoever reads it
     * @return the line, without its end
     */
    static String line(Fault fault, Language language) {
        return Quoted.visible(fault.in(language), MOST_CHARACTERS);
    }

    /**
     * Says that a word is none of those that may be given, and which was likely meant.
     *
     * @param what what the word is for
     * @param word the word
     * @param words those that may be given
     * @return the sentences
     */
    static Message unknown(Message what, String word, List<String> words) {
        Message help = Nearest.didYouMean(word, words)
                .orElseGet(() -> Message.of(words.size() == 1 ? "There is %s." : "There are %s.", all(words)));
        return Message.of("unknown %s %s. %s", what, Quoted.of(word), help);
    }
}
