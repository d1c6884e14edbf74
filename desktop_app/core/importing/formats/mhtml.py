"""Reading a web page saved as one file (MHTML): its main page as an article, its address and its day of saving."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Any
from urllib.parse import urlsplit

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents import mime
from desktop_app.core.importing.pages.article import page_article

PAGES = ("text/html", "application/xhtml+xml")


def read(original: bytes, name: str) -> list[Article]:
    """Read the page in the file, of several frames the first with text; raises UnreadableFile where none has."""
    message = mime.parse(original)
    refused = UnreadableFile("no_text", f"“{name}” holds no web page. Save it from the browser again.")
    for part in _pages(message):
        try:
            return [_saved(page_article(mime.text(part), name), message, part)]
        except UnreadableFile as error:
            refused = error
    raise refused


def _pages(message: Message) -> Iterator[Message]:
    """Yield the pages in the file, the one it names as the main one first."""
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    start = str(message.get_param("start") or "").strip("<> ")
    saved = _location(message)
    main = [
        part
        for part in pages
        if (start and mime.header(part, "Content-ID").strip("<> ") == start) or (saved and _location(part) == saved)
    ]
    yield from main[:1]
    yield from (part for part in pages if part not in main[:1])


def _location(part: Message) -> str:
    """Return the address a file or a part says it was saved from, "" where it says none."""
    words = mime.header(part, "Snapshot-Content-Location") or mime.header(part, "Content-Location")
    address = re.sub(r"\s", "", words)
    return address if re.match(r"https?://[^/]", address, re.IGNORECASE) else ""


def _saved(article: Article, message: Message, part: Message) -> Article:
    """Return the article with where and when the file says it was saved, where the page itself says nothing."""
    fields: dict[str, Any] = {}
    evidence: dict[str, str] = {}
    if address := _location(message) or _location(part):
        site = urlsplit(address)
        told = {"url": address, "publisher_url": f"{site.scheme}://{site.netloc}", "source": _outlet(site.hostname)}
        fields = {name: value for name, value in told.items() if value and not getattr(article, name)}
        evidence = dict.fromkeys(fields, f"the address it was saved from: {address}")
    date = mime.header(message, "Date")
    if moment := mime.moment(date):
        fields["captured"], evidence["captured"] = moment, f"the saved page’s Date: “{date}”"
    return replace(article, evidence={**article.evidence, **evidence}, **fields)


def _outlet(host: str | None) -> str:
    return (host or "").removeprefix("www.")
