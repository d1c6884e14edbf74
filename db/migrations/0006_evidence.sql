-- What is marked in the articles. It can be made again at any time, and is when the rules or the articles change.

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
