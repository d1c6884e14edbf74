"""Words that tell a time are found, and resolved no further than the text and its date of publication allow."""

import pytest

from desktop_app.core.analysis.evidence import DateExpression
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.analysis.times import date_expressions
from desktop_app.core.article import Article, Part

WEDNESDAY = "2016-06-22"


def expressions(text: str, published: str | None = WEDNESDAY, language: str = "en") -> tuple[DateExpression, ...]:
    article = Article(text, (Part(0, len(text), "body"),), published=published, language=language)
    return date_expressions(article, [(0, len(text))] if language == "de" else sentences(text))


def resolved(text: str, published: str | None = WEDNESDAY, language: str = "en") -> list[tuple[str, str | None]]:
    return [(found.text, found.resolved) for found in expressions(text, published, language)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("The gate broke on Tuesday.", "on Tuesday", "2016-06-21"),
        ("The gate broke on saturday night.", "on saturday night", "2016-06-18"),
        ("The mayor spoke Wednesday.", "Wednesday", "2016-06-22"),
        ("The gate broke last Wednesday.", "last Wednesday", "2016-06-15"),
        ("They meet again next Wednesday.", "next Wednesday", "2016-06-29"),
        ("The council will meet on Friday.", "on Friday", "2016-06-24"),
        ("The hearing is to be held on Friday.", "on Friday", "2016-06-24"),
        ("It has grown since April.", "since April", "2016-04"),
        ("The dam was opened in September.", "in September", "2015-09"),
        ("The dam was opened last June.", "last June", "2015-06"),
        ("Voting will begin in September.", "in September", "2016-09"),
        ("It fell last week.", "last week", "2016-W24"),
        ("It rose two weeks ago.", "two weeks ago", "2016-W23"),
        ("It rose three days ago.", "three days ago", "2016-06-19"),
        ("It rose 14 months ago.", "14 months ago", "2015-04"),
        ("It broke yesterday.", "yesterday", "2016-06-21"),
        ("Work starts tomorrow.", "tomorrow", "2016-06-23"),
        ("It closed earlier this month.", "earlier this month", "2016-06"),
        ("It closed late last year.", "late last year", "2015"),
        ("It burned on 5 June.", "on 5 June", "2016-06-05"),
        ("It burned on June 5th.", "on June 5th", "2016-06-05"),
        ("It broke on Sunday, June 19.", "on Sunday, June 19", "2016-06-19"),
        ("It was built in 1970.", "in 1970", "1970"),
        ("It was built in March 1970.", "in March 1970", "1970-03"),
        ("It was built on Jan. 5, 1970.", "on Jan. 5, 1970", "1970-01-05"),
        ("Dated 2015-02-28 by hand.", "2015-02-28", "2015-02-28"),
        ("Dated 28/02/2015 by hand.", "28/02/2015", "2015-02-28"),
    ],
)
def test_reckoned_from_publication(text: str, words: str, iso: str) -> None:
    """Each way of telling a time is resolved to the precision it has."""
    assert resolved(text) == [(words, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "The gate could open on Friday.",
        "Boats hope for rain in September.",
        "Dated 03/04/2015 by hand.",
        "The budget of fiscal 2015 was short.",
        "Harvests of 2014-15 were poor.",
        "The relatives of Sept. 11 victims came.",
    ],
)
def test_what_may_be_two_times_stays_unresolved(text: str) -> None:
    """Where a reader could not say which time is meant, neither do we, and the expression is still there."""
    (found,) = expressions(text)
    assert found.resolved is None
    assert found.precision is None
    assert found.rule


def test_rule_and_precision_are_told_in_words() -> None:
    """A reader sees why a weekday is that day."""
    (found,) = expressions("The gate broke on Tuesday.")
    assert found.rule == "the Tuesday on or before 22 Jun 2016, when it was published"
    assert (found.precision, found.start, found.end) == ("day", 15, 25)


def test_undated_article() -> None:
    """Without a date of publication only what is written with its year is resolved."""
    text = "On Tuesday, two weeks ago, last May and on 5 June it rained; on 5 June 2015 and in 2014 it did not."
    found = resolved(text, None)
    assert [iso for _, iso in found] == [None, None, None, None, "2015-06-05", "2014"]
    assert expressions(text, None)[0].rule == "it is not known when the article was published"


