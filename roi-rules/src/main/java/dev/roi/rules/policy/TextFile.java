package dev.roi.rules.policy;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;

import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.core.ViewId;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import dev.roi.core.json.Node;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Rule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A file of {@code texts/}: every sentence of a policy in one language. */
final class TextFile {

    private static final Template MISSING = Template.parse("-");
    private static final Shape<Map<String, String>> WORDS = map(anyText(), text());

    private static final Field<Texts, String> TITLE = title("What the policy is about.");
    private static final Field<Texts, Map<String, String>> PARTS =
            usually("parts", "The words for parts that have a meaning of their own, by their names.", WORDS, Map.of());
    private static final Field<Texts, Map<String, String>> LAWS =
            usually("laws", "What each law says, by its number.", WORDS, Map.of());
    private static final Field<Texts, Map<String, String>> SOURCES = usually(
            "sources",
            "What each source is, by its short name; or how a rule's source is written in this language.",
            WORDS,
            Map.of());

    private static final Field<Quantities.Words, String> ONE = field("one", "The word for one of them.", text());
    private static final Field<Quantities.Words, String> OTHER = field("other", "The word for several.", text());
    private static final Field<Texts, Map<String, Quantities.Words>> UNITS = usually(
            "units",
            "The words for units of the policy's own, by their names.",
            map(
                    anyText(),
                    object(
                            "The words for a unit.",
                            read -> Optional.of(new Quantities.Words(word(read, ONE), word(read, OTHER))),
                            ONE,
                            OTHER)),
            Map.of());

    private static final Field<Texts.BlockWords, String> BLOCK_NAME = name();
    private static final Field<Texts.BlockWords, String> QUESTION =
            field("question", "Its executive question.", text());
    private static final Field<Texts.IndicatorWords, String> INDICATOR_NAME = name();
    private static final Field<Texts.IndicatorWords, String> BRIEF = field(
            "brief", "What it is called within a sentence.", text().suchAs("what it is called within a sentence"));
    private static final Field<Texts.LeverWords, String> LEVER_NAME = name();
    private static final Field<Texts.LeverWords, String> ACTION =
            field("action", "What pulling it means, as an instruction.", text().suchAs("what it means to pull it"));

    private static <R> Field<R, String> name() {
        return field("name", "What people call it.", text().suchAs("what people call it"));
    }

    private static <R> Field<R, String> title(String means) {
        return field("title", means, text().suchAs("what it is about"));
    }

    private static <R> Field<R, Template> headline(Shape<Template> sentence) {
        return field("headline", "The reason in a few words.", sentence.suchAs("the reason in a few words"));
    }

    private final Language language;
    private final TextNames names;
    private final Placeholders placeholders;
    private final Map<Phrase, Template> usual;
    private final PolicyObjections objections;

    private final Field<Texts, Map<String, Texts.BlockWords>> blocks;
    private final Field<Texts, Map<String, Texts.IndicatorWords>> indicators;
    private final Field<Texts, Map<String, Texts.LeverWords>> levers;
    private final Field<Texts, Map<String, Texts.RuleWords>> rules;
    private final Field<Texts, Map<String, String>> definitions;
    private final Field<Texts, Map<String, String>> topics;
    private final Field<Texts, Map<String, Texts.ViewWords>> views;
    private final Field<Texts, Texts.QuestionWords> questions;
    private final Field<Texts, Map<Decision, List<Template>>> needs;
    private final Field<Texts, Map<Phrase, Template>> phrases;
    private final Field<Texts, Map<String, String>> asks;
    private final Field<Texts, Map<String, String>> because;
    private final Shape<Texts> shape;

    private final Field<Texts.RuleWords, Template> ruleHeadline;
    private final Field<Texts.RuleWords, Template> ruleText;

