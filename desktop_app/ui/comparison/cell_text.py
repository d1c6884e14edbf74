"""What a cell says: the words of the report around its mark, and which of them another report words otherwise."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from re import IGNORECASE, escape
from re import compile as pattern
from typing import Literal

from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.core.comparison.word_diff import word_diff
from desktop_app.core.dates import shown

BEFORE, AFTER = 28, 80  # characters of the sentence shown before and after a mark
AROUND = 120  # characters in which the sentence is looked for
ALIKE_FOR = 90  # characters without a change that are shown in full before one
FEWER = " (fewer words)"
MOST = 3  # marks of one cell that are written out
LONGEST = 480  # characters of a wording that are held against another; a cell shows fewer
ALIKE = 0.3  # the share of its words another wording must have; less is a translation, or another matter

Tone = Literal["plain", "strong", "muted", "changed"]


@dataclass(frozen=True)
class Piece:
    """Some words of a cell and how they are written."""

    text: str
    tone: Tone = "plain"


Cell = tuple[Piece, ...]


def plain(cell: Cell) -> str:
    """Return the words of a cell."""
    return "".join(piece.text for piece in cell)


def words_of(span: Span, articles: Sequence[ArchivedArticle]) -> str:
    """Return the words a mark stands on."""
    return " ".join(articles[span.article].article.text[span.start : span.end].split())


def called(article: ArchivedArticle) -> str:
    """Return what a report is called beside others: its source, or its title where that is not known."""
    return article.article.source or article.heading


def told_apart(articles: Sequence[ArchivedArticle]) -> list[str]:
    """Return what reports are called beside each other: of one source by their dates, titles, or numbers."""
    names = [called(kept) for kept in articles]
    dated = [
        f"{name}, {shown(kept.article.published)}" if names.count(name) > 1 and kept.article.published else name
        for name, kept in zip(names, articles, strict=True)
    ]
    titled = [kept.heading if dated.count(name) > 1 else name for name, kept in zip(dated, articles, strict=True)]
    return [f"{name} ({n})" if titled.count(name) > 1 else name for n, name in enumerate(titled, 1)]


def spellings(row: Row, article: int, articles: Sequence[ArchivedArticle]) -> list[tuple[str, int]]:
    """Return how an article spells a name, with how often, in the order of the text."""
    return list(Counter(words_of(span, articles) for span in row.cells[article]).items())


def cell_of(row: Row, article: int, kind: Kind, articles: Sequence[ArchivedArticle]) -> Cell:
    """Return what a report says of a matter; nothing where it is silent."""
    spans = row.cells[article]
    if not spans:
        return ()
    if kind == "names":
        return _names(spellings(row, article, articles))
    if kind == "figures":
        return _in_context(spans, articles)
    words = Piece(words_of(spans[0], articles)[:LONGEST])
    if kind == "statements" and len(row.spans) > 1:
        return _in_common(words.text, row.label.split(" · "))
    if kind == "quotations":
        before, after = _context(spans[0], articles)
        return (Piece(before, "muted"), words, Piece(after, "muted"))
    return (words,)


def held_against(cell: Cell, row: Row, article: int, articles: Sequence[ArchivedArticle]) -> Cell:
    """Return the cell of a wording with those of its words marked that another report lacks or has otherwise.

    The first report is held against all others, each of them against the first. Long stretches that are alike are
    drawn in, so that what is marked is seen; a report that has nothing but fewer words says so.
    """
    first = row.spans[0].article
    others = [
        words_of(span, articles)[:LONGEST]
        for span in row.spans
        if (span.article != first if article == first else span.article == first)
    ]
    pieces: list[Piece] = []
    for piece in cell:
        if piece.tone == "plain":
            places = {place for other in others for place in _only_in(piece.text, other)}
            pieces += _drawn_in(_in_two_tones(piece.text, places))
            if not places and any(_only_in(other, piece.text) for other in others):
                pieces.append(Piece(FEWER, "muted"))
        else:
            pieces.append(piece)
    return tuple(pieces)


def _in_common(text: str, words: Sequence[str]) -> Cell:
    """Return a sentence with the words strong that it has in common with another, beginning near the first."""
    found = [
        match.span() for match in pattern(rf"\b(?:{'|'.join(map(escape, words))})\b", IGNORECASE).finditer(text)
    ]
    if not found:
        return (Piece(text),)
    start = found[0][0]
    at = text.rfind(" ", 0, start - BEFORE) + 1 if start > 2 * BEFORE else 0
    pieces = [Piece("… ", "muted")] * (at > 0)
    for start, end in found:
        pieces += [Piece(text[at:start])] * (at < start) + [Piece(text[start:end], "strong")]
        at = end
    return (*pieces, *[Piece(text[at:])] * (at < len(text)))


def _drawn_in(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with the middle left out of long ones before a change."""
    last = max((number for number, piece in enumerate(pieces) if piece.tone == "changed"), default=0)
    drawn = []
    for number, piece in enumerate(pieces):
        if number < last and piece.tone == "plain" and len(piece.text) > ALIKE_FOR:
            head, tail = piece.text[:BEFORE].rpartition(" ")[0], piece.text[-BEFORE:].partition(" ")[2]
            drawn.append(Piece(f"{head} … {tail}"))
        else:
            drawn.append(piece)
    return drawn


