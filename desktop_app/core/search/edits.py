"""Words that differ by a letter or two, found in a sorted list without looking at each of its words."""

from bisect import bisect_left
from collections.abc import Sequence

Row = list[int]


def within(words: Sequence[str], word: str, most: int) -> dict[str, int]:
    """Return the words at most so many edits from a word, each with their number.

    An edit adds, drops or changes a letter, or swaps two neighbours. `words` is sorted; it is walked like a tree
    of beginnings, and a beginning that cannot come near the word any more is left with all that begin so.
    """
    found: dict[str, int] = {}
    rows: list[Row] = [list(range(len(word) + 1))]
    at, before = 0, ""
    while at < len(words):
        other = words[at]
        same = _shared(before, other, len(rows) - 1)
        del rows[same + 1 :]
        dead = _extend(rows, word, other, most)
        if dead is not None:
            at = bisect_left(words, _after(other[:dead]), at + 1)
            before = other[: len(rows) - 1]
            continue
        if rows[-1][-1] <= most:
            found[other] = rows[-1][-1]
        before = other
        at += 1
    return found


def distance(one: str, other: str, most: int) -> int | None:
    """Return how many edits part two words, None when more than `most`."""
    return within([other], one, most).get(other)


def _extend(rows: list[Row], word: str, other: str, most: int) -> int | None:
    """Add a row for each further letter; return the length of a beginning that leads nowhere, else None."""
    for at in range(len(rows) - 1, len(other)):
        row = _row(rows, word, other[: at + 1])
        if min(row) > most:
            return at + 1
        rows.append(row)
    return None


def _row(rows: list[Row], word: str, beginning: str) -> Row:
    """Return the edits from each beginning of the word to this beginning."""
    above, letter = rows[-1], beginning[-1]
    row = [above[0] + 1]
    for at, own in enumerate(word):
        edits = min(above[at + 1] + 1, row[at] + 1, above[at] + (own != letter))
        if at and len(rows) > 1 and own == beginning[-2] and word[at - 1] == letter:
            edits = min(edits, rows[-2][at - 1] + 1)
        row.append(edits)
    return row


def _shared(one: str, other: str, most: int) -> int:
    """Return the length of the common beginning, `most` at most."""
    length = 0
    for first, second in zip(one[:most], other, strict=False):
        if first != second:
            break
        length += 1
    return length


def _after(beginning: str) -> str:
    """Return the first text that sorts after all that begin so."""
    return beginning[:-1] + chr(min(ord(beginning[-1]) + 1, 0x10FFFF))
