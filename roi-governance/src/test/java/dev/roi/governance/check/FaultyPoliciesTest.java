package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Pinned;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a check says of policies with faults, word for word. {@code -Dpins=write} writes it anew, to be read. */
class FaultyPoliciesTest {

    private static final String FILE = "faulty-policies.txt";

    /** These need a directory on disk; the pages of the codes show them. */
    private static final Set<String> ON_DISK =
            Set.of(PolicyCode.DIRECTORY.id(), PolicyCode.LINK.id(), PolicyCode.TOO_LARGE.id());

    @BeforeAll
    static void writeWhatIsSaidWhereThatIsAskedFor() {
        if (Pinned.areWritten()) {
            String text = policies().stream()
                    .map(policy ->
                            "# %s\n%s\n%s".formatted(policy.title(), String.join("\n", policy.edits()), said(policy)))
                    .collect(Collectors.joining("\n\n"));
            Pinned.write(Pilot.RESOURCES.resolve(FILE), text.strip() + "\n");
        }
    }

    static List<FaultyPolicy> policies() {
        return FaultyPolicy.in(FILE);
    }

    private static String said(FaultyPolicy policy) {
        List<Fault> findings = PolicyCheck.of(policy.files()).findings();
        return Stream.concat(
                        findings.stream().map(fault -> fault.severity().word() + " " + fault),
                        findings.stream().map(fault -> "fr " + fault.in(Language.FRENCH)))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_check_says_this_and_nothing_else(FaultyPolicy policy) {
        assertThat(said(policy)).isEqualTo(policy.expected());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void what_a_check_calls_an_error_of_the_policy_keeps_it_from_being_loaded(FaultyPolicy policy) {
        PolicyFiles files = policy.files();
        boolean isRefused = PolicyCheck.of(files).errors().stream()
                .anyMatch(fault -> !fault.place().source().contains("/scenarios/"));
        if (isRefused) {
            assertThatThrownBy(() -> Engine.read(files, Map.of())).isInstanceOf(InvalidInput.class);
        } else {
            assertThat(Engine.read(files, Map.of()).rules()).isNotEmpty();
        }
    }

    @Test
    void there_are_many_each_with_a_title_of_its_own() {
        assertThat(policies()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(policies()).extracting(FaultyPolicy::title).doesNotHaveDuplicates();
        assertThat(policies())
                .extracting(FaultyPolicy::expected)
                .allSatisfy(said -> assertThat(said).isNotBlank());
    }

    @Test
    void every_code_of_a_policy_is_provoked() {
        Set<String> provoked = policies().stream()
                .flatMap(policy -> policy.expected().lines())
                .map(line -> line.split(" ", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
        provoked.addAll(ON_DISK);
        assertThat(provoked)
                .containsAll(
                        Arrays.stream(PolicyCode.values()).map(PolicyCode::id).toList());
    }

    @Test
    void the_pilot_that_they_are_made_from_is_clean() {
        assertThat(PolicyCheck.of(PolicyFiles.of("my-policy", Pilot.files())).findings())
                .isEmpty();
        assertThat(Arrays.stream(Severity.values())).hasSize(2);
    }
}
