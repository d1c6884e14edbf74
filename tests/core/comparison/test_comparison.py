"""A comparison says what each pair shares, groups it in rows, and counts the shares."""

import pytest

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import compare
from desktop_app.core.comparison.rows import Span
from desktop_app.core.comparison.said import Pair, Said, anchored
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


def test_one_wire_story() -> None:
    """Two papers that print one story are one origin; a third that quotes from it is not."""
    assert compare([article(WIRE), RADIO, article(WIRE, "More rain is expected.")]).wire == ((0, 2),)


def test_nothing_shared() -> None:
    """Reports without anything in common have passages and shares of nothing, and each sentence is only here."""
    found = compare([article("Rain."), article("")])
    assert (found.passages, found.shared_share) == ((), ((0.0, 0.0), (0.0, 0.0)))
    assert dict(found.rows) == {"figures": (), "quotations": (), "names": (), "passages": (), "statements": ()}
    assert found.only_here == (Span(0, 0, 5),)
    assert [event.kind for event in found.timeline] == ["reported", "reported"]


@pytest.mark.parametrize("count", [0, 1, 7])
def test_two_to_six(count: int) -> None:
    """Fewer than two or more than six are refused with a sentence."""
    with pytest.raises(UserError, match="takes 2 to 6 articles"):
        compare([POST] * count)


FIRE = (
    article("The blaze in Velmark killed 11 people on Tuesday, mayor Mara Holm said.", f"{QUOTE}, Holm said."),
    article(
        "Mayor Mara Holm said 12 people were killed by the fire; Pavel Orlan, the miller, fled.",
        "Ferries run again.",
    ),
)


def test_every_kind_of_row() -> None:
    """The evidence of both reports is laid side by side, and what has no counterpart is only here."""
    found = compare(FIRE)
    assert [row.mark for row in found.of("figures")] == ["differs"]
    assert "only-here" in {row.mark for row in found.of("quotations")}
    assert "Mara Holm" in {row.label for row in found.of("names")}
    only = [FIRE[span.article].text[span.start : span.end] for span in found.only_here]
    assert "Ferries run again." in only
    assert not any("11 people" in sentence or "12 people" in sentence for sentence in only)


def test_what_the_user_has_said() -> None:
    """A rejected pair of figures is two rows, an excluded figure none, and a link is a statement of the user's."""
    (row,) = compare(FIRE).of("figures")
    eleven, twelve = (anchored(span, FIRE) for span in row.spans)
    rejected = compare(FIRE, said=Said(rejected=(Pair("figures", eleven, twelve),)))
    assert [row.mark for row in rejected.of("figures")] == ["only-here", "only-here"]
    excluded = compare(FIRE, said=Said(excluded=(eleven,)))
    assert [row.spans for row in excluded.of("figures")] == [(row.of(1),)]
    ferries = anchored(Span(1, FIRE[1].text.index("Ferries"), len(FIRE[1].text) - 2), FIRE)
    linked = compare(FIRE, said=Said(linked=((eleven, ferries),)))
    assert [row.by for row in linked.of("statements")].count("user") == 1
    assert not any(FIRE[1].text[span.start :].startswith("Ferries") for span in linked.only_here if span.article)


def test_names_the_user_has_joined() -> None:
    """They are one row whatever the rules say of them."""
    rows = compare(FIRE, said=Said(joined=(("Mara Holm", "Pavel Orlan"),))).of("names")
    assert [len(row.cells[1]) for row in rows if row.by == "user"] == [2]
