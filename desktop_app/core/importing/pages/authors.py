"""Who signed a page: what the lines at its title say, what it marks as its author, what it tells machines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from desktop_app.core.importing.cleaning.credits import NICKNAME, byline, is_name
from desktop_app.core.importing.cleaning.phrases import NO_AUTHORS
from desktop_app.core.importing.pages.data import PageData, names_in, own_data
from desktop_app.core.importing.pages.facts import Facts, squashed
from desktop_app.core.importing.pages.page import called

_KEYS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc:creator",
    "citation_author", "byl", "article:author_name", "cxenseparse:author", "rnews:creator",
)  # fmt: skip
_WRITTEN_BY = re.compile(
    r"written|author|verfasst|geschrieben|autor|écrit|auteur|escrito|scritto|geschreven|napisa", re.IGNORECASE
)
MIN_SITE = 4  # letters of a site by whose name its authors may be known
LONGEST_NAME, MOST_WORDS = 80, 12  # characters and words of a name, or of those of several
_NO_NAME = re.compile(r"^\W*$|://|^/|[©@(]|\bfoto:", re.IGNORECASE)
_LONGEST = 120  # characters a page may mark as its author
# by the attributes, which are fewer than the elements
_MARKED = etree.XPath(
    "//@class[contains(., 'uthor') or contains(., 'utor') or contains(., 'uteur') or contains(., 'yline')"
    " or contains(., 'yLine')]/.. | //@rel[contains(., 'author')]/.. | //@itemprop[. = 'author']/.. | //byline"
)
_MARK = re.compile(
    r"(?:^|\s)[\w-]*?(?:authors?|autor(?:en)?|auteur|byline|autorenzeile)(?:[-_]{0,2}(?:name|link|text|line|bold))?(?=$|\s)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"comment|kommentar|related|sidebar|teaser|widget|(?<!post-)(?<!entry-)footer|recommend|promo|popular|latest",
    re.IGNORECASE,
)
LEVELS = 5  # of elements around a mark that tell whether it stands in a margin


@dataclass(frozen=True)
class Signature:
    """The names of those who wrote a text, and the words that name them."""

    names: str
    evidence: str


def state_byline(found: Facts, tree: HtmlElement, data: PageData, shown: Sequence[Signature]) -> None:
    """State the author a page names: as it shows before as it tells machines, where it often names itself."""
    for signature in [*shown, *_marked(tree), *_told(found, data)]:
        if _may_sign(signature.names):
            found.state("byline", signature.names, signature.evidence)


def _may_sign(name: str) -> bool:
    """Tell whether a name can be that of an author."""
    if len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS or _NO_NAME.search(name):
        return False
    return squashed(name) not in NO_AUTHORS


def _is_site(name: str, found: Facts) -> bool:
    """Tell whether a name is that of the site, which says of each of its pages that it is by itself."""
    bare = squashed(name)
    host = re.sub(r"^https?://(?:www\.)?|\.\w+$", "", found.fields.get("publisher_url", ""))
    sites = [squashed(site) for site in (found.fields.get("source", ""), host) if len(squashed(site)) >= MIN_SITE]
    return any(bare in site or site in bare for site in sites)


def _told(found: Facts, data: PageData) -> Iterator[Signature]:
    stated = [(names_in(article.get("author"), people=True), "author") for article in data.articles]
    stated += [([content for _, content in data.meta(key)], key) for key in _KEYS]
    label = " ".join(content for _, content in data.meta("twitter:label1"))
    if _WRITTEN_BY.search(label):
        stated.append(([content for _, content in data.meta("twitter:data1")], "twitter:data1"))
    for names, where in stated:
        people = [
            name
            for name in (byline(name) or name for name in names)
            if _may_sign(name) and not _is_site(name, found)
        ]
        if people:
            yield Signature(", ".join(dict.fromkeys(people)), own_data(where))


def _marked(tree: HtmlElement) -> Iterator[Signature]:
    """Yield whom a page marks as its author, outside of its margins."""
    for element in cast("list[HtmlElement]", _MARKED(tree)):
        marked = (
            "author" in (element.get("itemprop"), *(element.get("rel") or "").split()) or element.tag == "byline"
        )
        if not marked and not _MARK.search(element.get("class") or ""):
            continue
        said = " ".join("".join(element.itertext()).split())
        if said and len(said) <= _LONGEST and not _in_margin(element):
            name = byline(said) or said
            if is_name(name) or NICKNAME.fullmatch(name):
                yield Signature(name, f"marked as the author: “{said}”")


def _in_margin(element: HtmlElement) -> bool:
    return any(
        parent.tag in ("aside", "nav") or _ASIDE.search(called(parent))
        for parent in (element, *islice(element.iterancestors(), LEVELS))
        if parent.tag not in ("body", "html")
    )
