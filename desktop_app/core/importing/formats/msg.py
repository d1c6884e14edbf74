"""Reading a message saved by Outlook (.msg) as an article: its subject, sender, day, and text."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from struct import iter_unpack

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.paragraphs import paragraphs
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import decode
from desktop_app.core.importing.documents.compound import Compound
from desktop_app.core.importing.pages.page import blocks, parse

# What Outlook numbers the properties of a message.
_SUBJECT, _SENDER, _ADDRESS, _TEXT, _PAGE, _FILE = "0037", "0C1A", "0C1F", "1000", "1013", "3707"
_SENT, _CODE_PAGES = 0x0039, (0x3FFD, 0x3FDE)
_LISTED = "__properties_version1.0"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(original: bytes, name: str) -> list[Article]:
    """Read a message as one article; raises UnreadableFile where it says nothing."""
    message = _Message(Compound(original, name))
    pieces = list(_pieces(message))
    subject = " ".join(message.text(_SUBJECT).split())
    if not pieces and not subject:
        raise UnreadableFile("no_text", f"“{name}” is a message without a subject or a text. Save it again.")
    stated = dict(_stated(message, subject))
    if subject and not any(" ".join(piece.text.split()).casefold() == subject.casefold() for piece in pieces):
        pieces.insert(0, Piece(subject, "title"))
    warnings = [
        f"The attached “{file}” was not read. Save it from the message, and import it." for file in message.files()
    ]
    return [assembled(pieces, stated, warnings=warnings)]


class _Message:
    """The properties of a message; those of a fixed size stand in a list, the others in a stream each."""

    def __init__(self, compound: Compound) -> None:
        self._compound = compound
        listed = (compound.read(_LISTED) or b"")[32:]
        self._listed = {key: value for _, key, _, value in iter_unpack("<HHIQ", listed[: len(listed) // 16 * 16])}

    def text(self, key: str, folder: str = "") -> str:
        """Return a property that is text, "" where it is missing."""
        wide = self._compound.read(f"{folder}__substg1.0_{key}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").strip("\0")
        return decode(self._compound.read(f"{folder}__substg1.0_{key}001E") or b"", self._encoding()).text.strip(
            "\0"
        )

    def page(self) -> str:
        """Return the text as a web page, "" where there is none."""
        return decode(self._compound.read(f"__substg1.0_{_PAGE}0102") or b"", self._encoding()).text or self.text(
            _PAGE
        )

    def sent(self) -> datetime | None:
        """Return the moment the message was sent, None for a draft."""
        since = self._listed.get(_SENT, 0) // 10  # microseconds
        try:
            return _EPOCH + timedelta(microseconds=since) if since else None
        except OverflowError:
            return None

    def files(self) -> list[str]:
        """Return the names of what is attached."""
        folders = {path.partition("/")[0] + "/" for path in self._compound.names() if path.startswith("__attach")}
        return [file for folder in sorted(folders) if (file := self.text(_FILE, folder))]

    def _encoding(self) -> str:
        return f"cp{next((self._listed[key] & 0xFFFF for key in _CODE_PAGES if key in self._listed), 1252)}"


def _pieces(message: _Message) -> Iterator[Piece]:
    if said := message.text(_TEXT).replace("\r\n", "\n").replace("\r", "\n").strip():
        yield from (Piece(paragraph.text) for paragraph in paragraphs(said))
    elif page := message.page():
        yield from (Piece(block.text) for block in blocks(parse(page)) if not block.hidden)


def _stated(message: _Message, subject: str) -> Iterator[tuple[str, Stated]]:
    if subject:
        yield "title", Stated(subject, f"the message’s subject: “{subject}”")
    if sender := message.text(_SENDER) or message.text(_ADDRESS):
        yield "source", Stated(sender, f"the message’s sender: “{sender}”")
    if sent := message.sent():
        yield "published", Stated(sent.date().isoformat(), f"the message was sent on {sent:%Y-%m-%d at %H:%M} UTC")
