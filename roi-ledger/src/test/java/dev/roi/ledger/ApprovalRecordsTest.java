package dev.roi.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Fault;
import dev.roi.core.Hash;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyRef;
import dev.roi.core.json.LedgerEntry.Content;
import dev.roi.core.json.LedgerEntry.OfApproval;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import dev.roi.core.json.LedgerLine;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ledger does with approvals of policies. */
class ApprovalRecordsTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Engine FIRST = Engine.of(FILES);
    private static final Engine SECOND = Engine.of(FILES.with(
            PolicyFiles.POLICY,
            requireNonNull(FILES.texts().get(PolicyFiles.POLICY)).replaceFirst("(?m)^version: .*$", "version: 2.0.0")));

    private final MemoryLedger ledger = new MemoryLedger();
    private final Records records = Records.in(ledger);

    private static Approval approval(Engine engine, String by, YearMonth from) {
        return Sample.approval(engine.policy().ref(), by, from);
    }

    @Test
    void an_approval_is_read_as_it_was_added_and_the_policy_is_kept_once() {
        PolicyRef policy = FIRST.policy().ref();
        Approval first = approval(FIRST, "<script>\nÉva 👩", JUNE);
        Approval second = new Approval(
                policy,
                Instant.parse("2026-06-06T09:30:00.5Z"),
                "Jo",
                "As Éva",
                JUNE,
                "0.1.0",
                Optional.of(new Approval.Change(policy, Hash.of(new byte[] {1}))));

        assertThat(records.append(first, FIRST).entry()).isEqualTo(2);
        Head head = records.append(second, FIRST);

        assertThat(head.entry()).isEqualTo(3);
        assertThat(Records.in(ledger).approvals().all())
                .containsExactly(new Approvals.Recorded(2, first), new Approvals.Recorded(3, second));
        List<Content> contents = ledger.lines.stream()
                .map(line -> LedgerLine.find(line).orElseThrow().entry("it").content())
                .toList();
        assertThat(contents.get(0)).isInstanceOf(OfPolicy.class);
        assertThat(contents.subList(1, 3)).isEqualTo(List.of(new OfApproval(first, 1), new OfApproval(second, 1)));
        assertThat(Records.in(ledger).verify(Optional.of(head.hash())).isSound())
                .isTrue();
    }

    @Test
    void the_version_that_applied_to_a_month_is_made_again_from_the_files_on_record() {
        records.append(approval(FIRST, "Ana", JUNE), FIRST);
        records.append(approval(SECOND, "Ana", JUNE.plusMonths(2)), SECOND);

        assertThat(records.engine(FIRST.policy().ref().id(), JUNE.minusMonths(1)))
                .isEmpty();
        assertThat(records.engine(FIRST.policy().ref().id(), JUNE.plusMonths(1)))
                .hasValueSatisfying(engine -> assertThat(engine.policy().ref())
                        .isEqualTo(FIRST.policy().ref()));
        assertThat(records.engine(FIRST.policy().ref().id(), JUNE.plusMonths(2)))
                .hasValueSatisfying(engine -> assertThat(engine.policy().ref())
                        .isEqualTo(SECOND.policy().ref()));
        assertThat(records.files(Sample.POLICY.policy())).isEmpty();
    }

    @Test
    void decisions_stand_beside_approvals_and_whoever_reads_the_ones_meets_none_of_the_others() {
        records.append(Sample.approval(Sample.POLICY.policy(), "Ana", JUNE), Sample.POLICY);
        records.append(Sample.record("Ana"), Sample.POLICY);
        records.append(Sample.approval(Sample.POLICY.policy(), "Jo", JUNE), Sample.POLICY);
        List<Long> read = new ArrayList<>();

        Records.in(ledger).forEach(recorded -> read.add(recorded.entry()));

        assertThat(read).containsExactly(3L);
        assertThat(records.decisions())
                .singleElement()
                .satisfies(past -> assertThat(past.entry()).isEqualTo(3));
        assertThat(records.approvals().approvers(Sample.POLICY.policy().fingerprint()))
                .containsExactly("Ana", "Jo");
    }

    @Test
    void the_same_approval_again_is_refused_and_one_from_another_month_is_not() {
        records.append(approval(FIRST, "Ana", JUNE), FIRST);

        assertThatThrownBy(() -> records.append(approval(FIRST, "ana ", JUNE), FIRST))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("ROI-R14 ")
                .hasMessageContaining("by entry 2");
        assertThat(records.append(approval(FIRST, "Ana", JUNE.plusMonths(1)), FIRST)
                        .entry())
                .isEqualTo(3);
    }

    @Test
    void a_version_that_was_left_may_be_approved_again_to_return_to_it() {
        records.append(approval(FIRST, "Ana", JUNE), FIRST);
        records.append(approval(SECOND, "Ana", JUNE), SECOND);

        records.append(approval(FIRST, "Ana", JUNE), FIRST);

        assertThat(records.approvals().appliesTo(FIRST.policy().ref().id(), JUNE))
                .contains(FIRST.policy().ref());
    }

    @Test
    void another_policy_under_an_approved_version_is_refused() {
        records.append(Sample.approval(Sample.POLICY.policy(), "Ana", JUNE), Sample.POLICY);
        OfPolicy other = Sample.policy("1");

        assertThatThrownBy(() -> records.append(Sample.approval(other.policy(), "Ana", JUNE), other))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("ROI-R15 ");
        assertThat(ledger.lines).hasSize(2);
    }

    @Test
    void an_approval_is_kept_with_its_own_policy_only() {
        assertThatThrownBy(() -> records.append(approval(FIRST, "Ana", JUNE), SECOND))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("ROI-R09 ");
        assertThat(ledger.lines).isEmpty();
    }

    @Test
    void an_approval_that_was_altered_is_found() {
        records.append(approval(FIRST, "Ana", JUNE), FIRST);
        ledger.lines.set(
                1,
                new String(ledger.lines.get(1), StandardCharsets.UTF_8)
                        .replace("\"2026-06\"", "\"2026-05\"")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(Records.in(ledger).verify(Optional.empty()).faults())
                .extracting(Fault::code)
                .containsExactly("ROI-L01");
    }

    @Test
    void what_goes_on_in_a_transaction_knows_the_approvals_before_it() {
        records.append(approval(FIRST, "Ana", JUNE), FIRST);
        records.approvals();

        assertThat(records.within(ledger).approvals().all()).hasSize(1);
    }
}
