"""Where shipped files and the user's own folders are; the one place that knows."""

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_serif", "fontpkg_amiri", "fontpkg_frank_ruhl_libre")


def shipped(name: str) -> Path:
    """Return a shipped folder: inside the package once built, beside it in a checkout."""
    built = PACKAGE / name
    return built if built.is_dir() else PACKAGE.parent / name


def font_folders() -> list[Path]:
    """Return the folders with the fonts of the reader and the dossier, which come as packages."""
    specs = [importlib.util.find_spec(name) for name in FONT_PACKAGES]
    homes: list[Sequence[str]] = [spec.submodule_search_locations or () for spec in specs if spec]
    return [Path(home) / "files" for places in homes for home in places]


def settings_folder() -> Path:
    """Return the folder for settings, the list of recent archives and the log."""
    return _own("settings") or _user_folder("user_config_path")


def mappings_file() -> Path:
    """Return where is kept what the user has said of the columns of tables."""
    return settings_folder() / "columns.json"


def default_archive() -> Path:
    """Return the archive that opens when the user has not chosen another."""
    return (_own("documents") or _user_folder("user_documents_path")) / "Second Source archive"


def sample_archive() -> Path:
    """Return the place of the user's copy of the sample archive."""
    return (_own("data") or _user_folder("user_data_path")) / "Sample archive"


def _own(kind: str) -> Path | None:
    """Return the folder inside SECOND_SOURCE_HOME, which tests and portable installations set."""
    home = os.environ.get("SECOND_SOURCE_HOME")
    return Path(home) / kind if home else None


def _user_folder(kind: str) -> Path:
    from platformdirs import PlatformDirs

    folder: Path = getattr(PlatformDirs("Second Source", appauthor=False), kind)
    return folder
