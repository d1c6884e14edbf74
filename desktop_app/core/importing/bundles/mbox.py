"""Reading a mailbox (mbox): each mail is a member."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.core.importing.bundles.bounds import LARGEST
from desktop_app.core.importing.bundles.member import Lost, Member, too_large

LONGEST_LINE = 65_536  # bytes read at once

# Mailboxes of every kind write the day of the week and the time behind the sender.
_BEGIN = re.compile(rb"From .{0,300}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,60}\d\d?:\d\d")
_QUOTED = re.compile(rb">+From ")


def members(file: BinaryIO, name: str) -> Iterator[Member | Lost]:
    """Yield the mails in a mailbox; one that is too large is lost, and the others are read."""
    for number, mail in enumerate(_mails(file), 1):
        called = f"{name.removesuffix('.mbox')} {number}.eml"
        yield Member(called, mail) if len(mail) <= LARGEST else too_large(called)


def _mails(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of each mail, of one that is too large only the beginning."""
    gathered: list[bytes] = []
    size, begun, fresh = 0, False, True
    while line := file.readline(LONGEST_LINE):
        if fresh and line.startswith(b"From ") and (not begun or _BEGIN.match(line)):
            if begun:
                yield b"".join(gathered)
            gathered, size, begun = [], 0, True
        elif begun and size <= LARGEST:
            gathered.append(line[1:] if fresh and _QUOTED.match(line) else line)
            size += len(line)
        fresh = line.endswith(b"\n")
    if begun:
        yield b"".join(gathered)
