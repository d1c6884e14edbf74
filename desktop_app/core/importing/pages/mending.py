"""What belongs to a story though it was left out of it, and what was taken for it though it is not."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from desktop_app.core.article import Role
from desktop_app.core.importing.pages.page import called
from desktop_app.core.importing.pages.story import Stretch

LINKED = 0.7  # share of links from which a paragraph leads elsewhere
FEWEST_WORDS = 3  # of a link that is no mere name within the story
LEAD = 8  # words of a line that may be the lead
PARAGRAPHS = ("p", "div", "h2", "h3", "h4", "h5")
_CLOSED = re.compile(r"[.!?…»”\"“]$")
_MARGIN = re.compile(
    r"comment|related|sidebar|widget|newsletter|promo|recommend|share|social|caption|bildunter|copyright|credit"
    r"|disclaim|cookie|consent|login|paywall|breadcrumb|author|byline|subscri|advert",
    re.IGNORECASE,
)
_MARGINS = ("aside", "footer", "nav", "form", "figure", "figcaption")


def mend(pieces: Sequence[Stretch], roles: list[Role], title: int | None) -> None:
    """Correct the roles of a page's stretches by where they stand and how much of them is links."""
    _take_out_links(pieces, roles)
    body = [place for place, role in enumerate(roles) if role == "body"]
    if body:
        _fill_gaps(pieces, roles, body)
        if title is not None:
            _add_lead(pieces, roles, title, body)


def _take_out_links(pieces: Sequence[Stretch], roles: list[Role]) -> None:
    """Take the paragraphs that lead to other stories out of the body, but never its first."""
    body = [place for place, role in enumerate(roles) if role == "body"]
    for place in body[1:]:
        block = pieces[place].block
        if block.linked > LINKED and block.element.tag in PARAGRAPHS and len(block.text.split()) >= FEWEST_WORDS:
            roles[place] = "furniture"


def _fill_gaps(pieces: Sequence[Stretch], roles: list[Role], body: Sequence[int]) -> None:
    """Give back to the story what stands between two of its paragraphs as their like."""
    for before, after in pairwise(body):
        around = pieces[before].block.element.getparent()
        if around is not pieces[after].block.element.getparent():
            continue
        for place in range(before + 1, after):
            block = pieces[place].block
            alike = block.element.getparent() is around and block.element.tag in ("p", "h2", "h3", "h4", "li")
            if (
                roles[place] == "furniture"
                and alike
                and block.linked <= LINKED
                and not _in_margin(block.element, around)
            ):
                roles[place] = "body"


def _add_lead(pieces: Sequence[Stretch], roles: list[Role], title: int, body: Sequence[int]) -> None:
    """Give the sentences between the title and the story to the story."""
    first = next((place for place in body if place > title), None)
    if first is None:
        return
    story = pieces[first].block.element
    around = {story, *story.iterancestors()}
    for place in range(title + 1, first):
        block, text = pieces[place].block, pieces[place].text
        said = not block.hidden and block.linked < 0.3 and len(text.split()) >= LEAD and _CLOSED.search(text)
        if roles[place] == "furniture" and said and not _in_margin(block.element, *around):
            roles[place] = "body"


def _in_margin(element: HtmlElement, *around: HtmlElement) -> bool:
    """Tell whether an element lies in a margin of what is around it."""
    for inner in (element, *element.iterancestors()):
        if inner in around:
            break
        if inner.tag in _MARGINS or _MARGIN.search(called(inner)):
            return True
    return False
