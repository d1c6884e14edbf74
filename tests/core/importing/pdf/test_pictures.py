"""Pages become pictures other programs can read, of a bounded size."""

import pytest
import typst

from desktop_app.core.importing.pdf import pictures
from desktop_app.core.importing.pdf.document import opened
from desktop_app.core.importing.pdf.pictures import picture

HALF_BLACK = "#place(bottom, rect(width: 100%, height: 50%, fill: black))"
PAGE = typst.compile(f"#set page(width: 73pt, height: 36pt, margin: 0pt)\n{HALF_BLACK}".encode())


def drawn(dots: int) -> tuple[int, int, bytes]:
    with opened(PAGE, "a.pdf") as document:
        found = picture(document, 0, dots)
    assert found is not None
    head, points = found.split(b"\n", 1)
    kind, width, height, most = head.split()
    assert (kind, most) == (b"P5", b"255")
    return int(width), int(height), points


def test_a_page_is_drawn_in_grey_from_its_top() -> None:
    """One byte a point, row after row with nothing between, whatever the width."""
    width, height, points = drawn(72)
    assert (width, height, len(points)) == (73, 36, 73 * 36)
    assert set(points[: 73 * 16]) == {255}
    assert set(points[73 * 20 :]) == {0}


def test_more_dots_make_a_larger_picture_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A poster is drawn more coarsely rather than not at all."""
    assert drawn(144)[:2] == (146, 72)
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1000)
    width, height, _ = drawn(144)
    assert width * height < 1200


def test_a_page_that_cannot_be_drawn_is_none() -> None:
    """There is no such page."""
    with opened(PAGE, "a.pdf") as document:
        assert picture(document, 7, 72) is None
