"""A command means the archive that was named, or the user's own."""

from pathlib import Path

from desktop_app.cli.parser import parser
from desktop_app.cli.place import archive_folder
from desktop_app.paths import default_archive


def test_which_archive() -> None:
    """The name given wins, made absolute; else it is the user's own."""
    assert archive_folder(parser().parse_args(["recent"])) == default_archive()
    named = archive_folder(parser().parse_args(["recent", "--archive", "here"]))
    assert named == Path("here").absolute()
