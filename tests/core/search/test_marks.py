"""Highlighting marks what was searched for, where it stands, and nothing else."""

from dataclasses import replace

import pytest

from desktop_app.core.search.marks import marks
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import FieldName, Name, Phrase, Query, Word
from desktop_app.core.search.stems import stem
from desktop_app.core.search.words import words

TEXT = "A car bomb, said Mohamed Al-Ghusri; the bomb’s makers fled. Café, cafés."


@pytest.mark.parametrize(
    ("query", "within", "marked"),
    [
        ("bomb", None, ["bomb", "bomb"]),
        ("“car bomb”", None, ["car bomb"]),
        ("al-ghusri", None, ["Al-Ghusri"]),
        ("cafe*", None, ["Café", "cafés"]),
        ("car “car bomb” bomb", None, ["car bomb", "bomb"]),
        ("bomb -car", None, ["bomb", "bomb"]),
        ("fled OR nowhere", None, ["fled"]),
        ("“al ghus*”", None, ["Al-Ghusri"]),
        ("“cafes nowhere”", None, []),
        ("title:bomb car", None, ["car"]),
        ("title:bomb car", "title", ["car", "bomb", "bomb"]),
        ("source:bomb date:2016", "title", []),
        ("", None, []),
        ("bombs", None, ["bomb", "bomb"]),
        ("“bombs”", None, []),
        ("making", None, []),
        ("maker", None, ["makers"]),
        ("the bomb", None, ["bomb", "bomb"]),
        ("b?mb fl*d", None, ["bomb", "bomb", "fled"]),
        ("ghosri~", None, ["Ghusri"]),
        ("“makers bomb”~0", None, ["bomb", "makers"]),
        ("is:undated car", None, ["car"]),
    ],
)
def test_marks(query: str, within: FieldName | None, marked: list[str]) -> None:
    """Phrases are one mark, excluded words and other fields have none."""
    assert [TEXT[start:end] for start, end in marks(parse(query), TEXT, within)] == marked


def test_marks_follow_the_language_of_the_article() -> None:
    """A form is known by the stemmer of the article's language, as it was found."""
    query = parse("Brücke", languages=["de"])
    text = "Die Brücken. 老桥关闭"
    assert [text[start:end] for start, end in marks(query, text, language="de")] == ["Brücken"]


def test_what_a_looser_reading_found_is_marked() -> None:
    """Among the closest, the words are marked though the phrase is not there, and pairs of signs as pairs."""
    query = replace(parse("“老桥新”"), looser=(Word("老桥", "老桥", frozenset({"老桥"})),))
    text = "费尔马克市的老桥"
    assert [text[start:end] for start, end in marks(query, text, language="zh")] == ["老桥"]


def test_a_name_is_marked_in_each_spelling() -> None:
    """The spellings that were looked for are what is marked."""
    query = replace(parse("x"), tree=Name(("gasri",), "", (Word("gasri", ""), Phrase(("al", "ghusri"), ""))))
    assert [TEXT[start:end] for start, end in marks(query, TEXT)] == ["Al-Ghusri"]


ODD = (
    *("x1,400km/h", "1.5m", "(l’Orla’s", "l'Orla", "U.N.’s", "Un.N", "O'Brien-bridge's,", "\u200bbridge"),
    *("dying-DIE", "_bridge_", "bridge2", "2bridge", "éa", "a", "tie,Ties", "bri--dge-"),
    *("skies-sky", "hoping", "U.N.A.", "B'rid’ge", "abilities", "(orla", "3.25", "\u02bc x"),
)


@pytest.mark.parametrize("language", [None, "en", "en-GB", "de"])
@pytest.mark.parametrize("number", range(len(ODD)))
def test_every_word_of_odd_writing_is_marked(number: int, language: str | None) -> None:
    """Whatever stands around a word, what the index knows it by leads to it."""
    chunk = ODD[number]
    text = f"A town.\n{chunk} and\t{chunk}"
    for word in words(chunk):
        known_by = stem(word.folded, chunk[word.start : word.end], language)
        query = Query("", Word(word.folded, word.folded, frozenset({known_by})), "")
        found = marks(query, text, language=language)
        for before in (8, 8 + len(chunk) + 5):
            assert (before + word.start, before + word.end) in found
