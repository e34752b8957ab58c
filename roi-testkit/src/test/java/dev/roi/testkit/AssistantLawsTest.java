package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws over the {@code assistant} policy, each on three hundred scorecards, of which each decision makes up a twentieth
 * at least, and what is its own: handing over has two sides, efficiency without adoption fails, and rates may be given or
 * counted.
 */
@PropertyDefaults(tries = 300)
class AssistantLawsTest {

    private static final Engine ENGINE = Engine.builtIn("assistant");
    private static final IndicatorId AUTOMATION = new IndicatorId("automation-rate");
    private static final IndicatorId HANDOVER = new IndicatorId("handover-rate");
    private static final IndicatorId REQUESTS = new IndicatorId("request-volume");
    private static final IndicatorId ADOPTION = new IndicatorId("weekly-active-rate");

    @TestFactory
    Stream<DynamicTest> keeps_every_law_that_speaks_of_it() {
        return PolicyLaws.of(ENGINE).tries(300).seed(3).tests();
    }

    @org.junit.jupiter.api.Test
    void the_laws_that_speak_of_it_are_all_but_those_of_the_system_the_risk_and_the_register() {
        assertThat(PolicyLaws.of(ENGINE).laws())
                .containsExactly(Stream.of(Law.values())
                        .filter(law -> !List.of(
                                        Law.SYSTEM_NOT_TOOL,
                                        Law.RISK_BLOCKS_AND_STOPS,
                                        Law.HOURS_NEED_DESTINATIONS,
                                        Law.MONEY_NEEDS_WORKFLOWS)
                                .contains(law))
                        .toArray(Law[]::new));
    }

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return ScorecardArbitraries.of(ENGINE.policy()).scorecards();
    }

    private static Exact limit(String id) {
        return ENGINE.policy().limit(new ThresholdId(id));
    }

    private static boolean adjusts(Review review, String lever, IndicatorId id) {
        return Trial.adjusts(review, new dev.roi.core.LeverId(lever), id);
    }

    @Property(seed = "21")
    void handing_over_has_two_sides_with_a_lever_each(@ForAll("scorecards") Scorecard scorecard) {
        Review review = ENGINE.review(scorecard);
        new Oracle(ENGINE.policy(), scorecard, review.month()).known(HANDOVER).ifPresent(known -> {
            boolean isHigh = known.value().isAbove(limit("handover.most"));
            boolean isLow = known.value().isBelow(limit("handover.least"));
            if (known.uncertainty().isEmpty()) {
                assertThat(adjusts(review, "training", HANDOVER)).isEqualTo(isHigh);
                assertThat(adjusts(review, "review", HANDOVER)).isEqualTo(isLow);
            } else { // what it cannot exclude of earlier months adjusts too
                assertThat(adjusts(review, "training", HANDOVER) || !isHigh).isTrue();
                assertThat(adjusts(review, "review", HANDOVER) || !isLow).isTrue();
            }
        });
    }

    @Property(seed = "22")
    void efficiency_without_adoption_that_is_due_is_adjusted_and_never_extended(
            @ForAll("scorecards") Scorecard scorecard) {
        Review review = ENGINE.review(scorecard);
        Oracle oracle = new Oracle(ENGINE.policy(), scorecard, review.month());
        boolean unused = oracle.known(ADOPTION)
                .filter(known -> known.value().isBelow(limit("adoption.target")))
                .isPresent();
        if (unused) {
            assertThat(review.decision()).isNotEqualTo(Decision.EXTEND);
            assertThat(adjusts(review, "training", ADOPTION)).isEqualTo(oracle.isDue(ADOPTION));
        }
    }

    @Property(seed = "23")
    void what_is_counted_decides_as_what_is_given(@ForAll("scorecards") Scorecard scorecard) {
        Scorecard counted = Edit.months(scorecard, AssistantLawsTest::counted);

        Review given = ENGINE.review(scorecard);
        Review computed = ENGINE.review(counted);

        assertThat(computed.decision()).isEqualTo(given.decision());
        assertThat(computed.levers()).isEqualTo(given.levers());
        assertThat(reasons(computed)).isEqualTo(reasons(given));
    }

    private static List<String> reasons(Review review) {
        return review.justifications().stream()
                .filter(reason -> reason.effect() != Effect.NOTE)
                .map(Justification::text)
                .toList();
    }

    /** Gives rates that are known and certain as outcomes of as many requests as that takes. */
    private static Snapshot counted(Snapshot snapshot) {
        Optional<Reading.Known> automated = snapshot.reading(AUTOMATION).known().filter(AssistantLawsTest::isPlain);
        Optional<Reading.Known> handedOver = snapshot.reading(HANDOVER).known().filter(AssistantLawsTest::isPlain);
        boolean none = snapshot.reading(REQUESTS)
                .known()
                .filter(known -> known.value().isZero())
                .isPresent();
        if (automated.isEmpty() || handedOver.isEmpty() || none) { // of no requests there are no outcomes
            return snapshot;
        }
        Exact scale = Exact.of(1_000_000);
        Exact first = automated.get().value().times(scale);
        Exact second = handedOver.get().value().times(scale);
        if (!first.isWhole() || !second.isWhole()) {
            return snapshot;
        }
        Exact all = Exact.HUNDRED.times(scale);
        Map<String, Reading.Part> parts = new TreeMap<>();
        parts.put("automated", Reading.Part.of(first));
        parts.put("handed-over", Reading.Part.of(second));
        parts.put("abandoned", Reading.Part.of(all.minus(first).minus(second)));
        Snapshot without = Edit.without(Edit.without(snapshot, AUTOMATION), HANDOVER);
        return Edit.reading(without, REQUESTS, Reading.of(all).by(Dimension.OUTCOME, parts));
    }

    private static boolean isPlain(Reading.Known known) {
        return known.unit().isEmpty()
                && known.uncertainty().isEmpty()
                && known.definition().isEmpty()
                && known.by().isEmpty();
    }

    @Property(seed = "24")
    void satisfaction_supports_nothing_and_keeps_nothing_alive(@ForAll("scorecards") Scorecard scorecard) {
        Review review = ENGINE.review(scorecard);
        Review satisfied = ENGINE.review(Edit.months(
                scorecard,
                snapshot -> snapshot.reading(new IndicatorId("csat"))
                        .known()
                        .filter(known -> known.unit().isEmpty())
                        .map(known -> Edit.reading(snapshot, new IndicatorId("csat"), Reading.of("100")))
                        .orElse(snapshot)));

        assertThat(satisfied.decision() == Decision.STOP).isEqualTo(review.decision() == Decision.STOP);
        assertThat(satisfied.decision() == Decision.ADJUST).isEqualTo(review.decision() == Decision.ADJUST);
        assertThat(ENGINE.decide(scorecard, ReviewRequest.LATEST)).isEqualTo(review.decision());
    }
}
