package dev.roi.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Nature;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.core.json.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Pairs of scorecards that differ in one thing, and what the laws say of their two decisions: no rule is named. */
class PairsTest {

    private static final int SAMPLE = 40;
    private static final int SOAK = Integer.getInteger("soak.tries", 4_000);

    /** Tries pairs of one kind, and says which of them break the law. */
    private interface Pairs {
        void of(Case first);
    }

    private interface Decider extends BiFunction<Scorecard, YearMonth, Decision> {}

    /**
     * A scorecard and its month, as one of the two that decide sees them.
     *
     * @param decides the policy or its model
     * @param tried counts the pairs
     */
    private record Case(
            Subject subject,
            Decider decides,
            Scorecard scorecard,
            YearMonth month,
            Random random,
            AtomicInteger tried,
            List<String> breaches) {

        Decision decision() {
            return decides.apply(scorecard, month);
        }

        boolean isValid(Scorecard other) {
            return ScorecardCheck.faults(other, subject.engine().indicators()).isEmpty();
        }

        /** Holds the decision on a changed scorecard to the best that it may be, and the worst. */
        void changed(Scorecard other, Decision worst, Decision best, String how) {
            if (!isValid(other)) {
                return;
            }
            tried.incrementAndGet();
            Decision decision = decides.apply(other, month);
            if (decision.compareTo(worst) < 0 || decision.compareTo(best) > 0) {
                breaches.add("%s: %s, then %s: of %s%n    %s"
                        .formatted(how, decision(), decision, month, Json.line(scorecard)));
            }
        }

        void neverBetter(Scorecard other, Decision than, String how) {
            changed(other, Decision.STOP, than, how);
        }

        void neverWorse(Scorecard other, String how) {
            changed(other, decision(), Decision.EXTEND, how);
        }

        void same(Scorecard other, String how) {
            changed(other, decision(), decision(), how);
        }

        Decision noBetterThanAdjust() {
            return decision().compareTo(Decision.ADJUST) < 0 ? Decision.ADJUST : decision();
        }

        Indicator indicator(IndicatorId id) {
            return subject.engine().indicators().indicator(id);
        }

        List<Snapshot> upToNow() {
            return scorecard.snapshots().stream()
                    .filter(snapshot -> !snapshot.month().isAfter(month))
                    .toList();
        }

        Snapshot now() {
            return scorecard.find(month).orElseThrow();
        }

        <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        /** Returns a month to change: mostly the reviewed one. */
        Snapshot some() {
            return random.nextInt(3) > 0 ? now() : one(upToNow());
        }
    }

    private static Stream<DynamicTest> each(Pairs pairs) {
        return Subject.each(subject -> {
            assertThat(breaches(subject, subject::decide, pairs, SAMPLE)).isEmpty();
            assertThat(breaches(subject, modelOf(subject), pairs, SAMPLE))
                    .as("of the model")
                    .isEmpty();
        });
    }

    private static Decider modelOf(Subject subject) {
        return (scorecard, month) -> subject.model().answer(scorecard, month).decision();
    }

    private static List<String> breaches(Subject subject, Decider decides, Pairs pairs, int scorecards) {
        List<String> breaches = new ArrayList<>();
        AtomicInteger tried = new AtomicInteger();
        for (long seed = 1; seed <= scorecards; seed++) {
            Scorecard scorecard = subject.draws().draw(seed);
            YearMonth month = Draws.month(scorecard, seed);
            pairs.of(new Case(subject, decides, scorecard, month, new Random(seed), tried, breaches));
        }
        assertThat(tried).as("pairs").hasValueGreaterThan(scorecards / 20);
        return breaches;
    }

