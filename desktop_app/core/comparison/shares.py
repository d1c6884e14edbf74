"""How much of its wording a report has in common with another: the words that both have where they share text.

A passage may be told anew, with a third of its words exchanged: that its stretches belong together makes not all
of their words the same.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from desktop_app.core.analysis.passages import Range, Wording
from desktop_app.core.analysis.words import Word
from desktop_app.core.comparison.passage_rows import Passage

Stretches = tuple[Range, Range]  # that belong together, in the one text and in the other


def shares(wordings: Sequence[Wording], passages: Sequence[Passage]) -> tuple[tuple[float, ...], ...]:
    """Return for each pair of articles the share of the words of the first that the second has too."""
    places: list[list[list[Stretches]]] = [[[] for _ in wordings] for _ in wordings]
    for passage in passages:
        for ours, theirs in (passage.spans, passage.spans[::-1]):
            places[ours.article][theirs.article].append(((ours.start, ours.end), (theirs.start, theirs.end)))
    return tuple(
        tuple(share(ours, theirs, found) for theirs, found in zip(wordings, row, strict=True))
        for ours, row in zip(wordings, places, strict=True)
    )


def share(ours: Wording, theirs: Wording, places: Sequence[Stretches]) -> float:
    """Return the share of our words that theirs has too in some stretches of both, in thousandths rounded down.

    It is never 0 where there is such a word.
    """
    common = in_common(ours, theirs, places)
    return max(1, 1000 * common // len(ours.words)) / 1000 if common else 0.0


def in_common(ours: Wording, theirs: Wording, places: Sequence[Stretches]) -> int:
    """Return how many of our words theirs has too in some stretches of both."""
    return len({start for place in places for start in _in_both(ours, theirs, place)})


def _in_both(ours: Wording, theirs: Wording, place: Stretches) -> list[int]:
    """Return where the words of our stretch start that theirs has too, each as often as both have it."""
    left = Counter(word.key for word in _words(theirs, place[1]))
    found = []
    for word in _words(ours, place[0]):
        if left[word.key]:
            left[word.key] -= 1
            found.append(word.start)
    return found


def _words(wording: Wording, stretch: Range) -> Sequence[Word]:
    first, last = (bisect_left(wording.words, at, key=lambda word: word.start) for at in stretch)
    return wording.words[first:last]
