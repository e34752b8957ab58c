package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.ScorecardCheck;

/**
 * How large a document may be. What is larger is refused, and the message names the limit.
 *
 * @param bytes the most bytes of the whole document
 * @param depth the most objects and lists that may lie within each other
 * @param values the most values: objects, lists, texts, numbers, booleans and nulls together
 * @param textCharacters the most characters of one text
 * @param keyCharacters the most characters of one key
 * @param decimals the most decimals of a number, trailing zeros aside
 */
public record Limits(long bytes, int depth, int values, int textCharacters, int keyCharacters, int decimals) {

    /** A number must be nearer to zero than ten to this power, that is, have no more digits before its point. */
    public static final int NUMBER_DIGITS = ScorecardCheck.NUMBER_DIGITS;

    /** The most decimals that a number counts with; of a scorecard, what has more is rounded half even, and that is said. */
    public static final int NUMBER_DECIMALS = Exact.COMPARABLE_DECIMALS;

    /** The decimals that are kept of a number of a scorecard until it is reviewed. */
    static final int DECIMALS_KEPT = 17;

    /** The most characters that a number may be written with. */
    public static final int NUMBER_CHARACTERS = 100;

    /** A scorecard or a portfolio: 64 MiB, 32 deep, 4,000,000 values, texts of 10,000 and keys of 200 characters. */
    public static final Limits SCORECARD = new Limits(64L * 1024 * 1024, 32, 4_000_000, 10_000, 200, NUMBER_CHARACTERS);

    /** A file of a policy: 1 MiB, 32 deep, 100,000 values, texts of 20,000 and keys of 200 characters. */
    public static final Limits POLICY = new Limits(1024L * 1024, 32, 100_000, 20_000, 200, NUMBER_DECIMALS);

    /** Checks that every limit lets something through. {@inheritDoc} */
    public Limits {
        if (bytes < 1 || depth < 1 || values < 1 || textCharacters < 1 || keyCharacters < 1 || decimals < 1) {
            throw new IllegalArgumentException(
                    "limits (%s bytes, %s deep, %s values, %s and %s characters, %s decimals) must be 1 or more"
                            .formatted(bytes, depth, values, textCharacters, keyCharacters, decimals));
        }
    }
}
