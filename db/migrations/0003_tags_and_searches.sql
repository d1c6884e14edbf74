-- What the user says of articles: tags, a star, a note.
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

-- Searches kept under a name, and which articles each had found when it was last looked at.
CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    selection TEXT NOT NULL CHECK (json_valid(selection)),  -- what it is restricted to
    seen BLOB NOT NULL,             -- article ids, eight bytes each
    seen_at TEXT NOT NULL
) STRICT;

-- What was searched for, offered again under the search field.
CREATE TABLE search_history (
    query TEXT PRIMARY KEY,
    searched TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What facets count and restrict by, read from this alone.
CREATE INDEX articles_by_facet ON articles (deleted_at, source, language, published);
-- What tells which articles of a list have the same text, without going through the texts.
CREATE INDEX articles_text_of ON articles (id, text_key);
