"""One piece of a query is read as a word, a shape, a phrase or a date."""

from datetime import date

import pytest

from desktop_app.core.search.query import And, DateRange, Fuzzy, Near, Node, Or, Phrase, Prefix, Wildcard, Word
from desktop_app.core.search.terms import Reading

READING = Reading(frozenset(["en"]), date(2016, 11, 21))


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        ("run", "Bridge,", Word("bridge", "")),
        ("run", "bridge?", Word("bridge", "")),
        ("run", "bri*", Prefix("bri", "")),
        ("run", "br?dge", Wildcard("br?dge", "")),
        ("run", "*Bridge", Wildcard("*bridge", "")),
        ("run", "b*d?e", Wildcard("b*d?e", "")),
        ("run", "al-gh?sri", And((Word("al", ""), Wildcard("gh?sri", "")))),
        ("run", "watch?v=x", Phrase(("watch", "v", "x"), "")),
        ("run", "gadafi~", Fuzzy("gadafi", 2, "")),
        ("run", "orla~", Fuzzy("orla", 1, "")),
        ("run", "orla~2", Fuzzy("orla", 2, "")),
        ("run", "al-ghusri~", Phrase(("al", "ghusri"), "")),
        ("run", "~", None),
        ("phrase", "Bridge", Phrase(("bridge",), "")),
        ("phrase", "", None),
        ("near", "“car bomb”~3", Near(("car", "bomb"), 3, "")),
        ("near", "“car”~3", Phrase(("car",), "")),
        ("maybe_date", "2016", Or((Word("2016", ""), DateRange(date(2016, 1, 1), date(2016, 12, 31))))),
        ("maybe_date", "9999", Word("9999", "")),
        ("dates", "date:“last month”", DateRange(date(2016, 10, 1), date(2016, 10, 31))),
        ("dates", "before:yesterday", DateRange(None, date(2016, 11, 19))),
        ("dates", "after:June 2016", DateRange(date(2016, 7, 1), None)),
        ("dates", "date:0000", Phrase(("date", "0000"), "")),
    ],
)
def test_a_piece_is_read_as(kind: str, text: str, term: Node | None) -> None:
    """Each piece has one meaning."""
    assert READING.term(kind, text) == term


def test_light_words_are_told_from_names_in_capitals() -> None:
    """“us” is a small word, “US” is a country, unless everything is in capitals."""
    assert [_light(READING, text) for text in ("us", "US", "troops")] == [True, False, False]
    assert _light(Reading(frozenset(["en"]), date(2016, 1, 1), loud=True), "US")


def _light(reading: Reading, text: str) -> bool:
    term = reading.term("run", text)
    assert isinstance(term, Word)
    return term.light
