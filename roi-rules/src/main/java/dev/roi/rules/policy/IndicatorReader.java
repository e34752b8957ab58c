package dev.roi.rules.policy;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Computation;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Indicator.Additivity;
import dev.roi.core.Indicator.BaselineNeed;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Indicator.ExtendNeed;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Nature;
import dev.roi.core.Objective;
import dev.roi.core.Range;
import dev.roi.core.Unit;
import dev.roi.core.Worded;
import dev.roi.core.json.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code indicators.yaml}; numbers in it are the names of thresholds. */
final class IndicatorReader {

    private final Expect expect;
    private final Thresholds thresholds;
    private final DeclaredNames units;
    private DeclaredNames blockNames = DeclaredNames.unread();
    private DeclaredNames indicatorNames = DeclaredNames.unread();

    IndicatorReader(Expect expect, Thresholds thresholds, DeclaredNames units) {
        this.units = units;
        this.expect = expect;
        this.thresholds = thresholds;
    }

    IndicatorSet read(Node root) {
        if (!expect.keys(root, "tolerance", "blocks", "indicators")) {
            return new IndicatorSet(List.of(), List.of());
        }
        Exact tolerance = expect.required(root, "tolerance")
                .flatMap(node -> thresholds.amount(node, "the tolerance", Unit.PERCENT))
                .orElse(Exact.ZERO);
        Optional<Node> blocksNode = expect.required(root, "blocks");
        Optional<Node> indicatorsNode = expect.required(root, "indicators");
        Map<String, Node> blockNodes = blocksNode.map(expect::entries).orElse(Map.of());
        Map<String, Node> indicatorNodes = indicatorsNode.map(expect::entries).orElse(Map.of());
        blockNames = names(blocksNode);
        indicatorNames = names(indicatorsNode);
        List<Block> blocks = new ArrayList<>();
        blockNodes.forEach((name, node) -> {
            if (isName(blocksNode.orElse(root), name, "block") && expect.keys(node, "judged-by")) {
                List<IndicatorId> judgedBy = node
                        .find("judged-by")
                        .map(list -> expect.names(list, "indicator", indicatorNames))
                        .orElse(List.of())
                        .stream()
                        .filter(dev.roi.core.Names::isKebab)
                        .map(IndicatorId::new)
                        .toList();
                blocks.add(new Block(new BlockId(name), judgedBy));
            }
        });
        Map<IndicatorId, Indicator> indicators = new LinkedHashMap<>();
        indicatorNodes.forEach((name, node) -> {
            if (isName(indicatorsNode.orElse(root), name, "indicator")) {
                indicator(new IndicatorId(name), node, tolerance)
                        .ifPresent(indicator -> indicators.put(indicator.id(), indicator));
            }
        });
        Map<IndicatorId, Indicator> read = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
        indicators.values().removeIf(indicator -> {
            Optional<Node> at = Optional.ofNullable(
                            indicatorNodes.get(indicator.id().value()))
                    .flatMap(node -> node.find("computed"));
            return !isComputable(indicator, read, at.orElse(root));
        });
        Set<IndicatorId> ill = new HashSet<>();
        for (Relation relation : Relation.values()) {
            read.values().stream()
                    .filter(indicator -> !isRelated(indicator, relation, read, indicatorNodes, ill))
                    .map(Indicator::id)
                    .toList()
                    .forEach(ill::add);
        }
        indicators.keySet().removeAll(ill);
        return whole(blocks, indicators);
    }

