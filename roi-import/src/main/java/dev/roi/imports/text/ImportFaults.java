package dev.roi.imports.text;

import dev.roi.core.Fault;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.json.Faults;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that is wrong with an import, in the words of one language, so that it is said together. For one thread. */
public final class ImportFaults {

    private static final int MOST_LISTED = 30;

    private final Words words;
    private final Faults faults = new Faults();

    /**
     * Begins without a fault.
     *
     * @param words the words it is said in
     */
    public ImportFaults(Words words) {
        this.words = words;
    }

    /**
     * Returns the words.
     *
     * @return the words that faults are said in
     */
    public Words words() {
        return words;
    }

    /**
     * Returns where faults are gathered.
     *
     * @return the list
     */
    public Faults list() {
        return faults;
    }

    /**
     * Adds a fault. What is likely meant follows it where the words have a key that ends in {@code .help}.
     *
     * @param fault what kind it is
     * @param place where it is
     * @param key the key of the words, after {@code fault.}
     * @param pairs names and values for the words, in turn
     */
    public void add(ImportFault fault, Fault.Place place, String key, String... pairs) {
        String help = "fault." + key + ".help";
        add(fault, place, key, words.has(help) ? Optional.of(words.say(help, pairs)) : Optional.empty(), pairs);
    }

    /**
     * Adds a fault with help of its own.
     *
     * @param fault what kind it is
     * @param place where it is
     * @param key the key of the words, after {@code fault.}
     * @param help the likely fix, if there is one
     * @param pairs names and values for the words, in turn
     */
    public void add(ImportFault fault, Fault.Place place, String key, Optional<String> help, String... pairs) {
        faults.add(new Fault(fault.code(), Fault.Severity.ERROR, place, words.say("fault." + key, pairs), help));
    }

    /**
     * Asks whether the nearest known word was meant.
     *
     * @param word what was written
     * @param known the known words
     * @return the question, or else all of the known words where they are few
     */
    public Optional<String> didYouMean(String word, Collection<String> known) {
        Optional<String> nearest = Nearest.to(word, known);
        if (nearest.isPresent()) {
            return Optional.of(words.say("did-you-mean", "word", Quoted.of(nearest.get())));
        }
        return known.size() > MOST_LISTED ? Optional.empty() : Optional.of(words.say("one-of", "words", listed(known)));
    }

    /**
     * Lists words in backticks.
     *
     * @param known the words
     * @return the list
     */
    public static String listed(Collection<String> known) {
        return known.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }

    /**
     * Refuses the import if anything is wrong with it.
     *
     * @throws dev.roi.core.InvalidInput with everything that is
     */
    public void throwIfAny() {
        faults.throwIfAny();
    }

    /**
     * Tells whether anything is wrong.
     *
     * @return whether it is
     */
    public boolean any() {
        return faults.hasErrors();
    }
}
