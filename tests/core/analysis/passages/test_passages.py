"""Shared wording is found, its borders are right, and what is only alike in subject is not taken for it."""

import random

import pytest

from desktop_app.core.analysis.passages import SharedPassage, shared_passages
from desktop_app.core.article import Article, Part, Role

QUOTE = "“We will open the old bridge of Velmark to every citizen tomorrow morning”"
FIRST = f"The Orla fell again on Friday. {QUOTE}, said mayor Mara Holm, who had not slept for two days."
SECOND = f"Radio Tessin reported calm nights. As Holm put it: {QUOTE}. Trains to the coast are running."


def article(*pieces: str | tuple[Role, str]) -> Article:
    """Return an article of paragraphs; those without a role are body."""
    text, parts = "", []
    for piece in pieces:
        role, words = piece if isinstance(piece, tuple) else ("body", piece)
        parts.append(Part(len(text), len(text) + len(words), role))
        text += words + "\n\n"
    return Article(text, tuple(parts))


def wordings(a: Article, b: Article) -> list[tuple[str, str]]:
    return [(a.text[slice(*found.first)], b.text[slice(*found.second)]) for found in shared_passages(a, b)]


def test_one_quotation_is_one_passage_with_its_marks() -> None:
    """The passage runs from the opening to the closing quotation mark, and no farther."""
    assert wordings(article(FIRST), article(SECOND)) == [(QUOTE, QUOTE)]


def test_a_word_that_differs_is_inside_the_passage() -> None:
    """One changed word neither hides a passage nor cuts it in two."""
    changed = QUOTE.replace("citizen", "resident")
    a, b = article(FIRST), article(SECOND.replace(QUOTE, changed))
    assert wordings(a, b) == [(QUOTE, changed)]
    assert 0.8 < shared_passages(a, b)[0].likeness < 1


def test_what_only_one_report_goes_on_to_say_is_left_out() -> None:
    """A longer quotation shares only the words that both have."""
    longer = "“We will open the old bridge of Velmark to every citizen tomorrow morning and we will mend the road”"
    found = wordings(article(FIRST), article(SECOND.replace(QUOTE, longer)))
    assert found == [(QUOTE, longer[: longer.index(" and we")])]


@pytest.mark.parametrize(
    "other",
    [
        "The mayor of Velmark, Mara Holm, spoke about the old bridge on Friday. Citizens wait for the morning.",
        "We will open the old mill, said the baker, to every child on Sunday evening.",
        "It is one of the most that there is, and at the end of the day it has to be said that we will.",
    ],
)
def test_the_same_matter_in_other_words_is_no_passage(other: str) -> None:
    """Same names, same subject and common phrases are not shared wording."""
    assert wordings(article(FIRST), article(other)) == []


def test_eight_words_are_too_few() -> None:
    """A short turn of phrase that two reports happen to use is not claimed."""
    phrase = "old wooden bridge over the swollen river Orla"
    assert wordings(article(f"Ducks like the {phrase} best."), article(f"Nobody saw any {phrase} there.")) == []


def test_only_the_body_is_compared() -> None:
    """Titles, captions, rights and page furniture may be the same without anyone sharing a report."""
    for role in ("title", "caption", "rights", "furniture", "byline"):
        assert wordings(article((role, QUOTE), "Rain."), article((role, QUOTE), "Sun.")) == []


def test_a_reworded_copy_is_found() -> None:
    """A long copy with every fifth word replaced is one passage."""
    choice = random.Random(5)
    copied = [f"{choice.choice(('bri', 'wat', 'tow', 'flo', 'men'))}{choice.randrange(400)}q" for _ in range(120)]
    changed = [f"new{i}z" if i % 5 == 0 else word for i, word in enumerate(copied)]
    a = article("Before it came this. " + " ".join(copied) + ".", "Something else entirely.")
    b = article("Rain fell all night long.", " ".join(changed), "Nothing more was known.")
    (found,) = shared_passages(a, b)
    assert found.first[1] - found.first[0] > 0.9 * len(" ".join(copied))


def test_arabic_wording() -> None:
    """A shared Arabic sentence is found, with vowel points in one report and without in the other."""
    plain = "سنفتح الجسر القديم غدا صباحا أمام جميع سكان المدينة إذا انخفض منسوب المياه"
    pointed = plain.replace("الجسر", "الجِسْر")
    found = wordings(article(f"قال العمدة: “{plain}”، ثم غادر."), article(f"وأضاف: “{pointed}”."))
    assert found == [(f"“{plain}”", f"“{pointed}”")]


def test_chinese_wording_needs_more_characters() -> None:
    """A Chinese character is less than a word: a sentence is found, a name and a title are not."""
    said = "如果水位下降我们明天早上将向所有市民重新开放老桥"
    assert wordings(article(f"市长说：「{said}」。"), article(f"据报道：「{said}」，他走了。")) == [
        (f"「{said}」",) * 2
    ]
    assert (
        wordings(article("奥拉河畔费尔马克市市长昨天来了。"), article("雨停后奥拉河畔费尔马克市市长走了。")) == []
    )


def test_passages_are_the_same_from_either_side() -> None:
    """Comparing the second with the first gives the same passages, turned round."""
    a, b = article(FIRST, "Snow.", SECOND), article("Sun.", SECOND)
    turned = [SharedPassage(found.second, found.first, found.likeness) for found in shared_passages(b, a)]
    assert sorted(turned, key=lambda found: found.first) == shared_passages(a, b)


@pytest.mark.parametrize("text", ["", "river", "river " * 5000, "x" * 50_000, "?! … “”"])
def test_odd_texts_share_nothing(text: str) -> None:
    """Empty, endless and repetitive texts end quickly and are not called shared."""
    assert shared_passages(article(text), article(text)) == []


MARKET = (
    "The Velmark grain index {0} {1} points, or {2} percent, to {3}. The broader Orla mills index {4} {5} points, "
    "or {6} percent, while the Tessin timber index {7} {8} percent"
)
MONDAY = ("rose", "12.5", "0.4", "1,240", "added", "7.1", "0.9", "climbed", "1.6")


def test_a_formula_with_other_figures_is_no_passage() -> None:
    """Reports of two market days are worded alike, but nobody copied; with the same figures it is a copy."""
    friday = ("fell", "31", "2.2", "1,198.30", "lost", "18", "1.1", "slid", "3.5")
    same_figures = [
        on_monday if on_monday[0].isdigit() else word for word, on_monday in zip(friday, MONDAY, strict=True)
    ]
    monday = article(MARKET.format(*MONDAY))
    assert wordings(monday, article(MARKET.format(*friday))) == []
    assert len(wordings(monday, article(MARKET.format(*same_figures)))) == 1


def test_what_is_copied_among_other_figures_is_a_passage() -> None:
    """Two reports that tell an event with figures of their own still share what somebody said, and only that."""
    said = "“We had no time to lower the boards,” said Mayor Vera Tallin."
    one = article(
        f"The dam above Velmark broke on Tuesday and at least 12 people were killed, said Samir Tessin, spokesman. "
        f"{said} Some 1,200 people were evacuated. The Orla Rescue Service and the Velmark River Guard sent boats."
    )
    other = article(
        f"At least 14 people were killed when the dam above Velmark broke, Samir Tessin said. {said} About 900 "
        "people were evacuated. Boats of the Orla Rescue Service came first, those of the River Guard at noon."
    )
    assert wordings(one, other) == [(said, said)]
