package dev.roi.governance.catalogue.page;

import java.util.List;
import java.util.Optional;

/**
 * What a catalogue shows, in words: what its two forms have in common.
 *
 * @param words the words around it
 * @param title what the policy is about
 * @param about what the policy is, as names with values
 * @param chapters the rules, by the file they stand in
 * @param generalRules the rules about all that extending needs
 * @param blocks the indicators, by block
 * @param months the kinds of months that rules count, with what makes a month one
 * @param thresholds the thresholds
 * @param views the views of readers
 * @param levers the levers
 * @param laws the laws that rules cite
 * @param sources the sources that rules cite
 */
public record CataloguePage(
        Words words,
        String title,
        List<Entry> about,
        List<Chapter> chapters,
        List<String> generalRules,
        List<OfBlock> blocks,
        List<Entry> months,
        List<OfThreshold> thresholds,
        List<OfView> views,
        List<Entry> levers,
        List<Entry> laws,
        List<Entry> sources) {

    /** Copies the lists. {@inheritDoc} */
    public CataloguePage {
        about = List.copyOf(about);
        chapters = List.copyOf(chapters);
        generalRules = List.copyOf(generalRules);
        blocks = List.copyOf(blocks);
        months = List.copyOf(months);
        thresholds = List.copyOf(thresholds);
        views = List.copyOf(views);
        levers = List.copyOf(levers);
        laws = List.copyOf(laws);
        sources = List.copyOf(sources);
    }

    /**
     * A name and what it stands for.
     *
     * @param name the name
     * @param text what it stands for
     */
    public record Entry(String name, String text) {}

    /**
     * What one reader is shown.
     *
     * @param id its name
     * @param title who the reader is, or what the view is called
     * @param shown its rows, parts, headline and questions, as names with texts
     */
    public record OfView(String id, String title, List<Entry> shown) {

        /** Copies the list. {@inheritDoc} */
        public OfView {
            shown = List.copyOf(shown);
        }
    }

    /**
     * A text that may be in another language than the page.
     *
     * @param text the text
     * @param language its language; empty where it is the page's
     * @param in which language that is, in words; empty where it is the page's
     */
    public record Spoken(String text, String language, String in) {}

    /**
     * The rules of one file.
     *
     * @param file the file's name
     * @param question the question it asks; empty where nothing says
     * @param rules its rules, in the order in which their reasons are given
     */
    public record Chapter(String file, String question, List<OfRule> rules) {

        /** Copies the list. {@inheritDoc} */
        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule.
     *
     * @param id its name
     * @param effect what it does, as a word of the library
     * @param says what it does, in words
     * @param conditions what must hold, in words
     * @param thresholds the numbers that it uses
     * @param law the law it serves; empty where nothing says
     * @param source what it rests on, if anything says
     * @param sentences its sentences in every language
     */
    public record OfRule(
            String id,
            String effect,
            String says,
            List<String> conditions,
            List<OfThreshold> thresholds,
            String law,
            Optional<Spoken> source,
            List<Sentence> sentences) {

        /** Copies the lists. {@inheritDoc} */
        public OfRule {
            conditions = List.copyOf(conditions);
            thresholds = List.copyOf(thresholds);
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * What a rule says in a language.
     *
     * @param language the language
     * @param headline the reason in a few words, with its placeholders
     * @param text the reason in full, with its placeholders
     */
    public record Sentence(String language, String headline, String text) {}

    /**
     * A threshold.
     *
     * @param id its name
     * @param value its value with its unit
     * @param range the values it may have
     * @param step by how much it is usually moved
     * @param because why it is what it is
     * @param rules the rules that use it; none where only the policy's settings do
     */
    public record OfThreshold(String id, String value, String range, String step, Spoken because, List<String> rules) {

        /** Copies the list. {@inheritDoc} */
        public OfThreshold {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A block and its indicators.
     *
     * @param id its name
     * @param name what people call it
     * @param question its executive question
     * @param indicators its indicators
     */
    public record OfBlock(String id, String name, String question, List<OfIndicator> indicators) {

        /** Copies the list. {@inheritDoc} */
        public OfBlock {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * An indicator.
     *
     * @param id its name
     * @param name what people call it
     * @param unit its unit and possible values
     * @param direction when it is good
     * @param nature what it can prove
     * @param extending whether extending needs it
     * @param due when its effects show
     * @param rules the rules that name it, or the block that it judges
     * @param isNeeded whether the rules about all that extending needs are about it too
     * @param shown where it is shown, and what it judges
     */
    public record OfIndicator(
            String id,
            String name,
            String unit,
            String direction,
            String nature,
            String extending,
            String due,
            List<String> rules,
            boolean isNeeded,
            List<String> shown) {

        /** Copies the lists. {@inheritDoc} */
        public OfIndicator {
            rules = List.copyOf(rules);
            shown = List.copyOf(shown);
        }
    }
}
