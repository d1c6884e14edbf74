"""Pieces of a document become an article: known roles hold, the rest is told by words, stated facts come first."""

from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled, completed

STORY = [
    Piece("Bridge opens in Velmark"),
    Piece("By Ida Marsh"),
    Piece("The bridge over the Orla is open at last."),
]


def test_roles_are_told_by_the_words() -> None:
    """A document that marks nothing is read like plain text."""
    found = assembled(STORY, {})
    assert [part.role for part in found.parts] == ["title", "byline", "body"]
    assert (found.title, found.byline) == ("Bridge opens in Velmark", "Ida Marsh")


def test_known_roles_hold() -> None:
    """What the document marks is not doubted."""
    found = assembled(
        [Piece("Page 3", "furniture"), *STORY[1:], Piece("The ferry goes on. It is free.", "caption")], {}
    )
    assert [part.role for part in found.parts] == ["furniture", "byline", "body", "caption"]


def test_what_is_stated_comes_first() -> None:
    """The document's own data count before its lines, and say where they stand."""
    stated = {"title": Stated("BRIDGE OPENS in Velmark", "the subject"), "byline": Stated("I. Marsh", "the sender")}
    found = assembled(STORY, stated, "utf-8", ["It was torn."])
    assert (found.title, found.byline) == ("BRIDGE OPENS in Velmark", "I. Marsh")
    assert found.evidence == {"title": "the subject", "byline": "the sender"}
    assert found.of("title") == ["Bridge opens in Velmark"]
    assert (found.encoding, found.warnings) == ("utf-8", ("It was torn.",))


def test_another_line_is_not_taken_for_the_stated_title() -> None:
    """Where the title is stated and not shown, the first line of the story stays in the story."""
    found = assembled(STORY, {"title": Stated("Orla Post, 14 May", "the subject")})
    assert found.of("title") == []
    assert found.body.startswith("Bridge opens in Velmark")


def test_what_the_bundle_knows_fills_gaps() -> None:
    """An address from outside gives source and publisher too; what the document says itself stands."""
    article = assembled(STORY, {"source": Stated("Orla Post", "the head")})
    stated = {"url": Stated("https://www.orla.example/a", "the record"), "source": Stated("x", "the record")}
    found = completed(article, stated)
    assert (found.url, found.publisher_url) == ("https://www.orla.example/a", "https://www.orla.example")
    assert (found.source, found.evidence["source"]) == ("Orla Post", "the head")
    bare = completed(assembled(STORY, {}), {"url": stated["url"]})
    assert (bare.source, bare.evidence["source"]) == ("orla.example", "the address https://www.orla.example/a")
