"""Lines become blocks: down one column, until something crosses or another type begins."""

from desktop_app.core.importing.pdf.columns import blocks, overlap
from desktop_app.core.importing.pdf.lines import Line


def line(text: str, start: float, end: float, base: float, size: float = 10) -> Line:
    return Line(text, start, end, base, size, False, 20, (round(1000 - base), round(1000 - base)))


def texts(*lines: Line) -> list[list[str]]:
    return [[line.text for line in block.lines] for block in blocks(sorted(lines, key=lambda line: -line.base))]


def test_a_head_over_two_columns_is_a_block_and_each_column_one() -> None:
    """Columns are not mixed, nor is the head taken into one of them."""
    left = [line(f"left {n}", 0, 90, 100 - 12 * n) for n in range(3)]
    right = [line(f"right {n}", 110, 200, 99 - 12 * n) for n in range(3)]
    assert texts(line("head", 0, 200, 120), *left, *right) == [
        ["head"],
        ["left 0", "left 1", "left 2"],
        ["right 0", "right 1", "right 2"],
    ]


def test_another_type_begins_a_block() -> None:
    """A heading is a block, and so is a paragraph far below."""
    found = texts(
        line("head", 0, 90, 130, 16), line("one", 0, 90, 110), line("two", 0, 90, 98), line("far", 0, 90, 60)
    )
    assert found == [["head"], ["one", "two"], ["far"]]


def test_a_heading_of_two_lines_is_one_block_though_a_column_begins_beside_it() -> None:
    """The last line of a heading may end before the second column begins."""
    heading = [line("Ferry service", 0, 200, 130, 20), line("ends", 0, 40, 106, 20)]
    assert texts(*heading, line("column", 110, 200, 88))[0] == ["Ferry service", "ends"]


def test_overlap_forgives_a_hair() -> None:
    """Lines of neighbouring columns may touch."""
    assert not overlap(line("", 0, 101, 0), line("", 100, 200, 0))
    assert overlap(line("", 0, 150, 0), line("", 100, 200, 0))