    /** A decider that errs is found out by the pairs that are about its error. */
    @TestFactory
    Stream<DynamicTest> each_kind_of_pair_finds_a_decider_that_errs() {
        return Subject.each(subject -> {
            Decider lawful = modelOf(subject);
            errs(
                    subject,
                    PairsTest::hide,
                    (scorecard, month) -> readings(scorecard, month)
                                    .allMatch(reading -> reading.known().isPresent())
                            ? lawful.apply(scorecard, month)
                            : Decision.EXTEND);
            errs(
                    subject,
                    PairsTest::raise,
                    (scorecard, month) -> known(scorecard, month, "active-users")
                                    .filter(users -> users.isAbove(Exact.of(40)))
                                    .isPresent()
                            ? Decision.EXTEND
                            : Decision.STOP);
            errs(
                    subject,
                    PairsTest::tell,
                    (scorecard, month) -> known(scorecard, month, "active-users")
                                    .filter(Exact.of(7)::equals)
                                    .isPresent()
                            ? Decision.EXTEND
                            : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::improve,
                    (scorecard, month) -> readings(scorecard, month)
                                    .flatMap(reading -> reading.known().stream())
                                    .anyMatch(known -> known.value().isZero())
                            ? Decision.STOP
                            : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::doubt,
                    (scorecard, month) -> readings(scorecard, month)
                                    .flatMap(reading -> reading.known().stream())
                                    .anyMatch(known -> known.uncertainty().isPresent())
                            ? Decision.EXTEND
                            : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::makeExact,
                    (scorecard, month) -> readings(scorecard, month)
                                    .flatMap(reading -> reading.known().stream())
                                    .anyMatch(known -> known.uncertainty().isPresent())
                            ? Decision.STOP
                            : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::define,
                    (scorecard, month) -> scorecard.baselines().values().stream()
                                    .anyMatch(baseline -> baseline.fold(
                                                    Baseline.Defined::definition, undefined -> Optional.empty())
                                            .isPresent())
                            ? Decision.STOP
                            : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::rename,
                    (scorecard, month) ->
                            scorecard.scope().id().equals("other") ? Decision.STOP : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::move,
                    (scorecard, month) -> month.getYear() > 2025 ? Decision.STOP : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::register,
                    (scorecard, month) ->
                            scorecard.workflows().size() > 2 ? Decision.STOP : lawful.apply(scorecard, month));
            errs(
                    subject,
                    PairsTest::enlarge,
                    (scorecard, month) -> known(scorecard, month, "monthly-cost")
                                    .filter(cost -> cost.isAbove(Exact.of(20_000)))
                                    .isPresent()
                            ? Decision.STOP
                            : lawful.apply(scorecard, month));
        });
    }

    private static void errs(Subject subject, Pairs pairs, Decider wrong) {
        assertThat(breaches(subject, wrong, pairs, 4 * SAMPLE)).isNotEmpty();
    }

    private static Stream<Reading> readings(Scorecard scorecard, YearMonth month) {
        return scorecard.find(month).orElseThrow().readings().values().stream();
    }

    private static Optional<Exact> known(Scorecard scorecard, YearMonth month, String id) {
        return scorecard
                .find(month)
                .flatMap(snapshot -> snapshot.reading(new IndicatorId(id)).known())
                .map(Reading.Known::value);
    }

    // --- law 3: hiding never helps

    private static final List<UnknownReason> SAYABLE = List.of(
            UnknownReason.NOT_INSTRUMENTED, UnknownReason.SCATTERED, UnknownReason.NOT_DUE, UnknownReason.NOT_REPORTED);

    @TestFactory
    Stream<DynamicTest> hiding_a_reading_of_any_month_never_gives_more_than_adjust_that_it_did_not_give_itself() {
        return each(PairsTest::hide);
    }

    private static void hide(Case known) {
        Snapshot month = known.some();
        for (Map.Entry<IndicatorId, Reading> entry : month.readings().entrySet()) {
            IndicatorId id = entry.getKey();
            if (entry.getValue().known().isEmpty() || known.random().nextInt(4) > 0) {
                continue;
            }
            UnknownReason reason = known.one(SAYABLE);
            boolean unreported = reason == UnknownReason.NOT_DUE || reason == UnknownReason.NOT_REPORTED;
            // what is truly not due, or had no cases, pulls no lever: the law says so itself
            boolean early = reason == UnknownReason.NOT_DUE
                    && month.month()
                            .isBefore(known.scorecard()
                                    .firstUse()
                                    .plusMonths(known.indicator(id).lagMonths()));
            if (!early && !(unreported && hadNoCases(month))) {
                known.neverBetter(
                        Change.reading(known.scorecard(), month.month(), id, Reading.unknown(reason)),
                        known.noBetterThanAdjust(),
                        "%s of %s hidden as %s".formatted(id, month.month(), reason.word()));
            }
        }
    }

    private static boolean hadNoCases(Snapshot month) {
        return Stream.of("request-volume", "deployments")
                .map(id -> month.reading(new IndicatorId(id)).known())
                .anyMatch(known ->
                        known.filter(reading -> reading.value().isZero()).isPresent());
    }

