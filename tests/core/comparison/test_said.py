"""The user's word is found again where the texts have moved, and holds whichever way round it is asked."""

from desktop_app.core.article import Article
from desktop_app.core.comparison.rows import Span
from desktop_app.core.comparison.said import Anchor, Pair, Said, anchored, found_again, meets, verdicts

POST = Article("Eleven mills burnt. The mayor spoke. Eleven mills burnt.", ())
COURIER = Article("Twelve mills burnt.", ())
ARTICLES = [POST, COURIER]


def test_a_place_is_kept_with_its_words() -> None:
    """An anchor holds the words, and leads back to its place while the text stays as it is."""
    anchor = anchored(Span(0, 37, 49), ARTICLES)
    assert anchor == Anchor(0, 37, 49, "Eleven mills")
    assert found_again(anchor, ARTICLES) == Span(0, 37, 49)


def test_words_that_have_moved_are_found_nearest_to_their_old_place() -> None:
    """A text read anew has its words elsewhere, and its lines may be broken elsewhere."""
    anchor = anchored(Span(0, 37, 49), ARTICLES)
    moved = Article("A line more. Eleven mills burnt. The mayor spoke. Eleven\nmills burnt.", ())
    assert found_again(anchor, [moved, COURIER]) == Span(0, 50, 62)


def test_words_that_are_no_more_have_no_place() -> None:
    """Nothing is said of a place whose words are gone, and a pair with one such place says nothing."""
    gone = Anchor(1, 0, 13, "Thirteen mills")
    said = Said(rejected=(Pair("figures", Anchor(0, 0, 12, "Eleven mills"), gone),), linked=((gone, gone),))
    assert found_again(gone, ARTICLES) is None
    assert found_again(Anchor(1, 0, 1, " "), ARTICLES) is None
    assert verdicts(said, "figures", ARTICLES).apart == ()
    assert verdicts(said, "statements", ARTICLES).together == ()


def test_a_verdict_holds_both_ways_and_for_its_kind_only() -> None:
    """Who rejects A and B rejects B and A; what is said of figures is not said of statements."""
    pair = Pair("figures", Anchor(0, 0, 12, "Eleven mills"), Anchor(1, 0, 12, "Twelve mills"))
    found = verdicts(Said(rejected=(pair,)), "figures", ARTICLES)
    assert found.rejects(Span(0, 0, 18), Span(1, 0, 12))
    assert found.rejects(Span(1, 0, 12), Span(0, 0, 12))
    assert not found.rejects(Span(0, 37, 49), Span(1, 0, 12))
    assert found.knows(Span(0, 0, 12), Span(1, 0, 12))
    assert not found.knows(Span(0, 37, 49), Span(1, 0, 12))
    assert not verdicts(Said(rejected=(pair,)), "statements", ARTICLES).apart
    assert verdicts(Said(accepted=(pair,)), "figures", ARTICLES).knows(Span(1, 0, 12), Span(0, 0, 12))


def test_linked_stretches() -> None:
    """Two stretches linked by hand are statements that are one matter."""
    linked = (Anchor(0, 20, 36, "The mayor spoke."), Anchor(1, 0, 19, "Twelve mills burnt."))
    said = Said(linked=(linked,))
    assert verdicts(said, "statements", ARTICLES).together == ((Span(0, 20, 36), Span(1, 0, 19)),)
    assert verdicts(said, "figures", ARTICLES).together == ()


def test_places_that_meet() -> None:
    """A place is known again when rules mark a little more or less of it."""
    assert meets(Span(0, 0, 10), Span(0, 4, 30))
    assert not meets(Span(0, 0, 10), Span(0, 5, 30))
    assert not meets(Span(0, 0, 10), Span(1, 0, 10))
