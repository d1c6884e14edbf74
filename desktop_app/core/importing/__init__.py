"""From files to articles: finding, reading and cleaning them, and taking them into an archive."""

from desktop_app.core.importing.intake import import_paths
from desktop_app.core.importing.reading import Original, read_files

__all__ = ["Original", "import_paths", "read_files"]
