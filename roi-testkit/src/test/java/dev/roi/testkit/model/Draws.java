package dev.roi.testkit.model;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.rules.Engine;
import dev.roi.testkit.ScorecardArbitraries;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.RandomGenerator;

/**
 * Draws scorecards of a built-in policy, each from a seed of its own: a third as the testkit draws them for any policy,
 * the others near the limits of this one. Many are disturbed a little, some a lot. Every draw is valid.
 */
final class Draws {

    private static final YearMonth EPOCH = YearMonth.of(2024, 1);
    private static final List<String> DESTINATIONS = List.of("debt-reduced", "flow-accelerated", "cost-reduced");

    /** Indicator; baseline; a value that is good, one that is not, one that is bad; and where something begins or ends. */
    private static final String CODING_AGENT = """
            monthly-cost                -    10000 10000 10000   0
            budget-consumed             -    72    72    85      79.9 80 80.1 100 130
            adoption-rate               -    60    60    20      12 29.9 30 30.1 70 70.1 88
            traceability-rate           -    80    80    22      49.9 50 50.1
            priority-usage-share        -    80    80    22      49.9 50 50.1
            active-authorised-workflows -    2     1     0       0 1
            active-users                20   40    20    10      0
            user-satisfaction           60   90    60    20      100
            perceived-speedup           -    5     5     -20     10 11 0 -1
            lead-time                   10   7.5   10    13      8.9 9 9.1 10.9 11 11.1
            cycle-time                  5    4     5     6       4.4 4.5 4.6 5.5 5.6
            review-time                 8    7     8     10      7.1 7.2 8.8 8.9
            work-in-progress            10   8     10    13      11 11.1
            deployments                 -    20    20    20      0 1
            change-failure-rate         15   12    15    20      16.5 16.6
            rework-rate                 20   15    20    25      17.9 18 22 22.1
            escaped-defects             20   15    20    25      17 18 22 23
            incidents                   10   8     10    12      8 9 11 12
            review-load                 60   50    60    70      53.9 54 66 66.1
            off-policy-usage            -    0     0     50      5 6 199 200 250
            sensitive-data-alerts       -    0     0     2       1 99 100 400
            time-to-market              40   35    40    50      36 35.9 44 44.1
            strategic-debt-reduced      10   15    10    5       9 8.9 11 11.1
            business-options-activated  5    8     5     3       4 6
            """;

    private static final String ASSISTANT = """
            automation-rate      -    65    65    40    49.9 50 80 80.1
            response-time        8    6     8     11    7.1 7.2 8.8 8.9 9.9 10 10.1
            hours-saved          80   100   80    60    72 71.9 88 88.1
            tickets-avoided      50   70    50    30    45 44 55 56
            avoided-cost         -    9000  6000  4000  0
            cost-per-interaction 4    3.5   4     5     3.6 3.59 4.4 4.41
            uptime               -    99.5  99.5  98    98.9 99 99.1
            monthly-cost         -    5000  5000  5000  0
            budget-consumed      -    72    72    90    79.9 80 80.1 130
            csat                 -    86    86    70    79.9 80 80.1
            nps                  -    40    40    -20   0
            answer-precision     80   90    80    65    72 71.9 88 88.1
            sentiment            -    0.4   0.4   -0.4  0
            handover-rate        -    15    15    30    9.9 10 20 20.1
            weekly-active-rate   -    65    65    40    59.9 60 60.1
            active-users         -    40    40    10    0
            """;

    /** What the table says of an indicator. */
    private record Line(Optional<Exact> baseline, List<Exact> values, List<Exact> edges) {}

    private enum Mood {
        GOOD,
        FLAT,
        BAD,
        MIXED
    }

    private final IndicatorSet indicators;
    private final Map<IndicatorId, Line> table = new LinkedHashMap<>();
    private final RandomGenerator<Scorecard> usual;

