"""A web archive gives its pages with where and when they were captured, and survives its own damage."""

import gzip
from io import BytesIO

import pytest

from desktop_app.core.importing.bundles import warc
from desktop_app.core.importing.bundles.member import Lost, Member
from desktop_app.core.importing.bundles.warc import members

PAGE = b"<p>The bridge over the Orla is open.</p>"
ADDRESS = "https://orlapost.example/bridge"


def record(content: bytes = PAGE, address: str = ADDRESS, kind: str = "response", **heads: str) -> bytes:
    """Return a record of a response with these HTTP headers."""
    stated = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in heads.items()}}
    status = stated.pop("status", "200 OK")
    lines = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
    block = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + content
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2016-05-14T10:00:00Z\r\n"
    head += f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def found(archive: bytes) -> list[Member | Lost]:
    return list(members(BytesIO(archive), "a.warc"))


def pages(archive: bytes) -> list[bytes]:
    return [member.original for member in found(archive) if isinstance(member, Member)]


@pytest.mark.parametrize(
    "packed", [bytes, gzip.compress, lambda whole: b"".join(map(gzip.compress, (whole[:9], whole[9:])))]
)
def test_pages_are_members(packed: object) -> None:
    """Packed record by record, as a whole or not at all, an archive gives the same."""
    assert callable(packed)
    first, second = found(packed(record() + record(b"<p>Two</p>", ADDRESS + "/2/")))
    assert isinstance(first, Member)
    assert (first.name, first.original) == (ADDRESS + ".html", PAGE)
    assert {name: fact.value for name, fact in first.stated.items()} == {
        "url": ADDRESS, "captured": "2016-05-14T10:00:00Z",
    }  # fmt: skip
    assert first.stated["captured"].evidence == "the web archive’s date of the capture: 2016-05-14T10:00:00Z"
    assert second.name == ADDRESS + "/2.html"


def test_only_what_can_be_an_article_is_a_member() -> None:
    """Errors, pictures, files for machines, and what only points to another record are left out."""
    archive = (
        record(status="404 Not Found") + record(Content_Type="image/png") + record(kind="revisit")
        + record(address="https://orlapost.example/robots.txt", Content_Type="text/plain") + record(kind="request")
        + record(address="metadata://gnu.org/log", Content_Type="text/plain")
        + record(Content_Type="application/pdf") + record(Content_Type="Text/Plain; charset=utf-8")
    )  # fmt: skip
    assert [member.name for member in found(archive)] == [ADDRESS + ".pdf", ADDRESS + ".txt"]


def test_sent_contents_are_unpacked() -> None:
    """Chunks and compression belong to the way; what cannot be unpacked is lost with a sentence."""
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    assert pages(record(chunked, Transfer_Encoding="chunked")) == [PAGE]
    assert pages(record(gzip.compress(PAGE), Content_Encoding="gzip")) == [PAGE]
    (lost,) = found(record(Content_Encoding="br"))
    assert isinstance(lost, Lost)
    assert (lost.error.code, "cannot be unpacked" in lost.error.message) == ("unsupported", True)


def test_arc_is_read() -> None:
    """The older form has its own head and its own dates."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = b"filedesc://a.arc 0.0.0.0 20160514100000 text/plain 17\n1 0 Orla\nURL etc\n\n"
    (page,) = found(head + b"%s 1.2.3.4 20160514100000 text/html %d\n%s\n" % (ADDRESS.encode(), len(block), block))
    assert isinstance(page, Member)
    assert (page.original, page.stated["captured"].value) == (PAGE, "2016-05-14T10:00:00Z")


@pytest.mark.parametrize(
    "broken",
    [
        record().replace(b"Content-Length: ", b"Content-Length: -"),
        record().replace(b"WARC-Target-URI", b"X-URI"),
        record().replace(b"HTTP/1.1 200 OK", b"gibberish"),
        b"gibberish\r\n\r\n" + b"WARC/9\r\n\r\n",
        record(b"4\r\nab", Transfer_Encoding="chunked").replace(b"4\r\n", b"zz\r\n")[:-60] + b"\r\n\r\n",
    ],
)
def test_a_broken_record_costs_only_itself(broken: bytes) -> None:
    """Before and after it the archive is read."""
    after = record(b"<p>Two</p>", ADDRESS + "/2")
    assert pages(record() + broken + after + after)[0] == PAGE
    assert pages(record() + broken + after + after)[-1] == b"<p>Two</p>"


def test_damage_in_a_packed_record_is_told() -> None:
    """Half a page is not passed off as the page."""
    packed = bytearray(gzip.compress(record(bytes(range(256)) * 40, ADDRESS + "/0")))
    packed[len(packed) // 2] ^= 0xFF
    lost, page = found(bytes(packed) + gzip.compress(record()))
    assert isinstance(lost, Lost)
    assert (lost.error.code, isinstance(page, Member)) == ("damaged", True)
    (cut_off,) = found(record()[:-20])
    assert isinstance(cut_off, Lost)
    assert cut_off.name == ADDRESS
    (half,) = found(record(gzip.compress(PAGE * 99)[:-40], Content_Encoding="gzip")[:-30])
    assert isinstance(half, Lost)


def test_memory_and_patience_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is too large is lost alone, and an archive of rubbish is given up."""
    monkeypatch.setattr(warc, "LARGEST", 500)
    large = gzip.compress(b"x" * 100_000)
    lost, page = found(record(large, Content_Encoding="gzip") + record())
    assert isinstance(lost, Lost)
    assert (lost.error.code, isinstance(page, Member)) == ("too_large", True)
    *_, last = found(record().replace(b"WARC-Target-URI", b"X-URI") * 1_000)
    assert isinstance(last, Lost)
    assert "the rest of it was not read" in last.error.message
