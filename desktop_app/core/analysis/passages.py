"""Shared wording: the stretches that two texts have in common, word for word or nearly so.

Seeds, clusters and a filter, as in the text alignment task of PAN (Sanchez-Perez, Sidorov and Gelbukh 2014). A
seed is a few words that both texts have; seeds near each other in both texts grow into one stretch; a stretch is
kept when it is long enough for how alike it is. A false match is worse than a missed one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from desktop_app.core.analysis.words import Word, function_words, unspaced, words
from desktop_app.core.article import Article

ROW = 4  # words in a row that make a seed
TELLING = ((0, 1, 2), (0, 1, 3), (0, 2, 3), (0, 1, 4), (0, 3, 4))  # which of five telling words make one, any order
TELLING_WITHIN = 10  # words between the first and the last of them
UNSPACED_ROW = 6  # the same for characters of a script without spaces
UNSPACED_SCALE = 2  # characters of such a script that weigh as much as a word

TOO_COMMON = 8  # a seed that is this often in a text tells nothing
MOST_SEEDS = 300_000  # more than two texts of 30,000 words with nothing but shared wording have

NEAR = 12  # words between two seeds of one stretch
GROWTH, REACH = 0.3, 30  # long stretches reach farther: by this share of their length, to this many words

SHORT, SHORT_ALIKE, SHORT_TELLING = 9, 0.8, 5  # words, likeness in order, telling words in common
LONG, LONG_SHARED = 40, 0.35  # a reworded copy: words, share of them in common

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
    """The words of an article's body, ready to be compared."""

    text: str
    words: tuple[Word, ...]
    scale: int


class Box(NamedTuple):
    """Words i0 to i1 of the first text beside words j0 to j1 of the second."""

    i0: int
    i1: int
    j0: int
    j1: int

    @property
    def size(self) -> int:
        """The shorter side."""
        return min(self.i1 - self.i0, self.j1 - self.j0)

    def with_(self, other: "Box") -> "Box":
        """Return the box around both."""
        return Box(
            min(self.i0, other.i0), max(self.i1, other.i1), min(self.j0, other.j0), max(self.j1, other.j1)
        )  # fmt: skip


def wording(article: Article) -> Wording:
    """Read the words of an article's body; titles, captions and page furniture are no wording of the report."""
    found = tuple(
        word for part in article.parts if part.role == "body" for word in words(article.text, part.start, part.end)
    )
    mostly_unspaced = 2 * sum(map(unspaced, found)) > len(found)
    return Wording(article.text, found, UNSPACED_SCALE if mostly_unspaced else 1)


def shared_passages(a: Article, b: Article) -> list[SharedPassage]:
    """Return the passages that two articles share, in the order of the first."""
    return shared_wording(wording(a), wording(b))


def shared_wording(a: Wording, b: Wording) -> list[SharedPassage]:
    """Do what shared_passages does, for articles that are compared more than once."""
    scale = max(a.scale, b.scale)
    keys_a, keys_b = [word.key for word in a.words], [word.key for word in b.words]
    found = []
    for cluster in _clusters(_seeds(keys_a, keys_b, scale)):
        box = _extended(cluster, keys_a, keys_b)
        if _reworded(box, keys_a, keys_b, scale):
            found.append((box, _likeness(box, keys_a, keys_b)))
        elif box.size >= SHORT * scale:
            box = _trimmed(box, keys_a, keys_b)
            if _told_alike(box, keys_a, keys_b, scale):
                found.append((box, _likeness(box, keys_a, keys_b)))
    return [SharedPassage(_range(a, i0, i1), _range(b, j0, j1), alike) for (i0, i1, j0, j1), alike in sorted(found)]


def _seeds(a: list[str], b: list[str], scale: int) -> list[Box]:
    """Return where both texts have the same few words; what is common in either is left out."""
    here: defaultdict[tuple[str, ...], list[Range]] = defaultdict(list)
    there: defaultdict[tuple[str, ...], list[Range]] = defaultdict(list)
    for key, start, end in _groups(a, scale):
        here[key].append((start, end))
    for key, start, end in _groups(b, scale):
        if key in here:
            there[key].append((start, end))
    cap = TOO_COMMON
    counts = [(len(here[key]), len(places)) for key, places in there.items()]
    while cap > 1 and sum(x * y for x, y in counts if max(x, y) <= cap) > MOST_SEEDS:
        cap //= 2
    return _runs(
        Box(*place, *other)
        for key, places in there.items()
        if max(len(places), len(here[key])) <= cap
        for place in here[key]
        for other in places
    )


def _runs(seeds: Iterable[Box]) -> list[Box]:
    """Join seeds that overlap in step in both texts: of near copies, that leaves a few long runs."""
    runs: list[Box] = []
    for seed in sorted(seeds, key=lambda seed: (seed.j0 - seed.i0, seed.i0)):
        last = runs[-1] if runs else seed
        if runs and last.j0 - last.i0 == seed.j0 - seed.i0 and seed.i0 <= last.i1:
            if seed.i1 > last.i1 or seed.j1 > last.j1:
                runs[-1] = Box(last.i0, max(last.i1, seed.i1), last.j0, max(last.j1, seed.j1))
        else:
            runs.append(seed)
    return runs


