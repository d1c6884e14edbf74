"""The explanation says in plain English how a query was read."""

import pytest

from desktop_app.core.search.explain import explain_closest
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
         "a date of 2018."),
        ("a OR (b -c)", "Articles with “a” or (“b” and no “c”)."),
        ("al-Ghu*", "Articles with the phrase “al-Ghu…”."),
        ("“al ghu*”", "Articles with the phrase “al ghu…”."),
        ("“the”", "Articles with exactly “the”."),
        ("the bridge of Orla", "Articles with “bridge” and “Orla”. “the” and “of” need not be in them."),
        ("the of", "Articles with “the” and “of”."),
        ("br?dge", "Articles with words of the shape “br?dge”."),
        ("gadafi~", "Articles with “gadafi” or words one or two letters away."),
        ("orla~", "Articles with “orla” or words a letter away."),
        ("“car bomb”~5", "Articles with “car” and “bomb” with at most 5 words between them."),
        ("name:(Gasri -gosry -ghusri)",
         "Articles with the name “Gasri” in any spelling (but not as “ghusri” or “gosry”)."),
        ("name:Gasri place:Velmark",
         "Articles with the name “Gasri” in any spelling and “Velmark” in the dateline."),
        ("is:undated language:Arabic", "Articles without a date, in the language “Arabic”."),
        ("in:“Orla 2016” bridge -tag:x", "Articles in the collection “Orla 2016” and with “bridge”, "
         "but without articles with the tag “x”."),
        ("fire 2016", "Articles with “fire” and “2016” (in the text, or as the date 2016)."),
        ("date:2016-05", "Articles dated May 2016."),
    ],
)  # fmt: skip
def test_explanation(text: str, sentence: str) -> None:
    """Each kind of query has its sentence."""
    assert parse(text).explanation == sentence


def test_a_pasted_text_is_explained_shortly() -> None:
    """The explanation breaks off between two words, with one sign that it does."""
    said = parse(" ".join(f"w{n}" for n in range(90))).explanation
    assert said.startswith("Articles with “w0”, “w1”, ")
    assert said.endswith("” …")
    assert len(said) < 170


def test_the_closest_are_told() -> None:
    """The sentence never claims of an article what it has not."""
    read = parse("the car bomb").explanation
    assert explain_closest(read, 0) == (
        "There is no article with “car” and “bomb”. “the” need not be in them. The closest are shown."
    )
    assert explain_closest(read, 1).endswith(
        ". The one that has all comes first; the closest of the others follow."
    )
    assert " The 1,200 that have all come first" in explain_closest(read, 1200)
