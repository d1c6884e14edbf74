"""Which format an original is in, by its content and its name, and the reader for it."""

import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from desktop_app.core.article import Article
from desktop_app.core.errors import Mended, UnreadableFile
from desktop_app.paths import mappings_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.importing.documents.columns import Columns

_Read = TypeVar("_Read")

# Each format is a module of this package with read(original, name) -> articles; it is loaded when first needed.
SUFFIXES = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "mhtml": (".mhtml", ".mht"),
    "pdf": (".pdf",),
    "docx": (".docx", ".docm"),
    "doc": (".doc", ".dot"),
    "odt": (".odt", ".fodt"),
    "rtf": (".rtf",),
    "epub": (".epub",),
    "mail": (".eml", ".emlx"),
    "msg": (".msg",),
    "feed": (".rss", ".atom", ".rdf"),
    "xml": (".xml",),
    "table": (".csv", ".tsv", ".xlsx"),
    "records": (".json", ".jsonl", ".ndjson"),
    "references": (".ris", ".bib"),
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in SUFFIXES.items() for suffix in suffixes}
# The first bytes of what a name cannot make into anything else.
_SIGNATURES = {b"%PDF-": "pdf", b"{\\rtf": "rtf"}
_MEMBERS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "table",
    "META-INF/container.xml": "epub",
    "content.xml": "odt",
}
_NOT_TEXT = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
_BEFORE_ROOT = rb"(?is)(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*+"
_XHTML = re.compile(_BEFORE_ROOT + rb"<html[\s>]")
_LOOKS = {
    "mhtml": re.compile(rb"(?i)(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart/related"),
    "mail": re.compile(rb"(?i)(?:received|return-path|delivered-to|from|message-id|mime-version|date):\s*\S"),
    "docx": re.compile(rb"(?s)(?:<\?[^>]*>\s*)+<(?:w:wordDocument|pkg:package)[\s>]"),
    "feed": re.compile(_BEFORE_ROOT + rb"<(?:rss|feed|rdf:RDF)[\s>]"),
    "html": re.compile(rb"(?is).{0,4000}?<(?:!doctype\s+html|html|head|body)[\s>]"),
}


def read(original: bytes, name: str) -> list[Article]:
    """Read the articles in an original; raises UnreadableFile with a sentence saying why it cannot be."""
    if not original.strip():
        raise UnreadableFile("empty", f"“{name}” is empty. Check whether it was saved completely.")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", Mended)
        articles = _undamaged(lambda: _read(original, name), name)
    doubts = tuple(dict.fromkeys(str(warning.message) for warning in said if warning.category is Mended))
    return [replace(article, warnings=(*article.warnings, *doubts)) for article in articles] if doubts else articles


def columns_of(original: bytes, name: str) -> "Columns | None":
    """Return the columns of a table, None where an original is none; raises UnreadableFile as `read` does."""
    module = import_module(f"{__name__}.{format_of(original, name)}")
    if not hasattr(module, "columns_of"):
        return None
    columns: Columns = _undamaged(lambda: module.columns_of(original, name), name)
    return columns


def _read(original: bytes, name: str) -> list[Article]:
    """Read an original: an export of a database, a table by the columns the user has chosen, or its format."""
    from desktop_app.core.importing import databases  # with the parsers it needs, which the window can do without

    kind = format_of(original, name)
    if (exported := databases.read(original, kind, name)) is not None:
        return exported
    module = import_module(f"{__name__}.{kind}")
    articles: list[Article]
    if hasattr(module, "columns_of") and mappings_file().is_file():
        from desktop_app.core.importing.documents.columns import remembered

        if mapping := remembered(mappings_file(), module.columns_of(original, name).headers):
            articles = module.read_mapped(original, name, mapping)
            return articles
    articles = module.read(original, name)
    return articles


def _undamaged(reading: Callable[[], _Read], name: str) -> _Read:
    """Read; whatever a damaged file does to a parser, it costs only that file."""
    try:
        return reading()
    except UnreadableFile:
        raise
    except Exception as error:
        message = f"“{name}” is damaged, so no text could be read from it. Try to save or download it again."
        raise UnreadableFile("damaged", message) from error


def format_of(original: bytes, name: str) -> str:
    """Return the name of an original's format; raises UnreadableFile where it is none that can be read."""
    suffix = PurePath(name).suffix.lower()
    said = _BY_SUFFIX.get(suffix)
    seen = _by_content(original, said)
    if seen or said:
        return seen or str(said)
    what = next((what for signature, what in _NOT_TEXT.items() if original.startswith(signature)), None)
    if not what and not suffix:
        return "text"
    message = (
        f"“{name}” is {what or f'a file of the kind “{suffix}”'}, which cannot be read. "
        "Save it as a web page (.html), a PDF or plain text (.txt)."
    )
    raise UnreadableFile("unsupported", message)


def _by_content(original: bytes, said: str | None) -> str | None:
    """Return the format the bytes themselves show, None where they leave it to the name."""
    start = original[:4096].lstrip()
    for signature, kind in _SIGNATURES.items():
        if signature in original[:1024] if kind == "pdf" else start.startswith(signature):
            return kind
    if original.startswith(b"PK\x03\x04"):
        return _packed(original)
    if original.startswith(b"\xd0\xcf\x11\xe0"):
        return "msg" if said == "msg" else "doc"
    if said not in (None, "doc", "xml"):
        return None
    looks = [kind for kind, pattern in _LOOKS.items() if pattern.match(start)]
    if said == "xml" and not _XHTML.match(start) and "html" in looks:
        looks.remove("html")  # other documents have a head and a body too
    return looks[0] if looks else None


def _packed(original: bytes) -> str | None:
    """Return the format of a document that is a ZIP archive in truth."""
    try:
        with ZipFile(BytesIO(original)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    return next((kind for member, kind in _MEMBERS.items() if member in members), None)
