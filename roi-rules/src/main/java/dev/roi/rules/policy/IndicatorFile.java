package dev.roi.rules.policy;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.set;
import static dev.roi.core.format.Shape.text;
import static dev.roi.rules.policy.PolicyObjections.objection;
import static dev.roi.rules.policy.PolicyShapes.kebab;
import static dev.roi.rules.policy.PolicyShapes.kebabKey;
import static dev.roi.rules.policy.PolicyShapes.known;
import static dev.roi.rules.policy.PolicyShapes.knownList;
import static dev.roi.rules.policy.PolicyShapes.word;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.BudgetShare;
import dev.roi.core.Computation;
import dev.roi.core.Computation.Counted;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Indicator.Additivity;
import dev.roi.core.Indicator.BaselineNeed;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Indicator.ExtendNeed;
import dev.roi.core.Indicator.Shown;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Keyword;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nature;
import dev.roi.core.Objective;
import dev.roi.core.Range;
import dev.roi.core.Trust;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Form;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.json.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code indicators.yaml}; numbers in it are the names of thresholds. */
final class IndicatorFile {

    private static final Field<Draft, Range> RANGE = usually(
            "range", "The values that a reading may have; any where it is left out.", PolicyShapes.range(), Range.ANY);
    private static final Field<Draft, Counting> COUNTING = usually(
            "counting",
            "Whether it is counted one by one, or measured; measured where it is left out.",
            word(Counting.class),
            Counting.MEASURED);
    private static final Field<Draft, Direction> DIRECTION =
            field("direction", "Which values are better.", word(Direction.class).suchAs("higher-is-better"));
    private static final Field<Draft, Nature> NATURE =
            field("nature", "What it can be evidence of.", word(Nature.class).suchAs("outcome"));
    private static final Field<Draft, Extending> EXTENDING =
            usually("extending", "What extending asks of it.", word(Extending.class), Extending.DOES_NOT_NEED_IT);
    private static final Field<Draft, Shown> SHOWN = usually(
            "shown",
            "When a review shows it: always where it is left out, or only when it is known.",
            word(Shown.class),
            Shown.ALWAYS);
    private static final Field<Draft, Optional<Additivity>> PARTS = maybe(
            "parts",
            "What its parts have to do with it: of a percentage they enclose it, and otherwise they add up, where it is left "
                    + "out.",
            word(Additivity.class));
    private static final Field<Draft, List<String>> DEFINITIONS = usually(
            "definitions",
            "The names of the ways in which it may be measured; any where it is left out.",
            set(
                    kebab(Message.of("a definition")),
                    (name, at) -> new Objection(
                            PolicyCode.REPEATED_NAME.id(), Message.of("definition `%s` is there twice.", name))),
            List.of());

    private static final Field<Breakdown, Dimension> BY =
            field("by", "What its parts are parts by.", word(Dimension.class));
    private static final Field<Breakdown, List<String>> NAMES =
            usually("names", "The names of the parts; any where they are left out.", list(text()), List.of());
    private static final Field<Breakdown, Breakdown.Counting> COUNTS = usually(
            "counts",
            "How much of a reading counts where it is held against its baseline; all of it where it is left out.",
            word(Breakdown.Counting.class),
            Breakdown.Counting.ALL);
    private static final Field<Draft, Optional<Breakdown>> BREAKDOWN = maybe(
            "breakdown",
            "What its readings have to be broken down by.",
            object(
                            "How readings are broken down.",
                            read -> read.find(BY).map(by -> new Breakdown(by, read.get(NAMES), read.get(COUNTS))),
                            BY,
                            NAMES,
                            COUNTS)
                    .suchAs("{ by: team }"));

    private static final Message OBJECTIVE_EXAMPLE =
            Message.of("Write it such as `objective: { below: group.most }` or `objective: { least: group.least }`.");

    private final PolicyObjections objections;
    private final DeclaredNames blockNames;
    private final DeclaredNames indicatorNames;

