"""The same text is told however it is set; nearly the same by the runs of words; another text never."""

import random

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.archive.likenesses import Likeness, Traits
from desktop_app.core.article import Article, Part
from desktop_app.core.importing import duplicates
from desktop_app.core.importing.duplicates import catch_up, compare
from desktop_app.core.importing.traits import traits_of
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


def file(number: int, body: str) -> ReadFile:
    article = Article(body, (Part(0, len(body), "body"),))
    return ReadFile(f"/{number}", f"{number}.txt", f"{number}{body}".encode(), [article])


def keep(archive: Archive, *bodies: str) -> list[int]:
    files = [file(n, body) for n, body in enumerate(bodies)]
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


@pytest.mark.parametrize("longest", [0.0, 60.0])
def test_those_of_a_group_are_compared_with_each_other(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, longest: float
) -> None:
    """What is known of new articles is enough to find those alike, among them and among the older ones.

    It does not matter how many of them are written at once.
    """
    monkeypatch.setattr(duplicates, "LONGEST", longest)
    wire = story(1)
    (older,) = keep(archive, wire)
    bodies = [f"{story(2)} Added.", f"{wire} Added.", story(2), "Too short to tell."]
    new: dict[int, Article] = {}
    archive.imports.add(archive.imports.begin("x"), [file(n, body) for n, body in enumerate(bodies, 9)], None, new)
    compare(archive, dict(zip(new, traits_of(new.values()), strict=True)))
    first, second, third, short = new
    found = {id_: [like.article for like in archive.likenesses.of(id_)] for id_ in new}
    assert found == {first: [third], second: [older], third: [first], short: []}
    assert archive.likenesses.waiting(9) == []


def test_what_was_compared_in_the_meantime_stays(archive: Archive) -> None:
    """Two programs may both be about to compare an article; the second leaves it alone."""
    (id_,) = keep(archive, "One.")
    compare(archive, {id_: Traits("another key")})
    same = archive.imports.add(archive.imports.begin("x"), [file(5, "ONE")], None)
    catch_up(silent, archive)
    assert archive.likenesses.of(id_) == [Likeness(same[0].article or 0, "same")]
