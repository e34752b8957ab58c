package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Nature;
import dev.roi.core.Portfolio;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Draws scorecards of a shape, and disturbs them. Every draw is valid. Immutable; the randomness is the caller's. */
final class ScorecardGenerator {

    static final int MOST_MONTHS = 24;

    private static final YearMonth EPOCH = YearMonth.of(2024, 1);
    private static final List<String> WORKFLOWS = List.of("alpha", "beta", "gamma", "delta");

    private final IndicatorSet indicators;
    private final ReadingGenerator readings;

    ScorecardGenerator(IndicatorSet indicators, Map<IndicatorId, List<Exact>> limits) {
        this.indicators = indicators;
        this.readings = new ReadingGenerator(limits);
    }

    ReadingGenerator readings() {
        return readings;
    }

    Scorecard next(Random random) {
        return next(random, shape(random), Scope.of(level(random), "scope-a"));
    }

    /** How often each shape is drawn, in a hundred. */
    private static final Map<Shape, Integer> SHARES = shares();

    private static Map<Shape, Integer> shares() {
        Map<Shape, Integer> shares = new LinkedHashMap<>();
        shares.put(Shape.RISING, 34);
        shares.put(Shape.FLAT, 16);
        shares.put(Shape.FALLING, 14);
        shares.put(Shape.ALARMED, 8);
        shares.put(Shape.DISPERSED, 8);
        shares.put(Shape.MIXED, 8);
        shares.put(Shape.RANDOM, 12);
        return shares;
    }

    private static Shape shape(Random random) {
        int draw = random.nextInt(100);
        for (Map.Entry<Shape, Integer> share : SHARES.entrySet()) {
            draw -= share.getValue();
            if (draw < 0) {
                return share.getKey();
            }
        }
        return Shape.RANDOM;
    }

    private static Level level(Random random) {
        return random.nextInt(3) > 0 ? Level.WORKFLOW : one(random, List.of(Level.values()));
    }

