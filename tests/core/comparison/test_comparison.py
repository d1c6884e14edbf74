"""A comparison says what each pair shares, groups it in rows, and counts the shares."""

import pytest

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import Comparison, Passage, _rows, compare
from desktop_app.core.comparison.rows import Span
from desktop_app.core.errors import UserError

QUOTE = "“We will open the old bridge of Velmark to every citizen tomorrow morning”"
WIRE = (
    "The river Orla flooded eleven villages above Velmark before dawn on Monday and carried away two mills, a barn "
    "and the footbridge at Holm, the regional water office reported, warning of further rain."
)


def article(*paragraphs: str) -> Article:
    text, parts = "", []
    for words in paragraphs:
        parts.append(Part(len(text), len(text) + len(words), "body"))
        text += words + "\n\n"
    return Article(text, tuple(parts))


POST = article("Calm returned on Friday.", f"{QUOTE}, Mara Holm said.")
COURIER = article(f"Holm was firm. {QUOTE}, she told us.", "Trains run again.")
RADIO = article("Nothing at all was heard from the coast.", f"The mayor: {QUOTE}.")


def test_one_quotation_in_three_reports_is_one_row() -> None:
    """Three passages of pairs are one matter, and so one row, with a span in each report."""
    found = compare([POST, COURIER, RADIO])
    assert len(found.passages) == 3
    (row,) = found.of("passages")
    wording = [a.text[span.start : span.end] for span, a in zip(row.spans, (POST, COURIER, RADIO), strict=True)]
    assert wording == [QUOTE] * 3


def test_a_quotation_does_not_chain_long_reports() -> None:
    """A short quotation inside a shared wire story stays a row of its own beside the story's row."""
    story = f"{WIRE} {QUOTE}, mayor Holm said. {WIRE.replace('Monday', 'Tuesday').replace('villages', 'hamlets')}"
    rows = compare([article(story), article(story), RADIO]).of("passages")
    assert sorted(len(row.spans) for row in rows) == [2, 3]
    assert all(row.of(2) is None for row in rows if row.spans[0].end - row.spans[0].start > 2 * len(QUOTE))


def test_rows_follow_the_first_article() -> None:
    """Rows come in the order of the first article that has them."""
    between = " ".join(f"word{i}" for i in range(40))
    a, b = (
        article(WIRE, between, f"{QUOTE}, she said."),
        article(f"{QUOTE}, she said.", between.upper()[::-1], WIRE),
    )
    rows = compare([a, b]).of("passages")
    assert [a.text[row.spans[0].start] for row in rows] == ["T", "“"]


def test_share_counts_body_words() -> None:
    """The share is of the words of the article itself, so it differs from side to side."""
    found = compare([article(WIRE), article(WIRE, " ".join(f"word{i}" for i in range(33)))])
    assert found.shared_share == ((0.0, 1.0), (0.5, 0.0))


def test_nothing_shared() -> None:
    """Reports without shared wording have no passages, no rows and no shares."""
    assert compare([article("Rain."), article("")]) == Comparison(
        rows={"passages": ()}, shared_share=((0.0, 0.0), (0.0, 0.0))
    )


@pytest.mark.parametrize("count", [0, 1, 7])
def test_two_to_six(count: int) -> None:
    """Fewer than two or more than six are refused with a sentence."""
    with pytest.raises(UserError, match="takes 2 to 6 articles"):
        compare([POST] * count)


def test_a_passage_joins_only_a_row_it_agrees_with_everywhere() -> None:
    """A passage that meets a row in one article but lies elsewhere in another begins its own row."""
    ab = Passage((Span(0, 0, 100), Span(1, 0, 100)), 1.0)
    bc = Passage((Span(1, 10, 100), Span(2, 0, 90)), 0.9)
    elsewhere = Passage((Span(0, 500, 590), Span(2, 0, 90)), 0.8)
    assert [row.spans for row in _rows([ab, bc, elsewhere], [article("word " * 200)] * 3)] == [
        (Span(0, 0, 100), Span(1, 0, 100), Span(2, 0, 90)),
        (Span(0, 500, 590), Span(2, 0, 90)),
    ]
