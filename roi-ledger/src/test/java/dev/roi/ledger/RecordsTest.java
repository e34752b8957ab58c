package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.ActionId;
import dev.roi.core.ActionUpdate;
import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Hash;
import dev.roi.core.InvalidInput;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.LedgerEntry.OfDecision;
import dev.roi.core.json.LedgerLine;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every ledger does, wherever it is kept. */
class RecordsTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Where a ledger is kept. */
    enum Kept {
        FILE {
            @Override
            Ledger begin() {
                try {
                    return FileLedger.at(Files.createTempDirectory("ledger").resolve("decisions.jsonl"));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        },
        DATABASE {
            @Override
            Ledger begin() {
                return JdbcLedger.in(database());
            }
        },
        APPLICATION {
            @Override
            Ledger begin() {
                return new MemoryLedger();
            }
        };

        abstract Ledger begin();
    }

    static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:ledger%s;DB_CLOSE_DELAY=-1".formatted(DATABASES.incrementAndGet()));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(JdbcLedger.script());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void a_record_is_read_as_it_was_added_and_its_policy_is_kept_once(Kept kept) {
        Ledger ledger = kept.begin();
        Records records = Records.in(ledger);
        DecisionRecord first = Sample.record("<script>alert(1)</script>\nכותרת 👩‍👩‍👧‍👦");
        DecisionRecord second = Sample.record("n".repeat(300));

        assertThat(records.append(first, Sample.POLICY).entry()).isEqualTo(2);
        Head head = records.append(second, Sample.POLICY);

        assertThat(head.entry()).isEqualTo(3);
        List<Recorded> read = new ArrayList<>();
        Records.in(ledger).forEach(read::add);
        assertThat(read)
                .extracting(each -> each.line().entry("it").content())
                .containsExactly(new OfDecision(first, 1), new OfDecision(second, 1));
        assertThat(read).extracting(Recorded::entry).containsExactly(2L, 3L);
        Verification verified = Records.in(ledger).verify(Optional.of(head.hash()));
        assertThat(verified.isSound()).isTrue();
        assertThat(verified.head()).contains(head);
        assertThat(verified.known()).contains(head);
    }

    @ParameterizedTest
    @EnumSource
    void another_policy_is_kept_beside_the_first_and_found_again(Kept kept) {
        Ledger ledger = kept.begin();
        for (String digit : List.of("1", "2", "1", "2")) {
            DecisionRecord record =
                    Sample.record(Sample.policy(digit), "api-tests", Sample.MAY, "Ana", Optional.empty());
            Records.in(ledger).append(record, Sample.policy(digit));
        }

        assertThat(Records.in(ledger).verify(Optional.empty()).entries()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void those_who_add_at_the_same_time_take_turns(Kept kept) throws Exception {
        Ledger ledger = kept.begin();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Head> heads = new ArrayList<>();
        try {
            List<Callable<List<Head>>> all = Stream.of("Ana", "Jo", "Zoé", "Li")
                    .<Callable<List<Head>>>map(name -> () -> {
                        Records own = Records.in(ledger);
                        List<Head> added = new ArrayList<>();
                        for (int i = 0; i < 25; i++) {
                            added.add(own.append(Sample.record(name), Sample.POLICY));
                        }
                        return added;
                    })
                    .toList();
            for (Future<List<Head>> added : threads.invokeAll(all)) {
                heads.addAll(added.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(heads).extracting(Head::entry).doesNotHaveDuplicates();
        Verification verified = Records.in(ledger).verify(Optional.empty());
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.entries()).isEqualTo(101);
        heads.forEach(head -> assertThat(
                        Records.in(ledger).verify(Optional.of(head.hash())).known())
                .contains(head));
    }

    @ParameterizedTest
    @EnumSource
    void a_number_is_taken_once_and_none_is_left_out(Kept kept) {
        Ledger ledger = kept.begin();

        assertThat(ledger.append(2, new byte[] {'x'})).isFalse();
        Records.in(ledger).append(Sample.record("Ana"), Sample.POLICY);
        assertThat(ledger.append(2, new byte[] {'x'})).isFalse();
        assertThat(ledger.append(4, new byte[] {'x'})).isFalse();
        assertThat(Records.in(ledger).verify(Optional.empty()).entries()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_ledger_is_sound_and_has_no_head(Kept kept) {
        Verification verified = Records.in(kept.begin()).verify(Optional.empty());

        assertThat(verified.isSound()).isTrue();
        assertThat(verified.head()).isEmpty();
        assertThat(Records.in(kept.begin()).decisions()).isEmpty();
    }

    @Test
    void an_answer_closes_the_action_of_its_own_scope_once() {
        Records records = Records.in(new MemoryLedger());
        YearMonth june = Sample.MAY.plusMonths(1);
        long asked = records.append(Sample.record("Ana"), Sample.POLICY).entry();
        records.append(Sample.record("other", Sample.MAY, "Ana", Optional.empty()), Sample.POLICY);
        Answer done = Answer.of(ActionId.of(asked), Answer.Outcome.DONE, "Every use has its ticket.");

        assertThatThrownBy(() -> records.append(Sample.record("other", june, "Ana", Optional.of(done)), Sample.POLICY))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ROI-R08 the record: 2 is no open action of this scope. Open are: 3.");
        Head head = records.append(Sample.record("api-tests", june, "Ana", Optional.of(done)), Sample.POLICY);
        assertThatThrownBy(
                        () -> records.append(Sample.record("api-tests", june, "Ana", Optional.of(done)), Sample.POLICY))
                .hasMessageContaining("Open are: %s.".formatted(head.entry()));
        assertThat(records.decisions()
                        .get(0)
                        .actions()
                        .get(0)
                        .end()
                        .orElseThrow()
                        .entry())
                .isEqualTo(head.entry());
        assertThat(records.decisions()
                        .get(0)
                        .actions()
                        .get(0)
                        .end()
                        .orElseThrow()
                        .month())
                .isEqualTo(june);
        assertThat(records.decisions()).extracting(PastDecision::isOpen).containsExactly(false, true, true);
        assertThat(records.verify(Optional.empty()).entries()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void what_becomes_of_an_action_needs_no_decision_and_counts_from_the_month_after_the_last_one_decided_on(
            Kept kept) {
        Ledger ledger = kept.begin();
        Records records = Records.in(ledger);
        long asked = records.append(Sample.record("Ana"), Sample.POLICY).entry();
        Head moved = records.append(Sample.moved(asked, "Jo"));
        Head done = records.append(Sample.done(asked, "Zoé"));

        assertThat(done.entry()).isEqualTo(moved.entry() + 1);
        PastAction action = Records.in(ledger).decisions().get(0).actions().get(0);
        assertThat(action.due()).isEqualTo(Sample.MAY.plusMonths(4));
        assertThat(action.end().orElseThrow().by()).isEqualTo("Zoé");
        assertThat(action.answers()).extracting(PastAction.Answered::month).containsOnly(Sample.MAY);
        assertThat(action.answers().get(0).answer().movements()).hasSize(1);
        assertThatThrownBy(() -> records.append(Sample.moved(asked, "Jo")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ROI-R08 the record: 2 is no open action of this scope. It has no open action.");
        assertThat(records.verify(Optional.of(moved.hash())).isSound()).isTrue();
        assertThat(records.head()).contains(done);
        List<Replay> replays = new ArrayList<>();
        records.replay(replays::add);
        assertThat(replays).as("only what was reviewed is reviewed again").hasSize(1);
    }

    @Test
    void an_action_is_not_moved_to_a_month_that_is_over() {
        Answer over = new Answer(
                ActionId.of(2), Answer.Outcome.MOVED, Optional.of("Holidays"), Optional.of(Sample.MAY), List.of());

        assertThatThrownBy(() -> new ActionUpdate(
                        Sample.record("Ana").basis().scope(), Instant.parse("2026-06-05T09:30:00Z"), "Ana", over))
                .hasMessage("ROI-R06 the record: the action is moved to 2026-05, which is over. "
                        + "Move it to this month or a later one.");
    }

    @Test
    void a_decision_that_nothing_closes_is_recorded_no_more() {
        Records records = Records.in(new MemoryLedger());
        Basis basis = Records.basis(
                Engine.builtIn("coding-agent"),
                Scorecard.of(Sample.record("Ana").basis().scope())
                        .snapshot(Snapshot.complete(Sample.MAY, Map.of()))
                        .build(),
                ReviewRequest.LATEST);
        Instant at = Instant.parse("2026-06-05T09:30:00Z");
        DecisionRecord unclosed = DecisionRecord.on(basis, new Closing.Unclosed(Decision.STOP), at, "Ana")
                .because("No use")
                .secondedBy("Jo")
                .build();
        DecisionRecord astray = DecisionRecord.on(
                        basis, new Closing.Adjustment(List.of(new LeverId("trainings"))), at, "Ana")
                .asking(new MonthAction("Do it", "Jo", Sample.MAY.plusMonths(2), List.of()))
                .build();

        assertThatThrownBy(() -> records.append(unclosed, Engine.builtIn("coding-agent")))
                .hasMessage(
                        "ROI-R11 the record: nothing closes the decision to stop. Say what it needs to be carried out.");
        assertThatThrownBy(() -> records.append(astray, Engine.builtIn("coding-agent")))
                .hasMessage("ROI-R13 the record: the adjustment acts on `trainings`, which is no lever of the policy. "
                        + "Did you mean `training`?");
        assertThat(records.decisions()).isEmpty();
    }

    @Test
    void a_ledger_of_the_first_format_is_read_as_it_was_and_added_to() throws IOException, URISyntaxException {
        Path file = Files.createTempFile("first-format", ".jsonl");
        Files.write(
                file,
                Files.readAllBytes(Path.of(Objects.requireNonNull(getClass().getResource("first-format.jsonl"))
                        .toURI())));
        Records records = Records.in(FileLedger.existing(file));

        assertThat(records.verify(Optional.of(
                                new Hash("sha256:043192b72727e0ca85384907d03465acc4126862db2ad494295ec99bfd56eb71")))
                        .known())
                .isPresent();
        assertThat(records.decisions())
                .extracting(PastDecision::decision)
                .containsExactly(Decision.ADJUST, Decision.MAINTAIN, Decision.STOP, Decision.EXTEND);
        assertThat(records.decisions()
                        .get(0)
                        .actions()
                        .get(0)
                        .end()
                        .orElseThrow()
                        .answer()
                        .text())
                .contains("No time");
        records.forEach(recorded -> assertThat(LedgerLine.of(recorded.line().entry("it")))
                .as("entry %s, written again", recorded.entry())
                .isEqualTo(recorded.line()));
        long open = records.decisions().get(3).entry();
        records.append(new ActionUpdate(
                records.decisions().get(3).scope(),
                Instant.parse("2026-07-05T09:30:00Z"),
                "Ana",
                Answer.of(ActionId.of(open), Answer.Outcome.DONE, "Named")));
        assertThat(Records.in(FileLedger.existing(file))
                        .verify(Optional.empty())
                        .isSound())
                .isTrue();
        assertThat(records.decisions()).noneMatch(PastDecision::isOpen);
        Files.delete(file);
    }

    @Test
    void the_loss_of_the_last_entries_is_found_by_a_head_that_was_kept_elsewhere_and_only_so() {
        MemoryLedger ledger = new MemoryLedger();
        Records records = Records.in(ledger);
        Head early = records.append(Sample.record("Ana"), Sample.POLICY);
        Head late = records.append(Sample.record("Jo"), Sample.POLICY);
        ledger.lines.remove(2);

        assertThat(Records.in(ledger).verify(Optional.empty()).isSound()).isTrue();
        assertThat(Records.in(ledger).verify(Optional.of(early.hash())).isSound())
                .isTrue();
        assertThat(Records.in(ledger).verify(Optional.of(late.hash())).faults().toString())
                .contains("ROI-L07 memory: no entry has the hash " + late);
    }

    @Test
    void a_ledger_that_was_written_anew_is_found_by_a_head_that_was_kept_elsewhere() {
        MemoryLedger ledger = new MemoryLedger();
        Hash head =
                Records.in(ledger).append(Sample.record("Ana"), Sample.POLICY).hash();
        MemoryLedger anew = new MemoryLedger();
        Records.in(anew).append(Sample.record("Jo"), Sample.POLICY);

        assertThat(Records.in(anew).verify(Optional.empty()).isSound()).isTrue();
        assertThat(Records.in(anew).verify(Optional.of(head)).isSound()).isFalse();
    }

    @Test
    void a_table_is_called_what_is_said_and_nothing_that_is_no_name() {
        assertThatThrownBy(() -> JdbcLedger.in(database(), "roi; DROP TABLE x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(JdbcLedger.in(database(), "audit.roi_ledger").name()).isEqualTo("table audit.roi_ledger");
    }

    @Test
    void a_table_that_is_not_there_is_a_clear_error() {
        assertThatThrownBy(
                        () -> Records.in(JdbcLedger.in(database(), "nowhere")).decisions())
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageStartingWith("table `nowhere` cannot be read: ");
        assertThatThrownBy(() -> JdbcLedger.in(database(), "nowhere").append(1, new byte[] {'x'}))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageStartingWith("table `nowhere` cannot be appended to: ");
    }

    @Test
    void a_row_that_was_changed_or_deleted_is_found() throws SQLException {
        DataSource database = database();
        Records records = Records.in(JdbcLedger.in(database));
        for (String name : List.of("Ana", "Jo", "Zoé")) {
            records.append(Sample.record(name), Sample.POLICY);
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE roi_ledger SET entry = REPLACE(entry, 'Jo\"', 'Ja\"') WHERE entry_number = 3");
            assertThat(records.verify(Optional.empty()).faults().toString())
                    .contains("ROI-L01 table roi_ledger:3:1: this line is not as it was written");
            statement.execute("DELETE FROM roi_ledger WHERE entry_number = 3");
        }
        assertThat(records.verify(Optional.empty()).faults().toString())
                .contains("ROI-L02 table roi_ledger:3:1: entry 3 is missing before this line, which is entry 4");
        assertThatThrownBy(() -> Records.in(JdbcLedger.in(database)).append(Sample.record("Ana"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("is neither read nor added to");
    }

    @Test
    void a_row_that_was_given_another_number_is_found() throws SQLException {
        DataSource database = database();
        Records records = Records.in(JdbcLedger.in(database));
        for (String name : List.of("Ana", "Jo", "Zoé", "Li")) {
            records.append(Sample.record(name), Sample.POLICY);
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE roi_ledger SET entry_number = entry_number + 100 WHERE entry_number > 3");
        }

        assertThat(records.verify(Optional.empty()).faults().toString())
                .isEqualTo("[ROI-L03 table roi_ledger:4:1: entry 4 is kept under the number 104, "
                        + "ROI-L03 table roi_ledger:5:1: entry 5 is kept under the number 105]");
        assertThatThrownBy(() -> Records.in(JdbcLedger.in(database)).append(Sample.record("Ana"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("entry 4 is kept under the number 104");
    }

    @Test
    void a_file_is_the_same_whoever_reads_it() throws IOException {
        Path file = Files.createTempDirectory("ledger").resolve("decisions.jsonl");
        Records.in(FileLedger.at(file)).append(Sample.record("Ana"), Sample.POLICY);
        List<byte[]> lines = new ArrayList<>();
        FileLedger.existing(file).readAfter(1, new Ledger.Reader() {
            @Override
            public void line(byte[] line) {
                lines.add(line);
            }

            @Override
            public void torn(byte[] bytes) {
                throw new AssertionError("nothing is torn");
            }
        });

        assertThat(lines).hasSize(1);
        assertThat(Files.readAllLines(file).get(1))
                .isEqualTo(new String(lines.get(0), java.nio.charset.StandardCharsets.UTF_8));
    }
}
