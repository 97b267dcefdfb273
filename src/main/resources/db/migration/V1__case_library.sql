-- The case library, version 1. SQLite, every table STRICT: a value of the wrong type is refused.
-- Instants are milliseconds since 1970 (UTC), days are ISO texts (2026-11-23), ids are never used twice.

-- "Mela": this database is a Melascope library, and no other program's file.
PRAGMA application_id = 1298492513;

-- One row for each deletion that can still be undone. What it deleted carries its id, and goes for good when the library is
-- closed, or opened next.
CREATE TABLE deletion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    subject TEXT NOT NULL
) STRICT;

-- The columns "words" hold the free texts of a row, without case and accents, for the search.

CREATE TABLE patient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pseudonym TEXT NOT NULL CHECK (trim(pseudonym) <> ''),
    birth_year INTEGER,
    sex TEXT CHECK (sex IN ('female', 'male', 'other')),
    note TEXT NOT NULL,
    words TEXT NOT NULL,
    deletion_id INTEGER REFERENCES deletion (id)
) STRICT;
CREATE UNIQUE INDEX patient_pseudonym ON patient (pseudonym COLLATE NOCASE) WHERE deletion_id IS NULL;
CREATE INDEX patient_deletion ON patient (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE lesion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    label TEXT NOT NULL CHECK (trim(label) <> ''),
    site TEXT NOT NULL,
    confirmed TEXT, -- the diagnosis of histopathology, as a HAM10000 code
    note TEXT NOT NULL,
    words TEXT NOT NULL,
    deletion_id INTEGER REFERENCES deletion (id)
) STRICT;
CREATE INDEX lesion_patient ON lesion (patient_id);
CREATE INDEX lesion_site ON lesion (site);
CREATE INDEX lesion_deletion ON lesion (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lesion_id INTEGER NOT NULL REFERENCES lesion (id),
    date TEXT NOT NULL,
    note TEXT NOT NULL,
    words TEXT NOT NULL,
    deletion_id INTEGER REFERENCES deletion (id)
) STRICT;
CREATE INDEX visit_lesion ON visit (lesion_id, date);
CREATE INDEX visit_date ON visit (date);
CREATE INDEX visit_deletion ON visit (deletion_id) WHERE deletion_id IS NOT NULL;

-- The picture itself is the file images/<first two digits>/<sha256>.<extension>; several rows may share one file.
CREATE TABLE image (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    file_name TEXT NOT NULL,
    extension TEXT NOT NULL,
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    pixel_size REAL CHECK (pixel_size > 0), -- micrometres
    added_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    deletion_id INTEGER REFERENCES deletion (id)
) STRICT;
CREATE INDEX image_visit ON image (visit_id);
CREATE INDEX image_file ON image (sha256, extension);
CREATE INDEX image_deletion ON image (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE image_tag (
    image_id INTEGER NOT NULL REFERENCES image (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (trim(tag) <> ''),
    PRIMARY KEY (image_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_tag_tag ON image_tag (tag);

-- Files that may lie in images/ without a row: named here before a new file is written, and when the last row of an old one
-- is purged. Nothing else is ever removed from images/.
CREATE TABLE loose_file (
    sha256 TEXT NOT NULL,
    extension TEXT NOT NULL,
    PRIMARY KEY (sha256, extension)
) STRICT, WITHOUT ROWID;

-- What somebody, or a model, said of an image. Readings are added and never changed; the one with the highest id is the latest,
-- whatever the clock said.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    image_id INTEGER NOT NULL REFERENCES image (id) ON DELETE CASCADE,
    reader TEXT NOT NULL CHECK (reader IN ('user', 'model')),
    at INTEGER NOT NULL,
    diagnosis TEXT,
    confidence REAL CHECK (confidence BETWEEN 0 AND 1),
    note TEXT,
    outcome TEXT CHECK (outcome IN ('lower-concern', 'closer-look', 'no-answer')),
    reason TEXT,
    melanoma REAL CHECK (melanoma BETWEEN 0 AND 1),
    threshold REAL,
    probabilities TEXT, -- JSON: {"mel": 0.12, …}
    model_id TEXT,
    weights_sha256 TEXT,
    words TEXT NOT NULL,
    CHECK (
        reader = 'user' AND diagnosis IS NOT NULL AND confidence IS NOT NULL AND note IS NOT NULL AND outcome IS NULL
        OR reader = 'model' AND outcome IS NOT NULL AND reason IS NOT NULL AND melanoma IS NOT NULL AND threshold IS NOT NULL
            AND probabilities IS NOT NULL AND model_id IS NOT NULL AND weights_sha256 IS NOT NULL AND diagnosis IS NULL
    )
) STRICT;
CREATE INDEX reading_image ON reading (image_id, reader);
CREATE TRIGGER reading_is_final BEFORE UPDATE ON reading
BEGIN
    SELECT RAISE(ABORT, 'a reading is never changed');
END;

-- Every change, in the order in which it was made; each row's hash covers the hash of the row before.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is never changed');
END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is never shortened');
END;

-- One row for each image that is not deleted, with all that belongs to it. A deletion marks everything below what it deletes,
-- so what an image that is there belongs to is there too. What counts as a disagreement is said here and nowhere else.
CREATE VIEW case_row AS
SELECT
    image.id AS image_id,
    visit.id AS visit_id,
    lesion.id AS lesion_id,
    patient.id AS patient_id,
    patient.pseudonym,
    patient.words AS patient_words,
    lesion.label,
    lesion.site,
    lesion.confirmed,
    lesion.words AS lesion_words,
    visit.date,
    visit.words AS visit_words,
    image.file_name,
    image.added_at,
    image.words AS image_words,
    own.diagnosis,
    own.confidence,
    answer.outcome,
    answer.melanoma,
    answer.model_id,
    CASE
        WHEN own.id IS NULL OR answer.id IS NULL THEN 'incomplete'
        WHEN answer.outcome = 'no-answer' THEN 'no-answer'
        WHEN (own.diagnosis = 'mel') = (answer.outcome = 'closer-look') THEN 'agree'
        ELSE 'disagree'
    END AS agreement
FROM image
JOIN visit ON visit.id = image.visit_id
JOIN lesion ON lesion.id = visit.lesion_id
JOIN patient ON patient.id = lesion.patient_id
LEFT JOIN reading AS own
    ON own.id = (SELECT max(r.id) FROM reading AS r WHERE r.image_id = image.id AND r.reader = 'user')
LEFT JOIN reading AS answer
    ON answer.id = (SELECT max(r.id) FROM reading AS r WHERE r.image_id = image.id AND r.reader = 'model')
WHERE image.deletion_id IS NULL;
