package dev.roi.governance.check;

import dev.roi.core.Fault.Place;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.RuleId;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for sentences that are in another language than their file. */
final class LanguageCheck {

    private static final Pattern FILLED_IN = Pattern.compile("\\{[^}]*}|\\[\\[|]]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    /** Words that sentences of one language have, and no sentence of another. */
    private static final Map<Language, Set<String>> COMMON = Map.of(
            Language.ENGLISH,
            Set.of("the", "of", "and", "is", "was", "are", "not", "with", "than", "this", "has", "were", "for", "it"),
            Language.FRENCH,
            Set.of("le", "la", "les", "des", "du", "de", "et", "est", "une", "pas", "que", "ce", "sont", "pour"));

    private static final int ENOUGH = 10;

    private final Policy policy;
    private final PolicyDraft draft;
    private final Doubts doubts;

    LanguageCheck(Policy policy, PolicyDraft draft, Doubts doubts) {
        this.policy = policy;
        this.draft = draft;
        this.doubts = doubts;
    }

    void check() {
        boolean isWhole = true;
        for (Language language : policy.languages()) {
            Optional<Language> other = otherLanguage(language);
            isWhole &= other.isEmpty();
            other.ifPresent(spoken -> doubts.add(
                    PolicyCode.OTHER_LANGUAGE,
                    new Place(draft.place(path(language)).source(), 0, 0, ""),
                    Message.of("this file is for `%s`, and its sentences are in `%s`.", language, spoken),
                    policy.languages().contains(spoken) && otherLanguage(spoken).isPresent()
                            ? Message.of(
                                    "`%s` and `%s` have changed places; give each its name back.",
                                    path(language), path(spoken))
                            : Message.of("Translate its sentences, or put the file of that language back.")));
        }
        if (isWhole) {
            untranslated();
        }
    }

    private static String path(Language language) {
        return "texts/%s.yaml".formatted(language);
    }

    private Optional<Language> otherLanguage(Language language) {
        if (!COMMON.containsKey(language)) {
            return Optional.empty();
        }
        List<String> words = policy.texts(language).rules().values().stream()
                .flatMap(LanguageCheck::sentences)
                .flatMap(sentence -> Stream.of(words(sentence)))
                .toList();
        long own = count(words, language);
        return COMMON.keySet().stream()
                .filter(other -> !other.equals(language))
                .filter(other -> count(words, other) >= ENOUGH && count(words, other) > 3 * own)
                .findFirst();
    }

    private static long count(List<String> words, Language language) {
        return words.stream()
                .filter(COMMON.getOrDefault(language, Set.of())::contains)
                .count();
    }

    private static Stream<String> sentences(Texts.RuleWords words) {
        return Stream.of(words.headline().toString(), words.text().toString());
    }

    private static String[] words(String sentence) {
        return NO_LETTER.split(FILLED_IN.matcher(sentence).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    /** A sentence of several words that is the same in two languages was copied and not translated. */
    private void untranslated() {
        Language first = policy.languages().get(0);
        for (Language language :
                policy.languages().subList(1, policy.languages().size())) {
            for (Map.Entry<RuleId, Texts.RuleWords> rule :
                    policy.texts(language).rules().entrySet()) {
                Optional<Texts.RuleWords> same =
                        Optional.ofNullable(policy.texts(first).rules().get(rule.getKey()));
                same.ifPresent(words -> {
                    untranslated(
                            language,
                            first,
                            rule.getKey(),
                            "headline",
                            List.of(
                                    rule.getValue().headline().toString(),
                                    words.headline().toString()));
                    untranslated(
                            language,
                            first,
                            rule.getKey(),
                            "text",
                            List.of(
                                    rule.getValue().text().toString(),
                                    words.text().toString()));
                });
            }
        }
    }

    private void untranslated(Language language, Language first, RuleId rule, String key, List<String> both) {
        boolean isSentence =
                Stream.of(words(both.get(0))).filter(word -> !word.isEmpty()).count() > 1;
        if (isSentence && both.get(0).equals(both.get(1))) {
            doubts.add(
                    PolicyCode.OTHER_LANGUAGE,
                    draft.place(path(language), "rules", rule.value(), key),
                    Message.of("the `%s` of rule `%s` is the same in `%s` and in `%s`.", key, rule, first, language),
                    Message.of("Translate it."));
        }
    }
}
