"""The snippet shows the passage that tells most."""

from desktop_app.core.search.parse import parse
from desktop_app.core.search.snippets import first_words, snippet
from tests.core.search.conftest import article

FILLER = "The river Orla rises in the hills and runs to the harbour of Velmark without haste. " * 6
LONG = article(f"{FILLER}One crane stood idle. {FILLER}A crane fell on the bridge at noon. {FILLER}")


def test_the_passage_with_most_different_hits() -> None:
    """Two different words beat one, wherever they stand, and the hits are told apart from the rest."""
    runs = snippet(LONG, parse("crane bridge"))
    assert [text for text, hit in runs if hit] == ["crane", "bridge"]
    whole = "".join(text for text, _ in runs)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert whole[2:-2] in LONG.text


def test_words_are_never_cut() -> None:
    """A snippet begins and ends with whole words, and keeps to its length."""
    for length in range(60, 260, 7):
        whole = "".join(text for text, _ in snippet(LONG, parse("bridge"), length))
        assert len(whole) <= length + 4
        assert set(whole.strip("… ").split()) <= set(LONG.text.split())


def test_without_hits_the_beginning() -> None:
    """A hit in the title only, or no query at all, shows how the article begins."""
    assert snippet(LONG, parse("nowhere")) == first_words(LONG)
    ((text, hit),) = first_words(article("Short body."))
    assert (text, hit) == ("Short body.", False)


def test_a_hit_in_a_caption_is_shown() -> None:
    """What was indexed beside the body is shown when it is what was found."""
    given = article("Body.", ("The zeppelin over Velmark", "caption"), ("zeppelin subscription", "furniture"))
    assert snippet(given, parse("zeppelin")) == [
        ("Body. The ", False), ("zeppelin", True), (" over Velmark", False)
    ]  # fmt: skip


def test_text_without_blanks() -> None:
    """A script without blanks has snippets of the same length, and an empty article has none."""
    runs = snippet(article("老" * 500 + "桥" + "老" * 500), parse("桥"))
    assert ("桥", True) in runs
    assert len("".join(text for text, _ in runs)) <= 224
    assert snippet(article(" "), parse("桥")) in ([], [(" ", False)])
