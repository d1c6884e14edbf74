"""When a page was published: what it shows at its title, what it tells machines, what its address says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from desktop_app.core.importing.pages.data import PageData, own_data
from desktop_app.core.importing.pages.facts import Facts

_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "citation_online_date",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dc:date",
    "pubdate", "pub_date", "publishdate", "publish_date", "publish-date", "published", "publication_date",
    "article_date_original", "originalpublicationdate", "article.published", "cxenseparse:recs:publishtime",
    "ptime", "displaydate", "rnews:datepublished", "date",
)  # fmt: skip
_MARKED = etree.XPath(
    "//@itemprop[. = 'datePublished']/.. | //time[@pubdate] | //@title[contains(../@class, 'published')]/.."
    " | //time[starts-with(preceding-sibling::*[1]/@title, 'Published')]"
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-])")


@dataclass(frozen=True)
class Day:
    """A day somebody states, ISO 8601, and the words or the place that state it."""

    iso: str
    evidence: str


def state_published(found: Facts, tree: HtmlElement, data: PageData, shown: Day | None, likely: Day | None) -> None:
    """State the day of publication, the day a page shows before the one it tells machines.

    The latter may be that of an earlier version, or the day in London of what was published elsewhere at night.
    """
    told = next(_told(found, tree, data), None)
    address = _in_address(found)
    day = shown or told or address or likely
    if not day:
        return
    for other in (told, address):
        if other and _is_nearer(other, day):
            day = other
    found.state("published", day.iso, day.evidence)


def _told(found: Facts, tree: HtmlElement, data: PageData) -> Iterator[Day]:
    """Yield the days a page tells machines; that of a mere page, the day it was set up, is not of its article."""
    stated = [
        (words, "datePublished") for article in data.articles for words in _texts(article.get("datePublished"))
    ]
    stated += [(content, key) for key, content in data.meta(*_KEYS)]
    for words, where in stated:
        if iso := found.day(words):
            yield Day(iso, own_data(where, words))
    for element in cast("list[HtmlElement]", _MARKED(tree))[:3]:
        words = element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
        words = " ".join(words[:200].split())[:80]
        if iso := found.day(words):
            yield Day(iso, f"the mark-up of the date, “{words}”")


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def _in_address(found: Facts) -> Day | None:
    """Return the day in the address of the page, as many newspapers and blogs write it."""
    url = found.fields.get("url", "")
    match = _IN_ADDRESS.search(urlsplit(url).path)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return Day(date(year, month, day).isoformat(), f"the address {url}")
    except ValueError:
        return None


def _is_nearer(day: Day, month: Day) -> bool:
    """Tell whether one is a day of the month that is the other."""
    return len(day.iso) > len(month.iso) and day.iso.startswith(month.iso)
