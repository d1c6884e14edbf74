"""The lines at a page's title are read for author and day; lines elsewhere are not."""

import pytest

from desktop_app.core.article import Role
from desktop_app.core.importing.pages.facts import Facts
from desktop_app.core.importing.pages.head import Head, read_head
from desktop_app.core.importing.pages.page import blocks, parse
from desktop_app.core.importing.pages.story import Stretch

SENTENCE = "The council said on Tuesday that the second bridge over the river would be open before the winter came."
STORY = f"<p>{SENTENCE}</p>" * 3


def read(markup: str, locale: str = "en-") -> tuple[Head, list[Role]]:
    pieces = [Stretch(block.text, block, in_story=False) for block in blocks(parse(markup))]
    roles: list[Role] = [
        "title" if piece.block.element.tag == "h1" else "body" if piece.text.endswith(SENTENCE) else "furniture"
        for piece in pieces
    ]
    return read_head(pieces, roles, Facts(locale=locale)), roles


def day(markup: str, locale: str = "en-") -> str | None:
    head = read(markup, locale)[0]
    found = head.day or head.likely
    return found.iso if found else None


def test_lines_below_the_title() -> None:
    """Author and day stand below the title, each with its role, and the words are the evidence."""
    head, roles = read(f"<div><h1>Bridge</h1><p>By Ida Marsh</p><p>14 May 2024, 10:30</p>{STORY}</div>")
    assert roles[:3] == ["title", "byline", "date"]
    assert head.day is not None
    assert (head.day.iso, head.day.evidence) == ("2024-05-14", "14 May 2024, 10:30")
    assert [signature.names for signature in head.signatures] == ["Ida Marsh"]


def test_lines_of_one_block() -> None:
    """Several lines in one block are read one by one."""
    head, roles = read(f"<div><h1>Bridge</h1><p>Datum: 14.05.2024<br>Autor: Ida Marsh</p>{STORY}</div>", "de-")
    assert head.day is not None
    assert head.day.evidence == "Datum: 14.05.2024"
    assert head.signatures[0].evidence == "Autor: Ida Marsh"
    assert roles[1] == "byline"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Velmark, 14 May 2024", "2024-05-14"),
        ("Published: 14 May 2024 | Updated: 15 May 2024", "2024-05-14"),
        ("Updated 15 May 2024 | Published 14 May 2024", "2024-05-14"),
        ("Updated 14 May 2024", None),
        ("Last edited on 14 May 2024 at 10:30", None),
        ("Release: 14.05.2024", None),
        ("12-14 May 2024", None),
        ("The bridge was closed on 14 May 2024.", None),
    ],
)
def test_which_day_it_is(line: str, iso: str | None) -> None:
    """Changes, products, spans of days and sentences date nothing."""
    assert day(f"<div><h1>Bridge</h1><p>{line}</p>{STORY}</div>") == iso


def test_the_markup_of_a_time() -> None:
    """Where a line shows no whole date, the time in its mark-up tells the day."""
    assert (
        day(f"<div><h1>Bridge</h1><p><time datetime='2024-05-14'>Tuesday</time></p>{STORY}</div>") == "2024-05-14"
    )


@pytest.mark.parametrize("name", ["comment", "related-articles", "sidebar", "teaser__date"])
def test_margins_date_nothing(name: str) -> None:
    """The days of comments and of other articles are not that of the article, unless beside its title."""
    line = f"<p class='{name}'>14 May 2024</p>"
    assert day(f"<div><h1>Bridge</h1><p>Home</p>{line}<p>Home</p>{STORY}</div>") is None
    assert day(f"<div>{line}<h1>Bridge</h1>{STORY}</div>") == "2024-05-14"


def test_a_day_far_above_is_only_likely() -> None:
    """The head of a site may show the day on which the page was called up."""
    far = f"<div><div><div><div><div><div><h1>Bridge</h1></div></div></div></div></div>{STORY}</div>"
    head, _ = read(f"<header><p>Tuesday, 14 May 2024</p></header>{far}")
    assert head.day is None
    assert head.likely is not None


@pytest.mark.parametrize(
    ("opening", "iso"),
    [
        ("Velmark, 14 May 2024 – ", "2024-05-14"),
        ("(14 May 2024) ", "2024-05-14"),
        ("14.05.2024 “It is open,” they said. ", "2024-05-14"),
        ("On 14 May 2024 ", None),
        ("May 2024: ", None),
    ],
)
def test_a_story_may_open_with_its_day(opening: str, iso: str | None) -> None:
    """A release begins with place and day, then a dash; a sentence that begins with a day is a sentence."""
    markup = f"<div><h1>Bridge</h1><p>{opening}{SENTENCE}</p></div>"
    pieces = [Stretch(block.text, block, in_story=True) for block in blocks(parse(markup))]
    head = read_head(pieces, ["title", "body"], Facts())
    assert (head.likely.iso if head.likely else None) == iso


def test_a_label_tells_the_day_anywhere() -> None:
    """“Published on” below a story dates it; where two days are so called, neither counts."""
    lines = "<p>Home</p>" * 20
    foot = f"{lines}<p>Posted on 14 May 2024 in Weather</p>"
    assert day(f"<h1>Bridge</h1>{STORY}{foot}") == "2024-05-14"
    assert day(f"<h1>Bridge</h1>{STORY}{foot}<p>Posted on 15 May 2024 in Sport</p>") is None
    assert day(f"<h1>Bridge</h1>{STORY}{lines}<p>Ferry stops 14 May 2024</p>") is None


def test_a_paragraph_after_the_first_may_open_with_the_day() -> None:
    """Where an introduction stands before the report, the day opens the report."""
    dated = f"<p>14.05.2024 – {SENTENCE}</p>"
    assert day(f"<h1>Bridge</h1>{STORY}{dated}") == "2024-05-14"
    assert day(f"<h1>Bridge</h1>{STORY * 5}{dated}") is None


def test_an_ambiguous_day_is_a_warning() -> None:
    """A line that can be read in two ways dates nothing and is told."""
    found = Facts(locale="en-us")
    pieces = [
        Stretch(block.text, block, False) for block in blocks(parse(f"<h1>Bridge</h1><p>03/04/2016</p>{STORY}"))
    ]
    head = read_head(pieces, ["title", "furniture", "body", "body", "body"], found)
    assert head.day is head.likely is None
    assert "03/04/2016" in found.warnings[0]
