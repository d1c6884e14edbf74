"""Whoosh at the speed of arrays: an index format, its writer, and a search that works on whole posting lists.

Everything hangs on Whoosh's own extension points, a codec and a writer, so that stock Whoosh opens and searches
the same files. It knows nothing of articles: fields with words in their order, fields with keywords, and columns
of numbers are all there is.
"""
