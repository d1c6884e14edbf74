"""The originals: every file as it came, named by its SHA-256, never changed."""

import hashlib
import os
import time
from pathlib import Path

from desktop_app.core.errors import ArchiveError


def digest(original: bytes) -> str:
    """Return the SHA-256 of an original, in lower-case hexadecimal."""
    return hashlib.sha256(original).hexdigest()


class Originals:
    """The folder of originals of one archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Return the place of an original."""
        return Path(f"{self.folder}/{sha256[:2]}/{sha256}")

    def keep(self, original: bytes) -> str:
        """Keep an original safely on the disk and return its SHA-256; raises OSError when it cannot be."""
        sha256 = digest(original)
        place = self.path(sha256)
        if not place.exists():
            half = Path(f"{place}.{os.getpid()}-{time.monotonic_ns()}")
            try:
                try:
                    _write(half, original)
                except FileNotFoundError:
                    place.parent.mkdir(parents=True, exist_ok=True)
                    _write(half, original)
                half.replace(place)
            except BaseException:
                half.unlink(missing_ok=True)
                raise
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return an original; raises ArchiveError when it is gone or no longer what it was."""
        try:
            original = self.path(sha256).read_bytes()
        except OSError as error:
            message = f"The original {sha256[:12]}… is missing from the archive. Restore it from a backup."
            raise ArchiveError("original_missing", message) from error
        if digest(original) != sha256:
            message = f"The original {sha256[:12]}… has been changed. Restore it from a backup."
            raise ArchiveError("original_changed", message)
        return original


def _write(place: Path, original: bytes) -> None:
    """Write a new file that survives a power cut, readable only, so that nobody edits it by mistake."""
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(place, how, 0o444), "wb") as file:
        file.write(original)
        file.flush()
        os.fsync(file.fileno())
