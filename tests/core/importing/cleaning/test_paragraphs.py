"""Paragraphs are found whether lines were broken by hand or not, and hold all there is."""

import random
from itertools import pairwise

from desktop_app.core.importing.cleaning.paragraphs import paragraphs

WRAPPED = """The ferry to Harbour Island will not sail between November and
March, the harbour office of Velmark said, because too few
people took it last year.

Islanders had been told nothing. Many of them read it first in
Velmark papers or heard of it from the crew, and some wrote to
the council at once
"""


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


def test_broken_lines_are_joined() -> None:
    """Lines broken at a width make one paragraph, and its short last line is part of it."""
    found = texts(WRAPPED)
    assert len(found) == 2
    assert found[1].endswith("\nthe council at once")


def test_a_line_can_be_a_paragraph() -> None:
    """Where lines are not filled up to a width, each is a paragraph."""
    lines = ["Ferry stops", "The ferry will not sail.", "Islanders were told nothing. " * 8, "One wrote."]
    assert texts("\n".join(lines)) == [line.strip() for line in lines]


def test_a_title_does_not_run_into_the_story() -> None:
    """A single longer line above another is no sign of a width."""
    assert (
        len(texts("Ferry to Harbour Island stops sailing\nThe ferry will not sail between November and March."))
        == 2
    )


def test_nothing_is_lost() -> None:
    """Whatever the text, its non-blank characters lie in exactly one paragraph."""
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(
            chance.choice(["a", "Velmark ", "é", ".", " ", "\n", "\n\n", "\u00a0", "\t", "桥"]) for _ in range(60)
        )
        found = paragraphs(text)
        assert "".join("".join(p.text.split()) for p in found) == "".join(text.split())
        assert all(p.text == text[p.start : p.end] == p.text.strip() for p in found)
        assert all(a.end < b.start for a, b in pairwise(found))
