package dev.roi.governance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.rules.policy.PolicyFiles;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that are small to write and large to read: each file ends soon, and says which limit it met. */
class HostileScenariosTest {

    private static final PolicyFiles POLICY =
            PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Duration SOON = Duration.ofSeconds(20);

    private static String checked(String path, String text) {
        return Assertions.assertTimeout(
                SOON,
                () -> PolicyCheck.of(POLICY.with(path, text)).errors().stream()
                        .map(Fault::toString)
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void a_table_of_very_many_rows_is_refused_before_any_is_read() {
        String rows = IntStream.range(0, 30_000)
                .mapToObj("      - [%s, maintain]"::formatted)
                .collect(Collectors.joining("\n"));
        assertThat(checked(
                        "scenarios/x.yaml",
                        "tables:\n  - table: x\n    columns: [adoption-rate, decision]\n    rows:\n" + rows + "\n"))
                .isEqualTo(
                        "ROI-P03 coding-agent/scenarios/x.yaml:5:7: /tables/0/rows: a policy has 2000 scenarios at the most, each row of"
                                + " a table counted as one. Keep those that would notice a change of the policy; `roi test` tells"
                                + " which do.");
    }

    @Test
    void very_many_cases_are_refused_before_any_is_read() {
        assertThat(checked("scenarios/x.yaml", "cases:\n" + cases(1_500, "like: good")))
                .startsWith("ROI-P03 coding-agent/scenarios/x.yaml:2:3: /cases: a policy has 500 cases at the most.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"like: x%s", "like: x%s, months: 2"})
    void cases_that_are_like_each_other_in_a_very_long_row_are_refused(String like) {
        assertThat(checked("scenarios/x.yaml", "cases:\n" + cases(450, like)))
                .startsWith("ROI-P03 coding-agent/scenarios/x.yaml:2:")
                .contains("32 cases at the most");
    }

    /** Each is like the one after it, the last like the first. */
    private static String cases(int count, String like) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  x%s: { %s }%n".formatted(i, like.formatted((i + 1) % count)))
                .collect(Collectors.joining());
    }
}