    @TestFactory
    Stream<DynamicTest> an_alarm_that_goes_dark_stays_an_alarm() {
        return Subject.each(subject -> assertThat(breaches(subject, subject::decide, PairsTest::darken, SAMPLE))
                .isEmpty());
    }

    /** Lets the next month be like this one, but for what an alarm rests on. */
    private static void darken(Case bright) {
        Review review = bright.subject().review(bright.scorecard(), bright.month());
        YearMonth next = bright.month().plusMonths(1);
        for (Justification alarm : review.justifications()) {
            if (!isAlarm(alarm, bright.now())) {
                continue;
            }
            IndicatorId id = alarm.evidence().get(0).indicator();
            List<Snapshot> months = new ArrayList<>(bright.upToNow());
            months.add(
                    Change.reading(Change.at(bright.now(), next), id, Reading.unknown(UnknownReason.NOT_INSTRUMENTED)));
            Review after = bright.subject().review(Change.snapshots(bright.scorecard(), months), next);
            bright.tried().incrementAndGet();
            if (after.justifications().stream().noneMatch(reason -> saysTheSame(alarm, reason))) {
                bright.breaches()
                        .add("no longer %s when %s goes dark after %s: %s"
                                .formatted(alarm.rule(), id, bright.month(), Json.line(bright.scorecard())));
            }
        }
    }

    private static boolean isAlarm(Justification reason, Snapshot month) {
        boolean alarms = reason.effect() == Effect.STOP || reason.effect() == Effect.ADJUST;
        return alarms
                && reason.evidence().size() == 1
                && !isInstrument(reason)
                && month.reading(reason.evidence().get(0).indicator()).known().isPresent();
    }

    private static boolean isInstrument(Justification alarm) {
        return alarm.lever().map(Lever::id).equals(Optional.of(new LeverId("instrumentation")));
    }

    private static boolean saysTheSame(Justification alarm, Justification reason) {
        return reason.effect() == alarm.effect()
                && reason.lever().map(Lever::id).equals(alarm.lever().map(Lever::id))
                && reason.evidence().stream()
                        .anyMatch(evidence -> evidence.indicator()
                                .equals(alarm.evidence().get(0).indicator()));
    }

    // --- law 2: secondary signals

    private static final Set<IndicatorId> ADOPTION =
            Set.of(new IndicatorId("adoption-rate"), new IndicatorId("weekly-active-rate"));

    @TestFactory
    Stream<DynamicTest> more_activity_or_a_better_perception_never_makes_the_decision_better() {
        return each(PairsTest::raise);
    }

    private static void raise(Case before) {
        before.subject().engine().indicators().indicators().stream()
                .filter(indicator -> indicator.nature() == Nature.ACTIVITY || indicator.nature() == Nature.PERCEPTION)
                .forEach(indicator -> raise(before, indicator));
    }

    private static void raise(Case before, Indicator indicator) {
        IndicatorId id = indicator.id();
        Snapshot month = before.some();
        month.reading(id).known().ifPresent(known -> {
            Exact more = before.one(List.of(
                    known.value().plus(Exact.ONE),
                    known.value().plus(Exact.of(20)),
                    indicator.range().most().orElse(known.value().plus(Exact.of(1000)))));
            // adoption that leaves the low zone clears what it had called for
            boolean leaves = ADOPTION.contains(id) && !isHighEnough(known);
            if (!leaves) {
                before.neverBetter(
                        Change.reading(before.scorecard(), month.month(), id, valued(known, more)),
                        before.decision(),
                        "%s of %s raised to %s".formatted(id, month.month(), more));
            }
        });
    }

    private static boolean isHighEnough(Reading.Known known) {
        Exact least = known.value().minus(known.uncertainty().orElse(Exact.ZERO));
        return !least.isBelow(Exact.of(60));
    }

    private static Reading.Known valued(Reading.Known known, Exact value) {
        return known.valued(value).by(Map.of());
    }

    @TestFactory
    Stream<DynamicTest> what_is_only_worth_knowing_changes_no_decision() {
        return each(PairsTest::tell);
    }

    private static final Set<String> CONTEXT =
            Set.of("cost-by-team", "uptime", "avoided-cost", "teams-in-frame", "active-users", "nps");

