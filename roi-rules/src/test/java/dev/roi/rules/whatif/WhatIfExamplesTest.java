package dev.roi.rules.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WhatIfExamplesTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final Path DATA = Path.of("../roi-examples/data");

    private static Scorecard scorecard(String file) {
        return ENGINE.read(DATA.resolve(file)).scorecards().get(0);
    }

    private static WhatIf whatIf(String file, Language language) {
        return ENGINE.whatIf(scorecard(file), ReviewRequest.LATEST.in(language));
    }

    private static List<String> sentences(List<Change> changes) {
        return changes.stream().map(Change::sentence).toList();
    }

    @Test
    void what_is_good_has_to_stay_so_for_the_months_that_are_missing() {
        WhatIf found = whatIf("rollout/mobile.json", Language.ENGLISH);

        assertThat(sentences(found.changes()))
                .containsExactly(
                        "To extend: one more month with lead time below 12.42 days. At the earliest in December"
                                + " 2026.");
        assertThat(found.changes().get(0).kinds()).containsExactly(Kind.WAIT);
        assertThat(found.changes().get(0).headline()).isEqualTo("Extend: delivery improved for 3 months in a row");
    }

    @Test
    void it_is_said_in_french_too() {
        assertThat(sentences(whatIf("rollout/mobile.json", Language.FRENCH).changes()))
                .containsExactly(
                        "Pour étendre\u00a0: encore un mois avec lead time sous 12,42 jours. Au plus tôt en décembre"
                                + " 2026.");
    }

    @Test
    void what_leads_past_a_decision_does_not_lead_to_it() {
        WhatIf found = whatIf("first/scorecard.json", Language.ENGLISH);

        assertThat(sentences(found.changes()))
                .containsExactly(
                        "To extend: traceability at 50% or more (now 38%) and share of priority uses at 50% or more"
                                + " (now 41%).");
        assertThat(found.impossible())
                .singleElement()
                .matches(impossible -> impossible.to() == Decision.MAINTAIN && impossible.decided())
                .matches(impossible -> impossible
                        .because()
                        .equals(List.of("whatever takes it as far as maintain takes it to extend")));
    }

    @Test
    void an_unknown_has_to_fall_to_one_side() {
        WhatIf found = whatIf("rollout/paiements.json", Language.ENGLISH);

        assertThat(sentences(found.changes()))
                .containsExactly(
                        "To maintain: number of defects in production measured at 7 or more.",
                        "To extend: number of defects in production measured at 6 or less.");
        assertThat(found.possible().decisions()).containsExactly(Decision.MAINTAIN, Decision.EXTEND);
        assertThat(found.possible().proved()).isTrue();
        assertThat(found.measureNext().get(0).sentence())
                .isEqualTo("Number of defects in production: decides between maintain and extend.");
    }

    @Test
    void where_nothing_helps_the_reasons_are_told() {
        WhatIf found = whatIf("rollout/data-platform.json", Language.ENGLISH);

        assertThat(found.changes()).isEmpty();
        assertThat(found.impossible())
                .extracting(WhatIf.Impossible::to, WhatIf.Impossible::because)
                .contains(tuple(Decision.MAINTAIN, List.of("low adoption")));
    }

    @Test
    void what_is_unknown_may_make_no_difference() {
        WhatIf found = whatIf("first/scorecard.json", Language.ENGLISH);

        assertThat(found.possible().sentence())
                .isEqualTo("Stays adjust, whatever the 21 unknown or uncertain readings are.");
        assertThat(found.possible().proved()).isTrue();
    }

    @Test
    void only_one_better_decision_may_be_asked_about() {
        WhatIf found = ENGINE.whatIf(
                scorecard("rollout/paiements.json"), ReviewRequest.LATEST, Options.USUAL.to(Decision.EXTEND));

        assertThat(found.changes()).extracting(Change::to).containsExactly(Decision.EXTEND);
    }

    @Test
    void a_threshold_that_would_do_it_is_named_to_those_who_ask() {
        WhatIf found = ENGINE.whatIf(
                scorecard("rollout/mobile.json"), ReviewRequest.LATEST, Options.USUAL.withPolicyChanges());

        assertThat(sentences(found.changes())).contains("To extend: extend.months at 2 months or less (now 3 months).");
    }

    @Test
    void a_policy_says_what_wrong_decisions_cost() {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String policy = Objects.requireNonNull(files.texts().get("policy.yaml"));
        Engine costly = Engine.of(files.with(
                "policy.yaml", policy + "wrong-decisions: { extend: { maintain: 40 }, maintain: { extend: 0 } }\n"));
        Scorecard scorecard = scorecard("rollout/paiements.json");

        assertThat(ENGINE.whatIf(scorecard, ReviewRequest.LATEST)
                        .measureNext()
                        .get(0)
                        .worth()
                        .signum())
                .isPositive();
        assertThat(costly.whatIf(scorecard, ReviewRequest.LATEST)
                        .measureNext()
                        .get(0)
                        .worth())
                .isEqualTo(Exact.ZERO);
        assertThat(costly.decide(scorecard, ReviewRequest.LATEST))
                .isEqualTo(ENGINE.decide(scorecard, ReviewRequest.LATEST));
    }

    @Test
    void what_a_wrong_decision_costs_is_not_below_nothing() {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String policy = Objects.requireNonNull(files.texts().get("policy.yaml"));

        assertThatThrownBy(() -> Engine.of(
                        files.with("policy.yaml", policy + "wrong-decisions: { extend: { maintain: -1 } }\n")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .matches(fault -> fault.message().contains("costs 0 or more")));
    }

    @Test
    void up_to_three_readings_may_be_asked_about() {
        assertThatThrownBy(() -> Options.USUAL.upTo(4)).isInstanceOf(IllegalArgumentException.class);
    }
}
