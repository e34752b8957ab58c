package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.governance.catalogue.Catalogue;
import dev.roi.rules.policy.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catalogue}: writes a whole policy on one page. */
@CommandLine.Command(
        name = "catalogue",
        header = "Write a whole policy on one page, for people to read.",
        customSynopsis = {
            "roi catalogue [ID|DIR] [--format markdown|html] [--lang en|fr]",
            "                     [--out FILE]"
        },
        description = {
            "Each rule with its question, its conditions in words, its thresholds, law,",
            "source and sentences; each indicator with the rules that read it; each",
            "threshold with the rules that use it. The page needs nothing but itself."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi catalogue > policy.md                     the built-in policy",
            "  roi catalogue my-policy --format html --out policy.html",
            "                                                a policy of your own, to print"
        })
final class CatalogueCommand implements Command {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID|DIR",
            description = "A built-in policy, or else a policy directory; coding-agent unless said.")
    private String policy = "coding-agent";

    @Option(names = "--format", paramLabel = "FORMAT", description = "markdown, unless said; or html.")
    private PageFormat format = PageFormat.MARKDOWN;

    @Mixin
    private Spoken spoken = new Spoken();

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Status run(Session session) throws IOException {
        Optional<Output> file = out.find(List.of());
        Language language = spoken.choose(session, session.policies(), Optional.of(policy));
        Policy chosen = session.policies().load(policy, language).policy();
        String page = format.write(Catalogue.of(chosen, language));
        session.write(page, file);
        return Status.DONE;
    }

    /** How a page is written. */
    enum PageFormat implements Keyword {
        /** For a wiki or a repository. */
        MARKDOWN,
        /** For a browser, or to print. */
        HTML;

        String write(Catalogue catalogue) {
            return switch (this) {
                case MARKDOWN -> "%s\n%s".formatted(catalogue.markdown(), catalogue.vocabulary());
                case HTML -> catalogue.html();
            };
        }
    }
}
