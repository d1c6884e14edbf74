"""What is typed is cut where people mean it to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.search import pieces as pieces_module
from desktop_app.core.search.pieces import pieces

FRAGMENTS = (
    *("date:", "After:", "“", '"', ",", ".", "..", " ", "-", "(", ")", "~", "title:", "OR", "bridge", "12", "2016"),
    *("2016-05", "June", "dec", "TODAY", "yesterday", "laſt", "last", "this", "past", "week", "months", "٢٠١٦"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b", "run:a run:b"),
        ("smith,jones 1,400", "run:smith run:jones run:1,400"),
        ("-a - b", "not:- run:a run:- run:b"),
        ("a OR b or c", "run:a or:OR run:b run:or run:c"),
        ("title:a title: a", "field:title: run:a run:title: run:a"),
        ("(a)", "open:( run:a close:)"),
        ("“a b”~5 'c'", "near:“a b”~5 run:'c'"),
        ('"a "b', "phrase:a  run:b"),
        ("2016, 2016-05", "maybe_date:2016 maybe_date:2016-05"),
        ("2016..2017 12016", "dates:2016..2017 run:12016"),
        ("date:june 2016 12 May 2016", "dates:date:june 2016 maybe_date:12 May 2016"),
        ("Last  Month's last month", "maybe_date:Last  Month run:'s maybe_date:last month"),
    ],
)
def test_pieces(text: str, expected: str) -> None:
    """Each kind of piece is known by its signs."""
    assert " ".join(f"{kind}:{said}" for kind, said, *_ in pieces(text)) == expected


def test_a_long_text_in_capitals_has_no_operators() -> None:
    """Who pastes a headline in capitals does not mean OR; who writes two words does."""
    kinds = {piece.kind for piece in pieces("WHAT IS KNOWN OR NOT KNOWN AND SAID OF THE LIBRARY")}
    assert kinds == {"run"}
    assert "or" in {piece.kind for piece in pieces("CAR OR BUS")}


@given(st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_no_date_is_overlooked(text: str) -> None:
    """Texts are first looked through for what every date has; what has none of it is read as without dates."""
    if not pieces_module._IN_A_DATE.search(text):
        kinds = {match.lastgroup for match in pieces_module._piece(dated=True).finditer(text)}
        assert not kinds & {"dates", "maybe_date"}
