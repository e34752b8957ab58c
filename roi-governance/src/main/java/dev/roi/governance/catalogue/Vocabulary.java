package dev.roi.governance.catalogue;

import dev.roi.core.Language;
import dev.roi.core.text.Bundle;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rules can ask about, as a page: every fact, field, unit and word, read off the records of facts, with what each
 * means and an example. Immutable.
 */
public final class Vocabulary {

    private static final Bundle EXAMPLES = Bundle.of(Vocabulary.class, "examples", Language.ENGLISH);

    private final Bundle words;

    private Vocabulary(Bundle words) {
        this.words = words;
    }

    /**
     * Returns the vocabulary in a language.
     *
     * @param language the language
     * @return the vocabulary; in English where there are no words for the language
     */
    public static Vocabulary in(Language language) {
        return new Vocabulary(Bundle.of(Vocabulary.class, "vocabulary", language));
    }

    /**
     * Returns conditions of a rule that asks for facts of a type.
     *
     * @param type the type
     * @return lines of a rule file, with names of the policy {@code coding-agent}
     */
    public static String example(FactType type) {
        return EXAMPLES.get(type.word());
    }

    /**
     * Writes the page.
     *
     * @return GitHub Flavored Markdown
     */
    public String markdown() {
        StringBuilder page = new StringBuilder("# %s\n\n%s\n".formatted(words.get("title"), words.get("about")));
        Set<String> said = new LinkedHashSet<>();
        for (FactType type : FactType.values()) {
            page.append("\n## %s\n\n%s\n\n".formatted(type.word(), words.get(type.word())));
            page.append("| %s | %s | %s |\n| --- | --- | --- |\n"
                    .formatted(words.get("field"), words.get("holds"), words.get("means")));
            for (Field field : type.fields().values()) {
                page.append("| `%s` | %s | %s |\n".formatted(field.name(), holds(field), meaning(type, field)));
                said.addAll(field.words());
            }
            page.append("\n```drl\n%s\n```\n".formatted(example(type)));
        }
        page.append("\n## %s\n\n".formatted(words.get("words")));
        said.forEach(word -> page.append("- `%s`: %s\n".formatted(word, words.get("word." + word))));
        return page.toString();
    }

    /** Writes the same as the last section of another page. */
    String section() {
        return markdown().replaceAll("(?m)^#", "##");
    }

    private String holds(Field field) {
        if (field.kind() == FieldKind.NUMBER) {
            return words.get("measure." + field.measure().map(measure -> key(measure)).orElseThrow());
        }
        String all = field.words().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
        return words.get("kind." + key(field.kind())).replace("{words}", all);
    }

    /** A field of one fact may mean something of its own; most mean the same of all. */
    private String meaning(FactType type, Field field) {
        return words.find(type.word() + "." + field.name()).orElseGet(() -> words.get(field.name()));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
