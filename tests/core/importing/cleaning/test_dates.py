"""A date is read only where it can be read in one way."""

import pytest

from desktop_app.core.importing.cleaning.dates import is_date_line, stated_date, tells_of_change, words_beside_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-05-14T07:30:00+02:00", "2024-05-14"),
        ("Tuesday, May 14, 2024", "2024-05-14"),
        ("14th of May 2024", "2024-05-14"),
        ("14. März 2024", "2024-03-14"),
        ("14 de mayo de 2024", "2024-05-14"),
        ("1er août 2024", "2024-08-01"),
        ("14 мая 2024", "2024-05-14"),
        ("١٤ مايو ٢٠٢٤", None),
        ("14 مايو 2024", "2024-05-14"),
        ("14 במאי 2024", "2024-05-14"),
        ("2024年5月14日", "2024-05-14"),
        ("2024.05.14", "2024-05-14"),
        ("14/05/2024", "2024-05-14"),
        ("05/14/2024", "2024-05-14"),
        ("05/05/2024", "2024-05-05"),
        ("May 2024", "2024-05"),
        ("14.05.1912:44", None),
    ],
)
def test_dates_as_they_are_written(words: str, iso: str | None) -> None:
    """Each usual way to write a day is understood."""
    found = stated_date(words)
    assert (found and found.iso) == iso


@pytest.mark.parametrize("words", ["03/04/2016", "03.04.2016", "3-4-2016"])
def test_two_readings_are_none(words: str) -> None:
    """A date that may be March or April is not guessed."""
    found = stated_date(words)
    assert found is not None
    assert found.iso is None


@pytest.mark.parametrize(
    ("words", "language", "iso"),
    [
        ("03.04.2016", "de", "2016-04-03"),
        ("03/04/2016", "fr", "2016-04-03"),
        ("03/04/2016", "en-GB", "2016-04-03"),
        ("03.04.2016", "en-at", "2016-04-03"),
        ("03/04/2016", "en", None),
        ("03/04/2016", "en-US", None),
        ("03/04/2016", "fr-CA", None),
        ("03/04/2016", "ja", None),
    ],
)
def test_the_language_may_decide(words: str, language: str, iso: str | None) -> None:
    """Where nobody writes the month first there is one reading; English alone does not tell, nor does Canada."""
    found = stated_date(words, language)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "words", ["31 June 2024", "2024-13-01", "the bridge cost 48 million", "call 0170/2024", "2024.05.14.3"]
)
def test_no_date_is_no_date(words: str) -> None:
    """Days that do not exist and other numbers are left alone."""
    assert stated_date(words) is None


@pytest.mark.parametrize("line", ["Published: Tuesday, 14 May 2024, 10:32 am", "14.05.2024", "نشر في 14 مايو 2024"])
def test_a_line_may_be_all_date(line: str) -> None:
    """A date with the words and times that go with dates is a date line."""
    assert is_date_line(line)


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    """A story that names a day does not state its own."""
    assert not is_date_line("The bridge was closed on 14 May 2024")
    assert words_beside_date("The bridge was closed on 14 May 2024") == 4 - 1
    assert words_beside_date("no date at all") is None


def test_a_change_is_not_the_publication() -> None:
    """“Updated” says when a page was changed."""
    assert tells_of_change("Last updated 14 May 2024")
    assert not tells_of_change("Published 14 May 2024")
