"""What the program remembers between two starts, in one readable file."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Literal

from desktop_app.paths import settings_folder

RECENT_KEPT = 8
Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Settings:
    """The user's choices; archives are folders, the newest first."""

    theme: Theme = "system"
    recent: tuple[str, ...] = ()
    inspector: bool = True

    def opened(self, folder: Path) -> "Settings":
        """Return the settings after this archive was opened."""
        others = [place for place in self.recent if place != str(folder)]
        return replace(self, recent=(str(folder), *others)[:RECENT_KEPT])


def load() -> Settings:
    """Read the settings; what is missing, damaged or unknown falls back to the defaults."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
        known = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
        return Settings(**{**known, "recent": tuple(map(str, known.get("recent", ())))})
    except (OSError, ValueError, TypeError):
        return Settings()


def save(settings: Settings) -> None:
    """Write the settings; a folder that cannot be written to costs only the memory of them."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(text + "\n", encoding="utf-8")
    except OSError:
        return


def _file() -> Path:
    return settings_folder() / "settings.json"
