package dev.roi.cli;

import dev.roi.core.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The language that a machine is set to: what {@code LC_ALL}, {@code LC_MESSAGES} or {@code LANG} say, the first of them
 * that says something, as POSIX has it; where none does, as on Windows, what Java found out. French where that is French,
 * English where it is anything else.
 */
final class MachineLanguage {

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private MachineLanguage() {}

    /**
     * Finds it.
     *
     * @param environment the variables of the process
     * @param otherwise the locale in which Java shows things
     * @return French or English
     */
    static Language of(Map<String, String> environment, Locale otherwise) {
        String set = VARIABLES.stream()
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherwise.getLanguage());
        String language = set.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT);
        return language.equals(Language.FRENCH.tag()) ? Language.FRENCH : Language.ENGLISH;
    }
}
