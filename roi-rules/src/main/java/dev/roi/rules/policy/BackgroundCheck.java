package dev.roi.rules.policy;

import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.json.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks that what one language says of laws and sources, every language does. A source that a rule cites word for word is
 * written in one language already: of such, a language translates all that are translated, or none.
 */
final class BackgroundCheck {

    private final PolicyObjections objections;
    private final Function<Language, Optional<Node>> documents;

    BackgroundCheck(PolicyObjections objections, Function<Language, Optional<Node>> documents) {
        this.objections = objections;
        this.documents = documents;
    }

    /** Checks the texts of all languages, where all rules that cite a source are among these. */
    void check(Map<Language, Texts> texts, Set<String> cited) {
        Map<Language, Set<String>> laws = new LinkedHashMap<>();
        Map<Language, Set<String>> explained = new LinkedHashMap<>();
        Map<Language, Set<String>> translated = new LinkedHashMap<>();
        texts.forEach((language, words) -> {
            laws.put(language, words.background().laws().keySet());
            Set<String> explanations = new LinkedHashSet<>();
            Set<String> translations = new LinkedHashSet<>();
            words.background().sources().keySet().forEach(name -> {
                boolean isTranslated = cited.contains(name)
                        && cited.stream().noneMatch(other -> !other.equals(name) && Texts.Background.isOf(name, other));
                (isTranslated ? translations : explanations).add(name);
            });
            explained.put(language, explanations);
            if (!translations.isEmpty()) {
                translated.put(language, translations);
            }
        });
        missing("laws", Message.of("law"), laws);
        missing("sources", Message.of("source"), explained);
        missing("sources", Message.of("source"), translated);
    }

    private void missing(String key, Message what, Map<Language, Set<String>> worded) {
        Map<String, Language> all = new LinkedHashMap<>();
        worded.forEach((language, names) -> names.forEach(name -> all.putIfAbsent(name, language)));
        worded.forEach((language, names) -> all.forEach((name, elsewhere) -> {
            Optional<Node> root = documents.apply(language);
            if (!names.contains(name) && root.isPresent()) {
                objections.fault(
                        PolicyCode.MISSING_TEXT,
                        root.get().find(key).orElse(root.get()),
                        Message.of("the words for %s `%s` are missing, which `%s` has.", what, name, elsewhere),
                        Optional.of(Message.of(
                                "Write `\"%s\":` under `%s`, or take it out of every language.", name, key)));
            }
        }));
    }
}