    private static void tell(Case before) {
        Scorecard more = Change.months(before.scorecard(), snapshot -> {
            Snapshot changed = snapshot;
            for (Indicator indicator : before.subject().engine().indicators().indicators()) {
                if (CONTEXT.contains(indicator.id().value())) {
                    changed = Change.reading(changed, indicator.id(), Reading.of("7"));
                }
            }
            return changed;
        });
        before.same(more, "with figures that prove nothing");
    }

    // --- law 12: better is never worse

    @TestFactory
    Stream<DynamicTest> a_better_outcome_of_the_month_never_makes_the_decision_worse() {
        return each(PairsTest::improve);
    }

    private static void improve(Case before) {
        before.subject().engine().indicators().indicators().stream()
                .filter(indicator -> indicator.nature() == Nature.OUTCOME && indicator.hasBetterSide())
                .forEach(indicator -> improve(before, indicator));
    }

    private static void improve(Case before, Indicator indicator) {
        IndicatorId id = indicator.id();
        before.now().reading(id).known().ifPresent(known -> {
            boolean up = indicator.direction() == Direction.HIGHER_IS_BETTER;
            Exact better = before.one(
                    up
                            ? List.of(
                                    known.value().plus(Exact.ONE),
                                    known.value().plus(Exact.of(10)),
                                    known.value().times(Exact.of(3)))
                            : List.of(
                                    known.value().minus(Exact.ONE),
                                    known.value().times(Exact.of("0.8")),
                                    Exact.ZERO));
            Reading.Known reading = indicator.breakdown().isPresent()
                    ? valued(known, better).by(Dimension.DESTINATION, grown(known, better.minus(known.value())))
                    : valued(known, better);
            before.neverWorse(
                    Change.reading(before.scorecard(), before.month(), id, reading),
                    "%s improved to %s".formatted(id, better));
        });
    }

    /** Hours that are more are hours with a destination, where some of them had one. */
    private static Map<String, Reading.Part> grown(Reading.Known known, Exact more) {
        Map<String, Reading.Part> parts = new TreeMap<>(known.by().getOrDefault(Dimension.DESTINATION, Map.of()));
        String first = parts.keySet().stream()
                .filter(name -> !name.equals("unassigned"))
                .findFirst()
                .orElse("debt-reduced");
        Exact sum = parts.values().stream().map(Reading.Part::value).reduce(Exact.ZERO, Exact::plus);
        if (parts.isEmpty()) {
            parts.put("unassigned", Reading.Part.of(known.value().minus(sum)));
        }
        parts.merge(
                first,
                Reading.Part.of(more),
                (one, other) -> Reading.Part.of(one.value().plus(other.value())));
        return parts;
    }

    // --- law 15: uncertainty

    @TestFactory
    Stream<DynamicTest> a_certain_reading_that_becomes_uncertain_never_gives_more_than_adjust_that_it_did_not_give() {
        return each(PairsTest::doubt);
    }

    private static void doubt(Case before) {
        Snapshot month = before.some();
        certain(before, month).forEach((id, known) -> {
            Exact doubt = before.one(List.of(
                    Exact.of("0.5"),
                    Exact.of(3),
                    known.value().magnitude().dividedBy(Exact.of(5)),
                    known.value().magnitude()));
            before.neverBetter(
                    Change.reading(before.scorecard(), month.month(), id, known.within(doubt)),
                    before.noBetterThanAdjust(),
                    "%s of %s known to %s only".formatted(id, month.month(), doubt));
        });
    }

    /** Returns a third of a month's readings, of those of which no uncertainty is said. */
    private static Map<IndicatorId, Reading.Known> certain(Case before, Snapshot month) {
        Map<IndicatorId, Reading.Known> certain = new TreeMap<>();
        month.readings()
                .forEach((id, reading) -> reading.known()
                        .filter(known ->
                                known.uncertainty().isEmpty() && before.random().nextInt(3) == 0)
                        .ifPresent(known -> certain.put(id, known)));
        return certain;
    }

    @TestFactory
    Stream<DynamicTest> a_reading_that_is_said_to_be_exact_is_judged_as_before() {
        return each(PairsTest::makeExact);
    }

    private static void makeExact(Case before) {
        Snapshot month = before.some();
        certain(before, month)
                .forEach((id, known) -> before.same(
                        Change.reading(before.scorecard(), month.month(), id, known.within(Exact.ZERO)),
                        "%s of %s known exactly".formatted(id, month.month())));
    }

