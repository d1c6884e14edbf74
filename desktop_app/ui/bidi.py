"""Text that runs from the right inside text that runs from the left, and the other way round."""

import re
import unicodedata
from collections.abc import Iterable

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
QUOTED = re.compile("“[^“”]+”")
TURNED = str.maketrans("“”", "”“")  # these marks are not mirrored: the one that opens at the right is ”


def isolated(text: str) -> str:
    """Return a name that may be put into a line of another direction without moving its neighbours."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if any(map(_from_the_right, text)) else text


def quoting(sentence: str) -> str:
    """Return a sentence like “given to “X”, “Y”” or “speaker: X said” with the words of texts set apart in it."""
    found = QUOTED.sub(lambda match: _apart(match.group()), sentence)
    lead, colon, rest = sentence.partition(": ")
    return found if found != sentence else f"{lead}{colon}{_apart(rest)}"


def joined(pieces: Iterable[str]) -> str:
    """Return the pieces that are not empty in one line, each in its place whatever the direction of the others."""
    found = [piece for piece in pieces if piece]
    if any(map(_from_the_right, "".join(found))):
        found = [f"{FIRST_STRONG_ISOLATE}{piece}{POP_ISOLATE}" for piece in found]
    return " · ".join(found)


def runs_from_the_right(text: str) -> bool:
    """Tell whether a text is read from the right: whether its first letter is."""
    letters = (char for char in text if unicodedata.bidirectional(char) in ("L", "R", "AL"))
    return _from_the_right(next(letters, ""))


def _apart(words: str) -> str:
    return isolated(words.translate(TURNED) if runs_from_the_right(words) else words)


def _from_the_right(char: str) -> bool:
    return bool(char) and unicodedata.bidirectional(char) in ("R", "AL")