    private final Field<Draft, BlockId> block;
    private final Field<Draft, Unit> unit;
    private final Field<Draft, Optional<Ends>> target;
    private final Field<Draft, Integer> dueAfter;
    private final Field<Draft, Optional<Threshold>> tolerance;
    private final Field<Draft, Optional<IndicatorId>> partOf;
    private final Field<Draft, Optional<IndicatorId>> growsOver;
    private final Field<Draft, Optional<Computation>> computed;
    private final Field<Draft, Optional<Goal>> objective;
    private final Field<Draft, Optional<IndicatorId>> casesOf;
    private final Field<Draft, Optional<BudgetShare>> budget;
    private final Field<Draft, Optional<Trust>> trust;
    private final Field<Computation, Optional<IndicatorId>> each;
    private final Field<Computation, Counted> counting;
    private final Field<Computation, Optional<String>> part;
    private final Field<Computation, Optional<IndicatorId>> of;
    private final Field<Computation, Optional<IndicatorId>> gain;
    private final Field<Computation, Optional<IndicatorId>> cost;

    private final Field<IndicatorSet, Threshold> usualTolerance;
    private final Field<IndicatorSet, Map<BlockId, Block>> blocks;
    private final Field<IndicatorSet, Map<IndicatorId, Draft>> indicators;
    private final Shape<IndicatorSet> shape;
    private final Optional<Node> root;

