"""“He” and “she” stand for a person the text has named, or for nobody."""

import pytest

from desktop_app.core.analysis.quotations.people import People


def meant(read, first: str, then: str) -> str | None:
    """Return whom the first word of one sentence stands for behind another."""
    text = f"{first} {then}"
    people = People(text)
    scene = read(text)
    stop = next(place for place, token in enumerate(scene.tokens) if token.key == ".") + 1
    people.meet(scene.tokens[:stop], scene.words)
    return people.speaker(scene.tokens, (stop, stop + 1), scene.words).name


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("Mara Holm left.", "She said so.", "Mara Holm"),
        ("On Monday, Mr. Holm left.", "He said so.", "Mr. Holm"),
        ("Mr. Holm left.", "She said so.", None),
        ("Ms. Holm left.", "He said so.", None),
        ("The Orla Post closed.", "He said so.", None),
        ("Velmark flooded.", "He said so.", None),
        ("Orla Party Chief Mara Holm left.", "She said so.", "Orla Party Chief Mara Holm"),
        ("Mara Holm left.", "They said so.", None),
    ],
)
def test_whom_a_pronoun_stands_for(read, first: str, then: str, name: str | None) -> None:
    """Only a person's full name that its title does not speak against is taken."""
    assert meant(read, first, then) == name


def test_a_speaker_is_known_by_the_last_name_later(read) -> None:
    """Somebody who spoke under a full name may be met again under the last one."""
    text = "Mara Holm spoke. Jan Tessin left. Holm left. She spoke."
    people = People(text)
    scene = read(text)
    people.speaker(scene.tokens, (0, 2), scene.words)
    people.meet(scene.tokens[4:8], scene.words)
    assert people.speaker(scene.tokens, (11, 12), scene.words).name == "Jan Tessin"
    people.meet(scene.tokens[8:11], scene.words)
    assert people.speaker(scene.tokens, (11, 12), scene.words).name == "Holm"


def told(read, text: str) -> str | None:
    """Return whom the first word of the last sentence stands for, all sentences before being about somebody."""
    scene = read(text)
    people = People(text)
    stops = [place + 1 for place, token in enumerate(scene.tokens) if token.key == "."]
    for start, stop in zip((0, *stops), stops[:-1], strict=False):
        people.meet(scene.tokens[start:stop], scene.words)
    return people.speaker(scene.tokens, (stops[-2], stops[-2] + 1), scene.words).name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mara Holm left. Henrik Tessin left. She spoke.", "Mara Holm"),
        ("Mara Holm left. Analysts left. She spoke.", "Mara Holm"),
        ("Ewe Tessin left. Aila Holm, a spokeswoman, left. He spoke.", "Ewe Tessin"),
        ("Ewe Tessin left. Aku Lind left. Mrs. Holm left. He spoke.", None),
        ("Mara Holm left. She spoke.", "Mara Holm"),
        ("Henrik Tessin left. She spoke.", None),
    ],
)
def test_he_and_she_agree_with_what_is_known(read, text: str, name: str | None) -> None:
    """A given name, a title or an office tells; where two may be meant behind another, nobody is."""
    assert told(read, text) == name
