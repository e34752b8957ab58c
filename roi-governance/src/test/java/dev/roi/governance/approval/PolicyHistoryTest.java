package dev.roi.governance.approval;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Hash;
import dev.roi.core.Language;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyLog;
import dev.roi.core.PolicyRef;
import dev.roi.core.json.Json;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyHistoryTest {

    private static final PolicyFiles FIRST = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final PolicyFiles SECOND = version("2.0.0", "(extend\\.months:\\s+value: )3", "$12");
    private static final PolicyId ID = ref(FIRST).id();

    private final Map<PolicyRef, PolicyFiles> kept = new LinkedHashMap<>();
    private final List<Approvals.Recorded> recorded = new ArrayList<>();

    private static PolicyFiles version(String version, String pattern, String replacement) {
        return FIRST.with(
                        PolicyFiles.THRESHOLDS,
                        requireNonNull(FIRST.texts().get(PolicyFiles.THRESHOLDS))
                                .replaceFirst(pattern, replacement))
                .with(
                        PolicyFiles.POLICY,
                        requireNonNull(FIRST.texts().get(PolicyFiles.POLICY))
                                .replaceFirst("(?m)^version: .*$", "version: " + version));
    }

    private static PolicyRef ref(PolicyFiles files) {
        return Engine.read(files, Map.of()).ref();
    }

    private void approve(PolicyFiles files, String by, Optional<Approval.Change> change) {
        kept.put(ref(files), files);
        recorded.add(new Approvals.Recorded(
                recorded.size() + 2L,
                new Approval(
                        ref(files),
                        Instant.parse("2026-06-02T09:30:00Z"),
                        by,
                        "Agreed",
                        YearMonth.of(2026, 6),
                        "0.1.0",
                        change)));
    }

    private PolicyHistory history() {
        return PolicyHistory.of(ID, new Approvals(recorded), policy -> Optional.ofNullable(kept.get(policy)));
    }

    @Test
    void each_version_is_held_against_the_one_before() {
        approve(FIRST, "Ana", Optional.empty());
        approve(SECOND, "Ana", Optional.of(PolicyComparison.of(FIRST, SECOND).change()));
        approve(SECOND, "Jo", Optional.empty());

        PolicyLog log = history().log(Language.ENGLISH);

        assertThat(log.versions()).extracting(PolicyLog.Version::policy).containsExactly(ref(FIRST), ref(SECOND));
        assertThat(log.versions().get(0).diff()).isEmpty();
        PolicyDiff diff = log.versions().get(1).diff().orElseThrow();
        assertThat(diff.changes())
                .extracting(change -> change.subject().toString())
                .containsExactlyInAnyOrder("threshold/extend.months", "policy");
        assertThat(log.versions().get(1).approvals()).hasSize(2);
        assertThat(log.versions().get(1).unlike()).isEmpty();
    }

    @Test
    void the_digest_is_that_of_the_comparison_as_a_document() {
        PolicyComparison comparison = PolicyComparison.of(FIRST, SECOND);

        assertThat(comparison.change())
                .isEqualTo(new Approval.Change(
                        ref(FIRST),
                        Hash.of(Json.write(comparison.diff(Language.ENGLISH)).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_comparison_that_comes_out_otherwise_today_is_named() {
        approve(FIRST, "Ana", Optional.empty());
        approve(SECOND, "Ana", Optional.of(new Approval.Change(ref(FIRST), Hash.of(new byte[0]))));

        PolicyLog log = history().log(Language.FRENCH);

        assertThat(log.versions().get(1).unlike()).containsExactly(3L);
        assertThat(Report.of(log).text().replaceAll("\\s+", " "))
                .contains("La comparaison enregistrée dans l’entrée 3 diffère de celle d’aujourd’hui");
    }

    @Test
    void a_policy_without_approvals_has_no_versions() {
        assertThat(history().log(Language.ENGLISH).versions()).isEmpty();
        assertThat(history().languages()).isEmpty();
        assertThatThrownBy(() -> history().indicators()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_version_whose_files_are_not_there_is_no_history() {
        approve(FIRST, "Ana", Optional.empty());
        kept.clear();

        assertThatIllegalArgumentException().isThrownBy(this::history).withMessageContaining("are not kept");
    }

    @Test
    void what_every_version_speaks_and_what_any_of_them_measures_is_known() {
        approve(FIRST, "Ana", Optional.empty());
        approve(SECOND, "Ana", Optional.empty());

        assertThat(history().languages()).contains(Language.ENGLISH, Language.FRENCH);
        assertThat(history().indicators())
                .isEqualTo(Engine.read(SECOND, Map.of()).indicators());
    }
}