def _groups(keys: list[str], scale: int) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield the few words that may be a seed, with where they begin and end."""
    row = ROW if scale == 1 else UNSPACED_ROW
    for i in range(len(keys) - row + 1):
        yield tuple(keys[i : i + row]), i, i + row
    if scale > 1:
        return
    plain = function_words()
    telling = [i for i, key in enumerate(keys) if key not in plain]
    for k, first in enumerate(telling):
        for _, *steps in TELLING:
            if k + steps[-1] < len(telling) and telling[k + steps[-1]] - first <= TELLING_WITHIN:
                rest = [keys[telling[k + step]] for step in steps]
                yield tuple(sorted((keys[first], *rest))), first, telling[k + steps[-1]] + 1


def _clusters(boxes: list[Box]) -> list[Box]:
    """Join what is near in both texts until nothing is near any more."""
    while True:
        open_: list[Box] = []
        done: list[Box] = []
        for box in sorted(boxes):
            still_open = []
            i0, _, j0, j1 = grown = box
            for other in open_:
                _, other_i1, other_j0, other_j1 = other
                if other_i1 + REACH < i0:
                    done.append(other)
                elif other_j1 + REACH < j0 or j1 + REACH < other_j0 or not _near(other, grown):
                    still_open.append(other)
                else:
                    _, _, j0, j1 = grown = other.with_(grown)
            open_ = [*still_open, grown]
        joined = done + open_
        if len(joined) == len(boxes):
            return joined
        boxes = joined


def _near(a: Box, b: Box) -> bool:
    """Tell whether two boxes are one stretch; the longer they are, the farther they may be apart."""
    gap = min(REACH, NEAR + GROWTH * (a.size + b.size))
    return b.i0 - a.i1 <= gap and a.i0 - b.i1 <= gap and b.j0 - a.j1 <= gap and a.j0 - b.j1 <= gap


def _extended(box: Box, a: list[str], b: list[str]) -> Box:
    """Let a stretch grow at both ends as long as the next words are the same."""
    i0, i1, j0, j1 = box
    while i0 and j0 and a[i0 - 1] == b[j0 - 1]:
        i0, j0 = i0 - 1, j0 - 1
    while i1 < len(a) and j1 < len(b) and a[i1] == b[j1]:
        i1, j1 = i1 + 1, j1 + 1
    return Box(i0, i1, j0, j1)


def _likeness(box: Box, a: list[str], b: list[str]) -> float:
    """Return how alike two stretches are, whatever their order, from 0 to 1."""
    return round(2 * _common(box, a, b).total() / (box.i1 - box.i0 + box.j1 - box.j0), 2)


def _common(box: Box, a: list[str], b: list[str]) -> Counter[str]:
    return Counter(a[box.i0 : box.i1]) & Counter(b[box.j0 : box.j1])


def _reworded(box: Box, a: list[str], b: list[str], scale: int) -> bool:
    """Tell whether a stretch is so long that a good share of common words makes it shared wording."""
    longer = max(box.i1 - box.i0, box.j1 - box.j0)
    return box.size >= LONG * scale and _common(box, a, b).total() >= LONG_SHARED * longer


def _told_alike(box: Box, a: list[str], b: list[str], scale: int) -> bool:
    """Tell whether a short stretch says nearly the same in the same order, and says something."""
    if box.size < SHORT * scale:
        return False
    telling = sum(count for key, count in _common(box, a, b).items() if key not in function_words())
    in_order = SequenceMatcher(None, a[box.i0 : box.i1], b[box.j0 : box.j1], autojunk=False).ratio()
    return telling >= SHORT_TELLING * scale and in_order >= SHORT_ALIKE


def _trimmed(box: Box, a: list[str], b: list[str]) -> Box:
    """Cut off at both ends what only one text says, and words that agree by chance beyond it."""
    matcher = SequenceMatcher(None, a[box.i0 : box.i1], b[box.j0 : box.j1], autojunk=False)
    runs = [
        Box(box.i0 + i, box.i0 + i + size, box.j0 + j, box.j0 + j + size)
        for i, j, size in matcher.get_matching_blocks()
        if size
    ]
    while len(runs) > 1 and _apart(runs[0], runs[1]) > runs[0].size:
        runs.pop(0)
    while len(runs) > 1 and _apart(runs[-2], runs[-1]) > runs[-1].size:
        runs.pop()
    return Box(runs[0].i0, runs[-1].i1, runs[0].j0, runs[-1].j1)


def _apart(a: Box, b: Box) -> int:
    return max(b.i0 - a.i1, b.j0 - a.j1)


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
