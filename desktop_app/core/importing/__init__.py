"""From files to articles: finding, reading and cleaning them, and taking them into an archive."""

from desktop_app.core.importing.files import read_file
from desktop_app.core.importing.formats import read
from desktop_app.core.importing.intake import import_paths

__all__ = ["import_paths", "read", "read_file"]
