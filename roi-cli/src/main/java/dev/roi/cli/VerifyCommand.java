package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.Hash;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Records;
import dev.roi.ledger.Verification;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: holds a ledger against its hashes. */
@CommandLine.Command(
        name = "verify",
        header = "Find out whether a ledger is as it was written.",
        customSynopsis = "roi verify LEDGER [--head HASH]",
        description = {
            "Finds any record that was altered, dropped or moved, and any byte that was",
            "changed, and names its line. A line that is no whole entry is named too: a crash",
            "left it, and then it was never acknowledged, or the ledger was cut off there.",
            "The next record marks it and goes on.",
            "",
            "A ledger whose last records are gone, or that was written anew as a whole, is",
            "sound in itself. It is found with --head: the head that `roi decide` printed",
            "last, or any earlier one, kept where whoever can write the ledger cannot."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi verify decisions.jsonl",
            "  roi verify decisions.jsonl --head sha256:9f86d081884c7d65...    (64 digits)"
        })
final class VerifyCommand extends Speaking implements Command {

    @Mixin
    private LedgerOf ledger = new LedgerOf();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A head that `roi decide` printed: sha256: and 64 digits.")
    private Optional<Hash> head = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        FileLedger file = ledger.find();
        Verification found = Records.in(file).verify(head);
        Language language = session.language();
        StringBuilder text = new StringBuilder();
        append(text, found.faults(), language);
        if (found.isSound()) {
            text.append(Message.of("%s: %s, all as written", file.name(), entries(found.entries()))
                            .in(language))
                    .append('\n');
            found.known()
                    .ifPresent(known -> text.append(
                                    Message.of("The head given is entry %s of %s", known.entry(), found.entries())
                                            .in(language))
                            .append('\n'));
            found.head()
                    .ifPresent(last -> text.append(Message.of("Head: %s", last).in(language))
                            .append('\n'));
            if (!found.marked().isEmpty()) {
                text.append(Message.of("No whole entries, and marked by the entry after them, as a crash leaves them:")
                                .in(language))
                        .append('\n');
                append(text, found.marked(), language);
            }
        } else {
            text.append(Message.of("%s: %s, %s", file.name(), entries(found.entries()), faults(found))
                            .in(language))
                    .append('\n');
        }
        session.print(text.toString());
        return found.isSound() ? Status.DONE : Status.FOUND;
    }

    private static void append(StringBuilder text, List<Fault> faults, Language language) {
        faults.forEach(fault -> text.append(Sentences.line(fault, language)).append('\n'));
    }

    private static Message entries(long count) {
        return count == 1 ? Message.of("1 entry") : Message.of("%s entries", count);
    }

    private static Message faults(Verification found) {
        int count = found.faults().size();
        return count == 1 ? Message.of("1 fault") : Message.of("%s faults", count);
    }
}
