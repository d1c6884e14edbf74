"""Rich text (RTF): what a document says, paragraph by paragraph, wherever the rich text stands.

The reader is our own: the library for it drops footnotes, headers and text boxes, halves the characters beyond
the first 65,536, and stops at letters of two bytes.
"""

import codecs
import re
from dataclasses import dataclass, field, replace

from desktop_app.core.article import Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.document import Paragraph, Properties, distinct, row

DEEPEST = 10_000  # groups within groups
_TOKEN = re.compile(
    rb"(?P<open>\{(?P<star>[\r\n ]*\\\*)?)|(?P<close>\})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "~": "\u00a0", "_": "\u2011",
}  # fmt: skip
_ENDS = frozenset({"par", "sect", "page", "column", "nestcell", "nestrow", "\r", "\n"})
# Where the text of a group goes; "" is nowhere.
_GOES = {
    "footnote": "note", "annotation": "comment", "shptxt": "box", "dptxbxtext": "box", "info": "info",
    "title": "title", "author": "author", "fonttbl": "fonts", "stylesheet": "styles",
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "subject": "", "operator": "", "colortbl": "", "pict": "", "nonshppict": "", "objdata": "", "fldinst": "",
    "sp": "", "shprslt": "", "nonesttables": "", "xe": "", "tc": "", "template": "", "listtable": "",
    "revtbl": "", "filetbl": "", "private": "",
}  # fmt: skip
_OPEN_TO_ALL = frozenset({"shpinst", "do", "shppict"})  # marked as for those who know them; their groups hold text
_ROLES: dict[str, Role] = {"header": "furniture", "footer": "furniture", "comment": "furniture", "note": "body"}
_CODECS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_TWO_BYTES = frozenset({"cp932", "gbk", "cp936", "cp949", "cp950", "gb18030"})
_MACHINES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(frozen=True)
class _State:
    """What holds until the end of a group; `stand_ins` counts the characters after one given by its number."""

    goes: str = ""
    font: int | None = None
    stand_ins: int = 1
    hidden: bool = False


