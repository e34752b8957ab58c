package dev.roi.cli;

import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Message;
import dev.roi.core.PolicyRef;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Head;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code approve}: puts on record that somebody approved a policy. */
@CommandLine.Command(
        name = "approve",
        header = "Approve a version of a policy: who, why, and from which month on.",
        customSynopsis = {
            "roi approve POLICY --by NAME --reason TEXT --ledger FILE",
            "                   [--from YYYY-MM] [--against OLD] [--at INSTANT]",
            "                   [--lang en|fr]"
        },
        description = {
            "Adds an approval to the ledger that `roi decide` writes, and the policy's files",
            "where it does not keep them yet. An approval is of exactly these files: whatever",
            "changes a review has to be approved again, under another version. The record",
            "holds the digest of what the version changes against the one approved before.",
            "Where several people have to approve, each does so by a command of their own."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi approve my-policy --ledger decisions.jsonl --by \"Ana Silva\" \\",
            "      --reason \"Agreed on 2 June\"",
            "  roi approve my-policy --ledger decisions.jsonl --by \"Bo Lind\" \\",
            "      --reason \"As Ana\" --from 2026-07          from July on"
        })
final class ApproveCommand extends Speaking implements Command {

    @Mixin
    private PolicyArgument policy = new PolicyArgument();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approves it.")
    private String by = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM",
            description = "The first month that it applies to; the month of the approval unless said.")
    private Optional<YearMonth> from = Optional.empty();

    @Option(
            names = "--ledger",
            required = true,
            paramLabel = "FILE",
            description = "The ledger to add to; it is created where there is none.")
    private String ledger = "";

    @Option(
            names = "--against",
            paramLabel = "OLD",
            description = "The policy that it is compared with, by name or directory; the version approved before "
                    + "unless said.")
    private Optional<String> against = Optional.empty();

    @Mixin
    private AtOption at = new AtOption();

    @Override
    public Status run(Session session) throws IOException {
        Instant moment = at.moment(session);
        PolicyFiles files = session.policies().files(policy.name());
        Engine engine = Engine.of(files);
        PolicyRef approved = engine.policy().ref();
        FileLedger file = FileLedger.at(Arguments.path(ledger));
        Records records = Records.in(file);
        session.remarkTornEnd(records);
        Optional<Approval.Change> change = against.map(session.policies()::files)
                .or(() -> records.approvals().before(approved).flatMap(records::files))
                .map(old -> PolicyComparison.of(old, files).change());
        YearMonth first = from.orElse(YearMonth.from(moment.atOffset(ZoneOffset.UTC)));
        Head head = records.append(new Approval(approved, moment, by, reason, first, Engine.version(), change), engine);
        session.say(confirmation(records.approvals(), approved, first, change, head, file));
        return Status.DONE;
    }

    private static List<Message> confirmation(
            Approvals approvals,
            PolicyRef approved,
            YearMonth first,
            Optional<Approval.Change> change,
            Head head,
            FileLedger file) {
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of("Recorded as entry %s of %s.", head.entry(), file.name()));
        lines.add(Message.of(
                "Version %s of %s is approved from %s on.",
                approved.version(), approved.id(), Confirmation.month(first)));
        lines.add(Message.of(
                "Approved by: %s.", approvals.names(approved.fingerprint()).orElseThrow()));
        if (change.isPresent()) {
            PolicyRef before = change.get().before();
            lines.add(Message.of("Compared with %s %s. Digest of the changes:", before.id(), before.version()));
            lines.add(Message.verbatim(change.get().digest().toString()));
        } else {
            lines.add(Message.of("No other version was approved before."));
        }
        lines.addAll(Confirmation.head(head));
        return lines;
    }
}
