package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Portfolio;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.imports.file.Import;
import dev.roi.imports.file.ImportReport;
import dev.roi.imports.file.Imported;
import dev.roi.imports.file.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: makes scorecards of tables, workbooks and exports of tools. */
@CommandLine.Command(
        name = "import",
        header = "Make scorecards of a table, a workbook, or exports of tools.",
        customSynopsis = {
            "roi import FILE... [--month YYYY-MM] [--policy ID|DIR] [--out DIR]",
            "                   [--report FILE] [--format json|csv] [--lang en|fr]"
        },
        description = {
            "Reads what you have, and writes a scorecard for each scope. What is known, what",
            "is not and why, what was left out, and which figures only people can give, it",
            "says on standard error. Nothing is guessed: what can be read in two ways is",
            "refused with its row and column, and then nothing is written."
        },
        footerHeading = "%nInput:%n",
        footer = {
            "  A readings table has one reading in each row: `roi template --format csv`",
            "  writes one to fill in, and `--format xlsx` a workbook. A sources.yaml names",
            "  the exports of your tools, and which scope each row belongs to:",
            "",
            "    format: roi-sources/1",
            "    scopes:",
            "      payments: { level: team, repositories: [acme/pay] }",
            "    sources:",
            "      - { read: github-pull-requests, files: [exports/pulls-*.json] }",
            "",
            "  docs/import has a page for each tool, with the command that exports.",
            "",
            "Examples:",
            "  roi import readings.csv                  the scorecards, to standard output",
            "  roi import readings.xlsx --out scopes    a file for each scope",
            "  roi import sources.yaml --out scopes --report import.md",
            "                                           exports of tools, and a report",
            "  roi import sources.yaml --month 2026-05  nothing later than May",
            "  roi review sources.yaml                  the same, reviewed at once",
            "  ./warehouse.sh | roi import -            a table from a pipe"
        })
final class ImportCommand extends Speaking implements Command {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "A table (.csv, .tsv, .jsonl, .xlsx) or a directory of",
                "tables; a sources.yaml, or the directory that it is in;",
                "or - for a table from standard input.",
                "All of them together are one input."
            })
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month that the report is about, and the last that is read; without it, all are read.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "ID|DIR",
            description = "The policy of scopes that name none: a built-in policy, or else a policy directory; "
                    + "coding-agent unless said.")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the files into this directory, all or none, and nothing to standard output. The "
                    + "directory is new, or has files of an import only, which are replaced.")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report to this file, and not to standard error: as Markdown where its name ends "
                    + "in .md, as JSON where it ends in .json, else as text.")
    private Optional<String> report = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, for scorecards, unless said; csv, for the readings table.")
    private ImportFormat format = ImportFormat.JSON;

    @Override
    public Status run(Session session) throws IOException {
        List<Path> read = Inputs.paths(inputs);
        Optional<Output> reportFile = report.map(name -> Output.to(name, read));
        Optional<OutputFiles> directory = out.map(name -> OutputFiles.to(name, read));
        Engines engines = new Engines(session.policies(), policy, session.language());
        Import importing = Inputs.importing(engines, session.language(), session.progress());
        Imported imported =
                Inputs.imported(month.map(importing::upTo).orElse(importing), inputs, session.language(), session);
        ImportReport said =
                ImportReport.of(imported, scorecard -> engines.of(scorecard).policy(), month);
        Map<String, String> files = files(imported);
        if (directory.isPresent()) {
            directory.get().write(files);
        } else {
            session.print(
                    format == ImportFormat.CSV
                            ? TableFiles.readings(imported.readings())
                            : Json.write(new Portfolio(imported.readings().scorecards())));
        }
        if (reportFile.isPresent()) {
            reportFile.get().write(written(said, session.language()));
        } else {
            session.remark(said.text(session.language()));
        }
        return Status.DONE;
    }

    private Map<String, String> files(Imported imported) {
        if (format == ImportFormat.CSV) {
            return TableFiles.of(imported.readings());
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (Scorecard scorecard : imported.readings().scorecards()) {
            Scope scope = scorecard.scope();
            files.put("%s-%s.json".formatted(scope.level().word(), scope.id()), Json.write(scorecard));
        }
        return files;
    }

    private String written(ImportReport said, Language language) {
        String name = report.orElse("");
        if (name.endsWith(".json")) {
            return said.json();
        }
        return name.endsWith(".md") ? said.markdown(language) : said.text(language);
    }

    /** What an import writes. */
    enum ImportFormat implements Keyword {
        /** Scorecards. */
        JSON,
        /** The readings table. */
        CSV
    }
}
