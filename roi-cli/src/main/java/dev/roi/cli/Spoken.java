package dev.roi.cli;

import dev.roi.core.Language;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The language that a command speaks, in its words and in those of a policy. */
final class Spoken {

    /** What {@code --lang} is said to be; {@link MachineLanguage} is the machine's. */
    static final String DESCRIPTION =
            "en, for English, or fr, for French; unless said, French where the machine is set to it (LANG).";

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = DESCRIPTION)
    private Optional<Language> asked = Optional.empty();

    private Language language = Language.ENGLISH;

    /**
     * Chooses the language: the one asked for, or else that of the policy and of the machine.
     *
     * @param session the language of the machine
     * @param policies the policies that there are
     * @param policy the policy that is named, where one is
     * @return the language
     */
    Language choose(Session session, Policies policies, Optional<String> policy) {
        language = asked.orElseGet(() -> policies.language(session.language(), policy));
        return language;
    }

    /** Returns the language that was asked for, where one was. */
    Optional<Language> asked() {
        return asked;
    }

    /** Returns the language that was chosen last. */
    Language language() {
        return language;
    }
}
