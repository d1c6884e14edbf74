"""An article of an export is gathered line by line: nothing is lost, and what is stated says where."""

import pytest

from desktop_app.core.importing.databases.entry import (
    WITHHELD,
    Entry,
    articles,
    label,
    letters,
    outlet,
    squeezed,
    tells_day,
)
from desktop_app.core.importing.decoding.encoding import Decoded


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("LENGTH: 355 words", "LENGTH"),
        ("Load-Date:\xa0May 9, 2005", "Load-Date"),
        ("LÄNGE: 500 Wörter", "LÄNGE"),
        ("BODY:", "BODY"),
        ("At 10:30 the bridge was closed", None),
        ("The mayor of the town by the river said: no", None),
        ("HARBOUR:SHUT", None),
    ],
)
def test_labels(line: str, found: str | None) -> None:
    """A label is a few words before a colon and a space; the middle of a sentence is none."""
    assert label(line) == found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Orla Post (Velmark) - Final Edition", "Orla Post (Velmark)"),
        ("Radio Tessin -- English", "Radio Tessin"),
        ("Orla Post, no. 5968", "Orla Post"),
        ("Velmark Courier -- Harbour", "Velmark Courier -- Harbour"),
        ("Velmark, Orla and Tessin Courier", "Velmark, Orla and Tessin Courier"),
    ],
)
def test_outlets(line: str, name: str) -> None:
    """Editions, languages and numbers of issues are no part of a newspaper's name; the rest is."""
    assert outlet(line) == name


@pytest.mark.parametrize(
    ("line", "is_day"),
    [
        ("May 14, 2024 Tuesday\nEdition 1;\nHarbour", True),
        ("Dienstag, 14. Mai 2024", True),
        ("14 mai 2024 mardi 10:31 AM GMT", True),
        ("LOAD-DATE: May 14, 2024", False),
        ("What the council decided on May 14, 2024", False),
        ("Spring 2024", False),
    ],
)
def test_days(line: str, *, is_day: bool) -> None:
    """The line of the day begins with it; a headline that mentions a day is another thing."""
    assert tells_day(line) == is_day


def test_every_line_is_kept_and_told() -> None:
    """Labels are furniture, what stands behind them has its role, and facts rest on their lines."""
    one = Entry()
    one.labelled("HEADLINE", "HEADLINE: Bridge opens in Velmark")
    one.labelled("BYLINE", "BYLINE: By Ida Marsh")
    one.labelled("DATELINE", "DATELINE: VELMARK, May 14 2024")
    one.labelled("HIGHLIGHT", "HIGHLIGHT: Three years of waiting are over.")
    one.add("The bridge over the Orla is open.", "body")
    one.labelled("GRAPHIC", "GRAPHIC: The bridge at dawn")
    one.labelled("LANGUAGE", "LANGUAGE: ENGLISH")
    one.add("Copyright 2024 Orla Post", "furniture")
    found = one.article(Decoded("", "cp1252", ("It was guessed.",)))
    assert [part.role for part in found.parts] == [
        "furniture", "title", "byline", "dateline", "furniture", "body", "body", "caption", "furniture", "rights",
    ]  # fmt: skip
    assert (found.title, found.byline, found.dateline) == ("Bridge opens in Velmark", "Ida Marsh", "VELMARK")
    assert found.evidence["byline"] == "BYLINE: By Ida Marsh"
    assert (found.encoding, found.warnings) == ("cp1252", ("It was guessed.",))


def test_a_standfirst_the_story_repeats_is_not_counted_twice() -> None:
    """Databases take the standfirst from the story; as body it would be shared wording with itself."""
    one = Entry()
    one.labelled("HIGHLIGHT", "HIGHLIGHT: The bridge is open.")
    one.add("The bridge\nis open.", "body")
    assert one.article().of("body") == ["The bridge\nis open."]


def test_an_article_without_text_says_so() -> None:
    """Some newspapers let a database show only the headline."""
    one = Entry()
    one.title("Bridge opens in Velmark")
    assert one.article().warnings == (WITHHELD,)


def test_what_names_no_newspaper_is_no_export() -> None:
    """One article with newspaper and day vouches for its neighbours; without one there are none."""
    known, odd = Entry(), Entry()
    known.source("Orla Post")
    known.day("May 14, 2024")
    odd.title("Bridge opens")
    assert len(articles([known, odd])) == 2
    assert articles([odd]) == []


def test_texts_are_compared_without_their_setting() -> None:
    """A cover and a headline differ in their spaces."""
    assert letters("Bridge opens;\xa0Velmark") == letters("BRIDGE OPENS; Velmark")
    assert squeezed("Bridge\n  opens") == "Bridge opens"