    private Draws(Engine engine, String text) {
        this.indicators = engine.indicators();
        this.usual = ScorecardArbitraries.of(engine.policy()).scorecards().generator(1000);
        text.lines().forEach(line -> {
            List<String> words = List.of(line.trim().split(" +"));
            List<Exact> numbers = words.stream()
                    .skip(1)
                    .map(word -> word.equals("-") ? Exact.ZERO : Exact.of(word))
                    .toList();
            table.put(
                    new IndicatorId(words.get(0)),
                    new Line(
                            Optional.of(numbers.get(0))
                                    .filter(base -> !words.get(1).equals("-")),
                            numbers.subList(1, 4),
                            numbers.subList(4, numbers.size())));
        });
    }

    static Draws of(Engine engine) {
        boolean assistant = engine.policy().ref().id().value().equals("assistant");
        return new Draws(engine, assistant ? ASSISTANT : CODING_AGENT);
    }

    Scorecard draw(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        while (true) {
            Draft draft = random.nextInt(3) == 0 ? new Draft(usual.next(random).value(), random) : new Draft(random);
            int disturbances = disturbances(random);
            for (int i = 0; i < disturbances; i++) {
                draft.disturb();
            }
            Optional<Scorecard> scorecard = draft.finish();
            if (scorecard.isPresent()) {
                return scorecard.get();
            }
        }
    }

    /** Draws the month to review: mostly the latest, sometimes an earlier one. */
    static YearMonth month(Scorecard scorecard, long seed) {
        Random random = new Random(~seed * 0x9E3779B97F4A7C15L);
        List<YearMonth> complete = scorecard.completeMonths();
        return random.nextInt(4) > 0
                ? complete.get(complete.size() - 1)
                : complete.get(random.nextInt(complete.size()));
    }

    static boolean hasRest(Reading.Known known) {
        return known.by().values().stream()
                .map(parts -> parts.get(Breakdown.UNASSIGNED))
                .anyMatch(part -> part != null && !part.value().isZero());
    }

    private static int disturbances(Random random) {
        int draw = random.nextInt(100);
        if (draw < 30) {
            return 0;
        }
        return draw < 55 ? 1 : draw < 75 ? 2 : draw < 92 ? 3 + random.nextInt(3) : 6 + random.nextInt(8);
    }

    /** A scorecard in the making. */
    private final class Draft {

        private final Random random;
        private Optional<YearMonth> firstUse;
        private final Optional<String> currency;
        private final List<Workflow> workflows = new ArrayList<>();
        private final Map<IndicatorId, Baseline> baselines = new TreeMap<>();
        private final TreeMap<YearMonth, Map<IndicatorId, Reading>> rows = new TreeMap<>();
        private final Map<YearMonth, Snapshot.Completeness> completeness = new TreeMap<>();

        Draft(Scorecard scorecard, Random random) {
            this.random = random;
            this.firstUse = scorecard.scope().firstUse();
            this.currency = scorecard.currency();
            workflows.addAll(scorecard.workflows());
            baselines.putAll(scorecard.baselines());
            for (Snapshot snapshot : scorecard.snapshots()) {
                Map<IndicatorId, Reading> row = new TreeMap<>(snapshot.readings());
                row.replaceAll(this::withoutCases);
                rows.put(snapshot.month(), row);
                completeness.put(snapshot.month(), snapshot.completeness());
            }
        }

        Draft(Random random) {
            this.random = random;
            this.currency = chance(80) ? Optional.of("EUR") : Optional.empty();
            Mood mood = one(List.of(
                    Mood.GOOD, Mood.GOOD, Mood.GOOD, Mood.GOOD, Mood.FLAT, Mood.BAD, Mood.BAD, Mood.BAD, Mood.MIXED));
            int months = mood == Mood.BAD ? 6 + random.nextInt(8) : 1 + random.nextInt(mood == Mood.GOOD ? 7 : 10);
            YearMonth first = EPOCH.plusMonths(random.nextInt(24));
            int use = random.nextInt(100);
            this.firstUse = use < 35
                    ? Optional.empty()
                    : Optional.of(
                            use < 93
                                    ? first.minusMonths(1 + random.nextInt(12))
                                    : first.plusMonths(random.nextInt(Math.min(months, 3))));
            workflow("alpha", true);
            workflow("beta", chance(80));
            for (int i = 0; i < months; i++) {
                rows.put(first.plusMonths(i), new TreeMap<>());
                completeness.put(first.plusMonths(i), Snapshot.Completeness.COMPLETE);
            }
            table.forEach((id, line) -> fill(id, line, mood));
            rows.values().forEach(this::fillAmounts);
        }

