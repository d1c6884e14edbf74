"""From bytes to characters: which encoding an original is written in, and whether that was said or guessed."""

import codecs
import re
from dataclasses import dataclass

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.decoding.guessing import guess, seven_bit, shifting, unmarked_unicode

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
    "iso2022_jp": "iso2022_jp_ext",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
# What a user may choose where a guess went wrong, and what it is for; the commonest first.
CHOICES = {
    "utf-8": "Unicode, all languages",
    "utf-16-le": "Unicode in pairs of bytes, Windows",
    "utf-16-be": "Unicode in pairs of bytes, other systems",
    "cp1252": "Western European, Windows",
    "mac_roman": "Western European, old Macintosh",
    "cp850": "Western European, DOS",
    "cp1250": "Central European, Windows",
    "iso8859_2": "Central European",
    "cp852": "Central European, DOS",
    "mac_latin2": "Central European, old Macintosh",
    "cp1257": "Baltic, Windows",
    "iso8859_13": "Baltic",
    "iso8859_4": "Baltic, older",
    "cp1254": "Turkish",
    "cp1258": "Vietnamese",
    "cp1251": "Cyrillic, Windows",
    "koi8_r": "Russian, Unix",
    "koi8_u": "Ukrainian, Unix",
    "iso8859_5": "Cyrillic",
    "cp866": "Cyrillic, DOS",
    "mac_cyrillic": "Cyrillic, old Macintosh",
    "cp1253": "Greek, Windows",
    "iso8859_7": "Greek",
    "cp1255": "Hebrew, Windows",
    "iso8859_8": "Hebrew",
    "cp1256": "Arabic and Persian, Windows",
    "iso8859_6": "Arabic",
    "cp874": "Thai",
    "gb18030": "Chinese, simplified",
    "big5hkscs": "Chinese, traditional",
    "cp932": "Japanese, Windows (Shift JIS)",
    "euc_jp": "Japanese, Unix",
    "iso2022_jp_ext": "Japanese, mail",
    "cp949": "Korean",
    "johab": "Korean, older",
}
SEVEN_BIT = ("iso2022", "hz")  # look like UTF-8, so their word must be taken first
DAMAGE_BORNE = 0.05  # share of the characters beyond ASCII that may be unreadable before we doubt the encoding
DECLARED_WITHIN = 4096  # bytes
MOST_CONTROLS = 0.02  # share of control characters above which a file is no text

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([\w-]+)|<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)"""
    rb"""|@charset\s+["']([\w-]+)""",
    re.IGNORECASE,
)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20), 0x7F])
_NO_CONTROLS = bytes(set(range(0x100)) - set(_CONTROLS))


@dataclass(frozen=True)
class Decoded:
    """The characters of an original; `warnings` are sentences for the user where something is unsure."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(original: bytes, declared: str | None = None, chosen: str | None = None) -> Decoded:
    """Decode an original.

    What the user has chosen counts before anything else; then a byte order mark, UTF-8, what is declared beside
    the original or at its head, and at last a guess that is told.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if original.startswith(mark) and chosen in (None, encoding):
            return _forgiving(original[len(mark) :], encoding)
    if chosen:
        return _forgiving(original, chosen)
    if unmarked := unmarked_unicode(original):
        return _guessed(original, unmarked)
    return _as_said(original, declared) or _guessed(original, guess(original))


def declared_in(original: bytes) -> str | None:
    """Return the encoding an XML document, a feed, a page or a style sheet declares at its head."""
    found = _DECLARED.search(original[:DECLARED_WITHIN])
    return next(filter(None, found.groups())).decode("ascii") if found else None


def text_of(decoded: Decoded, name: str) -> str:
    """Return decoded characters fit to keep, its lines ended alike; raises UnreadableFile for what is no text."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableFile("empty", f"“{name}” has no text in it. Check whether it was saved completely.")
    controls = len(text.encode(errors="surrogatepass").translate(None, delete=_NO_CONTROLS))
    if controls > MOST_CONTROLS * len(text):
        message = f"“{name}” is not text, although its name says so. Open it in the program it comes from."
        raise UnreadableFile("binary", message)
    return text.replace("\x00", "\ufffd") if controls else text


def _as_said(original: bytes, declared: str | None) -> Decoded | None:
    """Decode as UTF-8 or as declared, whichever fits; None where neither does."""
    shifts = shifting(original)
    if not shifts and (text := _strictly(original, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    said = _codec(declared) or _codec(declared_in(original)) or (seven_bit(original) if shifts else None)
    order = [said, "utf-8"] if said and said.startswith(SEVEN_BIT) else ["utf-8", said]
    for encoding in filter(None, order):
        text = _strictly(original, encoding)
        if text is not None:
            return Decoded(text, encoding)
    for encoding in filter(None, order):
        decoded = _forgiving(original, encoding)
        if _damage(decoded.text) <= DAMAGE_BORNE:
            return decoded
    return None


def _codec(declared: str | None) -> str | None:
    """Return Python's name for a declared encoding, None where it is unknown or cannot be meant."""
    label = re.sub(r"^x-|-[ie]$", "", (declared or "").strip().lower())
    label = re.sub(r"^(?:windows|win|dos)-?(?=\d+$)", "cp", label)
    try:
        name = codecs.lookup(label).name
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


def _guessed(original: bytes, encoding: str) -> Decoded:
    decoded = _forgiving(original, encoding)
    warning = (
        f"The file does not say its encoding; it was read as {encoding}. Check accents and special characters."
    )
    return Decoded(decoded.text, encoding, (warning, *decoded.warnings))
