"""Tables are read an article a row, however their cells are parted, and as the user says where they say."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.table import columns_of, read, read_mapped

STORY = "The second bridge over the river Orla was opened on Tuesday, after four years; the council said so. " * 2
ROWS = [
    ["Title", "Date", "Text"],
    ["Velmark opens bridge", "2024-05-14", STORY],
    ["Ferry “stops”, for now", "2024-05-15", f'He said "no".\n\n{STORY}'],
]


def written(delimiter: str = ",", rows: list[list[str]] = ROWS) -> str:
    file = StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_however_cells_are_parted(delimiter: str) -> None:
    """The sign that makes rows alike parts them, though the texts are full of the others."""
    found = read(written(delimiter).encode(), "reports.csv")
    assert [article.title for article in found] == ["Velmark opens bridge", "Ferry “stops”, for now"]
    assert [article.published for article in found] == ["2024-05-14", "2024-05-15"]
    assert found[1].body.startswith('He said "no".\n\nThe second bridge')
    assert found[0].encoding == "utf-8"


def test_a_spreadsheet_says_how_they_are_parted() -> None:
    """Excel writes the sign into the first line."""
    assert len(read(("sep=;\r\n" + written(";")).encode("utf-16"), "reports.csv")) == 2


def test_quotation_marks_that_do_not_bind() -> None:
    """Some programs write tabs and nothing else; a cell that begins with a mark must not swallow the rest."""
    lines = ["title\ttext", *(f'"Quoted word {number}\t{STORY}' for number in range(6))]
    found = read("\n".join(lines).encode(), "reports.tsv")
    assert [article.title for article in found] == [f'"Quoted word {number}' for number in range(6)]


def test_an_old_encoding_is_told_of_each_article() -> None:
    """What was guessed for the file was guessed for its rows."""
    found = read(
        written(rows=[*ROWS, ["Fähre über die Örla", "", STORY]]).encode("cp1252", "replace"), "reports.csv"
    )
    assert found[2].title == "Fähre über die Örla"
    assert all("cp1252" in article.warnings[0] for article in found)


def test_the_user_says_which_column_is_which() -> None:
    """Their word overrides what is proposed."""
    original = written(rows=[["Kopf", "Lauf", "Rest"], ["Velmark opens", STORY, "Orla Post"]]).encode()
    columns = columns_of(original, "reports.csv")
    assert columns.headers == ("Kopf", "Lauf", "Rest")
    assert columns.sample[0][0] == "Velmark opens"
    assert columns.mapping == {"Lauf": "text"}
    (found,) = read_mapped(original, "reports.csv", {"Kopf": "title", "Lauf": "text", "Rest": "source"})
    assert (found.title, found.source) == ("Velmark opens", "Orla Post")
    assert found.evidence["source"] == "the column “Rest”"


def test_sheets_without_texts_are_told() -> None:
    """A workbook of two sheets is read where it holds articles, and says what it did not read."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    row = "<row>{}</row>".format
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'.format
    texts = "".join(row("".join(map(cell, line))) for line in (["Title", "Text"], ["Velmark opens", STORY]))
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {main} {relations}><sheets><sheet name="Codes" r:id="a"/><sheet name="Press" r:id="b"/>'
            "</sheets></workbook>",
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="a" Target="/xl/a.xml"/><Relationship Id="b" Target="b.xml"/>'
            "</Relationships>",
        )
        codes = row(cell("Code")) + row(cell("7"))
        archive.writestr("xl/a.xml", f"<worksheet {main}><sheetData>{codes}</sheetData></worksheet>")
        archive.writestr("xl/b.xml", f"<worksheet {main}><sheetData>{texts}</sheetData></worksheet>")
    (found,) = read(file.getvalue(), "reports.xlsx")
    assert found.title == "Velmark opens"
    assert found.warnings == ("The sheet “Codes” has no column of texts, so it was not read.",)
    assert columns_of(file.getvalue(), "reports.xlsx").headers == ("Title", "Text")


@pytest.mark.parametrize(
    ("original", "code"), [(b"title,text\n", "empty"), (b" , , \n", "empty"), (b"a,b\n" * 60_000, "too_large")]
)
def test_what_is_no_table_of_articles(original: bytes, code: str) -> None:
    """Empty and endless tables are refused with a sentence."""
    with pytest.raises(UnreadableFile) as error:
        read(original, "reports.csv")
    assert error.value.code == code
