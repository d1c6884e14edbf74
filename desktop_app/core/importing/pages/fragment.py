"""Pieces of web pages inside other documents, such as a newsletter in a mail or a story in a feed."""

from lxml.html import HtmlElement

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.pages.article import LARGEST
from desktop_app.core.importing.pages.page import parse, without_pictures


def fragment(markup: str) -> HtmlElement:
    """Return the tree of a piece of a page; raises UnreadableFile where it is too large."""
    markup = without_pictures(markup)
    if len(markup) > LARGEST:
        message = (
            f"A page in this file has {len(markup) / 1e6:,.1f} MB without its pictures; pages of up to "
            f"{LARGEST / 1e6:.0f} MB are read. Save only the article."
        )
        raise UnreadableFile("too_large", message)
    return parse(markup)
