"""Spreadsheets are read as they are seen: texts, days, and where their cells lead."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.workbook import sheets

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LISTED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def book(settings: str = "") -> str:
    listed = '<sheets><sheet name="Reports" r:id="r1"/></sheets>'
    return f"<workbook {MAIN} {RELATIONS}>{settings}{listed}</workbook>"


def workbook(rows: str, after: str = "", **members: str) -> bytes:
    content = {
        "xl/workbook.xml": book(),
        "xl/_rels/workbook.xml.rels": f'<Relationships {LISTED}><Relationship Id="r1" Target="worksheets/s.xml"/>'
        "</Relationships>",
        "xl/worksheets/s.xml": f"<worksheet {MAIN} {RELATIONS}><sheetData>{rows}</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>Title</t></si>"
        "<si><r><t>Velmark </t></r><r><t>opens bridge</t></r><rPh><t>kana</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/>'
        '<numFmt numFmtId="166" formatCode="[$-407]dd/mm/yy"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
        **members,
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, words in content.items():
            archive.writestr(name, words)
    return file.getvalue()


def test_cells_as_they_are_seen() -> None:
    """Shared and inline texts, numbers, days and times, gaps between cells."""
    rows = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Day</t></is></c></row>'
        '<row><c r="A2" t="s"><v>1</v></c><c r="B2" s="2"><v>3.5</v></c><c r="C2" s="1"><v>45426</v></c></row>'
        '<row><c t="str"><v>Ferry</v></c><c t="b"><v>1</v></c><c s="3"><v>45426.5</v></c></row>'
    )
    ((title, found),) = sheets(workbook(rows), "reports.xlsx")
    assert title == "Reports"
    assert found == [
        ["Title", "", "Day"],
        ["Velmark opens bridge", "3.5", "2024-05-14"],
        ["Ferry", "yes", "2024-05-14 12:00:00"],
    ]


def test_where_a_cell_leads_is_kept() -> None:
    """The address under a title is where the article came from."""
    rows = '<row r="1"><c r="A1"><v>Title</v></c></row><row r="4"><c r="A4"><v>Bridge</v></c></row>'
    after = '<hyperlinks><hyperlink ref="A4" r:id="r7"/><hyperlink ref="B9" r:id="r7"/></hyperlinks>'
    target = f'<Relationships {LISTED}><Relationship Id="r7" Target="https://orlapost.example/1"/></Relationships>'
    ((_, found),) = sheets(workbook(rows, after, **{"xl/worksheets/_rels/s.xml.rels": target}), "reports.xlsx")
    assert found == [["Title", "link"], ["Bridge", "https://orlapost.example/1"]]


def test_the_macintosh_counts_from_1904() -> None:
    """Four years would be added or lost otherwise."""
    original = workbook(
        '<row><c s="1"><v>43964</v></c></row>', **{"xl/workbook.xml": book('<workbookPr date1904="1"/>')}
    )
    assert list(sheets(original, "reports.xlsx")) == [("Reports", [["2024-05-14"]])]


def test_a_cell_far_to_the_right_is_refused() -> None:
    """One cell in the last column would make millions of empty ones."""
    with pytest.raises(UnreadableFile, match="columns"):
        list(sheets(workbook('<row><c r="XFD1"><v>1</v></c></row>'), "reports.xlsx"))


def test_what_is_missing_or_odd_costs_nothing_else() -> None:
    """No texts, no styles, numbers that are none."""
    rows = '<row><c t="s"><v>99</v></c><c s="x"><v>1</v></c><c s="1"><v>never</v></c><c s="1"><v>1e99</v></c></row>'
    original = workbook(rows, **{"xl/sharedStrings.xml": f"<sst {MAIN}/>"})
    ((_, found),) = sheets(original, "reports.xlsx")
    assert found == [["", "1", "never", "1e99"]]
