"""Articles that share wording are found in the whole archive; what a source says every day is not counted."""

import random
from collections.abc import Callable

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import compare
from desktop_app.core.comparison.sharing import sharing
from desktop_app.core.errors import UserError
from desktop_app.core.importing.duplicates import catch_up
from desktop_app.core.progress import Cancelled, silent

Keep = Callable[..., list[int]]


def said(seed: int, length: int = 120) -> str:
    """Return so many words that nobody else says."""
    chance = random.Random(seed)
    return (
        " ".join(f"{chance.choice(('bridge', 'ferry', 'gate'))}{chance.randrange(10**6)}" for _ in range(length))
        + "."
    )


@pytest.fixture
def keep(archive: Archive) -> Keep:
    """Give the test a way to keep bodies, each with its source."""

    def keep_all(*kept: tuple[str, str | None]) -> list[int]:
        files = [
            ReadFile(
                f"/{n}",
                f"{n}.txt",
                f"{n}{body}".encode(),
                [Article(body, (Part(0, len(body), "body"),), source=source)],
            )
            for n, (body, source) in enumerate(kept)
        ]
        ids = [outcome.article or 0 for outcome in archive.imports.add(archive.imports.begin("test"), files, None)]
        catch_up(silent, archive)
        return ids

    return keep_all


def test_shares_and_passages(archive: Archive, keep: Keep) -> None:
    """Each article with how much of either text is shared, and where; those that share nothing are not there."""
    story = said(1)
    body = f"{said(2)}\n\n{story}"
    whole, part, other = keep(
        (body, "Orla Post"), (f"{story}\n\n{said(3, 360)}", "Radio Tessin"), (said(4), "Orla Post")
    )
    (found,) = sharing(silent, archive, whole)
    assert (found.id, found.share, found.of_theirs) == (part, 0.5, 0.25)
    assert [body[slice(*each.first)] for each in found.passages] == [story]
    assert sharing(silent, archive, other) == []


def test_the_greatest_share_first_copies_too(archive: Archive, keep: Keep) -> None:
    """The very same text shares all of it, and is no furniture however many copies there are of one source."""
    story = said(1)
    asked, half, *copies = keep(
        (story, "Orla Post"),
        (story[: len(story) // 2], "Radio Tessin"),
        *[(f"{story} {n}", "Orla Post") for n in range(3)],
    )
    found = sharing(silent, archive, asked)
    assert [each.id for each in found] == [*copies, half]
    assert found[0].share == 1.0


NEWSLETTER = "Our newsletter with the best of the week from the river and its harbour comes every Saturday at noon."


def test_what_recurs_in_a_source_is_furniture(archive: Archive, keep: Keep) -> None:
    """In two articles of a source, or in three sources, it is shared wording; in three of one source, for none."""
    bodies = [f"{said(n)}\n\n{NEWSLETTER}" for n in range(4)]
    asked, *others = keep(
        *((body, "Orla Post") for body in bodies[:2]), (bodies[2], "Radio Tessin"), (bodies[3], None)
    )
    assert {each.id for each in sharing(silent, archive, asked)} == set(others)
    keep((f"{said(7)}\n\n{NEWSLETTER}", "Orla Post"))
    assert sharing(silent, archive, asked) == []


def test_the_background_of_a_story_is_shared_wording(archive: Archive, keep: Keep) -> None:
    """An agency repeats a long paragraph in several reports; what stands in ten is furniture all the same."""
    background = said(9)
    bodies = [f"{said(n + 20)}\n\n{background}" for n in range(10)]
    asked, *others = keep(*((body, "Harbour Wire") for body in bodies[:9]))
    assert {each.id for each in sharing(silent, archive, asked)} == set(others)
    keep((bodies[9], "Harbour Wire"))
    assert sharing(silent, archive, asked) == []


def test_a_share_is_of_the_words_both_have(archive: Archive, keep: Keep) -> None:
    """A passage with some of its words exchanged is shared but for these, as in a comparison."""
    words = said(1).split()
    anew = [f"else{place}" if place % 10 == 5 else word for place, word in enumerate(words)]
    asked, other = keep((" ".join(words), "Orla Post"), (" ".join(anew), "Radio Tessin"))
    articles = [kept.article for kept in archive.articles.many([asked, other])]
    (found,) = sharing(silent, archive, asked)
    assert (found.share, found.of_theirs) == (0.9, 0.9)
    assert compare(articles).shared_share == ((0.0, 0.9), (0.9, 0.0))


def test_a_few_words_are_no_shared_wording(archive: Archive, keep: Keep) -> None:
    """A title of honour and a turn of phrase come in articles that have nothing to do with each other."""
    words = said(1, 15).removesuffix(".").split()
    for shared, number in ((words[:-1], 0), (words, 1)):
        bodies = [f"{said(n)} {' '.join(shared)} {said(n + 100)}" for n in (number + 10, number + 20)]
        asked, _ = keep((bodies[0], "Orla Post"), (bodies[1], "Radio Tessin"))
        assert len([each for each in sharing(silent, archive, asked) if each.id > asked]) == number


def test_it_can_be_stopped(archive: Archive, keep: Keep) -> None:
    """Nobody waits for an answer to a question that was given up."""

    def stop(*_args: object) -> None:
        raise Cancelled

    asked, _ = keep((said(1), "Orla Post"), (f"{said(1)} More.", "Radio Tessin"))
    with pytest.raises(Cancelled):
        sharing(stop, archive, asked)


def test_no_such_article(archive: Archive) -> None:
    """The user is told."""
    with pytest.raises(UserError):
        sharing(silent, archive, 7)
