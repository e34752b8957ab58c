package dev.roi.governance.catalogue.page;

import dev.roi.core.Language;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words around a policy, in one language. Immutable and safe for use by several threads. */
final class Words {

    private final Language language;
    private final Bundle bundle;

    Words(Language language) {
        this.language = language;
        this.bundle = Bundle.of(Words.class, "catalogue", language);
    }

    /**
     * Returns the language.
     *
     * @return its tag, such as {@code en}
     */
    public String language() {
        return language.tag();
    }

    /**
     * Returns a word.
     *
     * @param key its key
     * @return the word
     */
    public String get(String key) {
        return bundle.get(key);
    }

    /**
     * Returns a sentence.
     *
     * @param key its key
     * @param values what stands in it
     * @return the sentence
     */
    public String get(String key, Map<String, String> values) {
        return Template.parse(bundle.get(key)).render(name -> Optional.ofNullable(values.get(name)));
    }

    /**
     * Returns a name with a colon after it.
     *
     * @param name the name
     * @return the two, as the language spaces them
     */
    public String label(String name) {
        return get("label", Map.of("name", name));
    }

    boolean has(String key) {
        return bundle.find(key).isPresent();
    }

    /** Returns the words for a word of rule files, or the word itself where it is a name. */
    String of(String word) {
        return bundle.find("word." + word).orElse(word);
    }

    /** Joins items as in {@code one, two or three}. */
    String or(List<String> items) {
        return joined("or", items);
    }

    String then(List<String> items) {
        String all = items.get(0);
        for (String item : items.subList(1, items.size())) {
            all = get("and-then", Map.of("first", all, "second", item));
        }
        return all;
    }

    private String joined(String key, List<String> items) {
        int last = items.size() - 1;
        return last == 0
                ? items.get(0)
                : get(key, Map.of("first", String.join(", ", items.subList(0, last)), "second", items.get(last)));
    }
}