    /**
     * Describes the sentences of a language.
     *
     * @param usual the phrases that come with the library in that language
     * @param english those that come with it in English, which have all placeholders that there are
     */
    TextFile(
            Language language,
            TextNames names,
            Placeholders placeholders,
            Map<Phrase, Template> usual,
            Map<Phrase, Template> english,
            PolicyObjections objections) {
        this.language = language;
        this.names = names;
        this.placeholders = placeholders;
        this.usual = usual;
        this.objections = objections;
        Shape<Template> sentence = sentence(language, placeholders::read, placeholders::checkOfReview);
        Shape<Template> ofRule = sentence(language, placeholders::read, (at, template) -> {});
        this.blocks = worded(
                "blocks",
                Message.of("block"),
                names.blocks(),
                object(
                        "The words for a block.",
                        read -> Optional.of(new Texts.BlockWords(word(read, BLOCK_NAME), word(read, QUESTION))),
                        BLOCK_NAME,
                        QUESTION));
        this.indicators = worded(
                "indicators",
                Message.of("indicator"),
                names.indicators(),
                object(
                        "The words for an indicator.",
                        read -> Optional.of(new Texts.IndicatorWords(word(read, INDICATOR_NAME), word(read, BRIEF))),
                        INDICATOR_NAME,
                        BRIEF));
        this.levers = worded(
                "levers",
                Message.of("lever"),
                names.levers(),
                object(
                        "The words for a lever.",
                        read -> Optional.of(new Texts.LeverWords(word(read, LEVER_NAME), word(read, ACTION))),
                        LEVER_NAME,
                        ACTION));
        this.ruleHeadline = headline(ofRule);
        this.ruleText = field("text", "The reason in full.", ofRule.suchAs("the reason in full"));
        this.rules = worded(
                "rules",
                Message.of("rule"),
                names.rules(),
                object("The sentences of a rule.", this::ruleWords, ruleHeadline, ruleText));
        this.topics = worded("topics", Message.of("topic"), names.topics(), text());
        this.definitions = names.definitions().names().isEmpty()
                ? usually("definitions", "The words for definitions, by their names.", WORDS, Map.of())
                : worded("definitions", Message.of("definition"), names.definitions(), text());
        this.views = views(sentence);
        this.questions = questions(sentence);
        this.needs = needs(sentence);
        this.phrases = usually(
                "phrases",
                "Sentences that every policy needs, where this one says them otherwise than the library.",
                phrases(sentence(language, placeholders::read, (at, template) -> checkPhrase(at, template, english))),
                Map.of());
        this.asks = usually(
                "asks",
                "The question that each rule file asks, by the file's name without its ending.",
                map(
                        anyText(),
                        text().unless((question, at) ->
                                PolicyShapes.unknown(Message.of("rule file"), names.ruleFiles(), at.key()))),
                Map.of());
        this.because = usually(
                "because",
                "Why each threshold is what it is, where thresholds.yaml says it in another language.",
                map(PolicyShapes.knownKey(Message.of("threshold"), names.thresholds()), text()),
                Map.of());
        this.shape = object(
                "A file of texts/: every sentence of a policy in one language.",
                this::texts,
                TITLE,
                blocks,
                indicators,
                levers,
                rules,
                PARTS,
                definitions,
                topics,
                views,
                questions,
                needs,
                phrases,
                UNITS,
                asks,
                LAWS,
                SOURCES,
                because);
    }

    /** What the file looks like, whatever there is besides. */
    static Format<Texts> format() {
        DeclaredNames any = DeclaredNames.unread();
        TextNames names = new TextNames(any, any, any, any, any, any, any, any, any, Map.of(), Set.of());
        PolicyObjections none = new PolicyObjections(fault -> {});
        return Format.strict(
                "roi-texts/1",
                "Texts",
                new TextFile(
                                Language.ENGLISH,
                                names,
                                new Placeholders(none, any, any, FormerNames.REFUSED),
                                Map.of(),
                                Map.of(),
                                none)
                        .shape);
    }

    /** Reads the sentences of a language; nothing where the file is no such file. */
    Optional<Texts> read(Node root) {
        Optional<Texts> read = shape.read(root, objections);
        if (root.kind() == Kind.OBJECT) {
            missing(root, "blocks", Message.of("block"), names.blocks());
            missing(root, "indicators", Message.of("indicator"), names.indicators());
            missing(root, "levers", Message.of("lever"), names.levers());
            missing(root, "rules", Message.of("rule"), names.rules());
            missing(root, "topics", Message.of("topic"), names.topics());
            missing(root, "definitions", Message.of("definition"), names.definitions());
            missing(root, "views", Message.of("view"), names.views());
        }
        return read;
    }

    /** A sentence with placeholders, each of which has to stand for something. */
    private static Shape<Template> sentence(
            Language language, UnaryOperator<Template> named, BiConsumer<Spot, Template> check) {
        return text().taken((text, at, to) -> {
            try {
                Template template = named.apply(Template.parse(Typography.set(language, text)));
                check.accept(at, template);
                return Optional.of(template);
            } catch (Template.Malformed wrong) {
                to.at(at, new Objection(PolicyCode.WRONG_TEXT.id(), wrong.what()));
                return Optional.empty();
            }
        });
    }

