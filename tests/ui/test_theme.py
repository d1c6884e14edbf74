"""Both themes can be read, and every icon the window asks for is in the set."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop_app.paths import shipped
from desktop_app.ui.theme import Look, look

WRITTEN_ON = {
    "ink": ("panel", "side", "window", "hit", "shared", "accent_soft", "differs", "only"),
    "muted": ("panel", "side"),
    "accent": ("panel", "side", "accent_soft"),
    "on_accent": ("accent",),
    "shared_ink": ("panel",),
}


def luminance(colour: QColor) -> float:
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


@pytest.mark.parametrize(
    ("theme", "ink", "paper"),
    [(t, i, p) for t, (i, papers) in product(("light", "dark"), WRITTEN_ON.items()) for p in papers],
)
def test_everything_written_can_be_read(dressed, theme: str, ink: str, paper: str) -> None:
    """Letters stand out at least 4.5 to 1 from what they stand on."""
    dressing = Look()
    dressing.apply(dressed, theme)
    lighter, darker = sorted((luminance(dressing[ink]), luminance(dressing[paper])), reverse=True)
    look.apply(dressed, "light")
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_every_icon_asked_for_is_in_the_set() -> None:
    """No button is blank because a file is missing."""
    code = "".join(
        file.read_text(encoding="utf-8") for file in (Path(__file__).parents[2] / "desktop_app").rglob("*.py")
    )
    asked = set(re.findall(r'look\.(?:icon|pixmap)\("([\w-]+)"', code))
    assert asked
    assert asked <= {file.stem for file in (shipped("resources") / "icons").glob("*.svg")}


def test_icons_take_the_colour_of_the_theme(dressed) -> None:
    """The same drawing is dark on light and light on dark."""
    image = look.pixmap("search", 32, "accent").toImage()
    solid = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert solid
    assert all(abs(colour.red() - look["accent"].red()) < 8 for colour in solid)
