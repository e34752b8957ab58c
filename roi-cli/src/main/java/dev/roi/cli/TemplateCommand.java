package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.imports.file.TableTemplate;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code template}: writes an empty scorecard. */
@CommandLine.Command(
        name = "template",
        header = "Write an empty scorecard or table with every indicator, to fill in.",
        customSynopsis = {
            "roi template [--policy ID|DIR] [--format json|csv|xlsx] [--out FILE]",
            "             [--lang en|fr]"
        },
        description = {
            "Every indicator of the policy is there for one month, as unknown, with a note",
            "of its name, its unit and the values it may have. `roi review` reads it as it",
            "is. Put a number in place of each object that says \"unknown\", and copy the",
            "month for each further one. What is not known keeps its object, and says why:",
            "\"not-instrumented\", \"scattered\", \"not-due\" or \"not-reported\".",
            "As csv it is a readings table, which has one reading in each row; as xlsx a",
            "workbook with lists to choose from. `roi import` and `roi review` read both."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi template > scorecard.json                for the coding-agent policy",
            "  roi template --lang fr > scorecard.json      with notes in French",
            "  roi template --policy ./my-policy > scorecard.json",
            "                                               for a policy of your own",
            "  roi template --format xlsx --out readings.xlsx",
            "                                               a workbook to fill in"
        })
final class TemplateCommand implements Command {

    @Option(
            names = "--policy",
            paramLabel = "ID|DIR",
            description = "A built-in policy, or else a policy directory; coding-agent unless said.")
    private String policy = "coding-agent";

    @Mixin
    private Spoken spoken = new Spoken();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, for a scorecard, unless said; csv, for a readings table; xlsx, for a workbook.")
    private TemplateFormat format = TemplateFormat.JSON;

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Status run(Session session) throws IOException {
        Language language = spoken.choose(session, session.policies(), Optional.of(policy));
        Engine engine = session.policies().load(policy, language);
        Scorecard empty = EmptyScorecard.of(engine.policy(), language);
        TableTemplate tables = new TableTemplate(empty, language);
        byte[] written = switch (format) {
            case JSON -> Json.write(empty, engine.indicators()).getBytes(StandardCharsets.UTF_8);
            case CSV -> tables.csv().getBytes(StandardCharsets.UTF_8);
            case XLSX -> tables.workbook();
        };
        session.write(written, out.find(List.of()));
        return Status.DONE;
    }

    /** What is to be filled in. */
    enum TemplateFormat implements Keyword {
        /** A scorecard. */
        JSON,
        /** A readings table. */
        CSV,
        /** A workbook of tables. */
        XLSX
    }
}
