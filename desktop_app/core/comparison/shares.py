"""How much of its wording a report has in common with another: the words that both have where they share text.

A passage may be told anew, with a third of its words exchanged: that its stretches belong together makes not all
of their words the same.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import floor

from desktop_app.core.analysis.passages import Wording
from desktop_app.core.analysis.words import Word
from desktop_app.core.comparison.passage_rows import Passage
from desktop_app.core.comparison.rows import Span


def shares(wordings: Sequence[Wording], passages: Sequence[Passage]) -> tuple[tuple[float, ...], ...]:
    """Return for each pair of articles the share of the words of the first that the second shares, rounded down."""
    common: list[list[set[int]]] = [[set() for _ in wordings] for _ in wordings]
    for passage in passages:
        for ours, theirs in (passage.spans, passage.spans[::-1]):
            common[ours.article][theirs.article].update(_in_common(wordings, ours, theirs))
    return tuple(
        tuple(floor(1000 * len(places) / len(ours.words)) / 1000 if places else 0.0 for places in row)
        for ours, row in zip(wordings, common, strict=True)
    )


def _in_common(wordings: Sequence[Wording], ours: Span, theirs: Span) -> list[int]:
    """Return where the words of our stretch start that theirs has too, each as often as both have it."""
    left = Counter(word.key for word in _words(wordings, theirs))
    found = []
    for word in _words(wordings, ours):
        if left[word.key]:
            left[word.key] -= 1
            found.append(word.start)
    return found


def _words(wordings: Sequence[Wording], span: Span) -> Sequence[Word]:
    words = wordings[span.article].words
    first, last = (bisect_left(words, at, key=lambda word: word.start) for at in (span.start, span.end))
    return words[first:last]
