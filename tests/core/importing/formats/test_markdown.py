"""Markdown is read as it is shown: without its marks, with all its words, and dated where it says so."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.markdown import read

CLIPPED = """---
title: "Velmark opens bridge"
source: "https://orlapost.example/bridge"
author:
  - "[[Ida Marsh]]"
  - "[[Tomas Reyl]]"
published: 2024-05-14
created: 2024-05-20
tags: [clippings, "bridges"]
---
# Velmark opens bridge

The **second** bridge over the _river Orla_ was [opened](https://orlapost.example/a_(b)) on Tuesday
after four years, the council said.
"""


def article(text: str):
    return read(text.encode(), "bridge.md")[0]


def test_a_clipped_page() -> None:
    """The front matter gives the facts and is kept; the day of clipping is not that of publication."""
    found = article(CLIPPED)
    assert (found.title, found.byline, found.source) == ("Velmark opens bridge", "Ida Marsh, Tomas Reyl", None)
    assert (found.published, found.url) == ("2024-05-14", "https://orlapost.example/bridge")
    assert found.evidence["published"] == "the front matter: published says “2024-05-14”"
    assert found.evidence["url"] == "the front matter: source"
    assert {"created: 2024-05-20", "tags: clippings, bridges"} <= set(found.of("furniture"))
    assert found.of("title") == ["Velmark opens bridge"]
    assert found.body == (
        "The second bridge over the river Orla was opened on Tuesday after four years, the council said."
    )


def test_only_the_saving_is_dated() -> None:
    """Without a day of publication the article stays undated."""
    assert article(CLIPPED.replace("published: 2024-05-14\n", "")).published is None


def test_a_doubtful_date_is_told() -> None:
    """Numbers with two readings set nothing."""
    found = article(CLIPPED.replace("2024-05-14", "03/04/2016"))
    assert found.published is None
    assert "03/04/2016" in found.warnings[0]


def test_the_first_heading_is_the_title() -> None:
    """Without front matter the heading of the first rank names the article."""
    found = article("Home\n\n# Velmark opens bridge #\n\nIt is open.\n\n## Costs\n\nIt was dear.\n")
    assert found.title == "Velmark opens bridge"
    assert "Costs" in found.of("body")


def test_a_stated_title_that_is_not_shown_is_shown() -> None:
    """The title is part of the readable text."""
    found = article("---\ntitle: Velmark opens bridge\n---\n# Orla Post\n\nIt is open, the council said today.\n")
    assert found.of("title") == ["Velmark opens bridge"]
    assert "Orla Post" in found.text


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("***Both*** and ~~gone~~ and ==lit== and `code`", "Both and gone and lit and code"),
        ("snake_case, 5 * 3 * 2 and 2 \\* 3", "snake_case, 5 * 3 * 2 and 2 * 3"),
        ('[words](https://a.example "and above")', "words (and above)"),
        ("[![A bridge](a.jpg)](https://a.example)", "A bridge"),
        ("![[bridge.jpg]] [[Velmark|the town]] [[Orla]]", "bridge.jpg the town Orla"),
        ("[](https://a.example/x) <https://a.example/y>", "https://a.example/x https://a.example/y"),
        ("> [!quote] Said\n> “We waited,” said *Reyl*,\n> the mayor.", "Said “We waited,” said Reyl, the mayor."),
        ("One line  \nand another<br>and a third", "One line and another\nand a third"),
        ("Costs\n-----\n\nDear.", "Costs\n\nDear."),
        ("One.\n\n* * *\n\nTwo.", "One.\n\nTwo."),
        ("- one\n- two **three**", "- one\n\n- two three"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n\n| 1 | 2 |"),
        ("```python\nx = **kept**\n```", "x = **kept**"),
        ("[text][note] is no link", "[text][note] is no link"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, shown: str) -> None:
    """No word is lost with the signs around it."""
    assert article(markdown).text == shown


def test_a_rule_is_no_front_matter() -> None:
    """Lines between two rules are text where they say nothing about the article."""
    assert article("---\nJust a line, not a fact\n---\nAnd more.\n").text == "Just a line, not a fact\n\nAnd more."


def test_front_matter_alone_is_kept() -> None:
    """A note that only names an article is still found by its title."""
    found = article("---\ntitle: Velmark opens bridge\n---\n")
    assert (found.title, found.body) == ("Velmark opens bridge", "")


def test_marks_alone_are_no_text() -> None:
    """A file without words is refused with a sentence."""
    with pytest.raises(UnreadableFile) as error:
        article("***\n\n***")
    assert error.value.code == "empty"