    /** Leaves out what refers to something that could not be read; a fault says so already. */
    private static IndicatorSet whole(List<Block> blocks, Map<IndicatorId, Indicator> indicators) {
        List<BlockId> blockIds = blocks.stream().map(Block::id).toList();
        Map<IndicatorId, Indicator> kept = new LinkedHashMap<>(indicators);
        boolean dropped = true;
        while (dropped) {
            dropped = kept.values()
                    .removeIf(indicator -> !blockIds.contains(indicator.block())
                            || indicator
                                    .partOf()
                                    .filter(id -> !kept.containsKey(id))
                                    .isPresent()
                            || indicator
                                    .growsOver()
                                    .filter(id -> !kept.containsKey(id))
                                    .isPresent()
                            || indicator
                                    .casesOf()
                                    .filter(id -> !kept.containsKey(id))
                                    .isPresent()
                            || indicator
                                    .computed()
                                    .filter(computation -> !kept.keySet().containsAll(computation.sources()))
                                    .isPresent());
        }
        List<Block> judged = blocks.stream()
                .map(block -> new Block(
                        block.id(),
                        block.judgedBy().stream().filter(kept::containsKey).toList()))
                .toList();
        return new IndicatorSet(judged, List.copyOf(kept.values()));
    }

    /** Returns the names of all blocks, those that could not be read included. */
    DeclaredNames blockNames() {
        return blockNames;
    }

    /** Returns the names of all indicators, those that could not be read included. */
    DeclaredNames indicatorNames() {
        return indicatorNames;
    }

    private static DeclaredNames names(Optional<Node> object) {
        return object.filter(node -> node.kind() == Node.Kind.OBJECT)
                .map(node -> DeclaredNames.of(node.fields().keySet(), dev.roi.core.Names::likely))
                .orElseGet(DeclaredNames::unread);
    }

    private boolean isName(Node object, String name, String what) {
        if (dev.roi.core.Names.isKebab(name)) {
            return true;
        }
        expect.faultAtKey(
                PolicyCode.WRONG_VALUE,
                object,
                name,
                "the %s name `%s` is not small letters, digits and hyphens.".formatted(what, name),
                dev.roi.core.Names.likely(name).map("Did you mean `%s`?"::formatted));
        return false;
    }

