package dev.roi.rules.policy;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Fault;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.LeverId;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A policy with some of the changes of another one: the one before, the one after, and those between them.
 *
 * <p>A policy between decides; it is not meant to be put into words, and its views are those of the one before. Where a
 * rule asks for an indicator or a kind of month that only the other policy has, it comes along. Safe for use by several
 * threads.
 */
public final class HybridPolicy {

    private final PolicyReader reader;
    private final PolicyFiles filesBefore;
    private final PolicyFiles filesAfter;
    private final Policy before;
    private final Policy after;
    private final Map<Set<ThresholdId>, Pair> pairs = new ConcurrentHashMap<>();

    private HybridPolicy(
            PolicyReader reader, PolicyFiles filesBefore, PolicyFiles filesAfter, Policy before, Policy after) {
        this.reader = reader;
        this.filesBefore = filesBefore;
        this.filesAfter = filesAfter;
        this.before = before;
        this.after = after;
    }

    /**
     * Reads two policies.
     *
     * @param reader what reads them
     * @param before the files of the one before
     * @param after the files of the one after
     * @return the two and those between them
     * @throws InvalidInput when anything is wrong with one of them, with everything that is; places begin with the name
     *     of the policy
     */
    public static HybridPolicy of(PolicyReader reader, PolicyFiles before, PolicyFiles after) {
        List<Fault> faults = new ArrayList<>();
        Optional<Policy> one = read(reader, before, faults);
        Optional<Policy> other = read(reader, after, faults);
        if (one.isEmpty() || other.isEmpty()) {
            throw new InvalidPolicy(faults.stream().distinct().toList());
        }
        return new HybridPolicy(reader, before, after, one.get(), other.get());
    }

    private static Optional<Policy> read(PolicyReader reader, PolicyFiles files, List<Fault> faults) {
        try {
            return Optional.of(reader.read(files));
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
            return Optional.empty();
        }
    }

    /**
     * Returns the policy before.
     *
     * @return it, as its files have it
     */
    public Policy before() {
        return before;
    }

    /**
     * Returns the policy after.
     *
     * @return it, as its files have it
     */
    public Policy after() {
        return after;
    }

    /**
     * Returns the policy before, with every number that both have as the policy after has it, so that what is different
     * still is not a threshold's doing.
     *
     * @return that policy; the one before, where those numbers do not fit it
     */
    public Policy beforeInNumbersOfAfter() {
        try {
            return reader.readWith(filesBefore, after.thresholds());
        } catch (InvalidInput doesNotFit) {
            return before;
        }
    }

    /**
     * Returns the policy before with some of what the policy after has otherwise.
     *
     * @param taken what is taken from the policy after; what it lacks is taken away
     * @return the policy between, if there can be such a policy
     */
    public Optional<Policy> with(Set<Subject> taken) {
        Set<ThresholdId> numbers = new LinkedHashSet<>();
        taken.stream()
                .filter(subject -> subject.kind() == Kind.THRESHOLD)
                .forEach(subject -> numbers.add(new ThresholdId(subject.name())));
        try {
            Pair pair = pairs.computeIfAbsent(Set.copyOf(numbers), this::pair);
            return Optional.of(new Mix(pair, taken).policy());
        } catch (InvalidInput | IllegalArgumentException | NoSuchElementException noPolicy) {
            return Optional.empty();
        }
    }

    /**
     * Returns what either policy knows.
     *
     * @return the blocks and indicators of both; where both have one, as the policy before has it
     */
    public IndicatorSet indicators() {
        return before.indicators().and(after.indicators());
    }

    /** Both policies in the same numbers. */
    private Pair pair(Set<ThresholdId> numbers) {
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>(before.thresholds());
        after.thresholds().forEach((id, threshold) -> {
            if (numbers.contains(id) || !thresholds.containsKey(id)) {
                thresholds.put(id, threshold);
            }
        });
        return new Pair(reader.readWith(filesBefore, thresholds), reader.readWith(filesAfter, thresholds), thresholds);
    }

    private record Pair(Policy before, Policy after, Map<ThresholdId, Threshold> thresholds) {}

    /** One policy between. */
    private record Mix(Pair pair, Set<Subject> taken) {

