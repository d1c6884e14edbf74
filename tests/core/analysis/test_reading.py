"""An article is marked in one go: only its body, in the order of the text, and whatever it is."""

import random
import sys
from types import FrameType

import pytest

from desktop_app.core.analysis.reading import analyse, body_sentences
from desktop_app.core.article import Article, Part

TEXT = (
    "Gate fails\n\n"
    "Mara Holm, the mayor of Velmark, said on Tuesday that 11 mills had burnt. She was angry.\n\n"
    "“Nobody was warned of it,” Holm told the Orla Post.\n\n"
    "Read more: 12 boats sink"
)
PARTS = (Part(0, 10, "title"), Part(12, 100, "body"), Part(102, 153, "body"), Part(155, 179, "furniture"))
ARTICLE = Article(TEXT, PARTS, title="Gate fails", published="2016-06-22", language="en")


def test_all_that_is_marked() -> None:
    """Every kind of evidence is found, in the body only, and speakers lead to names."""
    found = analyse(ARTICLE)
    assert [TEXT[start:end] for start, end in found.sentences] == [
        "Mara Holm, the mayor of Velmark, said on Tuesday that 11 mills had burnt.",
        "She was angry.",
        "“Nobody was warned of it,” Holm told the Orla Post.",
    ]
    assert [figure.low for figure in found.figures] == [11.0]
    assert "Mara Holm" in {name.name for name in found.names}
    assert [date.resolved for date in found.dates] == ["2016-06-21"]
    assert {each.speaker.name for each in found.quotations if each.speaker} == {"Mara Holm"}


def test_sentences_are_of_the_body() -> None:
    """An article without a body has none."""
    assert body_sentences(Article("Read more", (Part(0, 9, "furniture"),))) == ()
    assert body_sentences(Article("", ())) == ()


HOSTILE = {
    "empty": "",
    "signs": "“” ‘’ «» … — 。 ؟",
    "arabic": "قال محمد الغصري إن 11 طاحونة احترقت يوم الثلاثاء في فيلمارك. «لم يحذر أحد»، قال.",
    "chinese": "马拉·霍尔姆星期二说，有11座磨坊被烧毁。“没有人受到警告。”她说。",
    "mixed": "Mara Holm قالت “לא ידענו” on 11 יוני, 马拉说 \u200f11\u200f mills.",
    "marks that never close": "“ said Holm «" * 200,
    "figures": "11,000.5 – 12% of 3/4 km² (7.5 miles) at 11:30 on 9/11 " * 50,
    "controls": "\x00\u202e\ufeff\ud800 said 11 \u200f".encode("utf-8", "replace").decode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_the_text(name: str) -> None:
    """Marks lie within the text, in order, and each is the words it says."""
    text = HOSTILE[name]
    found = analyse(Article(text, (Part(0, len(text), "body"),), published="2016-06-22"))
    for marks in (found.quotations, found.figures, found.dates):
        assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
        assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    for each in found.names:
        assert all(text[mention.start : mention.end] == mention.text for mention in each.mentions)


MARKS = [*"“”‘’«»\"'.,:;()-–%$\n"]
ENGLISH = ["said", "Holm", "Mara", "al-", "11", "half a dozen", "since", "June", "that", "told", "the mayor"]
ARABIC = ["قال", "إن", "محمد", "الغصري", "11", "طاحونة", "يوم الثلاثاء", "في", "فيلمارك", "لم", "أحد", "أعلن", "،"]


@pytest.mark.parametrize("seed", range(30))
def test_random_texts(seed: int) -> None:
    """What the rules are made of, in any order, never makes them fail."""
    choice = random.Random(seed)
    language, pieces = choice.choice((("en", MARKS + ENGLISH), ("ar", ARABIC), (None, MARKS + ENGLISH + ARABIC)))
    text = " ".join(choice.choice(pieces) for _ in range(400))
    found = analyse(Article(text, (Part(0, len(text), "body"),), language=language))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in (*found.quotations, *found.figures))


def calls(text: str) -> int:
    """Return how many functions are called while a text is marked: its work, on whatever machine."""
    counted = 0

    def count(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        analyse(Article(text, (Part(0, len(text), "body"),), language="en"))
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "piece", ["Mara Holm and ", "12 mills ", "on Tuesday 3 May 2016 ", "قال العمدة ", "磨坊被烧毁"]
)
def test_the_work_grows_with_the_text_and_not_faster(piece: str) -> None:
    """One sentence of a megabyte, four times as long, is four times the work: not sixteen."""
    calls(piece)  # what is only read once
    assert calls(piece * 1600) < 6 * calls(piece * 400)
