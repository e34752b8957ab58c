package dev.roi.report.page;

import dev.roi.core.Language;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import java.util.Map;

/** What a calendar says of an action, in the words of one language. */
public final class CalendarWords {

    private final Words words;
    private final PastItems items;

    /**
     * Reads the words.
     *
     * @param language the language
     */
    public CalendarWords(Language language) {
        this.words = new Words(language);
        this.items = new PastItems(words);
    }

    /**
     * Names an action in one line.
     *
     * @param action the action
     * @return who is to do what
     */
    public String summary(PastAction action) {
        return words.fill(
                "calendar.summary",
                Map.of("owner", action.asked().owner(), "text", action.asked().text()));
    }

    /**
     * Says where an action comes from.
     *
     * @param past the decision that asked for it
     * @param action the action
     * @return the scope, the decision and the action's number
     */
    public String description(PastDecision past, PastAction action) {
        return words.fill(
                "calendar.description",
                Map.of(
                        "scope",
                        words.scope(past.scope()),
                        "decision",
                        items.decision(past),
                        "month",
                        words.quantities().month(past.month()),
                        "number",
                        action.id().toString()));
    }
}
