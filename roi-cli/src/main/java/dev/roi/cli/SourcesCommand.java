package dev.roi.cli;

import dev.roi.imports.file.Import;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sources}: writes a first {@code sources.yaml} of the exports that somebody has. */
@CommandLine.Command(
        name = "sources",
        header = "Write a first sources.yaml of the exports that you have.",
        customSynopsis = "roi sources FILE... [--out FILE] [--lang en|fr]",
        description = {
            "Finds out of which tool each export is, and which repositories, projects or",
            "cost centres are in it. What only you can say (which cost counts, which months",
            "came before the tool) is a comment with a question; nothing is guessed in its",
            "place. Answer them, and `roi import` reads the file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi sources exports/ --out sources.yaml    then edit it, then:",
            "  roi import sources.yaml --out scopes       a scorecard for each scope"
        })
final class SourcesCommand extends Speaking implements Command {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "An export of a tool or a readings table; a directory, for the files in it.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file, from whose directory the exports are named, and nothing to standard "
                    + "output.")
    private Optional<String> out = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        List<Path> exports = Inputs.paths(inputs);
        Optional<Output> output = out.map(name -> Output.to(name, exports));
        Path file = Arguments.path(out.orElse("sources.yaml"));
        String text = Import.sources(exports, file.resolveSibling(""), session.language());
        session.write(text.getBytes(StandardCharsets.UTF_8), output);
        return Status.DONE;
    }
}
