package dev.roi.report.page;

import dev.roi.core.Answer;
import dev.roi.core.Language;
import java.util.ArrayList;
import java.util.List;

/** What became of the indicators that an action aimed at, a line for each. */
public final class AnswerLines {

    private AnswerLines() {}

    /**
     * Says it.
     *
     * @param answer what became of the action
     * @param language the language to say it in
     * @return the lines, and a warning where an action ended and none of its indicators is better
     */
    public static List<String> of(Answer answer, Language language) {
        PastItems items = new PastItems(new Words(language));
        List<String> lines =
                new ArrayList<>(answer.movements().stream().map(items::movement).toList());
        if (answer.isEnd()) {
            items.warning(answer.movements()).ifPresent(lines::add);
        }
        return lines;
    }
}