    private Optional<Indicator> indicator(IndicatorId id, Node node, Exact usualTolerance) {
        if (!expect.keys(
                node,
                "block",
                "unit",
                "range",
                "counting",
                "direction",
                "target",
                "nature",
                "due-after",
                "tolerance",
                "extending",
                "parts",
                "breakdown",
                "part-of",
                "grows-over",
                "computed",
                "definitions",
                "objective",
                "cases-of")) {
            return Optional.empty();
        }
        Optional<BlockId> block = expect.required(node, "block")
                .flatMap(text -> expect.text(text)
                        .filter(name -> expect.known(text, "block", name, blockNames))
                        .filter(dev.roi.core.Names::isKebab)
                        .map(BlockId::new));
        Optional<Unit> unit = expect.required(node, "unit").flatMap(text -> expect.unit(text, units));
        Range range = node.find("range").flatMap(expect::range).orElse(Range.ANY);
        Counting counting = word(node, "counting", Counting.class, Counting.MEASURED);
        Optional<Direction> direction =
                expect.required(node, "direction").flatMap(word -> expect.word(word, Direction.class));
        Optional<Nature> nature = expect.required(node, "nature").flatMap(word -> expect.word(word, Nature.class));
        Optional<Range> target = node.find("target").flatMap(ends -> target(ends, id, unit));
        int lag = node.find("due-after")
                .flatMap(months -> thresholds.whole(months, "the time until it is due", Unit.MONTHS))
                .orElse(0);
        Exact tolerance = node.find("tolerance")
                .flatMap(percent -> thresholds.amount(percent, "a tolerance", Unit.PERCENT))
                .orElse(usualTolerance);
        Extending extending = word(node, "extending", Extending.class, Extending.DOES_NOT_NEED_IT);
        Additivity additivity = word(
                node,
                "parts",
                Additivity.class,
                unit.filter(Unit.PERCENT::equals).isPresent() ? Additivity.ENCLOSES : Additivity.ADDS_UP);
        Optional<Breakdown> breakdown = node.find("breakdown").flatMap(this::breakdown);
        Optional<IndicatorId> partOf = reference(node, "part-of");
        Optional<IndicatorId> growsOver = reference(node, "grows-over");
        Optional<Computation> computed = node.find("computed").flatMap(this::computation);
        List<String> definitions =
                node.find("definitions").map(this::definitions).orElse(List.of());
        Optional<Objective> objective = node.find("objective").flatMap(ends -> objective(ends, id, unit));
        Optional<IndicatorId> casesOf = reference(node, "cases-of");
        if (block.isEmpty() || unit.isEmpty() || direction.isEmpty() || nature.isEmpty()) {
            return Optional.empty();
        }
        if (computed.isPresent() && !unit.get().equals(Unit.PERCENT)) {
            expect.fault(
                    PolicyCode.WRONG_VALUE,
                    node.find("computed").orElse(node),
                    "what is computed is a percentage, and the unit of `%s` is `%s`."
                            .formatted(id, unit.get().id()),
                    Optional.of("Its unit has to be `%s`.".formatted(Unit.PERCENT.id())));
            return Optional.empty();
        }
        if ((direction.get() == Direction.TARGET_RANGE) != target.isPresent()) {
            expect.fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "a `target` belongs to an indicator whose direction is `target-range`, and to no other.",
                    Optional.of(
                            target.isPresent()
                                    ? "Write `direction: target-range`, or take `target` out."
                                    : "Write it such as `target: { least: group.least, most: group.most }`."));
            return Optional.empty();
        }
        return Optional.of(new Indicator(
                id,
                block.get(),
                unit.get(),
                range,
                counting,
                direction.get(),
                target,
                nature.get(),
                lag,
                tolerance,
                extending == Extending.NEEDS_IT_COMPARED ? BaselineNeed.NEEDED : BaselineNeed.OPTIONAL,
                extending == Extending.DOES_NOT_NEED_IT ? ExtendNeed.NOT_NEEDED : ExtendNeed.NEEDED,
                additivity,
                breakdown,
                partOf,
                growsOver,
                computed,
                definitions,
                objective,
                casesOf));
    }

    private Optional<Computation> computation(Node node) {
        boolean isGain = node.find("gain").isPresent() || node.find("cost").isPresent();
        if (!expect.keys(node, isGain ? new String[] {"gain", "cost"} : new String[] {"part", "of"})) {
            return Optional.empty();
        }
        Optional<IndicatorId> of =
                expect.required(node, isGain ? "cost" : "of").flatMap(name -> reference(node, isGain ? "cost" : "of"));
        if (isGain) {
            Optional<IndicatorId> gain = expect.required(node, "gain").flatMap(name -> reference(node, "gain"));
            return gain.flatMap(known -> of.map(cost -> new Computation.Gain(known, cost)));
        }
        Optional<String> part = expect.requiredText(node, "part");
        return part.flatMap(name -> of.map(whole -> new Computation.Share(whole, name)));
    }

    private List<String> definitions(Node list) {
        List<String> definitions = new ArrayList<>();
        for (Node item : expect.items(list)) {
            expect.kebab(item, "a definition").ifPresent(name -> {
                if (definitions.contains(name)) {
                    expect.fault(
                            PolicyCode.REPEATED_NAME,
                            item,
                            "definition `%s` is there twice.".formatted(name),
                            Optional.empty());
                } else {
                    definitions.add(name);
                }
            });
        }
        return definitions;
    }

    /** Tells whether an indicator can be computed; where it cannot, a fault says why. */
    private boolean isComputable(Indicator indicator, Map<IndicatorId, Indicator> indicators, Node node) {
        return indicator
                .computed()
                .map(computation -> computation.fold(
                        share -> isShare(share, indicators, node), gain -> isGain(gain, indicators, node)))
                .orElse(true);
    }

    private boolean isShare(Computation.Share share, Map<IndicatorId, Indicator> indicators, Node node) {
        Optional<Indicator> whole = Optional.ofNullable(indicators.get(share.whole()));
        if (whole.isEmpty()) {
            return true;
        }
        Optional<Breakdown> breakdown =
                whole.get().breakdown().filter(by -> !by.parts().isEmpty());
        if (breakdown.isEmpty() || whole.get().additivity() != Additivity.ADDS_UP) {
            return refused(
                    node,
                    "a share needs `%s` to have parts that add up, with `breakdown` and their names."
                            .formatted(share.whole()));
        }
        return isSource(share.whole(), indicators, node)
                && expect.known(
                        node,
                        "part",
                        share.part(),
                        DeclaredNames.of(breakdown.get().parts()));
    }

    private boolean isGain(Computation.Gain gain, Map<IndicatorId, Indicator> indicators, Node node) {
        Optional<Unit> gained = Optional.ofNullable(indicators.get(gain.gain())).map(Indicator::unit);
        Optional<Unit> spent = Optional.ofNullable(indicators.get(gain.cost())).map(Indicator::unit);
        if (gained.isPresent() && spent.isPresent() && !gained.equals(spent)) {
            return refused(node, "`%s` and `%s` are not in the same unit.".formatted(gain.gain(), gain.cost()));
        }
        return isSource(gain.gain(), indicators, node) && isSource(gain.cost(), indicators, node);
    }

    /** Tells whether an indicator may be read against the one it names; where it may not, a fault says why. */
    private boolean isRelated(
            Indicator indicator,
            Relation relation,
            Map<IndicatorId, Indicator> indicators,
            Map<String, Node> nodes,
            Set<IndicatorId> said) {
        Optional<IndicatorId> other = relation.of(indicator);
        Optional<Node> at =
                Optional.ofNullable(nodes.get(indicator.id().value())).flatMap(node -> node.find(relation.key));
        if (other.isEmpty() || at.isEmpty()) {
            return true;
        }
        if (other.get().equals(indicator.id())) {
            return refused(at.get(), "`%s` is %s itself.".formatted(indicator.id(), relation.words));
        }
        List<IndicatorId> row = new ArrayList<>(List.of(indicator.id()));
        Optional<IndicatorId> next = other;
        while (next.isPresent() && !row.contains(next.get())) {
            row.add(next.get());
            next = Optional.ofNullable(indicators.get(next.get())).flatMap(relation::of);
        }
        if (next.filter(indicator.id()::equals).isPresent()) {
            boolean isFirst = indicators.keySet().stream()
                    .filter(row::contains)
                    .findFirst()
                    .filter(indicator.id()::equals)
                    .isPresent();
            return !isFirst
                    || refused(
                            at.get(),
                            "`%s` is %s `%s` in a circle: %s."
                                    .formatted(
                                            indicator.id(),
                                            relation.words,
                                            other.get(),
                                            Stream.concat(row.stream(), Stream.of(indicator.id()))
                                                    .map("`%s`"::formatted)
                                                    .collect(Collectors.joining(", "))));
        }
        Optional<Unit> unit = Optional.ofNullable(indicators.get(other.get())).map(Indicator::unit);
        if (unit.isEmpty() || unit.get().equals(indicator.unit()) || said.contains(indicator.id())) {
            return true;
        }
        expect.fault(
                PolicyCode.OTHER_UNIT,
                at.get(),
                "`%s` is in %s, and `%s`, %s it is %s, is in %s."
                        .formatted(
                                indicator.id(),
                                indicator.unit(),
                                other.get(),
                                relation.which,
                                relation.past,
                                unit.get()),
                Optional.of("Name an indicator in %s, or take `%s` out.".formatted(indicator.unit(), relation.key)));
        return false;
    }

    /** What an indicator is read against. */
    private enum Relation {
        PART_OF("part-of", "part of", "of which", "a part"),
        GROWS_OVER("grows-over", "read against", "against which", "read");

        private final String key;
        private final String words;
        private final String which;
        private final String past;

        Relation(String key, String words, String which, String past) {
            this.key = key;
            this.words = words;
            this.which = which;
            this.past = past;
        }

        Optional<IndicatorId> of(Indicator indicator) {
            return switch (this) {
                case PART_OF -> indicator.partOf();
                case GROWS_OVER -> indicator.growsOver();
            };
        }
    }

    private boolean isSource(IndicatorId source, Map<IndicatorId, Indicator> indicators, Node node) {
        boolean computed = Optional.ofNullable(indicators.get(source))
                .flatMap(Indicator::computed)
                .isPresent();
        return !computed
                || refused(node, "`%s` is computed itself, and nothing may be computed from it.".formatted(source));
    }

    private boolean refused(Node node, String message) {
        expect.fault(PolicyCode.WRONG_VALUE, node, message, Optional.empty());
        return false;
    }

    private <E extends Enum<E> & Worded> E word(Node node, String key, Class<E> type, E usual) {
        return node.find(key).flatMap(word -> expect.word(word, type)).orElse(usual);
    }

    private Optional<Range> target(Node node, IndicatorId id, Optional<Unit> unit) {
        if (!expect.keys(node, "least", "most")) {
            return Optional.empty();
        }
        Optional<Exact> least = node.find("least").flatMap(end -> end(end, id, unit));
        Optional<Exact> most = node.find("most").flatMap(end -> end(end, id, unit));
        if (least.isPresent() && most.isPresent() && least.get().isAbove(most.get())) {
            expect.fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "`least` is above `most`.",
                    Optional.of("Let the two change places, or mend the values in thresholds.yaml."));
            return Optional.empty();
        }
        return Optional.of(new Range(least, most));
    }

    /** The ends count as met with {@code least} and {@code most}, and do not with {@code above} and {@code below}. */
    private Optional<Objective> objective(Node node, IndicatorId id, Optional<Unit> unit) {
        if (!expect.keys(node, "least", "most", "above", "below")) {
            return Optional.empty();
        }
        boolean isStrict = node.find("above").isPresent() || node.find("below").isPresent();
        boolean isLoose = node.find("least").isPresent() || node.find("most").isPresent();
        Optional<Exact> least = node.find(isStrict ? "above" : "least").flatMap(end -> end(end, id, unit));
        Optional<Exact> most = node.find(isStrict ? "below" : "most").flatMap(end -> end(end, id, unit));
        boolean isInOrder = least.isEmpty() || most.isEmpty() || !least.get().isAbove(most.get());
        if (isStrict == isLoose || !isInOrder) {
            expect.fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    isInOrder
                            ? "an objective has ends that meet it, or ends that do not, and not both."
                            : "the lower end is above the upper one.",
                    Optional.of(
                            "Write it such as `objective: { below: group.most }` or `objective: { least: group.least }`."));
            return Optional.empty();
        }
        return Optional.of(
                new Objective(new Range(least, most), isStrict ? Objective.Ends.OUTSIDE : Objective.Ends.INSIDE));
    }

    private Optional<Exact> end(Node node, IndicatorId id, Optional<Unit> unit) {
        return unit.map(known -> thresholds.limit(node, "`%s`".formatted(id), known))
                .orElseGet(() -> thresholds.limit(node));
    }

    private Optional<Breakdown> breakdown(Node node) {
        if (!expect.keys(node, "by", "names", "counts")) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        node.find("names")
                .map(expect::items)
                .orElse(List.of())
                .forEach(item -> expect.text(item).ifPresent(names::add));
        Breakdown.Counting counting = word(node, "counts", Breakdown.Counting.class, Breakdown.Counting.ALL);
        return expect.required(node, "by")
                .flatMap(word -> expect.word(word, Dimension.class))
                .map(dimension -> new Breakdown(dimension, names, counting));
    }

    private Optional<IndicatorId> reference(Node node, String key) {
        return node.find(key)
                .flatMap(text -> expect.text(text)
                        .filter(name -> expect.known(text, "indicator", name, indicatorNames))
                        .filter(dev.roi.core.Names::isKebab)
                        .map(IndicatorId::new));
    }

    /** What extending asks of an indicator. */
    private enum Extending implements Worded {
        /** Nothing. */
        DOES_NOT_NEED_IT,
        /** A reading. */
        NEEDS_IT,
        /** A reading that can be compared with its baseline. */
        NEEDS_IT_COMPARED
    }
}
