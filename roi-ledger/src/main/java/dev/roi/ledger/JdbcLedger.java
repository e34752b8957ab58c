package dev.roi.ledger;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A ledger in a table of a database, by plain SQL: a row for each line.
 *
 * <p>The table is made by {@link #script()}, once, by whoever may. Its rows are only inserted and selected, so that
 * nothing else need be permitted; the primary key settles who was first. The database keeps texts in Unicode. Each call
 * takes a connection of its own, and gives it back as it was. Safe for use by several threads.
 */
public final class JdbcLedger implements Ledger {

    /** What the table is called unless said otherwise. */
    public static final String USUAL_TABLE = "roi_ledger";

    private static final Pattern TABLE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(?:\\.[A-Za-z_][A-Za-z0-9_]{0,62})?");
    private static final int ROWS_AT_ONCE = 50;

    private final DataSource database;
    private final String table;

    private JdbcLedger(DataSource database, String table) {
        this.database = requireNonNull(database, "database");
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "table (%s) must be a name, with a schema before it or not".formatted(table));
        }
        this.table = table;
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
        return new JdbcLedger(database, table);
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
        try (Connection connection = database.getConnection()) {
            boolean commits = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                boolean added = last(connection) + 1 == number && insert(connection, number, line);
                connection.commit();
                return added;
            } catch (SQLException failure) {
                connection.rollback();
                if (isAnothersTurn(failure)) {
                    return false;
                }
                throw failure;
            } finally {
                connection.setAutoCommit(commits);
            }
        } catch (SQLException failure) {
            throw unavailable("appended to", failure);
        }
    }

    private long last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT MAX(entry_number) FROM %s".formatted(table));
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private boolean insert(Connection connection, long number, byte[] line) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO %s (entry_number, entry) VALUES (?, ?)".formatted(table))) {
            insert.setLong(1, number);
            insert.setString(2, new String(line, StandardCharsets.UTF_8));
            return insert.executeUpdate() == 1;
        }
    }

    /** SQLSTATE 23: the number is taken; 40: rolled back in favour of another transaction; or it held the row too long. */
    private static boolean isAnothersTurn(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("23") || state.startsWith("40") || failure instanceof SQLTimeoutException;
    }

    @Override
    public void readAfter(long number, Reader reader) {
        try (Connection connection = database.getConnection()) {
            boolean commits = connection.getAutoCommit();
            connection.setAutoCommit(false); // or some drivers fetch every row at once
            try {
                read(connection, number, reader);
                connection.commit();
            } finally {
                connection.setAutoCommit(commits);
            }
        } catch (SQLException failure) {
            throw unavailable("read", failure);
        }
    }

    private void read(Connection connection, long number, Reader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT entry_number, entry FROM %s WHERE entry_number > ? ORDER BY entry_number".formatted(table))) {
            select.setLong(1, number);
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.line(rows.getLong(1), rows.getString(2));
                }
            }
        }
    }

    private LedgerUnavailable unavailable(String done, SQLException failure) {
        return new LedgerUnavailable(
                "table `%s` cannot be %s: %s".formatted(table, done, String.valueOf(failure.getMessage())), failure);
    }
}
