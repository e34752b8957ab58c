package dev.roi.rules.policy;

import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Nearest;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.core.ViewId;
import dev.roi.core.json.Node;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.rules.language.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a file of {@code texts/}: every sentence of a policy in one language. */
final class TextReader {

    private static final Template MISSING = Template.parse("-");

    private final Expect expect;
    private final Language language;
    private final Placeholders placeholders;

    TextReader(Expect expect, Language language, Placeholders placeholders) {
        this.expect = expect;
        this.language = language;
        this.placeholders = placeholders;
    }

    /** Reads the sentences that come with the library. */
    static Map<Phrase, Template> phrases(Expect expect, Language language, Node root) {
        Map<Phrase, Template> phrases = new EnumMap<>(Phrase.class);
        expect.entries(root).forEach((key, node) -> {
            if (expect.knownKey(root, "phrase", key, DeclaredNames.of(Phrase.keys()))) {
                expect.template(node, language)
                        .ifPresent(template -> phrases.put(Phrase.find(key).orElseThrow(), template));
            }
        });
        return phrases;
    }

    /**
     * Reads the sentences of a language.
     *
     * @param usual those that come with the library in that language
     * @param english those that come with it in English, which have all placeholders that there are
     */
    Texts read(Node root, TextNames names, Map<Phrase, Template> usual, Map<Phrase, Template> english) {
        boolean isObject = expect.keys(
                root,
                "title",
                "blocks",
                "indicators",
                "levers",
                "rules",
                "parts",
                "definitions",
                "topics",
                "views",
                "questions",
                "needs",
                "phrases",
                "units",
                "asks",
                "laws",
                "sources",
                "because");
        String title = expect.requiredText(root, "title").orElse("-");
        Map<BlockId, Texts.BlockWords> blocks = new LinkedHashMap<>();
        each(root, "blocks", "block", names.blocks(), node -> {
                    expect.keys(node, "name", "question");
                    return Optional.of(new Texts.BlockWords(word(node, "name"), word(node, "question")));
                })
                .forEach((name, words) -> blocks.put(new BlockId(name), words));
        Map<IndicatorId, Texts.IndicatorWords> indicators = new LinkedHashMap<>();
        each(root, "indicators", "indicator", names.indicators(), node -> {
                    expect.keys(node, "name", "brief");
                    return Optional.of(new Texts.IndicatorWords(word(node, "name"), word(node, "brief")));
                })
                .forEach((name, words) -> indicators.put(new IndicatorId(name), words));
        Map<LeverId, Texts.LeverWords> levers = new LinkedHashMap<>();
        each(root, "levers", "lever", names.levers(), node -> {
                    expect.keys(node, "name", "action");
                    return Optional.of(new Texts.LeverWords(word(node, "name"), word(node, "action")));
                })
                .forEach((name, words) -> levers.put(new LeverId(name), words));
        Map<RuleId, Texts.RuleWords> rules = new LinkedHashMap<>();
        each(root, "rules", "rule", names.rules(), node -> {
                    expect.keys(node, "headline", "text");
                    Optional<Rule> rule = Optional.ofNullable(names.sound().get(Written.key(node)));
                    return Optional.of(new Texts.RuleWords(ofRule(node, "headline", rule), ofRule(node, "text", rule)));
                })
                .forEach((name, words) -> rules.put(new RuleId(name), words));
        Map<String, String> topics = each(root, "topics", "topic", names.topics(), expect::text);
        Map<String, String> definitions = names.definitions().names().isEmpty()
                ? expect.words(isObject ? root.find("definitions") : Optional.empty())
                : each(root, "definitions", "definition", names.definitions(), expect::text);
        Map<ViewId, Texts.ViewWords> views = new LinkedHashMap<>();
        if (isObject && (!names.views().names().isEmpty() || root.find("views").isPresent())) {
            each(root, "views", "view", names.views(), this::view)
                    .forEach((name, words) -> views.put(new ViewId(name), words));
        }
        Map<Unit, Quantities.Words> units = isObject ? units(root) : Map.of();
        return new Texts(
                language,
                title,
                blocks,
                indicators,
                levers,
                rules,
                expect.words(isObject ? root.find("parts") : Optional.empty()),
                definitions,
                views,
                topics,
                questions(root),
                needs(root),
                isObject ? phrases(root, usual, english) : usual,
                units,
                Quantities.of(language, units),
                new Texts.Background(
                        isObject ? asks(root, names.ruleFiles()) : Map.of(),
                        expect.words(isObject ? root.find("laws") : Optional.empty()),
                        expect.words(isObject ? root.find("sources") : Optional.empty()),
                        isObject ? because(root, names.thresholds()) : Map.of()));
    }

