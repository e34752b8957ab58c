package dev.roi.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.IndicatorId;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.core.json.Json;
import dev.roi.testkit.Shrunken;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The built-in policies against the model of how they are to decide, over scorecards drawn at random. */
class ModelTest {

    private static final int SAMPLE = 1_000;
    private static final int COUNTED = 1_000;
    private static final int SOAK = 20_000;
    private static final int SHOWN = 8;

    @TestFactory
    Stream<DynamicTest> the_policy_decides_as_the_model_of_its_laws() {
        return Subject.each(subject -> agrees(subject, SAMPLE));
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicTest> the_policy_decides_as_the_model_of_its_laws_many_times() {
        return Subject.each(subject -> agrees(subject, SOAK));
    }

    @TestFactory
    Stream<DynamicTest> each_decision_is_a_twentieth_of_the_scorecards_at_least() {
        return Subject.each(subject -> {
            Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
            for (long seed = 1; seed <= COUNTED; seed++) {
                Scorecard scorecard = subject.draws().draw(seed);
                counts.merge(
                        subject.model()
                                .answer(scorecard, Draws.month(scorecard, seed))
                                .decision(),
                        1,
                        Integer::sum);
            }
            assertThat(counts).containsOnlyKeys(Decision.values());
            assertThat(counts.values()).allMatch(count -> count >= COUNTED / 20);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatever_may_be_in_a_scorecard_comes_up() {
        return Subject.each(subject -> {
            Map<String, Predicate<Scorecard>> kinds = kinds();
            Map<String, Integer> counts = new LinkedHashMap<>();
            kinds.keySet().forEach(kind -> counts.put(kind, 0));
            for (long seed = 1; seed <= COUNTED; seed++) {
                Scorecard scorecard = subject.draws().draw(seed);
                kinds.forEach((kind, is) -> counts.merge(kind, is.test(scorecard) ? 1 : 0, Integer::sum));
            }
            assertThat(counts).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(COUNTED / 50));
        });
    }

    // --- what comes up

    /** What a review finds of a reading, and nobody can give. */
    private static final Set<UnknownReason> FOUND =
            Set.of(UnknownReason.OTHER_UNIT, UnknownReason.WITHOUT_BASIS, UnknownReason.OTHER_POPULATION);

    private static Map<String, Predicate<Scorecard>> kinds() {
        Map<String, Predicate<Scorecard>> kinds = new LinkedHashMap<>();
        kinds.put("uncertain", known(known -> known.uncertainty().isPresent()));
        kinds.put("in parts", known(known -> !known.by().isEmpty()));
        kinds.put("with a rest", known(Draws::hasRest));
        kinds.put("in another unit", known(known -> known.unit().isPresent()));
        kinds.put("counted of cases", known(known -> known.rate().isPresent()));
        kinds.put("defined", known(known -> known.definition().isPresent()));
        for (UnknownReason reason : UnknownReason.values()) {
            if (!FOUND.contains(reason)) {
                kinds.put(
                        reason.word(),
                        reading(reading -> reading.fold(known -> false, unknown -> unknown.reason() == reason)));
            }
        }
        kinds.put("baseline undefined", baseline(Baseline.Undefined.class::isInstance));
        kinds.put("baseline defined otherwise", ModelTest::isDefinedOtherwise);
        kinds.put("defined on one side", ModelTest::isDefinedOnOneSide);
        kinds.put("partial month", scorecard -> !scorecard.snapshots().stream().allMatch(Snapshot::isComplete));
        kinds.put("missing month", ModelTest::hasGap);
        kinds.put("first use given", scorecard -> scorecard.scope().firstUse().isPresent());
        kinds.put(
                "first use not given", scorecard -> scorecard.scope().firstUse().isEmpty());
        kinds.put(
                "first use after the first month",
                scorecard -> scorecard
                        .firstUse()
                        .isAfter(scorecard.snapshots().get(0).month()));
        kinds.put(
                "workflow not authorised",
                scorecard -> scorecard.workflows().stream()
                        .anyMatch(workflow -> workflow.authorisation() == Workflow.Authorisation.NOT_AUTHORISED));
        kinds.put("one or two months", scorecard -> scorecard.snapshots().size() <= 2);
        kinds.put("nine months or more", scorecard -> scorecard.snapshots().size() >= 9);
        return kinds;
    }

    private static Predicate<Scorecard> reading(Predicate<Reading> is) {
        return scorecard -> scorecard.snapshots().stream()
                .anyMatch(snapshot -> snapshot.readings().values().stream().anyMatch(is));
    }

    private static Predicate<Scorecard> known(Predicate<Reading.Known> is) {
        return reading(reading -> reading.known().filter(is).isPresent());
    }

    private static Predicate<Scorecard> baseline(Predicate<Baseline> is) {
        return scorecard -> scorecard.baselines().values().stream().anyMatch(is);
    }

    private static boolean hasGap(Scorecard scorecard) {
        List<Snapshot> months = scorecard.snapshots();
        return IntStream.range(1, months.size())
                .anyMatch(i -> !months.get(i - 1)
                        .month()
                        .plusMonths(1)
                        .equals(months.get(i).month()));
    }

    private static boolean isDefinedOtherwise(Scorecard scorecard) {
        return definitions(scorecard)
                .anyMatch(sides -> sides.get(0).isPresent()
                        && sides.get(1).isPresent()
                        && !sides.get(0).equals(sides.get(1)));
    }

    private static boolean isDefinedOnOneSide(Scorecard scorecard) {
        return definitions(scorecard)
                .anyMatch(sides -> sides.get(0).isPresent() != sides.get(1).isPresent());
    }

    private static Stream<List<Optional<String>>> definitions(Scorecard scorecard) {
        return scorecard.snapshots().stream()
                .flatMap(snapshot -> snapshot.readings().entrySet().stream())
                .filter(entry -> entry.getValue().known().isPresent())
                .filter(entry -> scorecard.baselines().get(entry.getKey()) instanceof Baseline.Defined)
                .map(entry -> List.of(
                        entry.getValue().known().orElseThrow().definition(),
                        scorecard
                                .baselines()
                                .get(entry.getKey())
                                .fold(Baseline.Defined::definition, undefined -> Optional.<String>empty())));
    }

    // --- disagreements

    private static void agrees(Subject subject, int scorecards) {
        Map<String, List<Long>> disagreements = new TreeMap<>();
        for (long seed = 1; seed <= scorecards; seed++) {
            Scorecard scorecard = subject.draws().draw(seed);
            String said = disagreement(subject, scorecard, Draws.month(scorecard, seed));
            if (!said.isEmpty()) {
                disagreements.computeIfAbsent(said, none -> new ArrayList<>()).add(seed);
            }
        }
        assertThat(disagreements)
                .withFailMessage(() -> report(subject, scorecards, disagreements))
                .isEmpty();
    }

    /** Says how the policy decides otherwise than the model; empty where it does not. */
    private static String disagreement(Subject subject, Scorecard scorecard, YearMonth month) {
        Answer answer = subject.model().answer(scorecard, month);
        Review review = subject.review(scorecard, month);
        if (review.decision() != answer.decision()) {
            return "decides %s, not %s".formatted(review.decision(), answer.decision());
        }
        Set<LeverId> levers = review.levers().stream().map(Lever::id).collect(Collectors.toCollection(TreeSet::new));
        if (answer.decision() == Decision.ADJUST && !levers.equals(answer.levers())) {
            return "pulls %s, not %s".formatted(levers, answer.levers());
        }
        Set<IndicatorId> cited = review.justifications(Effect.BLOCKS_EXTEND).stream()
                .flatMap(justification -> justification.evidence().stream())
                .map(Evidence::indicator)
                .collect(Collectors.toSet());
        String left = answer.obstacles().entrySet().stream()
                .flatMap(obstacle -> obstacle.getValue().stream()
                        .filter(id -> !cited.contains(id))
                        .map(id -> obstacle.getKey() + " " + id))
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? "" : "does not say what blocks extending: " + left;
    }

    private static String report(Subject subject, int scorecards, Map<String, List<Long>> disagreements) {
        long count = disagreements.values().stream().mapToLong(List::size).sum();
        return "%s disagrees with its model on %s of %s scorecards%n%s"
                .formatted(
                        subject.policy(),
                        count,
                        scorecards,
                        disagreements.entrySet().stream()
                                .sorted((one, other) ->
                                        other.getValue().size() - one.getValue().size())
                                .limit(SHOWN)
                                .map(entry -> "%n%s times it %s, such as of seed %s%n%s"
                                        .formatted(
                                                entry.getValue().size(),
                                                entry.getKey(),
                                                entry.getValue().get(0),
                                                shown(subject, entry.getValue().get(0), entry.getKey())))
                                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static String shown(Subject subject, long seed, String said) {
        Scorecard drawn = subject.draws().draw(seed);
        YearMonth month = Draws.month(drawn, seed);
        Scorecard small = Shrunken.from(
                drawn,
                subject.engine().indicators(),
                candidate -> candidate.completeMonths().contains(month)
                        && disagreement(subject, candidate, month).equals(said));
        Review review = subject.review(small, month);
        Answer answer = subject.model().answer(small, month);
        return "  model of %s: %s %s %s%n  policy: %s %s%n%s%n  %s"
                .formatted(
                        month,
                        answer.decision(),
                        answer.levers(),
                        answer.obstacles(),
                        review.decision(),
                        review.levers().stream().map(Lever::id).toList(),
                        review.justifications().stream()
                                .collect(Collectors.groupingBy(
                                        reason -> "    %s %s".formatted(reason.effect(), reason.rule()),
                                        LinkedHashMap::new,
                                        Collectors.counting()))
                                .entrySet()
                                .stream()
                                .map(rule -> rule.getKey() + " ×" + rule.getValue())
                                .collect(Collectors.joining(System.lineSeparator())),
                        Json.line(small));
    }
}
