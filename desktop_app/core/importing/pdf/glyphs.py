"""The words a PDF page draws and where it draws them, each turned so that its letters stand upright."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from desktop_app.core.importing.pdf.words import DRAWN, GUESSED, Glyph, Style, Word, is_elsewhere, upright, words

MOST_GLYPHS = 200_000  # on one page; a full page of a newspaper has 30,000
SNAP = 3  # degrees from upright that a scan may be askew
FAKE_BOLD = 0.1  # of the type size by which a second drawing of a letter may be off
INVISIBLE = 3  # the text rendering mode of letters that are only there to be found
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢"}  # of the fonts Symbol and Wingdings
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # what pdfium makes of a hyphen at the end of a line
_SPACES = {0x09, 0x20, 0xA0, 0x0D, 0x0A, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000}
_NOTHING = {0xFEFF, 0x2060, *range(0x01, 0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F)} - {0x02}


@dataclass
class View:
    """The words of a page that are read at one angle; `shown` is False for what lies off the page."""

    words: list[Word]
    shown: bool = True


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
        # by letters and rough place: the places where they stand, and which command drew them
        self._seen: dict[tuple[str, int, int], list[tuple[float, float, int]]] = {}
        self._found = PageWords([], 0.0)
        self._page = page

    def result(self) -> PageWords:
        views: dict[tuple[bool, int], View] = {}
        letters: dict[tuple[bool, int], int] = {}
        for place, (key, word) in enumerate(self._placed()):
            word.place = place
            views.setdefault(key, View([], key[0])).words.append(word)
            letters[key] = letters.get(key, 0) + len(word.text)
        order = sorted(views, key=lambda key: (not key[0], -letters[key]))
        for key in order:
            low, high = self._reach(key[1])
            for word in views[key].words:
                word.base -= low
            if key == order[0]:
                self._found.height = high - low
        self._found.views = [views[key] for key in order]
        if not order or order[0] == (True, 0):
            bottom = self._crop[1]
            self._found.pictures = [
                (x, y - bottom, right, top - bottom) for x, y, right, top in _pictures(self._page)
            ]
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
            drawn_by, style = self._style(index)
            letters = self._letters(code, index)
            if self._is_second(letters, x.value, y.value, drawn_by, style):
                continue
            self._found.glyphs += 1
            self._found.invisible += style.invisible
            shown = left - 1 <= x.value <= right + 1 and bottom - 1 <= y.value <= top + 1
            middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            glyph = upright(letters, (x.value, y.value), middle, style)
            glyph.spaced, spaced = spaced, 0
            yield glyph, (shown, style.angle + 360 * style.mirrored)

    def _letters(self, code: int, index: int) -> str:
        if code == 0 or (code in (0xFFFD, 0xFFFF) or raw.FPDFText_HasUnicodeMapError(self._text, index) == 1):
            self._found.unknown += 1
            return chr(code) if code and code != 0xFFFF else "\ufffd"
        return _HYPHENS.get(code) or _BULLETS.get(code) or chr(code)

    def _is_second(self, letters: str, x: float, y: float, drawn_by: int, style: Style) -> bool:
        """Tell whether a letter was drawn here before, as some programs do to make it look bold."""
        size = style.size
        room = FAKE_BOLD * size
        columns = {int((x - room) // size), int((x + room) // size)}
        rows = {int((y - room) // size), int((y + room) // size)}
        for cell in ((letters, column, row) for column in columns for row in rows):
            for its_x, its_y, by in self._seen.get(cell, ()):
                if by != drawn_by and abs(its_x - x) <= room and abs(its_y - y) <= room:
                    return True
        self._seen.setdefault((letters, int(x // size), int(y // size)), []).append((x, y, drawn_by))
        return False

    def _style(self, index: int) -> tuple[int, Style]:
        drawn_by = raw.FPDFText_GetTextObject(self._text, index)
        address = ctypes.addressof(drawn_by.contents) if drawn_by else 0
        style = self._styles.get(address)
        if style is None or not address:
            style = self._styles[address] = self._style_of(drawn_by, index)
        return address, style

    def _style_of(self, drawn_by: "ctypes._Pointer[ctypes.Structure]", index: int) -> Style:
        matrix, size = raw.FS_MATRIX(), raw.FPDFText_GetFontSize(self._text, index)
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        up_x, up_y = matrix.c * size, matrix.d * size
        degrees = math.degrees(math.atan2(-up_x, up_y))
        quarter = round(degrees / 90) * 90
        angle = (quarter if abs(degrees - quarter) <= SNAP else round(degrees)) % 360
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn_by) if drawn_by else 0
        font = raw.FPDFTextObj_GetFont(drawn_by) if drawn_by else None
        mirrored = matrix.a * matrix.d < matrix.b * matrix.c
        return Style(max(math.hypot(up_x, up_y), 0.1), angle, _is_bold(font), mode == INVISIBLE, mirrored)


def _is_bold(font: "ctypes._Pointer[ctypes.Structure] | None") -> bool:
    if not font:
        return False
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    return raw.FPDFFont_GetWeight(font) >= 600 or any(
        word in name.value.lower() for word in (b"bold", b"black", b"heavy")
    )


def _pictures(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    return [found.get_bounds() for found in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)]
