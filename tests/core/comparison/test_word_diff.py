"""Two versions as one text: what is marked is what differs, and both can be read out of it again."""

import random

import pytest

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison.word_diff import Run, story, tally, word_diff


def marked(before: str, after: str) -> str:
    """Return the text with [-removed-] and {+added+}."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[run.kind].format(run.text) for run in word_diff(before, after))


def without(kind: str, runs: list[Run]) -> str:
    return "".join("".join(run.text.split()) for run in runs if run.kind != kind)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("The river rose.", "The river rose.", "The river rose."),
        ("rose by three metres", "rose by four metres", "rose by [-three-]{+ four +}metres"),
        ("Homes were lost.", "Homes were not lost.", "Homes were {+not +}lost."),
        ("The end extra.", "The end.", "The end[- extra-]."),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.\n\n[-Two.\n\n-]Three."),
        ("One\n\nThree", "Two\n\nThree", "[-One-]{+ Two\n\n+}Three"),
        ("Some 1,200 left.", "Some 1,500 left.", "Some [-1,200-]{+ 1,500 +}left."),
        ("", "New", "{+New+}"),
        ("Old", "", "[-Old-]"),
        ("洪水三米", "洪水四米", "洪水[-三-]{+ 四+}米"),
        ("ارتفع النهر ثلاثة أمتار", "ارتفع النهر أربعة أمتار", "ارتفع النهر [-ثلاثة-]{+ أربعة +}أمتار"),
    ],
)
def test_words_are_marked_where_they_changed(before: str, after: str, shown: str) -> None:
    """Signs stand alone, paragraphs stay, and so do scripts without spaces or from the right."""
    assert marked(before, after) == shown


def test_words_are_counted_not_signs() -> None:
    """A comma is no word."""
    runs = word_diff("It rained, then stopped.", "It rained and the sun then stopped")
    assert tally(runs) == (3, 0)


def test_a_rewritten_passage_is_one_change() -> None:
    """The odd word that two sentences share by chance does not cut them to pieces."""
    before = "Start. Nobody on the quay could say where all the boats had gone. End."
    after = "Start. Every bakery opened early at dawn the very next cold morning anyway. End."
    assert [run.kind for run in word_diff(before, after)] == ["same", "removed", "added", "same"]


@pytest.mark.parametrize("seed", range(40))
def test_both_texts_can_be_read_out_of_it(seed: int) -> None:
    """No word is lost, added or moved, whatever was changed and however often its words repeat."""
    chance = random.Random(seed)
    vocabulary = ["river", "gate", "lock", "rose", ".", ",", "the", "of\n\n", "Velmark", "三", "米"]
    words = [chance.choice(vocabulary) for _ in range(seed * 25)]
    changed = [chance.choice([word, word, word, "new", "", f"{word} {word}"]) for word in words]
    if seed % 3 == 0:
        changed = changed[len(changed) // 2 :] + changed[: len(changed) // 2]
    before, after = " ".join(words), " ".join(changed)
    runs = word_diff(before, after)
    assert without("added", runs) == "".join(before.split())
    assert without("removed", runs) == "".join(after.split())


def test_long_texts_are_held_together_by_their_rare_words() -> None:
    """In 30,000 words a few changes are found exactly; texts without a word in common are told apart."""
    words = [f"word{number % 3000}" if number % 7 else f"rare{number}" for number in range(30_000)]
    changed = list(words)
    for place in range(500, 30_000, 5_000):
        changed[place] = "changed"
    assert tally(word_diff(" ".join(words), " ".join(changed))) == (6, 6)
    assert tally(word_diff("one two " * 10_000, "three four " * 10_000)) == (20_000, 20_000)


def test_the_story_is_what_is_compared() -> None:
    """The title and the story; page furniture changes with every visit and says nothing."""
    text = "Menu\n\nVELMARK —\n\nThe river\nrose.\n\nPhoto: the lock"
    roles = {"Menu": "furniture", "VELMARK —": "dateline", "The river\nrose.": "body", "Photo: the lock": "caption"}
    parts = tuple(Part(text.index(part), text.index(part) + len(part), role) for part, role in roles.items())
    assert story(Article(text, parts, title="Flood")) == "Flood\n\nVELMARK — The river rose.\n\nPhoto: the lock"
