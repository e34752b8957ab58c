package dev.roi.rules.policy;

import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.core.ViewId;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every sentence of a policy in one language.
 *
 * @param language the language
 * @param title what the policy is about
 * @param blocks the words for each block
 * @param indicators the words for each indicator
 * @param levers the words for each lever
 * @param rules the sentences of each rule
 * @param parts the words for parts that have a meaning of their own, by name
 * @param definitions the words for definitions that the policy lists, by name
 * @param views the sentences of each reader's view
 * @param topics the titles of the agenda's topics, by name
 * @param questions the answers to the four questions
 * @param needs what each decision still needs
 * @param phrases the sentences that every policy needs
 * @param units the words of units that the policy brings
 * @param quantities how its numbers are written
 * @param background what the policy's readers are told, and no review says
 */
public record Texts(
        Language language,
        String title,
        Map<BlockId, BlockWords> blocks,
        Map<IndicatorId, IndicatorWords> indicators,
        Map<LeverId, LeverWords> levers,
        Map<RuleId, RuleWords> rules,
        Map<String, String> parts,
        Map<String, String> definitions,
        Map<ViewId, ViewWords> views,
        Map<String, String> topics,
        QuestionWords questions,
        Map<Decision, List<Template>> needs,
        Map<Phrase, Template> phrases,
        Map<Unit, Quantities.Words> units,
        Quantities quantities,
        Background background) {

    /** Copies the maps. {@inheritDoc} */
    public Texts {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
        levers = Collections.unmodifiableMap(new LinkedHashMap<>(levers));
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        Map<Decision, List<Template>> copy = new EnumMap<>(Decision.class);
        needs.forEach(
                (decision, templates) -> copy.put(decision, Collections.unmodifiableList(new ArrayList<>(templates))));
        needs = Collections.unmodifiableMap(copy);
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        phrases = Collections.unmodifiableMap(new EnumMap<>(phrases));
    }

    /**
     * Returns a lever in words.
     *
     * @param id the lever
     * @return the lever, called by its id where no words are given
     */
    public Lever lever(LeverId id) {
        LeverWords words = levers.get(id);
        return words == null ? new Lever(id, id.value(), id.value()) : new Lever(id, words.name(), words.action());
    }

    /**
     * Returns a sentence that every policy needs.
     *
     * @param phrase which
     * @return its template
     */
    public Template phrase(Phrase phrase) {
        Template template = phrases.get(phrase);
        if (template == null) {
            throw new IllegalStateException("phrase (%s) is missing in %s".formatted(phrase.key(), language));
        }
        return template;
    }

    /**
     * Returns what people call a part.
     *
     * @param name the part
     * @return its words, or the name itself
     */
    public String part(String name) {
        String words = parts.get(name);
        return words != null ? words : name;
    }

    /**
     * Returns what people call a definition.
     *
     * @param name the definition
     * @return its words, or the name itself
     */
    public String definition(String name) {
        String words = definitions.get(name);
        return words != null ? words : name;
    }

    /**
     * The words for a block.
     *
     * @param name what people call it
     * @param question its executive question
     */
    public record BlockWords(String name, String question) {}

    /**
     * The words for an indicator.
     *
     * @param name what people call it, as a row of the dashboard has it
     * @param brief what it is called within a sentence
     */
    public record IndicatorWords(String name, String brief) {}

    /**
     * The words for a lever.
     *
     * @param name what people call it
     * @param action what pulling it means, as an instruction
     */
    public record LeverWords(String name, String action) {}

    /**
     * The sentences of a rule.
     *
     * @param headline the reason in a few words
     * @param text the reason in full
     */
    public record RuleWords(Template headline, Template text) {}

    /**
     * The sentences of a reader's view.
     *
     * @param title what people call it
     * @param headline the view in one line
     * @param questions what its reader asks, in order; may be empty
     */
    public record ViewWords(String title, Template headline, List<AskedWords> questions) {

        /** Copies the list. {@inheritDoc} */
        public ViewWords {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question of a view's reader.
     *
     * @param question the question
     * @param answer its answer
     */
    public record AskedWords(String question, Template answer) {}

    /**
     * The answers to the four questions.
     *
     * @param financed what do we finance?
     * @param obtained what do we get?
     * @param risked what do we risk?
     * @param decided what do we decide?
     */
    public record QuestionWords(Template financed, Template obtained, Template risked, Template decided) {}

    /**
     * What the policy's readers are told, and no review says.
     *
     * @param asks the question that each rule file asks, by the file's name without its ending
     * @param laws what each law says, by its number
     * @param sources what each source is, by its short name; or how a rule's source is written in this language
     * @param because why each threshold is what it is, where thresholds.yaml says it in another language
     */
    public record Background(
            Map<String, String> asks,
            Map<String, String> laws,
            Map<String, String> sources,
            Map<String, String> because) {

        /** Copies the maps. {@inheritDoc} */
        public Background {
            asks = Collections.unmodifiableMap(new LinkedHashMap<>(asks));
            laws = Collections.unmodifiableMap(new LinkedHashMap<>(laws));
            sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
            because = Collections.unmodifiableMap(new LinkedHashMap<>(because));
        }

        /**
         * Tells whether a source is the one of a name, or one whose name begins so: {@code S1, delivery} is of {@code S1}.
         *
         * @param name a name that the texts word
         * @param source a source that a rule cites
         * @return whether the name is about that source
         */
        public static boolean isOf(String name, String source) {
            return source.startsWith(name)
                    && (source.length() == name.length()
                            || !Character.isLetterOrDigit(source.codePointAt(name.length())));
        }
    }
}