    /** Sentences by the keys of the phrases that they say. */
    private static Shape<Map<Phrase, Template>> phrases(Shape<Template> sentence) {
        DeclaredNames known = DeclaredNames.of(Phrase.keys());
        return map(
                Text.of(Phrase::find, Phrase::key)
                        .refusing((key, at) ->
                                known.objection(Message.of("phrase"), key).orElseThrow())
                        .also("enum", Phrase.keys()),
                sentence);
    }

    /** Reads the sentences that come with the library. */
    static Map<Phrase, Template> phrases(Language language, Node root, PolicyObjections objections) {
        return phrases(sentence(language, UnaryOperator.identity(), (at, template) -> {}))
                .read(root, objections)
                .orElse(Map.of());
    }

    private void checkPhrase(Spot at, Template template, Map<Phrase, Template> english) {
        Optional<Phrase> phrase = Phrase.find(at.key());
        Set<String> known = phrase.map(english::get).map(Template::placeholders).orElse(Set.of());
        if (phrase.filter(Phrase::isOfPortfolio).isPresent()) {
            placeholders.checkOnly(at, template, known);
        } else {
            placeholders.check(at, template, known);
        }
    }

    private static <W> Field<Texts, Map<String, W>> worded(
            String key, Message what, DeclaredNames names, Shape<W> words) {
        return field(
                key,
                "The words for each %s, by its name.".formatted(what),
                map(PolicyShapes.knownKey(what, names), words));
    }

    /** Says which names have no words; one that is misspelt there has some. */
    private void missing(Node root, String key, Message what, DeclaredNames declared) {
        Optional<Node> object = root.find(key);
        Set<String> written = object.filter(node -> node.kind() == Kind.OBJECT)
                .map(node -> node.fields().keySet())
                .orElse(Set.of());
        Set<String> misspelt = new HashSet<>();
        written.stream()
                .filter(name -> !declared.has(name))
                .forEach(name -> Nearest.to(name, declared.names()).ifPresent(misspelt::add));
        object.ifPresent(at -> declared.names().stream()
                .filter(name -> !written.contains(name)
                        && !misspelt.contains(name)
                        && Names.likely(name).filter(written::contains).isEmpty())
                .forEach(name -> objections.fault(
                        PolicyCode.MISSING_TEXT,
                        at,
                        Message.of("the words for %s `%s` are missing.", what, name),
                        Optional.of(
                                Message.of("Write `%s:` under `%s`, in the form of the others there.", name, key)))));
    }

    private static <R> String word(Read<R> read, Field<R, String> field) {
        return read.find(field).orElse("-");
    }

    private static <R> Template said(Read<R> read, Field<R, Template> field) {
        return read.find(field).orElse(MISSING);
    }

    /** Checks the sentences of a rule; of one that could not be read, nothing is known but its name. */
    private Optional<Texts.RuleWords> ruleWords(Read<Texts.RuleWords> read) {
        Optional<Rule> rule = Optional.ofNullable(names.sound().get(read.spot().key()));
        for (Field<Texts.RuleWords, Template> field : List.of(ruleHeadline, ruleText)) {
            read.find(field)
                    .ifPresent(template -> rule.ifPresentOrElse(
                            known -> {
                                if (names.portfolioRules().contains(known.id().value())) {
                                    placeholders.checkOfPortfolioRule(read.spot(field), template, known);
                                } else {
                                    placeholders.checkOfRule(read.spot(field), template, known);
                                }
                            },
                            () -> {
                                if (!names.sound().isEmpty()) { // without rules nobody knows what they find
                                    placeholders.check(read.spot(field), template);
                                }
                            }));
        }
        return Optional.of(new Texts.RuleWords(said(read, ruleHeadline), said(read, ruleText)));
    }