        Policy policy() {
            Policy before = pair.before();
            Policy after = pair.after();
            List<Rule> rules =
                    List.copyOf(mixed(Kind.RULE, before.rules(), after.rules(), RuleId::value, never -> false)
                            .values());
            List<Rule> portfolioRules = List.copyOf(
                    mixed(Kind.RULE, before.portfolioRules(), after.portfolioRules(), RuleId::value, never -> false)
                            .values());
            Policy.Parts parts = new Policy.Parts(
                    before.ref().id(),
                    before.ref().version(),
                    before.owner(),
                    Optional.empty(),
                    before.allTexts(),
                    indicators(Stream.concat(rules.stream(), portfolioRules.stream())
                            .toList()),
                    pair.thresholds(),
                    levers(),
                    months(rules),
                    (takes(Kind.PRECEDENCE, "") ? after : before).precedence(),
                    before.wrongDecisions(),
                    rules,
                    portfolioRules,
                    (takes(Kind.TREND, "") ? after : before).trend(),
                    before.views());
            return new Policy(parts);
        }

        private boolean takes(Kind kind, String name) {
            return taken.contains(new Subject(kind, name));
        }

        /** What both have, the one after has or had alone, by what is taken; what is asked for is there in any case. */
        private <K, V> Map<K, V> mixed(
                Kind kind, Map<K, V> before, Map<K, V> after, Function<K, String> name, Predicate<K> asked) {
            Set<K> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            Map<K, V> mixed = new LinkedHashMap<>();
            for (K key : keys) {
                boolean takes = takes(kind, name.apply(key));
                Optional<V> chosen = Optional.ofNullable((takes ? after : before).get(key));
                Optional<V> other = Optional.ofNullable((takes ? before : after).get(key));
                chosen.or(() -> asked.test(key) ? other : Optional.empty()).ifPresent(value -> mixed.put(key, value));
            }
            return mixed;
        }

        private IndicatorSet indicators(List<Rule> rules) {
            Map<BlockId, Block> blocksBefore = blocks(pair.before());
            Map<BlockId, Block> blocksAfter = blocks(pair.after());
            Set<String> asked = new LinkedHashSet<>(words(rules, FieldKind.INDICATOR));
            Map<IndicatorId, Indicator> chosen = new LinkedHashMap<>();
            Map<BlockId, Block> blocks = Map.of();
            for (int known = -1; known < asked.size(); ) {
                known = asked.size();
                chosen = mixed(
                        Kind.INDICATOR,
                        byId(pair.before()),
                        byId(pair.after()),
                        IndicatorId::value,
                        id -> asked.contains(id.value()));
                Set<BlockId> homes = new LinkedHashSet<>();
                chosen.values().forEach(indicator -> homes.add(indicator.block()));
                blocks = mixed(Kind.BLOCK, blocksBefore, blocksAfter, BlockId::value, homes::contains);
                Stream.concat(
                                blocks.values().stream().flatMap(block -> block.judgedBy().stream()),
                                chosen.values().stream().flatMap(indicator -> indicator.refersTo().stream()))
                        .forEach(id -> asked.add(id.value()));
            }
            return new IndicatorSet(List.copyOf(blocks.values()), List.copyOf(chosen.values()));
        }

        private static Map<IndicatorId, Indicator> byId(Policy policy) {
            Map<IndicatorId, Indicator> indicators = new LinkedHashMap<>();
            policy.indicators().indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
            return indicators;
        }

        private static Map<BlockId, Block> blocks(Policy policy) {
            Map<BlockId, Block> blocks = new LinkedHashMap<>();
            policy.indicators().blocks().forEach(block -> blocks.put(block.id(), block));
            return blocks;
        }

        private List<MonthKind> months(List<Rule> rules) {
            Set<String> asked = words(rules, FieldKind.MONTH_KIND);
            return List.copyOf(mixed(
                            Kind.MONTHS,
                            months(pair.before().monthKinds()),
                            months(pair.after().monthKinds()),
                            name -> name,
                            asked::contains)
                    .values());
        }

        private static Map<String, MonthKind> months(Collection<MonthKind> kinds) {
            Map<String, MonthKind> byName = new LinkedHashMap<>();
            kinds.forEach(kind -> byName.put(kind.name(), kind));
            return byName;
        }

        private List<LeverId> levers() {
            Set<LeverId> levers = new LinkedHashSet<>(pair.before().levers());
            levers.addAll(pair.after().levers());
            return new ArrayList<>(levers);
        }

        /** The names of a kind that rules ask for. */
        private static Set<String> words(List<Rule> rules, FieldKind kind) {
            Set<String> words = new LinkedHashSet<>();
            rules.stream()
                    .flatMap(Rule::allConstraints)
                    .filter(constraint -> constraint.field().kind() == kind)
                    .forEach(constraint -> words.addAll(constraint.words()));
            return words;
        }
    }
}
