package dev.roi.cli;

import dev.roi.core.Language;
import picocli.CommandLine.Option;

/** What says nothing in the words of a policy, and is told a language all the same; {@link Session} has it. */
abstract class Speaking {

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    Language language() {
        return language;
    }
}
