"""What comes out of a bundle: its members, and those that could not be had."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.pieces import Stated


@dataclass(frozen=True)
class Member:
    """One original out of a bundle; `stated` are the facts of an article that the bundle knows of it."""

    name: str
    original: bytes
    stated: Mapping[str, Stated] = field(default_factory=dict)


@dataclass(frozen=True)
class Lost:
    """A member that could not be had, and why."""

    name: str
    error: UnreadableFile
