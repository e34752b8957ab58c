package dev.roi.cli;

import dev.roi.core.Language;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The language that a command speaks, in its words and in those of a policy. */
final class Spoken {

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "en, for English, unless said; fr, for French.")
    private Optional<Language> asked = Optional.empty();

    private Language language = Language.ENGLISH;

    /** Chooses the language: the one asked for, or else the first of the policy that is named. */
    void choose(Policies policies, Optional<String> policy) {
        language = policies.language(asked, policy);
    }

    Language language() {
        return asked.orElse(language);
    }
}
