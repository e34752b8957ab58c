package dev.roi.governance.scenario;

import java.util.List;

/**
 * Something that came otherwise than a scenario expects.
 *
 * @param key what it is, by its key in scenario files, such as {@code decision} or {@code not-because}
 * @param expected what was expected, in the words of scenario files
 * @param actual what came, in the same words
 */
public record Difference(String key, String expected, String actual) {

    /**
     * Writes expected and actual in two columns, or one above the other where they are too wide for that.
     *
     * @param differences what to write
     * @return lines for people, each ended by a line feed; do not parse them
     */
    public static String sideBySide(List<Difference> differences) {
        return OutcomeText.sideBySide(differences);
    }

    /**
     * Writes the difference on one line.
     *
     * @return the line, for people; do not parse it
     */
    @Override
    public String toString() {
        return "%s: expected %s, actual %s".formatted(key, expected, actual);
    }
}
