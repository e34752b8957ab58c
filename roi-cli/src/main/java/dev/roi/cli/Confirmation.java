package dev.roi.cli;

import dev.roi.core.Answer;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Localized;
import dev.roi.core.Message;
import dev.roi.core.text.Quantities;
import dev.roi.ledger.Head;
import dev.roi.report.Report;
import dev.roi.report.layout.Columns;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What is said of what was recorded. */
final class Confirmation {

    private Confirmation() {}

    /** The decision, and whether it was recommended. */
    static Message decision(DecisionRecord record) {
        Decision recommended = record.basis().recommended();
        return record.decision() == recommended
                ? Message.of("%s, as recommended", recommended.said())
                : Message.of("%s, where %s was recommended", record.decision().said(), recommended.said());
    }

    /** A month in words. */
    static Localized month(YearMonth month) {
        return language -> Quantities.of(language).month(month);
    }

    /** How it went with an action, in words. */
    static Localized word(Answer.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Message.of("done");
            case DROPPED -> Message.of("dropped");
            case MOVED -> Message.of("moved");
        };
    }

    /** What became of an action, and of what it aimed at. */
    static List<Message> answer(Answer answer) {
        List<Message> lines = new ArrayList<>();
        lines.add(
                switch (answer.outcome()) {
                    case DONE -> Message.of("Action %s is done.", answer.action());
                    case DROPPED -> Message.of("Action %s is dropped.", answer.action());
                    case MOVED ->
                        Message.of(
                                "Action %s is moved to %s.",
                                answer.action(), month(answer.due().orElseThrow()));
                });
        if (!answer.movements().isEmpty()) {
            lines.add(Message.of(
                    "%s", (Localized) language -> "- " + String.join("\n- ", Report.movements(answer, language))));
        }
        return lines;
    }

    /** In lines for a terminal. */
    private static Message wrapped(Message sentences) {
        return Message.of(
                "%s",
                (Localized) language -> String.join("\n", Columns.wrap(sentences.in(language), Columns.TERMINAL)));
    }

    /** Where the ledger ends now. */
    static List<Message> head(Head head) {
        return List.of(
                Message.of("Head: %s", head),
                wrapped(Message.of(
                        "Keep the head where whoever can write the ledger cannot. With it, `roi verify` finds a"
                                + " ledger that lost its end or was written anew.")));
    }
}
