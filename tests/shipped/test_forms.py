"""What is shipped is found wherever the program runs from; the bundle is tried by packaging/build.py."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("db", "resources")
ASK = "from desktop_app.paths import shipped; print(shipped('db')); print(shipped('resources'))"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a copy of the checkout and unpack it, as an installer does."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("desktop_app", *SHIPPED):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE", ".gitignore"):
        shutil.copy2(ROOT / name, copy)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    (wheel,) = (copy / "dist").glob("*.whl")
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def found_from(path: Path, folder: Path) -> list[Path]:
    """Return where a program run in an empty folder finds what is shipped."""
    env = {**os.environ, "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", ASK]
    result = subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, encoding="utf-8")
    return [Path(line) for line in result.stdout.splitlines()]


def test_the_wheel_finds_its_files(site: Path, tmp_path: Path) -> None:
    """An installed program finds every migration, icon and sample inside its own package."""
    found = found_from(site, tmp_path)
    assert found == [site / "desktop_app" / name for name in SHIPPED]
    for name, folder in zip(SHIPPED, found, strict=True):
        assert files(folder) == files(ROOT / name)


def test_the_checkout_finds_its_files(tmp_path: Path) -> None:
    """A developer's program uses the files beside it, so that an edited icon shows at once."""
    assert found_from(ROOT, tmp_path) == [ROOT / name for name in SHIPPED]


def test_the_wheel_holds_nothing_else(site: Path) -> None:
    """Tests, packaging and other top-level names stay out of everybody's site-packages."""
    names = {path.name for path in site.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"desktop_app"}
    assert not [path for path in site.rglob("*") if "__pycache__" in path.parts]
