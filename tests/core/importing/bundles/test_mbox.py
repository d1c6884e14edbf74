"""A mailbox is cut where its mails begin, and nowhere else."""

from io import BytesIO

import pytest

from desktop_app.core.importing.bundles import mbox
from desktop_app.core.importing.bundles.mbox import members
from desktop_app.core.importing.bundles.member import Lost, Member

BOX = b"""From ida@orlapost.example Sat May 14 10:00:00 2016
Subject: One

From the river it looked small.
>From here too.
From - Sun, 15 May 2016 10:00
Subject: Two

x
"""


def mails(box: bytes) -> list[bytes]:
    return [member.original for member in members(BytesIO(box), "a.mbox") if isinstance(member, Member)]


def test_mails_are_told_apart() -> None:
    """A sentence that begins with “From” begins no mail, and marks against that are taken away."""
    assert mails(BOX) == [
        b"Subject: One\n\nFrom the river it looked small.\nFrom here too.\n",
        b"Subject: Two\n\nx\n",
    ]
    assert [member.name for member in members(BytesIO(BOX), "Velmark.mbox")] == ["Velmark 1.eml", "Velmark 2.eml"]


def test_the_first_line_begins_a_mail_in_any_form() -> None:
    """What stands before the first mail belongs to none."""
    assert mails(b"\nFrom somebody\nSubject: One\n\nx") == [b"Subject: One\n\nx"]
    assert mails(b"no mailbox") == []


def test_a_mail_that_is_too_large_is_lost_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mails after it are read, and it never fills the memory."""
    monkeypatch.setattr(mbox, "LARGEST", 100)
    box = BOX.replace(b"From the river", b"x" * 200_000 + b"\n" + b"y" * 300)
    large, two = members(BytesIO(box), "a.mbox")
    assert isinstance(large, Lost)
    assert isinstance(two, Member)
    assert two.original == b"Subject: Two\n\nx\n"
