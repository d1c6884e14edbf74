-- Articles laid side by side, kept under a name.
CREATE TABLE comparisons (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    saved TEXT NOT NULL,            -- when
    seen BLOB NOT NULL              -- ids of the articles of the same event the user has been told of, eight bytes each
) STRICT;
CREATE TABLE comparison_articles (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    place INTEGER NOT NULL,         -- of its column, from 0
    PRIMARY KEY (comparison_id, article_id)
) STRICT, WITHOUT ROWID;

-- What the user says of the evidence: that two stretches belong together or do not, that a figure does not count.
-- A stretch is known by its words too, so that it is found again when the text around it has changed.
CREATE TABLE verdicts (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('figures', 'quotations', 'names', 'passages', 'statements')),
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'linked', 'excluded')),
    article_id INTEGER NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,
    words TEXT NOT NULL,
    other_id INTEGER REFERENCES articles (id),      -- NULL where it is about one stretch alone
    other_start INTEGER,
    other_words TEXT
) STRICT;
CREATE INDEX verdicts_by_article ON verdicts (article_id);

-- Names the user says are not one, however alike they are.
CREATE TABLE names_apart (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
