"""Reading a mail: what was written as an article, attached pages, texts and mails as further ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message

from desktop_app.core.article import Article
from desktop_app.core.dates import doubt
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.cleaning.text import clean
from desktop_app.core.importing.decoding.encoding import text_of
from desktop_app.core.importing.documents import mime
from desktop_app.core.importing.documents.letters import Passage, arranged, shown, written
from desktop_app.core.importing.pages.article import page_article
from desktop_app.core.importing.pages.fragment import fragment

DEEPEST = 8  # mails within mails

_FORWARD = r"fwd?|wg|tr|rv|enc|doorst|转发"
_REPLY = r"re|aw|sv|antw|odp|vs|res|回复|答复"
_PREFIX = re.compile(rf"\s*(?:(?P<forward>{_FORWARD})|{_REPLY})\s*(?:\[\d+\])?\s*[:：]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>\"'(),:;@]{1,100}@[\w.-]{0,100}\w")
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_BY_SUFFIX = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain", ".eml": "message/rfc822"}
_ON_THE_WAY = re.compile(
    r"image/|application/(?:pgp|pkcs7|x-pkcs7)|text/(?:calendar|x-vcard|vcard|directory|rfc822-headers)|message/"
)


@dataclass
class _Contents:
    """The parts of a mail: those shown, other forms of them, texts and mails attached, the names of the rest."""

    shown: list[Message] = field(default_factory=list)
    other: list[Message] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read(original: bytes, name: str) -> list[Article]:
    """Read a mail and what is attached to it; raises UnreadableFile where it says nothing at all."""
    found = list(_articles(mime.parse(_unwrapped(original)), name, DEEPEST))
    if not found:
        message = f"“{name}” is a mail without a subject or a text. Check whether it was saved completely."
        raise UnreadableFile("no_text", message)
    return found


def _unwrapped(original: bytes) -> bytes:
    """Return a mail without what Apple Mail writes around it: its length above, its state below."""
    length, newline, rest = original.partition(b"\n")
    if newline and length.strip().isdigit():
        return rest[: int(length[:18])]
    return original.removeprefix(b"\xef\xbb\xbf")


def _articles(message: Message, name: str, depth: int) -> Iterator[Article]:
    contents = _Contents()
    _gather(message, contents)
    attached: list[Article] = []
    for part in contents.attached:
        called = mime.file_name(part) or name
        try:
            attached += _attached(part, called, depth)
        except UnreadableFile:
            contents.unread.append(called)
    if article := _letter(message, contents):
        yield article
    yield from attached
    for inner in contents.mails if depth else ():
        yield from _articles(inner, name, depth - 1)


def _gather(part: Message, found: _Contents) -> None:
    """Sort the parts of a mail."""
    if not part.is_multipart():
        _sort(part, found)
        return
    inside, kind = [child for child in part.get_payload() if isinstance(child, Message)], part.get_content_type()
    if kind == "message/rfc822":
        found.mails += inside
    elif kind == "multipart/alternative":
        _choose(inside, found)
    elif kind != "message/delivery-status":
        for child in inside:
            _gather(child, found)


def _sort(part: Message, found: _Contents) -> None:
    kind, known, name = part.get_content_type(), _kind(part), mime.file_name(part)
    if known and (_is_attached(part) or (name and found.shown)):
        found.attached.append(part)
    elif known or (kind.startswith(("text/", "multipart/")) and not name and not _ON_THE_WAY.match(kind)):
        found.shown.append(part)
    elif name and not _ON_THE_WAY.match(kind):
        found.unread.append(name)


def _choose(forms: list[Message], found: _Contents) -> None:
    """Sort what is there in two forms: the page is shown, unless the text says more; what differs is kept."""
    texts, pages = _Contents(), _Contents()
    for form in forms:
        choice = _Contents()
        _gather(form, choice)
        has_page = any(_kind(part) == "text/html" for part in choice.shown)
        (pages if has_page else texts).shown += choice.shown
        found.attached += choice.attached
        found.mails += choice.mails
        found.unread += choice.unread
    text, page = _words(texts.shown), _words(pages.shown)
    text_first = len(text) > 2 * len(page)
    found.shown += (texts if text_first else pages).shown
    missing = page - text if text_first else text - page
    if len(missing) > len(page if text_first else text) / 2:
        found.other += (pages if text_first else texts).shown


def _words(parts: list[Message]) -> set[str]:
    return {word for part in parts for passage in _passages(part) for word in re.findall(r"\w+", passage.text)}


def _kind(part: Message) -> str | None:
    """Return which of the kinds that can be read a part is, by what it says or by its name."""
    kind = part.get_content_type()
    if kind in ("text/html", "application/xhtml+xml"):
        return "text/html"
    if kind == "text/plain":
        return kind
    suffix = re.search(r"\.\w+$", mime.file_name(part).lower())
    return _BY_SUFFIX.get(suffix.group()) if suffix else None


def _is_attached(part: Message) -> bool:
    return mime.header(part, "Content-Disposition").lower().startswith("attachment")


def _attached(part: Message, name: str, depth: int) -> Iterator[Article]:
    """Yield the articles of an attachment."""
    kind = _kind(part)
    if kind == "message/rfc822":
        yield from _articles(mime.parse(mime.content(part)), name, depth - 1) if depth else ()
    elif kind == "text/html":
        yield page_article(mime.text(part), name)
    else:
        decoded = mime.text(part)
        yield clean(text_of(decoded, name), decoded)


def _letter(message: Message, contents: _Contents) -> Article | None:
    """Return what a mail itself says, None where it says nothing."""
    passages = [passage for part in contents.shown for passage in _passages(part)]
    subject = mime.header(message, "Subject")
    if not passages and (not subject or contents.attached or contents.mails):
        return None
    title, forward = _without_prefixes(subject)
    letter = arranged(passages, forward=forward)
    stated, doubts = _stated(message, title, letter.head)
    pieces = letter.pieces
    title = stated["title"].value if "title" in stated else ""
    if title and not any(_is_same(piece, title) for piece in pieces):
        pieces = [Piece(title, "title"), *pieces]
    pieces += [Piece(passage.text, "furniture") for part in contents.other for passage in _passages(part)]
    decoded = [mime.text(part) for part in contents.shown]
    warnings = [*doubts, *dict.fromkeys(warning for text in decoded for warning in text.warnings)]
    warnings += [_not_read(name) for name in contents.unread]
    return assembled(pieces, stated, decoded[0].encoding if decoded else None, warnings)


def _is_same(piece: Piece, title: str) -> bool:
    return piece.role is None and " ".join(piece.text.split()).casefold() == title.casefold()


def _passages(part: Message) -> list[Passage]:
    """Return the passages of a part that is shown; of a page that shows nothing, its name."""
    text = mime.text(part).text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    if _kind(part) == "text/html" or _PAGE.match(text):
        tree = fragment(text)
        return shown(tree) or [
            Passage(name.text.strip()) for name in tree.iter("title") if (name.text or "").strip()
        ]
    return written(text)


def _without_prefixes(subject: str) -> tuple[str, bool]:
    """Return a subject without Re: and Fwd:, and whether the mail was forwarded last."""
    title, forward = subject, None
    while found := _PREFIX.match(title):
        forward = bool(found["forward"]) if forward is None else forward
        title = title[found.end() :]
    return title, bool(forward)


def _stated(message: Message, title: str, head: Mapping[str, str]) -> tuple[dict[str, Stated], list[str]]:
    """Return what the headers say, those of the forwarded mail where there is one, and what is unsure."""
    stated, doubts = {}, []
    mail = "the forwarded mail" if head else "the mail"
    subject = head["subject"] if head else title
    if subject := _without_prefixes(subject)[0]:
        stated["title"] = Stated(subject, f"{mail}’s subject: “{subject}”")
    sender = head["from"] if head else mime.header(message, "From")
    name, address = _sender(sender)
    mailing = "" if head else mime.header(message, "List-Id")
    if name:
        stated["source"] = Stated(name, f"{mail}’s sender: “{sender}”")
    elif mailing_name := _sender(mailing)[0]:
        stated["source"] = Stated(mailing_name, f"{mail}’s List-Id: “{mailing}”")
    elif address:
        stated["source"] = Stated(address.partition("@")[2] if mailing else address, f"{mail}’s sender: “{sender}”")
    date = head["date"] if head else mime.header(message, "Date")
    if day := mime.day(date):
        stated["published"] = Stated(day, f"{mail}’s Date: “{date}”")
    elif found := stated_date(date):
        doubts.append(doubt(found.words))
    return stated, doubts


def _sender(words: str) -> tuple[str, str]:
    """Return the name and the address in the words that tell a sender, "" for what they do not tell."""
    words = words.partition(">")[0]
    address = _ADDRESS.search(words)
    name = re.sub(r"mailto:|<.*|[\[\]\"]|\(\s*\)", "", _ADDRESS.sub("", words))
    return name.strip(" '()-,;"), address.group() if address else ""


def _not_read(name: str) -> str:
    return f"The attached “{name}” was not read. Save it from the mail, and import it."
