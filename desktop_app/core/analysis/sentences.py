"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.core.analysis.words import word_list

# A full stop after these ends no sentence if a number follows: "No. 5", but "They said no. Then".
BEFORE_NUMBERS = frozenset(("art", "fig", "figs", "no", "nos", "p"))
# Words that begin a sentence rather than a name, as in "in the U.S. The army".
OPENERS = frozenset(
    (
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "but",
        "in",
        "on",
        "this",
        "that",
        "these",
        "there",
        "however",
    )
)

# German writes ordinals with a full stop: what stands before one, and what behind.
BEFORE_ORDINALS = re.compile(r"\b(?:vom|zum|zur|den|dem|der|im|die|das|seit|bis|ab)\s\d{1,2}$", re.IGNORECASE)
MONTHS = "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
BEHIND_ORDINALS = re.compile(rf"(?:{MONTHS}|jahrhunderts?)$", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]\.")

SPACED_END = r"(?<![.!?…])[.!?…؟۔।॥]+[\"”’»)\]]*(?=\s|$)"
UNSPACED_END = r"[。！？｡]+[”’」』）》\"]*"
END = re.compile(rf"(?P<spaced>{SPACED_END})|{UNSPACED_END}|(?P<blank>\n[^\S\n]*\n)")
LAST_WORD = re.compile(r"(?:\w+\.)*\w+$")
NEXT_WORD = re.compile(r"\s*[\"“‘«„(\[]*(\w*)")
LONGEST_WORD = 24  # characters looked back for an abbreviation


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the stretches of text[start:end] that are sentences, without the space between them.

    A blank line always ends a sentence; every character that is not space lies in exactly one.
    """
    end = len(text) if end is None else end
    found = []
    begin = start
    for stop in (*_ends(text, start, end), end):
        piece = text[begin:stop]
        if piece.strip():
            found.append((begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())))
        begin = stop
    return found


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the positions after which a new sentence begins."""
    for match in END.finditer(text, start, end):
        if match["spaced"] is None or _ends_sentence(text, match, end):
            yield match.end()


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether a mark followed by a space ends a sentence."""
    follows = NEXT_WORD.match(text, match.end(), end)
    after = follows[1] if follows else ""
    if after[:1].islower():
        return False
    if match.group() != ".":
        return True
    before = LAST_WORD.search(text, max(0, match.start() - LONGEST_WORD), match.start())
    if before is None:
        return True
    word = before.group()
    if word.isdigit() and _is_ordinal(text, match.start(), after):
        return False
    if len(word) == 1 and word.isalpha() and LETTER.match(text, match.end() + 1):
        return False  # z. B.
    if after.lower() in OPENERS and "." in word:
        return True
    if word.lower() in BEFORE_NUMBERS:
        return not after[:1].isdigit()
    return word.lower() not in _abbreviations() and not (len(word) == 1 and word.isalpha() and word.isupper())


def _is_ordinal(text: str, end: int, after: str) -> bool:
    """Tell “am 5. Juni” and “im 19. Jahrhundert”, whose full stop makes the number an ordinal."""
    before = BEFORE_ORDINALS.search(text, max(0, end - LONGEST_WORD), end)
    return BEHIND_ORDINALS.match(after) is not None or (before is not None and after[:1].isalpha())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word_list("abbreviations"))
