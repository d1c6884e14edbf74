"""What a bundle holds: its members, and those of them that cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles.bounds import LARGEST
from desktop_app.core.importing.cleaning.pieces import Stated


@dataclass(frozen=True)
class Member:
    """An original in a bundle; `stated` are facts the bundle knows of it, by field of Article."""

    name: str
    original: bytes
    stated: Mapping[str, Stated] = field(default_factory=dict)


@dataclass(frozen=True)
class Lost:
    """A member that cannot be read, and why."""

    name: str
    error: UnreadableFile


def too_large(name: str) -> Lost:
    """Return a member that has more bytes than are read."""
    message = f"“{name}” has more than {LARGEST / 1e6:.0f} MB, so it was not read. Save only the article from it."
    return Lost(name, UnreadableFile("too_large", message))
