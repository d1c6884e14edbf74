"""The explanation says in plain English how a query was read."""

import pytest

from desktop_app.core.search.parse import parse


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "All articles."),
        ("bridge", "Articles with “bridge”."),
        ("car bomb checkpoint", "Articles with “car”, “bomb” and “checkpoint”."),
        ("“car bomb” OR a -Wire", "Articles with (the phrase “car bomb” or “a”), but without “Wire”."),
        ("a OR b", "Articles with “a” or “b”."),
        ("-a -b", "Articles without “a” and without “b”."),
        ("brid* title:Orla", "Articles with words beginning with “brid” and “Orla” in the title."),
        ("fire before:2016-06", "Articles with “fire” dated 31 May 2016 or earlier."),
        ("2016-06-12..2016-06-12", "Articles dated 12 June 2016."),
        ("after:2016 -date:2018", "Articles dated 1 January 2017 or later, but without "
         "a date of 1 January 2018 to 31 December 2018."),
        ("a OR (b -c)", "Articles with “a” or (“b” and no “c”)."),
        ("al-Ghu*", "Articles with the phrase “al-Ghu…”."),
    ],
)  # fmt: skip
def test_explanation(text: str, sentence: str) -> None:
    """Each kind of query has its sentence."""
    assert parse(text).explanation == sentence