    IndicatorFile(PolicyObjections objections, Thresholds thresholds, DeclaredNames units, Optional<Node> root) {
        this.objections = objections;
        this.root = root.filter(node -> node.kind() == Kind.OBJECT);
        this.blockNames = names("blocks");
        this.indicatorNames = names("indicators");
        Shape<IndicatorId> indicator = known(Message.of("indicator"), indicatorNames, Names::isKebab, IndicatorId::new);

        this.block = field(
                "block",
                "The block it belongs to.",
                known(Message.of("block"), blockNames, Names::isKebab, BlockId::new));
        this.unit = field("unit", "What it counts.", PolicyShapes.unit(units));
        Shape<Threshold> end = thresholds.named().suchAs("group.most");
        Field<Ends, Optional<Threshold>> least = maybe(
                "least",
                "The threshold that is its lower end.",
                thresholds.named().suchAs("group.least"));
        Field<Ends, Optional<Threshold>> most = maybe("most", "The threshold that is its upper end.", end);
        Field<Goal, Optional<Threshold>> goalLeast = maybe("least", "The least that meets it.", end);
        Field<Goal, Optional<Threshold>> goalMost = maybe("most", "The most that meets it.", end);
        Field<Goal, Optional<Threshold>> above = maybe("above", "What has to be exceeded.", end);
        Field<Goal, Optional<Threshold>> below = maybe("below", "What it has to stay below.", end);
        this.objective = maybe(
                "objective",
                "The values that are enough, whatever the baseline was.",
                object(
                        "Ends that meet it, `least` and `most`, or ends that do not, `above` and `below`.",
                        read -> goal(read, goalLeast, goalMost, above, below),
                        goalLeast,
                        goalMost,
                        above,
                        below));
        this.casesOf = maybe("cases-of", "The indicator whose cases it counts.", indicator);
        this.target = maybe(
                "target",
                "The values that are wanted, of an indicator whose direction is target-range.",
                object(
                                "Both ends are included.",
                                read -> Optional.of(new Ends(
                                        read.get(least),
                                        read.spot(least),
                                        read.get(most),
                                        read.spot(most),
                                        read.spot())),
                                least,
                                most)
                        .suchAs("{ least: group.least, most: group.most }"));
        this.dueAfter = usually(
                "due-after",
                "The threshold that says after how many months of use it can show an effect.",
                thresholds.whole(Message.of("the time until it is due"), Unit.MONTHS),
                0);
        this.tolerance = maybe(
                "tolerance",
                "The threshold that says how far a reading may be from its baseline and still be the same, in percent; that of "
                        + "the file where it is left out.",
                thresholds.amount(Message.of("a tolerance"), Unit.PERCENT));
        this.partOf = maybe("part-of", "The indicator that it is a part of.", indicator);
        this.growsOver = maybe("grows-over", "The indicator whose growth it is read against.", indicator);
        this.part = maybe("part", "The part whose share it is.", text());
        this.of = maybe("of", "The indicator whose part that is, or that is divided.", indicator);
        this.each = maybe("each", "The indicator that it is divided by.", indicator);
        this.counting = usually(
                "counting",
                "What is taken of that indicator: its value where it is left out, or of a rate the cases that were counted.",
                word(Counted.class),
                Counted.VALUE);
        this.budget = maybe("budget", "How it follows from the budget of a scorecard.", budget(indicator));
        this.trust = maybe(
                "trust", "What its readings are held against before they are believed.", trust(indicator, thresholds));
        this.gain = maybe("gain", "The indicator that is gained.", indicator);
        this.cost = maybe("cost", "The indicator that it costs.", indicator);
        this.computed = maybe(
                "computed",
                "What it is computed from.",
                object(
                        "Other indicators of the same month.",
                        List.of(
                                new Form<>("The share of a part", List.of(part, of), List.of()),
                                new Form<>("A gain over a cost", List.of(gain, cost), List.of()),
                                new Form<>("So much for each", List.of(of, each), List.of(counting))),
                        this::computation,
                        part,
                        of,
                        gain,
                        cost,
                        each,
                        counting));

        this.usualTolerance = field(
                "tolerance",
                "The threshold that says how far a reading may be from its baseline and still be the same, in percent.",
                thresholds.amount(Message.of("the tolerance"), Unit.PERCENT));
        Field<Block, List<IndicatorId>> judgedBy = usually(
                "judged-by",
                "The indicators that tell whether the block improved.",
                knownList(Message.of("indicator"), indicatorNames, IndicatorId::new),
                List.of());
        this.blocks = field(
                "blocks",
                "The blocks of the scorecard by their names, in order.",
                map(
                        kebabKey(name -> Message.of("the block name `%s`", name), BlockId::new, BlockId::value),
                        object(
                                        "A block.",
                                        read -> Optional.of(new Block(
                                                new BlockId(read.spot().key()), read.get(judgedBy))),
                                        judgedBy)
                                .named("block")));
        this.indicators = field(
                "indicators",
                "The indicators by their names, in order.",
                map(
                        kebabKey(
                                name -> Message.of("the indicator name `%s`", name),
                                IndicatorId::new,
                                IndicatorId::value),
                        object(
                                        "What is measured each month.",
                                        this::indicator,
                                        block,
                                        unit,
                                        RANGE,
                                        COUNTING,
                                        DIRECTION,
                                        target,
                                        NATURE,
                                        dueAfter,
                                        tolerance,
                                        EXTENDING,
                                        PARTS,
                                        BREAKDOWN,
                                        partOf,
                                        growsOver,
                                        computed,
                                        DEFINITIONS,
                                        objective,
                                        casesOf,
                                        budget,
                                        trust,
                                        SHOWN)
                                .named("indicator")));
        this.shape = object(
                "indicators.yaml: what a policy measures. Numbers are the names of thresholds.",
                this::whole,
                usualTolerance,
                blocks,
                indicators);
    }

    private static Shape<BudgetShare> budget(Shape<IndicatorId> indicator) {
        Field<BudgetShare, IndicatorId> cost =
                field("cost", "The indicator whose months add up to the cost.", indicator, BudgetShare::cost);
        Field<BudgetShare, BudgetShare.Of> of = field(
                "of",
                "What cost to date is held against: the whole budget, or the part of it that has passed.",
                word(BudgetShare.Of.class).suchAs("whole"),
                BudgetShare::of);
        return object(
                "Cost to date, in percent of a budget.",
                read -> read.isRead(cost, of)
                        ? Optional.of(new BudgetShare(read.get(cost), read.get(of)))
                        : Optional.empty(),
                cost,
                of);
    }

