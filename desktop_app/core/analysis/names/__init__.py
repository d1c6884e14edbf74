"""Names: how they are found in a text, and which spellings are one name."""
