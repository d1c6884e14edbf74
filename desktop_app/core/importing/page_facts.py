"""What a page states about itself: its mark-up for machines, and the lines around its story."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from desktop_app.core.dates import doubt
from desktop_app.core.importing.credits import byline, is_name
from desktop_app.core.importing.dates import stated_date

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|Review|WebPage|CreativeWork", re.IGNORECASE)
_PUBLISHED_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "citation_online_date",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dc:date",
    "pubdate", "pub_date", "publishdate", "publish_date", "publish-date", "published", "publication_date",
    "article_date_original", "originalpublicationdate", "article.published", "cxenseparse:recs:publishtime",
    "ptime", "displaydate", "rnews:datepublished", "date",
)  # fmt: skip
_AUTHOR_KEYS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc:creator",
    "citation_author", "byl", "article:author_name", "cxenseparse:author", "twitter:data1", "rnews:creator",
)  # fmt: skip
_SITE_KEYS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "twitter:site_name")
_SEPARATOR = re.compile(r"\s+[|–—·»•:/-]+\s+|\s*[|»]\s*|: ")
_AUTHOR_MARK = re.compile(
    r"(?:^|\s)(?:author|autor|byline|(?:entry|post|article|meta|story|news)[-_]+(?:author|autor|byline)|"
    r"(?:author|autor|byline)(?:[-_]+(?:name|link|text)))(?:$|\s)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"comment|related|sidebar|teaser|widget|footer", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)(\S+?)\s*-->|Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE
)


@dataclass
class Facts:
    """The fields a page states, and for each the words or the mark-up it rests on."""

    fields: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def state(self, name: str, value: str | None, words: str) -> None:
        """Set a field that is not set yet."""
        if value and name not in self.fields:
            self.fields[name], self.evidence[name] = value, words

    def state_date(self, words: str, where: str) -> None:
        """Set the day of publication from words that state it in one way only."""
        language = self.fields.get("language")
        found = stated_date(words, language) if "published" not in self.fields else None
        if found and found.iso:
            self.state("published", found.iso, where)
        elif found and doubt(found.words) not in self.warnings:
            self.warnings.append(doubt(found.words))


def facts(tree: HtmlElement, markup: str) -> Facts:
    """Return what a page says of itself in its mark-up."""
    found = Facts()
    metas = _metas(tree)
    data = list(_linked_data(tree))
    language = re.match(r"[a-zA-Z]{2,3}(?=$|[-_])", (tree.get("lang") or tree.get("xml:lang") or "").strip())
    found.state("language", language and language.group().lower(), own_data("lang"))
    _address(found, tree, metas, markup)
    _source(found, metas, data)
    _title(found, tree, metas, data)
    _byline(found, tree, metas, data)
    _published(found, tree, metas, data)
    return found


def own_data(name: str, words: str = "") -> str:
    """Return how the user is told that a fact stands in what a page says of itself to machines."""
    return f"the page’s own data: {name}" + (f" “{words}”" if words else "")


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the <meta> elements by their lower-case names."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the articles a page describes as JSON-LD."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _articles_in(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue


def _articles_in(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _articles_in(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        yield from _articles_in(data.get("@graph"))
        yield from _articles_in(data.get("mainEntity"))


def _names(value: Any) -> list[str]:
    """Return the names in a JSON-LD person, organisation, or list of them."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        value = value.get("name")
        return _names(value) if isinstance(value, list) else _names(str(value)) if value else []
    return [" ".join(value.split())] if isinstance(value, str) and value.strip() else []


def _first(data: list[Mapping[str, Any]], key: str) -> Iterator[str]:
    for article in data:
        yield from _names(article.get(key))


def _address(found: Facts, tree: HtmlElement, metas: dict[str, list[str]], markup: str) -> None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            found.state("url", _web(link.get("href")), own_data("canonical"))
    for url in metas.get("og:url", ()):
        found.state("url", _web(url), own_data("og:url"))
    if saved := _SAVED_FROM.search(markup[:5000]):
        found.state("url", _web(saved[1] or saved[2]), "the browser's note “saved from url”")
    if known := found.fields.get("url"):
        address = urlsplit(known)
        found.state("publisher_url", f"{address.scheme}://{address.netloc}", found.evidence["url"])


def _web(url: str | None) -> str | None:
    """Return a complete web address, None for anything else."""
    url = (url or "").strip()
    try:
        return url if re.match(r"https?://", url) and urlsplit(url).hostname else None
    except ValueError:
        return None


