package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a record's texts may look like: anything that can be written down and read again. */
final class RecordText {

    private RecordText() {}

    /** Finds what is wrong with a text: a record keeps it as it is, so that it need only be one. */
    static void check(Message what, String text, int most, List<Fault> faults) {
        requireNonNull(text, what.toString());
        if (text.isBlank()) {
            faults.add(
                    RecordFault.WRONG_TEXT.of(Message.of("%s is blank", what), Message.of("Say it, or leave it out.")));
        } else if (Names.characters(text) > most) {
            faults.add(RecordFault.WRONG_TEXT.of(
                    Message.of("%s is longer than the limit of %s characters", what, most), Message.of("Shorten it.")));
        } else if (!text.chars().allMatch(RecordText::isText) || !isWhole(text)) {
            faults.add(RecordFault.WRONG_TEXT.of(
                    Message.of("%s %s has a control character, or half of a character", what, Quoted.of(text)),
                    Message.of("Line breaks and tabs may stand in it.")));
        }
    }

    private static boolean isText(int character) {
        return !Character.isISOControl(character) || character == '\n' || character == '\r' || character == '\t';
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
