package dev.roi.governance.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.Fingerprint;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scorecard;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePolicyTest {

    @TempDir
    private Path temporary = Path.of("");

    private PolicyDirectory directory = new PolicyDirectory(temporary);

    @BeforeEach
    void copy() throws IOException {
        directory = PolicyDirectory.copiedTo(temporary.resolve("pilot"));
    }

    private LivePolicy open() {
        return LivePolicy.open(directory.path());
    }

    private static Fingerprint fingerprint(LivePolicy live) {
        return live.engine().policy().ref().fingerprint();
    }

    private static List<String> codes(Reload reload) {
        return reload.faults().stream().map(Fault::code).toList();
    }

    @Test
    void one_number_changed_and_reloaded_changes_the_decision() throws IOException {
        LivePolicy live = open();
        Scorecard scorecard = scorecardOfTheScenario(live);
        assertThat(live.engine().decide(scorecard, ReviewRequest.LATEST)).isEqualTo(Decision.ADJUST);
        directory.write(
                PolicyDirectory.THRESHOLDS,
                directory.read(PolicyDirectory.THRESHOLDS).replaceFirst("(adoption\\.low:\\s+value: )30", "$120"));
        directory.write(
                "scenarios/own.yaml",
                directory
                        .read("scenarios/own.yaml")
                        .replace("is low", "is enough")
                        .replaceAll("decision: adjust\\s+because: .*", "decision: extend"));
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
        assertThat(live.engine().decide(scorecard, ReviewRequest.LATEST)).isEqualTo(Decision.EXTEND);
    }

    private Scorecard scorecardOfTheScenario(LivePolicy live) {
        return Scenarios.of(PolicyFiles.read(directory.path()), live.engine())
                .list()
                .get(0)
                .scorecard();
    }

    @Test
    void a_swap_names_both_policies() {
        LivePolicy live = open();
        PolicyRef before = live.engine().policy().ref();
        directory.setHighAdoption(60);
        Reload reload = live.reload();
        PolicyRef now = live.engine().policy().ref();
        assertThat(reload)
                .isEqualTo(new Reload.Swapped(before, now))
                .hasToString("policy coding-agent 1.0.0 (%s) in use instead of coding-agent 1.0.0 (%s)"
                        .formatted(now.fingerprint(), before.fingerprint()));
        assertThat(live.previous()).containsExactly(before);
    }

    @Test
    void what_changes_no_review_swaps_nothing() {
        LivePolicy live = open();
        Engine engine = live.engine();
        directory.write(PolicyDirectory.THRESHOLDS, "# a remark\n" + directory.read(PolicyDirectory.THRESHOLDS));
        assertThat(live.reload()).isEqualTo(new Reload.Unchanged(engine.policy().ref()));
        assertThat(live.engine()).isSameAs(engine);
        assertThat(live.previous()).isEmpty();
    }

    @Test
    void a_review_that_has_begun_finishes_on_its_policy_and_names_it() {
        LivePolicy live = open();
        Engine begun = live.engine();
        Fingerprint before = fingerprint(live);
        Scorecard scorecard = scorecardOfTheScenario(live);
        directory.setHighAdoption(60);
        live.reload();
        assertThat(begun.review(scorecard).policy().fingerprint()).isEqualTo(before);
        assertThat(live.engine().review(scorecard).policy().fingerprint())
                .isEqualTo(fingerprint(live))
                .isNotEqualTo(before);
    }

    @Test
    void a_policy_with_faults_is_refused_with_all_of_them_and_the_old_one_stays() {
        LivePolicy live = open();
        Engine engine = live.engine();
        directory.setHighAdoption(400);
        directory.write("rules/risk.drl", directory.read("rules/risk.drl").replace("Latest(", "Lastest("));
        Reload reload = live.reload();
        assertThat(reload).isInstanceOf(Reload.Refused.class);
        assertThat(reload.inUse()).isEqualTo(engine.policy().ref());
        assertThat(codes(reload)).contains("ROI-P10", "ROI-P22");
        assertThat(reload.toString())
                .startsWith("policy coding-agent 1.0.0 (sha256:")
                .contains(" stays in use, since the other one was refused:\nROI-P")
                .contains("thresholds.yaml:");
        assertThat(live.engine()).isSameAs(engine);
    }

    @Test
    void a_policy_whose_scenario_fails_is_refused_with_the_scenario() {
        LivePolicy live = open();
        Engine engine = live.engine();
        directory.write(
                PolicyDirectory.THRESHOLDS,
                directory.read(PolicyDirectory.THRESHOLDS).replaceFirst("(adoption\\.low:\\s+value: )30", "$120"));
        assertThat(live.reload().faults())
                .extracting(Fault::toString)
                .containsExactly("ROI-U03 " + directory.path()
                        + "/scenarios/own.yaml:3:5: scenario `adoption of 29 per cent is low` failed: "
                        + "decision: expected adjust, actual extend; because: expected low-adoption fires, actual stayed "
                        + "silent. Mend the policy, or the scenario where the change is meant.");
        assertThat(live.engine()).isSameAs(engine);
    }

    @Test
    void a_scenario_that_cannot_be_read_is_a_fault_of_the_policy() {
        LivePolicy live = open();
        directory.setHighAdoption(60);
        directory.write(
                "scenarios/own.yaml", directory.read("scenarios/own.yaml").replace("healthy", "helthy"));
        assertThat(live.reload().faults()).singleElement().asString().contains("own.yaml:4", "helthy");
    }

    @Test
    void a_directory_that_is_not_fit_cannot_be_opened() {
        directory.write(
                "scenarios/own.yaml", directory.read("scenarios/own.yaml").replace("adjust", "stop"));
        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("ROI-U03 " + directory.path() + "/scenarios/own.yaml:3:5");
        assertThatThrownBy(() -> LivePolicy.open(temporary.resolve("nowhere")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no such policy directory");
    }

    @Test
    void the_host_can_ask_for_more() {
        AtomicReference<List<Fault>> objections = new AtomicReference<>(List.of());
        LivePolicy live = LivePolicy.of(directory.path())
                .admitting((files, candidate) -> requireNonNull(objections.get()))
                .open();
        Engine engine = live.engine();
        Fault objection = new Fault(
                "HOST-1", Fault.Severity.ERROR, new Fault.Place("pilot", 0, 0, ""), "not signed", Optional.empty());
        objections.set(List.of(objection));
        directory.setHighAdoption(60);
        assertThat(live.reload().faults()).containsExactly(objection);
        assertThat(live.engine()).isSameAs(engine);
        assertThatThrownBy(() -> LivePolicy.of(directory.path())
                        .admitting((files, candidate) -> requireNonNull(objections.get()))
                        .open())
                .isInstanceOf(InvalidInput.class)
                .hasMessage("HOST-1 pilot: not signed");
    }

    @Test
    void what_too_few_people_have_approved_is_refused_and_says_who_has_and_how_many_are_missing() throws IOException {
        FileLedger file = FileLedger.at(temporary.resolve("decisions.jsonl"));
        Records records = Records.in(file);
        approve(records, "Ana Silva");
        approve(records, "Jo Berg");
        LivePolicy live = LivePolicy.of(directory.path())
                .requireApproval(records::approvals, 2)
                .open();
        Engine engine = live.engine();
        directory.setHighAdoption(60);
        directory.write(
                "policy.yaml", directory.read("policy.yaml").replaceFirst("(?m)^version: .*$", "version: 1.1.0"));
        String fingerprint =
                Engine.load(directory.path()).policy().ref().fingerprint().value();

        assertThat(live.reload().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        ("ROI-U07 %s: nobody has approved version 1.1.0 of policy coding-agent (%s); 2 people have to "
                                        + "approve it. Let them approve it with `roi approve`, then load it again.")
                                .formatted(directory.path(), fingerprint));
        approve(records, "Ana Silva");
        assertThat(live.reload().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        ("ROI-U07 %s: version 1.1.0 of policy coding-agent (%s) is approved by Ana Silva; 1 more person "
                                        + "has to approve it. Let somebody else approve it with `roi approve`, then load it again.")
                                .formatted(directory.path(), fingerprint));
        assertThat(live.engine()).isSameAs(engine);
        approve(Records.in(file), "Jo Berg");
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
    }

    private void approve(Records records, String by) {
        Engine engine = Engine.load(directory.path());
        records.append(
                new Approval(
                        engine.policy().ref(),
                        Instant.parse("2026-06-02T09:30:00Z"),
                        by,
                        "Agreed",
                        YearMonth.of(2026, 6),
                        Engine.version(),
                        Optional.empty()),
                engine);
    }

    @Test
    void approvals_that_cannot_be_read_approve_nothing() {
        assertThatThrownBy(() -> LivePolicy.of(directory.path())
                        .requireApproval(
                                () -> {
                                    throw new IllegalStateException("no ledger");
                                },
                                1)
                        .open())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ROI-U07 ")
                .hasMessageContaining("the approvals cannot be read: no ledger");
        assertThatThrownBy(() -> LivePolicy.of(directory.path()).requireApproval(() -> new Approvals(List.of()), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("people (0) must be 1 or more");
    }

    @Test
    void a_failure_that_is_no_fault_of_the_policy_is_told_and_the_old_one_stays() {
        AtomicInteger asked = new AtomicInteger();
        LivePolicy live = LivePolicy.of(directory.path())
                .admitting((files, candidate) -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new IllegalStateException("no network");
                    }
                    return List.of();
                })
                .open();
        Engine engine = live.engine();
        directory.setHighAdoption(60);
        Reload reload = live.reload();
        assertThat(codes(reload)).containsExactly("ROI-U99");
        assertThat(reload.faults().get(0).message())
                .contains("IllegalStateException: no network at dev.roi.governance.live");
        assertThat(live.engine()).isSameAs(engine);
    }

    @Test
    void a_rolled_back_policy_does_not_come_back_by_itself() {
        LivePolicy live = open();
        PolicyRef first = live.engine().policy().ref();
        directory.setHighAdoption(60);
        live.reload();
        PolicyRef second = live.engine().policy().ref();
        assertThat(live.rollBack()).isEqualTo(new Reload.Swapped(second, first));
        assertThat(live.engine().policy().ref()).isEqualTo(first);
        assertThat(live.previous()).containsExactly(second);
        assertThat(codes(live.reload())).containsExactly("ROI-U04");
        assertThat(live.rollBack(second.fingerprint())).isEqualTo(new Reload.Swapped(first, second));
        assertThat(live.reload()).isInstanceOf(Reload.Unchanged.class);
    }

    @Test
    void a_rolled_back_policy_may_come_back_after_the_directory_said_something_else() {
        LivePolicy live = open();
        PolicyRef first = live.engine().policy().ref();
        PolicyRef second = reloaded(live, 60);
        live.rollBack();
        live.rollBack(second.fingerprint());
        directory.setHighAdoption(70);
        assertThat(live.reload().inUse()).isEqualTo(first);
        live.rollBack();
        reloaded(live, 65);
        assertThat(reloaded(live, 70)).isEqualTo(first);
    }

    @Test
    void rolling_back_again_goes_further_back_and_never_to_what_was_rolled_back_from() {
        LivePolicy live = open();
        PolicyRef first = live.engine().policy().ref();
        PolicyRef second = reloaded(live, 60);
        PolicyRef third = reloaded(live, 65);
        assertThat(live.previous()).containsExactly(second, first);
        assertThat(live.rollBack().inUse()).isEqualTo(second);
        assertThat(live.rollBack().inUse()).isEqualTo(first);
        Reload none = live.rollBack();
        assertThat(codes(none)).containsExactly("ROI-U06");
        assertThat(none.inUse()).isEqualTo(first);
        assertThat(live.previous()).containsExactly(second, third);
        PolicyRef fourth = reloaded(live, 75);
        assertThat(live.rollBack().inUse()).isEqualTo(first);
        assertThat(live.previous()).containsExactly(fourth, second, third);
    }

    private PolicyRef reloaded(LivePolicy live, int highAdoption) {
        directory.setHighAdoption(highAdoption);
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
        return live.engine().policy().ref();
    }

    @Test
    void the_history_keeps_as_many_as_it_was_told_to() {
        LivePolicy live = LivePolicy.of(directory.path()).keeping(2).open();
        reloaded(live, 60);
        PolicyRef second = live.engine().policy().ref();
        PolicyRef third = reloaded(live, 65);
        reloaded(live, 75);
        assertThat(live.previous()).containsExactly(third, second);
        assertThatThrownBy(() -> LivePolicy.of(directory.path()).keeping(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history (-1) must not be negative");
        LivePolicy forgetful = LivePolicy.of(directory.path()).keeping(0).open();
        reloaded(forgetful, 60);
        assertThat(codes(forgetful.rollBack())).containsExactly("ROI-U06");
    }

    @Test
    void a_roll_back_during_a_reload_is_immediate_and_the_reload_comes_too_late() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        LivePolicy live = LivePolicy.of(directory.path())
                .admitting((files, candidate) -> {
                    requireNonNull(meanwhile.get()).run();
                    return List.of();
                })
                .open();
        PolicyRef first = live.engine().policy().ref();
        reloaded(live, 60);
        meanwhile.set(() -> assertThat(live.rollBack().inUse()).isEqualTo(first));
        directory.setHighAdoption(65);
        assertThat(codes(live.reload())).containsExactly("ROI-U05");
        assertThat(live.engine().policy().ref()).isEqualTo(first);
    }

    @Test
    void an_unknown_fingerprint_cannot_be_rolled_back_to() {
        LivePolicy live = open();
        Reload reload = live.rollBack(new Fingerprint("sha256:" + "0".repeat(64)));
        assertThat(reload.faults())
                .extracting(Fault::toString)
                .containsExactly("ROI-U06 %s: there is no such policy to roll back to. No other policy has been in use."
                        .formatted(directory.path()));
    }

    @Test
    void a_scorecard_of_the_old_policy_is_held_against_the_new_one() {
        LivePolicy live = open();
        Scorecard scorecard = scorecardOfTheScenario(live);
        Engine old = live.engine();
        removeIndicator("deployments", live);
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
        assertThat(old.review(scorecard).decision()).isEqualTo(Decision.ADJUST);
        assertThatThrownBy(() -> live.engine().review(scorecard))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("deployments");
    }

    private void removeIndicator(String name, LivePolicy live) {
        for (String path : PolicyFiles.read(directory.path()).paths()) {
            String text = directory.read(path);
            String shorter = text.replace(", " + name + "]", "]")
                    .replaceAll("(?m)^ +- " + name + "\\n", "")
                    .replaceAll("(?m)^ +cases-of: " + name + "\\n", "")
                    .replaceAll("(?m)^ +computed: .* each: " + name + " }\\n", "")
                    .replaceAll("(?m)^  " + name + ":.*\\n(    .*\\n)*", "");
            directory.write(path, path.equals("scenarios/cases.yaml") ? withoutReading(text, name) : shorter);
        }
        assertThat(live.engine().policy().indicators().find(new dev.roi.core.IndicatorId(name)))
                .isPresent();
    }

    private static String withoutReading(String cases, String name) {
        return cases.replaceAll("(?m)^ +" + name + ":.*\\n", "");
    }

    @Test
    void a_directory_that_changes_while_it_is_read_is_read_again_until_it_is_the_same_twice() {
        AtomicInteger reads = new AtomicInteger();
        Function<Path, PolicyFiles> disturbed = path -> {
            PolicyFiles files = PolicyFiles.read(path);
            int read = reads.incrementAndGet();
            if (read == 3) {
                directory.setHighAdoption(60);
                return files.with(PolicyDirectory.THRESHOLDS, "half-sav");
            }
            return files;
        };
        LivePolicy live = LivePolicy.of(directory.path()).readBy(disturbed).open();
        assertThat(reads).hasValue(2);
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
        assertThat(reads).hasValue(5);
        assertThat(live.engine().policy().ref())
                .isEqualTo(Engine.load(directory.path()).policy().ref());
    }

    @Test
    void a_directory_that_never_keeps_still_is_refused() {
        AtomicInteger reads = new AtomicInteger();
        Function<Path, PolicyFiles> restless = path -> {
            int read = reads.incrementAndGet();
            return read <= 2
                    ? PolicyFiles.read(path)
                    : PolicyFiles.read(path).with("scenarios/other.yaml", "about: version %s".formatted(read));
        };
        LivePolicy live = LivePolicy.of(directory.path()).readBy(restless).open();
        assertThat(codes(live.reload())).containsExactly("ROI-U02");
    }

    @Test
    void a_file_that_vanishes_between_listing_and_reading_is_looked_for_again() {
        AtomicInteger reads = new AtomicInteger();
        Function<Path, PolicyFiles> renaming = path -> {
            if (reads.incrementAndGet() == 3) {
                throw new UncheckedIOException(new NoSuchFileException("thresholds.yaml~"));
            }
            return PolicyFiles.read(path);
        };
        LivePolicy live = LivePolicy.of(directory.path()).readBy(renaming).open();
        directory.setHighAdoption(60);
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void a_directory_that_cannot_be_read_is_refused() {
        AtomicInteger reads = new AtomicInteger();
        Function<Path, PolicyFiles> broken = path -> {
            if (reads.incrementAndGet() > 2) {
                throw new UncheckedIOException(new IOException("stale file handle"));
            }
            return PolicyFiles.read(path);
        };
        LivePolicy live = LivePolicy.of(directory.path()).readBy(broken).open();
        assertThat(live.reload().faults())
                .singleElement()
                .asString()
                .startsWith("ROI-U01 " + directory.path())
                .contains("IOException (stale file handle)");
    }

    @Test
    void a_directory_that_is_gone_is_refused_and_is_fine_when_it_is_back() throws IOException {
        LivePolicy live = open();
        Path away = temporary.resolve("away");
        Files.move(directory.path(), away);
        assertThat(live.reload().faults()).singleElement().asString().contains("there is no such policy directory");
        Files.move(away, directory.path());
        assertThat(live.reload()).isInstanceOf(Reload.Unchanged.class);
    }

    @Test
    void a_reload_writes_nothing() throws IOException {
        LivePolicy live = open();
        directory.setHighAdoption(60);
        var before = directory.everything();
        live.reload();
        live.rollBack();
        live.reload();
        assertThat(directory.everything()).isEqualTo(before);
    }
}
