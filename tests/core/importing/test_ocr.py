"""Scans are read by the user's own Tesseract, for which a small program stands in here."""

import subprocess
import sys
from pathlib import Path

import pytest
import typst

from desktop_app.core.errors import UnreadableFile, UserError
from desktop_app.core.importing import ocr
from desktop_app.core.importing.ocr import available, read_scan
from desktop_app.core.progress import Cancelled, silent

ROOT = Path(__file__).parents[3]
STAND_IN = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of languages (3):\\ndeu\\neng\\nosd")
else:
    picture = sys.stdin.buffer.read()
    kind, width, height, rest = picture[:2], *map(int, picture.split()[1:3]), len(picture)
    assert kind == b"P5" and rest - width * height < 30
    {does}
"""
READS = 'print(sys.argv[-1], width > height, "\\nThe bridge is in-\\nstalled.\\n\\nThe second para-\\ngraph.")'
PAGES = typst.compile(b"#set page(width: 100pt, height: 50pt)\none\n#pagebreak()\ntwo")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return what makes a stand-in for Tesseract do something."""

    def make(does: str) -> None:
        if sys.platform == "win32":
            pytest.skip("a script is no program on Windows")
        program = tmp_path / "tesseract"
        program.write_text(STAND_IN.format(python=sys.executable, does=does), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    monkeypatch.setenv("PATH", "")
    return make


def test_without_tesseract_the_user_learns_how_to_get_it(stand_in) -> None:
    """One sentence with the way for each system."""
    assert not available()
    with pytest.raises(UserError) as error:
        read_scan(silent, PAGES, "a.pdf")
    assert error.value.code == "no_tesseract"
    assert "tesseract-ocr" in error.value.message


def test_asking_for_tesseract_loads_nothing() -> None:
    """The window asks at its start; the library for PDFs waits until it is needed."""
    script = "import sys, desktop_app.core.importing.ocr as ocr; ocr.available(); print('pypdfium2' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert found.stdout == "False\n"


def test_pages_become_paragraphs_with_a_warning(stand_in) -> None:
    """Each page is shown to Tesseract as a picture; languages but no helpers; what may be wrong is told."""
    stand_in(READS)
    assert available()
    reports: list[tuple[int, int, str]] = []
    found = read_scan(lambda done, total, note="": reports.append((done, total, note)), PAGES, "a.pdf")
    assert found.text.split("\n\n") == ["eng+deu True The bridge is installed.", "The second paragraph."] * 2
    assert "eng+deu" in found.warnings[0]
    assert "may contain errors" in found.warnings[0]
    assert reports == [(0, 2, "a.pdf, page 1"), (1, 2, "a.pdf, page 2"), (2, 2, "a.pdf")]


def test_a_page_that_cannot_be_read_is_named(stand_in, tmp_path: Path) -> None:
    """One bad page costs only itself."""
    mark = tmp_path / "mark"
    stand_in(
        f"import os; p = {str(mark)!r}; e = os.path.exists(p); open(p, 'w'); sys.exit(1) if not e else print('two')"
    )
    found = read_scan(silent, PAGES, "a.pdf")
    assert found.text == "two"
    assert found.warnings[1] == "Tesseract could not read page 1."


def test_pages_without_a_word(stand_in) -> None:
    """A photograph has no text; nothing empty comes into the archive."""
    stand_in("pass")
    with pytest.raises(UnreadableFile) as error:
        read_scan(silent, PAGES, "a.pdf")
    assert error.value.code == "no_text"


def test_a_page_that_takes_too_long_is_given_up(stand_in, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract can run for ever on a pattern; it is ended, not waited for."""
    stand_in("import time; time.sleep(60)")
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 0.3)
    with pytest.raises(UnreadableFile):
        read_scan(silent, PAGES, "a.pdf")


def test_reading_can_be_cancelled(stand_in) -> None:
    """Between two pages the user is heard."""
    stand_in(READS)

    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_scan(stop, PAGES, "a.pdf")