def _source(found: Facts, metas: dict[str, list[str]], data: list[Mapping[str, Any]]) -> None:
    for key in _SITE_KEYS[:1]:
        found.state("source", next(iter(metas.get(key, ())), None), own_data(key))
    found.state("source", next(_first(data, "publisher"), None), own_data("publisher"))
    for key in _SITE_KEYS[1:]:
        found.state("source", next(iter(metas.get(key, ())), None), own_data(key))
    if url := found.fields.get("url"):
        host = urlsplit(url).hostname or ""
        found.state("source", host.removeprefix("www."), f"the address {url}")


def _title(found: Facts, tree: HtmlElement, metas: dict[str, list[str]], data: list[Mapping[str, Any]]) -> None:
    headings = [text for heading in tree.iter("h1") if (text := _said(heading))]
    stated = [
        *((text, own_data("headline")) for text in _first(data, "headline")),
        *((text, own_data("og:title")) for text in metas.get("og:title", ())),
        *((text, own_data("twitter:title")) for text in metas.get("twitter:title", ())),
        *((text, "the page’s name") for element in tree.iter("title") if (text := _said(element))),
    ]
    site = _squashed(found.fields.get("source", ""))
    for text, where in stated:
        heading = next((h for h in headings if _is_most_of(h, text) and _squashed(h) != site), None)
        found.state("title", heading or without_site(text, found.fields.get("source", "")), where)
    if len(headings) == 1:
        found.state("title", headings[0], "the page’s heading")


def _is_most_of(heading: str, title: str) -> bool:
    """Tell whether a title is this heading, give or take the name of a site."""
    part, whole = _squashed(heading), _squashed(title)
    return part in whole and len(part) >= 0.4 * len(whole)


def without_site(title: str, source: str) -> str:
    """Return a page title without the name of the site at either end."""
    site = _squashed(re.sub(r"\.\w{2,6}$", "", source))
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts if site else ():
        head, tail = _squashed(title[: cut.start()]), _squashed(title[cut.end() :])
        if tail and (tail in site or site in tail) and len(title) - cut.end() < cut.start() + 10:
            return title[: cut.start()].strip()
        if head and head in (site, "the" + site):
            return title[cut.end() :].strip()
    return title.strip()


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def _said(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _byline(found: Facts, tree: HtmlElement, metas: dict[str, list[str]], data: list[Mapping[str, Any]]) -> None:
    stated = [(list(_first(data, "author")), own_data("author"))]
    stated += [(metas.get(key, []), own_data(key)) for key in _AUTHOR_KEYS]
    for names, where in stated:
        people = [byline(name) or name for name in names]
        people = [name for name in people if _may_sign(name, found)]
        found.state("byline", ", ".join(dict.fromkeys(people)), where)
    for text in _author_marks(tree):
        name = byline(text) or text
        if _may_sign(name, found) and is_name(name):
            found.state("byline", name, f"marked as the author: “{text}”")


def _author_marks(tree: HtmlElement) -> Iterator[str]:
    """Yield the short texts a page marks as its author, outside of its margins."""
    for element in tree.iter():
        marked = "author" in (element.get("itemprop"), *(element.get("rel") or "").split())
        if (marked or _AUTHOR_MARK.search(element.get("class") or "")) and len(text := _said(element)) <= 120:
            around = (element, *element.iterancestors())
            if not any(_ASIDE.search(f"{parent.get('class')} {parent.get('id')}") for parent in around):
                yield text


def _may_sign(name: str, found: Facts) -> bool:
    """Tell whether a name can be that of an author, and is not the name of the site or of nobody."""
    site = _squashed(found.fields.get("source", ""))
    bare = _squashed(name)
    nobody = {
        "admin",
        "administrator",
        "author",
        "staff",
        "noauthor",
        "unknown",
        "guest",
        "by",
        "von",
        "name",
        site,
    }
    return len(name) <= 80 and len(name.split()) <= 10 and not re.search(r"://|^[@/]", name) and bare not in nobody


def _published(found: Facts, tree: HtmlElement, metas: dict[str, list[str]], data: list[Mapping[str, Any]]) -> None:
    for words in _first(data, "datePublished"):
        found.state_date(words, own_data("datePublished", words))
    for key in _PUBLISHED_KEYS:
        for words in metas.get(key, ()):
            found.state_date(words, own_data(key, words))
    marked = tree.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate] | //*[contains(@class, 'published')][@title]"
    )
    for element in marked[:3]:
        words = element.get("datetime") or element.get("content") or element.get("title") or _said(element)
        found.state_date(words[:80], f"the mark-up of the date, “{words[:80]}”")
