"""A page is believed where it states something, and nothing is made up where it does not."""

import pytest

from desktop_app.core.importing.page import parse
from desktop_app.core.importing.page_facts import Facts, facts, without_site


def stated(head: str, body: str = "") -> Facts:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    return facts(parse(markup), markup)


def test_nothing_stated_is_nothing_known() -> None:
    """A bare page has no facts, least of all a date."""
    assert stated("", "<p>On 14 May 2024 the bridge was opened.</p>").fields == {}


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-14T07:30:00Z">',
        '<meta name="DC.date.issued" content="2024-05-14">',
        '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2024-05-14"}]</script>',
        '<meta itemprop="datePublished" content="14 May 2024">',
    ],
)
def test_dates_in_markup(head: str) -> None:
    """Each usual mark-up of the day of publication is read, and named as what the date rests on."""
    found = stated(head)
    assert found.fields["published"] == "2024-05-14"
    assert "2024" in found.evidence["published"]


def test_a_change_is_not_the_publication() -> None:
    """The day of the last change dates nothing."""
    assert "published" not in stated('<meta property="article:modified_time" content="2024-05-14">').fields


def test_an_ambiguous_date_is_a_warning() -> None:
    """03/04/2016 is told, not guessed; a clear date elsewhere still counts."""
    found = stated('<meta name="date" content="03/04/2016">')
    assert "published" not in found.fields
    assert "03/04/2016" in found.warnings[0]
    clear = stated('<meta name="date" content="03/04/2016">', "<time pubdate datetime='2016-04-03'>x</time>")
    assert clear.fields["published"] == "2016-04-03"


@pytest.mark.parametrize("data", ["{", "[[[[", '{"@type": 5, "@graph": {"a": null}}', "null", '"x"', "[" * 50_000])
def test_broken_data_is_ignored(data: str) -> None:
    """JSON-LD that is damaged or hostile costs only itself."""
    assert stated(f'<script type="application/ld+json">{data}</script><title>Bridge opens</title>').fields == {
        "title": "Bridge opens"
    }


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


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        ('<meta name="author" content="By Ida Marsh">', "", "Ida Marsh"),
        ('<meta property="article:author" content="https://orla.example/ida">', "", None),
        ('<meta property="og:site_name" content="Orla Post"><meta name="author" content="Orla Post">', "", None),
        ("", '<span class="byline">By Ida Marsh</span>', "Ida Marsh"),
        ("", '<a rel="author" href="/ida">Ida Marsh</a>', "Ida Marsh"),
        ("", '<div class="comments"><span class="author">Some Reader</span></div>', None),
        ("", '<p class="author">read more about us</p>', None),
    ],
)
def test_bylines(head: str, body: str, byline: str | None) -> None:
    """An author is a name, not an address, not the site, and not somebody who commented."""
    assert stated(head, body).fields.get("byline") == byline


def test_saved_pages_know_their_address() -> None:
    """Browsers note where a page was saved from."""
    for note in (
        "saved from url=(0027)https://orla.example/bridge",
        "Page saved with SingleFile\n url: https://orla.example/bridge\n",
    ):
        markup = f"<!-- {note} --><html><body>x</body></html>"
        assert facts(parse(markup), markup).fields["url"] == "https://orla.example/bridge"


def test_the_language_is_the_declared_one() -> None:
    """Only a language code is taken from the page."""
    for declared, language in (("en-GB", "en"), ("AR", "ar"), ("english", None), ("", None)):
        markup = f'<html lang="{declared}"><body>x</body></html>'
        assert facts(parse(markup), markup).fields.get("language") == language
