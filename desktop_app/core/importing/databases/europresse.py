"""Exports of Europresse: HTML, each article with the name of its publication, a line with the day, its headline."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning.credits import byline, is_name, is_rights_notice
from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.databases.entry import Entry, articles, squeezed
from desktop_app.core.importing.databases.markup import decoded_page, shown, stretches, within
from desktop_app.core.importing.pages.page import Block, parse

_ARTICLE = re.compile(r"<article\b", re.IGNORECASE)
_TABLE = re.compile(r"""<table\b[^>]{0,200}\bid\s*=\s*["']?tbHeaderImages""", re.IGNORECASE)
_NUMBER = re.compile(r"(?:.{3,40}:\s*)?news·\d{8}·.*")
_STORY = ("docOcurrContainer", "DocText")
HEAD = 12  # lines within which publication, day and headline stand
LONGEST_NAMES = 100  # characters of a line that names the authors


def read_page(original: bytes) -> list[Article]:
    """Return the articles of an export, none where it is none."""
    if b"DocPublicationName" not in original or b"itreArticle" not in original:
        return []
    decoded = decoded_page(original)
    found = stretches(decoded.text, _ARTICLE) or stretches(decoded.text, _TABLE)
    return articles([_entry(parse(stretch)) for stretch in found], decoded)


def _entry(tree: HtmlElement) -> Entry:
    """Return one article: up to the headline by what the page calls its lines, below it line by line."""
    one = Entry()
    lines = [(line, block) for block in shown(tree) for line in block.text.split("\n")]
    known = {
        "source": _marked(tree, "DocPublicationName"),
        "day": _marked(tree, "DocHeader"),
        "title": _marked(tree, "itreArticle"),
    }
    marks = [_mark(line, known) for line, _ in lines[:HEAD]]
    head = max((place for place, mark in enumerate(marks) if mark), default=-1) + 1
    for (line, _), mark in zip(lines, marks[:head], strict=False):
        _above(one, line, mark, known["title"])
    _below(one, lines[head:], in_story=any(within(block.element, *_STORY) for _, block in lines))
    return one


def _marked(tree: HtmlElement, name: str) -> str:
    """Return the text of the elements of a class that follow each other: the day is in several."""
    found = [element for element in tree.iter("span", "div", "p") if name in (element.get("class") or "")]
    inner = {child for element in found for child in element.iterdescendants()}
    outer = [str(element.text_content()) for element in found if element not in inner]
    return squeezed("".join(outer if name == "DocHeader" else outer[:1]))


def _mark(line: str, known: dict[str, str]) -> str | None:
    """Return what a line of the head is: the beginning of a text its page marks, or all of it."""
    said = squeezed(line)
    return next((field for field, text in known.items() if text.startswith(said)), None)


def _above(one: Entry, line: str, mark: str | None, headline: str) -> None:
    if mark == "source" and not one.knows("source"):
        one.source(line)
    elif mark == "day" and stated_date(line):
        one.day(line)
    elif mark == "title":
        one.add(line, "title")
        one.state("title", headline, headline)
    else:  # what stands between the day and the headline is a line above the headline
        one.add(line, "body" if one.knows("published") and mark is None else "furniture")


def _below(one: Entry, lines: Sequence[tuple[str, Block]], *, in_story: bool) -> None:
    """Add what stands below the headline: authors, the story, the notices of the database."""
    over = False
    for place, (line, block) in enumerate(lines):
        names = byline(line) or (line if is_name(line) else None)
        signed = place == 0 and len(line) <= LONGEST_NAMES and names is not None
        over = over or is_rights_notice(line) or bool(_NUMBER.fullmatch(line))
        if within(block.element, "docAuthors") or (signed and not within(block.element, *_STORY)):
            one.byline(line, names)
        elif over or (in_story and not within(block.element, *_STORY)):
            one.add(line, "furniture")
        else:
            one.add(line, "body")
