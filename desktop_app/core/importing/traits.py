"""What a text is told from others by, and what is like it found: letters, address, a sample of its runs, ends."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop_app.core.analysis.runs import Runs, runs_of_each, sample, words_of
from desktop_app.core.archive.likenesses import Traits
from desktop_app.core.article import Article

TOGETHER = 100  # articles whose words are in memory at once
FIRST, LAST = 2, 3  # parts of a body at its beginning and its end
LONGEST = 200  # characters of a part that is more likely furniture than story

_NOT_TELLING = re.compile(r"utm_|fbclid$|gclid$|ref$|cmpid$|smid$|at_|s_cid$|ns_|share$|amp$", re.IGNORECASE)


def traits_of(articles: Iterable[Article]) -> list[Traits]:
    """Return what each of some articles is compared by."""
    found: list[Traits] = []
    left = iter(articles)
    while some := list(islice(left, TOGETHER)):
        texts = [words_of(article.body) for article in some]
        found += map(_traits, some, texts, runs_of_each(texts))
    return found


def _traits(article: Article, words: Sequence[str], runs: Runs) -> Traits:
    return Traits(text_key(words), address(article.url), sample(runs), article.source, margins(article))


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


def margins(article: Article) -> list[str]:
    """Return the short blocks at both ends of an article's body."""
    body = article.of("body")
    ends = body[:FIRST] + body[max(FIRST, len(body) - LAST) :] if len(body) > 1 else []
    return [block for block in dict.fromkeys(ends) if len(block) <= LONGEST]
