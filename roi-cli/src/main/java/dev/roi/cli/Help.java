package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.text.Bundle;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a command's {@code --help} says. The English stands with the commands; other languages have a file of words, and
 * one word for what an option takes ({@code FILE}) wherever it occurs.
 */
final class Help extends ResourceBundle {

    private static final Pattern LABEL = Pattern.compile("[A-Z]+(-[A-Z]+)*");
    private static final String APOSTROPHE = "’";
    private static final String LETTER = "\u02bc";

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
        Help help = new Help(language);
        command.setResourceBundle(help);
        command.setHelpFactory((spec, colours) -> new CommandLine.Help(spec, colours) {
            @Override
            public String synopsis(int heading) {
                return help.labels(super.synopsis(heading));
            }

            @Override
            public IParamLabelRenderer parameterLabelRenderer() {
                return help.labels(super.parameterLabelRenderer());
            }
        });
        return command.getUsageMessage(Ansi.OFF).replace(LETTER, APOSTROPHE);
    }

    /** What an argument is called in the help of a language, such as {@code FILE}. */
    static String label(ArgSpec argument, Language language) {
        return new Help(language).labels(argument.paramLabel());
    }

    private String labels(String text) {
        return LABEL.matcher(text)
                .replaceAll(label -> words.find("label." + label.group()).orElse(label.group()));
    }

    private IParamLabelRenderer labels(IParamLabelRenderer english) {
        return new IParamLabelRenderer() {
            @Override
            public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
                Text label = english.renderParameterLabel(argument, ansi, styles);
                return ansi.new Text(labels(label.plainString()));
            }

            @Override
            public String separator() {
                return english.separator();
            }
        };
    }

    /** An apostrophe is a letter until lines are broken: none is to end after an elision. */
    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.find(key).map(text -> text.replace(APOSTROPHE, LETTER)).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys());
    }
}
