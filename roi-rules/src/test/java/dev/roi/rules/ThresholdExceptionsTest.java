package dev.roi.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Justification;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.rules.policy.PolicyFiles;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds that are another for some scopes, or from a month on. */
class ThresholdExceptionsTest {

    private static final RuleId LOW = new RuleId("low-adoption");
    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final String EXCEPTIONS = """
          exceptions:
            - { level: team, value: 25, because: teams are small }
            - { level: team, from: 2027-01, value: 28, because: teams have learned }
            - { scope: payments, value: 40, because: a regulated team trains first }
            - { level: portfolio, scope: payments, value: 50, because: the whole of it has time }
            - { from: 2027-01, value: 35, because: the second year asks for more }
            - { from: 2027-06, value: 36, because: so does its second half }
        """;

    private static PolicyFiles with(String exceptions) {
        String thresholds = new String(FILES.find(PolicyFiles.THRESHOLDS).orElseThrow(), UTF_8);
        String because = "  because: below three people in ten";
        assertThat(thresholds).contains(because);
        return FILES.with(PolicyFiles.THRESHOLDS, thresholds.replace(because, exceptions + because));
    }

    private static Scorecard scorecard(Level level, String id, YearMonth month, String adoption) {
        return Scorecard.of(new Scope(level, id, id, Optional.of(YearMonth.of(2026, 1))))
                .snapshot(Snapshot.complete(month, Map.of(new IndicatorId("adoption-rate"), Reading.of(adoption))))
                .build();
    }

