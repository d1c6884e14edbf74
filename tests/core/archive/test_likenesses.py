"""Articles that say the same are linked, whichever came first, and never dropped."""

import pytest

from desktop_app.core.archive import Archive, likenesses
from desktop_app.core.archive.likenesses import Compared, Likeness, Traits


def test_the_same_the_nearly_same_and_versions(archive: Archive, add) -> None:
    """Each kind is told for both sides; the same text counts before the same address."""
    first, same, version, nearly, other = (add(str(n), f"Text {n}.") for n in range(5))
    archive.likenesses.remember(
        [
            Compared(first, Traits("k1", "orla.example/a", [1])),
            Compared(same, Traits("k1", "orla.example/a", [1])),
            Compared(version, Traits("k2", "orla.example/a", [1])),
            Compared(nearly, Traits("k3", None, [1]), [(first, 0.9)]),
            Compared(other, Traits("")),
        ]
    )
    assert archive.likenesses.of(first) == [
        Likeness(same, "same"),
        Likeness(version, "version"),
        Likeness(nearly, "nearly", 0.9),
    ]
    assert archive.likenesses.of(nearly) == [Likeness(first, "nearly", 0.9)]
    assert archive.likenesses.of(other) == []


def test_articles_wait_until_they_were_compared(archive: Archive, add) -> None:
    """A new article waits; one whose body was corrected waits again."""
    id_ = add("a", "Text.")
    assert archive.likenesses.waiting(10) == [id_]
    archive.likenesses.remember([Compared(id_, Traits("k"))])
    assert archive.likenesses.waiting(10) == []
    archive.corrections.role(id_, 0, "furniture").do()
    assert archive.likenesses.waiting(10) == [id_]


def test_what_is_still_to_be_compared_as_it_was_read(archive: Archive, add) -> None:
    """What another program has compared, or a user has corrected, is not compared by what was known before."""
    waits, compared, corrected = add("a", "One."), add("b", "Two."), add("c", "Three.")
    archive.likenesses.remember([Compared(compared, Traits("k"))])
    archive.corrections.role(corrected, 0, "furniture").do()
    assert archive.likenesses.uncompared([corrected, compared, waits]) == [waits, corrected]
    assert archive.likenesses.as_read([waits, corrected]) == [waits]


def test_which_fingerprints_are_held(archive: Archive, add) -> None:
    """Most articles are like no other, which a look at their fingerprints alone tells."""
    archive.likenesses.remember([Compared(add("a", "One."), Traits("k", None, [7, 8]))])
    assert archive.likenesses.held([9, 8]) == {8}


def test_removed_articles_are_no_likeness(archive: Archive, add) -> None:
    """What lies in the bin is not offered as the same text."""
    first, second = add("a", "One."), add("b", "Two.")
    archive.likenesses.remember([Compared(id_, Traits("k", None, [7, 8])) for id_ in (first, second)])
    archive.corrections.removal([second]).do()
    assert archive.likenesses.of(first) == []
    assert archive.likenesses.sharing([7, 8], first, "other", 1) == []


def test_those_that_share_most_come_first(archive: Archive, add) -> None:
    """Candidates for a comparison word by word are those with enough in common, the very same left out."""
    wanted, little, much, same = (add(str(n), f"Text {n}.") for n in range(4))
    prints = {little: [1, 2], much: [1, 2, 3], same: [1, 2, 3]}
    archive.likenesses.remember([Compared(id_, Traits(f"k{id_}", None, found)) for id_, found in prints.items()])
    assert archive.likenesses.sharing([1, 2, 3], wanted, f"k{same}", 2) == [much, little]
    assert archive.likenesses.sharing([1, 2, 3], wanted, f"k{same}", 3) == [much]


@pytest.mark.parametrize("few", [0, 1000])
def test_likes_are_folded_under_the_first_of_a_list(archive: Archive, add, monkeypatch, few: int) -> None:
    """Only what is like the first itself is folded under it, in the order of the list, however long that is."""
    monkeypatch.setattr(likenesses, "FEW", few)
    a, b, c, d, e = (add(name, name) for name in "abcde")
    nearly = {b: [(a, 0.9)], c: [(b, 0.9)]}
    keys = {a: "ka", b: "kb", c: "kc", d: "same", e: "same"}
    archive.likenesses.remember([Compared(id_, Traits(key), nearly.get(id_, [])) for id_, key in keys.items()])
    assert archive.likenesses.folds([c, a, b, e, d]) == {c: [b], e: [d]}
    assert archive.likenesses.folds([a, b, c]) == {a: [b]}
    assert archive.likenesses.folds([a, c, d]) == {}


def test_likenesses_of_an_article_are_found_without_the_others(archive: Archive, add, ways) -> None:
    """Opening an article asks for them; it must not look through those of the whole archive."""
    id_ = add("a", "One.")
    assert "SCAN likenesses" not in ways(lambda: archive.likenesses.of(id_))
    assert "likenesses" in ways(lambda: archive.likenesses.of(id_))
