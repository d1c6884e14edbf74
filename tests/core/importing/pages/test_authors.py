"""An author is named, not guessed: no site, no reader who commented, no word that stands for nobody."""

import pytest

from desktop_app.core.importing.pages.authors import Signature, state_byline
from desktop_app.core.importing.pages.data import page_data
from desktop_app.core.importing.pages.facts import Facts, facts
from desktop_app.core.importing.pages.page import parse

SITE = '<meta property="og:site_name" content="Orla Post">'


def signed(head: str, body: str = "", *shown: Signature) -> Facts:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    tree = parse(markup)
    data = page_data(tree)
    found = facts(tree, markup, data)
    state_byline(found, tree, data, shown)
    return found


def linked(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"Article","author":{author}}}</script>'


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Ida Marsh">', "Ida Marsh"),
        (linked('[{"@type":"Person","name":"Ida Marsh"},{"name":"Tomas Reyl"}]'), "Ida Marsh, Tomas Reyl"),
        (linked('{"@type":"Organization","name":"Harbour Wire"}'), None),
        ('<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ida">', "Ida"),
        ('<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="4 min">', None),
        ('<meta property="article:author" content="https://orla.example/ida">', None),
        (SITE + '<meta name="author" content="Orla Post">', None),
        (SITE + '<meta name="author" content="The Orla Post Ltd">', None),
        ('<meta name="author" content="admin">', None),
    ],
)
def test_told_to_machines(head: str, byline: str | None) -> None:
    """People count; addresses, the site itself and the names of accounts do not."""
    assert signed(head).fields.get("byline") == byline


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ('<span class="byline">By Ida Marsh</span>', "Ida Marsh"),
        ('<div class="entry-meta"><span class="post-author-name">Ida Marsh</span></div>', "Ida Marsh"),
        ('<div class="documentByLine">erstellt von Ida — veröffentlicht 14.05.2024</div>', "Ida"),
        ('<a rel="author" href="/ida">idamarsh</a>', "idamarsh"),
        ("<byline>Von Ida Marsh, dpa</byline>", "Ida Marsh, dpa"),
        ('<div class="post-footer"><span class="post-author">Ida Marsh</span></div>', "Ida Marsh"),
        ('<div class="comments"><span class="author">Some Reader</span></div>', None),
        ('<aside><span class="author">Some Reader</span></aside>', None),
        ('<p class="author">read more about us</p>', None),
        ('<p class="author">© Ida Marsh</p>', None),
        ('<article class="author-ida"><p>The bridge</p></article>', None),
    ],
)
def test_marked_on_the_page(body: str, byline: str | None) -> None:
    """A short text marked as the author is one, outside of comments and margins."""
    found = signed("", body)
    assert found.fields.get("byline") == byline
    assert byline is None or "marked as the author" in found.evidence["byline"]


def test_what_is_shown_counts_first() -> None:
    """The line a reader sees comes before the mark, the mark before what machines are told."""
    head, body = '<meta name="author" content="One Name">', '<p class="author">Other Name</p>'
    assert signed(head, body, Signature("Ida Marsh", "By Ida Marsh")).evidence["byline"] == "By Ida Marsh"
    assert signed(head, body, Signature("Photo", "by photo")).fields["byline"] == "Other Name"
    assert signed(head).fields["byline"] == "One Name"
