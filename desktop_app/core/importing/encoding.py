"""From bytes to characters: which encoding an original is written in, and whether that was said or guessed."""

import codecs
import re
from dataclasses import dataclass

from desktop_app.core.errors import UnreadableFile

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages declare, and the larger encoding browsers read it as (WHATWG Encoding Standard).
READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
SEVEN_BIT = ("iso2022", "hz")  # look like UTF-8, so their word must be taken first
DAMAGE_BORNE = 0.05  # share of the characters beyond ASCII that may be unreadable before we doubt the encoding
CENTRAL_EUROPEAN = (["Croatian"], ["Czech"], ["Hungarian"], ["Polish"], ["Romanian"], ["Slovak"], ["Slovene"])
SAMPLE = 200_000  # bytes that are enough to guess from
MOST_CONTROLS = 0.02  # share of control characters above which a file is no text

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


@dataclass(frozen=True)
class Decoded:
    """The characters of an original; `warnings` are sentences for the user where something is unsure."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(original: bytes, declared: str | None = None) -> Decoded:
    """Decode an original: byte order mark, UTF-8, what it declares, then a guess that is told."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if original.startswith(mark):
            return _forgiving(original[len(mark) :], encoding)
    said = _codec(declared)
    order = [said, "utf-8"] if said and said.startswith(SEVEN_BIT) else ["utf-8", said]
    for encoding in filter(None, order):
        text = _strictly(original, encoding)
        if text is not None:
            return Decoded(text, encoding)
    for encoding in filter(None, order):
        decoded = _forgiving(original, encoding)
        if _damage(decoded.text) <= DAMAGE_BORNE:
            return decoded
    return _guessed(original)


def text_of(decoded: Decoded, name: str) -> str:
    """Return decoded characters fit to keep, its lines ended alike; raises UnreadableFile for what is no text."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableFile("empty", f"“{name}” has no text in it. Check whether it was saved completely.")
    controls = len(_CONTROLS.findall(text))
    if controls > MOST_CONTROLS * len(text):
        message = f"“{name}” is not text, although its name says so. Open it in the program it comes from."
        raise UnreadableFile("binary", message)
    return text.replace("\x00", "\ufffd") if controls else text


def _codec(declared: str | None) -> str | None:
    """Return Python's name for a declared encoding, None where it is unknown or cannot be meant."""
    try:
        name = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):
        return None  # a declaration in ASCII letters cannot itself be UTF-16
    try:
        "".encode(name)
    except (LookupError, TypeError):
        return None  # base64, zlib and the like: codecs, but not of text
    return READ_AS.get(name, name)


def _strictly(original: bytes, encoding: str) -> str | None:
    try:
        return original.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _forgiving(original: bytes, encoding: str) -> Decoded:
    """Decode, and count what cannot be read rather than drop it."""
    text = original.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    return Decoded(text, encoding, (_told(lost),) if lost else ())


def _told(lost: int) -> str:
    what = "1 character" if lost == 1 else f"{lost:,} characters"
    return f"{what} could not be read; in the text “\ufffd” stands for each."


def _damage(text: str) -> float:
    """Return the share of unreadable characters among those beyond ASCII."""
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") / beyond if beyond else 0.0


def _guessed(original: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    found = from_bytes(original[:SAMPLE])
    best = found.best()
    likely = [match for match in found if best and (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    western = any("cp1252" in match.could_be_from_charset for match in likely)
    if not best or (western and best.languages[:1] not in CENTRAL_EUROPEAN):
        encoding = "cp1252"  # of what is equally likely the commonest
    else:
        encoding = READ_AS.get(best.encoding, best.encoding)
    decoded = _forgiving(original, encoding)
    warning = (
        f"The file does not say its encoding; it was read as {encoding}. Check accents and special characters."
    )
    return Decoded(decoded.text, encoding, (warning, *decoded.warnings))