    /** Reads one entry for each name; a name without its entry, or an entry without its name, is a fault. */
    private <T> Map<String, T> each(
            Node root, String key, String what, DeclaredNames names, Function<Node, Optional<T>> read) {
        Map<String, T> found = new LinkedHashMap<>();
        Optional<Node> object = expect.required(root, key);
        if (object.isEmpty()) {
            return found;
        }
        Map<String, Node> entries = expect.entries(object.get());
        entries.forEach((name, node) -> {
            if (expect.knownKey(object.get(), what, name, names)) {
                read.apply(node)
                        .filter(words -> dev.roi.core.Names.isKebab(name))
                        .ifPresent(words -> found.put(name, words));
            }
        });
        Set<String> misspelt = new HashSet<>();
        entries.keySet().stream()
                .filter(name -> !names.has(name))
                .forEach(name -> Nearest.to(name, names.names()).ifPresent(misspelt::add));
        for (String name : names.names()) {
            boolean isThere = entries.containsKey(name)
                    || dev.roi.core.Names.likely(name)
                            .filter(entries::containsKey)
                            .isPresent();
            if (!isThere && !misspelt.contains(name)) {
                expect.fault(
                        PolicyCode.MISSING_TEXT,
                        object.get(),
                        "the words for %s `%s` are missing.".formatted(what, name),
                        Optional.of("Write `%s:` under `%s`, in the form of the others there.".formatted(name, key)));
            }
        }
        return found;
    }

    private Map<String, String> asks(Node root, DeclaredNames files) {
        root.find("asks")
                .map(expect::entries)
                .ifPresent(asks -> asks.forEach((name, node) -> expect.known(node, "rule file", name, files)));
        return expect.words(root.find("asks"));
    }

    private Map<String, String> because(Node root, DeclaredNames thresholds) {
        root.find("because")
                .ifPresent(node -> expect.entries(node)
                        .keySet()
                        .forEach(name -> expect.knownKey(node, "threshold", name, thresholds)));
        return expect.words(root.find("because").filter(node -> node.kind() == Node.Kind.OBJECT));
    }

    private Optional<Texts.ViewWords> view(Node node) {
        if (!expect.keys(node, "title", "headline", "questions")) {
            return Optional.empty();
        }
        List<Texts.AskedWords> questions = new ArrayList<>();
        node.find("questions").map(expect::items).orElse(List.of()).forEach(item -> {
            if (expect.keys(item, "ask", "answer")) {
                questions.add(new Texts.AskedWords(word(item, "ask"), sentence(item, "answer")));
            }
        });
        return Optional.of(new Texts.ViewWords(word(node, "title"), sentence(node, "headline"), questions));
    }

    private String word(Node node, String key) {
        return expect.requiredText(node, key).orElse("-");
    }

    private Template sentence(Node node, String key) {
        return expect.required(node, key).flatMap(this::template).orElse(MISSING);
    }

    private Optional<Template> template(Node node) {
        Optional<Template> template = expect.template(node, language).map(placeholders::read);
        template.ifPresent(read -> placeholders.checkOfReview(node, read));
        return template;
    }

