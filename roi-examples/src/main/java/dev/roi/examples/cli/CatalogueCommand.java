package dev.roi.examples.cli;

import dev.roi.core.Language;
import dev.roi.core.Worded;
import dev.roi.rules.catalogue.Catalogue;
import dev.roi.rules.policy.Policy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = OfPageFormat.class,
            description = "markdown, unless said; or html.")
    private PageFormat format = PageFormat.MARKDOWN;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            converter = Arguments.OfLanguage.class,
            description = "en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file, whole or not at all, instead of to standard output.")
    private Optional<String> out = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        Optional<Output> file = out.map(name -> Output.to(name, List.of()));
        Policy chosen = session.policies().load(policy, language).policy();
        String page = format.write(Catalogue.of(chosen, language));
        if (file.isPresent()) {
            file.get().write(page);
        } else {
            session.print(page);
        }
        return Status.DONE;
    }

    /** How a page is written. */
    private enum PageFormat implements Worded {
        /** For a wiki or a repository. */
        MARKDOWN,
        /** For a browser, or to print. */
        HTML;

        String write(Catalogue catalogue) {
            return switch (this) {
                case MARKDOWN -> catalogue.markdown();
                case HTML -> catalogue.html();
            };
        }
    }

    /** A format of a page. */
    static final class OfPageFormat implements ITypeConverter<PageFormat> {

        @Override
        public PageFormat convert(String text) {
            return Arrays.stream(PageFormat.values())
                    .filter(format -> format.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Sentences.unknown(
                            "format",
                            text,
                            Arrays.stream(PageFormat.values()).map(Worded::word).toList())));
        }
    }
}
