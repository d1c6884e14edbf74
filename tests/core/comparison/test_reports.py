"""A report knows its sentences, and its words with names and synonyms as one term each."""

from desktop_app.core.comparison.reports import common_words, plain, quoted, synonyms
from tests.core.comparison.making import Made

MADE = (
    Made("The rebels fled from Mara Holm.", "Holm's forces did not rest.")
    .name("Mara Holm", "@holm")
    .name("Holm's", "@holm")
)


def test_names_and_synonyms_are_terms() -> None:
    """“Mara Holm” and “Holm” are one term, rebels are militants, and words that build sentences are none."""
    report = MADE.report(0)
    found = {report.text(term.start, term.end): term.key for term in report.terms(0, 99)}
    assert found == {
        "rebels": synonyms()["milit"],
        "fled": synonyms()["escap"],
        "Mara Holm": "@holm",
        "Holm's": "@holm",
        "forces": "forc",
        "rest": "rest",
    }
    assert [term.key for term in report.terms(32, 38)] == ["@holm"]


def test_a_letter_by_itself_is_no_term() -> None:
    """A party's letter tells nothing; a Chinese sign does, and so does a digit."""
    report = Made("Holm (D) voted 5 times 大.").report(0)
    assert [term.key for term in report.terms(0, 99)] == ["holm", synonyms().get("vote", "vote"), "5", "time", "大"]


def test_the_sentence_around_a_position() -> None:
    """A position in the title, between sentences or behind the last lies in none."""
    report = MADE.report(0)
    assert report.sentence(5) == (0, 31)
    assert report.sentence(32) == (32, 59)
    assert report.sentence(31) == (31, 31)
    assert report.sentence(99) == (99, 99)
    assert Made("").report(0).sentence(0) == (0, 0)


def test_the_name_behind_a_quotation() -> None:
    """It is the group of the speaker's name; who is not known is nobody."""
    made = Made("“No,” said Holm. “Yes,” they said.").name("Holm", "@holm")
    report = made.quotation("No", "Holm").quotation("Yes", "they").quotation("said").report(0)
    assert [report.speaker(each) for each in report.evidence.quotations] == ["@holm", "", ""]


def test_synonyms_are_of_one_group_only() -> None:
    """A word stands for one word; no synonym leads on to another."""
    assert set(synonyms().values()) <= set(synonyms())
    assert all(synonyms()[key] == key for key in synonyms().values())
    assert {"against", "number"} <= common_words()
    assert synonyms()["kill"] not in common_words()


def test_wordings_in_a_reason() -> None:
    """Each is named once, as it was first written."""
    assert plain("“Never,  HE said.”") == "never he said"
    assert quoted(["Over 20", "over 20", "some 30"]) == "“Over 20”, “some 30”"
