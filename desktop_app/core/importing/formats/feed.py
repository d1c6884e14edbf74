"""Reading a feed (RSS, Atom): each entry as an article.

An article's text is the readable text of its original. So each keeps what stands around it in the feed as page
furniture, as a saved page keeps its teasers; in a feed too large for that it keeps the entry alone.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import urlsplit

from lxml import etree

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.paragraphs import paragraphs
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import Decoded
from desktop_app.core.importing.documents import mime
from desktop_app.core.importing.documents.xml import document, local
from desktop_app.core.importing.pages.fragment import fragment
from desktop_app.core.importing.pages.page import blocks

MOST_AROUND = 10_000_000  # characters kept around all entries of a feed together

# Elements of RSS and Atom are known by their bare names, those of other vocabularies by these prefixes.
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://news.yandex.ru": "yandex:",
}
_FEEDS = re.compile(r"rss|atom|netscape|backend\.userland|purl\.org/net/", re.IGNORECASE)
_STORIES = ("content:encoded", "yandex:full-text", "content", "xhtml:body", "body", "fullitem")
_SUMMARIES = ("description", "summary", "tagline")
_BESIDE = ("dc:creator", "author", "category", "dc:subject", "pubDate", "published", "updated", "dc:date")
_DATES = ("pubDate", "published", "issued", "dc:date", "dcterms:issued")


def read(original: bytes, name: str) -> list[Article]:
    """Read the entries of a feed; raises UnreadableFile where it has none."""
    tree, decoded = document(original, name)
    feed = _feed(tree)
    found = [(entry, _pieces(entry)) for entry in tree.iter() if _named(entry) in ("item", "entry")]
    entries = [(entry, pieces) for entry, pieces in found if pieces]
    if not entries:
        return [_without_entries(tree, decoded, name)]
    around = [_furniture(_head(tree)), *(_furniture(pieces) for _, pieces in entries)]
    if len(entries) * sum(len(piece.text) for pieces in around for piece in pieces) > MOST_AROUND:
        around = [[] for _ in around]
    articles = []
    for place, (entry, pieces) in enumerate(entries, 1):
        before = [piece for others in around[:place] for piece in others]
        after = [piece for others in around[place + 1 :] for piece in others]
        stated = _stated(entry, feed)
        articles.append(assembled([*before, *pieces, *after], stated, decoded.encoding, decoded.warnings))
    return articles


def _without_entries(tree: etree._Element, decoded: Decoded, name: str) -> Article:
    """Return what a feed says of itself where it has no entries; raises UnreadableFile where that is nothing."""
    head = _head(tree)
    if len(head) < 2:
        message = f"“{name}” is a feed without entries, so there is no article in it. Save the articles themselves."
        raise UnreadableFile("no_text", message)
    warning = "This feed has no entries; what it says of itself was read."
    return assembled([Piece(head[0].text, "title"), *head[1:]], _feed(tree), decoded.encoding, [warning])


def _head(tree: etree._Element) -> list[Piece]:
    """Return what the feed says of itself."""
    channel = next((element for element in tree.iter() if _named(element) == "channel"), tree)
    return [Piece(words) for name in ("title", *_SUMMARIES, "subtitle") if (words := _words(channel, name))]


def _furniture(pieces: Sequence[Piece]) -> list[Piece]:
    return [Piece(piece.text, "furniture") for piece in pieces]


def _named(element: etree._Element) -> str:
    """Return the name of an element, with a prefix where it is none of RSS or Atom."""
    tag = element.tag if isinstance(element.tag, str) else ""
    namespace, _, bare = tag.rpartition("}")
    namespace = namespace.removeprefix("{")
    if not namespace:
        return bare
    return _PREFIXES.get(namespace, "" if _FEEDS.search(namespace) else "other:") + bare


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names, in the order of the names."""
    for name in names:
        yield from (child for child in element if _named(child) == name)


def _words(element: etree._Element, *names: str) -> str:
    """Return the words of the first child of these names that has any, without mark-up."""
    for child in _children(element, *names):
        if words := " ".join(text for text, _ in _read(child)):
            return " ".join(words.split())
    return ""


