"""Shared wording: the stretches that two texts have in common, word for word or nearly so.

Seeds, clusters and a filter, as in the text alignment task of PAN (Sanchez-Perez, Sidorov and Gelbukh 2014). A
seed is a few words that both texts have; seeds near each other in both texts grow into one stretch; a stretch is
kept when it is long enough for how alike it is. A false match is worse than a missed one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.analysis.passages.alike_sentences import Sentences, alike_sentences, sentence_ranges
from desktop_app.core.analysis.passages.boxes import Box, clusters, runs
from desktop_app.core.analysis.passages.judging import SHORT, judged, likeness
from desktop_app.core.analysis.passages.seeds import seeds
from desktop_app.core.analysis.words import Word, unspaced, words
from desktop_app.core.article import Article

UNSPACED_SCALE = 2  # characters of a script without spaces that weigh as much as a word

FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
FEW_FIGURES = 2  # in either text are needed to tell a formula,
KEPT = 0.34  # in which at most this share of them is in both,
MUCH_ALIKE = 0.85  # and which is less alike than this

OPENING, CLOSING, ENDING = "“‘\"'«„‹([「『《〈（", "”’\"'»›)]」』》〉）", ".,;:!?…،؛؟۔。，！？"

Range = tuple[int, int]


@dataclass(frozen=True)
class SharedPassage:
    """Where the wording is in either text, in characters, and how alike it is, from 0 to 1."""

    first: Range
    second: Range
    likeness: float


@dataclass(frozen=True)
class Wording:
    """The words of an article's body and its sentences, ready to be compared."""

    text: str
    words: tuple[Word, ...]
    scale: int
    sentences: Sentences


def wording(article: Article) -> Wording:
    """Read the words of an article's body; titles, captions and page furniture are no wording of the report."""
    bodies = [part for part in article.parts if part.role == "body"]
    found = tuple(word for part in bodies for word in words(article.text, part.start, part.end))
    keys = [word.key for word in found]
    mostly_unspaced = 2 * sum(map(unspaced, found)) > len(found)
    if mostly_unspaced:
        return Wording(article.text, found, UNSPACED_SCALE, Sentences(keys, ()))
    ranges = [range_ for part in bodies for range_ in sentence_ranges(article.text, found, part.start, part.end)]
    return Wording(article.text, found, 1, Sentences(keys, ranges))


def shared_passages(a: Article, b: Article) -> list[SharedPassage]:
    """Return the passages that two articles share, in the order of the first."""
    return shared_wording(wording(a), wording(b))


def shared_wording(a: Wording, b: Wording) -> list[SharedPassage]:
    """Do what shared_passages does, for articles that are compared more than once."""
    scale = max(a.scale, b.scale)
    keys_a, keys_b = a.sentences.keys, b.sentences.keys
    in_a_row = seeds(keys_a, keys_b, scale)
    copied = sorted(run for run in in_a_row if run.size >= SHORT * scale)
    alike = alike_sentences(a.sentences, b.sentences) if scale == 1 else []
    stretches = [*in_a_row, *alike]
    found: list[Box] = []
    for cluster in clusters(runs(stretches)):
        box = judged(cluster, keys_a, keys_b, copied, scale)
        if box and likeness(box, keys_a, keys_b) < MUCH_ALIKE and _filled_anew(box, a, b):
            within = (judged(one, keys_a, keys_b, copied, scale) for one in stretches if one.within(cluster))
            found += _apart(one for one in within if one and _same_figures(one, a, b))
        elif box:
            found.append(box)
    return [
        SharedPassage(_range(a, box.i0, box.i1), _range(b, box.j0, box.j1), likeness(box, keys_a, keys_b))
        for box in sorted(found)
    ]


def _filled_anew(box: Box, a: Wording, b: Wording) -> bool:
    """Tell whether the figures are those of a formula (“fell 2 percent to 140”): a copy keeps its own."""
    ours, theirs = _figures(a, box.i0, box.i1), _figures(b, box.j0, box.j1)
    fewest = min(ours.total(), theirs.total())
    return fewest >= FEW_FIGURES and (ours & theirs).total() <= KEPT * fewest


def _same_figures(box: Box, a: Wording, b: Wording) -> bool:
    return _figures(a, box.i0, box.i1) == _figures(b, box.j0, box.j1)


def _apart(boxes: Iterable[Box]) -> list[Box]:
    """Return the largest boxes, of which no two share words of a text."""
    kept: list[Box] = []
    for box in sorted(set(boxes), key=lambda box: (-box.size, box)):
        if all(box.beside(other) for other in kept):
            kept.append(box)
    return kept


def _figures(wording: Wording, first: int, last: int) -> Counter[str]:
    return Counter(FIGURE.findall(wording.text, *_range(wording, first, last)))


def _range(wording: Wording, first: int, last: int) -> Range:
    """Return the characters of a run of words, with the quotation marks that open and close it."""
    text, start, end = wording.text, wording.words[first].start, wording.words[last - 1].end
    while start and text[start - 1] in OPENING:
        start -= 1
    after = end
    while after < len(text) and text[after] in ENDING + CLOSING:
        after += 1
    closed = text[end:after].rstrip(ENDING)
    return start, end + (len(closed) or _full_stop(text[end:after]))


def _full_stop(marks: str) -> int:
    """Return how many of these marks end a sentence."""
    return len(marks) - len(marks.lstrip(".!?…؟۔。！？"))
