"""Reading a Word document of 1997 to 2003 (.doc) as an article.

Its text lies in pieces, and a table tells their order; another tells which words are hidden or were struck out
while changes were tracked. No more is read: styles are not, so the words tell the title.
"""

import re
from collections.abc import Iterator
from struct import error as structure_error
from struct import unpack_from

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.compound import SIGNATURE, Compound
from desktop_app.core.importing.documents.document import Paragraph, Properties, article, distinct, row

_WORD_97, _OLDER = 0xA5EC, 0xA5DC
_PROTECTED, _OTHER_TABLE = 0x0100, 0x0200
_HIDING = (0x0800, 0x083C)  # struck out, hidden
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)  # their sizes in bytes by the upper three bits of a setting; 0 says its own
# The runs of text, in their order, as far as they are to be read; the third is the place of the long-gone macros.
_RUNS = ("text", "notes", "margins", "macros", "comments", "endnotes", "boxes", "margin boxes")
_ROLES: dict[str, Role] = {
    "notes": "body", "endnotes": "body", "margins": "furniture", "comments": "furniture",
    "margin boxes": "furniture",
}  # fmt: skip
# A word with its reading above it, written as an instruction to draw an equation.
_READING = re.compile(
    r"\x13\s*EQ [^\x13-\x15]{0,200}?\\up\s*\d+\(([^()\x13-\x15]{0,200})\),([^\x13-\x15]{0,200})\)\x15"
)
_SHOWN = str.maketrans({"\x0b": "\n", "\x1e": "\u2011"} | dict.fromkeys(map(chr, (*range(9), 31, *range(14, 19)))))


def read(original: bytes, name: str) -> list[Article]:
    """Read a document as one article; raises UnreadableFile where it is protected, older, or has no text."""
    if not original.startswith(SIGNATURE):
        raise _not_word(name)
    compound = Compound(original, name)
    try:
        return [article(_paragraphs(compound, name), _properties(compound), name)]
    except (structure_error, IndexError) as error:
        message = f"“{name}” is damaged, so no text could be read from it. Open it in Word, and save it as .docx."
        raise UnreadableFile("damaged", message) from error


def _paragraphs(compound: Compound, name: str) -> list[Paragraph]:
    content = compound.read("WordDocument")
    if "encryptedpackage" in compound.names():
        raise _protected(name)
    if content is None:
        raise _not_word(name)
    kind, flags = unpack_from("<H8xH", content)
    if kind == _OLDER:
        message = f"“{name}” was written by a Word older than 1997, which cannot be read. Save it as .docx."
        raise UnreadableFile("unsupported", message)
    if kind != _WORD_97:
        raise _not_word(name)
    if flags & _PROTECTED:
        raise _protected(name)
    table = compound.read("1Table" if flags & _OTHER_TABLE else "0Table") or b""
    text = _text(_without_hidden(content, table), table)
    found: dict[str, list[Paragraph]] = {}
    position = 0
    for run, length in zip(_RUNS, unpack_from("<8I", content, 76), strict=True):
        said = text[2 * position : 2 * (position + length)].decode("utf-16-le", "replace")
        found[run] = list(_split(_without_instructions(said), _ROLES.get(run)))
        position += length
    margins = distinct([*found["margins"], *found["margin boxes"]])
    return [*margins, *found["text"], *found["boxes"], *found["notes"], *found["endnotes"], *found["comments"]]


