"""Lines become paragraphs by indent, gap and short last line; hyphens at line ends go only when that is sure."""

import pytest

from desktop_app.core.importing.pdf.columns import Block
from desktop_app.core.importing.pdf.lines import Line
from desktop_app.core.importing.pdf.paragraphs import (
    Hyphens,
    Paragraph,
    body_size,
    paragraphs,
    run_on,
    usual_leading,
)

WIDE = 200.0


def line(text: str, base: float, start: float = 0, end: float = WIDE, size: float = 10, bold: bool = False) -> Line:
    return Line(text, start, end, base, size, bold, 20, (0, 0))


def block(*lines: Line) -> Block:
    return Block(list(lines), min(line.start for line in lines), max(line.end for line in lines))


def begun(*lines: Line) -> list[str]:
    """Return the first line of each paragraph."""
    return [paragraph.texts[0] for paragraph in paragraphs([block(*lines)], 0)]


def test_an_indent_begins_a_paragraph() -> None:
    """As in books and newspapers."""
    assert begun(line("The bridge", 100, 12), line("opened", 88), line("The ferry", 76, 12), line("ends", 64)) == [
        "The bridge",
        "The ferry",
    ]


def test_a_gap_begins_a_paragraph() -> None:
    """As in letters and on web pages."""
    lines = [
        line("The bridge", 100),
        line("opened", 88),
        line("at last", 76),
        line("The ferry", 56),
        line("ends", 44),
    ]
    assert begun(*lines) == ["The bridge", "The ferry"]


def test_a_short_line_ends_a_paragraph() -> None:
    """The next word would have fitted, so somebody began anew; before a small letter nobody did."""
    assert begun(line("The bridge", 100), line("opened.", 88, end=80), line("The ferry", 76)) == [
        "The bridge",
        "The ferry",
    ]
    assert begun(line("The bridge", 100), line("opened", 88, end=80), line("and the ferry", 76)) == ["The bridge"]
    assert begun(line("The bridge", 100), line("opened in Vel-", 88, end=80), line("Mark", 76)) == ["The bridge"]


def test_in_justified_text_any_short_line_ends_a_paragraph() -> None:
    """Where all lines end at the edge, one that does not is the last, even if the next word is long."""
    lines = [line("The bridge", 100 - 12 * n) for n in range(6)]
    lines[2] = line("opened.", 76, end=185)
    assert begun(*lines) == ["The bridge", "The bridge"]


def test_lines_beside_a_picture_are_short_together() -> None:
    """They end nothing, however short they are."""
    beside = [line("A report creeps into camp", 100, end=110), line("Johnston is coming with all", 88, end=112)]
    assert begun(*beside, line("them.", 76, end=30), line("The bridge", 64)) == [beside[0].text, "The bridge"]


def test_the_document_tells_how_far_lines_are_apart() -> None:
    """A paragraph of two lines set wide is one paragraph where all lines are set so."""
    wide, two = [line("words", 100 - 20 * n) for n in range(5)], block(line("The bridge", 40), line("opened", 20))
    assert usual_leading([block(*wide), two]) == 2
    assert len(list(paragraphs([two], 0, 2))) == 1
    assert len(list(paragraphs([two], 0, 1.2))) == 2
    assert usual_leading([]) > 1


def test_a_hanging_indent_begins_where_it_hangs_out() -> None:
    """Lists and bibliographies indent what follows the first line."""
    lines = [line("Marsh, Ida.", 100), line("The bridge", 88, 12), line("and the town.", 76, 12)]
    assert begun(*lines, line("Olsen, Per.", 64), line("The ferry", 52, 12)) == ["Marsh, Ida.", "Olsen, Per."]


def test_another_type_begins_a_paragraph() -> None:
    """A heading in bold or in larger type is no part of the text below it."""
    assert begun(line("Bridge", 100, bold=True), line("It opened", 88)) == ["Bridge", "It opened"]
    assert begun(line("Bridge", 100, size=11), line("It opened", 88)) == ["Bridge", "It opened"]


def test_a_centred_heading_is_one_paragraph() -> None:
    """Its second line is neither indented nor does it end short."""
    assert begun(line("Ferry service on the Orla", 100, 10, 190), line("Ends after ninety years", 88, 30, 170)) == [
        "Ferry service on the Orla"
    ]


def test_each_bullet_begins_a_paragraph_and_rows_of_a_table_do_not() -> None:
    """Points are points; the rows of a table stay together, a line each."""
    assert begun(line("• bridge", 100), line("• ferry", 88)) == ["• bridge", "• ferry"]
    (table,) = paragraphs([block(line("Cars\t90", 100), line("Lorries\t12", 88))], 0)
    assert Hyphens([]).text(table.texts) == "Cars\t90\nLorries\t12"


def column(first: str, last: str, *, bold: bool = False) -> list[Paragraph]:
    """Return the one paragraph of a column."""
    lines = [line(first, 100, bold=bold), line("goes", 88, bold=bold), line("on", 76, bold=bold)]
    return list(paragraphs([block(*lines, line(last, 64, bold=bold))], 0))


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("in the town of", "velmark it", 1),
        ("in Vel-", "mark it", 1),
        ("in the town.", "It was", 2),
        ("full line", "Velmark", 1),
    ],
)
def test_a_paragraph_runs_on_in_the_next_column(last: str, first: str, joined: int) -> None:
    """A sentence is not cut in two by the end of a column or a page."""
    assert len(run_on([*column("The bridge", last), *column(first, "ends.")], 10)) == joined


def test_headings_do_not_run_on() -> None:
    """What is set in bold or in another size than the story is left alone."""
    assert len(run_on([*column("Bridge", "opened", bold=True), *column("it was", "late.")], 10)) == 2
    assert len(run_on([*column("The bridge", "opened"), *column("it was", "late.")], 14)) == 2


def test_body_size_is_that_of_most_letters() -> None:
    """Not of most lines, nor of the largest."""
    found = list(paragraphs([block(line("Bridge", 100, size=30)), block(line("a long line of text " * 3, 60))], 0))
    assert body_size(found) == 10
    assert body_size([]) == 0


def text(*lines: str, also: tuple[str, ...] = ()) -> str:
    return Hyphens([*lines, *also]).text(lines)


def test_a_word_broken_at_the_end_of_a_line_is_mended_when_it_stands_elsewhere() -> None:
    """The document itself tells that there is such a word."""
    assert text("the big infor-", "mation office", also=("no information yet",)) == "the big information office"


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    """Neither a compound nor a name nor a range of numbers is run together, and in doubt nothing is."""
    breaking = ("a sen-", "tence with bro-", "ken words")
    assert text("a well-", "known man", also=(*breaking, "was well-known here")) == "a well-known man"
    assert text("a mixed-", "mode run", also=(*breaking, "of mixed kind", "in mode two")) == "a mixed-mode run"
    assert text("between Orla-", "Velmark and", also=breaking) == "between Orla-Velmark and"
    assert text("in 2023-", "0379 it") == "in 2023-0379 it"
    assert text("a long-", "term plan", also=("one", "two")) == "a long-term plan"


def test_a_document_that_breaks_words_is_believed() -> None:
    """Where lines end in hyphens again and again, a program broke the words."""
    assert text("a sen-", "tence with bro-", "ken words") == "a sentence with broken words"


def test_lines_of_scripts_without_spaces_are_joined_without() -> None:
    """Chinese needs no space where a line ended; Korean does."""
    assert text("新桥今天", "开放了") == "新桥今天开放了"
    assert text("새 다리가", "열렸다") == "새 다리가 열렸다"
