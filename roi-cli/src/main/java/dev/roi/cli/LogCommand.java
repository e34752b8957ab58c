package dev.roi.cli;

import dev.roi.core.Approvals;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyLog;
import dev.roi.core.Quoted;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.governance.approval.PolicyHistory;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Records;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code log}: tells the history of a policy. */
@CommandLine.Command(
        name = "log",
        header = "Tell a policy's history: who approved what, and what it changed.",
        customSynopsis = {
            "roi log POLICY --ledger FILE [--history INPUT...]",
            "               [--format text|markdown|json] [--lang en|fr] [--out FILE]"
        },
        description = {
            "Lists each approved version, the earliest first: who approved it and why, from",
            "which month on it applies, and what it changed against the version before. With",
            "a history, every complete month is decided under both versions, and the past",
            "decisions that change are named. All versions are read from the ledger."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi log coding-agent --ledger decisions.jsonl",
            "  roi log ./my-policy --ledger decisions.jsonl --history scopes/ \\",
            "      --format markdown --out log.md"
        })
final class LogCommand implements Command {

    @Parameters(paramLabel = "POLICY", description = "The policy, by its id or by a directory that has it.")
    private String policy = "";

    @Option(names = "--ledger", required = true, paramLabel = "FILE", description = "The ledger with its approvals.")
    private String ledger = "";

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private PlainFormat.Asked asked = new PlainFormat.Asked();

    @Mixin
    private Spoken spoken = new Spoken();

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Status run(Session session) throws IOException {
        Path file = Arguments.path(ledger);
        Optional<Output> output = out.find(
                Stream.concat(history.paths().stream(), Stream.of(file)).toList());
        Records records = Records.in(FileLedger.existing(file));
        session.remarkTornEnd(records);
        Approvals approvals = records.approvals();
        PolicyHistory versions = PolicyHistory.of(id(approvals, session), approvals, records::files);
        Language language = language(versions, session.language());
        PolicyLog log = history.isGiven() ? past(versions, language, session) : versions.log(language);
        session.write(
                switch (asked.format()) {
                    case TEXT -> Report.of(log).text();
                    case MARKDOWN -> Report.of(log).markdown();
                    case JSON -> Json.write(log);
                },
                output);
        return Status.DONE;
    }

    private PolicyId id(Approvals approvals, Session session) {
        List<PolicyId> approved = approvals.policies();
        if (Names.isKebab(policy) && approved.contains(new PolicyId(policy))) {
            return new PolicyId(policy);
        }
        PolicyId id =
                Engine.read(session.policies().files(policy), Map.of()).ref().id();
        if (!approved.contains(id)) {
            throw new Refusal(Message.of(
                    "no version of policy %s is approved in %s. %s",
                    Quoted.of(id.value()),
                    Quoted.of(ledger),
                    approved.isEmpty()
                            ? Message.of("`roi approve` approves one.")
                            : Message.of(
                                    "Approved are versions of %s.",
                                    Sentences.all(approved.stream()
                                            .map(PolicyId::value)
                                            .toList()))));
        }
        return id;
    }

    private Language language(PolicyHistory versions, Language machine) {
        List<Language> common = versions.languages();
        if (common.isEmpty()) {
            throw new Refusal(Message.of("the approved versions of the policy have no language in common"));
        }
        Language language = spoken.asked().orElse(common.contains(machine) ? machine : common.get(0));
        if (!common.contains(language)) {
            throw new Refusal(Message.of(
                    "not every approved version of the policy speaks %s; all speak %s",
                    Quoted.of(language.tag()),
                    Sentences.all(common.stream().map(Language::tag).toList())));
        }
        return language;
    }

    private PolicyLog past(PolicyHistory versions, Language language, Session session) {
        Progress progress = session.progress();
        List<Scorecard> scorecards = history.read(versions.indicators(), language, session);
        return versions.log(language, scorecards, months -> progress.at(Message.of("Months compared"), months));
    }
}