def _names(found: Sequence[tuple[str, int]]) -> Cell:
    pieces: list[Piece] = []
    for name, count in found:
        pieces += [Piece(" · ", "muted")] * bool(pieces) + [Piece(name)]
        pieces += [Piece(f" ×{count}", "muted")] * (count > 1)
    return tuple(pieces)


def _in_context(spans: Sequence[Span], articles: Sequence[ArchivedArticle]) -> Cell:
    """Return the words of each mark, a single one within its sentence."""
    if len(spans) == 1:
        before, after = _context(spans[0], articles)
        return (Piece(before, "muted"), Piece(words_of(spans[0], articles), "strong"), Piece(after, "muted"))
    pieces: list[Piece] = []
    for words in list(dict.fromkeys(words_of(span, articles) for span in spans))[:MOST]:
        pieces += [Piece(" · ", "muted")] * bool(pieces) + [Piece(words, "strong")]
    return tuple(pieces)


def _context(span: Span, articles: Sequence[ArchivedArticle]) -> tuple[str, str]:
    """Return the words of the sentence before and after a mark, cut at words."""
    text = articles[span.article].article.text
    part = next(
        (part for part in articles[span.article].article.parts if part.start <= span.start < part.end), None
    )
    low = max(part.start if part else 0, span.start - AROUND)
    high = min(part.end if part else len(text), span.end + AROUND)
    for start, end in sentences(text, low, high):
        if start <= span.start < end:
            low = start
        if start < span.end <= end:
            high = end
    before, after = text[low : span.start], text[span.end : high]
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + " …"
    return " ".join(before.split()) + " " * (before[-1:].isspace()), " " * (after[:1].isspace()) + " ".join(
        after.split()
    )


def _in_two_tones(words: str, changed: Collection[int]) -> list[Piece]:
    """Return words in pieces of one tone; `changed` are the places of the characters that are marked."""
    tones: list[Tone] = ["changed" if place in changed else "plain" for place in range(len(words))]
    pieces, start = [], 0
    for tone, run in groupby(tones):
        end = start + len(list(run))
        pieces.append(Piece(words[start:end], tone))
        start = end
    return pieces


def _only_in(mine: str, other: str) -> list[int]:
    """Return the places in `mine` of the words that `other` has not; none where they hardly share a word."""
    runs = [run for run in word_diff(other, mine) if run.kind != "removed"]
    shared = sum(run.words for run in runs if run.kind == "same")
    if shared < ALIKE * sum(run.words for run in runs):
        return []
    found: list[int] = []
    place = 0
    for run in runs:
        for word in run.text.split():
            start = mine.index(word, place)
            place = start + len(word)
            if run.kind == "added" and run.words:  # a comma is not worth a mark
                # The space between two such words is marked with them.
                space = found and found[-1] == start - 2 and mine[start - 1] == " "
                found += [*([start - 1] if space else []), *range(start, place)]
    return found
