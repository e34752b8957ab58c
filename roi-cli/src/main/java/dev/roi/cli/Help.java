package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.text.Bundle;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a command's {@code --help} says. The English stands with the commands; other languages have a file of words. */
final class Help extends ResourceBundle {

    private final Bundle words;

    private Help(Language language) {
        this.words = Bundle.of(Help.class, "help", language);
    }

    /**
     * Writes what there is to say of a command.
     *
     * @param command the command
     * @param language the language of whoever reads it
     * @return lines for a terminal of 80 columns
     */
    static String of(CommandLine command, Language language) {
        command.setResourceBundle(new Help(language));
        return command.getUsageMessage(Ansi.OFF);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.find(key).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys());
    }
}
