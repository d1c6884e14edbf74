"""A noun phrase is taken whole, or not at all."""

import pytest

from desktop_app.core.analysis.quotations.phrases import phrase_after, phrase_before


def words_of(scene, span) -> str | None:
    return scene.text[scene.tokens[span[0]].start : scene.tokens[span[1] - 1].end] if span else None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mara Holm said", "Mara Holm"),
        ("After that a spokesman for the army of Velmark said", "a spokesman for the army of Velmark"),
        ("It rose, but forces allied with his government said", "forces allied with his government"),
        ("Some of the most ardent farmers said", "Some of the most ardent farmers"),
        ("Ms. Holm’s lawyer said", "Ms. Holm’s lawyer"),
        ("Mara Holm and Jan Tessin said", "Mara Holm and Jan Tessin"),
        ("Mara Holm (Orla Party) said", "Mara Holm"),
        ("On Tuesday she said", "she"),
        ("While Mara Holm, commander of the guard said", "Mara Holm"),
    ],
)
def test_before_a_verb(read, text: str, phrase: str) -> None:
    """The phrase goes back to where it begins, over “for” and “of”, but not over what goes before."""
    scene = read(text)
    assert words_of(scene, phrase_before(scene.tokens, len(scene.tokens) - 1, scene.words)) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "After the flood reached the town the mayor said",
        "The pension he said",
        "Holm told state",
        "The plan Holm said",
        "Holm’s claims",
    ],
)
def test_nothing_where_the_beginning_is_not_plain(read, text: str) -> None:
    """Where words of another clause may stand before it, no phrase is taken rather than a wrong one."""
    scene = read(text)
    assert phrase_before(scene.tokens, len(scene.tokens) - 1, scene.words) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mara Holm two weeks ago", "Mara Holm"),
        ("Orla press secretary Mara Holm on Monday", "Orla press secretary Mara Holm"),
        ("a spokesman for the army in a video", "a spokesman for the army"),
        ("the assembly passed new rules", "the assembly"),
        ("Mara van den Holm said", "Mara van den Holm"),
        ("them that", "them"),
    ],
)
def test_behind_a_verb(read, text: str, phrase: str) -> None:
    """The phrase ends with the name, before times, places and the next verb."""
    scene = read(text)
    assert words_of(scene, phrase_after(scene.tokens, 0, scene.words)) == phrase


@pytest.mark.parametrize("text", ["of the town", "the", "was", ", Holm"])
def test_what_is_no_phrase(read, text: str) -> None:
    """A lone article, a small word or a mark is nobody."""
    scene = read(text)
    assert phrase_after(scene.tokens, 0, scene.words) is None


def test_a_german_genitive_belongs_to_the_phrase(read) -> None:
    """“der Armee” behind a noun says whose it is."""
    scene = read("Die Sprecherin der Armee sagte", "de")
    assert words_of(scene, phrase_before(scene.tokens, 4, scene.words)) == "Die Sprecherin der Armee"
    assert words_of(scene, phrase_after(scene.tokens, 0, scene.words)) == "Die Sprecherin der Armee"