    Portfolio portfolio(Random random) {
        int size = 1 + random.nextInt(5);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = "scope-" + (char) ('a' + i);
            scorecards.add(next(random, shape(random), Scope.of(level(random), id)));
        }
        return new Portfolio(scorecards);
    }

    Scorecard next(Random random, Shape shape, Scope scope) {
        Draft draft = new Draft(random, shape, scope);
        draft.fill();
        int disturbances = disturbances(random);
        for (int i = 0; i < disturbances; i++) {
            draft.disturb();
        }
        return draft.finish();
    }

    private static int disturbances(Random random) {
        int draw = random.nextInt(100);
        if (draw < 42) {
            return 0;
        }
        return draw < 72 ? 1 : draw < 90 ? 2 + random.nextInt(2) : 4 + random.nextInt(6);
    }

    /** Draws one month's readings. */
    Snapshot snapshot(Random random) {
        return next(random, Shape.RANDOM, Scope.of(Level.WORKFLOW, "scope-a"))
                .snapshots()
                .get(0);
    }

    /** Tells whether other indicators are shares of an indicator's parts. */
    private boolean isWholeOfShares(Indicator indicator) {
        return indicators.indicators().stream().anyMatch(share -> wholeOf(share).equals(Optional.of(indicator.id())));
    }

    private static Optional<IndicatorId> wholeOf(Indicator indicator) {
        return indicator
                .computed()
                .flatMap(computation -> computation.fold(
                        share -> Optional.of(share.whole()),
                        gain -> Optional.<IndicatorId>empty(),
                        ratio -> Optional.empty()));
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** How an indicator goes over the months. */
    private record Course(int percent, boolean atOnce) {

        /** Returns the gain, in percent of the baseline, of one of so many months. */
        int gain(int index, int months) {
            return atOnce ? percent : percent * (index + 1) / months;
        }
    }

    /** A scorecard in the making. */
    private final class Draft {

        private final Random random;
        private final Shape shape;
        private final Scope scope;
        private final int months;
        private final YearMonth first;
        private Optional<YearMonth> firstUse;
        private Optional<String> currency;
        private List<Workflow> workflows = new ArrayList<>();
        private final Map<IndicatorId, Baseline> baselines = new LinkedHashMap<>();
        private final List<Map<IndicatorId, Reading>> rows = new ArrayList<>();
        private final List<Snapshot.Completeness> completeness = new ArrayList<>();
        private final List<Boolean> missing = new ArrayList<>();
        private final Map<IndicatorId, Exact> bases = new LinkedHashMap<>();

        Draft(Random random, Shape shape, Scope scope) {
            this.random = random;
            this.shape = shape;
            this.scope = scope;
            this.months = switch (shape) {
                case RISING, ALARMED, DISPERSED ->
                    chance(80) ? between(random, 3, 12) : between(random, 1, MOST_MONTHS);
                case FLAT, MIXED -> between(random, 1, chance(70) ? 9 : MOST_MONTHS);
                case FALLING -> chance(75) ? between(random, 9, 14) : between(random, 1, MOST_MONTHS);
                case RANDOM -> between(random, 1, chance(80) ? 5 : MOST_MONTHS);
            };
            this.first = EPOCH.plusMonths(random.nextInt(24));
            this.firstUse = firstUse();
            this.currency = chance(80) ? Optional.of("EUR") : Optional.empty();
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private Optional<YearMonth> firstUse() {
            int draw = random.nextInt(100);
            boolean young = months < 6 && shape != Shape.RANDOM;
            if (draw < (young ? 25 : 65)) {
                return Optional.empty();
            }
            if (draw < 93) {
                return Optional.of(first.minusMonths(between(random, 1, 12)));
            }
            return Optional.of(first.plusMonths(between(random, 0, 3)));
        }

        void fill() {
            register();
            Map<IndicatorId, Course> courses = courses();
            for (Indicator indicator : indicators.indicators()) {
                bases.put(indicator.id(), readings.base(indicator, random));
                baseline(indicator);
            }
            for (int i = 0; i < months; i++) {
                rows.add(new LinkedHashMap<>());
                completeness.add(Snapshot.Completeness.COMPLETE);
                missing.add(false);
            }
            for (Indicator indicator : ordered()) {
                fill(indicator, courses.getOrDefault(indicator.id(), new Course(0, true)));
            }
            if (shape == Shape.ALARMED) {
                alarm();
            }
        }

        /** Indicators that others are parts of, or grow over, come before those. */
        private List<Indicator> ordered() {
            List<Indicator> ordered = new ArrayList<>();
            for (boolean leaning : List.of(false, true)) {
                indicators.indicators().stream()
                        .filter(indicator -> (indicator.partOf().isPresent()
                                        || indicator.growsOver().isPresent())
                                == leaning)
                        .forEach(ordered::add);
            }
            return ordered;
        }

        private void register() {
            int size = between(random, shape == Shape.RANDOM ? 0 : 1, WORKFLOWS.size());
            for (int i = 0; i < size; i++) {
                boolean authorised = i == 0 || chance(shape == Shape.RANDOM ? 60 : 97);
                String id = WORKFLOWS.get(i);
                workflows.add(new Workflow(
                        id,
                        id,
                        authorised ? Workflow.Authorisation.AUTHORISED : Workflow.Authorisation.NOT_AUTHORISED,
                        chance(50) ? Workflow.Priority.PRIORITY : Workflow.Priority.ORDINARY,
                        chance(30) ? Optional.of("owner of " + id) : Optional.empty()));
            }
        }

        private Map<IndicatorId, Course> courses() {
            int gain = between(random, 12, 60);
            boolean atOnce = chance(40);
            Map<IndicatorId, Course> courses = new LinkedHashMap<>();
            for (Indicator indicator : indicators.indicators()) {
                Course course = switch (shape) {
                    case RISING, ALARMED ->
                        chance(80) ? new Course(gain, atOnce) : new Course(between(random, 0, 9), true);
                    case FLAT, DISPERSED -> new Course(chance(80) ? 0 : between(random, -9, 9), true);
                    case FALLING -> new Course(-gain, atOnce);
                    case MIXED, RANDOM -> new Course(between(random, -60, 60), chance(50));
                };
                courses.put(indicator.id(), course);
            }
            return courses;
        }

        private boolean isCompared(Indicator indicator) {
            return LawTerms.isNeededCompared(indicator) || !readings.hasLimits(indicator.id());
        }

        private void baseline(Indicator indicator) {
            boolean needed = LawTerms.isNeededCompared(indicator);
            int usual = shape == Shape.RANDOM ? 75 : needed ? 99 : 70;
            if (!chance(usual)) {
                if (chance(30)) {
                    baselines.put(indicator.id(), new Baseline.Undefined(Optional.empty()));
                }
                return;
            }
            Exact base = bases.getOrDefault(indicator.id(), Exact.ZERO);
            Exact zero = Exact.ZERO;
            boolean nought =
                    chance(shape == Shape.RANDOM ? 8 : 1) && indicator.range().contains(zero);
            Baseline.Defined baseline = Baseline.of(nought ? zero : base);
            baselines.put(
                    indicator.id(),
                    chance(15) ? baseline.definedAs(ReadingGenerator.definition(indicator, 0)) : baseline);
        }

        private void fill(Indicator indicator, Course course) {
            if (follows(indicator)) {
                return;
            }
            boolean needed = LawTerms.isNeeded(indicator);
            if (shape != Shape.RANDOM && chance(needed ? 1 : 12)) {
                return;
            }
            boolean defined = baselines.get(indicator.id()) instanceof Baseline.Defined base
                    && base.definition().isPresent();
            for (int i = 0; i < months; i++) {
                if (shape == Shape.RANDOM && chance(needed ? 6 : 25)) {
                    if (chance(60)) {
                        row(i).put(indicator.id(), readings.unknown(random));
                    }
                    continue;
                }
                if (isTooEarly(indicator, i) && chance(30)) {
                    row(i).put(indicator.id(), Reading.unknown(UnknownReason.NOT_DUE));
                    continue;
                }
                Exact value = value(indicator, course, i);
                Reading.Known reading = isWholeOfShares(indicator)
                        ? Reading.of(value)
                        : readings.dressed(indicator, value, workflowNames(), random);
                boolean says = defined ? chance(90) : chance(2);
                row(i).put(
                                indicator.id(),
                                says ? reading.definedAs(ReadingGenerator.definition(indicator, 0)) : reading);
            }
        }

        /** Tells whether its readings are computed from others, which those that are drawn would contradict. */
        private static boolean follows(Indicator indicator) {
            return indicator
                    .computed()
                    .filter(computation -> computation.fold(share -> false, gain -> true, ratio -> true))
                    .isPresent();
        }

        private boolean isTooEarly(Indicator indicator, int index) {
            return first.plusMonths(index).isBefore(firstUse.orElse(first).plusMonths(indicator.lagMonths()));
        }

        private Map<IndicatorId, Reading> row(int index) {
            return rows.get(index);
        }

        private Optional<Exact> knownValue(int index, IndicatorId id) {
            return Optional.ofNullable(row(index).get(id))
                    .flatMap(Reading::known)
                    .map(Reading.Known::value);
        }

        private Exact value(Indicator indicator, Course course, int index) {
            Optional<Exact> whole = indicator.partOf().flatMap(id -> knownValue(index, id));
            if (whole.isPresent()) {
                return chance(shape == Shape.RANDOM ? 40 : 95)
                        ? whole.get()
                        : readings.share(indicator, whole.get(), random);
            }
            Optional<Exact> base = indicator.growsOver().flatMap(id -> knownValue(index, id));
            if (base.isPresent()) {
                int percent = shape == Shape.RANDOM ? between(random, -50, 60) : between(random, -10, 8);
                return readings.gained(indicator, base.get(), percent, Direction.HIGHER_IS_BETTER);
            }
            Exact start = bases.getOrDefault(indicator.id(), Exact.ZERO);
            if (shape == Shape.RANDOM) {
                return readings.any(indicator, start, random);
            }
            if (!indicator.hasBetterSide()) {
                return readings.good(indicator, start, random);
            }
            return placed(indicator, course, index, start);
        }

        private Exact placed(Indicator indicator, Course course, int index, Exact start) {
            int gain = course.gain(index, months);
            Exact gained = readings.gained(indicator, start, gain, indicator.direction());
            boolean outcome = indicator.nature() == Nature.OUTCOME;
            boolean secondary = SecondarySignals.isSecondary(indicator);
            if (shape == Shape.DISPERSED) {
                if (secondary) {
                    return readings.best(indicator, random);
                }
                if (outcome && !isCompared(indicator) && indicator.direction() == Direction.HIGHER_IS_BETTER) {
                    return readings.bad(indicator, start, random);
                }
            }
            if (outcome && isCompared(indicator)) {
                return gained;
            }
            boolean astray = shape == Shape.FALLING ? chance(15) : shape == Shape.MIXED && chance(5);
            return astray ? readings.bad(indicator, start, random) : readings.within(indicator, gained, random);
        }

        private List<String> workflowNames() {
            List<String> authorised = workflows.stream()
                    .filter(workflow -> workflow.authorisation() == Workflow.Authorisation.AUTHORISED)
                    .map(Workflow::id)
                    .toList();
            return shape != Shape.RANDOM && !authorised.isEmpty() && chance(97)
                    ? authorised
                    : List.of(
                            one(random, WORKFLOWS),
                            one(random, WORKFLOWS),
                            chance(70) ? "elsewhere" : Breakdown.UNASSIGNED);
        }

        /** One outcome that is held against limits goes beyond them. */
        private void alarm() {
            oneOf(this::isAlarm)
                    .ifPresent(alarm -> eachKnown(
                            alarm,
                            anyMonth(),
                            known -> Edit.value(alarm, known, readings.bad(alarm, known.value(), random))));
        }

        private boolean isAlarm(Indicator indicator) {
            return indicator.nature() == Nature.OUTCOME
                    && indicator.direction() == Direction.LOWER_IS_BETTER
                    && readings.hasLimits(indicator.id());
        }

        // --- disturbances

        void disturb() {
            Indicator indicator = one(random, indicators.indicators());
            switch (random.nextInt(29)) {
                case 0 -> set(indicator, anyMonth(), Optional.of(readings.unknown(random)));
                case 1 -> set(indicator, anyMonth(), Optional.empty());
                case 2 -> rows.forEach(row -> row.put(indicator.id(), readings.unknown(random)));
                case 3 -> completeness.set(random.nextInt(months), Snapshot.Completeness.PARTIAL);
                case 4 -> missing.set(random.nextInt(months), true);
                case 5 ->
                    redefine(chance(50) ? indicator : oneOf(this::isJudged).orElse(indicator));
                case 6 -> eachKnown(indicator, 0, known -> known.definedAs(ReadingGenerator.definition(indicator, 0)));
                case 7 -> doubt(indicator);
                case 8 ->
                    eachKnown(
                            indicator,
                            anyMonth(),
                            known -> Edit.value(indicator, known, readings.any(indicator, known.value(), random)));
                case 9 ->
                    eachKnown(
                            indicator,
                            lastMonth(),
                            known -> Edit.value(indicator, known, readings.bad(indicator, known.value(), random)));
                case 10 -> eachKnown(indicator, anyMonth(), known -> readings.inOtherUnit(known, random));
                case 11 -> rebase(indicator);
                case 12 -> breakDown(indicator);
                case 13 -> withdraw();
                case 14 -> firstUse = Optional.of(first.plusMonths(between(random, -6, months)));
                case 15 -> currency = chance(50) ? Optional.of("USD") : Optional.empty();
                case 16, 17, 27 -> doubtByMonth();
                case 18 -> idle();
                case 19 -> withoutCases();
                case 20, 21 -> unplace();
                case 22, 23, 24 -> pileUp();
                case 25, 26 -> aim();
                default -> crowd();
            }
        }

        private int anyMonth() {
            return chance(50) ? months - 1 : random.nextInt(months);
        }

        private int lastMonth() {
            return months - 1;
        }

        private void set(Indicator indicator, int index, Optional<Reading> reading) {
            reading.ifPresentOrElse(
                    given -> row(index).put(indicator.id(), given),
                    () -> row(index).remove(indicator.id()));
        }

        private void eachKnown(Indicator indicator, int from, java.util.function.UnaryOperator<Reading.Known> change) {
            for (int i = from; i < months; i++) {
                Reading reading = row(i).get(indicator.id());
                if (reading instanceof Reading.Known known) {
                    row(i).put(indicator.id(), change.apply(known));
                }
            }
        }

        /** From some month on it is measured in another way. */
        private void redefine(Indicator indicator) {
            eachKnown(
                    indicator,
                    random.nextInt(months),
                    known -> known.definedAs(ReadingGenerator.definition(indicator, 1)));
            if (chance(60) && baselines.get(indicator.id()) instanceof Baseline.Defined base) {
                baselines.put(
                        indicator.id(), base.definedAs(ReadingGenerator.definition(indicator, random.nextInt(2))));
            }
        }

        private void doubt(Indicator indicator) {
            Exact base = bases.getOrDefault(indicator.id(), Exact.ONE).magnitude();
            Exact doubt = readings.rounded(
                    indicator, base.times(Exact.of(between(random, 0, 40))).dividedBy(Exact.HUNDRED));
            eachKnown(indicator, chance(50) ? 0 : anyMonth(), known -> known.within(doubt.magnitude()));
        }

        private Optional<Indicator> oneOf(Predicate<Indicator> kind) {
            List<Indicator> fitting =
                    indicators.indicators().stream().filter(kind).toList();
            return fitting.isEmpty() ? Optional.empty() : Optional.of(one(random, fitting));
        }

        private int oneOfTheLast(int most) {
            return Math.max(0, months - between(random, 1, most));
        }

        private boolean isJudged(Indicator indicator) {
            Optional<IndicatorId> id = Optional.of(indicator.id());
            return readings.hasLimits(indicator.id())
                    || indicators.indicators().stream()
                            .anyMatch(other -> other.partOf().equals(id)
                                    || other.growsOver().equals(id))
                    || indicators.blocks().stream()
                            .anyMatch(block -> block.judgedBy().contains(indicator.id()));
        }

        /** What decides is uncertain, each month by itself, and perhaps bad or not known before. */
        private void doubtByMonth() {
            oneOf(chance(40) ? this::isAlarm : this::isJudged).ifPresent(indicator -> {
                int from = random.nextInt(months);
                if (chance(50)) {
                    set(indicator, from, Optional.of(readings.unknown(random)));
                } else if (row(from).get(indicator.id()) instanceof Reading.Known known) {
                    row(from)
                            .put(
                                    indicator.id(),
                                    Edit.value(indicator, known, readings.bad(indicator, known.value(), random)));
                }
                Exact scale = bases.getOrDefault(indicator.id(), Exact.ONE).magnitude();
                eachKnown(
                        indicator,
                        chance(70) ? Math.min(from + 1, months - 1) : 0,
                        known -> chance(85) ? known.within(readings.doubt(indicator, known, scale, random)) : known);
            });
        }

        /** Nothing happens that others are a share or a cost of; mostly those are not given either. */
        private void idle() {
            oneOf(cases -> indicators.indicators().stream()
                            .anyMatch(indicator -> indicator.casesOf().equals(Optional.of(cases.id()))))
                    .ifPresent(cases -> {
                        for (int i = oneOfTheLast(5); i < months; i++) {
                            row(i).put(cases.id(), Reading.of(Exact.ZERO));
                            for (Indicator indicator : indicators.indicators()) {
                                boolean isOfThem = indicator.casesOf().equals(Optional.of(cases.id()))
                                        || wholeOf(indicator).equals(Optional.of(cases.id()));
                                if (isOfThem && chance(80)) {
                                    row(i).remove(indicator.id());
                                }
                            }
                        }
                    });
        }

        private void withoutCases() {
            oneOf(LawTerms::isNeeded).ifPresent(indicator -> {
                for (int i = oneOfTheLast(5); i < months; i++) {
                    row(i).put(indicator.id(), Reading.unknown(UnknownReason.NO_CASES));
                }
            });
        }

        /** What has to have a destination has none, or has one in part, and is held against a baseline. */
        private void unplace() {
            oneOf(indicator -> indicator.breakdown().isPresent() && indicator.hasBetterSide())
                    .ifPresent(indicator -> {
                        if (chance(70)) {
                            baselines.put(indicator.id(), Baseline.of(bases.getOrDefault(indicator.id(), Exact.ZERO)));
                        }
                        eachKnown(indicator, anyMonth(), known -> {
                            Exact near = readings.any(indicator, known.value(), random);
                            Reading.Known drawn = chance(60) ? Edit.value(indicator, known, near) : known;
                            return chance(80) ? readings.brokenDown(indicator, drawn, workflowNames(), random) : drawn;
                        });
                    });
        }

        /** What extending does not ask for becomes worse than before, surely or perhaps. */
        private void pileUp() {
            oneOf(indicator -> indicator.hasBetterSide()
                            && !LawTerms.isNeeded(indicator)
                            && !follows(indicator)
                            && isCompared(indicator))
                    .ifPresent(indicator -> {
                        Exact base = bases.getOrDefault(indicator.id(), Exact.ONE);
                        baselines.put(indicator.id(), Baseline.of(base));
                        Exact worse = readings.gained(indicator, base, -between(random, 5, 60), indicator.direction());
                        boolean isUncertain = chance(30);
                        for (int i = oneOfTheLast(3); i < months; i++) {
                            Reading.Known reading = Reading.of(worse);
                            row(i).put(
                                            indicator.id(),
                                            isUncertain
                                                    ? reading.within(readings.doubt(indicator, reading, base, random))
                                                    : reading);
                        }
                    });
        }

        /** What has an objective of its own was far inside it, and comes near its end. */
        private void aim() {
            oneOf(indicator -> indicator.objective().isPresent()).ifPresent(indicator -> {
                baselines.put(indicator.id(), Baseline.of(readings.aimed(indicator, between(random, 30, 90))));
                eachKnown(
                        indicator,
                        anyMonth(),
                        known -> Edit.value(indicator, known, readings.aimed(indicator, between(random, -10, 30))));
            });
        }

        private void rebase(Indicator indicator) {
            switch (random.nextInt(4)) {
                case 0 -> baselines.remove(indicator.id());
                case 1 -> baselines.put(indicator.id(), new Baseline.Undefined(Optional.of("nobody agreed on one")));
                case 2 -> {
                    if (indicator.range().contains(Exact.ZERO)) {
                        baselines.put(indicator.id(), Baseline.of(Exact.ZERO));
                    }
                }
                default ->
                    baselines.put(
                            indicator.id(),
                            Baseline.of(
                                    readings.any(indicator, bases.getOrDefault(indicator.id(), Exact.ONE), random)));
            }
        }

        private void breakDown(Indicator indicator) {
            if (isWholeOfShares(indicator)) {
                return;
            }
            eachKnown(indicator, anyMonth(), known -> readings.brokenDown(indicator, known, workflowNames(), random));
        }

        private void withdraw() {
            List<Workflow> changed = new ArrayList<>();
            for (Workflow workflow : workflows) {
                if (chance(40)) {
                    changed.add(new Workflow(
                            workflow.id(),
                            workflow.name(),
                            Workflow.Authorisation.NOT_AUTHORISED,
                            workflow.priority(),
                            workflow.owner()));
                } else if (chance(80)) {
                    changed.add(workflow);
                }
            }
            workflows = changed;
        }

        /** Everybody uses it, or nobody does. */
        private void crowd() {
            boolean many = chance(60);
            for (Indicator indicator : indicators.indicators()) {
                if (SecondarySignals.isSecondary(indicator)) {
                    eachKnown(
                            indicator,
                            anyMonth(),
                            known -> Edit.value(
                                    indicator,
                                    known,
                                    many
                                            ? readings.best(indicator, random)
                                            : readings.bad(indicator, known.value(), random)));
                }
            }
        }

        Scorecard finish() {
            List<Snapshot> snapshots = new ArrayList<>();
            for (int i = 0; i < months; i++) {
                repair(row(i));
                if (!missing.get(i)) {
                    snapshots.add(new Snapshot(first.plusMonths(i), completeness.get(i), row(i)));
                }
            }
            if (snapshots.stream().noneMatch(Snapshot::isComplete)) {
                snapshots.removeIf(snapshot -> snapshot.month().equals(first));
                snapshots.add(new Snapshot(first, Snapshot.Completeness.COMPLETE, row(0)));
            }
            YearMonth newest = snapshots.stream()
                    .filter(Snapshot::isComplete)
                    .map(Snapshot::month)
                    .max(YearMonth::compareTo)
                    .orElseThrow();
            Optional<YearMonth> use = firstUse.map(month -> month.isAfter(newest) ? newest : month);
            Scope used = new Scope(scope.level(), scope.id(), scope.name(), use);
            return new Scorecard(
                    Optional.empty(),
                    used,
                    currency,
                    workflows,
                    new TreeMap<>(baselines),
                    Map.of(),
                    Optional.empty(),
                    snapshots);
        }

        /**
         * What is part of something is not above it, and shares of one whole are not more than it. The whole itself is
         * drawn without its parts, so that its shares can be changed one by one.
         */
        private void repair(Map<IndicatorId, Reading> row) {
            Map<IndicatorId, Exact> left = new LinkedHashMap<>();
            for (Indicator indicator : indicators.indicators()) {
                Reading part = row.get(indicator.id());
                Optional<Exact> whole = indicator
                        .partOf()
                        .flatMap(id -> Optional.ofNullable(row.get(id)))
                        .flatMap(Reading::known)
                        .map(Reading.Known::value);
                if (whole.isPresent()
                        && part instanceof Reading.Known known
                        && known.value().isAbove(whole.get())) {
                    row.put(indicator.id(), Edit.value(indicator, known, whole.get()));
                }
                IndicatorId shared = wholeOf(indicator).orElse(indicator.id());
                boolean isShare = !shared.equals(indicator.id())
                        && part instanceof Reading.Known known
                        && known.unit().isEmpty();
                if (isShare && part instanceof Reading.Known known) {
                    Exact most = left.getOrDefault(shared, Exact.HUNDRED);
                    Exact value = known.value().isAbove(most) ? most : known.value();
                    if (!value.equals(known.value())) {
                        row.put(indicator.id(), Edit.value(indicator, known, value));
                    }
                    left.put(shared, most.minus(value));
                }
            }
        }
    }
}
