"""From glyphs drawn side by side to words: upright, parted at spaces and gaps, their letters as they are spoken."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

GUESSED, DRAWN = 1, 2  # whether a space is there because pdfium thinks so, or because it was drawn
GAPS = (0.18, 0.1, 0.04)  # of the type size beyond what is usual between letters, from which a gap parts words
FEWEST_GAPS = 4  # between the letters of a line that tell whether it is spaced out
FAKE_BOLD = 0.1  # of the type size by which a second drawing may be off
BACK = 0.2  # of the type size; letters that run from left to right go back farther only to begin anew
FAR = 1.0  # times the type size; what is farther off is another run of letters


@dataclass(slots=True)
class Word:
    """Letters drawn side by side; in points from the lower left corner of the page as it is read.

    `place` counts the words of a page in the order in which they are drawn.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    place: int = 0


@dataclass(slots=True)
class Style:
    """What all glyphs drawn by one command have in common; `angle` in degrees."""

    size: float
    angle: int
    bold: bool
    invisible: bool
    mirrored: bool
    slant: float = 0.0  # how far to the right for each step up


@dataclass(slots=True)
class Glyph:
    """What one drawing puts on the page; `spaced` is the kind of space before it, 0 for none."""

    letters: str
    left: float
    right: float
    base: float
    style: Style
    spaced: int = 0


def upright(letters: str, origin: tuple[float, float], middle: tuple[float, float], style: Style) -> Glyph:
    """Turn a glyph so that its letters stand upright; the box around it is symmetrical to its advance."""
    (x, y), (mx, my) = origin, middle
    if style.angle:
        turn = math.radians(style.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        x, y, mx, my = x * cos + y * sin, y * cos - x * sin, mx * cos + my * sin, my * cos - mx * sin
    if style.mirrored:
        x, mx = -x, -mx
    end = x + 2 * (mx - x - style.slant * (my - y))
    return Glyph(letters, min(x, end), max(x, end), y, style)


def _is_twice(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a letter is drawn over itself by another command, as some programs do to make it look bold."""
    room = FAKE_BOLD * glyph.style.size
    same_place = abs(glyph.left - before.left) <= room and abs(glyph.base - before.base) <= room
    return glyph.letters == before.letters and glyph.style is not before.style and same_place


def _gap(before: Glyph, glyph: Glyph) -> float:
    """Return how far a glyph stands from the one drawn before it, in type sizes; negative where they overlap."""
    onward, back = glyph.left - before.right, before.left - glyph.right
    return (max(back, onward)) / max(before.style.size, glyph.style.size)


def is_elsewhere(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph was drawn in another line or column than the one before it."""
    size = max(before.style.size, glyph.style.size)
    if abs(glyph.base - before.base) > size / 2 or _gap(before, glyph) > FAR:
        return True
    return glyph.left < before.left - BACK * size and unicodedata.bidirectional(glyph.letters[0]) in ("L", "EN")


def words(run: Sequence[Glyph]) -> Iterator[Word]:
    """Part glyphs drawn along a line into words: by the spaces drawn, and by gaps wider than between letters."""
    run = [
        glyph for before, glyph in zip([None, *run], run, strict=False) if not (before and _is_twice(before, glyph))
    ]
    inner = [_gap(before, glyph) for before, glyph in pairwise(run) if glyph.spaced != DRAWN]
    usual = max(0.0, sorted(inner)[len(inner) // 4]) if len(inner) >= FEWEST_GAPS else 0.0
    word = list(run[:1])
    for before, glyph in pairwise(run):
        if _gap(before, glyph) > usual + GAPS[glyph.spaced]:
            yield _word(word)
            word = []
        word.append(glyph)
    if word:
        yield _word(word)


def _word(run: Sequence[Glyph]) -> Word:
    largest = max(run, key=lambda glyph: glyph.style.size)
    letters = [glyph.letters for glyph in run]
    if is_rtl("".join(letters)):
        letters = _spoken(run)
    bold = all(glyph.style.bold for glyph in run)
    left, right = min(glyph.left for glyph in run), max(glyph.right for glyph in run)
    return Word(_as_read("".join(letters)), left, right, largest.base, largest.style.size, bold)


def _spoken(run: Sequence[Glyph]) -> list[str]:
    """Return the letters of a word that runs from right to left in the order in which they are spoken.

    Letters drawn by one glyph come from pdfium in reverse.
    """
    groups = [list(group) for _, group in groupby(run, key=lambda glyph: (glyph.left, glyph.right))]
    for group in groups:
        if len(group) > 1 and not unicodedata.combining(group[-1].letters[0]):
            group.reverse()
    if run[-1].left > run[0].left:  # drawn from left to right, and left so
        groups.reverse()
    return [glyph.letters for group in groups for glyph in group]


def is_rtl(text: str) -> bool:
    """Tell whether the letters of a text run from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def _as_read(text: str) -> str:
    """Return a word with its ligatures and presentation forms taken apart into letters."""
    if text.isascii():
        return text
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = "".join(unicodedata.normalize("NFKC", c) if _is_form(ord(c)) else c for c in text)
    return unicodedata.normalize("NFC", text)


def _is_form(code: int) -> bool:
    return 0xFB00 <= code <= 0xFDFB or 0xFE70 <= code <= 0xFEFC
