package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A ledger in a PostgreSQL that is started here: who runs it as root becomes another user for it. */
@Tag("servers")
@SuppressWarnings("try") // a lock is held, and nothing else done with it
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PostgresLedgerTest {

    private static EmbeddedPostgres server;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void make() throws SQLException {
        execute("DROP TABLE IF EXISTS roi_ledger", JdbcLedger.script());
    }

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    private static DataSource database(String... options) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {server.getPort()});
        database.setUser("postgres");
        database.setDatabaseName("postgres");
        if (options.length > 0) {
            database.setOptions("-c " + String.join(" -c ", options));
        }
        return database;
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Records records(String... options) {
        return Records.in(JdbcLedger.in(database(options)));
    }

    /** Another transaction that lets nobody insert, while everybody may read. */
    private static Connection locked() throws SQLException {
        Connection connection = database().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE roi_ledger IN EXCLUSIVE MODE");
        }
        return connection;
    }

    /** Waits until somebody waits for that lock, and tells who. */
    private static int waiting() throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT pid, pg_sleep(0.01) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND query LIKE 'INSERT INTO roi_ledger%'")) {
                    if (rows.next()) {
                        return rows.getInt(1);
                    }
                }
            }
        }
    }

    private static void holdsEveryAcknowledged(Set<Long> acknowledged) {
        Records anew = records();
        assertThat(anew.verify(Optional.empty()).faults()).isEmpty();
        assertThat(anew.decisions()).extracting(past -> past.entry()).containsAll(acknowledged);
    }

    private Set<Long> write(int writers, int records, AtomicBoolean mayFail, String... options)
            throws InterruptedException, ExecutionException {
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Records own = records(options);
            all.add(others.submit(() -> {
                for (int j = 0; j < records; j++) {
                    try {
                        acknowledged.add(
                                own.append(Sample.record("Ana"), Sample.POLICY).entry());
                    } catch (LedgerUnavailable lost) {
                        if (!mayFail.get()) {
                            throw lost;
                        }
                    }
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        return acknowledged;
    }

    @Test
    void several_writers_at_once_lose_nothing() throws Exception {
        Set<Long> acknowledged = write(3, 40, new AtomicBoolean());

        assertThat(acknowledged).hasSize(120);
        holdsEveryAcknowledged(acknowledged);
    }

    @Test
    void so_do_those_whose_transactions_are_serializable() throws Exception {
        Set<Long> acknowledged = write(3, 20, new AtomicBoolean(), "default_transaction_isolation=serializable");

        assertThat(acknowledged).hasSize(60);
        holdsEveryAcknowledged(acknowledged);
    }

    @Test
    void what_was_acknowledged_is_there_however_many_backends_were_killed() throws Exception {
        AtomicBoolean killing = new AtomicBoolean(true);
        Future<?> killer = others.submit(() -> {
            while (killing.get()) {
                execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%roi_ledger%' AND"
                        + " pid <> pg_backend_pid()");
            }
            return null;
        });
        Set<Long> acknowledged = write(2, 60, new AtomicBoolean(true));
        killing.set(false);
        killer.get();

        holdsEveryAcknowledged(acknowledged);
        assertThat(records().append(Sample.record("Jo"), Sample.POLICY).entry()).isPositive();
    }

    @Test
    void a_lost_connection_is_said_to_be_one() throws Exception {
        Records records = records();
        try (Connection lock = locked()) {
            Future<Head> append = others.submit(() -> records.append(Sample.record("Ana"), Sample.POLICY));
            execute("SELECT pg_terminate_backend(%s)".formatted(waiting()));

            assertThatThrownBy(append::get)
                    .cause()
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("terminating connection due to administrator command")
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            first -> assertThat(first.getSQLState()).isEqualTo("57P01"));
        }
        assertThat(records.append(Sample.record("Ana"), Sample.POLICY).entry()).isEqualTo(2);
    }

    @Test
    void a_lock_that_ends_in_time_is_waited_for_as_often_as_the_database_gives_up() throws Exception {
        Records records = records("lock_timeout=50ms");
        Future<Head> append;
        try (Connection lock = locked()) {
            append = others.submit(() -> records.append(Sample.record("Ana"), Sample.POLICY));
            int first = waiting();
            while (waiting() == first) {
                assertThat(append).isNotDone();
            }
        }

        assertThat(append.get().entry()).isEqualTo(2);
    }

    @Test
    void a_lock_that_does_not_end_is_given_up() throws Exception {
        Records records = records("lock_timeout=20ms");
        try (Connection lock = locked()) {
            assertThatThrownBy(() -> records.append(Sample.record("Ana"), Sample.POLICY))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("it takes no entry, and gets none from others either");
        }
    }

    @Test
    void waiting_ends_where_the_database_sets_no_limit() throws Exception {
        Records records = Records.in(JdbcLedger.in(database()).waiting(Duration.ofSeconds(1)));
        try (Connection lock = locked()) {
            assertThatThrownBy(() -> records.append(Sample.record("Ana"), Sample.POLICY))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessage("table `roi_ledger` cannot be appended to: the database did not answer within 1 s");
        }
    }

    @Test
    void who_reads_does_not_wait_for_who_waits_to_append() throws Exception {
        Records records = records();
        records.append(Sample.record("Ana"), Sample.POLICY);
        Future<Head> append;
        try (Connection lock = locked()) {
            append = others.submit(() -> records.append(Sample.record("Jo"), Sample.POLICY));
            waiting();

            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), records::decisions))
                    .hasSize(1);
        }
        assertThat(append.get().entry()).isEqualTo(3);
    }

    @Test
    void whoever_records_needs_no_more_than_to_select_and_to_insert() throws Exception {
        execute(
                "DROP ROLE IF EXISTS recorder",
                "CREATE ROLE recorder LOGIN",
                "GRANT SELECT, INSERT ON roi_ledger TO recorder");
        PGSimpleDataSource recorder = (PGSimpleDataSource) database();
        recorder.setUser("recorder");
        Records records = Records.in(JdbcLedger.in(recorder));

        records.append(Sample.record("Ana"), Sample.POLICY);

        assertThat(records.decisions()).hasSize(1);
        try (Connection connection = recorder.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE roi_ledger SET entry = ''"))
                    .hasMessageContaining("permission denied");
        }
        execute("DROP OWNED BY recorder", "DROP ROLE recorder");
    }

    @Test
    void two_transactions_of_applications_append_one_after_the_other() throws Exception {
        JdbcLedger ledger = JdbcLedger.in(database());
        Records records = Records.in(ledger);
        records.append(Sample.record("Ana"), Sample.POLICY);
        Future<Head> second;
        try (Connection first = database().getConnection()) {
            first.setAutoCommit(false);
            records.within(ledger.within(first)).append(Sample.record("Jo"), Sample.POLICY);
            second = others.submit(() -> {
                try (Connection other = database().getConnection()) {
                    other.setAutoCommit(false);
                    Head head = records.within(ledger.within(other)).append(Sample.record("Zoé"), Sample.POLICY);
                    other.commit();
                    return head;
                }
            });
            waiting();
            first.commit();
        }

        assertThat(second.get().entry()).isEqualTo(4);
        holdsEveryAcknowledged(Set.of(2L, 3L, 4L));
    }
}
