package dev.roi.cli;

import dev.roi.core.Decision;
import dev.roi.core.Dissent;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.imports.table.SheetTable;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import dev.roi.imports.text.Words;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The decisions of a meeting in a table: one row for each scope. For use with one table. */
final class DecisionRows {

    /** The columns that a prepared table has, in order; those of a second action and more end in its number. */
    static final List<String> COLUMNS = List.of(
            "scope_level",
            "scope_id",
            "month",
            "decision",
            "reason",
            "second",
            "lever",
            "action",
            "action_owner",
            "due",
            "aims_at",
            "action_2",
            "action_owner_2",
            "due_2",
            "aims_at_2",
            "scope",
            "owner",
            "guardrail",
            "stopped",
            "learned",
            "dissent");

    private static final List<String> REQUIRED = List.of("scope_level", "scope_id", "decision");
    private static final Pattern FURTHER = Pattern.compile("(action|action_owner|due|aims_at)_[1-9][0-9]?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;\\n]\\s*");
    private static final int MOST_ACTIONS = 99;

    private final Meeting meeting;
    private final ReviewRequest request;
    private final Engines engines;
    private final List<Scorecard> scorecards;
    private final ImportFaults faults;
    private final Set<Scope> seen = new HashSet<>();

    DecisionRows(
            Meeting meeting, ReviewRequest request, Engines engines, List<Scorecard> scorecards, Language language) {
        this.meeting = meeting;
        this.request = request;
        this.engines = engines;
        this.scorecards = scorecards;
        this.faults = new ImportFaults(new Words(language));
    }

    /**
     * Reads the decisions.
     *
     * @param name the table
     * @return a decision for each row that has one, in order
     * @throws InvalidInput with everything that is wrong, each at its row and column
     * @throws Refusal when the file cannot be read
     */
    List<Meeting.Ready> read(String name) {
        Path file = Arguments.path(name);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Message.of("%s is no file", Quoted.of(name)));
        }
        List<Meeting.Ready> ready = new ArrayList<>();
        try {
            new SheetTable(REQUIRED, DecisionRows::isKnown, COLUMNS, faults)
                    .read(name, file)
                    .forEach(row -> decision(row).ifPresent(ready::add));
        } catch (IOException unreadable) {
            throw new Refusal(Message.of("%s cannot be read", Quoted.of(name)), unreadable);
        }
        faults.throwIfAny();
        return ready;
    }

    private static boolean isKnown(String column) {
        return COLUMNS.contains(column) || FURTHER.matcher(column).matches();
    }

    private Optional<Meeting.Ready> decision(SheetTable.Row row) {
        if (row.text("decision").isEmpty()) {
            return Optional.empty();
        }
        Optional<Decision> decision = row.text("decision").flatMap(text -> decision(row, text));
        Optional<Scorecard> scorecard = scorecard(row);
        if (decision.isEmpty() || scorecard.isEmpty()) {
            return Optional.empty();
        }
        Optional<YearMonth> month = row.month("month");
        DecisionDraft draft = new DecisionDraft(
                decision.get(),
                row.text("reason"),
                row.text("second"),
                row.text("scope"),
                row.text("owner"),
                several(row, "guardrail").toList(),
                several(row, "lever").toList(),
                row.text("stopped"),
                row.text("learned"),
                actions(row));
        List<Dissent> dissents = dissents(row);
        List<Fault> wrong = new ArrayList<>();
        Optional<Meeting.Ready> ready = Checked.of(
                        () -> meeting.ready(
                                scorecard.get(),
                                month.map(request::forMonth).orElse(request),
                                engines.of(scorecard.get()),
                                draft,
                                dissents,
                                List.of(),
                                column -> column.equals("owner") && decision.get() != Decision.EXTEND
                                        ? "action_owner"
                                        : column,
                                wrong),
                        wrong)
                .flatMap(one -> one);
        ready.flatMap(one -> meeting.records().decidedAlready(one.record().basis()))
                .ifPresent(wrong::add);
        wrong.forEach(fault -> faults.list()
                .add(new Fault(fault.code(), fault.severity(), row.place("decision"), fault.what(), fault.fix())));
        return wrong.isEmpty() ? ready : Optional.empty();
    }

    private Optional<Decision> decision(SheetTable.Row row, String text) {
        Optional<Decision> decision = Arguments.OfDecision.find(text);
        if (decision.isEmpty()) {
            unknown(row, "decision", text, Arguments.OfDecision.WORDS);
        }
        return decision;
    }

    private Optional<Scorecard> scorecard(SheetTable.Row row) {
        String level = row.text("scope_level").orElse("");
        String id = row.text("scope_id").orElse("");
        if (Stream.of(Level.values()).noneMatch(one -> one.word().equals(level))) {
            unknown(row, "scope_level", level, words(Level.values()));
            return Optional.empty();
        }
        Optional<Scorecard> scorecard = scorecards.stream()
                .filter(one -> one.scope().level().word().equals(level)
                        && one.scope().id().equals(id))
                .findFirst();
        if (scorecard.isEmpty()) {
            unknown(
                    row,
                    "scope_id",
                    id,
                    scorecards.stream().map(one -> one.scope().id()).toList());
        } else if (!seen.add(scorecard.get().scope())) {
            faults.add(ImportFault.REPEATED, row.place("scope_id"), "decision-twice", "scope", level + "/" + id);
            return Optional.empty();
        }
        return scorecard;
    }

    private static List<String> words(Keyword[] list) {
        return Arrays.stream(list).map(Keyword::word).toList();
    }

    private void unknown(SheetTable.Row row, String column, String text, List<String> known) {
        faults.add(
                ImportFault.WRONG_WORD,
                row.place(column),
                "wrong-word",
                faults.didYouMean(text, known),
                "column",
                Quoted.of(column),
                "text",
                Quoted.of(text));
    }

    /** What stands in one cell, with semicolons or line breaks between. */
    private static Stream<String> several(SheetTable.Row row, String column) {
        return row.text(column).stream()
                .flatMap(text -> BETWEEN.splitAsStream(text))
                .filter(one -> !one.isBlank());
    }

    private List<ActionDraft> actions(SheetTable.Row row) {
        List<ActionDraft> actions = new ArrayList<>();
        for (int number = 1; number <= MOST_ACTIONS; number++) {
            String end = number == 1 ? "" : "_" + number;
            ActionDraft action = new ActionDraft(
                    row.text("action" + end),
                    row.text("action_owner" + end),
                    row.month("due" + end),
                    several(row, "aims_at" + end)
                            .flatMap(text -> indicator(row, "aims_at" + end, text).stream())
                            .toList(),
                    List.of());
            if (!action.isNothing()) {
                actions.add(action);
            }
        }
        return actions;
    }

    private Optional<IndicatorId> indicator(SheetTable.Row row, String column, String text) {
        if (Names.isKebab(text)) {
            return Optional.of(new IndicatorId(text));
        }
        unknown(row, column, text, Nearest.to(text, List.of()).stream().toList());
        return Optional.empty();
    }

    private List<Dissent> dissents(SheetTable.Row row) {
        List<Dissent> dissents = new ArrayList<>();
        several(row, "dissent")
                .forEach(text -> Arguments.OfDissent.find(text)
                        .ifPresentOrElse(
                                dissents::add,
                                () -> faults.add(
                                        ImportFault.WRONG_WORD,
                                        row.place("dissent"),
                                        "no-dissent",
                                        "text",
                                        Quoted.of(text))));
        return dissents;
    }
}