        /** Only a share can be one of no cases. */
        private Reading withoutCases(IndicatorId id, Reading reading) {
            boolean none = reading instanceof Reading.Unknown unknown && unknown.reason() == UnknownReason.NO_CASES;
            return none && !indicators.indicator(id).unit().equals(Unit.PERCENT)
                    ? Reading.unknown(UnknownReason.NOT_REPORTED)
                    : reading;
        }

        private void workflow(String id, boolean authorised) {
            workflows.add(new Workflow(
                    id,
                    id,
                    authorised ? Workflow.Authorisation.AUTHORISED : Workflow.Authorisation.NOT_AUTHORISED,
                    Workflow.Priority.PRIORITY,
                    Optional.empty()));
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private boolean isNeeded(IndicatorId id) {
            return indicators.indicator(id).extendNeed() == Indicator.ExtendNeed.NEEDED;
        }

        // --- a scorecard without disturbances

        private void fill(IndicatorId id, Line line, Mood mood) {
            if (!isNeeded(id) && chance(30)) {
                return;
            }
            if (chance(isNeeded(id) ? 99 : 80)) {
                line.baseline().ifPresent(base -> baselines.put(id, Baseline.of(base)));
            }
            int course = course(id, line, mood);
            rows.values()
                    .forEach(row -> row.put(
                            id, Reading.of(line.values().get(mood == Mood.MIXED ? random.nextInt(3) : course))));
        }

        /** Returns which of the table's values an indicator has. */
        private int course(IndicatorId id, Line line, Mood mood) {
            if (line.baseline().isEmpty()) {
                return chance(mood == Mood.GOOD ? 2 : 4) ? 2 : 0;
            }
            return switch (mood) {
                case GOOD -> id.value().equals("lead-time") || chance(60) ? 0 : 1;
                case FLAT -> 1;
                case BAD -> chance(50) ? 1 : 2;
                case MIXED -> 0;
            };
        }

        private void fillAmounts(Map<IndicatorId, Reading> row) {
            if (table.containsKey(new IndicatorId("lead-time"))) {
                Exact cost = value(row, "monthly-cost").orElse(Exact.of(10_000));
                put(row, "forecast-next-month", Reading.of(cost.times(Exact.of("1.05"))));
                put(row, "cost-by-workflow", Reading.of(cost).by(Dimension.WORKFLOW, parts(Map.of("alpha", cost))));
                put(row, "reallocated-hours", hours(Exact.of(100), Exact.ZERO));
            } else {
                put(row, "request-volume", Reading.of("1000"));
            }
        }

        private void put(Map<IndicatorId, Reading> row, String id, Reading reading) {
            row.put(new IndicatorId(id), reading);
        }

        private Optional<Exact> value(Map<IndicatorId, Reading> row, String id) {
            return Optional.ofNullable(row.get(new IndicatorId(id)))
                    .flatMap(Reading::known)
                    .map(Reading.Known::value);
        }

        private static Map<String, Reading.Part> parts(Map<String, Exact> values) {
            Map<String, Reading.Part> parts = new TreeMap<>();
            values.forEach((name, value) -> parts.put(name, Reading.Part.of(value)));
            return parts;
        }

        private Reading.Known hours(Exact named, Exact rest) {
            return Reading.of(named.plus(rest))
                    .by(Dimension.DESTINATION, parts(Map.of(one(DESTINATIONS), named, Breakdown.UNASSIGNED, rest)));
        }

        // --- disturbances

        void disturb() {
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3 -> some(id -> each(row -> edge(row, id)));
                case 4, 5, 6 -> some(id -> each(row -> row.put(id, unknown())));
                case 7 -> some(id -> each(row -> row.remove(id)));
                case 8, 9, 10 -> some(id -> each(row -> change(row, id, known -> doubt(id, known))));
                case 11 -> someCompared(this::define);
                case 12 -> some(id -> each(row -> change(row, id, known -> otherUnit(id, known))));
                case 13 -> rate();
                case 14 -> noCases();
                case 15, 16 -> each(this::amounts);
                case 17, 18 -> some(this::baseline);
                case 19 -> completeness.put(one(List.copyOf(rows.keySet())), Snapshot.Completeness.PARTIAL);
                case 20 -> removeMonth();
                case 21, 22 -> some(this::shake);
                default -> dates();
            }
        }

