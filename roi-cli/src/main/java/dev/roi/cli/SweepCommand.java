package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.governance.sweep.Sweep;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweep}: moves a threshold through its range. */
@CommandLine.Command(
        name = "sweep",
        header = "Move a threshold through its range: where past decisions flip.",
        customSynopsis = {
            "roi sweep POLICY --threshold ID --history INPUT...",
            "                 [--format text|markdown|html|json] [--lang en|fr] [--out FILE]"
        },
        description = {
            "Decides every complete month of every scope under each value of a threshold that",
            "can make a difference, and tells at which exact values decisions flip, and which."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi sweep coding-agent --threshold extend.months --history scopes/",
            "  roi sweep ./my-policy --threshold adoption.low --history scopes/ --format json"
        })
final class SweepCommand implements Command {

    @Mixin
    private PolicyArgument policy = new PolicyArgument();

    @Option(
            names = "--threshold",
            required = true,
            paramLabel = "ID",
            description = "The threshold of the policy's thresholds.yaml that moves, such as extend.months.")
    private Optional<ThresholdId> threshold = Optional.empty();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, for a terminal, unless said; markdown, for a wiki or a ticket; html, a page with bars; "
                            + "json, for programs.")
    private SweepFormat format = SweepFormat.TEXT;

    @Mixin
    private Spoken spoken = new Spoken();

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Status run(Session session) throws IOException {
        history.require();
        Optional<Output> output = out.find(history.paths());
        spoken.choose(session, session.policies(), Optional.of(policy.name()));
        PolicyFiles files = session.policies().files(policy.name());
        List<Scorecard> scorecards =
                history.read(Engine.read(files, Map.of()).indicators(), spoken.language(), session);
        Sweep sweep = Sweep.of(files, threshold.orElseThrow(), scorecards);
        session.write(
                switch (format) {
                    case TEXT -> sweep.text(spoken.language());
                    case MARKDOWN -> sweep.markdown(spoken.language());
                    case HTML -> sweep.html(spoken.language());
                    case JSON -> sweep.json();
                },
                output);
        return Status.DONE;
    }

    enum SweepFormat implements Keyword {
        /** For a terminal. */
        TEXT,
        /** For a wiki, a ticket or a pull request. */
        MARKDOWN,
        /** A page with bars. */
        HTML,
        /** For programs. */
        JSON
    }
}
