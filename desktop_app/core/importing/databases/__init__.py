"""Exports of newspaper databases, which hold many articles a file, told by the databases' own marks."""

import re
from importlib import import_module
from typing import Any
from zipfile import BadZipFile
from zlib import error

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.databases.signs import signed
from desktop_app.core.importing.decoding.encoding import Decoded, decode, text_of

# Each is a module of this package with read_page(original) -> articles; of text only those with their sign in it.
_PAGES = ("nexis", "factiva", "europresse", "kikuzo", "yomidasu", "integrum")


def read(original: bytes, kind: str, name: str) -> list[Article] | None:
    """Read the articles of an export in a format; None where it is no export of a database we know."""
    try:
        if kind == "html":
            return next(filter(None, (_module(page).read_page(original) for page in _PAGES)), None)
        if kind == "table":
            return _module("integrum").read_table(original, name) or None
        return _read_text(original, kind, name) if kind in ("docx", "rtf", "text") else None
    except (UnreadableFile, BadZipFile, error):  # what is wrong with a file is for its format to say
        return None


def _module(name: str) -> Any:
    """Return the module of a database: with the parsers it needs, which other texts can do without."""
    return import_module(f"{__name__}.{name}")


def _read_text(original: bytes, kind: str, name: str) -> list[Article] | None:
    """Read an export that is a run of paragraphs."""
    databases = signed(_seen(original, kind, name))
    if not databases:
        return None
    decoded = decode(original) if kind == "text" else None
    lines = _lines(original, kind, name, decoded)
    return next(filter(None, (_module(database).read_lines(lines, decoded) for database in databases)), None)


def _seen(original: bytes, kind: str, name: str) -> bytes:
    """Return what a document says, roughly: enough to look for marks before it is read in earnest."""
    if kind == "docx":
        from desktop_app.core.importing.documents.packed import Packed

        packed = Packed(original, name) if original.startswith(b"PK") else None
        markup = packed.read("word/document.xml") if packed else original
        return re.sub(rb"<[^>]{0,2000}>", b"", markup or b"")
    return original.replace(b"\x00", b"")  # of UTF-16 only the ASCII letters matter here


def _lines(original: bytes, kind: str, name: str, decoded: Decoded | None) -> list[str]:
    """Return the paragraphs of a document."""
    if kind == "docx":
        from desktop_app.core.importing.formats import docx

        return [paragraph.text for paragraph in docx.paragraphs(original, name) if paragraph.role is None]
    if kind == "rtf":
        from desktop_app.core.importing.formats import rtf

        return rtf.paragraphs(original, name)
    text = text_of(decoded, name) if decoded else ""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return [paragraph.strip() for paragraph in re.split(r"\n{2,}", lines) if paragraph.strip()]