    private static Optional<Justification> low(Engine engine, Scorecard scorecard) {
        return engine.review(scorecard).justifications().stream()
                .filter(reason -> reason.rule().equals(LOW))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "WORKFLOW, search, 2026-05, 30",
        "TEAM, search, 2026-05, 25",
        "TEAM, search, 2026-12, 25",
        "TEAM, search, 2027-01, 28",
        "TEAM, search, 2027-07, 28",
        "WORKFLOW, search, 2027-01, 35",
        "WORKFLOW, search, 2027-05, 35",
        "WORKFLOW, search, 2027-06, 36",
        "TEAM, payments, 2027-06, 40",
        "WORKFLOW, payments, 2026-05, 40",
        "PORTFOLIO, payments, 2026-05, 50",
        "PORTFOLIO, payments, 2027-06, 50"
    })
    void the_most_specific_exception_counts_and_of_those_the_latest_that_has_begun(
            Level level, String id, YearMonth month, int limit) {
        Engine engine = Engine.of(with(EXCEPTIONS));

        assertThat(low(engine, scorecard(level, id, month, (limit - 1) + ".9"))).isPresent();
        assertThat(low(engine, scorecard(level, id, month, String.valueOf(limit))))
                .isEmpty();
    }

    @Test
    void an_exception_for_an_id_that_the_scope_had_before_goes_on_counting_until_its_own_id_has_one() {
        Engine engine = Engine.of(with("""
              exceptions:
                - { scope: payments, value: 40, because: a regulated team trains first }
                - { scope: billing, value: 45, because: it has begun again }
            """));
        Scorecard renamed = scorecard(Level.TEAM, "checkout", YearMonth.of(2026, 5), "35");
        Scorecard again = scorecard(Level.TEAM, "billing", YearMonth.of(2026, 5), "42");

        assertThat(low(engine, renamed)).isEmpty();
        assertThat(low(engine, renamed.withScope(renamed.scope().formerly(List.of("payments")))))
                .isPresent();
        assertThat(low(engine, again.withScope(again.scope().formerly(List.of("payments")))))
                .isPresent();
    }

    @Test
    void a_reason_names_the_value_that_counted_and_why_it_did() {
        Engine engine = Engine.of(with(EXCEPTIONS));

        Justification reason = low(engine, scorecard(Level.TEAM, "search", YearMonth.of(2026, 5), "20"))
                .orElseThrow();

        assertThat(reason.text()).contains("below 25% (teams are small)");
        assertThat(reason.evidence().get(0).limit()).contains(Exact.of(25));
    }

    @Test
    void explaining_deciding_and_reviewing_go_by_the_same_value() {
        Engine engine = Engine.of(with(EXCEPTIONS));
        Scorecard team = scorecard(Level.TEAM, "search", YearMonth.of(2026, 5), "27");

        assertThat(engine.verdict(team, ReviewRequest.LATEST).fired()).doesNotContain(LOW);
        assertThat(engine.explain(team, ReviewRequest.LATEST)
                        .rule(LOW)
                        .conditions()
                        .get(0)
                        .facts()
                        .get(0)
                        .comparisons())
                .anySatisfy(comparison -> assertThat(comparison.limit()).contains(Exact.of(25)));
        assertThat(engine.review(team).policy()).isEqualTo(engine.policy().ref());
    }

    @Test
    void what_is_assumed_moves_the_value_and_no_exception() {
        Engine engine = Engine.of(with(EXCEPTIONS)).assuming(Map.of(new ThresholdId("adoption.low"), Exact.of(60)));

        assertThat(low(engine, scorecard(Level.WORKFLOW, "search", YearMonth.of(2026, 5), "59")))
                .isPresent();
        assertThat(low(engine, scorecard(Level.TEAM, "search", YearMonth.of(2026, 5), "26")))
                .isEmpty();
    }

    @Test
    void exceptions_are_part_of_the_fingerprint() {
        assertThat(Engine.of(with(EXCEPTIONS)).policy().ref().fingerprint())
                .isNotEqualTo(Engine.of(FILES).policy().ref().fingerprint())
                .isNotEqualTo(Engine.of(with(EXCEPTIONS.replace("25", "26")))
                        .policy()
                        .ref()
                        .fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ level: team, value: 25, because: a }, { level: team, value: 26, because: b } | threshold"
                        + " `adoption.low` is 25 and 26 for `level: team`.",
                "{ scope: payments, value: 3, because: a } | threshold `adoption.low` is 3 for `scope: payments`, and"
                        + " its allowed range is 5 to 60.",
                "{ value: 25, because: a } | the exception does not say for whom it is, nor from when.",
                "{ level: squad, value: 25, because: a } | `squad`"
            })
    void an_exception_that_cannot_be_meant_is_refused(String exceptions, String fault) {
        PolicyFiles files = with("  exceptions: [ %s ]\n".formatted(exceptions));

        assertThatThrownBy(() -> Engine.of(files))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::message)
                                .anySatisfy(message -> assertThat(message).contains(fault)));
    }

    @Test
    void an_exception_keeps_the_order_of_thresholds() {
        String thresholds = new String(
                with("  exceptions: [ { level: team, value: 55, because: a } ]\n")
                        .find(PolicyFiles.THRESHOLDS)
                        .orElseThrow(),
                UTF_8);
        PolicyFiles files = FILES.with(
                PolicyFiles.THRESHOLDS,
                thresholds.replace(
                        "adoption.high:\n",
                        "adoption.high:\n  exceptions: [ { from: 2027-01, value: 50, because: later } ]\n"));

        assertThatThrownBy(() -> Engine.of(files))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::message)
                                .containsExactly(
                                        "threshold `adoption.low` is 55 for `level: team`, and has to be at most"
                                                + " `adoption.high`, which is 50 there."));
    }

    @Test
    void a_threshold_that_is_read_outside_of_rules_has_no_exceptions() {
        String thresholds = new String(FILES.find(PolicyFiles.THRESHOLDS).orElseThrow(), UTF_8);
        PolicyFiles files = FILES.with(
                PolicyFiles.THRESHOLDS,
                thresholds.replace(
                        "comparison.tolerance:\n",
                        "comparison.tolerance:\n  exceptions: [ { level: team, value: 12, because: a } ]\n"));

        assertThatThrownBy(() -> Engine.of(files))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::message)
                                .isEqualTo(List.of(
                                        "threshold `comparison.tolerance` has exceptions, and is read outside of"
                                                + " rules, where none counts.")));
    }
}
