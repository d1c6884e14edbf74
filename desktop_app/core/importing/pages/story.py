"""Which of a page's text is the story: what trafilatura extracts, found again in the page."""

import logging
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from lxml.html import HtmlElement

from desktop_app.core.importing.pages.page import Block

Span = tuple[int, int]


@dataclass(frozen=True)
class Stretch:
    """A stretch of one block of a page, in its story or outside of it."""

    text: str
    block: Block
    in_story: bool


LONG = 40  # characters without blanks from which a line is known by itself
WHOLE = 0.8  # share of a block in the story from which all of it is
SHORTEST_PIECE = 12  # characters of a block that are worth being set apart
LITTLE, LITTLE_SHARE = 1000, 0.2  # characters, and share of the prose, below which a story is doubted
MOST_TRIES = 100  # occurrences of a line inside of others that are passed over
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without a story is no news for the console
_BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]")
_SENTENCES = re.compile(r"(?<=[.!?…。！？])\s+")


def extract(tree: HtmlElement, prose: int) -> str:
    """Return the text of the story as trafilatura sees it, "" where it sees none.

    Its own rules alone are faster than its comparison with other extractors, and as good; that is made only where
    they find little among the `prose` characters that a page holds.
    """
    import trafilatura

    told = trafilatura.extract(tree, include_comments=False, fast=True) or ""
    if len(told) < min(LITTLE, LITTLE_SHARE * prose):
        told = trafilatura.extract(tree, include_comments=False) or told
    return told


def locate(texts: Sequence[str], extracted: str) -> list[list[Span]]:
    """Return, for each text of a page, the spans of it that lie in the extracted story.

    Both are compared without blanks. Long lines that occur once are found first; the others are looked for
    between them, so that a headline in a menu is not taken for the same words in the story.
    """
    page = _Squashed(texts)
    lines = [line for line in _known_lines(extracted, page.text) if line]
    marked = bytearray(len(page.text))
    for at, line in zip(_places(page, lines), lines, strict=True):
        if at >= 0:
            marked[at : at + len(line)] = b"\x01" * len(line)
    return [_spans(page, marked, number, text) for number, text in enumerate(texts)]


class _Squashed:
    """The texts of a page without blanks, in one string; `starts` says where each begins."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.starts = array("l")
        pieces = []
        length = 0
        for text in texts:
            self.starts.append(length)
            pieces.append(_squash(text))
            length += len(pieces[-1])
        self.starts.append(length)
        self.text = "".join(pieces)
        self.edges = frozenset(self.starts)


def _squash(text: str) -> str:
    return _BLANK.sub("", text)


def _known_lines(extracted: str, page: str) -> Iterator[str]:
    """Yield the lines of the story without blanks; one that is not in the page as a whole, by its sentences."""
    for line in re.split(r"[\n|]", normalize("NFC", extracted)):
        content = re.sub(r"^\s*- ", "", line)
        squashed = _squash(content)
        if squashed in page:
            yield squashed
        else:
            yield from map(_squash, _SENTENCES.split(content))


def _places(page: _Squashed, lines: list[str]) -> list[int]:
    """Return where each line stands in the page, -1 where it is not found."""
    places = [_only_place(page.text, line) for line in lines]
    reached = 0
    for number, (line, ahead) in enumerate(zip(lines, _ahead(places, len(page.text)), strict=True)):
        if places[number] < 0:
            places[number] = _place_between(page, line, reached, ahead)
        if places[number] >= 0:
            reached = places[number] + len(line)
    return places


def _ahead(places: list[int], end: int) -> list[int]:
    """Return, for each line, the place of the next line whose place is known."""
    found = []
    for place in reversed(places):
        found.append(end)
        end = place if place >= 0 else end
    return found[::-1]


def _only_place(text: str, line: str) -> int:
    """Return the place of a long line that occurs once, else -1."""
    at = text.find(line) if len(line) >= LONG else -1
    return at if at >= 0 and text.find(line, at + 1) < 0 else -1


def _place_between(page: _Squashed, line: str, low: int, high: int) -> int:
    """Return where a line begins a block between two places, or, if it is long, begins anywhere."""
    at = page.text.find(line, low, max(high, low))
    first = at
    for _ in range(MOST_TRIES):
        if at < 0 or at in page.edges:
            break
        at = page.text.find(line, at + 1, high)
    if at in page.edges:
        return at
    if len(line) < SHORTEST_PIECE:
        return -1
    return first if first >= 0 else page.text.find(line)


def _spans(page: _Squashed, marked: bytearray, number: int, text: str) -> list[Span]:
    """Return the spans of one text that are marked."""
    marks = marked[page.starts[number] : page.starts[number + 1]]
    share = marks.count(1) / len(marks) if marks else 0.0
    if share >= WHOLE:
        return [(0, len(text))]
    if not share:
        return []
    solid = [place for place, sign in enumerate(text) if not _BLANK.match(sign)]
    runs = [(run.start(), run.end()) for run in re.finditer(rb"\x01+", marks)]
    return [(solid[a], solid[b - 1] + 1) for a, b in runs if b - a >= SHORTEST_PIECE]
