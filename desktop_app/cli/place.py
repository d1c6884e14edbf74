"""Which archive a command means."""

from argparse import Namespace
from pathlib import Path

from desktop_app.paths import default_archive


def archive_folder(options: Namespace) -> Path:
    """Return the folder named by --archive, or the user's own archive."""
    folder: Path = options.archive or default_archive()
    return folder.absolute()
