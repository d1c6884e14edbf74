"""Exports of newspaper databases, which hold many articles a file, told by the databases' own marks."""

import re
from collections.abc import Callable, Sequence
from zipfile import BadZipFile
from zlib import error

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.databases import europresse, factiva, integrum, kikuzo, lexis, nexis, yomidasu
from desktop_app.core.importing.decoding.encoding import Decoded, decode, text_of
from desktop_app.core.importing.documents.packed import Packed
from desktop_app.core.importing.formats import docx, rtf

_PAGES: tuple[Callable[[bytes], list[Article]], ...] = (
    nexis.read_page, factiva.read_page, europresse.read_page, kikuzo.read_page, yomidasu.read_page,
    integrum.read_page,
)  # fmt: skip
_TEXTS: tuple[tuple[Callable[[bytes], bool], Callable[[Sequence[str], Decoded | None], list[Article]]], ...] = (
    (nexis.is_signed, nexis.read_lines),
    (lexis.is_signed, lexis.read_lines),
    (factiva.is_signed, factiva.read_lines),
)


def read(original: bytes, kind: str, name: str) -> list[Article] | None:
    """Read the articles of an export in a format; None where it is no export of a database we know."""
    try:
        if kind == "html":
            return next(filter(None, (read_page(original) for read_page in _PAGES)), None)
        if kind == "table":
            return integrum.read_table(original, name) or None
        return _read_text(original, kind, name) if kind in ("docx", "rtf", "text") else None
    except (UnreadableFile, BadZipFile, error):  # what is wrong with a file is for its format to say
        return None


def _read_text(original: bytes, kind: str, name: str) -> list[Article] | None:
    """Read an export that is a run of paragraphs."""
    seen = _seen(original, kind, name)
    readers = [read_lines for is_signed, read_lines in _TEXTS if is_signed(seen)]
    if not readers:
        return None
    decoded = decode(original) if kind == "text" else None
    lines = _lines(original, kind, name, decoded)
    return next(filter(None, (read_lines(lines, decoded) for read_lines in readers)), None)


def _seen(original: bytes, kind: str, name: str) -> bytes:
    """Return what a document says, roughly: enough to look for marks before it is read in earnest."""
    if kind == "docx":
        packed = Packed(original, name) if original.startswith(b"PK") else None
        markup = packed.read("word/document.xml") if packed else original
        return re.sub(rb"<[^>]{0,2000}>", b"", markup or b"")
    return original.replace(b"\x00", b"")  # of UTF-16 only the ASCII letters matter here


def _lines(original: bytes, kind: str, name: str, decoded: Decoded | None) -> list[str]:
    """Return the paragraphs of a document."""
    if kind == "docx":
        return [paragraph.text for paragraph in docx.paragraphs(original, name) if paragraph.role is None]
    if kind == "rtf":
        return rtf.paragraphs(original, name)
    text = text_of(decoded, name) if decoded else ""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return [paragraph.strip() for paragraph in re.split(r"\n{2,}", lines) if paragraph.strip()]
