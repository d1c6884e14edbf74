"""The text of a query with a name asked for in other spellings: what is searched is always what is written."""

import re
from collections.abc import Collection, Iterable, Iterator

from desktop_app.core.search.pieces import Piece, is_loud, pieces
from desktop_app.core.search.query import Name
from desktop_app.core.search.stems import ENGLISH, light_words

MOST_WORDS = 8  # of a query whose names are pointed out; a pasted headline is full of them
LONGEST_NAME = 3  # words
_WITH_CAPITAL = re.compile(r"(?:\w{1,3}[-'’ʿ])?[^\W\d_a-z][\w'’ʿ-]*[^\W\d_A-Z]")
_WITHOUT_CASE = re.compile(r"[\u0590-\u06ff]{3,}")


def respelt(text: str, name: Name, without: Collection[str]) -> str:
    """Return a query that asks for one of its names in any spelling but some."""
    written = _written(name.written)
    unwanted = "".join(f" -{_written(spelling)}" for spelling in sorted(without))
    return _replaced(text, name.at, f"name:({written}{unwanted})" if unwanted else f"name:{written}")


def exactly(text: str, name: Name) -> str:
    """Return a query that asks for one of its names just as it is written."""
    return _replaced(text, name.at, f'"{name.written}"')


def names_asked(text: str) -> list[tuple[str, str]]:
    """Return what looks like a name in a short query, each with the query that asks for any spelling of it."""
    if len(text.split()) > MOST_WORDS or is_loud(text):
        return []
    found = [(name, text[slice(*name)].strip('"“”„')) for name in _names(text)]
    return [
        (said, _replaced(text, at, f"name:{_written(said)}"))
        for at, said in found
        if len(said.split()) <= LONGEST_NAME
    ]


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Give where names stand in a query; words with capitals that follow each other are one."""
    start = end = -1
    for piece in [*_free(pieces(text)), Piece("end", "")]:
        named = _is_name(piece)
        joined = named and piece.kind == "run" and 0 <= end < piece.start and text[end : piece.start].isspace()
        if start >= 0 and not joined:
            yield start, end
            start = end = -1
        if named:
            start = start if joined else piece.start
            end = piece.start + len(_bare(piece)) if piece.kind == "run" else piece.end


def _free(found: Iterable[Piece]) -> Iterator[Piece]:
    """Give the pieces of a query that stand neither in a field nor after a minus."""
    depth = 0  # of brackets, the outermost of which stands so
    before = ""
    for piece in found:
        if depth or before in ("field", "not"):
            depth = max(0, depth + (piece.kind == "open") - (piece.kind == "close"))
        elif piece.kind not in ("field", "not"):
            yield piece
        before = piece.kind


def _is_name(piece: Piece) -> bool:
    """Tell whether a piece of a query is written like a name."""
    if piece.kind not in ("run", "phrase"):
        return False
    words = _bare(piece).split()
    small = light_words(frozenset({ENGLISH}))
    return bool(words) and all(
        _WITHOUT_CASE.fullmatch(word) or (_WITH_CAPITAL.fullmatch(word) and word.casefold() not in small)
        for word in words
    )


def _bare(piece: Piece) -> str:
    """Return a piece without the sign that ends a sentence."""
    return piece.text.rstrip(".?!:؟")


def _written(name: str) -> str:
    """Return a name as it stands after name: or a minus."""
    return name if re.fullmatch(r"[\w'’ʿ-]+", name) and not name.startswith("-") else f'"{name}"'


def _replaced(text: str, at: tuple[int, int], by: str) -> str:
    return text[: at[0]] + by + text[at[1] :]
