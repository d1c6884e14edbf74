-- An article may change while it is indexed; counting its changes tells that what was indexed is not the last of them.
ALTER TABLE index_queue ADD COLUMN changes INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER article_added;
CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO index_queue (article_id) VALUES (new.id) ON CONFLICT (article_id) DO UPDATE SET changes = changes + 1;
END;

DROP TRIGGER article_changed;
CREATE TRIGGER article_changed
AFTER UPDATE OF title, byline, source, published, text, parts, language, dateline, deleted_at ON articles BEGIN
    INSERT INTO index_queue (article_id) VALUES (new.id) ON CONFLICT (article_id) DO UPDATE SET changes = changes + 1;
END;