def test_only_the_month_of_publication_is_known() -> None:
    """A month is good enough for months and years, not for weekdays and weeks."""
    text = "It rained on Tuesday, last week, last month, in May and two years ago."
    assert [iso for _, iso in resolved(text, "2016-06")] == [None, None, "2016-05", "2016-05", "2014"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("The gate broke on Sunday. Two days later the mayor left.", ["2016-06-19", "2016-06-21"]),
        ("The gate broke on Sunday. The next day it was mended.", ["2016-06-19", "2016-06-20"]),
        ("Shots fell on Sunday. A day after the attack, police came.", ["2016-06-19", "2016-06-20"]),
        ("It came a day after Tuesday’s vote.", ["2016-06-22", "2016-06-21"]),
        ("He spoke on Sunday. It came a day after a clerk had said more.", ["2016-06-19", None]),
        ("Two days later the mayor left.", [None]),
        ("Police said on Sunday that a man was ill. Two days later he died.", ["2016-06-19", None]),
        ("It was lower in May than a year earlier.", ["2016-05", "2015"]),
        ("It began in May. Ten days later it was over.", ["2016-05", None]),
    ],
)
def test_chained(text: str, isos: list[str | None]) -> None:
    """“Two days later” counts from the time told before, but not from when something was said, nor too far."""
    assert [iso for _, iso in resolved(text)] == isos


@pytest.mark.parametrize(
    ("language", "text", "isos"),
    [
        ("de", "Am Dienstag brach das Tor, vor zwei Wochen der Damm.", ["2016-06-21", "2016-W23"]),
        ("de", "Am 5. Juni 2016, am 03.04.2015 und seit April.", ["2016-06-05", "2015-04-03", "2016-04"]),
        ("fr", "Mardi. Le 5 juin 2015 et en avril.", ["2016-06-21", "2015-06-05", "2016-04"]),
        ("fr", "Hier, il y a trois jours, vendredi dernier.", ["2016-06-21", "2016-06-19", "2016-06-17"]),
        ("fr", "Le 1er mai.", ["2016-05-01"]),
        ("es", "El martes y el 5 de junio de 2015.", ["2016-06-21", "2015-06-05"]),
        ("es", "Hace dos semanas y la semana pasada.", ["2016-W23", "2016-W24"]),
        ("ar", "يوم الثلاثاء، ٥ يونيو ٢٠١٥، وأمس.", ["2016-06-21", "2015-06-05", "2016-06-21"]),
        ("ar", "منذ أبريل، قبل ثلاثة أيام، الجمعة الماضي", ["2016-04", "2016-06-19", "2016-06-17"]),
        ("zh", "2016年6月5日，水位上升。", ["2016-06-05"]),
    ],
)
def test_other_languages(language: str, text: str, isos: list[str]) -> None:
    """Dates, weekdays and the common words for days are read in the languages that have a table."""
    assert [iso for _, iso in resolved(text, WEDNESDAY, language)] == isos


@pytest.mark.parametrize(
    "text",
    [
        "She may walk and march.",
        "May I ask?",
        "April Holm spoke.",
        "She reads USA Today on Black Friday.",
        "It takes two weeks.",
        "Some 2000 people came at 1500 GMT and paid $2012.",
        "In the last week alone it rained.",
        "Version 10.06.20 is out.",
    ],
)
def test_what_tells_no_time(text: str) -> None:
    """Names, verbs, counts, clock times and days that do not exist are no dates."""
    assert [iso for _, iso in resolved(text) if iso not in (None, "2016")] == []


def test_only_what_reports_is_read() -> None:
    """Title and caption are read like the body, page furniture is not; positions are those of the text."""
    text = "Flood since April\nShared on Monday\nIt rose on Tuesday."
    parts = (Part(0, 17, "title"), Part(18, 34, "furniture"), Part(35, len(text), "body"))
    article = Article(text, parts, published=WEDNESDAY)
    found = date_expressions(article, sentences(text, 35))
    assert [text[each.start : each.end] for each in found] == ["since April", "on Tuesday"]
    assert [each.text for each in found] == ["since April", "on Tuesday"]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2016-13-45", "unknown"])
def test_ends_of_the_calendar(published: str) -> None:
    """Days that the calendar does not have are left unresolved instead of failing."""
    text = "Last week, 999 years ago, 999 weeks ago, tomorrow, next month, on 29 February, in May, on Monday"
    assert len(expressions(text, published)) == 8


@pytest.mark.parametrize("piece", ["on Tuesday ", "5 ", "٥ يونيو ", "年月日2016年", "two days later ", "x", "May "])
def test_one_very_long_sentence(piece: str) -> None:
    """A sentence of any length, in any script, is read without failing."""
    text = piece * (40_000 // len(piece))
    assert all(found.text == text[found.start : found.end] for found in expressions(text))
