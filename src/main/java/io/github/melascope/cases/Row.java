package io.github.melascope.cases;

import io.github.melascope.lesion.Diagnosis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The row a query stands on, its columns by name and type. */
record Row(ResultSet set) {
    String text(String column) throws SQLException {
        return set.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(set.getString(column));
    }

    long whole(String column) throws SQLException {
        return set.getLong(column);
    }

    int count(String column) throws SQLException {
        return set.getInt(column);
    }

    OptionalInt optionalCount(String column) throws SQLException {
        int value = set.getInt(column);
        return set.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    double real(String column) throws SQLException {
        return set.getDouble(column);
    }

    OptionalDouble optionalReal(String column) throws SQLException {
        double value = set.getDouble(column);
        return set.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    Instant instant(String column) throws SQLException {
        return Instant.ofEpochMilli(set.getLong(column));
    }

    LocalDate date(String column) throws SQLException {
        return LocalDate.parse(set.getString(column));
    }

    BodySite site(String column) throws SQLException {
        return BodySite.ofCode(text(column)).orElse(BodySite.UNKNOWN);
    }

    Optional<Diagnosis> optionalDiagnosis(String column) throws SQLException {
        return optionalText(column).flatMap(Diagnosis::ofCode);
    }
}
