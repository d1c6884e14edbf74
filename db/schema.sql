-- Made from db/migrations, for reading: PYTHONPATH=. .venv/bin/python tests/test_shape.py
PRAGMA application_id = 0x53326e64;
PRAGMA user_version = 8;

CREATE TABLE archive (
    id TEXT NOT NULL,               -- random; the index carries it, so that it cannot be taken for another's
    created TEXT NOT NULL
) STRICT;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,            -- what the user chose: "Folder clippings", "3 files"
    started TEXT NOT NULL,
    seconds REAL NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finished', 'cancelled'))
, paths TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(paths))) STRICT;

CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,        -- names the file in originals/
    size INTEGER NOT NULL
) STRICT;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    sha256 TEXT NOT NULL REFERENCES originals (sha256),
    position INTEGER NOT NULL,      -- which article of its original, from 0
    original_name TEXT NOT NULL,
    imported TEXT NOT NULL,
    title TEXT,
    byline TEXT,
    source TEXT,
    publisher_url TEXT,
    url TEXT,
    captured TEXT,
    published TEXT,                 -- ISO 8601 at the precision known: 2016, 2016-06, 2016-06-12
    dateline TEXT,
    language TEXT,
    encoding TEXT,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),  -- {field: the words it rests on}
    warnings TEXT NOT NULL CHECK (json_valid(warnings)),
    text TEXT NOT NULL,
    parts TEXT NOT NULL CHECK (json_valid(parts)),        -- [[start, end, role], …]
    words INTEGER NOT NULL,         -- of the body
    deleted_at TEXT, text_key TEXT, address TEXT,
    UNIQUE (sha256, position)
) STRICT;

CREATE INDEX articles_newest ON articles (deleted_at, published IS NULL, published DESC, id DESC);

CREATE INDEX articles_oldest ON articles (deleted_at, published IS NULL, published, id);

CREATE INDEX articles_by_source ON articles (deleted_at, source);

CREATE TABLE corrections (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    field TEXT NOT NULL,
    was TEXT,
    made TEXT NOT NULL,
    PRIMARY KEY (article_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_files (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    file TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('added', 'duplicate', 'failed')),
    article_id INTEGER REFERENCES articles (id),
    code TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT ''
, articles INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX import_files_by_import ON import_files (import_id);

CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE collection_articles (
    collection_id INTEGER NOT NULL REFERENCES collections (id),
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (collection_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE index_queue (article_id INTEGER PRIMARY KEY, changes INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE INDEX import_files_by_file ON import_files (file);

CREATE INDEX import_files_by_article ON import_files (article_id);

CREATE INDEX articles_by_text ON articles (text_key);

CREATE INDEX articles_by_address ON articles (address);

CREATE INDEX articles_by_import ON articles (import_id);

CREATE INDEX articles_unsure ON articles (id) WHERE warnings <> '[]' AND deleted_at IS NULL;

CREATE TABLE fingerprints (
    print INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (print, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE likenesses (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    other_id INTEGER NOT NULL REFERENCES articles (id),
    share REAL NOT NULL,            -- of the shorter text that stands in the longer
    PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX likenesses_by_other ON likenesses (other_id);

CREATE TABLE cleaning_rules (
    source TEXT NOT NULL,
    block TEXT NOT NULL,
    role TEXT NOT NULL,
    by_user INTEGER NOT NULL,
    PRIMARY KEY (source, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE date_orders (
    source TEXT PRIMARY KEY,
    day_first INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside (
    kind TEXT NOT NULL CHECK (kind IN ('file', 'article')),
    subject TEXT NOT NULL,          -- the place of the file, the id of the article
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE margins (
    source TEXT NOT NULL,
    block TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (source, block, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX margins_by_article ON margins (article_id);

CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE) STRICT;

CREATE TABLE article_tags (
    tag_id INTEGER NOT NULL REFERENCES tags (id),
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (tag_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tags_by_article ON article_tags (article_id);

CREATE TABLE stars (article_id INTEGER PRIMARY KEY REFERENCES articles (id)) STRICT;

CREATE TABLE notes (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    text TEXT NOT NULL,
    written TEXT NOT NULL
) STRICT;

CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    selection TEXT NOT NULL CHECK (json_valid(selection)),  -- what it is restricted to
    seen BLOB NOT NULL,             -- article ids, eight bytes each
    seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE search_history (
    query TEXT PRIMARY KEY,
    searched TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX articles_by_facet ON articles (deleted_at, source, language, published);

CREATE INDEX articles_text_of ON articles (id, text_key);

CREATE TABLE alias_groups (id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE aliases (
    name TEXT PRIMARY KEY,          -- a name is in one group only
    group_id INTEGER NOT NULL REFERENCES alias_groups (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX aliases_by_group ON aliases (group_id);

CREATE TABLE evidence (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    version INTEGER NOT NULL,       -- of the rules that marked it
    marks TEXT NOT NULL             -- as core/analysis/keeping.py packs it
) STRICT;

CREATE TRIGGER evidence_outdated AFTER UPDATE OF text, parts, published, language ON articles
WHEN old.text IS NOT new.text OR old.parts IS NOT new.parts
    OR old.published IS NOT new.published OR old.language IS NOT new.language
BEGIN
    DELETE FROM evidence WHERE article_id = new.id;
END;

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

CREATE TABLE names_apart (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO index_queue (article_id) VALUES (new.id) ON CONFLICT (article_id) DO UPDATE SET changes = changes + 1;
END;

CREATE TRIGGER article_changed
AFTER UPDATE OF title, byline, source, published, text, parts, language, dateline, deleted_at ON articles BEGIN
    INSERT INTO index_queue (article_id) VALUES (new.id) ON CONFLICT (article_id) DO UPDATE SET changes = changes + 1;
END;
