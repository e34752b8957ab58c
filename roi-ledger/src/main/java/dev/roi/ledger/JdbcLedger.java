package dev.roi.ledger;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A ledger in a table of a database, by plain SQL: a row for each line.
 *
 * <p>The table is made by {@link #script()}, once, by whoever may. Its rows are only inserted and selected, so that
 * nothing else need be permitted; the primary key settles who was first, at any level of isolation. The database keeps texts
 * in Unicode. Each call takes a connection of its own and gives it back as it was; none is held while lines are handed over.
 * What a statement waits for ends after the {@linkplain #waiting patience}. Safe for use by several threads, but for one that
 * is {@linkplain #within within a transaction}.
 */
public final class JdbcLedger implements Ledger {

    /** What the table is called unless said otherwise. */
    public static final String USUAL_TABLE = "roi_ledger";

    /** How long a statement is waited for unless said otherwise. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    private static final Pattern TABLE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(?:\\.[A-Za-z_][A-Za-z0-9_]{0,62})?");
    private static final int ROWS_AT_ONCE = 50;

    /** SQLSTATE of a statement that was given up, and the class of those of a lost connection. */
    private static final String GAVE_UP = "57014";

    private static final String LOST = "08";

    private final Transactions transactions;
    private final String table;
    private final Duration patience;

    private JdbcLedger(Transactions transactions, String table, Duration patience) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "table (%s) must be a name, with a schema before it or not".formatted(table));
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience (%s) must be above zero".formatted(patience));
        }
        this.transactions = transactions;
        this.table = table;
        this.patience = patience;
    }

    /** Where statements run, and what ends what they did. */
    private sealed interface Transactions {
        <T> T run(Work<T> work) throws SQLException;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Returns the ledger in the table {@value #USUAL_TABLE}.
     *
     * @param database where the table is
     * @return the ledger
     */
    public static JdbcLedger in(DataSource database) {
        return in(database, USUAL_TABLE);
    }

    /**
     * Returns the ledger in a table.
     *
     * @param database where the table is
     * @param table what the table is called, such as {@code audit.roi_ledger}; letters, digits and underscores
     * @return the ledger
     */
    public static JdbcLedger in(DataSource database, String table) {
        return new JdbcLedger(new OfItsOwn(requireNonNull(database, "database")), table, USUAL_PATIENCE);
    }

    /**
     * Returns the same ledger within a transaction of the application, which commits it or rolls it back: a line is kept once
     * the transaction is. Until then whoever else appends waits for it. The connection commits nothing by itself, supports
     * savepoints, and stays the caller's; use it with {@link Records#within(Ledger)}.
     *
     * @param connection the transaction's connection
     * @return the ledger, for as long as the transaction lasts
     */
    public JdbcLedger within(Connection connection) {
        return new JdbcLedger(new OfTheApplication(requireNonNull(connection, "connection")), table, patience);
    }

    /**
     * Returns the same ledger with another patience.
     *
     * @param longest how long a statement is waited for, in whole seconds, begun ones counted; above zero
     * @return the ledger
     */
    public JdbcLedger waiting(Duration longest) {
        return new JdbcLedger(transactions, table, longest);
    }

    /**
     * Returns the script that makes the table {@value #USUAL_TABLE}, for H2 and PostgreSQL alike.
     *
     * @return one SQL statement, with what it is for
     */
    public static String script() {
        try (InputStream stream = requireNonNull(JdbcLedger.class.getResourceAsStream("roi_ledger.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("the script cannot be read", failure);
        }
    }

    @Override
    public String name() {
        return "table " + table;
    }

    @Override
    public boolean append(long number, byte[] line) {
        try {
            return transactions.run(connection -> last(connection) + 1 == number && insert(connection, number, line));
        } catch (SQLException failure) {
            if (isAnothersTurn(failure)) {
                return false;
            }
            throw notAppended(failure);
        }
    }

    private long last(Connection connection) throws SQLException {
        try (PreparedStatement select = prepare(connection, "SELECT MAX(entry_number) FROM %s");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private boolean insert(Connection connection, long number, byte[] line) throws SQLException {
        try (PreparedStatement insert = prepare(connection, "INSERT INTO %s (entry_number, entry) VALUES (?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, new String(line, StandardCharsets.UTF_8));
            return insert.executeUpdate() == 1;
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(table));
        statement.setQueryTimeout(
                Math.toIntExact(Math.max(1, patience.plusMillis(999).toSeconds())));
        return statement;
    }

    /**
     * SQLSTATE 23: the number is taken; 40: rolled back in favour of another transaction; 55P03 and HYT00: it held the lock
     * for longer than the database was told to wait.
     */
    private static boolean isAnothersTurn(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("23") || state.startsWith("40") || state.equals("55P03") || state.equals("HYT00");
    }

    @Override
    public void readAfter(long number, Reader reader) {
        long last = number;
        List<Row> rows;
        do {
            rows = rows(last);
            for (Row row : rows) {
                reader.line(row.number(), row.line());
                last = row.number();
            }
        } while (rows.size() == ROWS_AT_ONCE);
    }

    private record Row(long number, String line) {}

    private List<Row> rows(long after) {
        try {
            return transactions.run(connection -> select(connection, after));
        } catch (SQLException failure) {
            throw new LedgerUnavailable(Message.of("table `%s` cannot be read: %s", table, why(failure)), failure);
        }
    }

    private List<Row> select(Connection connection, long after) throws SQLException {
        try (PreparedStatement select = prepare(
                connection, "SELECT entry_number, entry FROM %s WHERE entry_number > ? ORDER BY entry_number")) {
            select.setLong(1, after);
            select.setMaxRows(ROWS_AT_ONCE);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getLong(1), rows.getString(2)));
                }
            }
            return found;
        }
    }

    private LedgerUnavailable notAppended(SQLException failure) {
        boolean isLost = String.valueOf(failure.getSQLState()).startsWith(LOST);
        return new LedgerUnavailable(
                isLost
                        ? Message.of(
                                "table `%s` cannot be appended to: %s. Whether the entry was kept is not known: read"
                                        + " the ledger before trying again",
                                table, why(failure))
                        : Message.of("table `%s` cannot be appended to: %s", table, why(failure)),
                failure);
    }

    private Message why(SQLException failure) {
        return GAVE_UP.equals(failure.getSQLState())
                ? Message.of("the database did not answer within %s s", Message.grouped(patience.toSeconds()))
                : Message.verbatim(String.valueOf(failure.getMessage()));
    }

    /** A transaction for each piece of work, on a connection that is given back as it was. */
    private record OfItsOwn(DataSource database) implements Transactions {

        @Override
        public <T> T run(Work<T> work) throws SQLException {
            try (Connection connection = database.getConnection()) {
                boolean commits = connection.getAutoCommit();
                connection.setAutoCommit(false);
                T done;
                try {
                    done = work.with(connection);
                    connection.commit();
                } catch (SQLException | RuntimeException first) {
                    undo(first, connection::rollback);
                    undo(first, () -> connection.setAutoCommit(commits));
                    throw first;
                }
                connection.setAutoCommit(commits);
                return done;
            }
        }
    }

    /** A part of somebody else's transaction, which goes on where the part did not succeed. */
    private record OfTheApplication(Connection connection) implements Transactions {

        @Override
        public <T> T run(Work<T> work) throws SQLException {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException(
                        "the connection commits by itself: there is no transaction to be within");
            }
            Savepoint before = connection.setSavepoint();
            try {
                T done = work.with(connection);
                connection.releaseSavepoint(before);
                return done;
            } catch (SQLException | RuntimeException first) {
                undo(first, () -> connection.rollback(before));
                throw first;
            }
        }
    }

    private interface Undoing {
        void undo() throws SQLException;
    }

    /** What went wrong first is what has to be known; a lost connection cannot be rolled back either. */
    private static void undo(Exception first, Undoing step) {
        try {
            step.undo();
        } catch (SQLException | RuntimeException then) {
            first.addSuppressed(then);
        }
    }
}
