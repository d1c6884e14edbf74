"""Columns are levelled without crossing, and every paragraph is shown once."""

import random
from itertools import combinations

import pytest

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison.columns import anchors, blocks, paragraphs
from desktop_app.core.comparison.rows import Row, Span


def article(*paragraphs: str) -> Article:
    text, parts = "", []
    for words in paragraphs:
        parts.append(Part(len(text), len(text) + len(words), "body"))
        text += words + "\n"
    return Article(text, tuple(parts))


def row(**places: int) -> Row:
    """Return a row of ten characters in articles a, b, c ... beginning at these places."""
    return wording(*(Span("abcdef".index(name), place, place + 10) for name, place in places.items()))


def wording(*spans: Span) -> Row:
    """Return a row of shared wording."""
    return Row("", "same", tuple(tuple(span for span in spans if span.article == i) for i in range(6)))


def test_paragraphs_split_at_blank_lines() -> None:
    """A body part with blank lines in it is several paragraphs; other parts are none."""
    text = "Title\nOne\nstill one\n \nTwo\nAd"
    parts = (Part(0, 5, "title"), Part(6, 25, "body"), Part(26, 28, "furniture"))
    found = paragraphs(Article(text, parts))
    assert [text[a:b] for a, b in found] == ["One\nstill one", "Two"]


def test_the_largest_set_that_does_not_cross() -> None:
    """One row out of order is left out, not the three that it crosses."""
    kept = [row(a=0, b=100), row(a=50, b=200), row(a=100, b=300)]
    assert anchors([*kept, row(a=300, b=0)]) == kept


def test_rows_of_different_columns_do_not_go_round_in_a_circle() -> None:
    """Three rows that never cross in pairs may still have no common order: then two are kept."""
    circle = [row(a=0, b=100), row(b=0, c=100), row(a=100, c=0)]
    assert len(anchors(circle)) == 2


def test_nothing_to_level() -> None:
    """Without rows there are no anchors."""
    assert anchors([]) == []


def test_linked_paragraphs_share_a_block() -> None:
    """What comes before a shared passage stands beside each other, and the passage stands level."""
    a, b = article("a0", "a1", "shared-a", "a3"), article("shared-b", "b1")
    link = wording(Span(0, 6, 14), Span(1, 0, 8))
    found = blocks([a, b], [link])
    shown = [[[x.text[s:e] for s, e in cell] for x, cell in zip((a, b), block, strict=True)] for block in found]
    assert shown == [[["a0", "a1"], []], [["shared-a"], ["shared-b"]], [["a3"], ["b1"]]]


@pytest.mark.parametrize("seed", range(60))
def test_every_paragraph_once_and_in_order(seed: int) -> None:
    """Whatever the rows are, no text is lost, doubled or moved, and anchored paragraphs share a block."""
    choice = random.Random(seed)
    articles = [
        article(*("x" * choice.randrange(1, 40) for _ in range(choice.randrange(0, 12))))
        for _ in range(choice.randrange(2, 7))
    ]
    rows = []
    for _ in range(choice.randrange(0, 15)):
        spans = []
        for i in sorted(choice.sample(range(len(articles)), choice.randrange(2, len(articles) + 1))):
            if articles[i].parts:
                first = choice.choice(articles[i].parts)
                last = choice.choice([part for part in articles[i].parts if part.start >= first.start][:3])
                spans.append(Span(i, choice.randrange(first.start, first.end), last.end))
        if len(spans) > 1:
            rows.append(wording(*spans))
    found = blocks(articles, rows)
    for i, one in enumerate(articles):
        assert [place for block in found for place in block[i]] == paragraphs(one)
    levelled = anchors(rows)
    for one in levelled:
        homes = [
            {
                n
                for n, block in enumerate(found)
                for start, end in block[s.article]
                if start < s.end and s.start < end
            }
            for s in one.spans
        ]
        assert all(home == homes[0] and len(home) == 1 for home in homes)
    for one, other in combinations(levelled, 2):
        assert all((p := other.of(s.article)) is None or s.end <= p.start for s in one.spans)


def test_a_report_that_shares_nothing_goes_along_with_the_others() -> None:
    """It stands beside them from the first line, not above them on pages of its own."""
    linked = article("The gate broke.", "The river rose.")
    alone = article("Rain fell.", "Wind blew.", "Night came.")
    found = blocks([linked, linked, alone], [row(a=0, b=0), row(a=16, b=16)])
    assert [[len(cell) for cell in block] for block in found] == [[1, 1, 1], [1, 1, 1], [0, 0, 1]]
