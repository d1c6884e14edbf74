"""Finding articles that say the same: by their letters, their address, and the runs of words they share.

Of each body a sample of its runs is kept (`analysis.runs`), which tells what is worth comparing word for word.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop_app.core.analysis.runs import Runs, runs, runs_of_each, sample, words_of
from desktop_app.core.archive import Archive
from desktop_app.core.archive.likenesses import Compared
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.importing.cleaning import recurring
from desktop_app.core.importing.cleaning.recurring import margins
from desktop_app.core.progress import Progress

BATCH = 100  # articles compared in one transaction
FEWEST_SHARED = 4  # kept runs two texts must have in common to be compared word for word
NEARLY = 0.8  # share of the runs of the shorter text that must stand in the longer
SHORTEST = 40  # words below which only the very same text is told

_NOT_TELLING = re.compile(r"utm_|fbclid$|gclid$|ref$|cmpid$|smid$|at_|s_cid$|ns_|share$|amp$", re.IGNORECASE)


def catch_up(report: Progress, archive: Archive) -> int:
    """Compare the articles that were not compared yet, and return how many; it may be killed at any moment."""
    done = 0
    while waiting := archive.articles.many(archive.likenesses.waiting(BATCH)):
        report(done, 0, "Looking for the same texts")
        archive.likenesses.remember(_compared(archive, waiting))
        recurring.hide(archive, [kept.article for kept in waiting])
        done += len(waiting)
    return done


def _compared(archive: Archive, waiting: Sequence[ArchivedArticle]) -> Iterator[Compared]:
    """Yield articles compared with those that share some of their runs and are not the very same.

    Each must be remembered before the next is asked for, which may be like it.
    """
    texts = [words_of(kept.article.body) for kept in waiting]
    for kept, words, found in zip(waiting, texts, runs_of_each(texts), strict=True):
        prints, key = sample(found), text_key(words)
        likes = archive.likenesses.sharing(prints, kept.id, key, FEWEST_SHARED) if len(words) >= SHORTEST else []
        others = archive.articles.many(likes) if likes else []  # most are like no other
        nearly = [(other.id, round(_share(found, other), 3)) for other in others]
        nearly = [(other, share) for other, share in nearly if share >= NEARLY]
        article = kept.article
        yield Compared(kept.id, key, address(article.url), prints, nearly, article.source, margins(article))


def text_key(words: Sequence[str]) -> str:
    """Return what tells a text from all others, however it is set; "" for one without words."""
    letters = "".join(words)
    return hashlib.sha256(letters.encode()).hexdigest()[:32] if letters else ""


def address(url: str | None) -> str | None:
    """Return an address without what does not tell pages apart: www, scheme, anchor, marks of campaigns."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    query = [(name, value) for name, value in parse_qsl(parts.query) if not _NOT_TELLING.match(name)]
    host = (parts.netloc or "").lower().removeprefix("www.").removeprefix("m.")
    if not host or (parts.path in ("", "/") and not query):
        return None  # a front page shows another article every hour
    return f"{host}{parts.path.rstrip('/')}" + (f"?{urlencode(sorted(query))}" if query else "")


def _share(ours: Runs, other: ArchivedArticle) -> float:
    """Return how much of the shorter text stands in the longer, 0.0 where the other is too short to tell."""
    words = words_of(other.article.body)
    one, two = set(ours.tolist()), runs(words)
    return len(one & two) / max(1, min(len(one), len(two))) if len(words) >= SHORTEST else 0.0
