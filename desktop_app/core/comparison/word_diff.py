"""Two versions of a text as one: which words both have, which only the one, which only the other.

Words that stand once in either text hold the two together (the "patience diff" of Bram Cohen); only the short
stretches between them are compared word with word, so that the time grows with the length and not its square.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from re import compile as pattern
from typing import Literal, NamedTuple

from desktop_app.core.analysis.words import WORD
from desktop_app.core.article import Article

SMALL = 40_000  # pairs of words that may be compared each with each
FEW = 2  # words in common that hold nothing together between longer changes
LONGER = 4  # words of such a change

_TOKEN = pattern(rf"\d+(?:[.,:]\d+)+|{WORD.pattern}|\S")

Kind = Literal["same", "added", "removed"]
Block = tuple[int, int, int]  # position in the one, position in the other, length


@dataclass(frozen=True)
class Run:
    """A run of text: in both, only in the second (added) or only in the first (removed)."""

    kind: Kind
    text: str
    words: int


class _Token(NamedTuple):
    """A word or a sign, where it begins, and where the next one does."""

    text: str
    start: int
    next: int


def word_diff(before: str, after: str) -> list[Run]:
    """Return one text that holds both: leaving out what is removed gives `after`, what is added `before`.

    White space and the breaks of paragraphs follow `after`.
    """
    one, other = _tokens(before), _tokens(after)
    runs: list[Run] = []
    i = j = 0
    for a, b, length in [*_cleared(_matches(one, other)), (len(one), len(other), 0)]:
        _add(runs, "removed", before, one[i:a])
        _add(runs, "added", after, other[j:b])
        _add(runs, "same", after, other[b : b + length])
        i, j = a + length, b + length
    return runs


def tally(runs: Sequence[Run]) -> tuple[int, int]:
    """Return how many words are added and how many removed."""
    count = Counter[Kind]()
    for run in runs:
        count[run.kind] += run.words
    return count["added"], count["removed"]


def story(article: Article) -> str:
    """Return what is compared of an article: its title and its story, page furniture left out."""
    paragraphs = [article.title or ""]
    above = None
    for part in article.parts:
        if part.role in ("dateline", "body", "caption"):
            text = " ".join(article.text[part.start : part.end].split())
            if above == "dateline":
                paragraphs[-1] += f" {text}"
            else:
                paragraphs.append(text)
            above = part.role
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _tokens(text: str) -> list[_Token]:
    places = [match.span() for match in _TOKEN.finditer(text)]
    nexts = [*(start for start, _ in places[1:]), len(text)]
    return [_Token(text[start:end], start, after) for (start, end), after in zip(places, nexts, strict=False)]


def _add(runs: list[Run], kind: Kind, text: str, tokens: Sequence[_Token]) -> None:
    """Add a run, with white space before it where it had some and nothing stands there yet."""
    if not tokens:
        return
    start = tokens[0].start
    words = text[start : tokens[-1].next]
    if runs and runs[-1].kind == "removed" and kind == "added":
        # What stands in its place goes on in the same paragraph.
        runs[-1] = Run("removed", runs[-1].text.rstrip(), runs[-1].words)
        words = " " + words
    elif runs and not runs[-1].text[-1].isspace() and text[start - 1 : start].isspace():
        words = " " + words
    runs.append(Run(kind, words, sum(WORD.match(token.text) is not None for token in tokens)))


def _matches(one: Sequence[_Token], other: Sequence[_Token]) -> list[Block]:
    """Return the blocks of words that stand in both, in order."""
    a, b = [token.text for token in one], [token.text for token in other]
    found: list[Block] = []
    waiting = [(0, len(a), 0, len(b))]
    while waiting:
        low_a, high_a, low_b, high_b = waiting.pop()
        start = low_a
        while low_a < high_a and low_b < high_b and a[low_a] == b[low_b]:
            low_a, low_b = low_a + 1, low_b + 1
        found.append((start, low_b - (low_a - start), low_a - start))
        end = high_a
        while high_a > low_a and high_b > low_b and a[high_a - 1] == b[high_b - 1]:
            high_a, high_b = high_a - 1, high_b - 1
        found.append((high_a, high_b, end - high_a))
        if (high_a - low_a) * (high_b - low_b) <= SMALL:
            blocks = SequenceMatcher(None, a[low_a:high_a], b[low_b:high_b], autojunk=False).get_matching_blocks()
            found += [(low_a + i, low_b + j, length) for i, j, length in blocks]
        else:
            area = (low_a, high_a, low_b, high_b)
            waiting += _between(_anchors(a, b, area), area)
    return _joined(sorted(block for block in found if block[2]))


def _anchors(a: Sequence[str], b: Sequence[str], area: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Return the words that stand once in either stretch, the longest row of them that is in order in both."""
    low_a, high_a, low_b, high_b = area
    count_a, count_b = Counter(a[low_a:high_a]), Counter(b[low_b:high_b])
    places = {b[j]: j for j in range(low_b, high_b) if count_b[b[j]] == 1}
    pairs = [(i, places[a[i]]) for i in range(low_a, high_a) if count_a[a[i]] == 1 and a[i] in places]
    ends: list[int] = []  # the smallest end of a row of each length
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [number]
    row = []
    number = last[-1] if last else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _between(
    anchors: Sequence[tuple[int, int]], area: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches before, between and after anchors; long stretches without one have nothing in common."""
    low_a, high_a, low_b, high_b = area
    if anchors:
        for (i, j), (next_i, next_j) in pairwise([(low_a, low_b), *anchors, (high_a, high_b)]):
            yield i, next_i, j, next_j


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks that touch in both texts as one."""
    joined: list[Block] = []
    for i, j, length in blocks:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (i, j):
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + length)
        else:
            joined.append((i, j, length))
    return joined


def _cleared(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks without the odd word that two rewritten passages happen to share."""
    kept: list[Block] = []
    for number, (i, j, length) in enumerate(blocks):
        above = kept[-1] if kept else (0, 0, 0)
        below = blocks[number + 1] if number + 1 < len(blocks) else (i + length, j + length, 0)
        gaps = (
            (i - above[0] - above[2], j - above[1] - above[2]),
            (below[0] - i - length, below[1] - j - length),
        )
        rewritten = all(min(gap) and max(gap) >= LONGER for gap in gaps)
        if length > FEW or not rewritten:
            kept.append((i, j, length))
    return kept
