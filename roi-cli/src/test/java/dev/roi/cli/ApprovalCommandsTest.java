package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.governance.live.LivePolicy;
import dev.roi.governance.live.Reload;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a policy, from the command line. */
class ApprovalCommandsTest {

    @TempDir
    private Path directory;

    private PolicyCopy pilot = new PolicyCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        pilot = PolicyCopy.at(directory.resolve("pilot"));
    }

    private String ledger() {
        return directory.resolve("decisions.jsonl").toString();
    }

    private Ran approve(String by, String at, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "approve",
                pilot.toString(),
                "--ledger",
                ledger(),
                "--by",
                by,
                "--reason",
                "Agreed by the board",
                "--at",
                at));
        args.addAll(List.of(more));
        return Ran.of(args.toArray(String[]::new));
    }

    /** Changes the number, and leaves out the scenarios that say what used to be meant. */
    private void twoMonthsAreEnough() throws IOException {
        for (String meantBefore : List.of("decisions.yaml", "delivery-and-quality.yaml")) {
            Files.delete(pilot.path().resolve("scenarios").resolve(meantBefore));
        }
        pilot.set("extend.months", "2").replace("policy.yaml", "(?m)^version: .*$", "version: 1.1.0");
    }

    private Ran review(String month, String... more) {
        List<String> args =
                new ArrayList<>(List.of("review", "-", "--month", month, "--ledger", ledger(), "--as-of-approvals"));
        args.addAll(List.of(more));
        return Ran.reading(Cards.card("a"), args.toArray(String[]::new));
    }

    private static String withoutHead(String minutes) {
        return minutes.substring(0, minutes.indexOf("Head of the ledger"));
    }

    private String shown(String text) {
        return text.replace(directory.toString(), "…").replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }

    @Test
    void two_approve_a_change_that_is_taken_up_then_and_older_months_are_reviewed_with_what_applied()
            throws IOException {
        approve("Ana Silva", "2026-03-02T09:30:00Z").done();
        approve("Jo Berg", "2026-03-03T09:30:00Z").done();
        LivePolicy live = LivePolicy.of(pilot.path())
                .requireApproval(Records.in(FileLedger.existing(Path.of(ledger())))::approvals, 2)
                .open();
        twoMonthsAreEnough();

        assertThat(shown(approve("Ana Silva", "2026-04-20T09:30:00Z", "--from", "2026-05")
                        .done()))
                .isEqualTo("""
                    Recorded as entry 5 of …/decisions.jsonl.
                    Version 1.1.0 of coding-agent is approved from May 2026 on.
                    Approved by: Ana Silva.
                    Compared with coding-agent 1.0.0. Digest of the changes:
                    sha256:…
                    Head: sha256:…
                    Keep the head where whoever can write the ledger cannot. With it, `roi verify`
                    finds a ledger that lost its end or was written anew.
                    """);
        Reload refused = live.reload();
        assertThat(refused.faults())
                .singleElement()
                .asString()
                .startsWith("ROI-U07 ")
                .contains("is approved by Ana Silva; 1 more person has to approve it");
        assertThat(refused.inUse().version()).isEqualTo("1.0.0");

        assertThat(approve("Jo Berg", "2026-04-21T09:30:00Z", "--from", "2026-05")
                        .done())
                .contains("Approved by: Ana Silva and Jo Berg.");
        assertThat(live.reload().inUse().version()).isEqualTo("1.1.0");

        Ran april = review("2026-04");
        assertThat(april.status()).isEqualTo(Status.DONE);
        assertThat(april.err())
                .isEqualTo(
                        "Reviewed with version 1.0.0 of policy coding-agent, which applied in April 2026; approved by"
                                + " Ana Silva and Jo Berg.\n");
        assertThat(april.out()).contains("coding-agent 1.0.0");
        assertThat(review("2026-05").out()).contains("coding-agent 1.1.0");
        assertThat(review("2026-05", "--lang", "fr").err())
                .isEqualTo("Évalué avec la version 1.1.0 de la politique coding-agent, en vigueur en mai 2026\u202f;"
                        + " approuvée par Ana Silva et Jo Berg.\n");

        assertPinned(
                "cli/log.txt",
                shown(Ran.of("log", pilot.toString(), "--ledger", ledger()).done()));
        assertPinned(
                "cli/log-fr.md",
                shown(Ran.of("log", "coding-agent", "--ledger", ledger(), "--format", "markdown", "--lang", "fr")
                        .done()));
        assertThat(Ran.reading(
                                Cards.card("a"),
                                "log",
                                "coding-agent",
                                "--ledger",
                                ledger(),
                                "--history",
                                "-",
                                "--format",
                                "json")
                        .done())
                .contains("\"format\": \"roi-policy-log/1\"", "\"months\": 3");
        assertThat(shown(Ran.of("verify", ledger()).done()))
                .startsWith("…/decisions.jsonl: 6 entries, all as written\n");
    }

    @Test
    void the_other_commands_read_a_ledger_with_approvals_as_one_without() {
        Ran.reading(
                        Cards.card("a"),
                        "decide",
                        "-",
                        "--ledger",
                        ledger(),
                        "--by",
                        "Ana Silva",
                        "--decision",
                        "maintain",
                        "--reason",
                        "Too early",
                        "--second",
                        "Jo Berg",
                        "--month",
                        "2026-05",
                        "--at",
                        "2026-06-05T09:30:00Z")
                .done();
        String history = Ran.of("history", ledger()).done();
        String minutes = withoutHead(Ran.of("minutes", ledger()).done());
        approve("Ana Silva", "2026-06-06T09:30:00Z").done();

        assertThat(Ran.of("history", ledger()).done()).isEqualTo(history);
        assertThat(withoutHead(Ran.of("minutes", ledger()).done())).isEqualTo(minutes);
        assertThat(Ran.of("replay", ledger()).done()).endsWith("1 record, 1 the same\n");
        assertThat(Ran.of("verify", ledger()).done()).contains(": 3 entries, all as written\n");
    }

    @Test
    void an_approval_applies_from_its_own_month_unless_another_is_named() {
        assertThat(approve("Ana Silva", "2026-03-31T23:30:00Z").done())
                .contains("is approved from March 2026 on.", "No other version was approved before.");
    }

    @Test
    void an_approval_is_compared_with_another_policy_where_one_is_named() {
        assertThat(approve("Ana Silva", "2026-03-02T09:30:00Z", "--against", "assistant")
                        .done())
                .contains("Compared with assistant 1.0.0. Digest of the changes:\nsha256:");
    }

    @Test
    void a_changed_policy_under_the_same_version_and_the_same_approval_again_are_refused() throws IOException {
        approve("Ana Silva", "2026-03-02T09:30:00Z").done();

        assertThat(approve("ana silva", "2026-03-05T09:30:00Z").refused()).startsWith("ROI-R14 ");
        pilot.set("extend.months", "2");
        assertThat(approve("Ana Silva", "2026-03-05T09:30:00Z").refused()).startsWith("ROI-R15 ");
        assertThat(Ran.of("verify", ledger()).done()).contains(": 2 entries");
    }

    @Test
    void a_month_before_every_approval_has_no_policy() {
        approve("Ana Silva", "2026-05-02T09:30:00Z").done();

        assertThat(review("2026-04").refused())
                .isEqualTo("roi: no version of policy coding-agent was approved for 2026-04; the first applies from"
                        + " 2026-05 on\n");
    }

    @Test
    void what_applied_is_found_by_the_month_and_the_ledger_and_by_nothing_else() {
        approve("Ana Silva", "2026-03-02T09:30:00Z").done();

        assertThat(review("2026-04", "--policy", "coding-agent").refused())
                .isEqualTo("roi: `--as-of-approvals` finds the policy by the month and the ledger: give `--month` and"
                        + " `--ledger`, and leave `--policy` out\n");
    }

    @Test
    void a_policy_that_was_never_approved_has_no_log() {
        approve("Ana Silva", "2026-03-02T09:30:00Z").done();

        assertThat(shown(Ran.of("log", "assistant", "--ledger", ledger()).refused()))
                .isEqualTo("roi: no version of policy `assistant` is approved in `…/decisions.jsonl`. Approved are"
                        + " versions of `coding-agent`.\n");
    }
}
