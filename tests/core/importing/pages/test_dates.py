"""A page is dated by what it shows and by what it tells machines, never by a change or a guess."""

import pytest

from desktop_app.core.importing.pages.data import page_data
from desktop_app.core.importing.pages.dates import Day, state_published
from desktop_app.core.importing.pages.facts import Facts, facts
from desktop_app.core.importing.pages.page import parse

ADDRESS = '<link rel="canonical" href="https://orla.example/{}/bridge">'


def dated(head: str, body: str = "", shown: Day | None = None, likely: Day | None = None) -> Facts:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    tree = parse(markup)
    data = page_data(tree)
    found = facts(tree, markup, data)
    state_published(found, tree, data, shown, likely)
    return found


def linked(kind: str, date: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"{kind}","datePublished":"{date}"}}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-14T07:30:00Z">',
        '<meta name="DC.date.issued" content="2024-05-14">',
        '<meta itemprop="datePublished" content="14 May 2024">',
        linked("NewsArticle", "2024-05-14"),
        linked("Recipe", "2024-05-14T07:30:00+02:00"),
    ],
)
def test_dates_in_markup(head: str) -> None:
    """Each usual mark-up of the day of publication is read, and named as what the date rests on."""
    found = dated(head)
    assert found.fields["published"] == "2024-05-14"
    assert "2024" in found.evidence["published"]


@pytest.mark.parametrize(
    "head",
    ['<meta property="article:modified_time" content="2024-05-14">', linked("WebPage", "2024-05-14")],
)
def test_no_publication(head: str) -> None:
    """The day of the last change, and that on which a page of a site was set up, date no article."""
    assert "published" not in dated(head).fields


def test_an_ambiguous_date_is_a_warning() -> None:
    """03/04/2016 is told, not guessed; a clear date elsewhere still counts."""
    found = dated('<meta name="date" content="03/04/2016">')
    assert "published" not in found.fields
    assert "03/04/2016" in found.warnings[0]
    clear = dated('<meta name="date" content="03/04/2016">', "<time pubdate datetime='2016-04-03'>x</time>")
    assert clear.fields["published"] == "2016-04-03"


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("2024/05/14", "2024-05-14"),
        ("2024/5/14", "2024-05-14"),
        ("20240514", "2024-05-14"),
        ("20240514-new", "2024-05-14"),
        ("2024/13/14", None),
    ],
)
def test_the_day_in_the_address(path: str, iso: str | None) -> None:
    """Many sites write the day into the address of a page, which is what the date then rests on."""
    found = dated(ADDRESS.format(path))
    assert found.fields.get("published") == iso
    assert iso is None or found.evidence["published"].startswith("the address https://orla.example")


def test_a_time_beside_its_label() -> None:
    """A time with a sign called “Published” before it is that of the publication; any other time is not."""
    time = '<p><i title="{}"></i> <time datetime="2024-05-14">Tuesday</time></p>'
    assert dated("", time.format("Published")).fields["published"] == "2024-05-14"
    assert "published" not in dated("", time.format("Joined")).fields


def test_what_is_shown_counts_first() -> None:
    """A reader quotes the day a page shows; what is only likely counts after all that is stated."""
    head = linked("Article", "2020-01-02")
    shown = Day("2024-05-14", "14 May 2024")
    assert dated(head, shown=shown).evidence["published"] == "14 May 2024"
    assert dated(head, likely=shown).fields["published"] == "2020-01-02"
    assert dated("", likely=shown).fields["published"] == "2024-05-14"


def test_a_day_is_better_than_its_month() -> None:
    """Where a page shows only the month, the day within it that is stated elsewhere is taken."""
    month = Day("2024-05", "May 2024")
    assert dated(linked("Article", "2024-05-14"), shown=month).fields["published"] == "2024-05-14"
    assert dated(linked("Article", "2024-06-14"), shown=month).fields["published"] == "2024-05"
