"""Running heads, page numbers and a browser's notes are told from the text by their place and by recurring."""

import pytest

from desktop_app.core.importing.pdf.columns import Block
from desktop_app.core.importing.pdf.lines import Line
from desktop_app.core.importing.pdf.running import Sheet, printed, running_lines


def sheet(*lines: tuple[str, float], size: float = 10) -> Sheet:
    """Return a page 800 points high with lines of text on these heights."""
    found = [Line(text, 50, 400, base, size, False, 20, (0, 0)) for text, base in lines]
    return Sheet([Block([line], line.start, line.end) for line in found], 800)


def texts(*sheets: Sheet, body: float = 10) -> list[str]:
    return [line.text for line in running_lines(sheets, body)]


def test_what_recurs_at_the_edge_runs_and_what_stands_in_the_text_does_not() -> None:
    """Numbers may differ from page to page; the text between is never touched."""
    pages = [sheet((f"Orla Post, page {n}", 770), ("The same words", 400), (f"text {n}", 300)) for n in range(2)]
    assert texts(*pages) == ["Orla Post, page 0", "Orla Post, page 1"]


def test_a_line_inside_of_one_that_does_not_recur_is_text() -> None:
    """Going in from the edge, the first line that is new ends what runs."""
    pages = [sheet((f"Letter from {name}", 775), ("Dear reader", 760)) for name in ("Velmark", "Tessin")]
    assert texts(*pages) == []


def test_a_larger_line_is_a_heading() -> None:
    """Chapters begin at the same place with nearly the same words."""
    assert texts(*[sheet((f"Chapter {n}", 750), size=18) for n in range(3)]) == []


def test_many_pages_must_agree() -> None:
    """In a long document two pages may begin alike by chance."""
    pages = [
        sheet((words, 770)) for words in ("Orla", "Orla", "Cars here", "Boats here", "Mayor there", "Town now")
    ]
    assert texts(*pages) == []


@pytest.mark.parametrize("number", ["7", "– 7 –", "Page 7 of 12", "vii", "7/12", "Seite 7"])
def test_a_number_alone_at_the_foot_is_that_of_the_page(number: str) -> None:
    """Also on a document of one page."""
    assert texts(sheet(("text", 400), (number, 40))) == [number]
    assert texts(sheet(("text", 400), (number, 300))) == []


def test_a_number_that_counts_with_the_pages_marks_its_row() -> None:
    """Whatever stands beside it: the head of a chapter, or what a scan made of it."""
    heads = ["THE SIEGE\t49", "50 | THE SlEGE", "TNE SIEGE – 51", "Orla in 1862"]
    assert texts(*[sheet((head, 770), (f"text {head}", 400)) for head in heads]) == heads[:3]


def test_figures_of_a_table_are_no_page_numbers_because_they_recur() -> None:
    """A row of figures at the top of two pages is a table."""
    assert texts(sheet(("12.5 13.1 14.2 9.9", 770)), sheet(("12.7 11.1 10.2 9.8", 770))) == []


BROWSER = [
    ("5/4/24, 10:32 AM\tBridge opens", 780),
    ("The bridge is open.", 400),
    ("https://orla.example/bridge\t1/2", 20),
]


def test_what_a_browser_prints_around_a_page() -> None:
    """Address and day of printing are known, the day only because the document was made on it."""
    lines = running_lines([sheet(*BROWSER)], 10)
    assert [line.text for line in lines] == [BROWSER[0][0], BROWSER[2][0]]
    found = printed(lines, "D:20240504103301+02'00'")
    assert found is not None
    assert (found.url, found.captured, found.when) == (
        "https://orla.example/bridge",
        "2024-05-04",
        "5/4/24, 10:32 AM Bridge opens",
    )


def test_browsers_differ_in_what_they_print_beside_the_address() -> None:
    """Title and address above, page and time below."""
    page = sheet(
        ("Bridge opens – Orla Post of Velmark\thttps://orla.example/bridge", 780),
        ("text", 400),
        ("1 of 1\t15.9.2007 11:02", 20),
    )
    found = printed(running_lines([page], 10), "D:20070915110200")
    assert found is not None
    assert (found.url, found.captured) == ("https://orla.example/bridge", "2007-09-15")


@pytest.mark.parametrize("created", ["", "D:20240612000000", "nonsense"])
def test_a_day_that_can_be_read_in_two_ways_is_not_read(created: str) -> None:
    """5/4 is in April or in May."""
    found = printed(running_lines([sheet(*BROWSER)], 10), created)
    assert found is not None
    assert found.captured is None


def test_a_time_above_a_text_is_its_own() -> None:
    """An article may begin with the time of its publication; only with an address it is a browser's."""
    assert texts(sheet(("14.05.2024, 10:32", 780), ("The bridge is open.", 400), ("See you", 20))) == []


def test_an_address_in_a_footer_makes_no_browser() -> None:
    """Without the time beside it, or cut off, an address is not that of the page."""
    assert printed(running_lines([sheet(("https://orla.example", 20))], 10), "D:20240504") is None
    cut = [BROWSER[0], ("https://orla.example/brid…", 20)]
    assert printed(running_lines([sheet(*cut)], 10), "D:20240504") is None
