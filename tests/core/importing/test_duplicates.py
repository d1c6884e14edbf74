"""The same text is told however it is set; nearly the same by the runs of words; another text never."""

import random

import pytest

from desktop_app.core.analysis.runs import words_of
from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.archive.likenesses import Likeness
from desktop_app.core.article import Article, Part
from desktop_app.core.importing.duplicates import address, catch_up, text_key
from desktop_app.core.progress import silent

WORDS = (
    "bridge",
    "ferry",
    "river",
    "Orla",
    "mayor",
    "Velmark",
    "harbour",
    "wind",
    "crane",
    "ship",
    "toll",
    "winter",
)


def story(seed: int, length: int = 300) -> str:
    """Return so many words in an order of their own."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(30)) for _ in range(length)) + "."


def keep(archive: Archive, *bodies: str) -> list[int]:
    files = [
        ReadFile(f"/{n}", f"{n}.txt", f"{n}{body}".encode(), [Article(body, (Part(0, len(body), "body"),))])
        for n, body in enumerate(bodies)
    ]
    outcomes = archive.imports.add(archive.imports.begin("x"), files, None)
    assert catch_up(silent, archive) == len(bodies)
    return [outcome.article or 0 for outcome in outcomes]


def test_the_same_text_set_in_another_way(archive: Archive) -> None:
    """Case, spaces, quotation marks and line ends make no other text."""
    first, second = keep(archive, "The “bridge” is open.", 'THE "BRIDGE"\n\nIS OPEN')
    assert archive.likenesses.of(second) == [Likeness(first, "same")]


def test_an_edition_is_nearly_the_same(archive: Archive) -> None:
    """A wire copy cut at the end, with a new sentence in it, is told with its share."""
    wire = story(1)
    edition = " ".join(wire.split()[:220]) + " The mayor of Velmark did not answer our questions."
    first, second, other = keep(archive, wire, edition, story(2))
    (found,) = archive.likenesses.of(second)
    assert (found.article, found.kind) == (first, "nearly")
    assert 0.9 < found.share < 1
    assert archive.likenesses.of(other) == []


def test_a_shared_paragraph_is_not_the_same_text(archive: Archive) -> None:
    """Reports that quote one statement are two reports."""
    statement = story(3, 60)
    first, _ = keep(archive, f"{story(4)} {statement}", f"{statement} {story(5)}")
    assert archive.likenesses.of(first) == []


def test_each_article_is_compared_once(archive: Archive) -> None:
    """A second run has nothing to do."""
    keep(archive, "One.", "Two.")
    assert catch_up(silent, archive) == 0


def test_texts_without_words_are_not_the_same() -> None:
    """Two pictures without a text have nothing in common."""
    assert text_key(words_of(" … ")) == ""


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://www.orla.example/a/?utm_source=x#top", "orla.example/a"),
        ("http://orla.example/a", "orla.example/a"),
        ("https://orla.example/a?id=2&utm_medium=y", "orla.example/a?id=2"),
        ("https://orla.example/", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_what_tells_addresses_apart(url: str | None, same: str | None) -> None:
    """Marks of campaigns are no other page; a front page is no article."""
    assert address(url) == same