    private static Shape<Trust> trust(Shape<IndicatorId> indicator, Thresholds thresholds) {
        Field<Trust, Optional<Threshold>> leastSample = maybe(
                "least-sample",
                "The threshold that says how many cases a reading has to rest on, where it says how many.",
                thresholds.amount(Message.of("a sample"), Unit.COUNT));
        Field<Trust, List<String>> otherPopulations = usually(
                "other-populations",
                "Words which, in a definition, say that it is measured over other cases: such a reading is shown, and used for "
                        + "nothing.",
                list(text()),
                List.of());
        Field<Trust, Optional<IndicatorId>> notAbove =
                maybe("not-above", "The indicator that it cannot be above in the same month.", indicator);
        Field<Trust, Optional<IndicatorId>> notAboveCasesOf = maybe(
                "not-above-cases-of",
                "The rate whose number of cases it cannot be above in the same month.",
                indicator);
        Field<Computation.Ratio, IndicatorId> of =
                field("of", "The indicator that is divided.", indicator, Computation.Ratio::of);
        Field<Computation.Ratio, IndicatorId> each =
                field("each", "The indicator that it is divided by.", indicator, Computation.Ratio::each);
        Field<Trust, Optional<Computation.Ratio>> about = maybe(
                "about",
                "What it should be about as much as, given the readings of the same month.",
                object(
                        "So much for each.",
                        read -> read.isRead(of, each)
                                ? Optional.of(new Computation.Ratio(read.get(of), read.get(each), Counted.VALUE))
                                : Optional.empty(),
                        of,
                        each));
        Field<Trust, List<IndicatorId>> notFreeWith = usually(
                "not-free-with",
                "The indicators that say that there was something to pay for, where it is 0.",
                list(indicator),
                List.of());
        return object(
                "What readings are held against.",
                read -> Optional.of(new Trust(
                        read.get(leastSample).map(Threshold::value),
                        read.get(otherPopulations),
                        read.get(notAbove),
                        read.get(notAboveCasesOf),
                        read.get(about),
                        read.get(notFreeWith))),
                leastSample,
                otherPopulations,
                notAbove,
                notAboveCasesOf,
                about,
                notFreeWith);
    }

    /** What the file looks like, whatever there is besides. */
    static Format<IndicatorSet> format() {
        PolicyObjections objections = new PolicyObjections(fault -> {});
        Thresholds any = new Thresholds(objections, Map.of(), Map.of(), DeclaredNames.unread());
        return Format.strict(
                "roi-indicators/1",
                "Indicators",
                new IndicatorFile(objections, any, DeclaredNames.unread(), Optional.empty()).shape);
    }

    IndicatorSet read(Node document) {
        return shape.read(document, objections).orElse(new IndicatorSet(List.of(), List.of()));
    }

    private DeclaredNames names(String key) {
        return root.flatMap(node -> node.find(key))
                .filter(node -> node.kind() == Kind.OBJECT)
                .map(node -> DeclaredNames.of(node.fields().keySet(), Names::likely))
                .orElseGet(DeclaredNames::unread);
    }

    /** Returns the names of all blocks, those that could not be read included. */
    DeclaredNames blockNames() {
        return blockNames;
    }

    /** Returns the names of all indicators, those that could not be read included. */
    DeclaredNames indicatorNames() {
        return indicatorNames;
    }

    private Optional<IndicatorSet> whole(Read<IndicatorSet> read) {
        Exact usual = read.find(usualTolerance).map(Threshold::value).orElse(Exact.ZERO);
        Map<String, Node> nodes = root.flatMap(node -> node.find("indicators"))
                .filter(node -> node.kind() == Kind.OBJECT)
                .map(Node::fields)
                .orElse(Map.of());
        Map<IndicatorId, Indicator> all = new LinkedHashMap<>();
        read.find(indicators).orElse(Map.of()).forEach((id, draft) -> all.put(id, draft.with(usual)));
        Map<IndicatorId, Indicator> sound = new LinkedHashMap<>(all);
        sound.values().removeIf(indicator -> !isComputable(indicator, all, nodes));
        Set<IndicatorId> ill = new HashSet<>();
        for (Relation relation : Relation.values()) {
            all.values().stream()
                    .filter(indicator -> !isRelated(indicator, relation, all, nodes, ill))
                    .map(Indicator::id)
                    .toList()
                    .forEach(ill::add);
        }
        sound.keySet().removeAll(ill);
        return Optional.of(whole(read.find(blocks).orElse(Map.of()).values(), sound));
    }

