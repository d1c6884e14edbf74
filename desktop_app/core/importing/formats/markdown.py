"""Reading Markdown, as clippers and note programs write it, as an article."""

import re
from collections.abc import Iterator, Mapping

from desktop_app.core.article import Article
from desktop_app.core.dates import doubt
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import decode, text_of
from desktop_app.core.importing.documents.columns import day_first, propose
from desktop_app.core.importing.documents.date_column import stated_dates
from desktop_app.core.importing.documents.rows import shown

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"[\"']?([^\s:#\-\[{\"'][^:\n\"']{0,60})[\"']?:(?:\s+(.*)|\s*)$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:[*_][*_ \t]*|[-|:][-|: \t]*)$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s|\s*\||\[[^\]\n]{1,60}\]:\s")
_QUOTED = re.compile(r"^ {0,3}(?:> ?)+(?:\[![\w-]+\][+-]?)?")
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]*)\](?:\(\s*(<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+[\"']([^\"\n]*)[\"'])?\s*\)"
    r"|\[\])"
)
_PAGE = re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_MARKS = re.compile(r"(?<!\\)(?:(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?!\w)|\*\*|~~|==|`+)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(original: bytes, name: str) -> list[Article]:
    """Read a text in Markdown as one article; raises UnreadableFile where it is empty or no text."""
    decoded = decode(original)
    text = text_of(decoded, name)
    front = _FRONT.match(text)
    entries = dict(_entries(front[1])) if front else {}
    stated, doubts = _stated(entries)
    pieces = list(_pieces(text[front.end() :] if front and entries else text))
    if stated_title := stated.get("title"):
        pieces = _entitled(pieces, stated_title.value)
    if not entries and not any(piece.text.strip() for piece in pieces):
        message = f"“{name}” has no text in it. Check whether it was saved completely."
        raise UnreadableFile("empty", message)
    head = [Piece(f"{key}: {value}", "furniture") for key, value in entries.items() if value]
    return [assembled([*head, *pieces], stated, decoded.encoding, [*decoded.warnings, *doubts])]


def _entries(front: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of the front matter; the items of a list are joined by commas."""
    key, values = "", list[str]()
    for line in [*front.split("\n"), "end:"]:
        if found := _ENTRY.match(line):
            if key:
                yield key, ", ".join(filter(None, map(_unquoted, values)))
            key, values = found[1].strip(), [found[2] or ""]
        elif line.strip() and not line.lstrip().startswith("#"):
            values.append(re.sub(r"^\s*-\s+", "", line))


def _unquoted(value: str) -> str:
    """Return a value without its quotation marks, brackets and the signs of a folded text."""
    value = value.strip()
    if value in ("|", ">", "|-", ">-", "[]", "null", "~"):
        return ""
    if re.fullmatch(r"\[[^\[\]].*\]", value):
        return ", ".join(map(_unquoted, value[1:-1].split(",")))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    return _PAGE.sub(r"\1", value)


def _stated(entries: Mapping[str, str]) -> tuple[dict[str, Stated], list[str]]:
    """Return what the front matter states about the article, and what is unsure."""
    stated: dict[str, Stated] = {}
    doubts = []
    for key, field in propose(list(entries), [list(entries.values())]).items():
        said = f"the front matter: {key}"
        if field == "published":
            date = next(iter(stated_dates([entries[key]], said, day_first=day_first(key))))
            if isinstance(date, str):
                doubts.append(doubt(date))
            elif date:
                stated[field] = date
        elif field not in ("text", "language"):
            stated[field] = Stated(entries[key], said)
    return stated, doubts


def _entitled(pieces: list[Piece], title: str) -> list[Piece]:
    """Return the pieces with the stated title as the only one, above them where they do not show it."""
    same = [" ".join(piece.text.split()).casefold() == " ".join(title.split()).casefold() for piece in pieces]
    untitled = [Piece(piece.text) if piece.role == "title" else piece for piece in pieces]
    if True not in same:
        return [Piece(title, "title"), *untitled]
    place = same.index(True)
    return [*untitled[:place], Piece(pieces[place].text, "title"), *untitled[place + 1 :]]


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the paragraphs and headings of a text; its first heading of the first rank is the title."""
    titled = False
    for block, rank in _blocks(text.split("\n")):
        for said in shown(_plain(block)) if rank >= 0 else [block]:
            yield Piece(said, "title" if rank == 1 and not titled else None)
            titled = titled or rank == 1


def _blocks(lines: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the blocks of a text with their rank: that of a heading, 0 for a paragraph, -1 for code."""
    block = list[str]()
    code = False
    for line in (_QUOTED.sub("", line) for line in lines):
        if _FENCE.match(line):
            yield ("\n".join(block), -1) if code else (_joined(block), 0)
            block, code = [], not code
        elif code:
            block.append(line)
        elif len(block) == 1 and _UNDERLINE.match(line) and not _ITEM.match(block[0]):
            yield block[0], 1 if "=" in line else 2
            block = []
        elif (heading := _HEADING.match(line)) or not line.strip() or _RULE.match(line):
            yield _joined(block), 0
            block = []
            if heading:
                yield _without_closing(line[heading.end() :].strip()), len(heading[1])
        else:
            block.append(line)
    yield ("\n".join(block), -1) if code else (_joined(block), 0)


def _without_closing(heading: str) -> str:
    """Return a heading without the signs that may close it."""
    words = heading.rstrip("#")
    return words.strip() if words != words.rstrip() or not words else heading


def _joined(lines: list[str]) -> str:
    """Return a paragraph whose lines go on in each other, but for breaks and the items of lists."""
    found = list[str]()
    for place, line in enumerate(lines):
        broken = _ITEM.match(line) or (place and lines[place - 1].endswith(("  ", "\\")))
        found += ["\n" if broken else " ", line.strip().removesuffix("\\")]
    return "".join(found).strip()


def _plain(block: str) -> str:
    """Return the words of a block without the marks of emphasis, links and pictures."""
    for _ in range(2):  # a picture may be the words of a link
        block = _LINK.sub(_linked, block)
    block = _MARKS.sub("", _ADDRESS.sub(r"\1", _PAGE.sub(r"\1", block)))
    return _ESCAPED.sub(r"\1", block)


def _linked(found: re.Match[str]) -> str:
    """Return the words of a link or a picture, with those that show over it; failing both, its address."""
    picture, words, address, above = found.groups()
    words = words or ("" if picture else (address or "").strip("<>"))
    return f"{words} ({above})" if above and above != words else words
