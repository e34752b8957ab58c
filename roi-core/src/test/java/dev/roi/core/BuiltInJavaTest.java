package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scorecards of the rows of a database, and what is said of those that are none. */
class BuiltInJavaTest {

    private static final Scope SCOPE = Scope.of(Level.WORKFLOW, "api-tests");
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Test
    void rows_make_the_scorecard_that_its_parts_make() {
        Scorecard ofRows = Scorecard.of(SCOPE.called("API tests").since(MAY))
                .currency("EUR")
                .workflow(Workflow.authorised("api-tests").asPriority().ownedBy("Ana"))
                .baseline(
                        new IndicatorId("lead-time"),
                        Baseline.of(new BigDecimal("9.5")).during("2025"))
                .reading(
                        JUNE,
                        "lead-time",
                        Reading.of(new BigDecimal("9.30")).from("jira").over(Exact.of(12)))
                .reading(MAY, "lead-time", Reading.of(9))
                .reading(MAY, "adoption-rate", Reading.rate(58, 100))
                .partial(JUNE)
                .build();

        assertThat(ofRows)
                .isEqualTo(new Scorecard(
                        Optional.empty(),
                        new Scope(Level.WORKFLOW, "api-tests", "API tests", Optional.of(MAY)),
                        Optional.of("EUR"),
                        List.of(new Workflow(
                                "api-tests",
                                "api-tests",
                                Workflow.Authorisation.AUTHORISED,
                                Workflow.Priority.PRIORITY,
                                Optional.of("Ana"))),
                        Map.of(new IndicatorId("lead-time"), Baseline.of("9.5").during("2025")),
                        Map.of(),
                        Optional.empty(),
                        List.of(
                                Snapshot.complete(
                                        MAY,
                                        Map.of(
                                                new IndicatorId("lead-time"),
                                                Reading.of("9"),
                                                new IndicatorId("adoption-rate"),
                                                Reading.rate(Exact.of(58), Exact.of(100)))),
                                Snapshot.partial(
                                        JUNE,
                                        Map.of(
                                                new IndicatorId("lead-time"),
                                                Reading.of("9.3").from("jira").over(Exact.of(12)))))));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_as_of_a_document() {
        Scorecard.Builder card = Scorecard.of(SCOPE)
                .currency("eur")
                .date("Contract end", MAY)
                .workflow(Workflow.authorised("a"))
                .workflow(Workflow.notAuthorised("a"))
                .snapshot(Snapshot.complete(MAY, Map.of()))
                .snapshot(Snapshot.partial(MAY, Map.of()))
                .reading(JUNE, "Lead_Time", Reading.of(9))
                .reading(JUNE, "lead-tme", Reading.of(9))
                .reading(JUNE, "adoption-rate", Reading.of(500));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> card.build(SmallPolicy.indicators()))
                .withMessage("""
                    ROI-S09 /currency: unknown currency `eur`. Did you mean `EUR`?
                    ROI-S14 /dates: date `Contract end`: a name is of small letters, digits and single hyphens. Did you mean `contract-end`?
                    ROI-S06 /snapshots: month 2026-06: unknown indicator `Lead_Time`. Did you mean `lead-time`?
                    ROI-S16 /snapshots: month 2026-05 is there twice
                    ROI-S21 /snapshots/1/readings/adoption-rate/value: value 500 is outside the range of `adoption-rate`, 0 to 100
                    ROI-S06 /snapshots/1/readings/lead-tme: unknown indicator `lead-tme`. Did you mean `lead-time`?
                    ROI-S17 /workflows: workflow `a` is there twice\
                    """);
    }

    @Test
    void what_is_wrong_is_said_in_french_too() {
        Scorecard.Builder card = Scorecard.of(SCOPE)
                .currency("eur")
                .date("Contract end", MAY)
                .baseline("Lead_Time", Baseline.of(9))
                .workflow(Workflow.authorised("a"))
                .workflow(Workflow.notAuthorised("a"))
                .snapshot(Snapshot.complete(MAY, Map.of()))
                .snapshot(Snapshot.partial(MAY, Map.of()))
                .reading(JUNE, "Lead_Time", Reading.of(9))
                .reading(JUNE, "lead-time", Reading.of(9))
                .reading(JUNE, "lead-time", Reading.of(8));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(card::build)
                .satisfies(thrown -> assertThat(thrown.faults()).hasSize(7).allSatisfy(fault -> {
                    assertThat(fault.message(Language.FRENCH)).isNotEqualTo(fault.message());
                    fault.help(Language.FRENCH)
                            .ifPresent(help -> assertThat(help).startsWith("Vouliez-vous dire"));
                }));
    }

    @Test
    void whatever_a_scorecard_has_can_be_said_anew() {
        Scorecard card = Scorecard.of(SCOPE)
                .policy(new PolicyId("pilot"))
                .currency("EUR")
                .workflow(Workflow.authorised("api-tests"))
                .baseline("lead-time", Baseline.of(9))
                .date("contract-end", JUNE)
                .budget(Budget.of(120_000, MAY, JUNE))
                .reading(MAY, "lead-time", Reading.of(8))
                .build();
        Scorecard other = Scorecard.of(Scope.of(Level.WORKFLOW, "elsewhere"))
                .reading(JUNE, "lead-time", Reading.of(1))
                .build();

        assertThat(other.withPolicy(card.policy().orElseThrow())
                        .withScope(card.scope())
                        .withCurrency("EUR")
                        .withWorkflows(card.workflows())
                        .withBaselines(card.baselines())
                        .withDates(card.dates())
                        .withBudget(Budget.of(new BigDecimal("120000.00"), MAY, JUNE))
                        .withSnapshots(card.snapshots()))
                .isEqualTo(card);
    }

