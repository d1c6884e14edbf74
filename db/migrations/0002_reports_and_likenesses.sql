-- What an import was asked to read, so that it can go on; how many articles each file held.
ALTER TABLE imports ADD COLUMN paths TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(paths));
ALTER TABLE import_files ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
CREATE INDEX import_files_by_file ON import_files (file);
CREATE INDEX import_files_by_article ON import_files (article_id);

-- Which articles say the same. text_key is NULL until an article was compared with the others.
ALTER TABLE articles ADD COLUMN text_key TEXT;      -- a digest of the letters of the body, '' for an empty one
ALTER TABLE articles ADD COLUMN address TEXT;       -- the url without what does not tell pages apart
CREATE INDEX articles_by_text ON articles (text_key);
CREATE INDEX articles_by_address ON articles (address);
CREATE INDEX articles_by_import ON articles (import_id);
CREATE INDEX articles_unsure ON articles (id) WHERE warnings <> '[]' AND deleted_at IS NULL;

-- A sample of the five-word runs of each body, by which texts that share wording are found.
CREATE TABLE fingerprints (
    print INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (print, article_id)
) STRICT, WITHOUT ROWID;

-- Texts that are nearly the same: editions, wire copies. The later article stands first.
CREATE TABLE likenesses (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    other_id INTEGER NOT NULL REFERENCES articles (id),
    share REAL NOT NULL,            -- of the shorter text that stands in the longer
    PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX likenesses_by_other ON likenesses (other_id);

-- What a block of text is in all articles of a source: the user's word, or found because it recurs.
CREATE TABLE cleaning_rules (
    source TEXT NOT NULL,
    block TEXT NOT NULL,
    role TEXT NOT NULL,
    by_user INTEGER NOT NULL,
    PRIMARY KEY (source, block)
) STRICT, WITHOUT ROWID;

-- How a source writes its dates, learnt from a date the user has set.
CREATE TABLE date_orders (
    source TEXT PRIMARY KEY,
    day_first INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the user has seen in the list of what needs attention and wants no more of.
CREATE TABLE set_aside (
    kind TEXT NOT NULL CHECK (kind IN ('file', 'article')),
    subject TEXT NOT NULL,          -- the place of the file, the id of the article
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

-- The short blocks at both ends of each body: what ends most articles of a source is no part of the story.
CREATE TABLE margins (
    source TEXT NOT NULL,
    block TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (source, block, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX margins_by_article ON margins (article_id);
