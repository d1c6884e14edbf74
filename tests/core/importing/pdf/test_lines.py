"""Words become lines: on one height, parted at gutters and not at wide spaces, cells of a table together."""

from desktop_app.core.importing.pdf.lines import lines, reads_rtl
from desktop_app.core.importing.pdf.words import Word

WIDTH = 5.0  # points of a letter of size 10


def words(*pieces: tuple[str, float, float], size: float = 10) -> list[Word]:
    """Return words from texts, each begun at a place and on a height, a space of 3 points between its words."""
    found: list[Word] = []
    for text, begin, base in pieces:
        left = begin
        for part in text.split():
            end = left + WIDTH * len(part) * size / 10
            found.append(Word(part, left, end, base, size, place=len(found)))
            left = end + 3 * size / 10
    return found


def texts(found: list[Word]) -> list[str]:
    return [line.text for line in lines(found)]


def test_lines_run_from_top_to_bottom_and_from_left_to_right() -> None:
    """Whatever was drawn first."""
    assert texts(words(("below it", 0, 80), ("river", 40, 100.5), ("The", 10, 100))) == ["The river", "below it"]


def test_columns_are_parted_where_all_lines_leave_a_gap() -> None:
    """A gutter of newspapers is hardly wider than a space, but it goes down through the lines."""
    left = [("the mayor said on", 0, 100.0 - 12 * n) for n in range(4)]
    right = [("ferries are late to", 90, 100.0 - 12 * n) for n in range(4)]
    assert texts(words(*left, *right)) == ["the mayor said on", "ferries are late to"] * 4


def test_columns_need_not_be_level() -> None:
    """Lines of neighbouring columns stand on one height only now and then."""
    left = [("the mayor said on", 0, 100.0 - 12 * n) for n in range(6)]
    right = [("ferries are late to", 90, 76.0 - 13 * n) for n in range(4)]
    assert texts(words(*left, *right)).count("ferries are late to") == 4


def test_a_wide_space_does_not_part_a_line() -> None:
    """Justified lines have wide spaces, with words above and below."""
    rows = [("the mayor of Velmark said on Friday", 0, 112.0), ("the mayor", 0, 100.0), ("of Velmark", 60, 100.0)]
    rows.append(("the mayor of Velmark said on Friday", 0, 88.0))
    assert "the mayor of Velmark" in texts(words(*rows))


def test_the_cells_of_a_table_are_read_along_the_row() -> None:
    """A figure stays beside what it counts; a tab tells that they are cells."""
    rows = [cell for n in range(3) for cell in (("Ferries", 0, 100.0 - 12 * n), (str(90 + n), 120, 100.0 - 12 * n))]
    assert texts(words(*rows)) == ["Ferries\t90", "Ferries\t91", "Ferries\t92"]


def test_a_number_of_a_list_is_no_cell() -> None:
    """A list with its numbers set off is a list."""
    assert texts(words(("1.", 0, 100), ("Open the bridge", 40, 100), ("2.", 0, 88), ("Close it", 40, 88))) == [
        "1. Open the bridge",
        "2. Close it",
    ]


def test_marks_of_footnotes_stand_in_their_line() -> None:
    """A small raised figure is no line of its own."""
    found = words(("The bridge", 0, 100), ("is open", 55, 100))
    found.append(Word("1", 49, 52, 104, 6, place=4))
    assert texts(found) == ["The bridge 1 is open"]


def test_pages_read_from_right_to_left() -> None:
    """Lines begin at the right, numbers and Latin words keep their own direction, brackets their side."""
    visible = [("الجسر", 250), ("2024", 200), ("May", 150), (")مفتوح", 100), ("الآن(", 50)]
    found = [Word(text, left, left + 40, 100, 10, place=place) for place, (text, left) in enumerate(visible)]
    assert reads_rtl(found)
    assert texts(found) == ["الجسر May 2024 (مفتوح الآن)"]
    assert lines(found)[0].start == -290


def test_arabic_words_in_an_english_line() -> None:
    """Words of the other direction within a line are read in theirs."""
    visible = [("the", 0), ("فيلمارك", 50), ("جسر", 100), ("bridge", 150), ("here", 200)]
    found = [Word(text, left, left + 40, 100, 10, place=place) for place, (text, left) in enumerate(visible)]
    assert texts(found) == ["the جسر فيلمارك bridge here"]
