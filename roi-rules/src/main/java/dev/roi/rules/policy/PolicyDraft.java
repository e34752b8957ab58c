package dev.roi.rules.policy;

import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorSet;
import dev.roi.core.ThresholdId;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Node;
import dev.roi.rules.language.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A policy as far as its files could be read: what is sound of it, every fault, and where things stand. What has a fault
 * is left out of the sound part, and its name stays known.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PolicyDraft {

    private final Sound sound;
    private final Names names;
    private final PolicyFiles files;
    private final Map<String, Node> documents;
    private final List<Fault> faults;
    private final Optional<Policy> policy;

    PolicyDraft(
            Sound sound,
            Names names,
            PolicyFiles files,
            Map<String, Node> documents,
            List<Fault> faults,
            Optional<Policy> policy) {
        this.sound = sound;
        this.names = names;
        this.files = files;
        this.documents = Map.copyOf(documents);
        this.faults = List.copyOf(faults);
        this.policy = policy;
    }

    /**
     * Returns the policy.
     *
     * @return the policy; nothing where there is an error
     */
    public Optional<Policy> policy() {
        return policy;
    }

    /**
     * Returns what is wrong.
     *
     * @return every fault, sorted by place
     */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * Returns what could be read.
     *
     * @return the sound part
     */
    public Sound sound() {
        return sound;
    }

    /**
     * Returns the names that the policy declares.
     *
     * @return the names of what is sound and of what is not
     */
    public Names names() {
        return names;
    }

    /**
     * Returns a number as it is written.
     *
     * @param path a file of the policy, such as {@code thresholds.yaml}
     * @param keys the keys that lead to it
     * @return its digits, such as {@code 0.50}; nothing where no number stands there
     */
    public Optional<String> digits(String path, String... keys) {
        Optional<Node> node = Optional.ofNullable(documents.get(path));
        for (String key : keys) {
            node = node.flatMap(outer -> inner(outer, key));
        }
        return node.filter(found -> found.kind() == Kind.NUMBER).map(Node::digits);
    }

    /**
     * Says where something stands.
     *
     * @param path a file of the policy, such as {@code thresholds.yaml}
     * @param keys the keys that lead to it; a number leads to the item of a list
     * @return the place of the last key; of the nearest before it where it is not there
     */
    public Place place(String path, String... keys) {
        Node node = documents.get(path);
        if (node == null) {
            return new Place(files.source(path), 0, 0, "");
        }
        for (String key : keys) {
            Optional<Node> inner = inner(node, key);
            if (inner.isEmpty()) {
                return node.keyPlace();
            }
            node = inner.get();
        }
        return node.keyPlace();
    }

    /**
     * Tells whether a file could be read as a whole.
     *
     * @param path a file of the policy
     * @return whether it is there and no error stands in it
     */
    public boolean isSound(String path) {
        String source = files.source(path);
        return files.find(path).isPresent()
                && faults.stream()
                        .noneMatch(fault -> fault.severity() == Severity.ERROR
                                && fault.place().source().equals(source));
    }

    private static Optional<Node> inner(Node node, String key) {
        if (node.kind() == Kind.OBJECT) {
            return node.find(key);
        }
        boolean isItem = node.kind() == Kind.ARRAY
                && key.matches("[0-9]{1,4}")
                && Integer.parseInt(key) < node.items().size();
        return isItem ? Optional.of(node.items().get(Integer.parseInt(key))) : Optional.empty();
    }

    /**
     * What could be read of a policy.
     *
     * @param indicators the blocks and indicators
     * @param thresholds the thresholds by name, in the order of the file
     * @param thresholdsUsed the thresholds that indicators, kinds of months and the trend use
     * @param levers the levers' names
     * @param monthKinds the kinds of months
     * @param precedence the decisions, the first to apply first; not all of them where there is an error
     * @param rules the rules about one scope, in the order of their reasons
     * @param portfolioRules the rules about portfolios, in the order of their notes
     * @param views what is shown
     */
    public record Sound(
            IndicatorSet indicators,
            Map<ThresholdId, Threshold> thresholds,
            Set<ThresholdId> thresholdsUsed,
            List<String> levers,
            List<MonthKind> monthKinds,
            List<Decision> precedence,
            List<Rule> rules,
            List<Rule> portfolioRules,
            Views views) {

        /** Copies the lists. {@inheritDoc} */
        public Sound {
            thresholdsUsed = Set.copyOf(thresholdsUsed);
            levers = List.copyOf(levers);
            monthKinds = List.copyOf(monthKinds);
            precedence = List.copyOf(precedence);
            rules = List.copyOf(rules);
            portfolioRules = List.copyOf(portfolioRules);
        }

        /**
         * Returns the rules of both kinds.
         *
         * @return those about one scope, and then those about portfolios
         */
        public List<Rule> allRules() {
            return Stream.concat(rules.stream(), portfolioRules.stream()).toList();
        }
    }

    /**
     * The names that a policy declares.
     *
     * @param indicators the indicators' names
     * @param levers the levers' names
     * @param rules the names of all rules
     * @param portfolioRules those of portfolio rules
     * @param thresholds the thresholds' names
     */
    public record Names(
            DeclaredNames indicators,
            DeclaredNames levers,
            DeclaredNames rules,
            DeclaredNames portfolioRules,
            DeclaredNames thresholds) {}
}
