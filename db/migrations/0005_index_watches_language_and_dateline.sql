-- The language decides the stems of a text, the dateline is searched by place: a change of either reaches the index.
DROP TRIGGER article_changed;
CREATE TRIGGER article_changed
AFTER UPDATE OF title, byline, source, published, text, parts, language, dateline, deleted_at ON articles BEGIN
    INSERT OR IGNORE INTO index_queue VALUES (new.id);
END;
