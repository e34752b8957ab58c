package dev.roi.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roi.core.Fault;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Faults;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.RuleNames;
import dev.roi.rules.policy.RuleUnits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a place of the grammar where it does not belong is refused there, soon and in few words. */
class HostileSlotsTest {

    private static final Policy POLICY = Engine.builtIn("coding-agent").policy();
    private static final RuleNames NAMES = new RuleNames(
            names(POLICY.indicators().indicators().stream()
                    .map(each -> each.id().value())),
            names(POLICY.indicators().blocks().stream().map(each -> each.id().value())),
            names(POLICY.thresholds().keySet().stream().map(ThresholdId::value)),
            names(Stream.of()),
            names(Stream.of()),
            new RuleUnits(POLICY.indicators(), POLICY.thresholds()));
    private static final String FILE = "hostile.drl";
    private static final int LONGEST_MESSAGE = 1_500;
    private static final int ONE_OF = 9;

    /** All that one slot is tried with: a quarter of a second each would be quadratic already. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static DeclaredNames names(Stream<String> names) {
        return DeclaredNames.of(names.toList());
    }

    static List<String> ofScopes() {
        return List.of(
                "( Latest( value > $t ) or @ )",
                "( @ or Latest( value > $t ) )",
                "exists( Latest( value > $t ) and @ )",
                "exists( Latest( @ ) )",
                "not( Latest( value > $t ) and @ )",
                "forall( @ )",
                "forall( Reading( $i : indicator, block == \"quality\" ) Reading( indicator == @ ) )",
                "accumulate( @; $n : count() )",
                "accumulate( History( indicator == \"incidents\", @ ); $n : count() )",
                "accumulate( History( indicator == \"incidents\", $v : value ); @ )",
                "accumulate( History( indicator == \"incidents\", $v : value ); $n : @ )",
                "accumulate( History( indicator == \"incidents\", $v : value ); $n : sum( @ ) )",
                "accumulate( History( indicator == \"incidents\", $v : value ); $n : sum( $v ); @ )",
                "accumulate( History( indicator == \"incidents\", $v : value ); $n : sum( $v ); $n >= @ )",
                "Latest( @ : value )",
                "Latest( indicator == \"incidents\", value > @ )",
                "Latest( indicator == \"incidents\", value > $t * @ )",
                "Latest( indicator == \"incidents\", value > ( $t + @ ) / $t )",
                "Latest( indicator == \"incidents\", value > $t || @ )",
                "Latest( indicator in ( @ ) )",
                "History( indicator == \"incidents\", monthsAgo < @ )",
                "Change( indicator == \"incidents\", over == @ )",
                "Date( monthsLeft < @ )",
                "Decided( decision == @ )",
                "Action( state == @ )",
                "ReviewMonth( month == @ )");
    }

    static List<String> ofPortfolios() {
        return List.of(
                "ScopeReview( @ )",
                "ScopeReview( decision == @ )",
                "ScopeReview( $i : id ) ScopeReading( id == @ )",
                "ScopeReading( indicator == @ )",
                "ScopeReading( indicator == \"incidents\", value > @ )",
                "ScopeHolds( partLevel in ( @ ) )",
                "accumulate( ScopeReview( @ ); $n : count(); $n > $t )",
                "accumulate( ScopeReview( stale == true ); $n : count(); $n > @ )");
    }

    private static List<String> fillings() {
        List<String> all = new ArrayList<>(List.of(
                "dev.roi.rules.hostile.Canary.singing()",
                "new Object()",
                "eval( true )",
                "System.exit( 0 )",
                "$t.toString()",
                "\"a\".getClass()",
                "value.intValue() > 0",
                "this == null",
                "{ int i = 0; }",
                "() -> true",
                "from Latest()",
                "matches \".*\"",
                "\\u0041",
                "$nowhere",
                "$\u0442",
                "$t\u200b",
                "\u202e$t",
                "\u2066value\u2069",
                "\"incid\u0435nts\"",
                "\"incidents\\u0000\"",
                "\"incidents\n\"",
                "'incidents'",
                "1e999999999",
                "0x7fffffff",
                "-1",
                "NaN",
                "null",
                ")",
                "]",
                ";",
                "/*",
                "\""));
        for (String repeated : List.of(
                "(",
                "not ",
                "exists( ",
                "forall( ",
                "accumulate( ",
                "( Latest() or ",
                "Latest( value > ( ",
                "$t + ",
                "$t * ( ",
                "-",
                "!",
                "9",
                "\"a\", ",
                "value > $t || ",
                "$v : value, ",
                "/* ",
                "\u0301")) {
            all.add(repeated.repeat(10_000));
        }
        return all;
    }

    private static List<Fault> faults(RuleSubject subject, String condition) {
        Faults faults = new Faults();
        String text = """
            rule "x"
            when
                Threshold( id == "risk.sensitive-data", $t : value )
                %s
            then
                findings.note();
            end
            """.formatted(condition);
        new RuleFileParser().parse(FILE, subject, text.getBytes(StandardCharsets.UTF_8), NAMES, faults);
        return faults.list();
    }

    /** Of several slots, each filling is in one; all together they are in all. */
    private static List<String> some(String slot) {
        List<String> all = fillings();
        return IntStream.range(0, all.size())
                .filter(i -> Math.floorMod(slot.hashCode() + i, ONE_OF) == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static void refuses(RuleSubject subject, String slot, List<String> fillings) {
        Assertions.assertTimeout(SOON, () -> {
            for (String filling : fillings) {
                String shown = "%s in %s".formatted(filling.substring(0, Math.min(40, filling.length())), slot);
                List<Fault> faults = new ArrayList<>();
                assertThatCode(() -> faults.addAll(faults(subject, slot.replace("@", filling))))
                        .as(shown)
                        .doesNotThrowAnyException();
                assertThat(faults).as(shown).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.place().source()).isEqualTo(FILE);
                    assertThat(fault.place().line()).isPositive();
                    assertThat(fault.message().length()).isLessThan(LONGEST_MESSAGE);
                    assertThat(fault.message()).doesNotContain("org.drools", "Exception", "java.lang");
                });
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ofScopes")
    void a_place_in_a_rule_takes_nothing_else(String slot) {
        refuses(RuleSubject.SCOPE, slot, some(slot));
    }

    @ParameterizedTest
    @MethodSource("ofPortfolios")
    void a_place_in_a_portfolio_rule_takes_nothing_else(String slot) {
        refuses(RuleSubject.PORTFOLIO, slot, some(slot));
    }

    @Tag("soak") // twenty seconds: everything in every place
    @Test
    void no_place_takes_anything_else() {
        ofScopes().forEach(slot -> refuses(RuleSubject.SCOPE, slot, fillings()));
        ofPortfolios().forEach(slot -> refuses(RuleSubject.PORTFOLIO, slot, fillings()));
    }

    @Test
    void what_belongs_there_is_taken() {
        assertThat(faults(
                        RuleSubject.SCOPE,
                        "accumulate( History( indicator == \"incidents\", $v : value ); $n : sum( $v ); $n >= $t )"))
                .isEmpty();
        assertThat(faults(RuleSubject.SCOPE, "Latest( indicator == \"incidents\", value > ( $t + $t ) / $t )"))
                .isEmpty();
        assertThat(faults(RuleSubject.PORTFOLIO, "accumulate( ScopeReview( stale == true ); $n : count(); $n > $t )"))
                .isEmpty();
    }
}
