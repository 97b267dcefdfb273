package io.github.melascope.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements in one line each. Values may be texts, whole and real numbers, days, instants, and optionals of these;
 * an empty optional is NULL.
 */
record Sql(Connection connection) {
    /** Makes something of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Looks at a row; false ends the query. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(Row row) throws SQLException;
    }

    /** Adds a row and gives its id. */
    long insert(String sql, Object... values) throws SQLException {
        update(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    /** Changes rows and says how many. */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a statement whose answer does not matter. */
    void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    <T> List<T> list(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(mapper.map(row)), values);
        return List.copyOf(found);
    }

    <T> Optional<T> first(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        return list(sql, mapper, values).stream().findFirst();
    }

    /** The one number a query answers with. */
    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet set = statement.executeQuery()) {
            return set.next() ? set.getLong(1) : 0;
        }
    }

    void each(String sql, Visitor visitor, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet set = statement.executeQuery()) {
            Row row = new Row(set);
            boolean more = true;
            while (more && set.next()) {
                more = visitor.visit(row);
            }
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, plain(values[i]));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** A value as SQLite keeps it. */
    private static @Nullable Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : null;
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }
}
