"""Which boxes are shared wording: long enough for how alike they are, and cut where that ends."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop_app.core.analysis.passages.boxes import Box
from desktop_app.core.analysis.words import function_words

SHORT, SHORT_ALIKE, SHORT_TELLING = 9, 0.8, 6  # words, likeness in order, telling words in common
REWORDED, TELLING = 20, 15  # words, and telling words in common, of a reworded copy;
SHORTER, LONGER = 0.5, 0.3  # shares of the words of its shorter and its longer side that are in common
COPIED, MOSTLY = 20, 0.5  # words of a run that was copied; share of a box above which it is but a copy


def judged(box: Box, a: Sequence[str], b: Sequence[str], copied: Sequence[Box], scale: int) -> Box | None:
    """Return the part of a box that is shared wording; `copied` are the sorted runs of SHORT words and more."""
    box = _extended(box, a, b)
    if core := _core(box, copied):
        return _extended(core, a, b)
    if _reworded(box, a, b, scale):
        return box
    if box.size >= SHORT * scale:
        box = _trimmed(box, a, b)
        if _told_alike(box, a, b, scale):
            return box
    return None


def _extended(box: Box, a: Sequence[str], b: Sequence[str]) -> Box:
    """Let a stretch grow at both ends as long as the next words are the same."""
    i0, i1, j0, j1 = box
    while i0 and j0 and a[i0 - 1] == b[j0 - 1]:
        i0, j0 = i0 - 1, j0 - 1
    while i1 < len(a) and j1 < len(b) and a[i1] == b[j1]:
        i1, j1 = i1 + 1, j1 + 1
    return Box(i0, i1, j0, j1)


def likeness(box: Box, a: Sequence[str], b: Sequence[str]) -> float:
    """Return how alike two stretches are, whatever their order, from 0 to 1."""
    return round(2 * _common(box, a, b).total() / (box.i1 - box.i0 + box.j1 - box.j0), 2)


def _common(box: Box, a: Sequence[str], b: Sequence[str]) -> Counter[str]:
    return Counter(a[box.i0 : box.i1]) & Counter(b[box.j0 : box.j1])


def _core(box: Box, copied: Sequence[Box]) -> Box | None:
    """Return what of a box was copied word for word, if that is most of it, without what is loosely alike."""
    first, last = bisect_left(copied, (box.i0,)), bisect_left(copied, (box.i1,))
    within = [run for run in copied[first:last] if run.within(box)]
    if not within or sum(run.size for run in within if run.size >= COPIED) < MOSTLY * box.size:
        return None
    core, *others = sorted(within, key=lambda run: (-run.size, run.i0 + run.j0))
    for run in others:
        if (core.i0 <= run.i0 and run.i1 <= core.i1) == (core.j0 <= run.j0 and run.j1 <= core.j1):
            core = core.with_(run)  # else it stands in the core and is repeated outside of it
    return core


def _reworded(box: Box, a: Sequence[str], b: Sequence[str], scale: int) -> bool:
    """Tell whether a stretch is so long, with so many words in common, that it is told anew from the other."""
    common = _common(box, a, b)
    shorter, longer = sorted((box.i1 - box.i0, box.j1 - box.j0))
    return (
        shorter >= REWORDED * scale
        and common.total() >= max(SHORTER * shorter, LONGER * longer)
        and _telling(common) >= TELLING * scale
    )


def _told_alike(box: Box, a: Sequence[str], b: Sequence[str], scale: int) -> bool:
    """Tell whether a short stretch says nearly the same in the same order, and says something."""
    if box.size < SHORT * scale:
        return False
    in_order = SequenceMatcher(None, a[box.i0 : box.i1], b[box.j0 : box.j1], autojunk=False).ratio()
    return _telling(_common(box, a, b)) >= SHORT_TELLING * scale and in_order >= SHORT_ALIKE


def _telling(common: Counter[str]) -> int:
    return sum(count for key, count in common.items() if key not in function_words())


def _trimmed(box: Box, a: Sequence[str], b: Sequence[str]) -> Box:
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
