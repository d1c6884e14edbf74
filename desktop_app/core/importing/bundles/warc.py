"""Reading a web archive (WARC, ARC): each page, PDF and plain text in it is a member."""

import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from io import BufferedReader, BytesIO, RawIOBase, StringIO
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles.bounds import LARGEST
from desktop_app.core.importing.bundles.member import Lost, Member, too_large
from desktop_app.core.importing.cleaning.pieces import Stated

BLOCK = 65_536  # bytes read at once, and the longest line in a head
MOST_BROKEN = 100  # records after which the rest of a file is not worth the time

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}
_UNPACKABLE = ("br", "zstd", "compress")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_FOR_MACHINES = re.compile(r"/(?:robots|ads|app-ads|humans|security)\.txt$")
_GZIP = b"\x1f\x8b\x08"
_BEGINS = re.compile(rb"WARC/\d|[a-z]+://\S+ \S+ \d{14} \S+ \d+\s*$")
_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z?")
_BROKEN = (  # what the library and its parsers raise for a broken record
    ArchiveLoadFailed, StatusAndHeadersParserException, ChunkedDataException, zlib.error, EOFError, ValueError,
    TypeError, AttributeError, AssertionError,
)  # fmt: skip


def members(file: BinaryIO, name: str) -> Iterator[Member | Lost]:
    """Yield what was captured with success; a broken record is lost, and the next that is whole is read."""
    records = _Records(file)
    broken = 0
    while broken < MOST_BROKEN:
        record: Any = None
        found: Member | Lost | None
        try:
            record = records.next()
            if record is None:
                return
            found = _member(record)
        except _BROKEN:
            broken += 1
            found = _damaged(_address(record) if record else "", name)
            records.skip()
        if found:
            yield found
    message = f"So much of “{name}” is damaged that the rest of it was not read. Try to download it again."
    yield Lost(name, UnreadableFile("damaged", message))


class _Records:
    """The records of a web archive, one after the other."""

    def __init__(self, file: BinaryIO) -> None:
        self._lines = _Lines(_Unpacked(file), BLOCK)
        self._begin(None)

    def next(self) -> Any:
        """Return the next record, None after the last."""
        with redirect_stderr(StringIO()):  # where the library complains of what it then forgives
            return next(self._iterator, None)

    def skip(self) -> None:
        """Go to the line that begins the next record."""
        line = None
        while line is None or (line and not _BEGINS.match(line)):
            with suppress(zlib.error):  # the stream has gone on behind the damage
                line = self._lines.readline()
        self._begin(line)

    def _begin(self, line: bytes | None) -> None:
        self._iterator = ArchiveIterator(BytesIO())
        self._iterator.reader, self._iterator.next_line = self._lines, line


class _Lines(BufferedReader):
    """A stream as the library reads it, with lines that end, be it by force."""

    decompressor = None

    def readline(self, size: int | None = -1) -> bytes:
        """Return the next line, or as much of it as the head of a record may have."""
        return super().readline(BLOCK if size is None or size < 0 else min(size, BLOCK))

    def tell(self) -> int:
        """Return no place in the file: nobody here goes back to one."""
        return 0

    def rem_length(self) -> int:
        """Return no number of bytes waiting: see tell."""
        return 0

    def close_decompressor(self) -> None:
        """Close nothing: what is packed is unpacked below."""


class _Unpacked(RawIOBase):
    """A file, unpacked where it is compressed; after damage it raises zlib.error and goes on at the next piece."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = file.read(BLOCK)
        self._inflate = zlib.decompressobj(31) if self._packed.startswith(_GZIP) else None

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with the next bytes, and return how many there were, 0 at the end."""
        found = b""
        while self._packed and not found:
            if self._inflate is None:
                found, self._packed = self._packed[: len(buffer)], self._packed[len(buffer) :]
                self._packed = self._packed or self._file.read(BLOCK)
            else:
                found = self._inflated(self._inflate, len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def _inflated(self, inflate: Any, size: int) -> bytes:
        try:
            found: bytes = inflate.decompress(self._packed, size)
        except zlib.error:
            self._inflate = zlib.decompressobj(31)
            self._find()
            raise
        self._packed = inflate.unconsumed_tail
        if inflate.eof:
            self._packed = inflate.unused_data
            self._inflate = zlib.decompressobj(31)
        self._packed = self._packed or self._file.read(BLOCK)
        return found

    def _find(self) -> None:
        """Go to the next compressed piece of the file."""
        while (place := self._packed.find(_GZIP, 1)) < 0:
            more = self._file.read(BLOCK)
            if not more:
                self._packed = b""
                return
            self._packed = self._packed[-len(_GZIP) :] + more
        self._packed = self._packed[place:]


def _member(record: Any) -> Member | Lost | None:
    """Return what a record holds, None where it is nothing to read; raises one of _BROKEN where it is damaged."""
    heads = record.http_headers
    if record.rec_type == "response" and heads:
        kind = heads.get_header("Content-Type") if heads.get_statuscode() == "200" else None
    else:
        kind = record.content_type if record.rec_type == "resource" else None
    suffix = _SUFFIXES.get((kind or "").partition(";")[0].strip().lower())
    address = _address(record)
    if not suffix or not _WEB.match(address) or _FOR_MACHINES.search(address):
        return None
    name = _name(address, suffix)
    packing = (heads.get_header("Content-Encoding") or "").strip().lower() if heads else ""
    if packing in _UNPACKABLE:
        message = f"“{name}” is packed in a way (“{packing}”) that cannot be unpacked. Save the page by itself."
        return Lost(name, UnreadableFile("unsupported", message))
    if record.length is None or record.length > LARGEST:
        return too_large(name)
    content = _content(record)
    return Member(name, content, _stated(record, address)) if len(content) <= LARGEST else too_large(name)


def _content(record: Any) -> bytes:
    with redirect_stderr(StringIO()) as complaint:
        content: bytes = record.content_stream().read(LARGEST + 1)
    cut_off = not record.raw_stream.read(BLOCK) and record.raw_stream.limit > 0
    if complaint.getvalue() or cut_off:
        raise EOFError
    return content


def _address(record: Any) -> str:
    heads = record.rec_headers
    return heads.get_header("WARC-Target-URI") or heads.get_header("uri") or ""


def _name(address: str, suffix: str) -> str:
    """Return an address as the name of a file of its kind."""
    name = address.rstrip("/")
    return name if name.lower().endswith((suffix, suffix.rstrip("l"))) else name + suffix


def _stated(record: Any, address: str) -> dict[str, Stated]:
    """Return where and when a record says it was captured."""
    stated = {"url": Stated(address, f"the web archive’s address of the page: {address}")}
    date = record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date") or ""
    if _MOMENT.fullmatch(date):
        moment = _MOMENT.sub(r"\1-\2-\3T\4:\5:\6Z", date)
        stated["captured"] = Stated(moment, f"the web archive’s date of the capture: {date}")
    return stated


def _damaged(address: str, name: str) -> Lost:
    what = f"The page {address}" if address else "A record"
    message = f"{what} in “{name}” is damaged, so it was not read. Try to download the archive again."
    return Lost(address or name, UnreadableFile("damaged", message))