    /** Leaves out what refers to something that could not be read; a fault says so already. */
    private static IndicatorSet whole(Collection<Block> blocks, Map<IndicatorId, Indicator> indicators) {
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
                                    .budget()
                                    .filter(share -> !kept.containsKey(share.cost()))
                                    .isPresent()
                            || !kept.keySet().containsAll(indicator.trust().named())
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

    private Optional<Draft> indicator(Read<Draft> read) {
        IndicatorId id = new IndicatorId(read.spot().key());
        Optional<Unit> counts = read.find(unit);
        Optional<Range> wanted = read.get(target).flatMap(ends -> range(ends, id, counts));
        Optional<Objective> enough = read.get(objective)
                .flatMap(goal -> range(goal.ends(), id, counts).map(range -> new Objective(range, goal.which())));
        if (!read.isRead(block, unit, DIRECTION, NATURE)) {
            return Optional.empty();
        }
        boolean isPercentage = read.get(budget).isPresent()
                || read.get(computed)
                        .filter(computation -> computation.fold(share -> true, gains -> true, ratio -> false))
                        .isPresent();
        if (isPercentage && !counts.equals(Optional.of(Unit.PERCENT))) {
            read.object(
                    read.get(budget).isPresent() ? budget : computed,
                    objection(
                            PolicyCode.WRONG_VALUE,
                            Message.of(
                                    "what is computed is a percentage, and the unit of `%s` is `%s`.",
                                    id, read.get(unit)),
                            Message.of("Its unit has to be `%s`.", Unit.PERCENT)));
            return Optional.empty();
        }
        if ((read.get(DIRECTION) == Direction.TARGET_RANGE) != wanted.isPresent()) {
            read.object(objection(
                    PolicyCode.MISSING_KEY,
                    Message.of(
                            "a `target` belongs to an indicator whose direction is `target-range`, and to no other."),
                    wanted.isPresent()
                            ? Message.of("Write `direction: target-range`, or take `target` out.")
                            : Message.of("Write it such as `target: { least: group.least, most: group.most }`.")));
            return Optional.empty();
        }
        Extending extending = read.get(EXTENDING);
        Additivity usualParts = read.get(unit).equals(Unit.PERCENT) ? Additivity.ENCLOSES : Additivity.ADDS_UP;
        return Optional.of(usual -> new Indicator(
                id,
                read.get(block),
                read.get(unit),
                read.get(RANGE),
                read.get(COUNTING),
                read.get(DIRECTION),
                wanted,
                read.get(NATURE),
                read.get(dueAfter),
                read.get(tolerance).map(Threshold::value).orElse(usual),
                extending == Extending.NEEDS_IT_COMPARED ? BaselineNeed.NEEDED : BaselineNeed.OPTIONAL,
                extending == Extending.DOES_NOT_NEED_IT ? ExtendNeed.NOT_NEEDED : ExtendNeed.NEEDED,
                read.get(PARTS).orElse(usualParts),
                read.get(BREAKDOWN),
                read.get(partOf),
                read.get(growsOver),
                read.get(computed),
                read.get(DEFINITIONS),
                enough,
                read.get(casesOf),
                read.get(budget),
                read.get(trust).orElse(Trust.NOTHING),
                read.get(SHOWN)));
    }

    private Optional<Goal> goal(
            Read<Goal> read,
            Field<Goal, Optional<Threshold>> least,
            Field<Goal, Optional<Threshold>> most,
            Field<Goal, Optional<Threshold>> above,
            Field<Goal, Optional<Threshold>> below) {
        boolean isStrict = read.has(above) || read.has(below);
        boolean isLoose = read.has(least) || read.has(most);
        if (isStrict == isLoose) {
            read.object(objection(
                    PolicyCode.WRONG_VALUE,
                    Message.of("an objective has ends that meet it, or ends that do not, and not both."),
                    OBJECTIVE_EXAMPLE));
            return Optional.empty();
        }
        Field<Goal, Optional<Threshold>> lower = isStrict ? above : least;
        Field<Goal, Optional<Threshold>> upper = isStrict ? below : most;
        Ends ends = new Ends(read.get(lower), read.spot(lower), read.get(upper), read.spot(upper), read.spot());
        return Optional.of(new Goal(ends, isStrict ? Objective.Ends.OUTSIDE : Objective.Ends.INSIDE));
    }

    private Optional<Range> range(Ends ends, IndicatorId id, Optional<Unit> unit) {
        unit.ifPresent(needed -> {
            Message what = Message.of("`%s`", id);
            ends.least()
                    .flatMap(end -> Thresholds.otherUnit(end, what, needed))
                    .ifPresent(wrong -> objections.at(ends.leastAt(), wrong));
            ends.most()
                    .flatMap(end -> Thresholds.otherUnit(end, what, needed))
                    .ifPresent(wrong -> objections.at(ends.mostAt(), wrong));
        });
        Optional<Exact> least = ends.least().map(Threshold::value);
        Optional<Exact> most = ends.most().map(Threshold::value);
        if (least.isPresent() && most.isPresent() && least.get().isAbove(most.get())) {
            objections.at(
                    ends.at(),
                    objection(
                            PolicyCode.WRONG_VALUE,
                            Message.of("`least` is above `most`."),
                            Message.of("Let the two change places, or mend the values in thresholds.yaml.")));
            return Optional.empty();
        }
        return Optional.of(new Range(least, most));
    }

    private Optional<Computation> computation(Read<Computation> read) {
        boolean isGain = read.has(gain) || read.has(cost);
        if (isGain) {
            Stream.of(part, of, each)
                    .filter(read::has)
                    .forEach(other -> objections
                            .unknownKey(other.key(), List.of(gain.key(), cost.key()))
                            .ifPresent(wrong -> read.objectToKey(other, wrong)));
            read.require(gain);
            read.require(cost);
            return read.get(gain).flatMap(gained -> read.get(cost).map(spent -> new Computation.Gain(gained, spent)));
        }
        read.require(of);
        if (read.has(each)) {
            if (read.has(part)) {
                objections
                        .unknownKey(part.key(), List.of(of.key(), each.key(), counting.key()))
                        .ifPresent(wrong -> read.objectToKey(part, wrong));
            }
            return read.get(of)
                    .flatMap(divided ->
                            read.get(each).map(divisor -> new Computation.Ratio(divided, divisor, read.get(counting))));
        }
        read.require(part);
        return read.get(of).flatMap(whole -> read.get(part).map(name -> new Computation.Share(whole, name)));
    }

    /** Tells whether an indicator can be computed; where it cannot, a fault says why. */
    private boolean isComputable(Indicator indicator, Map<IndicatorId, Indicator> read, Map<String, Node> nodes) {
        Optional<Node> at =
                Optional.ofNullable(nodes.get(indicator.id().value())).flatMap(node -> node.find("computed"));
        return at.flatMap(node -> indicator.computed())
                .map(computation -> computation.fold(
                        share -> isShare(share, read, at.orElseThrow()),
                        gains -> isGain(gains, read, at.orElseThrow()),
                        ratio -> isRatio(indicator, ratio, read, at.orElseThrow())))
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
                    Message.of(
                            "a share needs `%s` to have parts that add up, with `breakdown` and their names.",
                            share.whole()));
        }
        Optional<Objection> unknown = PolicyShapes.unknown(
                Message.of("part"), DeclaredNames.of(breakdown.get().parts()), share.part());
        return isSource(share.whole(), indicators, node) && isSo(unknown, node);
    }

    private boolean isGain(Computation.Gain gain, Map<IndicatorId, Indicator> indicators, Node node) {
        Optional<Unit> gained = Optional.ofNullable(indicators.get(gain.gain())).map(Indicator::unit);
        Optional<Unit> spent = Optional.ofNullable(indicators.get(gain.cost())).map(Indicator::unit);
        if (gained.isPresent() && spent.isPresent() && !gained.equals(spent)) {
            return refused(node, Message.of("`%s` and `%s` are not in the same unit.", gain.gain(), gain.cost()));
        }
        return isSource(gain.gain(), indicators, node) && isSource(gain.cost(), indicators, node);
    }

    private boolean isRatio(
            Indicator indicator, Computation.Ratio ratio, Map<IndicatorId, Indicator> indicators, Node node) {
        Optional<Unit> divided = Optional.ofNullable(indicators.get(ratio.of())).map(Indicator::unit);
        boolean isAlike = divided.isEmpty()
                || divided.get().equals(indicator.unit())
                || indicator.unit().equals(Unit.PERCENT);
        if (!isAlike) {
            return refused(
                    node,
                    Message.of(
                            "`%s` is in %s, and `%s`, which is divided, in %s.",
                            indicator.id(), indicator.unit(), ratio.of(), divided.orElseThrow()));
        }
        return isSource(ratio.of(), indicators, node) && isSource(ratio.each(), indicators, node);
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
            return refused(at.get(), relation.itself(indicator.id()));
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
                            relation.inCircle(
                                    indicator.id(),
                                    other.get(),
                                    Stream.concat(row.stream(), Stream.of(indicator.id()))
                                            .map("`%s`"::formatted)
                                            .collect(Collectors.joining(", "))));
        }
        Optional<Unit> unit = Optional.ofNullable(indicators.get(other.get())).map(Indicator::unit);
        if (unit.isEmpty() || unit.get().equals(indicator.unit()) || said.contains(indicator.id())) {
            return true;
        }
        objections.fault(
                PolicyCode.OTHER_UNIT,
                at.get(),
                relation.otherUnit(indicator, other.get(), unit.get()),
                Optional.of(Message.of("Name an indicator in %s, or take `%s` out.", indicator.unit(), relation.key)));
        return false;
    }

    /** What an indicator is read against. */
    private enum Relation {
        PART_OF("part-of"),
        GROWS_OVER("grows-over");

        private final String key;

        Relation(String key) {
            this.key = key;
        }

        Message itself(IndicatorId id) {
            return switch (this) {
                case PART_OF -> Message.of("`%s` is part of itself.", id);
                case GROWS_OVER -> Message.of("`%s` is read against itself.", id);
            };
        }

        Message inCircle(IndicatorId id, IndicatorId other, String circle) {
            return switch (this) {
                case PART_OF -> Message.of("`%s` is part of `%s` in a circle: %s.", id, other, circle);
                case GROWS_OVER -> Message.of("`%s` is read against `%s` in a circle: %s.", id, other, circle);
            };
        }

        Message otherUnit(Indicator indicator, IndicatorId other, Unit unit) {
            return switch (this) {
                case PART_OF ->
                    Message.of(
                            "`%s` is in %s, and `%s`, of which it is a part, is in %s.",
                            indicator.id(), indicator.unit(), other, unit);
                case GROWS_OVER ->
                    Message.of(
                            "`%s` is in %s, and `%s`, against which it is read, is in %s.",
                            indicator.id(), indicator.unit(), other, unit);
            };
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
                || refused(node, Message.of("`%s` is computed itself, and nothing may be computed from it.", source));
    }

    private boolean refused(Node node, Message message) {
        return isSo(Optional.of(new Objection(PolicyCode.WRONG_VALUE.id(), message)), node);
    }

    private boolean isSo(Optional<Objection> wrong, Node node) {
        wrong.ifPresent(known -> objections.at(node, known));
        return wrong.isEmpty();
    }

    /** An indicator as far as it stands by itself: what it does not say is as usual for its policy. */
    private interface Draft {
        Indicator with(Exact usualTolerance);
    }

    /** The ends of a target, each with where it stands. */
    private record Ends(Optional<Threshold> least, Spot leastAt, Optional<Threshold> most, Spot mostAt, Spot at) {}

    /** An objective, as far as it stands by itself. */
    private record Goal(Ends ends, Objective.Ends which) {}

    /** What extending asks of an indicator. */
    private enum Extending implements Keyword {
        /** Nothing. */
        DOES_NOT_NEED_IT,
        /** A reading. */
        NEEDS_IT,
        /** A reading that can be compared with its baseline. */
        NEEDS_IT_COMPARED
    }
}
