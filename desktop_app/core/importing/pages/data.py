"""What a page tells machines about itself: its <meta> elements and its JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|Posting|Report|LiveBlog|Review|CreativeWork|Recipe|HowTo", re.IGNORECASE)
_PAGE = re.compile(r"Page$")
_AROUND_JSON = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*$")
_PARAGRAPHS = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_ORGANISATION = re.compile(r"Organi[sz]ation|Corporation|Company", re.IGNORECASE)


@dataclass(frozen=True)
class PageData:
    """The data of a page: contents of <meta> by lower-case name; `articles` and mere `pages` of the JSON-LD."""

    metas: Mapping[str, Sequence[str]]
    articles: Sequence[Mapping[str, Any]]
    pages: Sequence[Mapping[str, Any]]

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Yield name and content of the <meta> elements with these names, in the order of the names."""
        for name in names:
            for content in self.metas.get(name, ()):
                yield name, content

    def first(self, key: str) -> Iterator[str]:
        """Yield what the articles, then the pages, of the JSON-LD say under a key: texts, or names of things."""
        for thing in (*self.articles, *self.pages):
            yield from names_in(thing.get(key))

    def body(self) -> str:
        """Return the longest text of an article in the JSON-LD, as mark-up; "" where there is none."""
        told = [text for thing in self.articles if isinstance(text := thing.get("articleBody"), str)]
        body = max(told, key=len, default="")
        return body if _PARAGRAPHS.search(body) else body.replace("<", "&lt;").replace("\n", "<br><br>")


def page_data(tree: HtmlElement) -> PageData:
    """Return what a page tells machines."""
    things = list(_linked_data(tree))
    articles = [thing for thing in things if any(_ARTICLE.search(kind) for kind in kinds(thing))]
    pages = [
        thing for thing in things if any(_PAGE.search(kind) for kind in kinds(thing)) and thing not in articles
    ]
    return PageData(_metas(tree), articles, pages)


def own_data(name: str, words: str = "") -> str:
    """Return how the user is told that a fact stands in what a page says of itself to machines."""
    return f"the page’s own data: {name}" + (f" “{words}”" if words else "")


def names_in(value: Any, *, people: bool = False) -> list[str]:
    """Return the texts in a JSON-LD value, of a thing its name; with `people` without those of organisations."""
    if isinstance(value, list):
        return [name for item in value for name in names_in(item, people=people)]
    if isinstance(value, dict):
        if people and any(_ORGANISATION.search(kind) for kind in kinds(value)):
            return []
        value = value.get("name")
        return names_in(value) if isinstance(value, list) else names_in(str(value)) if value else []
    return [" ".join(value.split())] if isinstance(value, str) and value.strip() else []


def kinds(thing: Mapping[str, Any]) -> list[str]:
    """Return the types a thing of JSON-LD has."""
    said = thing.get("@type")
    return [str(kind) for kind in (said if isinstance(said, list) else [said])]


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _things_in(json.loads(_AROUND_JSON.sub("", script.text or ""), strict=False))
            except (ValueError, RecursionError):
                continue


def _things_in(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the things a JSON-LD document is about, not those within them, such as the comments on an article."""
    if isinstance(data, list):
        for item in data:
            yield from _things_in(item)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        yield from _things_in(data.get("@graph"))
        yield from _things_in(data.get("mainEntity"))
