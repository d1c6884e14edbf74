"""A row becomes an article: mapped columns are its parts and facts, the others are kept beside it."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents import rows
from desktop_app.core.importing.documents.rows import NO_COLUMN, NO_TEXT, Bounds, articles, fit, shown, table

STORY = "The second bridge over the river Orla was opened on Tuesday after four years of work, the council said."
HEADERS = ["Title", "Author", "Publication", "Date", "URL", "Text", "Pages"]
ROW = [
    "Velmark opens bridge", "Ida Marsh", "Orla Post", "2024-05-14", "https://orlapost.example/1",
    f"{STORY} {STORY}", "A1",
]  # fmt: skip


def read(*lines: list[str]):
    found = table(lines)
    return articles(found, found.columns.mapping, "reports.csv")


def test_a_row_is_an_article() -> None:
    """Every cell is either a part, a fact with the column it rests on, or a line of furniture."""
    (found,) = read(HEADERS, ROW)
    assert [part.role for part in found.parts] == ["title", "byline", "date", "body"] + ["furniture"] * 3
    assert (found.title, found.byline, found.source) == ("Velmark opens bridge", "Ida Marsh", "Orla Post")
    assert (found.published, found.url) == ("2024-05-14", "https://orlapost.example/1")
    assert found.evidence["source"] == "the column “Publication”"
    assert found.evidence["published"] == "the column “Date” says “2024-05-14”"
    assert found.of("furniture") == ["Publication: Orla Post", "URL: https://orlapost.example/1", "Pages: A1"]
    assert found.body == f"{STORY} {STORY}"


def test_a_doubtful_date_is_told_and_shown() -> None:
    """The cell is kept, no date is set, and one warning asks for it."""
    (found,) = read(HEADERS, [*ROW[:3], "03/04/2016", *ROW[4:]])
    assert (found.published, len(found.warnings)) == (None, 1)
    assert "03/04/2016" in found.warnings[0]
    assert "Date: 03/04/2016" in found.of("furniture")


def test_a_row_without_text_is_kept_and_told() -> None:
    """One empty cell among full ones does not cost the row."""
    found = read(HEADERS, ROW, [*ROW[:5], "", ""])
    assert (found[0].warnings, found[1].warnings) == ((), (NO_TEXT,))
    assert found[1].text.startswith("Velmark opens bridge\n\nIda Marsh")


def test_markup_in_a_cell_is_read_as_shown() -> None:
    """Databases keep articles as pieces of web pages."""
    assert shown("<p>Fish &amp; chips</p><p>on the <b>Orla</b></p>") == ["Fish & chips", "on the Orla"]
    assert shown("Fish &amp; chips at 3 < 4") == ["Fish & chips at 3 < 4"]


def test_what_cannot_be_kept_is_replaced() -> None:
    """Halves of characters would stop the archive from being written."""
    assert fit("a\ud800b\x00c\r\nd ") == "a\ufffdb\ufffdc\nd"


def test_a_table_without_headers() -> None:
    """Where the first row is an article, it is read as one, and columns are counted."""
    (first, second) = read(ROW, [*ROW[:5], STORY * 3, "A2"])
    assert (first.published, second.published) == ("2024-05-14", "2024-05-14")
    assert "column 7: A1" in first.of("furniture")


def test_lines_above_the_headers_are_kept() -> None:
    """Spreadsheets begin with a heading of their own."""
    found = read(["Bridges in the press"], [], HEADERS, ROW, ROW)
    assert [article.title for article in found] == ["Velmark opens bridge"] * 2
    assert "Bridges in the press" in found[0].of("furniture")


def test_headers_alike_are_told_apart() -> None:
    """Two columns of one name are two columns."""
    assert table([["Note", "Note", ""], ["a", "b", "c"]]).headers == ("Note", "Note (2)", "column 3")


def test_a_short_table_without_texts_is_one_article() -> None:
    """Nothing of it is lost, and the user is told how to have an article a row."""
    (found,) = read(["Bridge", "Length"], ["Old", "120"], ["New", "340"])
    assert found.body == "Bridge | Length\nOld | 120\nNew | 340"
    assert (found.title, found.warnings) == (None, (NO_COLUMN,))


def test_a_long_table_without_texts_is_refused() -> None:
    """A file of measurements is no collection of articles, and the sentence says what to do."""
    with pytest.raises(UnreadableFile, match="say which column") as error:
        read(["Bridge", "Length"], *[["Old", "120"]] * 40_000)
    assert error.value.code == "no_text"


def test_bounds(monkeypatch) -> None:
    """Rows, columns and characters are counted before they cost hours."""
    monkeypatch.setattr(rows, "LARGEST", 10)
    for row in (["x"] * 501, ["x" * 11]):
        with pytest.raises(UnreadableFile, match="more than") as error:
            Bounds("x.csv").take(row)
        assert error.value.code == "too_large"
    monkeypatch.setattr(rows, "MOST_ROWS", 1)
    bounds = Bounds("x.csv")
    bounds.take(["x"])
    with pytest.raises(UnreadableFile, match="more than 1 rows"):
        bounds.take(["x"])
