"""Seeds: a few words that two texts have in a row, or close together in any order."""

from collections import defaultdict
from collections.abc import Iterator

from desktop_app.core.analysis.passages.boxes import Box, runs
from desktop_app.core.analysis.words import function_words

ROW = 4  # words in a row that make a seed
TELLING = ((0, 1, 2), (0, 1, 3), (0, 2, 3), (0, 1, 4), (0, 3, 4))  # which of five telling words make one, any order
TELLING_WITHIN = 10  # words between the first and the last of them
UNSPACED_ROW = 6  # the same for characters of a script without spaces

TOO_COMMON = 8  # a seed that is this often in a text tells nothing
MOST_SEEDS = 300_000  # more than two texts of 30,000 words with nothing but shared wording have

Range = tuple[int, int]


def seeds(a: list[str], b: list[str], scale: int) -> list[Box]:
    """Return where both texts have the same few words; what is common in either is left out."""
    here: defaultdict[tuple[str, ...], list[Range]] = defaultdict(list)
    there: defaultdict[tuple[str, ...], list[Range]] = defaultdict(list)
    both = set(a).intersection(b)
    for key, start, end in _groups(a, scale, both):
        here[key].append((start, end))
    for key, start, end in _groups(b, scale, both):
        if key in here:
            there[key].append((start, end))
    cap = TOO_COMMON
    counts = [(len(here[key]), len(places)) for key, places in there.items()]
    while cap > 1 and sum(x * y for x, y in counts if max(x, y) <= cap) > MOST_SEEDS:
        cap //= 2
    return runs(
        Box(*place, *other)
        for key, places in there.items()
        if max(len(places), len(here[key])) <= cap
        for place in here[key]
        for other in places
    )


def _groups(keys: list[str], scale: int, both: set[str]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield the few words that may be a seed, all of them in `both` texts, with where they begin and end."""
    row = ROW if scale == 1 else UNSPACED_ROW
    shared = 0
    for end, key in enumerate(keys, 1):
        shared = shared + 1 if key in both else 0
        if shared >= row:
            yield tuple(keys[end - row : end]), end - row, end
    if scale > 1:
        return
    plain = function_words()
    telling = [(i, key, key in both) for i, key in enumerate(keys) if key not in plain]
    for k, (first, key, known) in enumerate(telling):
        for _, one, other in TELLING if known else ():
            if k + other < len(telling) and telling[k + one][2] and telling[k + other][2]:
                last = telling[k + other][0]
                if last - first <= TELLING_WITHIN:
                    yield tuple(sorted((key, telling[k + one][1], telling[k + other][1]))), first, last + 1
