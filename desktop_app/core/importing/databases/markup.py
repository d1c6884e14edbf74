"""The HTML of an export: its characters, and the stretch of each of its articles, each read by itself."""

import re
from itertools import pairwise

from lxml.html import HtmlElement

from desktop_app.core.importing.decoding.encoding import Decoded, decode
from desktop_app.core.importing.pages.page import Block, blocks

_DECLARED = re.compile(rb"""charset=["']?\s*([\w-]+)|<\?xml[^>]{0,80}encoding=["']([\w-]+)""", re.IGNORECASE)


def decoded_page(original: bytes) -> Decoded:
    """Return the characters of a page, in the encoding it declares."""
    found = _DECLARED.search(original[:4096])
    return decode(original, (found[1] or found[2]).decode("ascii") if found else None)


def stretches(markup: str, begin: re.Pattern[str]) -> list[str]:
    """Return the mark-up from each place where an article begins to the next.

    Parsing them one by one keeps an odd article from spoiling its neighbours, and the memory small.
    """
    places = [found.start() for found in begin.finditer(markup)]
    return [markup[start:end] for start, end in pairwise([*places, len(markup)])]


def shown(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page that a reader of it sees."""
    return [block for block in blocks(tree) if not block.hidden]


def within(element: HtmlElement, *names: str) -> bool:
    """Tell whether an element is of one of these classes, or stands in one that is."""
    around = (element, *element.iterancestors())
    return any(set(names) & set((ancestor.get("class") or "").split()) for ancestor in around)