def _without_hidden(content: bytes, table: bytes) -> bytes:
    """Return the text's stream with zeros in place of what a reader of the document does not see."""
    shown, done = bytearray(content), 0
    start, size = unpack_from("<2I", content, 250)
    count = max(0, size - 4) // 8
    for page in unpack_from(f"<{count}I", table, start + 4 * (count + 1))[: len(content) // 512]:
        runs = content[512 * page : 512 * page + 512]
        number = runs[511]
        bounds = unpack_from(f"<{number + 1}I", runs)
        for run, place in enumerate(runs[4 * (number + 1) : 4 * (number + 1) + number]):
            begin, end = max(bounds[run], done), min(bounds[run + 1], len(content))
            if place and begin < end and _is_hidden(runs[2 * place + 1 : 2 * place + 1 + runs[2 * place]]):
                shown[begin:end] = bytes(end - begin)
                done = end
    return bytes(shown)


def _is_hidden(settings: bytes) -> bool:
    """Tell whether the settings of a run of characters, each a number with an operand, hide or delete it."""
    position = 0
    while position + 3 <= len(settings):
        (setting,) = unpack_from("<H", settings, position)
        if setting in _HIDING and settings[position + 2] in (1, 0x81):
            return True
        size = _OPERANDS[setting >> 13]
        position += 2 + (size or 1 + settings[position + 2])
    return False


def _text(content: bytes, table: bytes) -> bytes:
    """Return the text of a document in UTF-16, put together from its pieces."""
    start, size = unpack_from("<2I", content, 418)
    pieces = table[start : start + size]
    position = 0
    while pieces[position] == 1:  # what goes before the table of pieces
        position += 3 + int(unpack_from("<H", pieces, position + 1)[0])
    (length,) = unpack_from("<I", pieces, position + 1)
    count = (length - 4) // 12
    bounds = unpack_from(f"<{count + 1}I", pieces, position + 5)
    if list(bounds) != sorted(bounds) or bounds[-1] > 2 * len(content):
        raise IndexError(bounds[-1])
    found = []
    for number in range(count):
        (place,) = unpack_from("<I", pieces, position + 5 + 4 * (count + 1) + 8 * number + 2)
        length = bounds[number + 1] - bounds[number]
        if place & 0x40000000:  # one byte a character
            place = (place & 0x3FFFFFFF) // 2
            found.append(content[place : place + length].decode("cp1252", "replace").encode("utf-16-le"))
        else:
            found.append(content[place : place + 2 * length])
    return b"".join(found)


def _without_instructions(text: str) -> str:
    """Return a text with the results of its fields, not the instructions for them."""
    found, outer, hidden = [], list[bool](), 0
    for part in re.split("([\x13-\x15])", _READING.sub(r"\2(\1)", text)):
        if part == "\x13":
            outer.append(True)
            hidden += 1
        elif part == "\x14" and outer:
            hidden -= outer[-1]
            outer[-1] = False
        elif part == "\x15" and outer:
            hidden -= outer.pop()
        elif not hidden:
            found.append(part)
    return "".join(found)


def _split(text: str, role: Role | None) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text; in a table, one sign ends a cell and, where it comes again, the row."""
    cells: list[list[Paragraph]] = []
    parts = re.split("([\r\x07\x0c])", text)
    for said, end in zip(parts[::2], [*parts[1::2], "\r"], strict=True):
        shown = said.translate(_SHOWN).strip()
        paragraph = [Paragraph(shown, role=role)] if shown else []
        if end == "\x07" and (shown or not cells):
            cells.append(paragraph)
        else:
            yield from row(cells)
            yield from paragraph
            cells = []


def _properties(compound: Compound) -> Properties:
    """Return what the document says of itself."""
    content = compound.read("\x05SummaryInformation") or b""
    if len(content) < 48:
        return Properties()
    (start,) = unpack_from("<I", content, 44)
    (count,) = unpack_from("<I", content, start + 4)
    said = {}
    for number in range(min(count, 50)):
        key, place = unpack_from("<2I", content, start + 8 + 8 * number)
        said[key] = start + place
    encoding = f"cp{unpack_from('<4xH', content, said[1])[0]}" if 1 in said else "cp1252"
    title, author = (_string(content, said.get(key), encoding) for key in (2, 4))
    return Properties(title, author)


def _string(content: bytes, place: int | None, encoding: str) -> str:
    if place is None:
        return ""
    kind, length = unpack_from("<2I", content, place)
    said = content[place + 8 : place + 8 + length]
    try:
        return said.decode(encoding, "replace").partition("\0")[0] if kind == 30 else ""
    except LookupError:
        return ""


def _protected(name: str) -> UnreadableFile:
    message = f"“{name}” is protected by a password. Open it, save it without one, and import it again."
    return UnreadableFile("protected", message)


def _not_word(name: str) -> UnreadableFile:
    message = f"“{name}” is no Word document that can be read. Open it in its own program, and save it as .docx."
    return UnreadableFile("unsupported", message)