        private void some(Consumer<IndicatorId> change) {
            List<IndicatorId> ids = indicators.indicators().stream()
                    .filter(indicator -> indicator.computed().isEmpty()
                            || !indicator.id().value().equals("return-on-investment"))
                    .map(Indicator::id)
                    .toList();
            List<IndicatorId> needed = ids.stream().filter(this::isNeeded).toList();
            change.accept(one(chance(60) ? needed : ids));
        }

        private void someCompared(Consumer<IndicatorId> change) {
            if (!baselines.isEmpty()) {
                change.accept(one(List.copyOf(baselines.keySet())));
            }
        }

        /** Changes the last month, or some month, or the last few, or all. */
        private void each(Consumer<Map<IndicatorId, Reading>> change) {
            List<Map<IndicatorId, Reading>> all = List.copyOf(rows.values());
            int last = all.size() - 1;
            int draw = random.nextInt(100);
            int from = draw < 40 ? last : draw < 85 ? random.nextInt(all.size()) : 0;
            int to = draw < 40 || draw >= 60 ? last : from;
            all.subList(from, to + 1).forEach(change);
        }

        private void change(Map<IndicatorId, Reading> row, IndicatorId id, UnaryOperator<Reading.Known> change) {
            Optional.ofNullable(row.get(id))
                    .flatMap(Reading::known)
                    .ifPresent(known -> row.put(id, change.apply(known)));
        }

        private Reading unknown() {
            return Reading.unknown(one(List.of(
                    UnknownReason.NOT_INSTRUMENTED,
                    UnknownReason.SCATTERED,
                    UnknownReason.NOT_DUE,
                    UnknownReason.NOT_REPORTED)));
        }

        /** Puts a reading where a limit or a tolerance begins or ends. */
        private void edge(Map<IndicatorId, Reading> row, IndicatorId id) {
            Line line = table.get(id);
            if (line == null) {
                amounts(row);
                return;
            }
            Exact value = one(chance(70) ? line.edges() : line.values());
            if (row.get(new IndicatorId("request-volume")) instanceof Reading.Known whole
                    && indicators.indicator(id).computed().isPresent()) {
                put(row, "request-volume", Reading.of(whole.value()));
            }
            row.put(id, Reading.of(value));
        }

        private Reading.Known doubt(IndicatorId id, Reading.Known known) {
            List<Exact> distances = new ArrayList<>(List.of(Exact.of("0.5"), Exact.of(5)));
            Optional.ofNullable(table.get(id))
                    .ifPresent(line -> line.edges()
                            .forEach(edge ->
                                    distances.add(edge.minus(known.value()).magnitude())));
            Exact doubt = one(distances);
            return known.within(chance(70) ? doubt : doubt.plus(Exact.of("0.1")));
        }

