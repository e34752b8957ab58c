package dev.roi.report.page;

import dev.roi.core.Answer;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.PastAction;
import dev.roi.core.PastAction.Answered;
import dev.roi.core.PastDecision;
import dev.roi.core.Resolution;
import dev.roi.core.Stopped;
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
        points.add(words.capitalised(decided(past, followUp.action())));
        if (past.decision() != past.recommended()) {
            points.addAll(why(past.resolution()));
        }
        if (followUp.action().isEmpty()) {
            points.addAll(closing(past.resolution()));
        }
        followUp.action().ifPresent(action -> action.answers().forEach(given -> points.add(answer(given))));
        followUp.movements().stream().map(this::movement).forEach(points::add);
        if (followUp.action().filter(action -> !action.isOpen()).isPresent()) {
            warning(followUp.movements()).ifPresent(points::add);
        }
        return new Item(
                Optional.of(words.label(state(followUp.action(), reviewed))),
                followUp.action().map(this::action).orElseGet(() -> words.get("followup.no-action")),
                points);
    }

    /** That an action which ended has moved nothing that it aimed at, where that is known. */
    Optional<String> warning(List<Movement> movements) {
        boolean known = movements.stream().anyMatch(moved -> moved.course() != FollowUp.Course.UNDETERMINED);
        return known && movements.stream().noneMatch(Movement::isGained)
                ? Optional.of(words.get("followup.nothing-gained"))
                : Optional.empty();
    }

    /** An open action in one line, for a portfolio. */
    Item open(FollowUp asked, YearMonth reviewed) {
        return open(asked, reviewed, "followup.of-scope");
    }

    /** An open action that no review asks about: its scope is not in the portfolio, or is and has no later month. */
    Item unasked(FollowUp asked, YearMonth newest, boolean isReviewed) {
        return open(asked, newest, isReviewed ? "followup.not-since" : "followup.elsewhere");
    }

    private Item open(FollowUp asked, YearMonth reviewed, String key) {
        return Item.labelled(
                words.label(state(asked.action(), reviewed)),
                words.fill(
                        key,
                        Map.of(
                                "scope",
                                words.scope(asked.decision().scope()),
                                "entry",
                                asked.action()
                                        .map(action -> action.id().toString())
                                        .orElse(""),
                                "action",
                                asked.action().map(this::action).orElseGet(() -> words.get("followup.no-action")))));
    }

    /** An earlier decision in full, for a list of them. */
    Item recorded(PastDecision past) {
        Resolution resolution = past.resolution();
        List<String> points = new ArrayList<>();
        points.add(words.fill("history.by", Map.of("name", resolution.by(), "at", words.moment(resolution.at()))));
        resolution.committee().ifPresent(name -> points.add(words.fill("history.committee", Map.of("name", name))));
        if (!resolution.present().isEmpty()) {
            points.add(words.fill(
                    "history.present", Map.of("names", words.quantities().list(resolution.present()))));
        }
        points.addAll(why(resolution));
        points.addAll(closing(resolution));
        points.addAll(dissent(resolution));
        past.actions().forEach(action -> points.addAll(inFull(action)));
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

    /** An action, and everything that was said of it. */
    List<String> inFull(PastAction action) {
        List<String> lines = new ArrayList<>();
        lines.add(words.fill("history.action", Map.of("number", action.id().toString(), "action", action(action))));
        for (Answered given : action.answers()) {
            lines.add(answer(given));
            given.answer().movements().stream().map(this::movement).forEach(lines::add);
            if (given.answer().isEnd()) {
                warning(given.answer().movements()).ifPresent(lines::add);
            }
        }
        if (action.isOpen()) {
            lines.add(words.get("history.open"));
        }
        return lines;
    }

    /** Why it was decided, and who else stands for it, where that was said. */
    List<String> why(Resolution resolution) {
        List<String> points = new ArrayList<>();
        resolution.reason().ifPresent(reason -> points.add(words.fill("history.reason", Map.of("reason", reason))));
        resolution.second().ifPresent(second -> points.add(words.fill("history.second", Map.of("name", second))));
        return points;
    }

    /** What closes a decision. */
    List<String> closing(Resolution resolution) {
        List<String> points = new ArrayList<>();
        resolution.closing().extension().ifPresent(extension -> {
            points.add(words.fill("history.extension", Map.of("scope", extension.scope(), "owner", extension.owner())));
            extension.guardrails().forEach(text -> points.add(words.fill("history.guardrail", Map.of("text", text))));
        });
        resolution.closing().ending().ifPresent(ending -> {
            points.add(words.fill("history.stopped", Map.of("text", ending.stopped())));
            points.add(words.fill("history.learned", Map.of("text", ending.learned())));
        });
        List<String> levers = resolution.closing().levers().stream()
                .map(lever -> words.find("lever." + lever).orElse(lever.value()))
                .toList();
        if (!levers.isEmpty()) {
            points.add(words.fill(
                    "history.levers", Map.of("levers", words.quantities().list(levers))));
        }
        return points;
    }

    /** Who disagreed. */
    List<String> dissent(Resolution resolution) {
        return resolution.dissents().stream()
                .map(dissent -> words.fill("history.dissent", Map.of("name", dissent.name(), "text", dissent.text())))
                .toList();
    }

    private String state(Optional<PastAction> action, YearMonth reviewed) {
        if (action.isEmpty()) {
            return words.get("followup.last");
        }
        return action.get()
                .end()
                .map(given -> words.get("followup." + given.answer().outcome().word()))
                .orElseGet(
                        () -> words.get(action.get().due().isAfter(reviewed) ? "followup.open" : "followup.overdue"));
    }

    /** Which decision it was, and which of its actions where there are several. */
    private String decided(PastDecision past, Optional<PastAction> action) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("entry", String.valueOf(past.entry()));
        values.put("month", words.quantities().month(past.month()));
        values.put("decision", decision(past));
        action.filter(one -> past.actions().size() > 1)
                .ifPresent(one -> values.put("action", one.id().toString()));
        return words.fill("followup.decided", values);
    }

    /** The decision, and what was recommended where it is another. */
    String decision(PastDecision past) {
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

    /** What is to be done, by whom, until when. */
    String action(PastAction action) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", action.asked().text());
        values.put("owner", action.asked().owner());
        values.put("due", words.quantities().month(action.due()));
        if (!action.due().equals(action.asked().due())) {
            values.put("from", words.quantities().month(action.asked().due()));
        }
        return words.fill("past.action", values);
    }

    /** What was said of an action. */
    String answer(Answered given) {
        Answer answer = given.answer();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("outcome", words.get("followup." + answer.outcome().word()));
        values.put("entry", String.valueOf(given.entry()));
        values.put("at", words.day(given.at()));
        answer.text().ifPresent(text -> values.put("text", text));
        answer.due().ifPresent(due -> values.put("due", words.quantities().month(due)));
        return words.fill("past.answer", values);
    }

    /** Where an indicator went, and whether that is where it was to go. */
    String movement(Movement movement) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", movement.name());
        values.put("before", movement.beforeText());
        values.put("now", movement.nowText());
        values.put("course", words.get("followup." + movement.course().word()));
        movement.goal()
                .ifPresent(goal -> values.put(
                        "goal",
                        words.fill("followup.goal." + goal.attainment().word(), Map.of("target", goal.targetText()))));
        return words.fill("followup.movement", values);
    }

    /** Since when a scope has been stopped. */
    String stopped(Stopped stopped) {
        return words.fill(
                "stopped.since",
                Map.of("month", words.quantities().month(stopped.month()), "entry", String.valueOf(stopped.entry())));
    }
}
