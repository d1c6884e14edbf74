"""Exports of ヨミダス (Yomidasu), the database of 読売新聞 (The Yomiuri Shimbun): HTML, a table an article."""

import re

from lxml.html import HtmlElement

from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning.dates import is_date_line
from desktop_app.core.importing.databases.entry import Entry, articles, squeezed
from desktop_app.core.importing.databases.markup import decoded_page, shown, stretches, within
from desktop_app.core.importing.pages.page import parse

_ARTICLE = re.compile(r"""<table\b[^>]{0,200}\bclass\s*=\s*["']?contentsTable\b""", re.IGNORECASE)
# A paragraph begins with a wide space, often in the middle of a line: after a sentence or before a subheading.
_PARAGRAPH = re.compile(r"\n|(?<=[。」』）】？！])\u3000+|\u3000+(?=[■◆◇◎●▽▼△▲])")


def read_page(original: bytes) -> list[Article]:
    """Return the articles of an export, none where it is none."""
    if b"contentsTable" not in original or b"heiseiDetail" not in original:
        return []
    decoded = decoded_page(original)
    return articles([_entry(parse(stretch)) for stretch in stretches(decoded.text, _ARTICLE)], decoded)


def _entry(tree: HtmlElement) -> Entry:
    """Return one article: a row of number, day, headline, edition, page and length, and below it the story."""
    one = Entry()
    for block in shown(tree):
        if within(block.element, "contentsTable"):
            if is_date_line(block.text) and not one.knows("published"):
                one.day(block.text)
            elif one.knows("published") and not one.knows("title"):
                one.title(squeezed(block.text))
            else:
                one.add(block.text, "furniture")
        elif block.element.tag == "p" and within(block.element, "mb10"):
            for paragraph in filter(str.strip, _PARAGRAPH.split(block.text)):
                one.add(paragraph, "body")
        else:
            one.add(block.text, "furniture")
    one.state("source", "読売新聞", "the export is from ヨミダス (Yomidasu), the database of 読売新聞")
    return one