        /** Lets an alarm be followed by a figure that is too uncertain to tell. */
        private void shake(IndicatorId id) {
            Line line = table.get(id);
            if (line == null || rows.size() < 2) {
                return;
            }
            Map<IndicatorId, Reading> last = rows.lastEntry().getValue();
            Map<IndicatorId, Reading> before = rows.lowerEntry(rows.lastKey()).getValue();
            before.put(id, chance(80) ? Reading.of(one(line.edges())) : unknown());
            last.put(id, doubt(id, Reading.of(one(chance(50) ? line.edges() : line.values()))));
        }

        /** Says how something was measured, and mostly how its baseline was. */
        private void define(IndicatorId id) {
            String definition = definition(id);
            each(row -> change(row, id, known -> known.definedAs(definition)));
            if (baselines.get(id) instanceof Baseline.Defined base && chance(70)) {
                baselines.put(id, base.definedAs(definition(id)));
            }
        }

        private String definition(IndicatorId id) {
            List<String> known = indicators.indicator(id).definitions();
            return one(known.isEmpty() ? List.of("by count", "by size") : known);
        }

        private Reading.Known otherUnit(IndicatorId id, Reading.Known known) {
            Unit unit = indicators.indicator(id).unit();
            if (unit.equals(Unit.CURRENCY)) {
                return known.in(new Unit(chance(70) ? "CHF" : currency.orElse("CHF")));
            }
            return known.rate().isPresent()
                    ? known
                    : known.in(unit.equals(Unit.PERCENT) ? new Unit("hours") : Unit.PERCENT);
        }

        /** Gives a percentage as so many of so many, perhaps of none. */
        private void rate() {
            some(id -> {
                if (indicators.indicator(id).unit().equals(Unit.PERCENT)) {
                    boolean none = chance(60);
                    each(row -> row.put(
                            id,
                            none
                                    ? Reading.rate(Exact.ZERO, Exact.ZERO)
                                    : Reading.rate(Exact.of(random.nextInt(120)), Exact.of(120))));
                }
            });
        }

        /** Leaves figures out in months without requests or deployments. */
        private void noCases() {
            boolean assistant = !table.containsKey(new IndicatorId("lead-time"));
            List<String> left = assistant
                    ? List.of("automation-rate", "handover-rate", "cost-per-interaction", "csat", "answer-precision")
                    : List.of("rework-rate", "change-failure-rate");
            boolean all = chance(50);
            String some = one(left);
            each(row -> {
                put(row, assistant ? "request-volume" : "deployments", Reading.of("0"));
                left.stream()
                        .filter(id -> all || id.equals(some))
                        .map(IndicatorId::new)
                        .forEach(row::remove);
            });
        }

        private void amounts(Map<IndicatorId, Reading> row) {
            if (table.containsKey(new IndicatorId("lead-time"))) {
                if (chance(50)) {
                    row.put(new IndicatorId("reallocated-hours"), someHours());
                } else {
                    money(row);
                }
            } else if (chance(50)) {
                put(
                        row,
                        "hours-saved",
                        hours(Exact.of(one(List.of(72L, 80L, 100L))), Exact.of(random.nextInt(2) * 10L)));
            } else {
                requests(row);
            }
        }

        private Reading someHours() {
            return switch (random.nextInt(6)) {
                case 0 -> Reading.of("0");
                case 1 -> Reading.of("100");
                case 2 -> hours(Exact.of(100), Exact.of(20));
                case 3 -> hours(Exact.of(40), Exact.of(80));
                case 4 -> hours(Exact.of(100), Exact.ZERO).within(Exact.of(15));
                default -> hours(one(List.of(Exact.of(44), Exact.of(45), Exact.of(55), Exact.of(56))), Exact.ZERO);
            };
        }

