"""What a bundle may unpack to, so that a small file can never fill the computer."""

from collections.abc import Iterable

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.litter import kept

LARGEST = 25_000_000  # bytes of one member
MOST_BYTES = 4_000_000_000  # of all members together
MOST_MEMBERS = 20_000
STEEPEST = 200  # times a member may be larger than it is packed
EASILY = 5_000_000  # bytes below which no ratio is suspicious


def wanted(names: Iterable[str]) -> list[str]:
    """Return the names of members that a person put there; raises UnreadableFile where they are too many."""
    named = kept(list(names))
    if len(named) > MOST_MEMBERS:
        message = f"It holds {len(named):,} files; {MOST_MEMBERS:,} are read. Unpack it and import it in parts."
        raise UnreadableFile("too_large", message)
    return named


def check(name: str, size: int, packed: int | None = None) -> None:
    """Raise UnreadableFile where a member is too large or packed too tightly to be what it says."""
    if size > LARGEST:
        message = (
            f"“{name}” has {size / 1e6:,.1f} MB; files of up to {LARGEST / 1e6:.0f} MB are read. "
            "Split it, or save only the article."
        )
        raise UnreadableFile("too_large", message)
    if packed is not None and size > EASILY and size > STEEPEST * max(packed, 1):
        message = f"“{name}” unpacks to {size // max(packed, 1):,} times its size, which no article does; not read."
        raise UnreadableFile("too_large", message)


def too_much(name: str) -> UnreadableFile:
    """Return what is said of a bundle that would unpack to more than is read."""
    message = f"“{name}” unpacks to more than {MOST_BYTES / 1e9:.0f} GB. Unpack it and import it in parts."
    return UnreadableFile("too_large", message)
