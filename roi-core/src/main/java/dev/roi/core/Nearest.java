package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one was most likely meant to be. */
public final class Nearest {

    /** Longer words are not compared: nobody mistypes them, and comparing them costs time. */
    private static final int MOST_CHARACTERS = 100;

    /** As many words are listed. */
    private static final int MOST_LISTED = 12;

    /** Signs that go on with a name. */
    private static final String NAME_SIGNS = "-_.";

    private Nearest() {}

    /**
     * Finds the known word nearest to a mistyped one: the fewest letters added, left out, changed or swapped with their
     * neighbour (Damerau–Levenshtein), capitals and {@code _} for {@code -} aside. No more than one slip for every
     * three letters, and one in a short word; or else the one that it begins with, before a sign such as {@code #}.
     *
     * @param word what was written
     * @param candidates the known words, in any order
     * @return the nearest; of several equally near the first by alphabet; nothing where none is near
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        requireNonNull(word, "word");
        if (word.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Optional<String> translated = FrenchWords.english(word, candidates);
        if (translated.isPresent()) {
            return translated;
        }
        String folded = fold(word);
        int most = Math.max(1, folded.length() / 3);
        Optional<String> nearest = Optional.empty();
        int least = most + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) > most) {
                continue;
            }
            int distance = distance(folded, fold(candidate));
            boolean before = distance == least && nearest.isPresent() && candidate.compareTo(nearest.get()) < 0;
            if (distance < least || before) {
                least = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest.or(() -> candidates.stream()
                .filter(candidate -> word.length() > candidate.length()
                        && word.startsWith(candidate)
                        && !Character.isLetterOrDigit(word.charAt(candidate.length()))
                        && NAME_SIGNS.indexOf(word.charAt(candidate.length())) < 0)
                .min(Comparator.naturalOrder()));
    }

    /**
     * Tells whether a word is French for another one, which it may not look like at all.
     *
     * @param word what was written
     * @param english the known word
     * @return whether the one stands for the other
     */
    public static boolean isFrenchFor(String word, String english) {
        return FrenchWords.english(word, List.of(english)).isPresent();
    }

    /**
     * Asks whether the nearest known word was meant.
     *
     * @param word what was written
     * @param candidates the known words, in any order
     * @return a question such as {@code Did you mean `lead-time`?}; nothing where no known word is near
     */
    public static Optional<Message> didYouMean(String word, Collection<String> candidates) {
        return to(word, candidates).map(Nearest::meant);
    }

    /**
     * Asks whether something else was meant.
     *
     * @param meant what was likely meant, as it is written
     * @return a question such as {@code Did you mean `lead-time`?}
     */
    public static Message meant(Object meant) {
        return Message.of("Did you mean %s?", Quoted.of(meant.toString()));
    }

    /**
     * Says which known word was meant or, where none is near, which there are.
     *
     * @param word what was written
     * @param known the known words, in order
     * @return one sentence
     */
    public static Message suggest(String word, Collection<String> known) {
        return didYouMean(word, known).orElseGet(() -> thereAre(known));
    }

    /**
     * Lists known words.
     *
     * @param known the words, in order
     * @return one sentence such as {@code There are `stop`, `adjust`.}, which names the first {@value #MOST_LISTED}
     */
    public static Message thereAre(Collection<String> known) {
        return known.isEmpty()
                ? Message.of("There are none here.")
                : Message.of(known.size() == 1 ? "There is %s." : "There are %s.", listed(known));
    }

    /**
     * Lists words, as many as can be read, and says how many more there are.
     *
     * @param words the words, in order
     * @return a list such as {@code `stop`, `adjust` and 3 more}
     */
    public static Message listed(Collection<String> words) {
        int more = words.size() - MOST_LISTED;
        String shown = Quoted.list(words.stream().limit(MOST_LISTED).toList());
        return more > 0 ? Message.of("%s and %s more", shown, more) : Message.verbatim(shown);
    }

    private static String fold(String word) {
        return FrenchWords.withoutAccents(word)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace(' ', '-');
    }

    /** The optimal string alignment distance: three rows of the usual table. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }
}
