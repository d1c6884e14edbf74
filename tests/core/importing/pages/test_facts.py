"""A page is believed where it states something, and nothing is made up where it does not."""

import pytest

from desktop_app.core.importing.pages.data import page_data
from desktop_app.core.importing.pages.facts import Facts, facts, without_site
from desktop_app.core.importing.pages.page import parse

ARCHIVED = "https://web.archive.org/web/20240514083005/"


def stated(head: str, body: str = "", attributes: str = "") -> Facts:
    markup = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    tree = parse(markup)
    return facts(tree, markup, page_data(tree))


def test_nothing_stated_is_nothing_known() -> None:
    """A bare page has no facts, least of all a date or a capture."""
    assert stated("", "<p>On 14 May 2024 the bridge was opened.</p>").fields == {}


def test_title_source_and_address() -> None:
    """The site's name is cut from the title; the source falls back to the address."""
    head = (
        '<title>Bridge opens - Orla Post</title><link rel="canonical" href="https://www.orla-post.example/bridge">'
    )
    found = stated(head)
    assert found.fields["title"] == "Bridge opens"
    assert found.fields["source"] == "orla-post.example"
    assert found.fields["url"] == "https://www.orla-post.example/bridge"
    assert found.fields["publisher_url"] == "https://www.orla-post.example"


def test_the_source_is_the_site_or_the_publisher() -> None:
    """The name a site gives itself counts before its publisher, and that before its address."""
    publisher = (
        '<script type="application/ld+json">{"@type":"Article","publisher":{"name":"Harbour Wire"}}</script>'
    )
    canonical = '<link rel="canonical" href="https://orla.example/">'
    assert stated(publisher + canonical).fields["source"] == "Harbour Wire"
    site = '<meta property="og:site_name" content="Orla Post">'
    assert stated(publisher + canonical + site).fields["source"] == "Orla Post"


@pytest.mark.parametrize(
    ("title", "source", "bare"),
    [
        ("Bridge opens | Orla Post", "Orla Post", "Bridge opens"),
        ("Orla Post: Bridge opens", "Orla Post", "Bridge opens"),
        ("Bridge opens – at last – The Orla Post", "Orla Post", "Bridge opens – at last"),
        ("Bridge opens - at last", "Orla Post", "Bridge opens - at last"),
        ("Bridge opens", "", "Bridge opens"),
    ],
)
def test_site_names_in_titles(title: str, source: str, bare: str) -> None:
    """Only the name of the site is cut, never a part of the headline."""
    assert without_site(title, source) == bare


def test_saved_pages_know_their_address() -> None:
    """The note of the program that saved a page counts where the page names no address itself."""
    note = "<!-- saved from url=(0027)https://orla.example/bridge -->"
    assert stated(note).fields["url"] == "https://orla.example/bridge"
    assert "captured" not in stated(note).fields


def test_archived_pages_know_when() -> None:
    """A page from the Wayback Machine has its own address, its own source, and the time it was captured."""
    found = stated(f'<link rel="canonical" href="{ARCHIVED}https://orla.example/bridge">')
    assert found.fields["url"] == "https://orla.example/bridge"
    assert found.fields["source"] == "orla.example"
    assert found.fields["captured"] == "2024-05-14T08:30:05Z"
    assert found.evidence["captured"]


@pytest.mark.parametrize(
    ("head", "attributes", "language", "locale"),
    [
        ("", 'lang="en-GB"', "en", "en-gb"),
        ("", 'lang="AR"', "ar", "ar-"),
        ("", 'lang="zh-Hant-TW"', "zh", "zh-"),
        ('<meta property="og:locale" content="de_AT">', "", "de", "de-at"),
        ('<link rel="canonical" href="https://orla.ch/">', 'lang="de"', "de", "de-ch"),
        ('<link rel="canonical" href="https://orla.de/">', "", None, "en-de"),
        ("", 'lang="english"', None, "en-"),
        ("", "", None, "en-"),
    ],
)
def test_the_language_is_the_declared_one(head: str, attributes: str, language: str | None, locale: str) -> None:
    """Only a language code is taken from the page; its country, or that of the address, helps to read dates."""
    found = stated(head, attributes=attributes)
    assert found.fields.get("language") == language
    assert found.locale == locale


def test_an_ambiguous_day_is_a_warning() -> None:
    """03/04/2016 is told, not guessed, and told once."""
    found = Facts(locale="en-us")
    assert [found.day("03/04/2016"), found.day("03/04/2016"), found.day("none")] == [None, None, None]
    assert len(found.warnings) == 1
    assert "03/04/2016" in found.warnings[0]
    assert Facts(locale="de-").day("3.4.2016") == "2016-04-03"
