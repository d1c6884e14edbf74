"""The HTML of an export is cut into its articles before it is parsed."""

import re

from lxml.html import fromstring

from desktop_app.core.importing.databases.markup import decoded_page, shown, stretches, within


def test_the_declared_encoding_counts() -> None:
    """Without it, Cyrillic letters would be guessed at."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Орла'.encode("cp1251")
    assert decoded_page(page).text.endswith("Орла")


def test_stretches() -> None:
    """Each article reaches to the beginning of the next; what stands above the first is in none."""
    assert stretches("cover<i>one<b>bold</b><i>two", re.compile("<i>")) == ["<i>one<b>bold</b>", "<i>two"]


def test_what_a_page_hides_is_not_shown() -> None:
    """Notes for the printer are no line of an article."""
    assert [block.text for block in shown(fromstring("<div><p hidden>Print</p><p>Bridge</p></div>"))] == ["Bridge"]


def test_classes() -> None:
    """A class is found on an element and around it, as a whole word."""
    inner = fromstring('<div class="wide story"><p class="storyline">Bridge</p></div>').find("p")
    assert inner is not None
    assert within(inner, "story")
    assert not within(inner, "line")
