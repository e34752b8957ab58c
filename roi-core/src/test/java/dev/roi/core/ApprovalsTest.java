package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Approvals.Recorded;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

    private static final PolicyId PILOT = new PolicyId("pilot");
    private static final PolicyRef FIRST = policy(PILOT, "1");
    private static final PolicyRef SECOND = policy(PILOT, "2");
    private static final PolicyRef OTHER = policy(new PolicyId("other"), "3");

    private final List<Recorded> recorded = new ArrayList<>();

    private static PolicyRef policy(PolicyId id, String version) {
        return new PolicyRef(id, version, new Fingerprint("sha256:" + version.repeat(64)));
    }

    private static YearMonth month(int month) {
        return YearMonth.of(2026, month);
    }

    private static Approval approval(PolicyRef policy, String by, String reason, int from) {
        return new Approval(
                policy, Instant.parse("2026-01-05T09:30:00Z"), by, reason, month(from), "0.1.0", Optional.empty());
    }

    private ApprovalsTest approved(PolicyRef policy, String by, int from) {
        recorded.add(new Recorded(recorded.size() + 2L, approval(policy, by, "Agreed", from)));
        return this;
    }

    private Approvals approvals() {
        return new Approvals(recorded);
    }

    @Test
    void a_version_applies_from_the_month_that_its_approval_names_until_the_next_one_does() {
        approved(FIRST, "Ana", 2).approved(SECOND, "Ana", 5);

        assertThat(approvals().appliesTo(PILOT, month(1))).isEmpty();
        assertThat(approvals().appliesTo(PILOT, month(2))).contains(FIRST);
        assertThat(approvals().appliesTo(PILOT, month(4))).contains(FIRST);
        assertThat(approvals().appliesTo(PILOT, month(5))).contains(SECOND);
        assertThat(approvals().appliesTo(PILOT, month(12))).contains(SECOND);
    }

    @Test
    void of_two_versions_from_the_same_month_the_one_that_was_approved_last_applies() {
        approved(FIRST, "Ana", 2).approved(SECOND, "Ana", 2);

        assertThat(approvals().appliesTo(PILOT, month(2))).contains(SECOND);
    }

    @Test
    void a_version_approved_later_for_earlier_months_leaves_the_later_months_alone() {
        approved(SECOND, "Ana", 5).approved(FIRST, "Ana", 2);

        assertThat(approvals().appliesTo(PILOT, month(3))).contains(FIRST);
        assertThat(approvals().appliesTo(PILOT, month(6))).contains(SECOND);
    }

    @Test
    void a_version_that_is_approved_again_is_returned_to() {
        approved(FIRST, "Ana", 2).approved(SECOND, "Ana", 5).approved(FIRST, "Ana", 8);

        assertThat(approvals().appliesTo(PILOT, month(4))).contains(FIRST);
        assertThat(approvals().appliesTo(PILOT, month(7))).contains(SECOND);
        assertThat(approvals().appliesTo(PILOT, month(8))).contains(FIRST);
        assertThat(approvals().versions(PILOT))
                .extracting(Approvals.Version::policy)
                .containsExactly(FIRST, SECOND, FIRST);
    }

    @Test
    void where_two_people_have_to_approve_it_applies_from_the_month_that_both_have_reached() {
        approved(FIRST, "Ana", 2).approved(FIRST, "Jo", 4).approved(SECOND, "Ana", 5);

        assertThat(approvals().appliesTo(PILOT, month(3), 2)).isEmpty();
        assertThat(approvals().appliesTo(PILOT, month(4), 2)).contains(FIRST);
        assertThat(approvals().appliesTo(PILOT, month(9), 2)).contains(FIRST);
        assertThat(approvals().appliesTo(PILOT, month(9), 3)).isEmpty();
    }

    @Test
    void one_person_counts_once_however_the_name_is_written() {
        approved(FIRST, "Ana Silva", 2).approved(FIRST, " ana  silva", 2).approved(FIRST, "Jo", 2);

        assertThat(approvals().approvers(FIRST.fingerprint())).containsExactly("Ana Silva", "Jo");
        assertThat(approvals().names(FIRST.fingerprint()).orElseThrow()).hasToString("Ana Silva and Jo");
        assertThat(approvals().names(SECOND.fingerprint())).isEmpty();
        assertThat(approvals().appliesTo(PILOT, month(2), 3)).isEmpty();
    }

    @Test
    void another_policy_has_approvals_of_its_own() {
        approved(FIRST, "Ana", 2).approved(OTHER, "Ana", 3);

        assertThat(approvals().policies()).containsExactly(OTHER.id(), PILOT);
        assertThat(approvals().appliesTo(PILOT, month(4))).contains(FIRST);
        assertThat(approvals().appliesTo(OTHER.id(), month(2))).isEmpty();
        assertThat(approvals().ofPolicy(OTHER.id()).all()).hasSize(1);
    }

    @Test
    void the_version_before_is_the_last_approved_one_that_is_another() {
        approved(FIRST, "Ana", 2).approved(SECOND, "Ana", 5).approved(OTHER, "Ana", 5);

        assertThat(approvals().before(SECOND)).contains(FIRST);
        assertThat(approvals().before(FIRST)).contains(SECOND);
        assertThat(approvals().before(OTHER)).isEmpty();
    }

    @Test
    void approvals_of_one_version_in_a_row_belong_together() {
        approved(FIRST, "Ana", 2).approved(FIRST, "Jo", 2).approved(SECOND, "Ana", 5);

        assertThat(approvals().versions(PILOT))
                .extracting(version -> version.approvals().size())
                .containsExactly(2, 1);
    }

    @Test
    void somebody_has_to_approve_and_say_why() {
        assertThatThrownBy(() -> approval(FIRST, " ", "", 2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the name of who approves is blank")
                .hasMessageContaining("the reason of the approval is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> approvals().appliesTo(PILOT, month(2), 0))
                .withMessage("people (0) must be 1 or more");
    }
}
