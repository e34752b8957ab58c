package dev.roi.cli;

import dev.roi.core.Language;
import picocli.CommandLine.Option;

/** The language that a command speaks, in its words and in those of a policy. */
final class Spoken {

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    Language language() {
        return language;
    }
}
