"""Exports of 聞蔵 (Kikuzo), the database of 朝日新聞 (The Asahi Shimbun): HTML with two tables an article."""

import re

from lxml.html import HtmlElement

from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning.dates import is_date_line
from desktop_app.core.importing.databases.entry import Entry, articles, letters
from desktop_app.core.importing.databases.markup import decoded_page, shown, stretches, within
from desktop_app.core.importing.pages.page import parse

_ARTICLE = re.compile(r"""<table\b[^>]{0,200}\bclass\s*=\s*["']?topic-list\b""", re.IGNORECASE)
_MAGAZINES = ("ＡＥＲＡ", "AERA", "週刊朝日")  # in the column of the edition, where a newspaper has 朝刊 or 夕刊


def read_page(original: bytes) -> list[Article]:
    """Return the articles of an export, none where it is none."""
    if not all(mark in original for mark in (b"topic-list", b"topic-detail", b"detail001")):
        return []
    decoded = decoded_page(original)
    found = [stretch for stretch in stretches(decoded.text, _ARTICLE) if "topic-detail" in stretch]
    return articles([_entry(parse(stretch)) for stretch in found], decoded)


def _entry(tree: HtmlElement) -> Entry:
    """Return one article: a table of its day and page, and one of its headline and its story."""
    one = Entry()
    headline = next((letters(str(e.text_content())) for e in tree.iter("span") if e.get("class") == "font002"), "")
    for block in shown(tree):
        if within(block.element, "detail001"):
            for line in block.text.split("\n"):
                one.add(line, "body")
        elif within(block.element, "topic-list"):
            if is_date_line(block.text):
                one.day(block.text)
            else:
                one.add(block.text, "furniture")
            if block.text in _MAGAZINES:
                one.state("source", block.text, block.text)
        elif letters(block.text) == headline:
            one.title(block.text)
        else:
            one.add(block.text, "furniture")
    one.state("source", "朝日新聞", "the export is from 聞蔵 (Kikuzo), the database of 朝日新聞")
    return one