    // --- law 1: nothing but what is said, up to the month

    @TestFactory
    Stream<DynamicTest> the_order_of_months_workflows_baselines_parts_and_keys_changes_no_byte() {
        return Subject.each(subject -> assertThat(breaches(subject, subject::decide, PairsTest::shuffle, SAMPLE))
                .isEmpty());
    }

    private static void shuffle(Case before) {
        String document = Json.line(before.scorecard());
        Optional<Scorecard> one = read(before.subject(), document);
        Optional<Scorecard> other = read(before.subject(), Shuffled.of(document, before.random()));
        if (one.isPresent() && other.isPresent()) {
            sameBytes(before, one.get(), other.get(), "in another order");
        } else if (one.isPresent() != other.isPresent()) {
            before.breaches().add("in one order it is refused: " + document);
        }
    }

    private static void sameBytes(Case before, Scorecard one, Scorecard other, String how) {
        before.tried().incrementAndGet();
        String expected = Json.write(before.subject().review(one, before.month()));
        if (!Json.write(before.subject().review(other, before.month())).equals(expected)) {
            before.breaches().add("%s: of %s %s".formatted(how, before.month(), Json.line(before.scorecard())));
        }
    }

    /** Reads a document, unless it is refused: fractions that were rounded in writing may contradict each other. */
    private static Optional<Scorecard> read(Subject subject, String document) {
        try {
            return Optional.of(subject.engine()
                    .read("scorecard.json", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                    .scorecards()
                    .get(0));
        } catch (InvalidInput refused) {
            return Optional.empty();
        }
    }

    @TestFactory
    Stream<DynamicTest> later_months_change_no_byte() {
        return Subject.each(subject -> assertThat(breaches(subject, subject::decide, PairsTest::lengthen, SAMPLE))
                .isEmpty());
    }

    private static void lengthen(Case before) {
        List<Snapshot> months = new ArrayList<>(before.upToNow());
        Scorecard now = Change.snapshots(before.scorecard(), months);
        YearMonth next = before.month().plusMonths(1 + before.random().nextInt(3));
        for (Snapshot later :
                before.subject().draws().draw(before.random().nextInt()).snapshots()) {
            months.add(Snapshot.complete(next, later.readings()));
            next = next.plusMonths(1);
        }
        Scorecard later = Change.snapshots(before.scorecard(), months);
        if (before.isValid(now) && before.isValid(later)) {
            sameBytes(before, now, later, "with later months");
        }
    }

    // --- what a decision does not depend on

    @TestFactory
    Stream<DynamicTest> a_definition_on_both_sides_or_on_one_changes_no_decision() {
        return each(PairsTest::define);
    }

    private static void define(Case before) {
        before.scorecard().baselines().forEach((id, baseline) -> {
            boolean undefined = before.indicator(id).definitions().isEmpty()
                    && before.scorecard().snapshots().stream()
                            .allMatch(snapshot -> snapshot.reading(id)
                                    .known()
                                    .flatMap(Reading.Known::definition)
                                    .isEmpty());
            if (!undefined
                    || !(baseline instanceof Baseline.Defined base)
                    || before.random().nextInt(3) > 0) {
                return;
            }
            Map<IndicatorId, Baseline> defined =
                    new TreeMap<>(before.scorecard().baselines());
            defined.put(id, base.definedAs("by count"));
            Scorecard oneSided = Change.baselines(before.scorecard(), defined);
            before.same(oneSided, id + " defined on one side");
            before.same(
                    Change.months(
                            oneSided,
                            snapshot -> snapshot.reading(id)
                                    .known()
                                    .map(known -> Change.reading(snapshot, id, known.definedAs("by count")))
                                    .orElse(snapshot)),
                    id + " defined on both sides");
        });
    }

    @TestFactory
    Stream<DynamicTest> the_name_of_a_scope_changes_no_decision() {
        return each(PairsTest::rename);
    }

    private static void rename(Case before) {
        Scope scope = before.scorecard().scope();
        before.same(
                Change.scope(before.scorecard(), new Scope(scope.level(), "other", "Other", scope.firstUse())),
                "under another name");
    }

    @TestFactory
    Stream<DynamicTest> the_calendar_changes_no_decision() {
        return each(PairsTest::move);
    }

    private static void move(Case before) {
        Scope scope = before.scorecard().scope();
        Optional<YearMonth> firstUse = scope.firstUse().map(month -> month.plusMonths(7));
        Scorecard moved = Change.snapshots(
                Change.scope(before.scorecard(), new Scope(scope.level(), scope.id(), scope.name(), firstUse)),
                before.scorecard().snapshots().stream()
                        .map(snapshot -> Change.at(snapshot, snapshot.month().plusMonths(7)))
                        .toList());
        before.tried().incrementAndGet();
        Decision decision = before.decides().apply(moved, before.month().plusMonths(7));
        if (decision != before.decision()) {
            before.breaches().add("%s, and %s seven months later".formatted(before.decision(), decision));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_workflow_that_no_money_went_to_changes_no_decision() {
        return each(PairsTest::register);
    }

    private static void register(Case before) {
        List<Workflow> more = new ArrayList<>(before.scorecard().workflows());
        more.add(new Workflow(
                "idle", "Idle", Workflow.Authorisation.NOT_AUTHORISED, Workflow.Priority.ORDINARY, Optional.empty()));
        before.same(Change.workflows(before.scorecard(), more), "with one more workflow");
    }

    @TestFactory
    Stream<DynamicTest> amounts_of_money_in_another_size_change_no_decision() {
        return each(PairsTest::enlarge);
    }

    private static void enlarge(Case before) {
        Set<IndicatorId> money = before.subject().engine().indicators().indicators().stream()
                .filter(indicator -> indicator.unit().equals(Unit.CURRENCY))
                .map(Indicator::id)
                .collect(Collectors.toSet());
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(before.scorecard().baselines());
        baselines.replaceAll((id, baseline) -> money.contains(id) ? tenfold(baseline) : baseline);
        Scorecard other = Change.months(Change.baselines(before.scorecard(), baselines), snapshot -> {
            Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
            readings.replaceAll((id, reading) ->
                    money.contains(id) ? reading.fold(PairsTest::tenfold, unknown -> unknown) : reading);
            return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
        });
        before.same(other, "in amounts ten times as large");
    }

    private static Baseline tenfold(Baseline baseline) {
        return baseline.fold(
                defined -> new Baseline.Defined(
                        tenfold(defined.value()),
                        defined.period(),
                        defined.method(),
                        defined.definition(),
                        defined.unit(),
                        defined.note()),
                undefined -> undefined);
    }

    private static Exact tenfold(Exact number) {
        return number.times(Exact.of(10));
    }

    private static Reading tenfold(Reading.Known known) {
        Reading.Known changed = known.valued(tenfold(known.value()))
                .by(Map.of())
                .within(known.uncertainty().map(PairsTest::tenfold));
        for (Map.Entry<Dimension, Map<String, Reading.Part>> by : known.by().entrySet()) {
            Map<String, Reading.Part> parts = new TreeMap<>(by.getValue());
            parts.replaceAll((name, part) -> Reading.Part.of(tenfold(part.value())));
            changed = changed.by(by.getKey(), parts);
        }
        return changed;
    }

    // --- many times

    @Tag("soak")
    @TestFactory
    Stream<DynamicNode> no_pair_breaks_a_law_many_times() {
        Map<String, Pairs> kinds = new LinkedHashMap<>();
        kinds.put("hiding", PairsTest::hide);
        kinds.put("going dark", PairsTest::darken);
        kinds.put("secondary signals", PairsTest::raise);
        kinds.put("context", PairsTest::tell);
        kinds.put("better outcomes", PairsTest::improve);
        kinds.put("uncertainty", PairsTest::doubt);
        kinds.put("exactness", PairsTest::makeExact);
        kinds.put("order", PairsTest::shuffle);
        kinds.put("later months", PairsTest::lengthen);
        kinds.put("definitions", PairsTest::define);
        kinds.put("names", PairsTest::rename);
        kinds.put("the calendar", PairsTest::move);
        kinds.put("the register", PairsTest::register);
        kinds.put("the size of money", PairsTest::enlarge);
        return kinds.entrySet().stream()
                .map(kind -> DynamicContainer.dynamicContainer(
                        kind.getKey(),
                        Subject.each(subject -> assertThat(breaches(subject, subject::decide, kind.getValue(), SOAK))
                                .isEmpty())));
    }
}
