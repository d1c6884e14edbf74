"""What a page tells machines is read as far as it is sound."""

import pytest

from desktop_app.core.importing.pages.data import PageData, names_in, page_data
from desktop_app.core.importing.pages.page import parse


def data(head: str) -> PageData:
    return page_data(parse(f"<html><head>{head}</head><body></body></html>"))


def linked(json: str) -> PageData:
    return data(f'<script type="application/ld+json">{json}</script>')


def test_metas_by_name_and_order() -> None:
    """A <meta> is found by property, name or itemprop, whatever its case, and comes in the order asked for."""
    found = data(
        '<meta name="DC.Date" content=" 14  May "><meta property="og:title" content="Bridge"><meta name="a">'
    )
    assert list(found.meta("og:title", "dc.date", "a")) == [("og:title", "Bridge"), ("dc.date", "14 May")]


@pytest.mark.parametrize(
    "json",
    [
        '{"@type":"NewsArticle","headline":"Bridge"}',
        '[{"@type":["Article","NewsArticle"],"headline":"Bridge"}]',
        '{"@graph":[{"@type":"Organization"},{"@type":"Recipe","headline":"Bridge"}]}',
        '{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"Bridge"}}',
        '<!-- {"@type":"Article","headline":"Bridge"}',
        '{"@type":"Article","articleSection":"a\nb","headline":"Bridge"}',
    ],
)
def test_articles(json: str) -> None:
    """An article is found at the top, in a graph or as the main thing of a page."""
    assert [thing["headline"] for thing in linked(json).articles] == ["Bridge"]


def test_a_page_is_no_article() -> None:
    """What is said of the page is kept apart from what is said of an article."""
    found = linked('[{"@type":"WebPage","headline":"Page"},{"@type":"Article","headline":"Bridge"}]')
    assert [thing["headline"] for thing in found.pages] == ["Page"]
    assert list(found.first("headline")) == ["Bridge", "Page"]


def test_comments_are_no_articles() -> None:
    """Things within an article are not taken for it."""
    found = linked('{"@type":"Article","comment":[{"@type":"Review","author":"A Reader"}]}')
    assert len(found.articles) == 1


@pytest.mark.parametrize("json", ["{", "[[[[", '{"@type": 5, "@graph": {"a": null}}', "null", '"x"', "[" * 50_000])
def test_broken_data_is_ignored(json: str) -> None:
    """JSON-LD that is damaged or hostile costs only itself."""
    assert linked(json).articles == []


def test_names() -> None:
    """Names stand as texts, things and lists of both; with `people`, organisations are left out."""
    value = [
        "Ida  Marsh",
        {"@type": "Person", "name": ["Tomas Reyl"]},
        {"@type": "Organization", "name": "Orla Post"},
    ]
    assert names_in(value) == ["Ida Marsh", "Tomas Reyl", "Orla Post"]
    assert names_in(value, people=True) == ["Ida Marsh", "Tomas Reyl"]
    assert names_in([None, 5, {}, "", {"name": None}]) == []


def test_the_body_as_markup() -> None:
    """Plain text keeps its paragraphs and its signs; mark-up stays as it is."""
    assert linked('{"@type":"Article","articleBody":"a < b\\nc"}').body() == "a &lt; b<br><br>c"
    assert linked('{"@type":"Article","articleBody":"<p>a</p>"}').body() == "<p>a</p>"
    assert data("").body() == ""
