"""The words a PDF page draws and where it draws them, each turned so that its letters stand upright."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from desktop_app.core.importing.pdf.words import (
    DRAWN,
    FAKE_BOLD,
    GUESSED,
    Glyph,
    Style,
    Word,
    is_elsewhere,
    upright,
    words,
)

MOST_GLYPHS = 200_000  # on one page; a full page of a newspaper has 30,000
SNAP = 3  # degrees from upright that a scan may be askew
INVISIBLE = 3  # the text rendering mode of letters that are only there to be found
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢"}  # of the fonts Symbol and Wingdings
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # what pdfium makes of a hyphen at the end of a line
_SPACES = {0x09, 0x20, 0xA0, 0x0D, 0x0A, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000}
_NOTHING = {0xFEFF, 0x2060, 0x200E, 0x200F, *range(0x202A, 0x202F)}
_NO_LETTERS = {*range(0x20), 0x7F, 0xFFFD, 0xFFFF} - set(_HYPHENS)  # what stands for glyphs without a name


@dataclass
class View:
    """The words of a page that are read at one angle; `shown` is False for what lies off the page."""

    words: list[Word]
    shown: bool = True

    @property
    def letters(self) -> int:
        """How many letters its words have."""
        return sum(len(word.text) for word in self.words)


@dataclass
class PageWords:
    """What a page holds, the angle most is read at first; pictures are (left, bottom, right, top)."""

    views: list[View]
    height: float
    glyphs: int = 0
    unknown: int = 0  # glyphs of which the file does not say which letters they are
    invisible: int = 0
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def page_words(page: pdfium.PdfPage) -> PageWords:
    """Read the words of a page."""
    text = page.get_textpage()
    try:
        return _Reading(page, text).result()
    finally:
        text.close()


class _Reading:
    """One reading of one page, glyph by glyph."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self._text = text.raw
        self._count = min(text.count_chars(), MOST_GLYPHS)
        self._crop = page.get_cropbox()
        self._styles: dict[int, Style] = {}
        self._found = PageWords([], 0.0)
        self._page = page

    def result(self) -> PageWords:
        views: dict[tuple[bool, int], View] = {}
        seen: set[tuple[str, int, int, int]] = set()
        for place, (key, word) in enumerate(self._placed()):
            word.place = place
            if not _was_drawn(word, key[1], seen):
                views.setdefault(key, View([], key[0])).words.append(word)
        order = sorted(views, key=lambda key: (not key[0], -views[key].letters))
        for key in order:
            low, high = self._reach(key[1])
            for word in views[key].words:
                word.base -= low
            if key == order[0]:
                self._found.height = high - low
        self._found.views = [views[key] for key in order]
        if not order or order[0] == (True, 0):
            self._found.pictures = _pictures(self._page, self._crop[1])
        return self._found

    def _reach(self, angle: int) -> tuple[float, float]:
        """Return how far down and up the page reaches when it is turned by an angle."""
        left, bottom, right, top = self._crop
        turn = math.radians(angle)
        heights = [y * math.cos(turn) - x * math.sin(turn) for x in (left, right) for y in (bottom, top)]
        return min(heights), max(heights)

    def _placed(self) -> Iterator[tuple[tuple[bool, int], Word]]:
        run: list[Glyph] = []
        key = (True, 0)
        for glyph, its_key in self._glyphs():
            if run and (its_key != key or is_elsewhere(run[-1], glyph)):
                yield from ((key, word) for word in words(run))
                run = []
            run.append(glyph)
            key = its_key
        yield from ((key, word) for word in words(run))

    def _glyphs(self) -> Iterator[tuple[Glyph, tuple[bool, int]]]:
        """Yield the glyphs in the order of drawing, each telling what space is before it."""
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        left, bottom, right, top = self._crop
        spaced = 0
        for index in range(self._count):
            code = raw.FPDFText_GetUnicode(self._text, index)
            if code in _SPACES:
                guessed = raw.FPDFText_IsGenerated(self._text, index) == 1
                spaced = max(spaced, GUESSED if guessed else DRAWN)
                continue
            if code in _NOTHING:
                continue
            raw.FPDFText_GetCharOrigin(self._text, index, x, y)
            raw.FPDFText_GetLooseCharBox(self._text, index, box)
            style = self._style(index)
            letters = self._letters(code, index)
            self._found.glyphs += 1
            self._found.invisible += style.invisible
            shown = left - 1 <= x.value <= right + 1 and bottom - 1 <= y.value <= top + 1
            middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            glyph = upright(letters, (x.value, y.value), middle, style)
            glyph.spaced, spaced = spaced, 0
            yield glyph, (shown, style.angle + 360 * style.mirrored)

    def _letters(self, code: int, index: int) -> str:
        if code in _NO_LETTERS or raw.FPDFText_HasUnicodeMapError(self._text, index) == 1:
            self._found.unknown += 1
            return "\ufffd" if code in _NO_LETTERS else chr(code)
        if 0x80 <= code < 0xA0:  # given by their old numbers
            return bytes([code]).decode("cp1252", "replace")
        return _HYPHENS.get(code) or _BULLETS.get(code) or chr(code)

    def _style(self, index: int) -> Style:
        drawn_by = raw.FPDFText_GetTextObject(self._text, index)
        address = ctypes.addressof(drawn_by.contents) if drawn_by else 0
        style = self._styles.get(address)
        if style is None or not address:
            style = self._styles[address] = self._style_of(drawn_by, index)
        return style

    def _style_of(self, drawn_by: "ctypes._Pointer[ctypes.Structure]", index: int) -> Style:
        matrix, size = raw.FS_MATRIX(), raw.FPDFText_GetFontSize(self._text, index)
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        area = matrix.a * matrix.d - matrix.b * matrix.c
        along = math.copysign(size, size * area)  # what is mirrored is drawn backwards
        # by the line the letters stand on, since letters may be slanted
        degrees = math.degrees(math.atan2(matrix.b * along, matrix.a * along))
        height = abs(size * area) / max(math.hypot(matrix.a, matrix.b), 0.001)
        slant = (matrix.a * matrix.c + matrix.b * matrix.d) / (area or 1)
        quarter = round(degrees / 90) * 90
        angle = (quarter if abs(degrees - quarter) <= SNAP else round(degrees)) % 360
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn_by) if drawn_by else 0
        font = raw.FPDFTextObj_GetFont(drawn_by) if drawn_by else None
        return Style(max(height, 0.1), angle, _is_bold(font), mode == INVISIBLE, area < 0, slant)


def _is_bold(font: "ctypes._Pointer[ctypes.Structure] | None") -> bool:
    if not font:
        return False
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    return raw.FPDFFont_GetWeight(font) >= 600 or any(
        word in name.value.lower() for word in (b"bold", b"black", b"heavy")
    )


def _was_drawn(word: Word, angle: int, seen: set[tuple[str, int, int, int]]) -> bool:
    """Tell whether a word was drawn at its place before, as some programs do to make it look bold, and note it."""
    cells = {
        (
            word.text,
            angle,
            round(word.left / word.size / FAKE_BOLD + off),
            round(word.base / word.size / FAKE_BOLD + up),
        )
        for off in (-0.5, 0.5)
        for up in (-0.5, 0.5)
    }
    if not seen.isdisjoint(cells):
        return True
    seen |= cells
    return False


def _pictures(page: pdfium.PdfPage, bottom: float) -> list[tuple[float, float, float, float]]:
    found = [picture.get_bounds() for picture in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)]
    return [(left, low - bottom, right, high - bottom) for left, low, right, high in found]
