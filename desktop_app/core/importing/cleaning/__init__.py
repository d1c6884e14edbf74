"""From the lines of a text to labelled parts and facts with their evidence."""
