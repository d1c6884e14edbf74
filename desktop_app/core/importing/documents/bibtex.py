"""The entries of a BibTeX file, and its way of writing letters, without TeX."""

import re
from collections.abc import Iterator
from unicodedata import normalize

Entry = list[tuple[str, str]]  # the names of the fields in lower case, and what they say

_ENTRY = re.compile(r"@\s*(\w+)\s*[{(]\s*")
_NEXT = re.compile(r"^[ \t]*@\s*\w+\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"([^\s=,{}\"#]*)\s*,")
_FIELD = re.compile(r"[\s,]*([^\s=,{}\"#]+)\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"#()]+")
_SIGNS = re.compile(r"\\.|[{}\"]", re.DOTALL)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
    "k": "\u0328",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—", "textquoteright": "’", "ldots": "…",
}  # fmt: skip
_ACCENTED = re.compile(r"\\([`'^\"~=.])\s*\{?\\?(\w)\}?|\\([uvHcdbrk])(?:\s+|\s*\{\\?)(\w)\}?")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*(?:\{\})?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a BibTeX file; what is broken costs no more than the rest of its entry."""
    macros = {month: str(number) for number, month in enumerate(_MONTHS, 1)}
    position = 0
    while found := _ENTRY.search(text, position):
        kind, position = found[1].lower(), found.end()
        following = _NEXT.search(text, position)
        part = text[position : following.start() if following else len(text)]
        if kind == "string":
            macros.update(_fields(part, macros))
        elif kind not in ("comment", "preamble"):
            key = _KEY.match(part)
            yield [("type", kind), *_fields(part[key.end() if key else 0 :], macros)]
        position += len(part)


def plain(value: str) -> str:
    """Return what TeX would print for a value: its letters for commands and accents, without braces."""
    value = _ACCENTED.sub(_accented, value)
    value = re.sub(r"\\[,;: /]", " ", value)
    value = _COMMAND.sub(lambda found: _LETTERS.get(found[1], ""), value)
    value = re.sub(r"\\([&%$#_{}\\])", lambda found: {"{": "\0", "}": "\1"}.get(found[1], found[1]), value)
    value = value.translate({ord("{"): None, ord("}"): None, ord("~"): " "}).replace("---", "—").replace("--", "–")
    value = value.replace("\0", "{").replace("\1", "}").replace("``", "“").replace("''", "”")
    return normalize("NFC", value).strip()


def _accented(found: re.Match[str]) -> str:
    accent, letter = found[1] or found[3], found[2] or found[4]
    return letter + _ACCENTS[accent]


def _fields(part: str, macros: dict[str, str]) -> Iterator[tuple[str, str]]:
    position = 0
    while found := _FIELD.match(part, position):
        value, position = _value(part, found.end(), macros)
        yield found[1].lower(), value


def _value(part: str, position: int, macros: dict[str, str]) -> tuple[str, int]:
    """Return a value, whose pieces may be joined by a number sign, and where it ends."""
    pieces = []
    while position < len(part):
        if part[position] in '{"':
            end = _closing(part, position)
            pieces.append(part[position + 1 : end])
            position = end + 1
        elif bare := _BARE.match(part, position):
            pieces.append(macros.get(bare.group().lower(), bare.group()))
            position = bare.end()
        joined = re.compile(r"\s*#\s*").match(part, position)
        if not joined:
            break
        position = joined.end()
    return "".join(pieces), position


def _closing(part: str, start: int) -> int:
    """Return where the brace or the quotation mark at `start` is closed, the end where it is not."""
    quoted, depth = part[start] == '"', 0
    for sign in _SIGNS.finditer(part, start + 1):
        if sign.group() == "{":
            depth += 1
        elif sign.group() == "}":
            if not depth and not quoted:
                return sign.start()
            depth -= 1
        elif sign.group() == '"' and quoted and depth <= 0:
            return sign.start()
    return len(part)