    @Test
    void nothing_to_review_is_said_with_the_rest() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Scorecard.of(SCOPE).currency("EURO").build(SmallPolicy.indicators()))
                .withMessageContaining("ROI-S09")
                .withMessageContaining("ROI-S15 /snapshots: there is no month");
    }

    /** Each method of what a scorecard is put together with, and each of its arguments in turn. */
    static Stream<Arguments> whatACallerMayForget() {
        Scorecard.Builder builder = Scorecard.of(SCOPE).reading(MAY, "lead-time", Reading.of(1));
        return Stream.of(
                        builder,
                        builder.build(),
                        SCOPE,
                        Workflow.authorised("a"),
                        Baseline.of(1),
                        Reading.of(1),
                        Reading.rate(1, 2),
                        Reading.unknown(UnknownReason.NOT_INSTRUMENTED),
                        Budget.of(1, MAY, JUNE),
                        Snapshot.complete(MAY, Map.of()))
                .flatMap(BuiltInJavaTest::argumentsOf)
                .distinct();
    }

    private static Stream<Arguments> argumentsOf(Object receiver) {
        return Stream.of(receiver.getClass().getMethods())
                .filter(method -> method.getDeclaringClass().equals(receiver.getClass()))
                .filter(method -> !method.isBridge() && !method.getName().matches("equals|compareTo|fold"))
                .flatMap(method -> IntStream.range(0, method.getParameterCount())
                        .filter(i -> !method.getParameterTypes()[i].isPrimitive())
                        .mapToObj(i -> arguments(receiver, method, i)));
    }

    @ParameterizedTest(name = "{1}, {2}")
    @MethodSource("whatACallerMayForget")
    void what_is_missing_is_named_in_the_callers_words(Object receiver, Method method, int missing) {
        Object[] given =
                Stream.of(method.getParameterTypes()).map(BuiltInJavaTest::any).toArray();
        given[missing] = null;

        assertThatThrownBy(() -> method.invoke(receiver, given))
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessageMatching("[a-z]+( [a-z]+)?"); // such as month, or scope name
    }

    private static Object any(Class<?> type) {
        Map<Class<?>, Object> values = Map.ofEntries(
                entry(String.class, "lead-time"),
                entry(long.class, 1L),
                entry(int.class, 1),
                entry(boolean.class, true),
                entry(BigDecimal.class, BigDecimal.ONE),
                entry(Exact.class, Exact.of(1)),
                entry(YearMonth.class, MAY),
                entry(Optional.class, Optional.empty()),
                entry(List.class, List.of()),
                entry(Map.class, Map.of()),
                entry(Level.class, Level.WORKFLOW),
                entry(Dimension.class, Dimension.WORKFLOW),
                entry(Reading.class, Reading.of(1)),
                entry(Baseline.class, Baseline.of(1)),
                entry(IndicatorId.class, new IndicatorId("lead-time")));
        return values.getOrDefault(type, Optional.empty());
    }

    @Test
    void faults_survive_serialisation_and_so_does_their_kind() throws IOException, ClassNotFoundException {
        Fault fault = new Fault(
                "ROI-S01",
                Fault.Severity.ERROR,
                new Fault.Place("a.json", 3, 4, "/scope"),
                "wrong",
                Optional.of("Mend it."));
        Fault other =
                new Fault("ROI-S02", Fault.Severity.WARNING, new Fault.Place("", 0, 0, ""), "odd", Optional.empty());

        assertThat(again(new InvalidInput(List.of(fault, other))).faults()).containsExactly(other, fault);
        assertThat(again(new InvalidPolicy(List.of(fault))))
                .isExactlyInstanceOf(InvalidPolicy.class)
                .hasMessage("ROI-S01 a.json:3:4: /scope: wrong. Mend it.");
        assertThat(again(UnknownName.of("ROI-P04", Message.verbatim("no `a`"), "a", List.of("nothing-like-it")))
                        .faults())
                .singleElement()
                .extracting(Fault::help)
                .isEqualTo(Optional.of("There are: nothing-like-it."));
    }

    @Test
    void faults_that_were_serialised_are_still_said_in_french() throws IOException, ClassNotFoundException {
        UnknownName thrown =
                UnknownName.of("ROI-P04", Message.of("this is a portfolio of %s scopes", 2), "a", List.of("b"));

        assertThat(again(thrown).faults())
                .singleElement()
                .extracting(fault -> fault.in(Language.FRENCH))
                .isEqualTo(thrown.faults().get(0).in(Language.FRENCH))
                .asString()
                .contains("portefeuille");
    }

    private static InvalidInput again(InvalidInput thrown) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream to = new ObjectOutputStream(bytes)) {
            to.writeObject(thrown);
        }
        try (ObjectInputStream from = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (InvalidInput) from.readObject();
        }
    }
}
