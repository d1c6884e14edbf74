"""Whatever is typed is read as something, and operators mean what the help says."""

import random
from datetime import date

import pytest

from desktop_app.core.search.marks import marks
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import And, DateRange, InField, Name, Node, Not, Or, Phrase, Prefix, Word


def word(text: str) -> Word:
    return Word(text, text)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("a b OR c", And((word("a"), Or((word("b"), word("c")))))),
        ("a AND b", And((word("a"), word("b")))),
        ("-a", Not(word("a"))),
        ("NOT NOT a", word("a")),
        ("NOT (a OR b)", Not(Or((word("a"), word("b"))))),
        ("a -", word("a")),
        ("a - b", And((word("a"), word("b")))),
        ("and or not", And((word("and"), word("or"), word("not")))),
        ("“Car bomb”", Phrase(("car", "bomb"), "")),
        ("„Car bomb“", Phrase(("car", "bomb"), "")),
        ("„Car bomb”", Phrase(("car", "bomb"), "")),
        ("«Car bomb»", Phrase(("car", "bomb"), "")),
        ('"car bomb', And((word("car"), word("bomb")))),
        ("al-Ghusri", Phrase(("al", "ghusri"), "")),
        ("al-Ghu*", Phrase(("al", "ghu"), "", open=True)),
        ("bomb*", Prefix("bomb", "")),
        ("smith,jones", And((word("smith"), word("jones")))),
        ("1,400", word("1400")),
        ("TITLE:a", InField("title", word("a"))),
        ("source:“Orla Post”", InField("source", Phrase(("orla", "post"), ""))),
        ("author:(a OR b)", InField("author", Or((word("a"), word("b"))))),
        ("-title:a", Not(InField("title", word("a")))),
        ("title: a", And((word("title"), word("a")))),
        ("title:", word("title")),
        ("name:May", Name(("may",), "")),
        ("name:(a -b)", Name(("a",), "", without=frozenset({"b"}))),
        ('name:("a c" -b -"d e")', Name(("a", "c"), "", without=frozenset({"b", "d e"}))),
        (
            "name:(a OR c -b)",
            Or((Name(("a",), "", without=frozenset({"b"})), Name(("c",), "", without=frozenset({"b"})))),
        ),
        ("name:(a c)", And((Name(("a",), ""), Name(("c",), "")))),
        ("name:(-b)", Not(Name(("b",), ""))),
        ("name:()", None),
        ("(((a", word("a")),
        ("a)))b", And((word("a"), word("b")))),
        ("a a", word("a")),
        ("date:2016", DateRange(date(2016, 1, 1), date(2016, 12, 31))),
        ("date:2016-2", DateRange(date(2016, 2, 1), date(2016, 2, 29))),
        ("2016-05..2016-10", DateRange(date(2016, 5, 1), date(2016, 10, 31))),
        ("2018..2016", DateRange(date(2016, 1, 1), date(2018, 12, 31))),
        ("date:..2016", DateRange(None, date(2016, 12, 31))),
        ("before:2016-06", DateRange(None, date(2016, 5, 31))),
        ("after:2016-06-12", DateRange(date(2016, 6, 13), None)),
        ("date:2016-13", Phrase(("date", "2016", "13"), "")),
        ("before:soon", Phrase(("before", "soon"), "")),
        ("wait..what", Phrase(("wait", "what"), "")),
    ],
)
def test_what_is_typed_is_read_as(text: str, tree: Node | None) -> None:
    """The tree is what the help promises."""
    assert parse(text).tree == tree


PIECES = ["(", ")", '"', "“", "”", "«", "-", "NOT ", "OR ", "AND ", " ", "a", "b*", "title:", "date:", "2016", ".."]


def test_nothing_typed_fails() -> None:
    """Any mixture of operators is read, explained and highlighted without an error."""
    chance = random.Random(7)
    for _ in range(2000):
        query = parse("".join(chance.choice([*PIECES, "-05", "北", "*", ",", "\0"]) for _ in range(12)))
        assert query.explanation.startswith(("Articles", "All articles"))
        marks(query, "a b 北 2016")


@pytest.mark.parametrize("piece", [*PIECES, "title:(", "-(", 'a"', "a OR ", "1,111", "NOT(", "9999..", "a'"])
def test_ten_thousand_signs_are_read(piece: str) -> None:
    """A very long query, however deep its brackets, is read."""
    query = parse((piece * 10_000)[:10_000])
    assert len(query.explanation) < 500
