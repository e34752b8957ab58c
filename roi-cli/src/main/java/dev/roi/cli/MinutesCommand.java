package dev.roi.cli;

import dev.roi.core.Hash;
import dev.roi.core.Keyword;
import dev.roi.core.Message;
import dev.roi.core.Minutes;
import dev.roi.core.PastDecision;
import dev.roi.ledger.Head;
import dev.roi.ledger.Records;
import dev.roi.report.ActionCalendar;
import dev.roi.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code minutes}: writes the minutes of a meeting. */
@CommandLine.Command(
        name = "minutes",
        header = "Write the minutes of a meeting, ready to send.",
        customSynopsis = {
            "roi minutes --ledger FILE [--month YYYY-MM] [--committee NAME]",
            "                   [--format text|markdown|html|ics] [--lang en|fr] [--out FILE]"
        },
        description = {
            "Who was there, what was decided on each scope and why, who disagreed, who is to",
            "do what until when, what became of earlier actions, and the head of the ledger.",
            "A meeting is everything that was decided on one month: the last, unless said."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi minutes --ledger decisions.jsonl",
            "  roi minutes --ledger decisions.jsonl --month 2026-05 --lang fr --format html \\",
            "      --out may.html",
            "  roi minutes --ledger decisions.jsonl --format ics --out actions.ics",
            "                                  the open actions, for a calendar"
        })
final class MinutesCommand extends Speaking implements Command {

    @Mixin
    private LedgerOf ledger = new LedgerOf();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month that was decided on, in place of the last.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(names = "--committee", paramLabel = "NAME", description = "Only the decisions of this committee.")
    private Optional<String> committee = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, for a terminal or a mail, unless said; markdown, for a wiki; html, for a browser or to"
                    + " print; ics, for a calendar: the actions that are open, each on the last day of its month.")
    private MinutesFormat format = MinutesFormat.TEXT;

    @Mixin
    private OutOption out = new OutOption();

    /** How minutes are written. */
    enum MinutesFormat implements Keyword {
        /** For a terminal, or a mail. */
        TEXT,
        /** For a wiki. */
        MARKDOWN,
        /** For a browser, or to print. */
        HTML,
        /** For a calendar: the open actions. */
        ICS
    }

    @Override
    public Status run(Session session) throws IOException {
        Path file = ledger.path();
        Optional<Output> output = out.find(List.of(file));
        Records records = Records.in(ledger.find());
        session.remarkTornEnd(records);
        Minutes minutes = minutes(records);
        if (format == MinutesFormat.ICS && minutes.actions().isEmpty()) {
            throw new Refusal(Message.of("no action is open, so there is nothing for a calendar"));
        }
        session.write(
                switch (format) {
                    case TEXT -> Report.of(minutes, session.language()).text();
                    case MARKDOWN -> Report.of(minutes, session.language()).markdown();
                    case HTML -> Report.of(minutes, session.language()).html();
                    case ICS -> ActionCalendar.of(minutes, session.language());
                },
                output);
        return Status.DONE;
    }

    private Minutes minutes(Records records) {
        List<PastDecision> decisions = records.decisions();
        List<PastDecision> own = decisions.stream()
                .filter(past -> committee.isEmpty()
                        || committee.equals(past.resolution().committee()))
                .toList();
        List<YearMonth> months =
                own.stream().map(PastDecision::month).distinct().sorted().toList();
        YearMonth asked = month.or(() -> months.stream().max(Comparator.naturalOrder()))
                .orElseThrow(() -> new Refusal(
                        committee.isPresent()
                                ? Message.of("the ledger has no decision of the committee %s", committee.get())
                                : Message.of("the ledger has no decision yet")));
        if (!months.contains(asked)) {
            throw new Refusal(Message.of(
                    "nothing was decided on %s. Decided on were: %s",
                    asked,
                    String.join(", ", months.stream().map(YearMonth::toString).toList())));
        }
        Optional<Head> head = records.head();
        return Minutes.of(
                decisions,
                asked,
                committee,
                head.map(Head::hash).orElse(Hash.of(new byte[0])),
                head.map(Head::entry).orElse(0L));
    }
}
