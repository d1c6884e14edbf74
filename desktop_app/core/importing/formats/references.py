"""Reading references, RIS and BibTeX, as an article a record."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import Decoded, decode, text_of
from desktop_app.core.importing.documents.bibtex import entries, plain
from desktop_app.core.importing.documents.rows import Bounds

NO_TEXT = "This reference holds no text of an article, only what is known about it."
# The tags of both formats, in the order in which they count.
_TAGS = {
    "title": ("ti", "t1", "ct", "title", "bt"),
    "byline": ("au", "a1", "author", "editor"),
    "source": (
        "t2", "jf", "jo", "j1", "j2", "ja", "journal", "journaltitle", "newspaper", "publication", "booktitle",
        "maintitle", "website",
    ),
    "url": ("ur", "lk", "url"),
    "language": ("la", "language", "langid"),
}  # fmt: skip
_DATES = ("da", "y1", "py", "date", "year")
_TEXTS = ("ab", "n2", "abstract")
_FILES = ("l1", "l2", "file")
_NAMES = {
    "ty": "Type", "type": "Type", "kw": "Keyword", "do": "DOI", "vl": "Volume", "is": "Issue", "sp": "First page",
    "ep": "Last page", "sn": "ISSN", "pb": "Publisher", "cy": "Place", "n1": "Note", "y2": "Accessed",
    "ed": "Editor", "a2": "Editor", "l1": "File", "l2": "File", "l4": "Picture", "m1": "Number",
    "st": "Short title", "da": "Date", "y1": "Date", "py": "Year", "t2": "Source", "jf": "Journal", "jo": "Journal",
    "ja": "Journal", "ur": "URL", "la": "Language", "n2": "Abstract",
}  # fmt: skip
_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$")
_DAY = re.compile(r"(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?:[/T\s].*)?$")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")

_Record = list[tuple[str, str]]


def read(original: bytes, name: str) -> list[Article]:
    """Read references as an article each; raises UnreadableFile where there are none."""
    decoded, bounds, found = decode(original), Bounds(name, "references"), []
    for record in _records(decoded, name):
        bounds.take([value for _, value in record])
        found.append(record)
    if not found:
        message = f"“{name}” holds no references in RIS or BibTeX. Export them again from where they are kept."
        raise UnreadableFile("no_text", message)
    return [_article(record, decoded) for record in found]


def attachments(original: bytes, name: str) -> list[tuple[str, dict[str, Stated]]]:
    """Return the files references name, and what they state about the article in each.

    The words of a path are those of the reference: relative to its file, absolute, or an address on this computer.
    """
    return [
        (path, _facts(record))
        for record in _records(decode(original), name)
        for tag, value in record
        if tag in _FILES
        for path in _paths(value)
    ]


def _records(decoded: Decoded, name: str) -> Iterator[_Record]:
    text = text_of(decoded, name)
    if PurePath(name).suffix.lower() == ".bib" or re.match(r"\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]", text):
        for entry in entries(text):
            yield [(tag, value if tag == "file" else " ".join(plain(value).split())) for tag, value in entry]
    else:
        yield from _ris(text)


def _ris(text: str) -> Iterator[_Record]:
    """Yield the records of a file in RIS; a line without a tag goes on with the one before."""
    record: list[tuple[str, list[str]]] = []
    for line in [*text.split("\n"), "ER  - "]:
        if not (found := _LINE.match(line)):
            if record and line.strip():
                record[-1][1].append(line.strip())
            continue
        tag = found[1].lower()
        if tag in ("ty", "er") and record:
            yield [(said, "\n".join(filter(None, lines))) for said, lines in record]
            record = []
        if tag != "er":
            record.append((tag, [(found[2] or "").strip()]))


def _article(record: _Record, decoded: Decoded) -> Article:
    facts = _facts(record)
    texts = [value for tag, value in record if tag in _TEXTS and value][:1]
    pieces = [Piece(facts["title"].value, "title")] if "title" in facts else []
    if "byline" in facts:
        pieces.append(Piece(facts["byline"].value, "byline"))
    pieces += [Piece(paragraph, "body") for text in texts for paragraph in text.split("\n")]
    shown = {fact.value for field, fact in facts.items() if field in ("title", "byline")} | set(texts)
    authors = {value for tag, value in record if tag in _TAGS["byline"]} if "byline" in facts else set()
    pieces += [
        Piece(f"{_NAMES.get(tag, tag.upper() if len(tag) == 2 else tag)}: {value}", "furniture")
        for tag, value in record
        if value and value not in shown and value not in authors
    ]
    return assembled(pieces, facts, decoded.encoding, [*decoded.warnings, *([] if texts else [NO_TEXT])])


def _facts(record: _Record) -> dict[str, Stated]:
    """Return what a reference states about its article."""
    found: dict[str, Stated] = {}
    for field, tags in _TAGS.items():
        for tag in tags:
            values = [value for said, value in record if said == tag and value]
            value = _said(field, values) if values else ""
            if value:
                found.setdefault(field, Stated(value, f"the reference: {tag.upper()}"))
    days = [day for tag in _DATES for said, value in record if said == tag and (day := _day(tag, value, record))]
    if days:
        found["published"] = max(days, key=lambda day: len(day.value))
    return found


def _said(field: str, values: Sequence[str]) -> str:
    """Return what the values of a tag say about a field."""
    if field == "byline":
        return "; ".join(name for value in values for name in value.replace("\n", " ").split(" and "))
    if field == "language":
        found = _LANGUAGE.match(values[0].lower())
        return found.group() if found else ""
    if field == "url":
        return next((value for value in values if re.match(r"https?://\S+$", value)), "")
    return " ".join(values[0].split())


def _day(tag: str, value: str, record: _Record) -> Stated | None:
    """Return the day a tag states, as far as it does; BibTeX gives year, month and day each on its own."""
    said = f"the reference: {tag.upper()} “{value}”"
    if not (found := _DAY.match(value)):
        day = stated_date(value)
        return Stated(day.iso, said) if day and day.iso else None
    parts = [part.zfill(2) for part in found.groups() if part]
    if tag == "year" and len(parts) == 1:
        rest = dict(record)
        for name in ("month", "day"):
            part = rest.get(name, "")
            if not part.isdecimal():
                break
            parts.append(part.zfill(2))
            said += f", {name.upper()} “{part}”"
    try:
        date(*map(int, [*parts, "1", "1"][:3]))
    except ValueError:
        return Stated(parts[0], said) if int(parts[0]) else None
    return Stated("-".join(parts), said)


def _paths(value: str) -> Iterator[str]:
    """Yield the paths in a field that names files: one alone, or several as “description:path:kind”."""
    for named in re.split(r"(?<!\\);", value):
        parts = [re.sub(r"\\([:;\\])", r"\1", part) for part in re.split(r"(?<!\\):(?![\\/])", named.strip())]
        path = parts[1] if len(parts) > 2 else parts[0] if len(parts) == 1 else ":".join(parts)
        if path and not re.match(r"https?://", path):
            yield path
