"""What the program remembers between two starts, in one readable file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args

from desktop_app.paths import settings_folder

RECENT_KEPT = 8
Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Settings:
    """The user's choices; archives are folders, the newest first; `watched` gives the folder an archive watches."""

    theme: Theme = "system"
    recent: tuple[str, ...] = ()
    inspector: bool = True
    watched: Mapping[str, str] = field(default_factory=dict)

    def opened(self, folder: Path) -> "Settings":
        """Return the settings after this archive was opened."""
        others = [place for place in self.recent if place != str(folder)]
        return replace(self, recent=(str(folder), *others)[:RECENT_KEPT])

    def watching(self, archive: Path, folder: Path | None) -> "Settings":
        """Return the settings with an archive watching a folder, or none."""
        others = {place: watched for place, watched in self.watched.items() if place != str(archive)}
        return replace(self, watched={**others, str(archive): str(folder)} if folder else others)


def load() -> Settings:
    """Read the settings; what is missing, damaged or unknown falls back to the defaults."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    if not isinstance(found, dict):
        return settings
    if found.get("theme") in get_args(Theme):
        settings = replace(settings, theme=found["theme"])
    if isinstance(found.get("recent"), list):
        settings = replace(settings, recent=tuple(place for place in found["recent"] if isinstance(place, str)))
    if isinstance(found.get("inspector"), bool):
        settings = replace(settings, inspector=found["inspector"])
    if isinstance(found.get("watched"), dict):
        kept = {place: folder for place, folder in found["watched"].items() if isinstance(folder, str)}
        settings = replace(settings, watched=kept)
    return settings


def save(settings: Settings) -> None:
    """Write the settings; a folder that cannot be written to costs only the memory of them."""
    text = json.dumps(asdict(settings), indent=2)
    half = _file().with_suffix(".new")
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        half.write_text(text + "\n", encoding="utf-8")
        half.replace(_file())
    except OSError:
        return


def _file() -> Path:
    return settings_folder() / "settings.json"
