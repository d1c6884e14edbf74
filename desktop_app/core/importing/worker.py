"""The worker process that reads files: bounded in time, memory and output, and with nothing to lose."""

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain, islice
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, TextIO

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import START, bundle_of, members
from desktop_app.core.importing.bundles.member import Lost, Member
from desktop_app.core.importing.cleaning.pieces import completed
from desktop_app.core.importing.formats import read
from desktop_app.core.importing.records_beside import stated_beside

if TYPE_CHECKING:
    from desktop_app.core.archive.likenesses import Traits

SECONDS, SECONDS_A_MB = 8.0, 1.0  # one file may take; an article takes some hundredths of a second
MEMORY = 1_000_000_000  # bytes a worker may ask for, where the system lets us say so
LONGEST = 60_000_000  # characters of all articles in one file
DEEPEST = 2  # bundles within bundles
ENOUGH, PAUSE = 100_000, 0.05  # characters and seconds after which what was read is sent back
MANY = 100  # originals a worker reads before it works out traits too: what that needs takes long to load


@dataclass(frozen=True)
class Job:
    """One file to read: its bytes, or None for a bundle, whose first `skip` members are left out."""

    path: Path
    original: bytes | None
    skip: int = 0


@dataclass(frozen=True)
class Item:
    """One original that was read, or why it was not; `member` is its name in a bundle, "" for the file itself.

    `traits` are those of its articles, where they were worked out.
    """

    member: str
    original: bytes | None
    articles: list[Article]
    error: UnreadableFile | None = None
    traits: Sequence["Traits"] = ()


def seconds_for(size: int) -> float:
    """Return how long reading a file of `size` bytes may take."""
    return SECONDS + SECONDS_A_MB * size / 1e6


def serve(pipe: Connection) -> None:
    """Read the jobs that come through the pipe, some at once, until it is closed.

    What is sent back are lists of items in the order of the jobs; None ends a bundle.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the import, which then ends us
    _limit_memory()
    read = 0
    with Path(os.devnull).open("w") as nowhere:
        while True:
            try:
                jobs: list[Job] = pipe.recv()
                for items in _together((job, item) for job in jobs for item in _watched(job, nowhere)):
                    read += len(items)
                    pipe.send(with_traits(items) if read > MANY else items)
            except (EOFError, OSError):
                return


def _watched(job: Job, nowhere: TextIO) -> Iterator[Item | None]:
    """Yield the items of a job; ends the process where one takes too long, also in a parser of C."""
    items: Iterator[Item | None] = chain(iter_items(job), [None])
    goes_on = True
    while goes_on:
        faulthandler.dump_traceback_later(seconds_for(len(job.original or b"")), exit=True, file=nowhere)
        item = next(items)
        faulthandler.cancel_dump_traceback_later()
        yield item
        goes_on = job.original is None and item is not None


def _together(items: Iterator[tuple[Job, Item | None]]) -> Iterator[list[Item | None]]:
    """Yield what was read together that took little time and space.

    A member of a bundle is sent before the next is read: what ends the process is taken for the one after the last.
    """
    waiting: list[Item | None] = []
    size, since = 0, time.monotonic()
    for job, item in items:
        waiting.append(item)
        size += sum(len(article.text) for article in item.articles) + len(item.original or b"") if item else 0
        if job.original is None or size > ENOUGH or time.monotonic() - since > PAUSE:
            yield waiting
            waiting, size, since = [], 0, time.monotonic()
    if waiting:
        yield waiting


def with_traits(items: Sequence[Item | None]) -> Sequence[Item | None]:
    """Return what was read with the traits of its articles; those of long texts are left to whoever needs them."""
    from desktop_app.core.importing.traits import traits_of

    short = [item for item in items if item and sum(len(article.text) for article in item.articles) <= ENOUGH]
    try:
        traits = iter(traits_of(article for item in short for article in item.articles))
    except MemoryError:
        return items
    told = {id(item): replace(item, traits=list(islice(traits, len(item.articles)))) for item in short}
    return [told.get(id(item), item) for item in items]


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(
            resource.RLIMIT_AS, (MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most), most)
        )


def iter_items(job: Job) -> Iterator[Item]:
    """Yield the originals in a file, each read into its articles."""
    if job.original is not None:
        yield _item(Member(job.path.name, job.original, stated_beside(job.path)), "")
        return
    try:
        with job.path.open("rb") as file:
            kind = bundle_of(job.path.name, file.read(START))
            file.seek(0)
            number = -1
            for number, found in enumerate(_unpacked(kind or "", file, job.path.name, 1)):
                if number >= job.skip:
                    yield _item(found, found.name) if isinstance(found, Member) else _lost(found.name, found.error)
            if number < 0:
                message = f"“{job.path.name}” holds nothing to read. Check whether it was saved completely."
                yield _lost("", UnreadableFile("empty", message))
    except UnreadableFile as error:
        yield _lost("", error)
    except MemoryError:
        yield _lost("", too_complex(job.path.name))
    except Exception:  # noqa: BLE001 - whatever a damaged bundle does to its reader, it costs only the rest of it
        message = f"“{job.path.name}” is damaged; what could be read of it was. Try to download it again."
        yield _lost("", UnreadableFile("damaged", message))


def _unpacked(kind: str, file: BinaryIO, name: str, depth: int) -> Iterator[Member | Lost]:
    """Yield the members of a bundle and of the bundles in it."""
    for found in members(kind, file, name):
        inner = bundle_of(found.name, found.original[:START]) if isinstance(found, Member) else None
        if inner is None or isinstance(found, Lost):
            yield found
        elif depth >= DEEPEST:
            message = f"“{found.name}” lies in archives within archives. Unpack it and import what is in it."
            yield Lost(found.name, UnreadableFile("unsupported", message))
        else:
            try:
                for deeper in _unpacked(inner, BytesIO(found.original), found.name, depth + 1):
                    yield _within(found.name, deeper)
            except UnreadableFile as error:
                yield Lost(found.name, error)


def _within(outer: str, found: Member | Lost) -> Member | Lost:
    name = f"{outer}/{found.name}"
    if isinstance(found, Lost):
        return Lost(name, found.error)
    return Member(name, found.original, found.stated)


def _item(found: Member, member: str) -> Item:
    """Read one original."""
    name = PurePosixPath(found.name.replace("\\", "/")).name
    try:
        articles = [completed(article, found.stated) for article in read(found.original, name)]
        if sum(len(article.text) for article in articles) > LONGEST:
            return _lost(member, too_complex(name))
    except UnreadableFile as error:
        return _lost(member, error)
    except MemoryError:
        return _lost(member, too_complex(name))
    return Item(member, found.original if member else None, articles)


def _lost(member: str, error: UnreadableFile) -> Item:
    return Item(member, None, [], error)


def too_complex(name: str) -> UnreadableFile:
    """Return what is said of a file that would fill the memory."""
    message = f"Reading “{name}” took more memory than is allowed for one file. Split it, or save only the article."
    return UnreadableFile("too_complex", message)
