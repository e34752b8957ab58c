package dev.roi.governance.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Lever;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Aspect;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Flip;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Mistake;
import dev.roi.core.PolicyDiff.Move;
import dev.roi.core.PolicyDiff.Past;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.PolicyDiff.Tally;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.UnknownName;
import dev.roi.governance.catalogue.Catalogue;
import dev.roi.governance.scenario.Scenario;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.HybridPolicy;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyComparisonTest {

    private static final PolicyFiles OLD = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Engine OLD_ENGINE = Engine.of(OLD);
    private static final YearMonth LATEST = YearMonth.of(2026, 6);

    // --- edits, as a policy's owners make them
    // ------------------------------------------------------------------------

    private static String text(PolicyFiles files, String path) {
        return new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static PolicyFiles edited(PolicyFiles files, String path, String was, String is) {
        String text = text(files, path);
        assertThat(text).as(path).contains(was);
        int at = text.indexOf(was);
        return files.with(path, text.substring(0, at) + is + text.substring(at + was.length()));
    }

    private static PolicyFiles withThreshold(PolicyFiles files, String name, String value) {
        String text = text(files, PolicyFiles.THRESHOLDS);
        String changed = text.replaceFirst("(?m)(^" + name.replace(".", "\\.") + ":\\n  value: ).*$", "$1" + value);
        assertThat(changed).isNotEqualTo(text);
        return files.with(PolicyFiles.THRESHOLDS, changed);
    }

    private static PolicyFiles withoutLowAdoption(PolicyFiles files) {
        String usage = text(files, "rules/usage.drl");
        int start = usage.indexOf("rule \"low-adoption\"");
        int end = usage.indexOf("end\n", start) + 4;
        PolicyFiles without = files.with("rules/usage.drl", usage.substring(0, start) + usage.substring(end));
        without = edited(without, PolicyFiles.POLICY, "  - low-adoption\n", "");
        for (String language : List.of("en", "fr")) {
            String path = "texts/%s.yaml".formatted(language);
            without = without.with(
                    path, text(without, path).replaceFirst("(?m)^  low-adoption:\\n(    .*\\n(      .*\\n)*)*", ""));
        }
        return without;
    }

    private static List<Change> changes(PolicyFiles before, PolicyFiles after) {
        return PolicyComparison.of(before, after).diff(Language.ENGLISH).changes();
    }

    private static Aspect changed(String name, String before, String after) {
        return new Aspect(name, Optional.of(before), Optional.of(after));
    }

    private static Subject threshold(String name) {
        return new Subject(Kind.THRESHOLD, name);
    }

    // --- what changed, in words
    // ---------------------------------------------------------------------------------------

    @Test
    void a_policy_is_not_different_from_itself() {
        PolicyComparison comparison = PolicyComparison.of(OLD, OLD);
        PolicyDiff diff = comparison.diff(Language.ENGLISH, List.of(healthy("")), months -> {});
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.isFound()).isFalse();
        assertThat(comparison.diff(Language.FRENCH).isFound()).isFalse();
        Past past = diff.past().orElseThrow();
        assertThat(past.months()).isEqualTo(6);
        assertThat(past.flips()).isEmpty();
        assertThat(past.stays()).isEmpty();
    }

    @Test
    void remarks_and_the_order_of_thresholds_are_no_difference() {
        PolicyFiles after = OLD.with(PolicyFiles.THRESHOLDS, "# a remark\n" + text(OLD, PolicyFiles.THRESHOLDS));
        assertThat(changes(OLD, after)).isEmpty();
    }

    @Test
    void a_threshold_is_said_with_its_unit_before_and_after_and_the_rules_that_read_it() {
        assertThat(changes(OLD, withThreshold(OLD, "adoption.high", "60")))
                .containsExactly(new Change(
                        threshold("adoption.high"),
                        Happening.CHANGED,
                        "",
                        List.of(changed("value", "70%", "60%")),
                        List.of(
                                new RuleId("high-adoption-dispersed-usage"),
                                new RuleId("dispersion-unknown"),
                                new RuleId("dispersion-no-cases"))));
        assertThat(PolicyComparison.of(OLD, withThreshold(OLD, "lag.rework", "2"))
                        .diff(Language.FRENCH)
                        .changes())
                .as("the indicator that is due after it is no change of its own")
                .singleElement()
                .satisfies(
                        change -> assertThat(change.aspects()).containsExactly(changed("value", "1 mois", "2 mois")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "thresholds.yaml | least: 50, most: 120 | least: 40, most: 120 | threshold/budget.consumed "
                        + "| range | 50% – 120% | 40% – 120%",
                "thresholds.yaml | one good month is | one good month may be | threshold/extend.months | because | one"
                        + " good month is enthusiasm; three in a row, all complete, are a beginning of evidence | one good"
                        + " month may be enthusiasm; three in a row, all complete, are a beginning of evidence",
                "rules/usage.drl | value >= $high | value > $high | rule/high-adoption-dispersed-usage | condition "
                        + "| Latest( indicator == \"adoption-rate\", value >= adoption.high ) "
                        + "| Latest( indicator == \"adoption-rate\", value > adoption.high )",
                "rules/usage.drl | findings.adjust( \"training\" ) | findings.adjust( \"workflow\" ) "
                        + "| rule/low-adoption | says | adjust training | adjust workflow",
                "rules/usage.drl | @law( 7 ) | @law( 3 ) | rule/high-adoption-dispersed-usage | law | 7 | 3",
                "indicators.yaml | judged-by: [lead-time] | judged-by: [lead-time, cycle-time] | block/delivery "
                        + "| judged-by | lead-time | lead-time, cycle-time",
                "policy.yaml | unknown-months: ends | unknown-months: skips | months/delivery-improved "
                        + "| unknown-months | ends | skips",
                "policy.yaml | run-length: trend.run-length | run-length: trend.steady-length | trend "
                        + "| run-length | 8 | 6",
                "policy.yaml | [stop, adjust, extend, maintain] | [adjust, stop, extend, maintain] | precedence "
                        + "| order | stop, adjust, extend, maintain | adjust, stop, extend, maintain",
                "policy.yaml | [workflow, budget, | [budget, workflow, | levers | order "
                        + "| workflow, budget, training, review, data-policy, instrumentation "
                        + "| budget, workflow, training, review, data-policy, instrumentation",
                "policy.yaml | version: 1.0.0 | version: 1.1.0 | policy | version | 1.0.0 | 1.1.0",
                "policy.yaml | owner: platform-governance | owner: someone | policy | owner | platform-governance "
                        + "| someone",
                "policy.yaml | languages: [en, fr] | languages: [en] | policy | languages | en, fr | en",
                "views.yaml | [monthly-cost, reallocated-hours] | [reallocated-hours, monthly-cost] | view/totals "
                        + "| order | monthly-cost, reallocated-hours | reallocated-hours, monthly-cost",
                "texts/fr.yaml | title: Agents de codage IA | title: Agents | text/fr/title | text "
                        + "| Agents de codage IA | Agents",
                "texts/en.yaml | headline: low adoption | headline: few people | text/en/rules/low-adoption/headline "
                        + "| text | low adoption | few people"
            })
    void each_kind_of_change_is_said(
            String path, String was, String is, String subject, String aspect, String before, String after) {
        assertThat(changes(OLD, edited(OLD, path, was, is))).singleElement().satisfies(change -> {
            assertThat(change.subject()).hasToString(subject);
            assertThat(change.happening()).isEqualTo(Happening.CHANGED);
            assertThat(change.aspects()).singleElement().satisfies(one -> {
                assertThat(one.name()).isEqualTo(aspect);
                assertThat(one.before()).contains(before);
                assertThat(one.after()).contains(after);
            });
        });
    }

    @Test
    void an_indicator_is_said_with_each_of_its_settings_that_changed() {
        PolicyFiles after = edited(
                OLD,
                PolicyFiles.INDICATORS,
                "  deployments:",
                "  deployments:\n    { block: quality, unit: days, range: { least: 1, most: 9 }, counting: whole, "
                        + "direction: higher-is-better, nature: outcome, due-after: lag.rework, "
                        + "extending: needs-it-compared, breakdown: { by: team } }\n  deployments-before:");
        after = edited(
                after,
                "texts/en.yaml",
                "  deployments:",
                "  deployments-before: { name: D, brief: d }\n  deployments:");
        after = edited(
                after,
                "texts/fr.yaml",
                "  deployments:",
                "  deployments-before: { name: D, brief: d }\n  deployments:");
        List<Change> changes = changes(OLD, after);
        assertThat(changes)
                .extracting(change ->
                        change.subject().toString() + " " + change.happening().word())
                .containsExactly("indicator/deployments changed", "indicator/deployments-before added");
        assertThat(changes.get(0).words()).isEqualTo("Deployments");
        assertThat(changes.get(0).aspects())
                .contains(
                        changed("block", "delivery", "quality"),
                        changed("unit", "count", "days"),
                        changed("due-after", "0 months", "1 month"),
                        changed("extending", "does-not-need-it", "needs-it-compared"),
                        new Aspect("breakdown", Optional.empty(), Optional.of("team")));
    }

    @Test
    void a_rule_that_is_removed_or_added_is_said_with_what_it_was_and_its_texts_are_not_said_again() {
        PolicyFiles without = withoutLowAdoption(OLD);
        List<Change> removed = changes(OLD, without);
        assertThat(removed)
                .extracting(
                        change -> change.subject() + " " + change.happening().word())
                .containsExactly("rule/low-adoption removed");
        assertThat(removed.get(0).words()).isEqualTo("low adoption");
        assertThat(removed.get(0).aspects())
                .contains(
                        new Aspect(
                                "condition",
                                Optional.of("Latest( indicator == \"adoption-rate\", value < adoption.low )"),
                                Optional.empty(),
                                Optional.of("Adoption, last known value: below 30% (adoption.low)"),
                                Optional.empty()),
                        new Aspect(
                                "says",
                                Optional.of("adjust training"),
                                Optional.empty(),
                                Optional.of("adjust: training"),
                                Optional.empty()));
        assertThat(changes(without, OLD))
                .extracting(
                        change -> change.subject() + " " + change.happening().word())
                .containsExactly("rule/low-adoption added");
    }

    @Test
    void rules_that_moved_among_the_reasons_are_named() {
        PolicyFiles after = edited(
                OLD,
                PolicyFiles.POLICY,
                "  - sensitive-data-alerts\n  - off-policy-usage\n",
                "  - off-policy-usage\n  - sensitive-data-alerts\n");
        assertThat(changes(OLD, after)).singleElement().satisfies(change -> {
            assertThat(change.subject()).hasToString("reasons");
            assertThat(change.aspects()).hasSize(1);
        });
    }

    @Test
    void what_is_shown_no_more_or_for_the_first_time_is_named() {
        PolicyFiles after = edited(OLD, PolicyFiles.VIEWS, "  - [review-time]\n", "  - [incidents]\n");
        assertThat(changes(OLD, after)).singleElement().satisfies(change -> {
            assertThat(change.subject()).hasToString("view/dashboard");
            assertThat(change.aspects())
                    .containsExactly(
                            new Aspect("item", Optional.of("review-time"), Optional.empty()),
                            new Aspect("item", Optional.empty(), Optional.of("incidents")));
        });
        PolicyFiles topic = edited(OLD, PolicyFiles.VIEWS, "teams-in-frame, ", "");
        assertThat(changes(OLD, topic)).singleElement().satisfies(change -> {
            assertThat(change.subject()).hasToString("view/agenda/authorised-workflows");
            assertThat(change.aspects())
                    .containsExactly(new Aspect("item", Optional.of("teams-in-frame"), Optional.empty()));
        });
    }

    // --- past decisions
    // -----------------------------------------------------------------------------------------------

    /** The scorecard of a scenario of the healthy case with other readings for the last month. */
    private static Scorecard healthy(String now) {
        return scorecard("healthy", now);
    }

    private static Scorecard scorecard(String given, String now) {
        String scenario = """
            about: One case
            scenarios:
              - scenario: one
                case: %s
                now: { %s }
                decision: maintain
            """.formatted(given, now);
        return Scenarios.of(OLD.with("scenarios/zz.yaml", scenario), OLD_ENGINE).list().stream()
                .filter(each -> each.name().equals("one"))
                .map(Scenario::scorecard)
                .findFirst()
                .orElseThrow();
    }

    private static Past past(PolicyFiles after, Scorecard... history) {
        return PolicyComparison.of(OLD, after)
                .diff(Language.ENGLISH, List.of(history), months -> {})
                .past()
                .orElseThrow();
    }

    @Test
    void past_notes_on_scopes_together_go_with_a_decision_and_with_their_rule() {
        Scorecard team = healthy("sensitive-data-alerts: 500").withScope(Scope.of(Level.TEAM, "payments"));
        Scorecard whole = healthy("").withScope(Scope.of(Level.PORTFOLIO, "all"));
        String rule = "ScopeReview( level == $wider, id == $holder, decision == ";
        PolicyFiles otherRule =
                edited(OLD, "rules/portfolio/conflicts.drl", rule + "\"extend\" )", rule + "\"adjust\" )");
        PolicyFiles otherDecision = withThreshold(OLD, "risk.sensitive-data-critical", "600");

        for (PolicyFiles after : List.of(otherRule, otherDecision)) {
            assertThat(past(after, team, whole).notes()).singleElement().satisfies(note -> {
                assertThat(note.month()).isEqualTo(LATEST);
                assertThat(note.rule()).isEqualTo(new RuleId("extends-a-stopped-scope"));
                assertThat(note.happening()).isEqualTo(Happening.REMOVED);
                assertThat(note.scopes()).extracting(Scope::id).containsExactly("payments", "all");
                assertThat(note.text()).isNotEmpty();
            });
        }
        assertThat(past(withThreshold(OLD, "adoption.high", "60"), team, whole).notes())
                .isEmpty();
        assertThat(PolicyComparison.of(otherRule, OLD)
                        .diff(Language.FRENCH, List.of(team, whole), months -> {})
                        .past()
                        .orElseThrow()
                        .notes())
                .singleElement()
                .satisfies(note -> assertThat(note.happening()).isEqualTo(Happening.ADDED));
    }

    @Test
    void a_decision_that_one_threshold_turns_names_it() {
        Past past = past(withThreshold(OLD, "adoption.high", "60"), healthy("traceability-rate: 22"));
        assertThat(past.flips())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("money")
                .containsExactly(new Flip(
                        healthy("").scope(),
                        LATEST,
                        Recency.LATEST,
                        new Move(Decision.EXTEND, Decision.ADJUST),
                        "Extend: delivery improved for 6 months in a row",
                        "Adjust: high adoption but dispersed usage",
                        List.of(List.of(threshold("adoption.high"))),
                        List.of(),
                        List.of(new RuleId("high-adoption-dispersed-usage"))));
        assertThat(past.isFound()).isTrue();
        assertThat(past.money().get(new Move(Decision.EXTEND, Decision.ADJUST)))
                .as("what the month cost moves with its decision")
                .isEqualTo(past.flips()
                        .get(0)
                        .money()
                        .map(money -> Map.of(money.unit(), money.amount()))
                        .orElseThrow());
    }

    @Test
    void months_are_counted_by_decision_under_both_policies() {
        Past past = past(withThreshold(OLD, "adoption.high", "60"), healthy("traceability-rate: 22"), healthy(""));
        assertThat(past.tallies().values().stream().mapToInt(Tally::before).sum())
                .isEqualTo(past.months());
        assertThat(past.tallies().values().stream().mapToInt(Tally::after).sum())
                .isEqualTo(past.months());
        Tally extend = past.tallies().getOrDefault(Decision.EXTEND, Tally.NONE);
        Tally adjust = past.tallies().getOrDefault(Decision.ADJUST, Tally.NONE);
        assertThat(extend.before() - extend.after()).isEqualTo(past.flips().size());
        assertThat(adjust.after() - adjust.before()).isEqualTo(past.flips().size());
    }

    @Test
    void where_the_policy_says_what_wrong_decisions_cost_each_way_in_which_decisions_change_says_it_too() {
        PolicyFiles after = withThreshold(OLD, "adoption.high", "60");
        assertThat(past(after, healthy("traceability-rate: 22")).mistakes()).isEmpty();
        PolicyFiles costed = after.with(
                PolicyFiles.POLICY,
                text(after, PolicyFiles.POLICY)
                        + "wrong-decisions: { adjust: { extend: 7 }, extend: { adjust: 2.5 } }\n");
        assertThat(past(costed, healthy("traceability-rate: 22")).mistakes())
                .containsExactly(Map.entry(
                        new Move(Decision.EXTEND, Decision.ADJUST), new Mistake(Exact.of(7), Exact.of("2.5"))));
    }

    @Test
    void another_cost_of_wrong_decisions_is_a_change_that_turns_no_decision() {
        PolicyFiles costed = OLD.with(
                PolicyFiles.POLICY, text(OLD, PolicyFiles.POLICY) + "wrong-decisions: { extend: { maintain: 40 } }\n");
        assertThat(PolicyComparison.of(OLD, costed).diff(Language.ENGLISH).changes())
                .singleElement()
                .matches(change -> change.subject().kind() == Kind.WRONG_DECISIONS && !change.decides())
                .matches(change -> change.find("extend")
                        .flatMap(Aspect::after)
                        .filter(costs -> costs.contains("maintain: 40"))
                        .isPresent());
    }

    @Test
    void the_change_that_did_it_is_found_among_many() {
        PolicyFiles after = withThreshold(OLD, "adoption.high", "60");
        after = withThreshold(after, "risk.off-policy", "3");
        after = withThreshold(after, "budget.consumed", "75");
        after = edited(after, "texts/en.yaml", "headline: low adoption", "headline: few people");
        after = edited(after, "rules/risk.drl", "value >= ", "value > ");
        Past past = past(after, healthy("traceability-rate: 22"));
        assertThat(past.flips())
                .singleElement()
                .satisfies(flip -> assertThat(flip.causes()).containsExactly(List.of(threshold("adoption.high"))));
    }

    @Test
    void changes_that_are_enough_alone_are_each_named() {
        PolicyFiles after = withThreshold(withThreshold(OLD, "adoption.high", "60"), "risk.off-policy", "3");
        Past past = past(after, healthy("traceability-rate: 22, off-policy-usage: 4"));
        assertThat(past.flips())
                .singleElement()
                .satisfies(flip -> assertThat(flip.causes())
                        .containsExactlyInAnyOrder(
                                List.of(threshold("adoption.high")), List.of(threshold("risk.off-policy"))));
        assertThat(past.causes())
                .containsEntry(Set.of(threshold("adoption.high")), 1)
                .containsEntry(Set.of(threshold("risk.off-policy")), 1);
    }

    @Test
    void changes_that_are_enough_together_only_are_named_together_and_no_others() {
        PolicyFiles after = withThreshold(withThreshold(OLD, "adoption.high", "60"), "usage.dispersed", "60");
        after = withThreshold(after, "forecast.growth", "20");
        after = withThreshold(after, "budget.consumed", "75");
        Past past = past(after, healthy("traceability-rate: 55"));
        assertThat(past.flips())
                .singleElement()
                .satisfies(flip -> assertThat(flip.causes())
                        .containsExactly(List.of(threshold("adoption.high"), threshold("usage.dispersed"))));
    }

    @Test
    void a_rule_that_came_or_went_turns_decisions_too() {
        PolicyFiles without = withoutLowAdoption(OLD);
        Scorecard low = healthy("adoption-rate: 12");
        assertThat(past(without, low).flips()).singleElement().satisfies(flip -> {
            assertThat(flip.move()).isEqualTo(new Move(Decision.ADJUST, Decision.EXTEND));
            assertThat(flip.causes()).containsExactly(List.of(new Subject(Kind.RULE, "low-adoption")));
            assertThat(flip.silenced()).containsExactly(new RuleId("low-adoption"));
            assertThat(flip.raised()).isEmpty();
        });
        Past back = PolicyComparison.of(without, OLD)
                .diff(Language.ENGLISH, List.of(low), months -> {})
                .past()
                .orElseThrow();
        assertThat(back.flips())
                .singleElement()
                .satisfies(flip ->
                        assertThat(flip.causes()).containsExactly(List.of(new Subject(Kind.RULE, "low-adoption"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy.yaml | [stop, adjust, extend, maintain] | [adjust, stop, extend, maintain] "
                        + "| sensitive-data-alerts: 400 | precedence | STOP | ADJUST",
                "indicators.yaml | judged-by: [lead-time] | judged-by: [lead-time, cycle-time] "
                        + "| cycle-time: 8 | block/delivery | EXTEND | MAINTAIN",
                "rules/usage.drl | value >= $high | value > $high "
                        + "| 'adoption-rate: 70, traceability-rate: 22' | rule/high-adoption-dispersed-usage "
                        + "| ADJUST | EXTEND"
            })
    void whatever_turns_a_decision_is_named(
            String path, String was, String is, String now, String cause, Decision before, Decision after) {
        PolicyFiles changed = withThreshold(edited(OLD, path, was, is), "cost.team-share", "60");
        assertThat(past(changed, healthy(now.replace("'", ""))).flips())
                .singleElement()
                .satisfies(flip -> {
                    assertThat(flip.move()).isEqualTo(new Move(before, after));
                    assertThat(flip.causes()).hasSize(1);
                    assertThat(flip.causes().get(0)).singleElement().hasToString(cause);
                });
    }

    @Test
    void every_complete_month_of_every_scope_is_decided_and_the_latest_is_marked() {
        List<Integer> progress = new ArrayList<>();
        PolicyDiff diff = PolicyComparison.of(OLD, withThreshold(OLD, "budget.consumed", "70"))
                .diff(
                        Language.ENGLISH,
                        List.of(named("b", scorecard("flat", "")), named("a", scorecard("flat", "lead-time: 5"))),
                        progress::add);
        Past past = diff.past().orElseThrow();
        assertThat(progress).hasSize(12).endsWith(11, 12);
        assertThat(past.scopes()).isEqualTo(2);
        assertThat(past.first()).contains(YearMonth.of(2026, 1));
        assertThat(past.last()).contains(LATEST);
        assertThat(past.flips())
                .extracting(flip -> flip.scope().id() + " " + flip.month() + " "
                        + flip.recency().word())
                .hasSize(11)
                .isSorted()
                .contains("a 2026-05 earlier", "b 2026-06 latest")
                .doesNotContain("a 2026-06 latest");
        assertThat(past.moves()).containsExactly(Map.entry(new Move(Decision.MAINTAIN, Decision.ADJUST), 11));
    }

    private static Scorecard named(String id, Scorecard scorecard) {
        return scorecard.withScope(
                new Scope(scorecard.scope().level(), id, id, scorecard.scope().firstUse()));
    }

    @Test
    void a_decision_that_stays_for_other_reasons_is_counted() {
        PolicyFiles after = withThreshold(OLD, "risk.off-policy", "3");
        Past past = past(after, healthy("adoption-rate: 12, off-policy-usage: 4"));
        assertThat(past.flips()).isEmpty();
        assertThat(past.stays()).singleElement().satisfies(stay -> {
            assertThat(stay.month()).isEqualTo(LATEST);
            assertThat(stay.raised()).containsExactly(new RuleId("off-policy-usage"));
            assertThat(stay.silenced()).isEmpty();
            assertThat(stay.altered()).isEmpty();
            assertThat(stay.changesLevers()).isTrue();
        });
        assertThat(past.isFound()).isFalse();
    }

    @Test
    void a_decision_that_stays_and_acts_on_another_lever_says_so() {
        PolicyFiles after =
                edited(OLD, "rules/usage.drl", "findings.adjust( \"training\" )", "findings.adjust( \"workflow\" )");
        Past past = past(after, healthy("adoption-rate: 12"));
        assertThat(past.flips()).isEmpty();
        assertThat(past.stays()).singleElement().satisfies(stay -> {
            assertThat(stay.decision()).isEqualTo(Decision.ADJUST);
            assertThat(stay.recency()).isEqualTo(Recency.LATEST);
            assertThat(stay.leversBefore()).extracting(Lever::name).containsExactly("training");
            assertThat(stay.leversAfter()).extracting(Lever::name).containsExactly("workflow");
            assertThat(stay.changesLevers()).isTrue();
            assertThat(stay.altered()).containsExactly(new RuleId("low-adoption"));
        });
    }

    @Test
    void conditions_and_effects_are_said_in_the_words_of_the_catalogue_in_each_language() {
        PolicyFiles after =
                edited(OLD, "rules/usage.drl", "findings.adjust( \"training\" )", "findings.adjust( \"workflow\" )");
        after = edited(after, "rules/usage.drl", "value >= $high", "value > $high");
        PolicyComparison comparison = PolicyComparison.of(OLD, after);
        assertThat(comparison.diff(Language.FRENCH).changes())
                .flatExtracting(Change::aspects)
                .extracting(aspect -> aspect.beforeInWords().orElseThrow() + " / "
                        + aspect.afterInWords().orElseThrow())
                .containsExactlyInAnyOrder(
                        "Adoption, dernière valeur connue\u00a0: au moins 70\u00a0% (adoption.high)"
                                + " / Adoption, dernière valeur connue\u00a0: au-dessus de 70\u00a0% (adoption.high)",
                        "ajuster\u00a0: formation / ajuster\u00a0: workflow");
        for (Language language : List.of(Language.ENGLISH, Language.FRENCH)) {
            String catalogue = Catalogue.of(comparison.before(), language).markdown();
            assertThat(Report.of(comparison.diff(language)).text())
                    .as("no rule as its file has it")
                    .doesNotContain("Latest(", "indicator ==");
            assertThat(comparison.diff(language).changes())
                    .flatExtracting(Change::aspects)
                    .allSatisfy(aspect -> assertThat(catalogue)
                            .contains(aspect.beforeInWords().orElseThrow()));
        }
    }

    @Test
    void where_words_do_not_tell_two_conditions_apart_the_files_do() {
        PolicyFiles after = OLD;
        after = edited(after, "texts/en.yaml", "workflow: { name: workflow,", "workflow: { name: training,");
        after = edited(after, "rules/usage.drl", "findings.adjust( \"training\" )", "findings.adjust( \"workflow\" )");
        assertThat(Report.of(PolicyComparison.of(OLD, after).diff(Language.ENGLISH))
                        .text())
                .contains("effect, before: adjust training\n", "effect, after: adjust workflow\n");
    }

    @Test
    void readings_that_one_policy_does_not_know_are_left_out_there() {
        PolicyFiles after = withoutDeployments();
        Past past = past(after, healthy(""));
        assertThat(past.leftOut()).containsExactly(new IndicatorId("deployments"));
        assertThat(past.refusals()).isEmpty();
        assertThat(past.flips()).isEmpty();
        PolicyComparison back = PolicyComparison.of(after, OLD);
        assertThat(back.indicators().find(new IndicatorId("deployments"))).isPresent();
        assertThat(back.diff(Language.ENGLISH, List.of(healthy("")), months -> {})
                        .past()
                        .orElseThrow()
                        .leftOut())
                .containsExactly(new IndicatorId("deployments"));
    }

    private static PolicyFiles withoutDeployments() {
        PolicyFiles after = OLD;
        for (String path : List.of(PolicyFiles.INDICATORS, PolicyFiles.VIEWS, "texts/en.yaml", "texts/fr.yaml")) {
            after = after.with(
                    path,
                    text(after, path)
                            .replace(", deployments]", "]")
                            .replaceAll("(?m)^ +- deployments\\n", "")
                            .replaceAll("(?m)^ +cases-of: deployments\\n", "")
                            .replaceAll("(?m)^ +computed: .* each: deployments }\\n", "")
                            .replaceAll("(?m)^  deployments:.*\\n(    .*\\n)*", ""));
        }
        return after;
    }

    @Test
    void a_scope_that_one_policy_cannot_review_is_named_with_the_reason_and_not_counted() {
        PolicyFiles after = edited(
                OLD,
                PolicyFiles.INDICATORS,
                "budget-consumed:\n    { block: finance, unit: percent, range: { least: 0 }",
                "budget-consumed:\n    { block: finance, unit: percent, range: { least: 0, most: 60 }");
        Past past = past(after, healthy(""));
        assertThat(past.months()).isZero();
        assertThat(past.isFound()).isTrue();
        assertThat(past.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.policy()).isEqualTo(Engine.of(after).policy().ref());
            assertThat(refusal.faults())
                    .extracting(Fault::code)
                    .containsOnly("ROI-S21")
                    .hasSize(6);
        });
    }

    // --- laws of the comparison
    // ---------------------------------------------------------------------------------------

    private static PolicyFiles changedEverywhere() {
        PolicyFiles after = withoutLowAdoption(withoutDeployments());
        after = withThreshold(after, "adoption.high", "60");
        after = withThreshold(after, "extend.months", "2");
        after = withThreshold(after, "comparison.tolerance", "5");
        after = withThreshold(after, "lag.defects", "1");
        after = edited(after, PolicyFiles.POLICY, "unknown-months: ends", "unknown-months: skips");
        after = edited(
                after, PolicyFiles.POLICY, "[stop, adjust, extend, maintain]", "[adjust, stop, extend, maintain]");
        after = edited(after, PolicyFiles.INDICATORS, "judged-by: [lead-time]", "judged-by: [lead-time, cycle-time]");
        return edited(after, "rules/finance.drl", "value >= $limit", "value > $limit");
    }

    /** Scopes of all kinds: every third scenario of the policy. */
    private static List<Scorecard> scopes() {
        List<Scenario> scenarios = Scenarios.of(OLD, OLD_ENGINE).list();
        List<Scorecard> scopes = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i += 3) {
            scopes.add(named("scope-%s".formatted(1000 + i), scenarios.get(i).scorecard()));
        }
        return scopes;
    }

    @Test
    void all_changes_made_to_the_policy_before_decide_as_the_policy_after() {
        PolicyFiles after = changedEverywhere();
        HybridPolicy blend = Engine.blend(OLD, after);
        Set<Subject> all = new LinkedHashSet<>();
        changes(OLD, after).forEach(change -> all.add(change.subject()));
        Policy made = blend.with(all).orElseThrow();
        Engine between = Engine.of(made);
        Engine target = Engine.of(blend.after());
        for (Scorecard scorecard : scopes()) {
            Fitted fitted = new Fitted(scorecard);
            for (YearMonth month : scorecard.completeMonths()) {
                ReviewRequest request = ReviewRequest.LATEST.forMonth(month);
                assertThat(between.decide(fitted.to(made), request))
                        .isEqualTo(target.decide(fitted.to(blend.after()), request));
            }
        }
        assertThat(blend.with(Set.of()).orElseThrow().ref())
                .isEqualTo(blend.before().ref());
    }

    @Test
    void decisions_and_headlines_are_those_of_the_reviews_and_every_flip_has_a_cause_that_does_it() {
        PolicyFiles files = changedEverywhere();
        PolicyComparison comparison = PolicyComparison.of(OLD, files);
        List<Scorecard> history = scopes();
        Past past =
                comparison.diff(Language.ENGLISH, history, months -> {}).past().orElseThrow();
        Engine after = Engine.of(files);
        HybridPolicy blend = Engine.blend(OLD, files);
        assertThat(past.flips()).hasSizeGreaterThan(10);
        for (Flip flip : past.flips()) {
            Scorecard scorecard = history.stream()
                    .filter(each -> each.scope().equals(flip.scope()))
                    .findFirst()
                    .orElseThrow();
            ReviewRequest request = ReviewRequest.LATEST.forMonth(flip.month()).in(Language.ENGLISH);
            Fitted fitted = new Fitted(scorecard);
            assertThat(OLD_ENGINE.review(scorecard, request).decision())
                    .isEqualTo(flip.move().before());
            assertThat(OLD_ENGINE.review(scorecard, request).headline()).isEqualTo(flip.headlineBefore());
            var review = after.review(fitted.to(after.policy()), request);
            assertThat(review.decision()).isEqualTo(flip.move().after());
            assertThat(review.headline()).isEqualTo(flip.headlineAfter());
            assertThat(flip.causes()).isNotEmpty();
            for (List<Subject> cause : flip.causes()) {
                assertThat(decision(blend, fitted, request, Set.copyOf(cause)))
                        .isEqualTo(flip.move().after());
                for (Subject one : cause) {
                    Set<Subject> fewer = new LinkedHashSet<>(cause);
                    fewer.remove(one);
                    assertThat(decision(blend, fitted, request, fewer))
                            .isNotEqualTo(flip.move().after());
                }
            }
        }
    }

    private static Decision decision(HybridPolicy blend, Fitted fitted, ReviewRequest request, Set<Subject> taken) {
        Policy policy = blend.with(taken).orElseThrow();
        return Engine.of(policy).decide(fitted.to(policy), request);
    }

    @Test
    void the_order_of_the_history_does_not_show() {
        List<Scorecard> history = scopes().subList(0, 20);
        List<Scorecard> reversed = new ArrayList<>(history);
        java.util.Collections.reverse(reversed);
        PolicyComparison comparison = PolicyComparison.of(OLD, withThreshold(OLD, "extend.months", "2"));
        assertThat(comparison.diff(Language.ENGLISH, reversed, months -> {}))
                .isEqualTo(comparison.diff(Language.ENGLISH, history, months -> {}));
    }

    // --- what cannot be compared
    // --------------------------------------------------------------------------------------

    @Test
    void faults_of_both_policies_are_reported_together_with_the_policy_in_their_place() {
        PolicyFiles broken = edited(OLD, PolicyFiles.VIEWS, "[review-time]", "[reviw-time]");
        PolicyFiles wrong = withThreshold(PolicyFiles.of("pilot", texts(OLD)), "adoption.high", "400");
        assertThatThrownBy(() -> PolicyComparison.of(broken, wrong))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("coding-agent/views.yaml:")
                .hasMessageContaining("Did you mean `review-time`?")
                .hasMessageContaining("ROI-P10 pilot/thresholds.yaml:");
    }

    private static Map<String, String> texts(PolicyFiles files) {
        Map<String, String> texts = new java.util.TreeMap<>();
        files.paths().forEach(path -> texts.put(path, text(files, path)));
        return texts;
    }

    @Test
    void a_language_that_a_policy_does_not_speak_is_refused() {
        PolicyComparison comparison = PolicyComparison.of(OLD, edited(OLD, PolicyFiles.POLICY, "[en, fr]", "[en]"));
        assertThatThrownBy(() -> comparison.diff(Language.FRENCH))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("does not speak `fr`.");
    }

    @Test
    void a_policy_between_that_cannot_be_is_none() {
        PolicyFiles after = withThreshold(withThreshold(OLD, "trend.signal-points", "13"), "trend.stable-points", "14");
        HybridPolicy blend = Engine.blend(OLD, after);
        assertThat(blend.with(Set.of(threshold("trend.signal-points")))).isEmpty();
        assertThat(blend.with(Set.of(threshold("trend.stable-points")))).isPresent();
    }

    @Test
    void a_threshold_may_be_borrowed_from_beyond_the_range_of_the_policy_before() {
        PolicyFiles wide = edited(OLD, PolicyFiles.THRESHOLDS, "least: 40, most: 95", "least: 4, most: 95");
        wide = edited(wide, PolicyFiles.THRESHOLDS, "  at-most: adoption.high\n", "");
        assertThat(past(withThreshold(wide, "adoption.high", "5"), healthy("adoption-rate: 35, traceability-rate: 22"))
                        .flips())
                .singleElement()
                .satisfies(flip -> assertThat(flip.causes()).containsExactly(List.of(threshold("adoption.high"))));
    }
}
