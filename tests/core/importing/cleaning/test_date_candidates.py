"""Dates are offered with the words they rest on, and never chosen for the user."""

from desktop_app.core.article import Article, Part
from desktop_app.core.dates import doubt
from desktop_app.core.importing.cleaning.date_candidates import MOST, Candidate, candidates, readings


def article(*pieces: tuple[str, str], warnings: tuple[str, ...] = ()) -> Article:
    parts, at = [], 0
    for role, text in pieces:
        parts.append(Part(at, at + len(text), role))
        at += len(text) + 2
    return Article("\n\n".join(text for _, text in pieces), tuple(parts), language="en", warnings=warnings)


def test_an_unclear_date_has_two_readings() -> None:
    """Both are offered, the day first in the first, and nothing else beside them."""
    read = article(("date", "03/04/2016"), ("body", "On 1 May 2015 it rained."), warnings=(doubt("03/04/2016"),))
    assert candidates(read) == [
        Candidate("2016-04-03", "03/04/2016", unclear=True),
        Candidate("2016-03-04", "03/04/2016", unclear=True),
    ]


def test_what_can_be_read_in_one_way_has_no_two_readings() -> None:
    """The 25th is no month, the fourth of April is itself, and words are clear."""
    assert readings("25/04/2016") == readings("04/04/2016") == readings("4 April 2016") == []
    assert readings("31.02.2016") == []


def test_dates_of_the_first_lines_are_offered() -> None:
    """Lines about the article come first, then the article, then page furniture; each date once."""
    read = article(
        ("furniture", "Today is 9 June 2024"),
        ("date", "Updated 13 March 2024"),
        ("body", "The gate failed on 12 March 2024, two years after 1 May 2022.\nOn 12 March 2024 it rained."),
    )
    assert [found.iso for found in candidates(read)] == ["2024-03-13", "2024-03-12", "2022-05-01"]
    assert candidates(read)[0].words == "13 March 2024"
    assert len(candidates(read)) == MOST


def test_a_date_far_down_is_not_offered() -> None:
    """The hundredth line of an article tells of other days."""
    lines = [("body", "It rained in Velmark.")] * 100
    assert candidates(article(*lines, ("body", "On 1 May 2015 it stopped."))) == []
