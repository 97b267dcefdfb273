package io.github.melascope.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What user and models said of the images. Readings are added and never changed. */
public final class Readings {
    private static final Term NOT_SAVED = Term.of("what.reading.unsaved");
    private static final Term NOT_READ = Term.of("what.readings.unread");
    private static final String LATEST =
            "SELECT * FROM reading WHERE image_id = ? AND reader = ? ORDER BY id DESC LIMIT 1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Database database;
    private final Audit audit;

    Readings(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * Commits the user's own reading.
     *
     * @param confidence 0 … 1
     * @throws ProblemException when the image is not there
     */
    public Reading.User add(long imageId, Diagnosis diagnosis, double confidence, String note) throws ProblemException {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        return database.write(NOT_SAVED, sql -> {
            refuseMissing(sql, imageId);
            Instant at = audit.now();
            long id = sql.insert(
                    "INSERT INTO reading (image_id, reader, at, diagnosis, confidence, note, words)"
                            + " VALUES (?, 'user', ?, ?, ?, ?, ?)",
                    imageId,
                    at,
                    diagnosis.code(),
                    confidence,
                    note,
                    Words.fold(note));
            ObjectNode detail = Audit.detail()
                    .put("image", imageId)
                    .put("diagnosis", diagnosis.code())
                    .put("confidence", confidence);
            audit.append(sql, "user-read", "reading " + id, detail);
            return new Reading.User(id, imageId, at, diagnosis, confidence, note);
        });
    }

    /**
     * Keeps a model's answer, with the model's id and the hash of its weights.
     *
     * @throws ProblemException when the image is not there
     */
    public Reading.Model add(long imageId, Prediction answer) throws ProblemException {
        String probabilities = json(answer.probabilities());
        return database.write(NOT_SAVED, sql -> {
            refuseMissing(sql, imageId);
            Instant at = audit.now();
            long id = sql.insert(
                    "INSERT INTO reading (image_id, reader, at, outcome, reason, melanoma, threshold, probabilities,"
                            + " model_id, weights_sha256, words) VALUES (?, 'model', ?, ?, ?, ?, ?, ?, ?, ?, '')",
                    imageId,
                    at,
                    answer.outcome().code(),
                    answer.reason(),
                    answer.melanoma(),
                    answer.threshold(),
                    probabilities,
                    answer.modelId(),
                    answer.weightsSha256());
            audit.append(sql, "model-answered", "reading " + id, detail(imageId, answer));
            return sql.first("SELECT * FROM reading WHERE id = ?", Readings::model, id)
                    .orElseThrow();
        });
    }

    private static ObjectNode detail(long imageId, Prediction answer) {
        return Audit.detail()
                .put("image", imageId)
                .put("outcome", answer.outcome().code())
                .put("melanoma", answer.melanoma())
                .put("threshold", answer.threshold())
                .put("model", answer.modelId())
                .put("weights", answer.weightsSha256());
    }

    private static void refuseMissing(Sql sql, long imageId) throws SQLException, ProblemException {
        if (Images.find(sql, imageId).isEmpty()) {
            throw Refusal.gone("image");
        }
    }

    /** All readings of an image, the latest first. */
    public List<Reading> of(long imageId) throws ProblemException {
        return database.read(
                NOT_READ,
                sql -> sql.<Reading>list(
                        "SELECT * FROM reading WHERE image_id = ? ORDER BY id DESC",
                        row -> row.text("reader").equals("user") ? user(row) : model(row),
                        imageId));
    }

    /** The user's reading that counts. */
    public Optional<Reading.User> latestOwn(long imageId) throws ProblemException {
        return database.read(NOT_READ, sql -> sql.first(LATEST, Readings::user, imageId, "user"));
    }

    /** The model's answer that counts. */
    public Optional<Reading.Model> latestAnswer(long imageId) throws ProblemException {
        return database.read(NOT_READ, sql -> sql.first(LATEST, Readings::model, imageId, "model"));
    }

    private static Reading.User user(Row row) throws SQLException {
        return new Reading.User(
                row.whole("id"),
                row.whole("image_id"),
                row.instant("at"),
                row.optionalDiagnosis("diagnosis").orElseThrow(),
                row.real("confidence"),
                row.text("note"));
    }

    private static Reading.Model model(Row row) throws SQLException {
        return new Reading.Model(
                row.whole("id"),
                row.whole("image_id"),
                row.instant("at"),
                outcome(row.text("outcome")),
                row.text("reason"),
                row.real("melanoma"),
                row.real("threshold"),
                probabilities(row.text("probabilities")),
                row.text("model_id"),
                row.text("weights_sha256"));
    }

    static Outcome outcome(String code) {
        return Outcome.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String json(Map<Diagnosis, Double> probabilities) {
        ObjectNode json = Audit.detail();
        probabilities.forEach((diagnosis, probability) -> json.put(diagnosis.code(), probability));
        return json.toString();
    }

    private static Map<Diagnosis, Double> probabilities(String text) throws SQLException {
        Map<Diagnosis, Double> probabilities = new EnumMap<>(Diagnosis.class);
        try {
            JsonNode json = MAPPER.readTree(text);
            Diagnosis.ALL.stream()
                    .filter(diagnosis -> json.has(diagnosis.code()))
                    .forEach(diagnosis -> probabilities.put(
                            diagnosis, json.path(diagnosis.code()).asDouble()));
            return probabilities;
        } catch (JsonProcessingException e) {
            int corrupt = org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT.code;
            throw new SQLException("a model's probabilities are no JSON", "", corrupt, e);
        }
    }
}
