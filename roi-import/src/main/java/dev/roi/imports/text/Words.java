package dev.roi.imports.text;

import dev.roi.core.Language;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words of an import in one language. For use by one thread. */
public final class Words {

    private final Language language;
    private final Bundle bundle;
    private final Quantities quantities;
    private final Map<String, Template> templates = new HashMap<>();

    /**
     * Reads the words.
     *
     * @param language the language
     */
    public Words(Language language) {
        this.language = language;
        this.bundle = Bundle.of(Words.class, "imports", language);
        this.quantities = Quantities.of(language);
    }

    /**
     * Returns the language.
     *
     * @return the language
     */
    public Language language() {
        return language;
    }

    /**
     * Returns how numbers and months are written.
     *
     * @return the quantities of the language
     */
    public Quantities quantities() {
        return quantities;
    }

    /**
     * Tells whether there are words.
     *
     * @param key their key
     * @return whether there are
     */
    public boolean has(String key) {
        return bundle.find(key).isPresent();
    }

    /**
     * Puts values into words.
     *
     * @param key the key of the words
     * @param pairs names and values, in turn
     * @return the sentence
     */
    public String say(String key, String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return templates
                .computeIfAbsent(key, missing -> Template.parse(bundle.get(missing)))
                .render(name -> Optional.ofNullable(values.get(name)));
    }
}
