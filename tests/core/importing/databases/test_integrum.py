"""Exports of Integrum become articles, as a table and as a page."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from desktop_app.core.importing.databases.integrum import read_page, read_table

HEAD = ["Источник", "Дата", "Время", "Заголовок", "Анонс", "Оригинал", "Автор"]
STORY = "Мост открыт\n\nМост через Орлу открыт.\n\nОн бесплатный."
ROW = ["Орла-ТВ: Новости", "14.05.24", "12:59", "Мост открыт", STORY, "", "Марш Ида"]
PAGE = """<html><body><div><table><tr><td>{0}^ИС:
Вельмаркская правда{0}
^ДТ:
14.05.1993{0}
^НР:
93{0}
^ЗГ:
Мост открыт{0}
^АВ:
Ида Марш</td></tr></table><pre>
   Мост через Орлу
открыт наконец.
   Он бесплатный.
</pre></div><div><table><tr><td>^ИС:
Орла{0}
^ЗГ:
Паром</td></tr></table></div></body></html>"""


def table(*rows: list[str]) -> bytes:
    """Return a table with the first row's strings shared and the others in place, empty cells left out."""
    shared = "".join(f"<si><r><t>{text}</t></r><rPh><t>ъ</t></rPh></si>" for text in rows[0])
    lines = ["".join(f'<c t="s"><v>{place}</v></c>' for place in range(len(rows[0])))]
    for number, row in enumerate(rows[1:], 2):
        filled = [(column, text) for column, text in zip("ABCDEFG", row, strict=False) if text]
        lines.append("".join(f'<c r="{column}{number}"><is><t>{text}</t></is></c>' for column, text in filled))
    sheet = "".join(f"<row>{line}</row>" for line in lines)
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f'<x xmlns="urn:x"><sheetData>{sheet}</sheetData></x>')
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="urn:x">{shared}</sst>')
    return file.getvalue()


def test_a_table() -> None:
    """Each row is an article; the headline the text repeats is no part of the story."""
    found = read_table(table(HEAD, ROW, [], ROW[:5]), "a.xlsx")
    assert len(found) == 2
    assert (found[0].title, found[0].source, found[0].byline) == ("Мост открыт", ROW[0], "Марш Ида")
    assert (found[0].published, found[0].evidence["published"]) == ("2024-05-14", "14.05.24")
    assert found[0].of("body") == ["Мост через Орлу открыт.", "Он бесплатный."]
    assert "12:59" in found[0].of("furniture")


def test_other_tables_are_left_alone() -> None:
    """A table is an export only with the columns of one."""
    assert read_table(table(HEAD[:3], ROW[:3]), "a.xlsx") == []
    assert read_table("Источник,Дата,Заголовок,Анонс".encode(), "a.csv") == []


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "koi8-r"])
@pytest.mark.parametrize("end", ["", "<br>"])
def test_a_page(encoding: str, end: str) -> None:
    """The marks tell the encoding, which old pages do not declare; lines broken at a width are joined."""
    first, second = read_page(PAGE.format(end).encode(encoding))
    assert (first.title, first.source, first.byline) == ("Мост открыт", "Вельмаркская правда", "Ида Марш")
    assert (first.published, first.encoding) == ("1993-05-14", encoding)
    assert first.of("body") == ["Мост через Орлу открыт наконец.", "Он бесплатный."]
    assert "93" in first.of("furniture")
    assert (second.title, second.published) == ("Паром", None)


@pytest.mark.parametrize("day", ["31.02.1993", "май"])
def test_no_such_day(day: str) -> None:
    """A day that cannot be is not stated, and the other articles keep theirs."""
    page = PAGE.replace("14.05.1993", day) + PAGE
    assert [one.published for one in read_page(page.format("").encode())] == [None, None, "1993-05-14", None]
