"""Which format a file is in, by its name and its first bytes, and the reader for it."""

import re
from collections.abc import Callable
from pathlib import PurePath

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing import text

Reader = Callable[[bytes, str], list[Article]]


def _page(original: bytes, name: str) -> list[Article]:
    """Read a web page; what that takes is loaded only now."""
    from desktop_app.core.importing import html

    return html.read(original, name)


READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
}
# The first bytes of what is not text, whatever its name says.
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word or LibreOffice document or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
_LOOKS_LIKE_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


def read(original: bytes, name: str) -> list[Article]:
    """Read the articles in an original; raises UnreadableFile with a sentence saying why it cannot be."""
    if not original.strip():
        raise UnreadableFile("empty", f"“{name}” is empty. Check whether it was saved completely.")
    reader = _reader(original, name)
    try:
        return reader(original, name)
    except UnreadableFile:
        raise
    except Exception as error:  # whatever a damaged file does to a parser, it costs only that file
        message = f"“{name}” is damaged, so no text could be read from it. Try to save or download it again."
        raise UnreadableFile("damaged", message) from error


def _reader(original: bytes, name: str) -> Reader:
    suffix = PurePath(name).suffix.lower()
    what = next((what for signature, what in _SIGNATURES.items() if original.startswith(signature)), None)
    if what and suffix in READERS:
        message = f"“{name}” is {what}, although its name says otherwise. Save it as a web page or as plain text."
        raise UnreadableFile("binary", message)
    if suffix in READERS:
        return READERS[suffix]
    if not what and _LOOKS_LIKE_PAGE.search(original[:4096]):
        return _page
    if not what and not suffix:
        return text.read
    kind = what or (f"a file of the kind “{suffix}”")
    message = (
        f"“{name}” is {kind}, which cannot be read yet. Save it as a web page (.html) or as plain text (.txt)."
    )
    raise UnreadableFile("unsupported", message)
