"""A PDF opened for reading, its pages as words, and the sentences for those that cannot be read."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.pdf.glyphs import PageWords, page_words
from desktop_app.core.importing.pdf.lines import Line, lines

MOST_PAGES = 2_000
MOST_GLYPHS = 3_000_000  # of a whole document, read in a minute
MOST_NOTES = 500  # on one page
_FILLED = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)  # what readers see as text, but is no text of the page
_PROTECTED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@dataclass
class Aside:
    """Lines that are read at another angle than most of their page, or lie off it."""

    lines: list[Line]
    letters: int
    shown: bool


@dataclass
class Page:
    """A page as lines, which take far less room than words; `pictures` as (left, bottom, right, top)."""

    lines: list[Line]
    asides: list[Aside]
    height: float
    glyphs: int = 0
    unknown: int = 0  # glyphs of which the file does not say which letters they are
    invisible: int = 0
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass
class Document:
    """What a PDF holds: its pages, None for one that cannot be read, and what it says about itself."""

    pages: list[Page | None]
    of: int  # pages in all
    about: dict[str, str] = field(default_factory=dict)
    language: str = ""
    attachments: int = 0


@contextmanager
def opened(original: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF and close it again; raises UnreadableFile where it is damaged or needs a password."""
    try:
        document = pdfium.PdfDocument(original)
    except pdfium.PdfiumError as error:
        if error.err_code in _PROTECTED:
            message = (
                f"“{name}” is protected by a password. Open it, print it to a PDF without one, and import that."
            )
            raise UnreadableFile("protected", message) from error
        raise _damaged(name) from error
    try:
        if not len(document):
            raise _damaged(name)
        document.init_forms()  # before the first page is loaded
        yield document
    finally:
        document.close()


def read_document(original: bytes, name: str) -> Document:
    """Read all words of a PDF; raises UnreadableFile where it is damaged or needs a password."""
    with opened(original, name) as document:
        found = Document([], len(document), document.get_metadata_dict(skip_empty=True))
        found.language = _language(document)
        found.attachments = document.count_attachments()
        glyphs = 0
        for number in range(min(len(document), MOST_PAGES)):
            page = _page(document, number)
            found.pages.append(page)
            glyphs += page.glyphs if page else 0
            if glyphs > MOST_GLYPHS:
                break
        if not any(found.pages):
            raise _damaged(name)
        return found


def _damaged(name: str) -> UnreadableFile:
    message = f"“{name}” is damaged, so no page of it could be read. Try to save or download it again."
    return UnreadableFile("damaged", message)


def _page(document: pdfium.PdfDocument, number: int) -> Page | None:
    try:
        page = document[number]
        if _has_filled(page):
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()  # what was flattened is seen only when the page is loaded anew
            page = document[number]
    except pdfium.PdfiumError:
        return None
    try:
        return _as_lines(page_words(page))
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()


def _as_lines(found: PageWords) -> Page:
    views = [Aside(lines(view.words), view.letters, view.shown) for view in found.views]
    main = views.pop(0).lines if views and views[0].shown else []
    return Page(main, views, found.height, found.glyphs, found.unknown, found.invisible, found.pictures)


def _has_filled(page: pdfium.PdfPage) -> bool:
    """Tell whether a form is filled in, or text is written upon the page."""
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, place)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in _FILLED:
            return True
    return False


def _language(document: pdfium.PdfDocument) -> str:
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 100:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
