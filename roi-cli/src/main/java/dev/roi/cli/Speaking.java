package dev.roi.cli;

import dev.roi.core.Language;
import picocli.CommandLine.Option;

/**
 * What says nothing in the words of a policy, and is told a language all the same; {@link Session} has it, which knows
 * the machine's too.
 */
abstract class Speaking {

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = Spoken.DESCRIPTION)
    private Language language = Language.ENGLISH;

    Language language() {
        return language;
    }
}