        private void money(Map<IndicatorId, Reading> row) {
            Exact cost = value(row, "monthly-cost").orElse(Exact.of(10_000));
            Exact most = cost.times(Exact.of("0.9"));
            Exact rest = cost.minus(most);
            String outside = one(List.of("beta", "elsewhere", Breakdown.UNASSIGNED));
            switch (random.nextInt(8)) {
                case 0, 1 ->
                    put(
                            row,
                            "cost-by-workflow",
                            Reading.of(cost).by(Dimension.WORKFLOW, parts(Map.of("alpha", most, outside, rest))));
                case 2 ->
                    put(row, "cost-by-workflow", Reading.of(most).by(Dimension.WORKFLOW, parts(Map.of("alpha", most))));
                case 3 -> put(row, "cost-by-workflow", Reading.of(cost));
                case 4 -> change(row, new IndicatorId("monthly-cost"), known -> known.within(Exact.of(500)));
                case 5 -> change(row, new IndicatorId("cost-by-workflow"), known -> known.within(Exact.of(500)));
                default ->
                    put(
                            row,
                            "forecast-next-month",
                            Reading.of(cost.times(one(List.of(
                                    Exact.of("1.149"),
                                    Exact.of("1.15"),
                                    Exact.of("1.151"),
                                    Exact.of(2),
                                    Exact.ZERO)))));
            }
        }

        /** Counts requests by outcome, in place of the rates or beside them. */
        private void requests(Map<IndicatorId, Reading> row) {
            Exact automated = Exact.of(one(List.of(490L, 500L, 650L, 800L)));
            Exact handed = Exact.of(one(List.of(90L, 100L, 150L, 200L)));
            boolean none = chance(10);
            Map<String, Exact> outcomes = none
                    ? Map.of("automated", Exact.ZERO)
                    : Map.of(
                            "automated",
                            automated,
                            "handed-over",
                            handed,
                            "abandoned",
                            Exact.of(1000).minus(automated).minus(handed));
            put(row, "request-volume", Reading.of(none ? "0" : "1000").by(Dimension.OUTCOME, parts(outcomes)));
            row.remove(new IndicatorId("automation-rate"));
            row.remove(new IndicatorId("handover-rate"));
        }

        private void baseline(IndicatorId id) {
            Optional<Line> line = Optional.ofNullable(table.get(id));
            Exact base = line.flatMap(Line::baseline).orElse(Exact.of(50));
            switch (random.nextInt(6)) {
                case 0 -> baselines.remove(id);
                case 1, 2 -> baselines.put(id, new Baseline.Undefined(Optional.empty()));
                case 3 -> baselines.put(id, Baseline.of(Exact.ZERO));
                case 4 -> baselines.put(id, Baseline.of(base));
                default -> baselines.put(id, Baseline.of(base).definedAs(definition(id)));
            }
        }

        private void removeMonth() {
            if (rows.size() > 1) {
                YearMonth month = one(List.copyOf(rows.keySet()));
                rows.remove(month);
                completeness.remove(month);
            }
        }

        private void dates() {
            YearMonth first = rows.firstKey();
            switch (random.nextInt(4)) {
                case 0 -> firstUse = Optional.empty();
                case 1 -> firstUse = Optional.of(first.minusMonths(random.nextInt(7)));
                case 2 -> firstUse = Optional.of(first.plusMonths(random.nextInt(3)));
                default -> {
                    YearMonth next = rows.lastKey().plusMonths(1);
                    rows.put(next, new TreeMap<>(rows.get(rows.lastKey())));
                    completeness.put(next, Snapshot.Completeness.PARTIAL);
                }
            }
        }

        Optional<Scorecard> finish() {
            Scope scope = new Scope(Level.WORKFLOW, "scope-a", "scope-a", firstUse);
            Scorecard.Builder builder = Scorecard.of(scope);
            currency.ifPresent(builder::currency);
            workflows.forEach(builder::workflow);
            baselines.forEach(builder::baseline);
            rows.forEach((month, row) -> builder.snapshot(
                    new Snapshot(month, completeness.getOrDefault(month, Snapshot.Completeness.COMPLETE), row)));
            Scorecard scorecard = builder.build();
            boolean isValid = ScorecardCheck.faults(scorecard, indicators).isEmpty()
                    && !scorecard.completeMonths().isEmpty();
            return isValid ? Optional.of(scorecard) : Optional.empty();
        }
    }
}
