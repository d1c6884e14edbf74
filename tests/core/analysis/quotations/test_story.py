"""Who spoke is remembered from sentence to sentence, and forgotten in time."""

import pytest

from desktop_app.core.analysis.evidence import Quotation
from desktop_app.core.analysis.quotations import quotations
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part


def told(*paragraphs: str) -> list[Quotation]:
    """Return the quotations in marks of an article of these paragraphs."""
    text = "\n\n".join(paragraphs)
    article = Article(text, (Part(0, len(text), "body"),), language="en")
    return [one for one in quotations(article, sentences(text)) if one.kind != "indirect"]


def speakers(*paragraphs: str) -> list[str | None]:
    return [one.speaker.text if one.speaker else None for one in told(*paragraphs)]


def test_carried_on_in_a_paragraph() -> None:
    """A second quotation without a speaker belongs to who spoke before it in the paragraph."""
    first, second = told("“It rose,” said Mara Holm. “It will rise again.”")
    assert first.speaker == second.speaker
    assert second.rule == "carried on from the same paragraph"


def test_carried_on_behind_reported_speech() -> None:
    """A quotation behind “X said that …” is X's own words."""
    assert speakers("Mara Holm said that it rose. “It will rise again.”") == ["Mara Holm"]


def test_opened_again_in_the_next_paragraph() -> None:
    """A quotation that is opened again and closed once is one speaker's throughout."""
    found = told("Mara Holm said: “The river rose again in the night.", "“The mill fell.", "“Nobody was hurt.”")
    assert [one.speaker and one.speaker.text for one in found] == ["Mara Holm"] * 3
    assert [one.rule for one in found[1:]] == ["carried on from the paragraph before"] * 2


def test_not_carried_over_a_paragraph_without_speech() -> None:
    """After a paragraph in which nobody speaks, nobody is guessed."""
    assert speakers("“It rose,” said Mara Holm.", "The town was quiet.", "“We all left the town.”") == [
        "Mara Holm",
        None,
    ]


def test_a_pronoun_keeps_its_place_and_gets_a_name() -> None:
    """The words that say who speaks are given as they stand, and the name behind them beside them."""
    _, said = told("“It rose,” said Mara Holm.", "“It will rise again,” she said.")
    assert said.speaker
    assert (said.speaker.text, said.speaker.name) == ("she", "Mara Holm")
    assert said.rule == "“…” X said; she: the last speaker named"


def test_signed_in_the_next_paragraph() -> None:
    """A dash and a name sign the quotation before them."""
    assert speakers("“We will rebuild the bridge.”", "— Mara Holm, mayor of Velmark") == ["Mara Holm"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It rose again in the night,” Holm said.", "direct"),
        ("Holm said “it rose again in the night.”", "direct"),
        ("Holm said it was “a very bad night indeed” for the town.", "mixed"),
        ("It was a “wet” night.", "mixed"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """A quotation that stands for itself is direct, a part of the reporter's sentence is mixed."""
    assert [one.kind for one in told(text)] == [kind]


def test_scare_quotes_stay_without_a_speaker() -> None:
    """Words the reporter only keeps at a distance are given to nobody."""
    (scare,) = told("They used weapons that were considered to be “medium-sized”.")
    assert (scare.speaker, scare.rule) == (None, "no speaker found")


@pytest.mark.parametrize(
    "text", ["He led “Operation Strong” at Velmark.", "Holm said she read “The Long River of the North” at night."]
)
def test_names_of_works_and_operations_are_no_quotations(text: str) -> None:
    """A name in marks was said by nobody."""
    assert told(text) == []


def test_a_few_words_in_arabic_marks_are_a_name() -> None:
    """Arabic has no capitals to tell a name by, so only what somebody says or a long stretch is given."""
    text = "عاد «نهر أورلا» إلى مجراه في الليل."
    article = Article(text, (Part(0, len(text), "body"),), language="ar")
    assert quotations(article, sentences(text)) == ()
