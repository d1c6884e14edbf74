"""The paragraphs of a report, and a passage over several of them taken apart: a row is one matter."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop_app.core.analysis.words import Word, words
from desktop_app.core.article import Article

BLANK_LINE = re.compile(r"\n\s*\n")
ALIKE = 0.5  # the share of the shorter paragraph's words that two paragraphs must have in common to be one matter
FEWEST_WORDS = 5  # a row of fewer would show nothing

Range = tuple[int, int]


def paragraphs(article: Article) -> list[Range]:
    """Return the stretches of the body that are paragraphs; all its text lies in one of them."""
    found = []
    for part in article.parts:
        if part.role == "body":
            breaks = [match.span() for match in BLANK_LINE.finditer(article.text, part.start, part.end)]
            starts = [part.start, *(end for _, end in breaks)]
            ends = [*(start for start, _ in breaks), part.end]
            found += [piece for piece in zip(starts, ends, strict=True) if article.text[slice(*piece)].strip()]
    return found


def taken_apart(first: Article, a: Range, second: Article, b: Range) -> list[tuple[Range, Range]]:
    """Return a passage as pairs of stretches that begin and end with paragraphs, in the order of the first text.

    Paragraphs that one report has joined or divided stay together. A passage inside one paragraph stays whole.
    """
    pieces_a, pieces_b = _pieces(first, a), _pieces(second, b)
    if len(pieces_a) < 2 and len(pieces_b) < 2:
        return [(a, b)]
    words_a = [words(first.text, *piece) for piece in pieces_a]
    words_b = [words(second.text, *piece) for piece in pieces_b]
    pairs = [
        (pieces_a[i0][0], pieces_a[i1][1], pieces_b[j0][0], pieces_b[j1][1])
        for i0, i1, j0, j1 in _groups(_common(words_a, words_b), words_a, words_b)
    ]
    return [((a0, a1), (b0, b1)) for a0, a1, b0, b1 in pairs] or [(a, b)]


def _pieces(article: Article, whole: Range) -> list[Range]:
    """Return the parts of a stretch that lie in different paragraphs."""
    cut = [(max(start, whole[0]), min(end, whole[1])) for start, end in paragraphs(article)]
    return [(start, end) for start, end in cut if start < end]


def _common(a: Sequence[Sequence[Word]], b: Sequence[Sequence[Word]]) -> Counter[tuple[int, int]]:
    """Return how many words each pair of paragraphs has in common, in order."""
    places_a = [(word.key, i) for i, paragraph in enumerate(a) for word in paragraph]
    places_b = [(word.key, j) for j, paragraph in enumerate(b) for word in paragraph]
    matcher = SequenceMatcher(None, [key for key, _ in places_a], [key for key, _ in places_b], autojunk=False)
    common: Counter[tuple[int, int]] = Counter()
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            common[places_a[block.a + step][1], places_b[block.b + step][1]] += 1
    return common


def _groups(
    common: Counter[tuple[int, int]], a: Sequence[Sequence[Word]], b: Sequence[Sequence[Word]]
) -> list[tuple[int, int, int, int]]:
    """Return runs of paragraphs that belong together: from, to in the first and in the second text."""
    groups: list[tuple[int, int, int, int]] = []
    for (i, j), count in sorted(common.items()):
        if count < max(FEWEST_WORDS, ALIKE * min(len(a[i]), len(b[j]))):
            continue
        if groups and (i <= groups[-1][1] or j <= groups[-1][3]):
            i0, i1, j0, j1 = groups[-1]
            groups[-1] = (i0, max(i1, i), min(j0, j), max(j1, j))
        else:
            groups.append((i, i, j, j))
    return groups
