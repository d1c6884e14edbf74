"""Text is cut into runs without losing a word, and every mark sits where it belongs."""

import pytest

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.export.marks import Text, direction, numbered, printable


def article(text: str) -> Article:
    return Article(text, (Part(0, len(text), "body"),))


ONE = article("It rained. “We open the old bridge tomorrow,” she said. They left.")
TWO = article("He wrote: “We open the new bridge tomorrow,” and went.")


def shared(first: Span, second: Span) -> Row:
    """Return a row of shared wording."""
    return Row("", "differs", ((first,), (second,)))


ROW = shared(Span(0, 11, 45), Span(1, 10, 44))


def test_runs_make_up_the_paragraph() -> None:
    """The runs of a paragraph are its text, in order, with a number where a sentence begins."""
    (passage,) = [row[0] for row in numbered([ROW], [ONE, TWO])]
    runs = Text(ONE).paragraph((0, len(ONE.text)), [passage])["runs"]
    assert "".join(run["text"] for run in runs) == ONE.text
    assert [(run["sentence"], run["text"][:4]) for run in runs if run["sentence"]] == [
        (1, "It r"), (2, "“We "), (3, "They")
    ]  # fmt: skip


def test_differing_words_are_marked_in_both() -> None:
    """What is not the same is marked as differing, everything else in the passage as shared."""
    (row,) = numbered([ROW], [ONE, TWO])
    for text, passage, word in ((ONE, row[0], "old"), (TWO, row[1], "new")):
        runs = Text(text).wording(passage)["runs"]
        assert [run["text"] for run in runs if run["mark"] == "differs"] == [word]
        assert {run["mark"] for run in runs} == {"shared", "differs"}


def test_forms_of_a_word_are_not_the_same_words() -> None:
    """A plural that only one report has is a difference, though it does not hide the passage."""
    rows = numbered([shared(Span(0, 0, 9), Span(1, 0, 10))], [article("two boats"), article("two boat’s")])
    assert rows[0][0].differing
    same = numbered([shared(Span(0, 0, 8), Span(1, 0, 8))], [article("Two boat"), article("two BOAT")])
    assert not same[0][0].differing


def test_the_passage_is_named_where_it_ends() -> None:
    """The number of a passage stands at its end, once."""
    (row,) = numbered([ROW], [ONE, TWO])
    runs = Text(ONE).paragraph((0, len(ONE.text)), [row[0]])["runs"]
    assert [run["text"] for run in runs if run["passage"] == 1] == [" bridge tomorrow,”"]


def test_sentence_numbers_of_a_passage() -> None:
    """A passage names the sentences it touches."""
    text = Text(ONE)
    assert [text.numbers(0, 5), text.numbers(0, 20), text.numbers(len(ONE.text), 99)] == ["1", "1–2", ""]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12 “نهر” Orla", None, ("rtl", "ar")),
        ("רדיו", "he", ("rtl", "he")),
        ("سلام", "fa", ("rtl", "fa")),
        ("Orla نهر", "ar", ("ltr", "en")),
        ("Der Fluss", "de-CH", ("ltr", "de")),
        ("12", "#[x]", ("ltr", "en")),
    ],
)
def test_direction_by_the_first_letter(text: str, language: str | None, expected: tuple[str, str]) -> None:
    """A paragraph runs as its first letter does, whatever the article's language is."""
    found = direction(text, language)
    assert (found["dir"], found["lang"]) == expected


def test_printable() -> None:
    """Control characters go, white space of any kind becomes one space, everything else stays."""
    assert printable("a\x00b\n\t c\u00a0\ud800d") == "ab c d"