def _read(element: etree._Element) -> list[tuple[str, bool]]:
    """Return the paragraphs in an element, written as text, as escaped HTML or as XHTML; true for captions."""
    markup = element.text or ""
    if len(element):
        markup += "".join(etree.tostring(child, encoding="unicode") for child in element)
    if element.get("type") == "text" or "<" not in markup:
        return [(paragraph.text, False) for paragraph in paragraphs(unescape(markup).strip())]
    tree = fragment(markup)
    return [
        (block.text, next(block.element.iterancestors("figcaption"), block.element).tag == "figcaption")
        for block in blocks(tree)
        if not block.hidden
    ]


def _pieces(entry: etree._Element) -> list[Piece]:
    """Return the title, the story, and the summary where the story does not hold it."""
    title = _words(entry, "title")
    story = next((found for child in _children(entry, *_STORIES) if (found := _read(child))), [])
    summary = next((found for child in _children(entry, *_SUMMARIES) if (found := _read(child))), [])
    pieces = [Piece(title, "title")] if title else []
    if story:
        held = _letters(" ".join(text for text, _ in story))
        pieces += [Piece(text, "furniture") for text, _ in summary if _letters(text.rstrip(".… []")) not in held]
    pieces += [Piece(text, "caption" if caption else None) for text, caption in story or summary]
    beside = [
        words
        for child in _children(entry, *_BESIDE)
        if (words := " ".join("".join(map(str, child.itertext())).split()))
    ]
    return [*pieces, *(Piece(words, "furniture") for words in dict.fromkeys(beside))] if pieces else []


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def _feed(tree: etree._Element) -> dict[str, Stated]:
    """Return what the feed says of all its entries: the outlet, its address, the language."""
    channel = next((element for element in tree.iter() if _named(element) == "channel"), tree)
    stated = {}
    if title := _words(channel, "title"):
        stated["source"] = Stated(title, f"the feed’s title: “{title}”")
    if address := _address(channel):
        site = urlsplit(address)
        stated["publisher_url"] = Stated(f"{site.scheme}://{site.netloc}", f"the feed’s link: {address}")
    language = _words(channel, "language", "dc:language") or _language(channel) or _language(tree)
    if code := re.match(r"[a-zA-Z]{2,3}(?=$|[-_])", language):
        stated["language"] = Stated(code.group().lower(), f"the feed’s language: “{language}”")
    return stated


def _language(element: etree._Element) -> str:
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _stated(entry: etree._Element, feed: dict[str, Stated]) -> dict[str, Stated]:
    """Return what an entry says of itself, completed by what the feed says."""
    stated = dict(feed)
    if title := _words(entry, "title"):
        stated["title"] = Stated(title, f"the entry’s title: “{title}”")
    if address := _address(entry):
        stated["url"] = Stated(address, f"the entry’s link: {address}")
    if names := _authors(entry):
        stated["byline"] = Stated(names, f"the entry’s author: “{names}”")
    for source in _children(entry, "source"):
        if outlet := _words(source, "title") or ("" if len(source) else " ".join((source.text or "").split())):
            stated["source"] = Stated(outlet, f"the entry’s source: “{outlet}”")
    for child in _children(entry, *_DATES):
        words = " ".join((child.text or "").split())
        if "published" not in stated and (day := mime.day(words)):
            stated["published"] = Stated(day, f"the entry’s {local(child)}: “{words}”")
    return stated


def _authors(entry: etree._Element) -> str:
    """Return the names of the authors; an address is no name."""
    names = []
    for child in _children(entry, "dc:creator", "author"):
        words = _words(child, "name") if len(child) else " ".join(unescape(child.text or "").split())
        inside = re.fullmatch(r"\S+@\S+\s*\((.+)\)", words)
        name = inside[1] if inside else re.sub(r"<?\S+@\S+", "", words).strip(" ()")
        names += [name] if name and name not in names else []
    return ", ".join(names)


def _address(element: etree._Element) -> str:
    """Return the web address an entry or a feed links to, "" where there is none."""
    links = [*_children(element, "link")]
    stated = [link.text or "" for link in links if not link.get("href")]
    stated += [link.get("href") or "" for link in links if link.get("rel", "alternate") == "alternate"]
    stated += [child.text or "" for child in _children(element, "guid") if child.get("isPermaLink") != "false"]
    for address in (address.strip() for address in stated):
        if re.match(r"https?://[^\s/]", address) and not re.search(r"\s", address):
            return address
    return ""
