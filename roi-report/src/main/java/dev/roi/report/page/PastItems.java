package dev.roi.report.page;

import dev.roi.core.FollowUp;
import dev.roi.core.MonthAction;
import dev.roi.core.PastDecision;
import dev.roi.report.page.Page.Item;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to say of earlier decisions, in the words of one language. */
final class PastItems {

    private final Words words;

    PastItems(Words words) {
        this.words = words;
    }

    /** An earlier decision for the review of a month: what became of its action, and of what that aimed at. */
    Item followUp(FollowUp followUp, YearMonth reviewed) {
        PastDecision past = followUp.decision();
        List<String> points = new ArrayList<>();
        points.add(words.capitalised(decided(past, "followup.decided")));
        if (past.decision() != past.recommended()) {
            points.addAll(why(past));
        }
        answer(past).ifPresent(points::add);
        followUp.movements().stream().map(this::movement).forEach(points::add);
        return new Item(
                Optional.of(words.label(state(past, reviewed))),
                past.action().map(this::action).orElseGet(() -> words.get("followup.no-action")),
                points);
    }

    /** An open action in one line, for a portfolio. */
    Item open(PastDecision past, YearMonth reviewed) {
        return open(past, reviewed, "followup.of-scope");
    }

    /** An open action that no review asks about: its scope is not in the portfolio, or is and has no later month. */
    Item unasked(PastDecision past, YearMonth newest, boolean isReviewed) {
        return open(past, newest, isReviewed ? "followup.not-since" : "followup.elsewhere");
    }

    private Item open(PastDecision past, YearMonth reviewed, String key) {
        return Item.labelled(
                words.label(state(past, reviewed)),
                words.fill(
                        key,
                        Map.of(
                                "scope",
                                words.scope(past.scope()),
                                "entry",
                                String.valueOf(past.entry()),
                                "action",
                                past.action().map(this::action).orElseGet(() -> words.get("followup.no-action")))));
    }

    /** An earlier decision in full, for a list of them. */
    Item recorded(PastDecision past) {
        List<String> points = new ArrayList<>();
        points.add(words.fill(
                "history.by", Map.of("name", past.by(), "at", past.at().toString())));
        points.addAll(why(past));
        past.action().ifPresent(action -> points.add(words.fill("history.action", Map.of("action", action(action)))));
        if (past.isOpen()) {
            points.add(words.get("history.open"));
        }
        answer(past).ifPresent(points::add);
        return new Item(
                Optional.of(words.label(words.fill(
                        "history.entry",
                        Map.of(
                                "entry",
                                String.valueOf(past.entry()),
                                "month",
                                words.quantities().month(past.month()),
                                "scope",
                                words.scope(past.scope()))))),
                decision(past),
                points);
    }

    /** Why it was decided, and who else stands for it, where that was said. */
    private List<String> why(PastDecision past) {
        List<String> points = new ArrayList<>();
        past.reason().ifPresent(reason -> points.add(words.fill("history.reason", Map.of("reason", reason))));
        past.second().ifPresent(second -> points.add(words.fill("history.second", Map.of("name", second))));
        return points;
    }

    private String state(PastDecision past, YearMonth reviewed) {
        if (past.answer().isPresent()) {
            return words.get("followup." + past.answer().get().outcome().word());
        }
        if (past.action().isEmpty()) {
            return words.get("followup.last");
        }
        boolean overdue = !past.action().get().due().isAfter(reviewed);
        return words.get(overdue ? "followup.overdue" : "followup.open");
    }

    private String decided(PastDecision past, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("entry", String.valueOf(past.entry()));
        values.put("month", words.quantities().month(past.month()));
        values.put("decision", decision(past));
        return words.fill(key, values);
    }

    /** The decision, and what was recommended where it is another. */
    private String decision(PastDecision past) {
        return past.decision() == past.recommended()
                ? words.fill("past.as-recommended", Map.of("decision", words.decision(past.decision())))
                : words.fill(
                        "past.otherwise",
                        Map.of(
                                "decision",
                                words.decision(past.decision()),
                                "recommended",
                                words.decision(past.recommended())));
    }

    private String action(MonthAction action) {
        return words.fill(
                "past.action",
                Map.of(
                        "text",
                        action.text(),
                        "owner",
                        action.owner(),
                        "due",
                        words.quantities().month(action.due())));
    }

    private Optional<String> answer(PastDecision past) {
        return past.answer()
                .map(answer -> words.fill(
                        "past.answer",
                        Map.of(
                                "outcome",
                                words.get("followup." + answer.outcome().word()),
                                "entry",
                                String.valueOf(answer.entry()),
                                "month",
                                words.quantities().month(answer.month()),
                                "text",
                                answer.text())));
    }

    private String movement(FollowUp.Movement movement) {
        return words.fill(
                "followup.movement",
                Map.of(
                        "name",
                        movement.name(),
                        "before",
                        movement.beforeText(),
                        "now",
                        movement.nowText(),
                        "course",
                        words.get("followup." + movement.course().word())));
    }
}
