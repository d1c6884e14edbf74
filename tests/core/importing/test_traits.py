"""What an article is compared by does not depend on how it is set, and is nothing where nothing is said."""

import pytest

from desktop_app.core.analysis.runs import words_of
from desktop_app.core.article import Article, Part
from desktop_app.core.importing import traits
from desktop_app.core.importing.traits import address, margins, text_key, traits_of


def of_blocks(*blocks: str) -> Article:
    parts, position = [], 0
    for block in blocks:
        parts.append(Part(position, position + len(block), "body"))
        position += len(block) + 2
    return Article("\n\n".join(blocks), tuple(parts), source="Orla Post", url="https://www.orla.example/a#top")


@pytest.mark.parametrize("together", [1, 2, 100])
def test_each_article_has_traits_of_its_own(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles worked out together have the traits each has alone, the empty one too."""
    monkeypatch.setattr(traits, "TOGETHER", together)
    some = [
        of_blocks("The ferry sank.", "Nobody was hurt."),
        of_blocks(),
        of_blocks("the FERRY sank", "nobody was hurt"),
    ]
    found = traits_of(some)
    assert found == [alone for article in some for alone in traits_of([article])]
    first, empty, last = found
    assert (first.text_key, first.prints) == (last.text_key, last.prints)
    assert (first.source, first.address) == ("Orla Post", "orla.example/a")
    assert (empty.text_key, list(empty.prints), empty.margins) == ("", [], [])


def test_the_ends_of_a_body() -> None:
    """A body of one block has no ends; long blocks are stories, not furniture."""
    assert margins(of_blocks("One.")) == []
    assert margins(of_blocks("1", "2", "3", "4", "5", "6")) == ["1", "2", "4", "5", "6"]
    assert margins(of_blocks("1", "2", "x" * 201)) == ["1", "2"]


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
