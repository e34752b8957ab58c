package dev.roi.cli;

import dev.roi.core.Dissent;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Resolution;
import dev.roi.imports.table.TableText;
import dev.roi.imports.table.WorkbookText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was decided, for who works in spreadsheets: a row for each action, or for each decision that asked for none. */
final class HistorySheets {

    private static final List<String> DECISIONS = List.of(
            "entry",
            "scope_level",
            "scope_id",
            "scope_name",
            "month",
            "recommended",
            "decision",
            "at",
            "by",
            "second",
            "committee",
            "present",
            "reason",
            "lever",
            "scope",
            "owner",
            "guardrail",
            "stopped",
            "learned",
            "dissent");

    private static final List<String> ACTIONS =
            List.of("action", "text", "action_owner", "due", "aims_at", "outcome", "outcome_at", "outcome_text");

    private final List<PastDecision> decisions;
    private final Language language;

    HistorySheets(List<PastDecision> decisions, Language language) {
        this.decisions = List.copyOf(decisions);
        this.language = language;
    }

    /** Writes one table of everything. */
    byte[] csv() {
        List<List<String>> rows = new ArrayList<>();
        for (PastDecision past : decisions) {
            List<String> decided = decision(past);
            if (past.actions().isEmpty()) {
                rows.add(joined(decided, ACTIONS.stream().map(none -> "").toList()));
            }
            past.actions().forEach(action -> rows.add(joined(decided, action(action))));
        }
        return TableText.csv(joined(DECISIONS, ACTIONS), rows).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a workbook with a sheet of decisions and one of actions. */
    byte[] workbook() {
        List<String> whose = List.of("entry", "scope_level", "scope_id");
        return new WorkbookText("roi-history/1")
                .numbers("entry")
                .sheet(
                        "decisions",
                        DECISIONS,
                        decisions.stream().map(this::decision).toList())
                .sheet(
                        "actions",
                        joined(whose, ACTIONS),
                        decisions.stream()
                                .flatMap(past -> past.actions().stream()
                                        .map(action -> joined(decision(past).subList(0, whose.size()), action(action))))
                                .toList())
                .bytes();
    }

    private List<String> decision(PastDecision past) {
        Resolution resolution = past.resolution();
        return List.of(
                String.valueOf(past.entry()),
                past.scope().level().word(),
                past.scope().id(),
                past.scope().name(),
                past.month().toString(),
                past.recommended().said().in(language),
                past.decision().said().in(language),
                resolution.at().toString(),
                resolution.by(),
                resolution.second().orElse(""),
                resolution.committee().orElse(""),
                String.join("; ", resolution.present()),
                resolution.reason().orElse(""),
                listed(resolution.closing().levers().stream().map(LeverId::value)),
                resolution.closing().extension().map(one -> one.scope()).orElse(""),
                resolution.closing().extension().map(one -> one.owner()).orElse(""),
                listed(resolution.closing().extension().stream().flatMap(one -> one.guardrails().stream())),
                resolution.closing().ending().map(one -> one.stopped()).orElse(""),
                resolution.closing().ending().map(one -> one.learned()).orElse(""),
                listed(resolution.dissents().stream().map(HistorySheets::dissent)));
    }

    private static String dissent(Dissent dissent) {
        return dissent.name() + "=" + dissent.text();
    }

    private List<String> action(PastAction action) {
        Optional<PastAction.Answered> last = action.answers().stream().reduce((earlier, later) -> later);
        return List.of(
                action.id().toString(),
                action.asked().text(),
                action.asked().owner(),
                action.due().toString(),
                listed(action.asked().aimsAt().stream().map(IndicatorId::value)),
                last.map(given -> Confirmation.word(given.answer().outcome()).in(language))
                        .orElse(""),
                last.map(given -> given.at().toString()).orElse(""),
                last.flatMap(given -> given.answer().text()).orElse(""));
    }

    private static String listed(Stream<String> items) {
        return items.collect(Collectors.joining("; "));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
