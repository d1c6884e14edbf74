"""From files to articles: finding, reading and cleaning them, and taking them into an archive."""
