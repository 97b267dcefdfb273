package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * What is deleted goes for good, at the end of a program or at the start of the next. First the rows go, in one transaction
 * that notes their files; then each file that no row names any more. A kill in between leaves a note, which the next start
 * follows.
 */
record Purge(Database database, Audit audit, ImageFiles files) {
    private static final Term FAILED = Term.of("what.library.purge");

    private record Loose(String sha256, String extension) {}

    void run() throws ProblemException {
        if (database.read(FAILED, sql -> sql.number("SELECT count(*) FROM deletion")) > 0) {
            database.write(FAILED, this::removeRows);
        }
        List<Loose> loose = database.read(
                FAILED,
                sql -> sql.list(
                        "SELECT sha256, extension FROM loose_file",
                        row -> new Loose(row.text("sha256"), row.text("extension"))));
        for (Loose file : loose) {
            database.write(FAILED, sql -> removeFile(sql, file));
        }
    }

    private int removeRows(Sql sql) throws SQLException {
        sql.update("INSERT OR IGNORE INTO loose_file (sha256, extension)"
                + " SELECT sha256, extension FROM image WHERE deletion_id IS NOT NULL");
        int images = sql.update("DELETE FROM image WHERE deletion_id IS NOT NULL");
        int visits = sql.update("DELETE FROM visit WHERE deletion_id IS NOT NULL");
        int lesions = sql.update("DELETE FROM lesion WHERE deletion_id IS NOT NULL");
        int patients = sql.update("DELETE FROM patient WHERE deletion_id IS NOT NULL");
        int deletions = sql.update("DELETE FROM deletion");
        audit.append(
                sql,
                "purged",
                "library",
                Audit.detail()
                        .put("patients", patients)
                        .put("lesions", lesions)
                        .put("visits", visits)
                        .put("images", images));
        return deletions;
    }

    /** @return whether it is gone; a file that another program holds open stays noted for the next time */
    private boolean removeFile(Sql sql, Loose file) throws SQLException {
        long rows = sql.number(
                "SELECT count(*) FROM image WHERE sha256 = ? AND extension = ?", file.sha256(), file.extension());
        try {
            if (rows == 0) {
                files.remove(file.sha256(), file.extension());
            }
        } catch (IOException e) {
            System.getLogger(Purge.class.getName()).log(System.Logger.Level.WARNING, "left for the next time", e);
            return false;
        }
        return sql.update("DELETE FROM loose_file WHERE sha256 = ? AND extension = ?", file.sha256(), file.extension())
                == 1;
    }
}
