"""Blocks are read as drawn where that agrees with the eye, else column after column between what crosses them."""

from desktop_app.core.importing.pdf.columns import Block
from desktop_app.core.importing.pdf.lines import Line
from desktop_app.core.importing.pdf.order import in_reading_order

TEXT = "the mayor of Velmark said"


def block(name: str, start: float, end: float, top: float, lines: int, place: int) -> Block:
    """Return a block of lines 12 points apart, the first of which begins with its name."""
    found = [
        Line(f"{name} {TEXT}", start, end, top - 10 - 12 * n, 10, False, 20, (place * 100 + n, place * 100 + n))
        for n in range(lines)
    ]
    return Block(found, start, end)


def order(*found: Block, height: float = 800) -> list[str]:
    drawn = sorted(found, key=lambda block: block.place)
    return [block.lines[0].text.split()[0] for block in in_reading_order(drawn, height)]


def test_the_order_of_drawing_is_believed_where_nothing_speaks_against_it() -> None:
    """Beside a column may stand a box; its author knew where it is read."""
    assert order(
        block("head", 0, 200, 700, 1, 0), block("story", 0, 90, 680, 9, 1), block("box", 110, 200, 500, 3, 2)
    ) == [
        "head",
        "story",
        "box",
    ]


def test_heads_drawn_last_come_first() -> None:
    """What stands above is read before what stands below."""
    assert order(
        block("story", 0, 200, 600, 5, 0), block("foot", 0, 200, 40, 1, 1), block("head", 0, 200, 790, 1, 2)
    ) == [
        "head",
        "story",
        "foot",
    ]


def test_columns_of_a_newspaper_whatever_was_drawn_first() -> None:
    """A head over all columns, a line across the page, and below it columns again."""
    page = [
        block("head", 0, 320, 780, 1, 9),
        block("a", 0, 100, 700, 8, 7),
        block("b", 110, 210, 700, 8, 3),
        block("c", 220, 320, 700, 6, 8),
        block("cross", 0, 320, 560, 1, 2),
        block("d", 0, 155, 520, 8, 6),
        block("e", 165, 320, 520, 8, 1),
    ]
    assert order(*page) == ["head", "a", "b", "c", "cross", "d", "e"]


def test_a_longer_first_column_is_read_to_its_end() -> None:
    """The second column ends earlier; the rest of the first is read before it all the same."""
    page = [
        block("b", 110, 210, 700, 5, 0),
        block("a", 0, 100, 700, 5, 1),
        block("a2", 0, 100, 620, 4, 2),
        block("head", 0, 210, 740, 1, 3),
    ]
    assert order(*page) == ["head", "a", "a2", "b"]


def test_what_is_no_text_column_is_read_band_by_band() -> None:
    """A centred title comes before the first field of a form, though that stands farther left."""
    page = [
        block("name", 0, 60, 600, 1, 0),
        block("title", 100, 300, 700, 1, 3),
        block("date", 310, 380, 600, 1, 1),
        block("town", 0, 60, 500, 1, 2),
        block("under", 120, 280, 400, 1, 5),
        block("below", 130, 270, 450, 1, 6),
    ]
    assert order(*page)[:4] == ["title", "name", "date", "town"]


def test_blocks_no_straight_line_parts_are_all_read() -> None:
    """Interlocking blocks are read once each."""
    page = [
        block("a", 0, 130, 700, 3, 3),
        block("b", 140, 200, 700, 7, 2),
        block("c", 70, 200, 600, 3, 1),
        block("d", 0, 60, 655, 7, 0),
    ]
    assert sorted(order(*page)) == ["a", "b", "c", "d"]
    assert order(*page)[0] == "a"
