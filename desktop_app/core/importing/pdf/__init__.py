"""From the glyphs of a PDF's pages to paragraphs in the order in which they are read."""
