package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code template}: writes an empty scorecard. */
@CommandLine.Command(
        name = "template",
        header = "Write an empty scorecard with every indicator, to fill in.",
        customSynopsis = "roi template [--policy ID|DIR] [--lang en|fr]",
        description = {
            "Every indicator of the policy is there for one month, as unknown, with a note",
            "of its name, its unit and the values it may have. `roi review` reads it as it",
            "is. Put a number in place of each object that says \"unknown\", and copy the",
            "month for each further one. What is not known keeps its object, and says why:",
            "\"not-instrumented\", \"scattered\", \"not-due\" or \"not-reported\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi template > scorecard.json                for the coding-agent policy",
            "  roi template --lang fr > scorecard.json      with notes in French",
            "  roi template --policy ./my-policy > scorecard.json",
            "                                               for a policy of your own"
        })
final class TemplateCommand implements Command {

    @Option(
            names = "--policy",
            paramLabel = "ID|DIR",
            description = "A built-in policy, or else a policy directory; coding-agent unless said.")
    private String policy = "coding-agent";

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "The language of the notes: en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    @Override
    public Status run(Session session) throws IOException {
        Engine engine = session.policies().load(policy, language);
        session.print(Json.write(EmptyScorecard.of(engine.policy(), language), engine.indicators()));
        return Status.DONE;
    }
}
