"""The story trafilatura extracts is found again in the page."""

import pytest
from lxml.html import document_fromstring

from desktop_app.core.importing.pages.story import extract, locate

FIRST = "The second bridge over the river Orla was opened on Tuesday, the council said."
SECOND = "It cost 48 million crowns, a third more than was planned, and took four years."


def test_lines_are_found_whatever_their_blanks() -> None:
    """Line breaks and spaces differ between page and extract."""
    assert locate(["Home", FIRST, SECOND], FIRST.replace(" ", "\u00a0") + "\n" + SECOND + " ") == [
        [],
        [(0, len(FIRST))],
        [(0, len(SECOND))],
    ]


def test_a_short_line_is_found_beside_its_neighbours() -> None:
    """Words that also stand in a menu are found in the story, not in the menu."""
    assert locate(["The cost", FIRST, "The cost", SECOND], f"{FIRST}\nThe cost\n{SECOND}")[0::2] == [[], [(0, 8)]]


def test_part_of_a_block_can_be_story() -> None:
    """Where page and story share a block, only the story's part is marked."""
    block = f"Read the Courier every day and never miss the news from the river. {FIRST}"
    assert locate([block], FIRST) == [[(block.index("The second"), len(block))]]


def test_a_changed_line_is_found_by_its_sentences() -> None:
    """When something was left out of a line, its sentences are still found."""
    page = f"{FIRST} [advertisement: the Courier, every day, at your door] {SECOND}"
    second = page.index(SECOND)
    assert locate([page], f"{FIRST} {SECOND}") == [[(0, len(FIRST)), (second, len(page))]]


def test_what_is_not_in_the_page_is_not_marked() -> None:
    """A line from nowhere marks nothing."""
    assert locate([FIRST], "Something quite different that nobody ever wrote on this page.") == [[]]
    assert locate([], FIRST) == []


def test_many_equal_lines_take_no_time() -> None:
    """A page of ten thousand equal lines is located in one sweep."""
    lines = ["The river rises and the river falls again, day after day."] * 10_000
    assert all(locate(lines, "\n".join(lines)))


def test_the_story_is_extracted_from_the_tree() -> None:
    """The article is extracted without comments, and a page without one gives nothing."""
    story = "".join(f"<p>{FIRST} {SECOND}</p>" for _ in range(3))
    page = document_fromstring(f"<html><body><article>{story}</article></body></html>")
    assert FIRST in extract(page, len(story))
    assert extract(document_fromstring("<html><body></body></html>"), 0) == ""


def test_a_little_of_much_prose_is_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the fast rules find little of what a page holds, the slower comparison is asked; else it is not."""
    asked: list[bool] = []

    def found(tree: object, *, include_comments: bool, fast: bool = False) -> str:
        asked.append(fast)
        return "little" if fast else "all of it"

    monkeypatch.setattr("trafilatura.extract", found)
    page = document_fromstring("<html><body></body></html>")
    assert extract(page, 20) == "little"
    assert extract(page, 2000) == "all of it"
    assert asked == [True, True, False]