    /** Reads a sentence of a rule; of one that could not be read, nothing is known but its name. */
    private Template ofRule(Node words, String key, Optional<Rule> rule) {
        return expect.required(words, key)
                .flatMap(node -> {
                    Optional<Template> template =
                            expect.template(node, language).map(placeholders::read);
                    template.ifPresent(read -> rule.ifPresentOrElse(
                            known -> placeholders.checkOfRule(node, read, known),
                            () -> placeholders.check(node, read)));
                    return template;
                })
                .orElse(MISSING);
    }

    private Texts.QuestionWords questions(Node root) {
        Optional<Node> node = expect.required(root, "questions");
        if (node.isEmpty() || !expect.keys(node.get(), "financed", "obtained", "risked", "decided")) {
            return new Texts.QuestionWords(MISSING, MISSING, MISSING, MISSING);
        }
        return new Texts.QuestionWords(
                sentence(node.get(), "financed"),
                sentence(node.get(), "obtained"),
                sentence(node.get(), "risked"),
                sentence(node.get(), "decided"));
    }

    private Map<Decision, List<Template>> needs(Node root) {
        Map<Decision, List<Template>> needs = new EnumMap<>(Decision.class);
        Optional<Node> node = expect.required(root, "needs");
        if (node.isPresent() && expect.keys(node.get(), "stop", "adjust", "maintain", "extend")) {
            for (Decision decision : Decision.values()) {
                expect.required(node.get(), decision.word())
                        .ifPresent(list -> needs.put(
                                decision,
                                expect.items(list).stream()
                                        .flatMap(item -> template(item).stream())
                                        .toList()));
            }
        }
        return needs;
    }

    private Map<Phrase, Template> phrases(Node root, Map<Phrase, Template> usual, Map<Phrase, Template> english) {
        Map<Phrase, Template> phrases = new EnumMap<>(Phrase.class);
        phrases.putAll(usual);
        root.find("phrases").ifPresent(node -> {
            Map<Phrase, Template> own = phrases(expect, language, node);
            own.replaceAll((phrase, template) -> placeholders.read(template));
            own.forEach((phrase, template) -> {
                Set<String> known = Optional.ofNullable(english.get(phrase))
                        .map(Template::placeholders)
                        .orElse(Set.of());
                Node at = node.find(phrase.key()).orElse(node);
                if (phrase.isOfPortfolio()) {
                    placeholders.checkOnly(at, template, known);
                } else {
                    placeholders.check(at, template, known);
                }
            });
            phrases.putAll(own);
        });
        for (Phrase phrase : Phrase.values()) {
            if (!phrases.containsKey(phrase)) {
                expect.fault(
                        PolicyCode.MISSING_TEXT,
                        root,
                        "the phrase `%s` is missing in this language.".formatted(phrase.key()),
                        Optional.of("Write it under `phrases`."));
                phrases.put(phrase, MISSING);
            }
        }
        return phrases;
    }

    private Map<Unit, Quantities.Words> units(Node root) {
        Map<Unit, Quantities.Words> units = new LinkedHashMap<>();
        root.find("units").map(expect::entries).orElse(Map.of()).forEach((name, node) -> {
            if (expect.keys(node, "one", "other") && dev.roi.core.Names.isKebab(name)) {
                units.put(new Unit(name), new Quantities.Words(word(node, "one"), word(node, "other")));
            }
        });
        return units;
    }

    /** The names that need words in every language, and the rules that could be read. */
    record TextNames(
            DeclaredNames blocks,
            DeclaredNames indicators,
            DeclaredNames levers,
            DeclaredNames rules,
            DeclaredNames topics,
            DeclaredNames ruleFiles,
            DeclaredNames definitions,
            DeclaredNames views,
            DeclaredNames thresholds,
            Map<String, Rule> sound) {}
}
