"""The passage of an article that shows best why it was found."""

import re

from desktop_app.core.article import Article
from desktop_app.core.search.marks import marks
from desktop_app.core.search.query import Query

Runs = list[tuple[str, bool]]
LEAD = 50  # characters shown before the first hit of a passage


def snippet(article: Article, query: Query, length: int = 220) -> Runs:
    """Return about `length` characters as runs of (text, whether it is a hit); the beginning without hits."""
    text = "\n".join(article.of("dateline", "body", "caption"))
    hits = marks(query, text, language=article.language)
    if not hits:
        return first_words(article, length)
    start, end = _window(text, _best(text, hits, length), length)
    return _runs(text, [hit for hit in hits if hit[0] >= start and hit[1] <= end], start, end)


def first_words(article: Article, length: int = 220) -> Runs:
    """Return the beginning of the body."""
    text = article.body or article.text
    start, end = _window(text, 0, length)
    return _runs(text, [], start, end)


def _best(text: str, hits: list[tuple[int, int]], length: int) -> int:
    """Return where the passage with the most different hits begins; the earliest of equals."""
    best, most, last = 0, (0, 0), 0
    for at, (start, _) in enumerate(hits):
        while last < len(hits) and hits[last][1] <= start + length - LEAD:
            last += 1
        inside = hits[at:last]
        value = (len({text[first:end].casefold() for first, end in inside}), len(inside))
        if value > most:
            best, most = start, value
    return max(0, best - LEAD)


def _window(text: str, start: int, length: int) -> tuple[int, int]:
    """Return a stretch that neither begins nor ends inside a word, unless a word is as long as the stretch."""
    end = min(len(text), start + length)
    if start:
        gap = _first_space(text, start, min(start + LEAD, end))
        start = gap if gap is not None else start
    if end < len(text):
        while end > start + length // 2 and not text[end].isspace():
            end -= 1
    return start, end


def _first_space(text: str, start: int, limit: int) -> int | None:
    """Return the place after the first blank in a stretch; None when there is none."""
    return next((at + 1 for at in range(start - 1, limit - 1) if text[at].isspace()), None)


def _runs(text: str, hits: list[tuple[int, int]], start: int, end: int) -> Runs:
    """Cut a stretch into runs on one line, with … where the text goes on."""
    runs: Runs = []
    at, before = start, "… " if start else ""
    for first, last in hits:
        runs += [(before + text[at:first], False), (text[first:last], True)]
        at, before = last, ""
    runs.append((before + text[at:end].rstrip() + (" …" if end < len(text) else ""), False))
    return [(_BLANK.sub(" ", run), hit) for run, hit in runs if run]


_BLANK = re.compile(r"\s")
