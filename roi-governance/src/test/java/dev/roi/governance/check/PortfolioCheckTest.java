package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check judges rules about a portfolio, and what a rule needs in any case, as it judges plain rules. */
class PortfolioCheckTest {

    private static final Set<String> JUDGED =
            Set.of(PolicyCode.NEVER_FIRES.id(), PolicyCode.SAME_RULE.id(), PolicyCode.TRUE_FOR_UNKNOWN.id());

    private static List<Fault> judged(String path, String... conditions) {
        Map<String, String> files = new TreeMap<>(Pilot.files());
        StringBuilder rules = new StringBuilder("// Do the scopes fit together?\n");
        for (int i = 0; i < conditions.length; i++) {
            rules.append("rule \"tried-%d\"\nwhen\n    %s\nthen\n    findings.note();\nend\n"
                    .formatted(i, conditions[i].replace("; ", "\n    ")));
        }
        files.put(path, rules.toString());
        return PolicyCheck.of(PolicyFiles.of("my-policy", files)).findings().stream()
                .filter(fault ->
                        JUDGED.contains(fault.code()) && fault.place().source().endsWith(path))
                .toList();
    }

    private static List<Fault> ofPortfolio(String... conditions) {
        return judged("rules/portfolio/tried.drl", conditions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ScopeHolds( level == \"workflow\" )|`level` of `ScopeHolds` would have to be `workflow`, and it can"
                        + " only be `team` or `portfolio`",
                "ScopeHolds( level == \"team\", partLevel == \"team\" )|`partLevel` of `ScopeHolds`",
                "Threshold( id == \"adoption.low\", $low : value ); ReviewMonth( month > $low )|`month` of the"
                        + " reviewed month",
                "Threshold( id == \"adoption.low\", $low : value ); ReviewMonth( $m : month, quarter > $low );"
                        + " ScopeReview( $l : level, $i : id ); ScopeReading( level == $l, id == $i )|the reviewed month",
                "Threshold( id == \"adoption.low\", $low : value ); ScopeReview( $l : level, $i : id ); ScopeReading("
                        + " level == $l, id == $i, indicator == \"adoption-rate\", value < $low, value > $low )|`value` of"
                        + " `adoption-rate`",
                "ScopeReview( decision == \"stop\", decision == \"extend\" )|`decision` of `ScopeReview`",
            })
    void a_rule_that_no_portfolio_can_meet_never_fires(String conditions, String because) {
        assertThat(ofPortfolio(conditions)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(PolicyCode.NEVER_FIRES.id());
            assertThat(fault.message()).contains("rule `tried-0` can never fire", because.replace("\"", ""));
            assertThat(fault.in(Language.FRENCH)).doesNotContain("can never");
        });
    }

    @Test
    void a_branch_and_what_is_counted_may_be_what_nothing_can_meet() {
        assertThat(ofPortfolio("( ScopeHolds( level == \"workflow\" ) or ScopeReview( decision == \"stop\" ) )"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("rule `tried-0`: nothing can ever meet this condition: `level` of `ScopeHolds`"));
        assertThat(judged(
                        "rules/tried.drl",
                        "accumulate( Part( indicator == \"cost-by-workflow\", authorised == \"yes\", dimension =="
                                + " \"team\" );$n : count() )"))
                .extracting(Fault::code)
                .containsExactly(PolicyCode.NEVER_FIRES.id());
    }

    @Test
    void two_rules_that_join_alike_are_the_same_whatever_they_call_what_they_bind() {
        String one = "ScopeReview( $l : level, $i : id, decision == \"stop\" );"
                + " ScopeAuthorises( workflow == $i, $w : level )";
        assertThat(ofPortfolio(one, one.replace("$i", "$other").replace("$l", "$x")))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.message()).contains("rule `tried-1` says the same as rule `tried-0`"));
        assertThat(ofPortfolio(one, one.replace("\"stop\"", "\"adjust\""))).isEmpty();
    }

    @Test
    void a_reading_that_a_scope_has_not_is_not_said_to_be_below_a_limit() {
        String negated = "Threshold( id == \"adoption.low\", $low : value ); ScopeReview( $l : level, $i : id );"
                + " not ScopeReading( level == $l, id == $i, indicator == \"adoption-rate\", value > $low )";
        assertThat(ofPortfolio(negated)).extracting(Fault::code).containsExactly(PolicyCode.TRUE_FOR_UNKNOWN.id());
        assertThat(ofPortfolio(negated + "; ScopeReading( level == $l, id == $i, indicator == \"adoption-rate\" )"))
                .isEmpty();
    }

    @Test
    void what_a_portfolio_may_well_have_is_no_cause_for_a_warning() {
        assertThat(ofPortfolio(
                        "ScopeHolds( level == \"portfolio\", partLevel == \"team\", $p : part );"
                                + " ScopeReview( level == \"team\", id == $p, stale == true )",
                        "exists ( ScopeReview( decision == \"stop\" ) and ScopeReview( decision == \"extend\" ) )",
                        "accumulate( ScopeReading( indicator == \"adoption-rate\", $v : value );$a : average( $v ) );"
                                + " ScopeReading( indicator == \"adoption-rate\", value < $a )"))
                .isEmpty();
    }
}
