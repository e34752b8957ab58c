package dev.roi.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule files that would do something else than decide: every slot of the language that runs code, and a few more. */
class HostileRulesTest {

    private static final String CORPUS = "rules.txt";
    private static final PolicyFiles POLICY =
            PolicyFiles.builtIn("coding-agent").orElseThrow();
    /** What the policy says of any rule that is added to it and to nothing else. */
    private static final Set<String> NOT_OF_THE_FILE =
            Set.of(PolicyCode.RULE_NOT_IN_ORDER.id(), PolicyCode.MISSING_TEXT.id());

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicTest> a_hostile_rule_file_is_refused_with_its_place_and_nothing_of_it_runs() {
        List<HostileCase> cases = HostileCase.in(CORPUS);
        HostileCase.rewrite(CORPUS, cases, HostileRulesTest::refused);
        return cases.stream()
                .map(each -> dynamicTest(
                        each.title(),
                        () -> assertThat(refused(each)).isNotEmpty().isEqualTo(each.expected())));
    }

    private static String refused(HostileCase hostile) {
        int songs = Canary.songs();
        PolicyFiles files = POLICY.with("rules/hostile.drl", hostile.hostile());
        String refused = Assertions.assertTimeout(LONGEST, () -> {
            try {
                Engine.of(files);
                return "";
            } catch (InvalidInput invalid) {
                return invalid.faults().stream()
                        .filter(fault -> !NOT_OF_THE_FILE.contains(fault.code()))
                        .map(Fault::toString)
                        .collect(Collectors.joining("\n"));
            }
        });
        assertThat(Canary.songs()).as("nothing of %s runs", hostile).isEqualTo(songs);
        return refused;
    }

    @TestFactory
    Stream<DynamicTest> the_canary_would_be_heard_if_drools_compiled_the_same_file() {
        return HostileCase.in(CORPUS).stream()
                .filter(HostileCase::sings)
                .map(each -> dynamicTest(each.title(), () -> {
                    int songs = Canary.songs();
                    RawDrools.run(each.hostile());
                    assertThat(Canary.songs()).isGreaterThan(songs);
                }));
    }

    @Test
    void the_corpus_is_large_and_most_of_it_would_run_something() {
        List<HostileCase> cases = HostileCase.in(CORPUS);
        assertThat(cases)
                .hasSizeGreaterThanOrEqualTo(100)
                .extracting(HostileCase::title)
                .doesNotHaveDuplicates();
        assertThat(cases.stream().filter(HostileCase::sings)).hasSizeGreaterThanOrEqualTo(40);
    }
}
