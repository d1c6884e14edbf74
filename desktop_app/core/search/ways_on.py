"""Ways on from a search that finds nothing: the same search with one thing less, or less strict."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.core.search.pieces import QUOTES, Piece, pieces
from desktop_app.core.search.words import words

MOST = 8  # things in a search, from which on it is not taken apart
SHORTEST = 4  # letters of a word, and of a beginning
_ADDRESS = re.compile(
    r"[^/]*://[^/]*|(?:\.\w{2,5})?[?#].*|\.\w{2,5}$", re.DOTALL
)  # what of an address says nothing of the article


class Way(NamedTuple):
    """What is done to a search, in words, and the search that comes of it."""

    said: str
    text: str


def ways_on(text: str) -> list[Way]:
    """Return other searches to try, none of which need find anything."""
    units = list(_units(pieces(text)))
    if len(units) == 1:
        return list(_less_strictly(text, *units[0]))
    if len(units) > MOST:
        return []
    return [Way(f"Without {text[start:end]}", _rest(text, start, end)) for start, end in units]


def _units(found: list[Piece]) -> Iterator[tuple[int, int]]:
    """Give where each thing stands that a search asks for: a word with its field, a bracket, words joined by OR."""
    start, end, depth = -1, -1, 0
    open_end = False  # whether what follows belongs to it
    for piece in found:
        if start >= 0 and not (depth or open_end or piece.kind == "or"):
            yield start, end
            start = -1
        if piece.kind == "and" and not depth:
            continue
        start = piece.start if start < 0 else start
        end = piece.end
        depth = max(0, depth + (piece.kind == "open") - (piece.kind == "close"))
        open_end = piece.kind in ("field", "not", "or")
    if start >= 0:
        yield start, end


def _rest(text: str, start: int, end: int) -> str:
    """Return a search without one thing in it, and without an AND that has lost its neighbour."""
    rest = " ".join(f"{text[:start]} {text[end:]}".split())
    return re.sub(r"^AND\s|\sAND$|\sAND(?=\sAND\s)", "", rest).strip()


def _less_strictly(text: str, start: int, end: int) -> Iterator[Way]:
    """Give ways to ask for the only thing of a search less strictly."""
    field, colon, asked = text[start:end].partition(":")
    if colon and field.lower() in ("title", "author", "source", "place"):
        yield Way("Anywhere in the articles", asked)
        return
    if colon and "/" not in asked:
        return
    found = [word.folded for word in words(_longest_part(text[start:end]))]
    telling = [word for word in found if len(word) >= SHORTEST - 1 and word.isalpha()]
    if len(found) > 1 and telling:
        yield Way("Its words, wherever they stand", " ".join(telling))
    elif len(found) == 1 and found[0].isalpha() and len(found[0]) >= SHORTEST:
        word = found[0]
        yield Way("Words that begin like it", f"{word[: max(SHORTEST, len(word) * 2 // 3)]}*")
        yield Way("Words a letter or two away", f"{word}~")
        yield Way("Names that sound like it", f"name:{word}")


def _longest_part(asked: str) -> str:
    """Return what is asked for without quotation marks; of an address the part that says most."""
    bare = asked.strip(QUOTES + " ")
    return max(_ADDRESS.sub("", bare).split("/"), key=len) if "/" in bare else bare
