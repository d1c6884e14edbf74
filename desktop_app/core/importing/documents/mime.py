"""Messages as mail programs and browsers write them: their headers and contents, however broken."""

import re
from datetime import UTC, date
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime, parsedate_tz

from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.decoding.encoding import Decoded, decode

EARLIEST = 1971  # no mail is older; 1 January 1970 is what a computer without a clock says

_WORD = r"=\?([^?\s]+)\?([bq])\?([^?]*)\?="
_WORDS = re.compile(rf"{_WORD}(?:\s*{_WORD.replace('(', '(?:')})*", re.IGNORECASE)
_DUE_FORM = re.compile(r"(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|UT|GMT)(?: \(.*\))?")
_META = re.compile(rb"""<meta[^>]{0,200}charset=["']?\s*([\w-]+)""", re.IGNORECASE)


def parse(original: bytes) -> Message:
    """Return a message; whatever is broken in it is read as far as it can be."""
    return message_from_bytes(original)


def header(message: Message, name: str) -> str:
    """Return the words of a header on one line, "" where there is none."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            raw = str(value).encode("utf-8", "surrogateescape")
            words = decode(raw, message.get_content_charset()).text
            return " ".join(_WORDS.sub(lambda found: _plain(found.group()), words).split())
    return ""


def content(part: Message) -> bytes:
    """Return the bytes a part of a message holds, unpacked from the form they were sent in."""
    sent_as = header(part, "Content-Transfer-Encoding")
    if sent_as:
        part.replace_header("Content-Transfer-Encoding", sent_as.strip(" \t;\"'").lower())
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def text(part: Message) -> Decoded:
    """Return the characters of a part, by the charset it states, or by that of a page in it."""
    payload = content(part)
    declared = part.get_content_charset()
    if not declared and (found := _META.search(payload[:4096])):
        declared = found[1].decode("ascii")
    return decode(payload, declared)


def file_name(part: Message) -> str:
    """Return the name of an attached file without folders, "" where it has none."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):  # what the parser makes of broken parameters
        name = ""
    words = _WORDS.sub(lambda found: _plain(found.group()), name.encode("utf-8", "replace").decode("utf-8"))
    return re.split(r"[/\\]", " ".join(words.split()))[-1]


def day(words: str) -> str | None:
    """Return the ISO 8601 day a Date header states, None where it states none in one way only."""
    found = parsedate_tz(words) if re.search(r"[A-Za-z]{3}", words) else None
    try:
        stated = date(*found[:3]).isoformat() if found else None
    except ValueError:
        stated = None
    if not stated and (told := stated_date(words)):
        stated = told.iso
    return stated if stated and int(stated[:4]) >= EARLIEST else None


def moment(words: str) -> str | None:
    """Return the ISO 8601 time a Date header states, the day alone where the time is in a form of its own."""
    if day(words) and _DUE_FORM.fullmatch(words):
        try:
            stated = parsedate_to_datetime(words)
            return (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).isoformat()  # -0000 stands for UTC
        except ValueError:
            return None
    return day(words)


def _plain(words: str) -> str:
    """Return encoded words as they read; a character may be split between two of them."""
    pieces: list[tuple[str, bytes]] = []
    for charset, form, packed in re.findall(_WORD, words, re.IGNORECASE):
        part = Message()
        part["Content-Transfer-Encoding"] = "base64" if form in "bB" else "quoted-printable"
        part.set_payload(packed if form in "bB" else packed.replace("_", "=20"))
        raw = content(part)
        if pieces and pieces[-1][0].lower() == charset.lower():
            pieces[-1] = (charset, pieces[-1][1] + raw)
        else:
            pieces.append((charset, raw))
    return "".join(decode(raw, charset.partition("*")[0]).text for charset, raw in pieces)
