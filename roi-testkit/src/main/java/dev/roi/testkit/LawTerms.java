package dev.roi.testkit;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.ThresholdId;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the laws speak of, by the names that a policy gives it: which indicator is an alarm, at which threshold, and which
 * lever it pulls. Data, read from a YAML file, so that a policy which calls things otherwise can be held to the laws too.
 *
 * <p>Where a policy does not have a name, what the file says of it does not apply. Under {@code policies} the file may
 * have sections for a policy by its id, which take the place of the usual ones. Immutable.
 */
public final class LawTerms {

    private static final String STANDARD = "laws.yaml";
    private static final String POLICIES = "policies";

    private final Map<String, Node> sections;

    private LawTerms(Map<String, Node> sections) {
        this.sections = sections;
    }

    /**
     * Returns the names that the policies of this library use.
     *
     * @return the terms
     */
    public static LawTerms standard() {
        try (InputStream stream = LawTerms.class.getResourceAsStream(STANDARD)) {
            return parse(STANDARD, requireNonNull(stream, STANDARD).readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("resource %s cannot be read".formatted(STANDARD), failure);
        }
    }

    /**
     * Reads terms from a file like {@code laws.yaml} of this library.
     *
     * @param file the file
     * @return the terms
     * @throws InvalidInput when the file is no YAML document of that form
     * @throws UncheckedIOException when it cannot be read
     */
    public static LawTerms read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), failure);
        }
    }

    private static LawTerms parse(String source, byte[] bytes) {
        Faults faults = new Faults();
        Optional<Node> root = Documents.yaml(source, bytes, Limits.POLICY, faults);
        root.filter(node -> node.kind() != Kind.OBJECT)
                .ifPresent(node -> faults.add(
                        PolicyCode.WRONG_VALUE.id(), node, Message.of("sections with names should stand here.")));
        faults.throwIfAny();
        return new LawTerms(root.orElseThrow().fields());
    }

    /** Returns what a policy has of the terms. */
    In in(Policy policy) {
        return new In(policy);
    }

    /** The terms that a policy has. */
    final class In {

        private final Policy policy;
        private final Map<String, List<String>> missing = new LinkedHashMap<>();

        final Optional<LeverId> unknownLever;
        final Optional<ThresholdId> noCasesMonths;
        final Optional<SystemTerms> system;
        final List<IndicatorId> hiddenCost;
        final List<IndicatorId> hiddenWhereGiven;
        final Optional<OpenWork> openWork;
        final List<Alarm> alarms;
        final Optional<Uptake> uptake;
        final Optional<Spending> spending;
        final List<Held> growth;
        final List<Held> uneven;
        final Optional<Capacity> capacity;
        final Optional<Held> money;
        final Optional<Months> months;
        final Optional<Perceived> perceived;

        private In(Policy policy) {
            this.policy = policy;
            unknownLever = one("unknown", names -> names.lever("lever"));
            noCasesMonths = one("no-cases", names -> names.threshold("months"));
            system = one(
                    "system",
                    names -> new SystemTerms(
                            names.indicator("indicator"),
                            names.findIndicator("local"),
                            names.indicators("absorbing"),
                            names.lever("lever")));
            hiddenCost = one("hidden", names -> names.indicators("indicators")).orElse(List.of());
            hiddenWhereGiven = one("hidden-where-given", names -> names.indicators("indicators"))
                    .orElse(List.of());
            openWork =
                    one("open-work", names -> new OpenWork(names.indicator("indicator"), names.indicators("faster")));
            alarms = all(
                    "alarms",
                    names -> new Alarm(
                            names.indicator("indicator"),
                            names.threshold("limit"),
                            names.findThreshold("critical"),
                            names.lever("lever")));
            uptake = one(
                    "uptake",
                    names -> new Uptake(
                            names.indicator("indicator"),
                            names.threshold("low"),
                            names.has("high") ? Optional.of(direction(names)) : Optional.empty(),
                            names.lever("train")));
            spending = one(
                    "spending",
                    names ->
                            new Spending(names.indicator("indicator"), names.threshold("limit"), names.lever("lever")));
            growth = all("growth", names -> new Held(names.indicator("indicator"), names.threshold("limit")));
            uneven = all("uneven", names -> new Held(names.indicator("indicator"), names.threshold("limit")));
            capacity = one(
                    "capacity",
                    names -> new Capacity(
                            names.indicator("indicator"),
                            names.threshold("least"),
                            names.threshold("without-destination")));
            money = one("money", names -> new Held(names.indicator("indicator"), names.threshold("limit")));
            months = one(
                    "months",
                    names -> new Months(
                            names.threshold("extend"),
                            names.threshold("stop"),
                            names.threshold("ramp-up"),
                            names.blocks("better"),
                            names.blocks("results"),
                            names.blocks("not-worse")));
            perceived = one(
                    "perceived",
                    names -> new Perceived(
                            names.indicator("indicator"), names.threshold("claimed"), names.threshold("felt")));
        }

        private static Direction direction(Names names) {
            return new Direction(
                    names.threshold("high"),
                    names.indicators("focus"),
                    names.threshold("dispersed"),
                    names.lever("tighten"));
        }

        Policy policy() {
            return policy;
        }

        /** Returns the names of a section that the policy does not have. */
        List<String> missing(String section) {
            return missing.getOrDefault(section, List.of());
        }

        private Optional<Node> section(String name) {
            return Optional.ofNullable(sections.get(POLICIES))
                    .flatMap(policies -> policies.find(policy.ref().id().value()))
                    .flatMap(own -> own.find(name))
                    .or(() -> Optional.ofNullable(sections.get(name)));
        }

        private <T> Optional<T> one(String section, Making<T> making) {
            return all(section, making).stream().findFirst();
        }

        private <T> List<T> all(String section, Making<T> making) {
            List<T> made = new ArrayList<>();
            Optional<Node> found = section(section);
            if (found.isEmpty()) {
                return made;
            }
            Node node = found.get();
            for (Node each : node.kind() == Kind.ARRAY ? node.items() : List.of(node)) {
                Names names = new Names(policy, each);
                T one = making.from(names);
                if (names.isComplete()) {
                    made.add(one);
                }
                missing.computeIfAbsent(section, key -> new ArrayList<>()).addAll(names.missing);
            }
            return made;
        }
    }

    @FunctionalInterface
    private interface Making<T> {
        T from(Names names);
    }

    /** Reads names of one section, and notes those that the policy does not have. */
    private static final class Names {

        private final Policy policy;
        private final Node node;
        private final List<String> missing = new ArrayList<>();
        private boolean complete = true;

        Names(Policy policy, Node node) {
            this.policy = policy;
            this.node = node;
        }

        boolean isComplete() {
            return complete;
        }

        boolean has(String key) {
            return node.find(key).isPresent();
        }

        private String text(String key) {
            return node.find(key)
                    .filter(value -> value.kind() == Kind.TEXT)
                    .map(Node::text)
                    .orElseThrow(() -> wrong(Message.of("`%s` with a name is missing here.", key)));
        }

        private List<String> texts(String key) {
            return node
                    .find(key)
                    .filter(value -> value.kind() == Kind.ARRAY)
                    .map(Node::items)
                    .orElseThrow(() -> wrong(Message.of("`%s` with a list of names is missing here.", key)))
                    .stream()
                    .map(Node::text)
                    .toList();
        }

        private InvalidInput wrong(Message message) {
            Faults faults = new Faults();
            faults.add(PolicyCode.MISSING_KEY.id(), node, message);
            return new InvalidInput(faults.list());
        }

        private boolean has(String what, String name, boolean known) {
            if (!known) {
                missing.add("%s %s".formatted(what, name));
            }
            return known;
        }

        private boolean hasIndicator(String name) {
            return has(
                    "indicator",
                    name,
                    policy.indicators().find(new IndicatorId(name)).isPresent());
        }

        private boolean hasThreshold(String name) {
            return has("threshold", name, policy.thresholds().containsKey(new ThresholdId(name)));
        }

        IndicatorId indicator(String key) {
            String name = text(key);
            complete &= hasIndicator(name);
            return new IndicatorId(name);
        }

        Optional<IndicatorId> findIndicator(String key) {
            return Optional.of(text(key)).filter(this::hasIndicator).map(IndicatorId::new);
        }

        Optional<ThresholdId> findThreshold(String key) {
            return Optional.of(text(key)).filter(this::hasThreshold).map(ThresholdId::new);
        }

        List<IndicatorId> indicators(String key) {
            return texts(key).stream()
                    .filter(this::hasIndicator)
                    .map(IndicatorId::new)
                    .toList();
        }

        ThresholdId threshold(String key) {
            String name = text(key);
            complete &= hasThreshold(name);
            return new ThresholdId(name);
        }

        LeverId lever(String key) {
            LeverId id = new LeverId(text(key));
            complete &= has("lever", id.value(), policy.levers().contains(id));
            return id;
        }

        List<BlockId> blocks(String key) {
            List<BlockId> known =
                    policy.indicators().blocks().stream().map(Block::id).toList();
            return texts(key).stream()
                    .map(BlockId::new)
                    .filter(id -> has("block", id.value(), known.contains(id)))
                    .toList();
        }
    }

    record SystemTerms(
            IndicatorId indicator, Optional<IndicatorId> local, List<IndicatorId> absorbing, LeverId lever) {}

    /** What is still open says nothing yet of the time it takes. */
    record OpenWork(IndicatorId indicator, List<IndicatorId> faster) {}

    record Alarm(IndicatorId indicator, ThresholdId limit, Optional<ThresholdId> critical, LeverId lever) {}

    /** Low adoption asks for training; a policy may ask of high adoption what it is for. */
    record Uptake(IndicatorId indicator, ThresholdId low, Optional<Direction> direction, LeverId train) {}

    /** High adoption needs a direction. */
    record Direction(ThresholdId high, List<IndicatorId> focus, ThresholdId dispersed, LeverId tighten) {}

    record Spending(IndicatorId indicator, ThresholdId limit, LeverId lever) {}

    record Held(IndicatorId indicator, ThresholdId limit) {}

    record Capacity(IndicatorId indicator, ThresholdId least, ThresholdId withoutDestination) {}

    record Months(
            ThresholdId extend,
            ThresholdId stop,
            ThresholdId rampUp,
            List<BlockId> better,
            List<BlockId> results,
            List<BlockId> notWorse) {}

    record Perceived(IndicatorId indicator, ThresholdId claimed, ThresholdId felt) {}

    /** Tells whether extending depends on an indicator. */
    static boolean isNeeded(Indicator indicator) {
        return indicator.extendNeed() == Indicator.ExtendNeed.NEEDED;
    }

    /** Tells whether extending needs an indicator to be compared. */
    static boolean isNeededCompared(Indicator indicator) {
        return indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED;
    }
}
