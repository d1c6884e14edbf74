-- The names the user has said are one: they rule over what the spellings would have it.
CREATE TABLE alias_groups (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE aliases (
    name TEXT PRIMARY KEY,          -- a name is in one group only
    group_id INTEGER NOT NULL REFERENCES alias_groups (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX aliases_by_group ON aliases (group_id);
