"""Columns are told by their names in many languages and by what stands in them; the user's choice is kept."""

from pathlib import Path

import pytest

from desktop_app.core.importing.documents.columns import day_first, propose, remember, remembered

STORY = (
    "The second bridge over the river Orla was opened on Tuesday after four years of work, the council said. " * 2
)
ROW = ["Velmark opens bridge", STORY, "Ida Marsh", "Orla Post", "2024-05-14", "https://orlapost.example/1", "en"]
FIELDS = ["title", "text", "byline", "source", "published", "url", "language"]


@pytest.mark.parametrize(
    "headers",
    [
        ["Title", "Content", "Authors", "Publication", "publishDate", "URL", "lang"],
        [
            "headline.main",
            "fields.body",
            "authors.name",
            "source.name",
            "webPublicationDate",
            "web_url",
            "language",
        ],
        ["Überschrift", "Volltext", "Autor", "Zeitung", "Datum", "Adresse", "Sprache"],
        ["Titre", "Texte intégral", "Auteur(s)", "Média", "Date de publication", "Lien", "Langue"],
        ["Заголовок", "Текст", "Автор", "Источник", "Дата", "Ссылка", "Язык"],
        ["العنوان", "النص", "الكاتب", "المصدر", "تاريخ النشر", "الرابط", "اللغة"],
        ["标题", "正文", "作者", "来源", "日期", "链接", "语言"],
        ["title.rendered", "content.rendered", "author", "site_name", "date", "link", "lang"],
    ],
)
def test_names_in_many_languages(headers: list[str]) -> None:
    """Whoever exported the table called its columns in their own language."""
    row = [*ROW]
    if headers[0] == "Titre":
        headers = [*headers[:3], "Source", *headers[4:]]
    assert propose(headers, [row]) == dict(zip(headers, FIELDS, strict=True))


def test_names_are_not_believed_against_what_stands_there() -> None:
    """A column called source that holds addresses is the url; one called date that holds words is none."""
    found = propose(["source", "date", "text"], [["https://orlapost.example/1", "soon", STORY]])
    assert found == {"source": "url", "text": "text"}


def test_content_tells_where_names_do_not() -> None:
    """The longest texts are the text, dates the day, addresses the url."""
    rows = [["7", STORY, "2024-05-14", "https://orlapost.example/1", "short"]] * 3
    assert propose(["a", "b", "c", "d", "e"], rows) == {"b": "text", "c": "published", "d": "url"}


@pytest.mark.parametrize("header", ["date_modified", "Date Added", "captured at", "Crawled", "abgerufen am"])
def test_another_day_is_not_that_of_publication(header: str) -> None:
    """When a row was changed or saved says nothing about when its article came out."""
    assert propose([header, "text"], [["2024-05-14", STORY]]) == {"text": "text"}


def test_the_full_text_is_chosen_over_the_summary() -> None:
    """Both are called text; the longer is the article."""
    found = propose(["summary", "content"], [["The bridge over the Orla is open at last, they say.", STORY]])
    assert found == {"content": "text"}


def test_a_table_of_figures_has_no_text() -> None:
    """Numbers and names of things are no articles."""
    assert "text" not in propose(["Id", "Length", "Species"], [["1", "5.1", "orchid"]] * 5).values()


def test_the_order_of_day_and_month_by_the_language_of_the_header() -> None:
    """English writes dates in both orders, Chinese and Hungarian begin with the year; others begin with the day."""
    assert [day_first(header) for header in ("Datum", "Дата", "Date", "日期", "Dátum", "column 3")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_choice_is_remembered_for_tables_alike(tmp_path: Path) -> None:
    """The next table with the same headers, in whatever order, is read as the user said."""
    path = tmp_path / "kept" / "columns.json"
    assert remembered(path, ["a", "b"]) is None
    remember(path, ["a", "b"], {"a": "title", "b": "text"})
    remember(path, ["x"], {"x": "text"})
    assert remembered(path, ["b", "a"]) == {"a": "title", "b": "text"}
    assert remembered(path, ["a", "b", "c"]) is None
    assert [file.name for file in path.parent.iterdir()] == ["columns.json"]


@pytest.mark.parametrize("kept", ["", "[1]", "{", '{"x": 1}'])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, kept: str) -> None:
    """What cannot be read costs only the memory, and is written anew."""
    path = tmp_path / "columns.json"
    path.write_text(kept, encoding="utf-8")
    assert remembered(path, ["a"]) is None
    remember(path, ["a"], {"a": "text"})
    assert remembered(path, ["a"]) == {"a": "text"}
