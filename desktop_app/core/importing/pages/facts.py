"""What a page states about itself as a whole: its language, address, source and title."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from desktop_app.core.dates import doubt
from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.pages.captures import capture, original_address
from desktop_app.core.importing.pages.data import PageData, own_data

_SITE_KEYS = ("application-name", "dc.publisher", "dcterms.publisher", "twitter:site_name")
_SEPARATOR = re.compile(r"\s+[|–—·»•:/-]+\s+|\s*[|»]\s*|: ")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2})\b)?(?=$|[-_])")


@dataclass
class Facts:
    """The fields a page states, and for each the words or the mark-up it rests on.

    `locale` is its language with its country as far as they are known, en-GB, by which dates are read.
    """

    fields: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    locale: str = "en"

    def state(self, name: str, value: str | None, words: str) -> None:
        """Set a field that is not set yet."""
        if value and name not in self.fields:
            self.fields[name], self.evidence[name] = value, words

    def day(self, words: str) -> str | None:
        """Return the day in words that state it in one way only; where there are two, that becomes a warning."""
        found = stated_date(words, self.locale)
        if found and not found.iso and doubt(found.words) not in self.warnings:
            self.warnings.append(doubt(found.words))
        return found.iso if found else None


def facts(tree: HtmlElement, markup: str, data: PageData) -> Facts:
    """Return what a page says of itself as a whole."""
    found = Facts()
    _address(found, tree, data, markup)
    _language(found, tree, data)
    _source(found, data)
    _title(found, tree, data)
    return found


def _language(found: Facts, tree: HtmlElement, data: PageData) -> None:
    """State the declared language; the country it names, or that of the address, helps to read dates."""
    country = ""
    stated = [(tree.get("lang") or tree.get("xml:lang") or "", "lang")]
    stated += [(content, key) for key, content in data.meta("og:locale", "content-language", "language")]
    for said, where in stated:
        if match := _LANGUAGE.match(said.strip()):
            found.state("language", match[1].lower(), own_data(where))
            country = country or (match[2] or "").lower()
            break
    host = urlsplit(found.fields.get("url", "")).hostname or ""
    top = host.rpartition(".")[2]
    country = country or (top if len(top) == 2 else "")
    found.locale = f"{found.fields.get('language', 'en')}-{country}"


def _address(found: Facts, tree: HtmlElement, data: PageData, markup: str) -> None:
    noted = capture(markup)
    stated = [(link.get("href") or "", own_data("canonical")) for link in tree.iter("link") if _is_canonical(link)]
    stated += [(url, own_data("og:url")) for _, url in data.meta("og:url")]
    for url, where in [*stated, (noted.url, noted.words)]:
        found.state("url", _web(original_address(url)[0]), where)
    found.state("captured", noted.time, noted.words)
    for url, where in stated:
        found.state("captured", original_address(url)[1], where)
    if known := found.fields.get("url"):
        address = urlsplit(known)
        found.state("publisher_url", f"{address.scheme}://{address.netloc}", found.evidence["url"])


def _is_canonical(link: HtmlElement) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _web(url: str) -> str | None:
    """Return a complete web address, None for anything else."""
    try:
        return url.strip() if re.match(r"\s*https?://", url) and urlsplit(url.strip()).hostname else None
    except ValueError:
        return None


def _source(found: Facts, data: PageData) -> None:
    stated = [*data.meta("og:site_name"), *(("publisher", name) for name in data.first("publisher"))]
    for key, name in [*stated, *data.meta(*_SITE_KEYS)]:
        found.state("source", name, own_data(key))
    if url := found.fields.get("url"):
        host = urlsplit(url).hostname or ""
        found.state("source", host.removeprefix("www."), f"the address {url}")


def _title(found: Facts, tree: HtmlElement, data: PageData) -> None:
    headings = [text for heading in tree.iter("h1") if (text := _said(heading))]
    stated = [
        *((text, own_data("headline")) for text in data.first("headline")),
        *((text, own_data(key)) for key, text in data.meta("og:title", "twitter:title")),
        *((text, "the page’s name") for element in tree.iter("title") if (text := _said(element))),
    ]
    site = squashed(found.fields.get("source", ""))
    for text, where in stated:
        heading = next((h for h in headings if _is_most_of(h, text) and squashed(h) != site), None)
        found.state("title", heading or without_site(text, found.fields.get("source", "")), where)
    if len(headings) == 1:
        found.state("title", headings[0], "the page’s heading")


def _is_most_of(heading: str, title: str) -> bool:
    """Tell whether a title is this heading, give or take the name of a site."""
    part, whole = squashed(heading), squashed(title)
    return part in whole and len(part) >= 0.4 * len(whole)


def without_site(title: str, source: str) -> str:
    """Return a page title without the name of the site at either end."""
    site = squashed(re.sub(r"\.\w{2,6}$", "", source))
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts if site else ():
        head, tail = squashed(title[: cut.start()]), squashed(title[cut.end() :])
        if tail and (tail in site or site in tail) and len(title) - cut.end() < cut.start() + 10:
            return title[: cut.start()].strip()
        if head and head in (site, "the" + site):
            return title[cut.end() :].strip()
    return title.strip()


def squashed(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return re.sub(r"[\W_]", "", text.casefold())


def _said(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
