package dev.roi.cli;

import dev.roi.core.Language;
import picocli.CommandLine.Option;

/** The language of a command that says nothing in the words of a policy; {@link Session} has it. */
final class Spoken {

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    Language language() {
        return language;
    }
}
