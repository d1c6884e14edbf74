"""Settings are remembered, and nothing in their file can keep the program from starting."""

from pathlib import Path

import pytest

from desktop_app.core import settings
from desktop_app.core.settings import RECENT_KEPT, Settings
from desktop_app.paths import settings_folder


def write(content: str | bytes) -> None:
    """Put something where the settings are kept."""
    settings_folder().mkdir(parents=True)
    (settings_folder() / "settings.json").write_bytes(content.encode() if isinstance(content, str) else content)


def test_choices_are_remembered() -> None:
    """What was saved is there at the next start, in any script."""
    choices = Settings(
        theme="dark",
        recent=("/archives/الأرشيف", "/archives/Flood"),
        inspector=False,
        watched={"/archives/الأرشيف": "/clippings"},
    )
    settings.save(choices)
    assert settings.load() == choices


def test_the_first_start_has_the_defaults() -> None:
    """Without a file everything is as designed."""
    assert settings.load() == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", "7", "null", '"dark"', b"\xff\xfe\x00"])
def test_a_damaged_file_costs_only_the_memory(content: str | bytes) -> None:
    """Whatever stands in the file, the program starts, with the defaults."""
    write(content)
    assert settings.load() == Settings()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '{"theme": "purple", "inspector": "no", "recent": ["/archives/Flood", 7]}',
            Settings(recent=("/archives/Flood",)),
        ),
        (
            '{"watched": {"/archives/Flood": 7, "/archives/Fire": "/saved"}}',
            Settings(watched={"/archives/Fire": "/saved"}),
        ),
        ('{"theme": ["dark"], "recent": "abc", "later": {"a": 1}, "inspector": false}', Settings(inspector=False)),
    ],
)
def test_what_is_unknown_or_unfit_falls_back_alone(content: str, expected: Settings) -> None:
    """One odd value, or one from a later version, does not cost the others."""
    write(content)
    assert settings.load() == expected


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    """On a computer that allows no settings the program works, and forgets."""
    (tmp_path / "home").write_text("a file where the folder should be")
    settings.save(Settings(theme="dark"))
    assert settings.load() == Settings()


def test_a_failed_save_leaves_the_settings_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk does not cost the list of archives."""
    settings.save(Settings(theme="dark"))

    def fail(self: Path, *_args: object, **_named: object) -> None:
        self.open("w").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fail)
    settings.save(Settings(theme="light"))
    assert settings.load() == Settings(theme="dark")


def test_the_newest_archive_stands_first_and_only_once() -> None:
    """The list of recent archives is short, without doubles, the last opened first."""
    opened = Settings()
    for name in [*range(RECENT_KEPT + 2), 5]:
        opened = opened.opened(Path(f"/archives/{name}"))
    assert [Path(place).name for place in opened.recent] == ["5", "9", "8", "7", "6", "4", "3", "2"]


def test_each_archive_watches_a_folder_of_its_own() -> None:
    """Choosing a folder, another one, or none for one archive leaves the others as they are."""
    flood, fire = Path("/archives/Flood"), Path("/archives/Fire")
    watching = Settings().watching(flood, Path("/a")).watching(fire, Path("/b")).watching(flood, Path("/c"))
    assert watching.watched == {str(flood): str(Path("/c")), str(fire): str(Path("/b"))}
    assert watching.watching(flood, None).watched == {str(fire): str(Path("/b"))}
