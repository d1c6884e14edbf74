"""Exports of Nexis become articles, in HTML and in plain text."""

import pytest

from desktop_app.core.article import Article
from desktop_app.core.importing.databases.nexis import read_lines, read_page

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
HEAD = ["1 of 2 DOCUMENTS", "Orla Post (Velmark)", "May 14, 2024 Tuesday\nFinal Edition", "Bridge opens in Velmark"]
LABELS = ["BYLINE: By Ida Marsh", "SECTION: NEWS; Pg. 3", "LENGTH: 1,355 words"]
TAIL = ["LOAD-DATE: May 16, 2024", "LANGUAGE: ENGLISH", "Copyright 2024 Orla Post\nAll Rights Reserved"]


def read(*lines: str) -> Article:
    return read_lines(lines)[0]


def test_an_article() -> None:
    """Each line has its role; the day it was loaded is not the day it was published."""
    found = read("Terms: bridge", *HEAD, *LABELS, STORY, "It is free.", *TAIL)
    assert (found.title, found.source, found.byline) == (HEAD[3], "Orla Post (Velmark)", "Ida Marsh")
    assert (found.published, found.evidence["published"]) == ("2024-05-14", "May 14, 2024 Tuesday Final Edition")
    assert found.of("body") == [STORY, "It is free."]
    assert found.of("rights") == TAIL[2:]
    assert "Terms" not in found.text


def test_a_page() -> None:
    """The articles of a page stand between comments, each read by itself."""
    lines = [*HEAD, *LABELS, STORY, *TAIL]
    body = "".join(f"<DIV CLASS='c4'><P>{line}</P></DIV><BR>" for line in lines)
    comment = "<!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->"
    end = "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->"
    page = f"<HTML><BODY><P>Cover</P>{comment}{body}{end}{comment}<table>{body.replace('1 of', '2 of')}{end}"
    found = read_page(page.encode())
    assert [article.title for article in found] == ["Bridge opens in Velmark"] * 2
    assert found[1].text.splitlines()[0] == "2 of 2 DOCUMENTS"
    assert found[0].body == found[1].body == STORY


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["Dokument 1 von 20", "Orla Post", "14. Mai 2024 Dienstag", "Brücke offen", "AUTOR: Ida Marsh",
          "RUBRIK: LOKALES", "LÄNGE: 500 Wörter", STORY, "UPDATE: 16. Mai 2024", "SPRACHE: GERMAN"], "Ida Marsh"),
        (["Document 1 de 20", "Orla Post", "mardi 14 mai 2024", "Le pont est ouvert", "AUTEUR: Ida Marsh",
          "LONGUEUR: 500 mots", STORY, "LANGUE: FRENCH; FRANÇAIS"], "Ida Marsh"),
    ],
)  # fmt: skip
def test_other_languages(lines: list[str], byline: str) -> None:
    """The interface may be in another language; its labels are then, too."""
    found = read(*lines)
    assert (found.title, found.published, found.byline) == (lines[3], "2024-05-14", byline)
    assert found.body == STORY


@pytest.mark.parametrize("headline", ["FLOOD: WHAT NEXT", "UPDATE: BRIDGE OPENS", "Bridge: open on 14 May 2024"])
def test_a_headline_may_look_like_something_else(headline: str) -> None:
    """“FLOOD: WHAT NEXT” is what the editor wrote, not a field of the database."""
    found = read(*HEAD[:3], headline, *LABELS, STORY)
    assert (found.title, found.published) == (headline, "2024-05-14")


def test_lines_around_the_day() -> None:
    """Editions and notes between newspaper, day and headline are none of these."""
    lines = [*HEAD[:2], "Late Edition", HEAD[2], "Correction Appended", HEAD[3], "After the flood", *LABELS, STORY]
    found = read(*lines)
    assert (found.source, found.title) == ("Orla Post (Velmark)", HEAD[3])
    assert found.of("body") == ["After the flood", STORY]


def test_a_story_may_begin_like_a_label() -> None:
    """A short item that opens with the name of a place in capitals is still the story."""
    found = read(*HEAD, *LABELS, "VELMARK: The bridge is open.", *TAIL)
    assert found.body == "VELMARK: The bridge is open."


def test_pictures_stand_below_the_story() -> None:
    """Whatever follows the label of the pictures belongs to them."""
    found = read(*HEAD, *LABELS, STORY, "GRAPHIC: The bridge", "Photo: Ida Marsh", *TAIL)
    assert found.of("caption") == ["GRAPHIC: The bridge", "Photo: Ida Marsh"]
    assert found.body == STORY


def test_an_odd_article_stands_alone() -> None:
    """One without a headline, a day and a length spoils neither itself nor its neighbour."""
    odd, good = read_lines(["1 of 2 DOCUMENTS", "Orla Post", STORY, "2 of 2 DOCUMENTS", *HEAD[1:], *LABELS, STORY])
    assert odd.published is None
    assert STORY in odd.text
    assert (good.title, good.body) == (HEAD[3], STORY)


def test_no_export() -> None:
    """A text that counts documents is not an export for that."""
    assert read_lines(["1 of 3 documents", "was lost in May 2024", STORY]) == []
    assert read_page(b"<p>1 of 3 documents</p>") == []