    private Field<Texts, Map<String, Texts.ViewWords>> views(Shape<Template> sentence) {
        Field<Texts.AskedWords, String> ask = field("ask", "The question.", text());
        Field<Texts.AskedWords, Template> answer = field("answer", "Its answer.", sentence);
        Field<Texts.ViewWords, String> viewTitle = title("What people call it.");
        Field<Texts.ViewWords, Template> viewHeadline = headline(sentence);
        Field<Texts.ViewWords, List<Texts.AskedWords>> asked = usually(
                "questions",
                "What its reader asks, in order.",
                list(object(
                        "A question of the reader.",
                        read -> Optional.of(new Texts.AskedWords(word(read, ask), said(read, answer))),
                        ask,
                        answer)),
                List.of());
        Shape<Texts.ViewWords> view = object(
                "The sentences of a reader's view.",
                read -> Optional.of(
                        new Texts.ViewWords(word(read, viewTitle), said(read, viewHeadline), read.get(asked))),
                viewTitle,
                viewHeadline,
                asked);
        return names.views().names().isEmpty()
                ? usually(
                        "views",
                        "The words for each view, by its name.",
                        map(PolicyShapes.knownKey(Message.of("view"), names.views()), view),
                        Map.of())
                : worded("views", Message.of("view"), names.views(), view);
    }

    private static Field<Texts, Texts.QuestionWords> questions(Shape<Template> sentence) {
        Field<Texts.QuestionWords, Template> financed = field("financed", "What do we finance?", sentence);
        Field<Texts.QuestionWords, Template> obtained = field("obtained", "What do we get?", sentence);
        Field<Texts.QuestionWords, Template> risked = field("risked", "What do we risk?", sentence);
        Field<Texts.QuestionWords, Template> decided = field("decided", "What do we decide, and correct?", sentence);
        return field(
                "questions",
                "The answers to the four questions.",
                object(
                        "The answers to the four questions.",
                        read -> Optional.of(new Texts.QuestionWords(
                                said(read, financed), said(read, obtained), said(read, risked), said(read, decided))),
                        financed,
                        obtained,
                        risked,
                        decided));
    }

    private static Field<Texts, Map<Decision, List<Template>>> needs(Shape<Template> sentence) {
        Map<Decision, Field<Map<Decision, List<Template>>, List<Template>>> fields = new EnumMap<>(Decision.class);
        Arrays.stream(Decision.values())
                .forEach(decision -> fields.put(
                        decision,
                        field(decision.word(), "What this decision still needs, in sentences.", list(sentence))));
        return field(
                "needs",
                "What each decision still needs.",
                object(
                        "What each decision still needs.",
                        read -> {
                            Map<Decision, List<Template>> needs = new EnumMap<>(Decision.class);
                            fields.forEach((decision, field) ->
                                    read.find(field).ifPresent(needed -> needs.put(decision, needed)));
                            return Optional.of(needs);
                        },
                        List.copyOf(fields.values())));
    }

    private Optional<Texts> texts(Read<Texts> read) {
        Map<Phrase, Template> all = new EnumMap<>(Phrase.class);
        all.putAll(usual);
        all.putAll(read.get(phrases));
        Arrays.stream(Phrase.values())
                .filter(phrase -> !all.containsKey(phrase))
                .forEach(phrase -> {
                    read.object(PolicyObjections.objection(
                            PolicyCode.MISSING_TEXT,
                            Message.of("the phrase `%s` is missing in this language.", phrase.key()),
                            Message.of("Write it under `phrases`.")));
                    all.put(phrase, MISSING);
                });
        Map<Unit, Quantities.Words> ownUnits = named(read.get(UNITS), Unit::new);
        return Optional.of(new Texts(
                language,
                word(read, TITLE),
                named(read.find(blocks), BlockId::new),
                named(read.find(indicators), IndicatorId::new),
                named(read.find(levers), LeverId::new),
                named(read.find(rules), RuleId::new),
                read.get(PARTS),
                names.definitions().names().isEmpty()
                        ? read.get(definitions)
                        : named(read.find(definitions), name -> name),
                named(read.find(views), ViewId::new),
                named(read.find(topics), name -> name),
                read.find(questions).orElse(new Texts.QuestionWords(MISSING, MISSING, MISSING, MISSING)),
                read.find(needs).orElse(Map.of()),
                all,
                ownUnits,
                Quantities.of(language, ownUnits),
                new Texts.Background(read.get(asks), read.get(LAWS), read.get(SOURCES), read.get(because))));
    }

    private static <I, W> Map<I, W> named(Optional<Map<String, W>> words, Function<String, I> id) {
        return named(words.orElse(Map.of()), id);
    }

    private static <I, W> Map<I, W> named(Map<String, W> words, Function<String, I> id) {
        Map<I, W> named = new LinkedHashMap<>();
        words.forEach((name, word) -> {
            if (Names.isKebab(name)) {
                named.put(id.apply(name), word);
            }
        });
        return named;
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
            Map<String, Rule> sound,
            Set<String> portfolioRules) {}
}
