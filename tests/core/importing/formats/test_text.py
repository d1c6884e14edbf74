"""Plain text becomes an article: clean, dated only where it says so, and with nothing lost."""

import random

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.text import read

STORY = [
    "The second bridge over the river Orla was opened on Tuesday after four years of work, the council said.",
    "“We have waited for this since the flood,” said Tomas Reyl, the mayor, who walked across with his family.",
    "The bridge cost 48 million crowns, about a third more than was planned when the council voted for it.",
    "Engineers will measure its vibrations for a year before heavy lorries may use it, the harbour office said.",
]


def article(*paragraphs: str):
    return read("\n\n".join(paragraphs).encode(), "bridge.txt")[0]


def test_a_plain_report() -> None:
    """Title, byline and paragraphs are labelled, and the text is the file's own."""
    found = article("Velmark Opens Second Bridge", "(Author: Orla Post Editorial Staff)", *STORY)
    assert [part.role for part in found.parts] == ["title", "byline", "body", "body", "body", "body"]
    assert (found.title, found.byline) == ("Velmark Opens Second Bridge", "Orla Post Editorial Staff")
    assert found.evidence["byline"] == "(Author: Orla Post Editorial Staff)"
    assert found.body == "\n\n".join(STORY)
    assert (found.published, found.source, found.language, found.encoding) == (None, None, None, "utf-8")


def test_a_wire_report() -> None:
    """The dateline is set apart from its line, and the rights notice names the source."""
    rights = "News from © The Harbour Wire, . All rights reserved."
    about = (
        "The Harbour Wire is an independent news agency. Founded in 1901, it is trusted on both banks of the Orla."
    )
    found = article(
        "Velmark opens bridge", f"VELMARK, Tessin – {STORY[0]}", *STORY[1:], rights, "Leave a Reply", about
    )
    assert found.dateline == "VELMARK, Tessin"
    assert found.of("dateline") == ["VELMARK, Tessin –"]
    assert found.of("body")[0] == STORY[0]
    assert (found.source, found.evidence["source"]) == ("The Harbour Wire", "News from © The Harbour Wire")
    assert found.of("rights") == [rights]
    assert found.of("furniture") == ["Leave a Reply", about]


def test_a_stated_date_is_read_and_a_day_in_the_story_is_not() -> None:
    """Only a line that is nothing but a date dates the article."""
    assert article("Velmark opens bridge", "Published: 14 May 2024", *STORY).published == "2024-05-14"
    assert (
        article("Velmark opens bridge", *STORY, "It had been closed since 14 May 2024, officials said.").published
        is None
    )


def test_an_ambiguous_date_is_told() -> None:
    """A date with two readings sets nothing and is named in a warning."""
    found = article("Velmark opens bridge", "03/04/2016", *STORY)
    assert found.published is None
    assert "03/04/2016" in found.warnings[0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    """A file from Windows gives the same article."""
    text = "Velmark opens bridge\n\n" + "\n\n".join(STORY)
    assert read(text.replace("\n", end).encode(), "x.txt")[0].parts == read(text.encode(), "x.txt")[0].parts


@pytest.mark.parametrize("content", [b"", b" \n\n ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    """Nothing to read is said so."""
    with pytest.raises(UnreadableFile, match="no text"):
        read(content, "x.txt")


def test_a_very_long_text_is_shown_whole() -> None:
    """A text beyond any article is not cleaned, which would take minutes, and says so."""
    found = read(b"word " * 500_000, "x.txt")[0]
    assert [part.role for part in found.parts] == ["body"]
    assert "far longer" in found.warnings[0]


def test_each_character_lies_in_one_part() -> None:
    """Whatever lines stand in a file, nothing is lost and nothing is counted twice."""
    lines = [
        *STORY, "By Ida Marsh", "World", "Leave a Reply", "14 May 2024", "© Orla Post",
        "VELMARK – The bridge is open.",
        "Photo: Harbour Wire", "", "", "in ,", "جسر جديد فوق نهر أورلا", "* * *", "bridge.jpg", "…",
        "Council Closes Two Schools on Harbour Island", "\u00a0", "a", "1,400",
    ]  # fmt: skip
    chance = random.Random(11)
    for _ in range(400):
        text = "x\n" + "\n".join(chance.choice(lines) for _ in range(chance.randrange(12)))
        found = read(text.encode(), "x.txt")[0]
        covered = [0] * len(text)
        for part in found.parts:
            for place in range(part.start, part.end):
                covered[place] += 1
        assert found.text == text
        assert all(count == 1 for count, sign in zip(covered, text, strict=True) if not sign.isspace())


def test_another_encoding_may_be_chosen() -> None:
    """Where the guess was wrong, the user says how to read the text."""
    found = read("Мост через Орлу открыт.".encode("koi8_r"), "bridge.txt", "koi8_r")[0]
    assert (found.text, found.encoding, found.warnings) == ("Мост через Орлу открыт.", "koi8_r", ())
