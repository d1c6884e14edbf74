"""Finding articles that say the same: by their letters, their address, and the runs of words they share.

Of each body a sample of its five-word runs is kept: those whose hash falls into one of SAMPLING classes, and the
few smallest of a short text. Runs that two texts share fall into both samples, so the samples tell which texts are
worth comparing word for word (Broder 1997, "On the resemblance and containment of documents").
"""

import hashlib
import re
import zlib
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop_app.core.archive import Archive
from desktop_app.core.archive.likenesses import Compared
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.importing.cleaning import recurring
from desktop_app.core.importing.cleaning.recurring import margins
from desktop_app.core.progress import Progress

RUN = 5  # words
SAMPLING = 16  # one run in so many is kept
FEWEST = 8  # runs kept even of a short text
MOST = 400  # runs kept of a long one
BATCH = 100  # articles compared in one transaction
FEWEST_SHARED = 4  # kept runs two texts must have in common to be compared word for word
NEARLY = 0.8  # share of the runs of the shorter text that must stand in the longer
SHORTEST = 40  # words below which only the very same text is told

_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_NOT_TELLING = re.compile(r"utm_|fbclid$|gclid$|ref$|cmpid$|smid$|at_|s_cid$|ns_|share$|amp$", re.IGNORECASE)
_BASE, _PRIME = 1_000_003, (1 << 61) - 1


def catch_up(report: Progress, archive: Archive) -> int:
    """Compare the articles that were not compared yet, and return how many; it may be killed at any moment."""
    done = 0
    while waiting := archive.likenesses.waiting(BATCH):
        for kept in archive.articles.many(waiting):
            report(done, 0, "Looking for the same texts")
            archive.likenesses.remember([_compare(archive, kept)])
            recurring.hide(archive, kept.article)
            done += 1
    return done


def _compare(archive: Archive, kept: ArchivedArticle) -> Compared:
    """Compare an article with those that share some of its runs and are not the very same."""
    words = words_of(kept.article.body)
    runs = _runs(words)
    prints, key = _sample(runs), text_key(words)
    nearly = []
    if len(words) >= SHORTEST:
        for other in archive.articles.many(archive.likenesses.sharing(prints, kept.id, key, FEWEST_SHARED)):
            theirs = words_of(other.article.body)
            share = _share(runs, _runs(theirs))
            if share >= NEARLY and len(theirs) >= SHORTEST:
                nearly.append((other.id, round(share, 3)))
    article = kept.article
    return Compared(kept.id, key, address(article.url), prints, nearly, article.source, margins(article))


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


def words_of(text: str) -> list[str]:
    """Return the words of a text, signs of scripts without spaces one by one."""
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> set[int]:
    """Return the hashes of all runs of a text, that of all its words where it is shorter than a run."""
    numbers = [zlib.crc32(word.encode()) for word in words]
    found, window = set(), 0
    leaving = pow(_BASE, RUN, _PRIME)
    for place, number in enumerate(numbers):
        window = (window * _BASE + number) % _PRIME
        if place >= RUN:
            window = (window - numbers[place - RUN] * leaving) % _PRIME
        if place >= RUN - 1:
            found.add(window)
    return found or ({window} if numbers else set())


def _sample(runs: set[int]) -> list[int]:
    """Return the runs by which a text is looked up."""
    kept = sorted(run for run in runs if run % SAMPLING == 0)
    return kept[:MOST] if len(kept) >= FEWEST else sorted(runs, key=_mixed)[:FEWEST]


def _mixed(run: int) -> int:
    return run * 0x9E3779B97F4A7C15 & _PRIME


def _share(ours: set[int], theirs: set[int]) -> float:
    """Return how much of the shorter text stands in the longer."""
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))
