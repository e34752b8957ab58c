package dev.roi.governance.scenario;

import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;
import java.util.List;

/**
 * Something that came otherwise than a scenario expects.
 *
 * @param key what it is, by its key in scenario files, such as {@code decision} or {@code not-because}
 * @param expected what was expected, in the words of scenario files
 * @param actual what came, in the same words
 */
public record Difference(String key, Message expected, Message actual) implements Localized {

    /**
     * Writes expected and actual in two columns, or one above the other where they are too wide for that.
     *
     * @param differences what to write
     * @return lines for people, each ended by a line feed; do not parse them
     */
    public static String sideBySide(List<Difference> differences) {
        return OutcomeText.sideBySide(differences, Language.ENGLISH);
    }

    /**
     * Writes the difference on one line.
     *
     * @param language the language of whoever reads it
     * @return the line, for people; do not parse it
     */
    @Override
    public String in(Language language) {
        return Message.of("%s: expected %s, actual %s", key, expected, actual).in(language);
    }

    /**
     * Writes the difference on one line, in English.
     *
     * @return the line, for people; do not parse it
     */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