@dataclass
class _Flow:
    """One run of text through a document: the story, the notes, a header."""

    role: Role | None = None
    done: list[Paragraph] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)  # the text boxes of the paragraph being read
    in_table: bool = False
    style: str = ""
    _cells: list[list[Paragraph]] = field(default_factory=list)
    _cell: list[Paragraph] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _codec: str = "cp1252"

    def add(self, text: str) -> None:
        self._decode()
        self._text.append(text)

    def add_bytes(self, content: bytes, codec: str) -> None:
        if codec != self._codec:
            self._decode()
            self._codec = codec
        self._bytes += content

    def taken(self) -> str:
        """Return what was gathered, and begin again."""
        self._decode()
        # halves of one character come one by one
        text = "".join(self._text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._text.clear()
        return text.strip()

    def end_paragraph(self) -> None:
        if self._cells and not self.in_table:
            self.end_row()
        self._keep()
        if not self.in_table:
            self.end_row()

    def end_cell(self) -> None:
        self._keep()
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        self.done += [*row([*self._cells, self._cell]), *self.after]
        self._cells, self._cell, self.after = [], [], []

    def _keep(self) -> None:
        if text := self.taken():
            self._cell.append(Paragraph(text, self.style, self.role))

    def _decode(self) -> None:
        if self._bytes:
            self._text.append(self._bytes.decode(self._codec, "replace"))
            self._bytes.clear()


class RichText:
    """A document read from its first brace to its last; raises UnreadableFile for what is none."""

    def __init__(self, original: bytes, name: str) -> None:
        if not original[:1024].lstrip(b"\xef\xbb\xbf \r\n\t\x00").startswith(b"{\\rtf"):
            raise UnreadableFile("damaged", f"“{name}” is no rich text, although its name says so. Save it again.")
        self._name = name
        self._state = _State()
        self._outer: list[_State] = []
        self._flows = {goes: _Flow(_ROLES.get(goes)) for goes in ("text", *_GOES.values())}
        self._codec = "cp1252"
        self._font = 0  # where no other is named
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, str] = {}
        self._said = {"title": "", "author": ""}
        self._number = 0  # of the font or the style being defined
        self._starred = False
        self._to_skip = 0  # stand-ins still to come
        self._read(original)

    def paragraphs(self) -> list[Paragraph]:
        """Return headers, text, notes, comments, footers."""
        header, text, note, comment, footer = (
            self._flows[goes].done for goes in ("header", "text", "note", "comment", "footer")
        )
        return [*distinct(header), *text, *note, *comment, *distinct(footer)]

    def properties(self) -> Properties:
        """Return what the document says of itself."""
        return Properties(self._said["title"], self._said["author"])

    def _read(self, original: bytes) -> None:
        position = 0
        while found := _TOKEN.match(original, position):
            position = found.end()
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                position += max(0, number or 0)
            elif found["word"]:
                self._word(found["word"].decode("ascii"), number)
            else:
                self._other(found)
        while self._outer:  # it was cut off
            self._close()

    def _other(self, found: re.Match[bytes]) -> None:
        """Follow what is no word: a brace, a sign, a character by its number, text."""
        if found["open"]:
            self._open()
            self._starred = bool(found["star"])
        elif found["close"]:
            self._close()
        elif found["byte"]:
            self._take(bytes.fromhex(found["byte"].decode("ascii")))
        elif found["sign"]:
            self._sign(found["sign"])
        elif found["text"]:
            self._take(found["text"])

    @property
    def _flow(self) -> _Flow:
        return self._flows[self._state.goes]

    def _take(self, content: bytes) -> None:
        """Take characters, given as bytes of the font's code page."""
        skipped, self._to_skip = self._to_skip, max(0, self._to_skip - len(content))
        if self._state.goes and not self._state.hidden and (content := content[skipped:]):
            font = self._font if self._state.font is None else self._state.font
            self._flow.add_bytes(content, self._fonts.get(font, self._codec))

    def _open(self) -> None:
        if len(self._outer) >= DEEPEST:
            raise UnreadableFile("damaged", f"“{self._name}” is damaged: its groups never end. Save it again.")
        self._outer.append(self._state)
        self._to_skip = 0

    def _close(self) -> None:
        inner, self._to_skip = self._state, 0
        outer = self._outer.pop() if self._outer else _State()
        flow = self._flows[inner.goes]
        if inner.goes == "styles":
            if (name := flow.taken()).endswith(";"):
                self._styles[self._number] = name.rstrip(";").strip().lower()
        elif inner.goes != outer.goes:
            self._close_flow(inner.goes, flow, outer)
        self._state = outer

    def _close_flow(self, goes: str, flow: _Flow, outer: _State) -> None:
        if goes in self._said:
            self._said[goes] = flow.taken()
            return
        flow.in_table = False
        flow.end_paragraph()
        if goes == "box":
            self._flows[outer.goes].after += flow.done
            flow.done = []

    def _sign(self, sign: bytes) -> None:
        if sign in b"{}\\":
            self._take(sign)
        else:
            self._word(sign.decode("latin-1"), None)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "rtf" and len(self._outer) == 1:
            self._state = replace(self._state, goes="text")
        elif not self._state.goes:
            return
        elif word in _GOES:
            self._state = replace(self._state, goes=_GOES[word])
        elif starred and word not in _OPEN_TO_ALL:
            self._state = replace(self._state, goes="")
        elif self._to_skip:
            self._to_skip -= 1
        else:
            self._content(word, number)

    def _content(self, word: str, number: int | None) -> None:
        """Follow a word that is text, or ends some."""
        if word in _CHARACTERS:
            if not self._state.hidden:
                self._flow.add(_CHARACTERS[word])
        elif word == "u":
            self._unicode((number or 0) % 0x10000)
        elif word in _ENDS:
            self._flow.end_paragraph()
        elif word == "cell":
            self._flow.end_cell()
        elif word == "row":
            self._flow.end_row()
        else:
            self._setting(word, number)

    def _unicode(self, number: int) -> None:
        if 0xF000 <= number <= 0xF0FF:
            return  # a sign of a symbol font: its stand-in says more
        self._to_skip = self._state.stand_ins
        if not self._state.hidden:
            self._flow.add(chr(number))

    def _setting(self, word: str, number: int | None) -> None:
        """Follow a word that says how the text after it is to be read."""
        if word == "uc":
            self._state = replace(self._state, stand_ins=max(0, number or 0))
        elif word in ("v", "deleted"):
            self._state = replace(self._state, hidden=number != 0)
        elif word == "plain":
            self._state = replace(self._state, hidden=False, font=None)
        elif word in ("f", "s"):
            self._font_or_style(word, number or 0)
        elif word in ("pard", "intbl"):
            self._flow.in_table = word == "intbl"
            self._flow.style = "" if word == "pard" else self._flow.style
        elif word == "outlinelevel" and self._flow.style in ("", "normal"):
            self._flow.style = f"heading {(number or 0) + 1}" if (number or 0) < 9 else ""
        else:
            self._encoding(word, number)

    def _font_or_style(self, word: str, number: int) -> None:
        if self._state.goes in ("fonts", "styles"):
            self._number = number
        elif word == "f":
            self._state = replace(self._state, font=number)
        else:
            self._flow.style = self._styles.get(number, "")

    def _encoding(self, word: str, number: int | None) -> None:
        if word in _MACHINES:
            self._codec = _MACHINES[word]
        elif word == "ansicpg":
            self._codec = _known(f"cp{number}") or self._codec
        elif word == "deff":
            self._font = number or 0
        elif word == "fcharset" and number != 1 and self._state.goes == "fonts":
            of_old = self._codec if self._codec in _TWO_BYTES else "cp1252"
            self._fonts[self._number] = _CODECS.get(number or 0, of_old)


def _known(codec: str) -> str | None:
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return None
