"""Messages saved by Outlook: subject, sender, day and text, in whichever form they are kept."""

from struct import pack

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.msg import read
from tests.core.importing.containers import compound

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
SENT = 131_077_080_000_000_000  # 14 May 2016, 14:00 UTC


def message(texts: dict[str, str], code_page: int = 0, **more: bytes) -> bytes:
    """Return a message with these properties; with a code page, their letters take one or two bytes of it."""
    listed = bytes(32) + pack("<HHIQ", 0x0040, 0x0039, 0, SENT)
    if code_page:
        listed += pack("<HHIQ", 3, 0x3FFD, 0, code_page)
    kind, encoding = ("001E", f"cp{code_page}") if code_page else ("001F", "utf-16-le")
    streams = {f"__substg1.0_{key}{kind}": text.encode(encoding) for key, text in texts.items()}
    return compound({"__properties_version1.0": listed, **streams, **more})


def test_a_message() -> None:
    """What the message says of itself is stated with its evidence, and the subject is the title."""
    found = read(
        message({"0037": "Bridge opens", "0C1A": "Harbour Wire", "1000": f"{STORY}\r\n\r\nIt is free.\r\n"}), "a"
    )[0]
    assert (found.title, found.source, found.published) == ("Bridge opens", "Harbour Wire", "2016-05-14")
    assert found.of("title", "body") == ["Bridge opens", STORY, "It is free."]
    assert found.evidence["published"] == "the message was sent on 2016-05-14 at 14:00 UTC"


def test_letters_of_a_code_page() -> None:
    """Older messages keep letters in a code page they name."""
    found = read(
        message({"0037": "橋開通", "0C1F": "post@orla.example", "1000": "奧拉河上的橋終於開放了。"}, code_page=950),
        "a",
    )[0]
    assert (found.title, found.source) == ("橋開通", "post@orla.example")


def test_a_page() -> None:
    """A message that is only a web page is read as one."""
    page = f"<html><body><p>{STORY}</p><p>It is free.</p></body></html>".encode()
    assert read(message({"0037": "Bridge"}, **{"__substg1.0_10130102": page}), "a")[0].of("body") == [
        STORY,
        "It is free.",
    ]


def test_what_is_attached_is_told() -> None:
    """Nobody thinks an attachment was read."""
    attached = {"__attach_version1.0_#00000000/__substg1.0_3707001F": "plan.pdf".encode("utf-16-le")}
    assert "“plan.pdf”" in read(message({"1000": STORY}, **attached), "a")[0].warnings[0]


def test_nothing_to_read() -> None:
    """A message without subject and text is refused in a sentence."""
    with pytest.raises(UnreadableFile) as error:
        read(message({"0C1A": "Ida Marsh"}), "a.msg")
    assert error.value.code == "no_text"
