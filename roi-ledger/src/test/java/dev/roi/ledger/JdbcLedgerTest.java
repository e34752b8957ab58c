package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A ledger in a table, as far as any database shows it. What takes a server is in {@link PostgresLedgerTest}. */
class JdbcLedgerTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static DataSource database() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:jdbc%s;DB_CLOSE_DELAY=-1".formatted(DATABASES.incrementAndGet()));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(JdbcLedger.script());
        }
        return database;
    }

    /** Does something of its own at some of a connection's methods. */
    private interface Meddling {
        void at(String method) throws SQLException;
    }

    private static DataSource meddled(DataSource database, Meddling meddling) {
        return (DataSource) Proxy.newProxyInstance(
                JdbcLedgerTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, asked, with) -> {
                    meddling.at("getConnection");
                    Connection connection = database.getConnection();
                    return Proxy.newProxyInstance(
                            JdbcLedgerTest.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                meddling.at(method.getName());
                                try {
                                    return method.invoke(connection, arguments);
                                } catch (InvocationTargetException failure) {
                                    throw failure.getCause();
                                }
                            });
                });
    }

    @Test
    void no_connection_is_held_while_records_are_handed_over() throws SQLException {
        AtomicInteger open = new AtomicInteger();
        Records records = Records.in(JdbcLedger.in(meddled(database(), method -> {
            if (method.equals("getConnection")) {
                open.incrementAndGet();
            } else if (method.equals("close")) {
                open.decrementAndGet();
            }
        })));
        for (int i = 0; i < 60; i++) {
            records.append(Sample.record("Ana"), Sample.POLICY);
        }
        List<Integer> held = new ArrayList<>();

        records.forEach(any -> held.add(open.get()));
        records.replay(any -> held.add(open.get()));

        assertThat(held).hasSize(120).containsOnly(0);
    }

    @Test
    void what_failed_first_is_what_is_said_and_the_rest_goes_with_it() throws SQLException {
        Records records = Records.in(JdbcLedger.in(meddled(database(), method -> {
            if (method.equals("commit")) {
                throw new SQLException("the server was shut down", "08006");
            }
            if (method.equals("rollback") || method.equals("setAutoCommit")) {
                throwAfter(method);
            }
        })));

        assertThatThrownBy(() -> records.append(Sample.record("Ana"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("the server was shut down")
                .cause()
                .hasMessage("the server was shut down")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("rollback: the connection is closed"));
    }

    private static void throwAfter(String method) throws SQLException {
        if (method.equals("rollback")) {
            throw new SQLException("rollback: the connection is closed", "08003");
        }
    }

    @Test
    void whether_a_line_was_kept_when_the_connection_was_lost_is_said_not_to_be_known() throws SQLException {
        JdbcLedger ledger = JdbcLedger.in(meddled(database(), method -> {
            if (method.equals("commit")) {
                throw new SQLException("connection reset", "08006");
            }
        }));

        assertThatThrownBy(() -> ledger.append(1, new byte[] {'x'}))
                .hasMessage(
                        "table `roi_ledger` cannot be appended to: connection reset. Whether the entry was kept is not"
                                + " known: read the ledger before trying again");
    }

    @Test
    void an_entry_of_the_applications_transaction_is_kept_when_the_transaction_is() throws SQLException {
        DataSource database = database();
        JdbcLedger ledger = JdbcLedger.in(database);
        Records records = Records.in(ledger);
        records.append(Sample.record("Ana"), Sample.POLICY);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id INT)");
            connection.setAutoCommit(false);

            statement.execute("INSERT INTO orders VALUES (1)");
            Records within = records.within(ledger.within(connection));
            within.append(Sample.record("Jo"), Sample.POLICY);
            assertThat(within.decisions()).hasSize(2);
            connection.rollback();
            assertThat(records.decisions()).hasSize(1);

            statement.execute("INSERT INTO orders VALUES (2)");
            Records again = records.within(ledger.within(connection));
            again.append(Sample.record("Zoé"), Sample.POLICY);
            connection.commit();
        }

        assertThat(records.decisions())
                .extracting(past -> past.resolution().by())
                .containsExactly("Ana", "Zoé");
        assertThat(records.append(Sample.record("Li"), Sample.POLICY).entry()).isEqualTo(4);
        assertThat(records.verify(Optional.empty()).faults()).isEmpty();
    }

    @Test
    void a_connection_that_commits_by_itself_is_no_transaction() throws SQLException {
        DataSource database = database();
        try (Connection connection = database.getConnection()) {
            JdbcLedger within = JdbcLedger.in(database).within(connection);

            assertThatThrownBy(() -> within.append(1, new byte[] {'x'}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the connection commits by itself: there is no transaction to be within");
        }
    }

    @Test
    void a_patience_is_above_zero() {
        assertThatThrownBy(() -> JdbcLedger.in(database()).waiting(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience (PT0S) must be above zero");
    }
}
