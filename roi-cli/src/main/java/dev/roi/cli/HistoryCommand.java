package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.PastDecision;
import dev.roi.core.Quoted;
import dev.roi.core.Scope;
import dev.roi.ledger.Records;
import dev.roi.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: lists what was decided. */
@CommandLine.Command(
        name = "history",
        header = "List what was decided, and what became of it.",
        customSynopsis = {
            "roi history LEDGER [--scope ID|LEVEL/ID]",
            "                   [--format text|markdown|html|json|csv|xlsx] [--lang en|fr]",
            "                   [--out FILE]"
        },
        description = {
            "Lists the decisions of a ledger: actions without an answer first, then every",
            "decision in order, with its number, who recorded it, why it is not what was",
            "recommended, its action, and what became of that."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi history decisions.jsonl",
            "  roi history decisions.jsonl --scope api-tests --lang fr",
            "  roi history decisions.jsonl --scope team/payments --format json",
            "                                  each record in full, as it is kept, one a line",
            "  roi history decisions.jsonl --format xlsx --out decisions.xlsx"
        })
final class HistoryCommand extends Speaking implements Command {

    @Mixin
    private LedgerOf ledger = new LedgerOf();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "Only the decisions on scopes with this id, or with this level and id, as in team/payments.")
    private Optional<String> scope = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, for a terminal, unless said; markdown, for a wiki or a ticket; html, for a browser or"
                    + " to print; json, for programs: the records as they are kept, one on each line; csv or xlsx, for a "
                    + "spreadsheet.")
    private SheetFormat format = SheetFormat.TEXT;

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Status run(Session session) throws IOException {
        Optional<Output> output = out.find(List.of(ledger.path()));
        Records records = Records.in(ledger.find());
        session.remarkTornEnd(records);
        scope.ifPresent(asked -> refuseUnknown(asked, records.decisions()));
        session.write(
                switch (format) {
                    case TEXT -> bytes(report(records, session.language()).text());
                    case MARKDOWN -> bytes(report(records, session.language()).markdown());
                    case HTML -> bytes(report(records, session.language()).html());
                    case JSON -> bytes(lines(records));
                    case CSV -> new HistorySheets(decisions(records), session.language()).csv();
                    case XLSX -> new HistorySheets(decisions(records), session.language()).workbook();
                },
                output);
        return Status.DONE;
    }

    private Report report(Records records, Language language) {
        return Report.of(decisions(records), language);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refuseUnknown(String asked, List<PastDecision> decisions) {
        if (decisions.stream().anyMatch(past -> isAsked(past.scope()))) {
            return;
        }
        List<String> known = decisions.stream()
                .map(PastDecision::scope)
                .map(each -> asked.contains("/") ? path(each) : each.id())
                .distinct()
                .toList();
        throw new Refusal(Message.of(
                "there is no decision on the scope %s in this ledger. %s",
                Quoted.of(asked),
                Nearest.didYouMean(asked, known).orElse(Message.of("Without `--scope`, every decision is listed."))));
    }

    private List<PastDecision> decisions(Records records) {
        return records.decisions().stream()
                .filter(past -> isAsked(past.scope()))
                .toList();
    }

    private String lines(Records records) {
        StringBuilder lines = new StringBuilder();
        records.forEach(recorded -> {
            if (isAsked(recorded.scope())) {
                lines.append(recorded.line().text()).append('\n');
            }
        });
        return lines.toString();
    }

    private static String path(Scope scope) {
        return scope.level().word() + "/" + scope.id();
    }

    private boolean isAsked(Scope candidate) {
        return scope.isEmpty()
                || scope.get().equals(candidate.id())
                || scope.get().equals(path(candidate));
    }
}
