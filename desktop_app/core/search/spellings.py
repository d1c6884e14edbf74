"""The names that the articles of an archive have, ready to be asked for the spellings of one."""

from collections import Counter

from desktop_app.core.analysis.names.mentions import names_in
from desktop_app.core.analysis.names.spellings import Spellings
from desktop_app.core.archive import Archive
from desktop_app.core.article import Article
from desktop_app.core.progress import Progress

AT_ONCE = 200  # articles read at once


def spellings_of(report: Progress, archive: Archive) -> Spellings:
    """Read through all articles and return the spellings of their names, under the user's aliases."""
    ids = archive.articles.ids(order="added")
    counts: Counter[str] = Counter()
    for start in range(0, len(ids), AT_ONCE):
        report(start, len(ids), "Looking for names")
        for kept in archive.articles.many(ids[start : start + AT_ONCE]):
            counts.update(names_in(_read(kept.article)))
    return Spellings(counts, archive.aliases.groups())


def _read(article: Article) -> str:
    """Return what is read of an article; where cleaning has left no body, all of it."""
    return "\n".join(filter(None, (article.title, article.body or article.text)))
