"""What is said without marks is taken from its first word to its last."""

import pytest


def said(scene) -> list[str]:
    return [scene.text[scene.tokens[one.start].start : scene.tokens[one.stop - 1].end] for one in scene.contents]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Holm said that the river rose, and that a bridge fell.", ["the river rose, and that a bridge fell"]),
        ("Holm said the river rose, but Tessin said a bridge fell.", ["the river rose", "a bridge fell"]),
        ("Holm said the river rose, adding that a bridge fell.", ["the river rose", "a bridge fell"]),
        ("The river will rise again, Holm said on Monday.", ["The river will rise again"]),
        ("The river will rise again, said Holm.", ["The river will rise again"]),
        ("The river at Velmark, Holm said, will rise again.", ["The river at Velmark", "will rise again"]),
        ("According to Holm, the mayor of Velmark, the river rose.", ["the river rose"]),
        ("The river rose again, according to Holm.", ["The river rose again"]),
        ("The river rose again, Holm told Radio Tessin.", ["The river rose again"]),
        ("The river rose again, the records show.", ["The river rose again"]),
        ("The river rose again, Holm was quoted as saying by the Orla Post.", ["The river rose again"]),
        ("It was the day on which, according to Holm, the river rose.", ["the river rose"]),
        ("Tessin met Holm, who said the river rose, and left.", ["the river rose"]),
        ("Asked whether Holm said the river rose, Tessin left.", ["the river rose"]),
        ("Holm denied the old report and has left the town.", ["the old report"]),
        (
            "Holm said that if it rains, she expects that a bridge will fall.",
            ["if it rains, she expects that a bridge will fall"],
        ),
        ("Holm said Tessin believes that the river rose.", ["Tessin believes that the river rose"]),
        ("Holm called it “a disgrace”.", ["it “a disgrace”"]),
    ],
)
def test_contents(read, text: str, contents: list[str]) -> None:
    """It ends with the sentence, at a comma that belongs to the frame, or where somebody else begins to speak."""
    assert said(read(text)) == contents


@pytest.mark.parametrize(
    "text",
    [
        "In a speech on Monday, Holm said: “Rain fell.”",
        "“Rain fell,” Holm said in an interview a day ahead of the vote.",
        "In nearby Velmark, Holm began hearing evidence.",
        "“Rain fell,” Holm said in 2014, according to Tessin.",
        "I think that the river rose.",
        "Holm said so.",
        "“Rain fell,” Holm said at the school where he was once a pupil.",
    ],
)
def test_no_contents(read, text: str) -> None:
    """Words that lead into a sentence, that follow a quotation, or that are the reporter's own are not reported."""
    assert said(read(text)) == []


def test_an_arabic_verb_looks_ahead(read) -> None:
    """In Arabic the verb stands before what is said, so what stands before the verb is not reported."""
    assert said(read("قال هولم إن الجسر سقط في النهر.", "ar")) == ["الجسر سقط في النهر"]
    assert said(read("سقط الجسر في النهر، وصرحت المتحدثة للصحافيين", "ar")) == []
