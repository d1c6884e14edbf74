"""The speaker of a verb of speech is found near and far, and only where it can speak."""

import pytest


def words_of(scene, span) -> str:
    return scene.text[scene.tokens[span[0]].start : scene.tokens[span[1] - 1].end]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We stay,” said Mara Holm.", "Mara Holm"),
        ("“We stay,” said the spokesman, Brig. Gen. Mara Holm.", "Brig. Gen. Mara Holm"),
        ("Mara Holm, the mayor of Velmark, said it rose.", "Mara Holm"),
        ("Mara Holm — the mayor — said it rose.", "Mara Holm"),
        ("In a speech on Monday, Mara Holm, who was ill, said it rose.", "Mara Holm"),
        ("Officials who were there said it rose.", "Officials"),
        ("It fell, said Mara Holm, who saw it.", "Mara Holm"),
        ("Mara Holm left the town and said it rose.", "Mara Holm"),
        ("She met Mara Holm, who said it rose.", "Mara Holm"),
        ("Holm sent a letter saying it rose.", "a letter"),
        ("Separately, the Velmark office said it rose.", "the Velmark office"),
        ("Boeing on Thursday said it rose, again.", "Boeing"),
        ("The mayor this week said it rose.", "The mayor"),
        ("Mara Holm (Orla Party), who was ill, said it rose.", "Mara Holm"),
        ("Farmers weighing a sale said it rose.", "Farmers"),
        ("It fell after Tessin Corp., a firm of Velmark, said it rose.", "Tessin Corp."),
        ("It fell after saying it rose.", "It"),
        ("John A. Holm said it rose.", "John A. Holm"),
        ("Poor’s said it rose.", "Poor’s"),
        ("Media reports say it rose.", "Media reports"),
        ("Holm was quoted as saying it rose.", "Holm"),
        ("The Orla Post on Monday quoted her as saying it rose.", "her"),
    ],
)
def test_who_speaks(read, text: str, speaker: str) -> None:
    """Inverted, with an apposition between, in a relative clause, or as the subject of an earlier verb."""
    scene = read(text)
    assert [words_of(scene, cue.speaker) for cue in scene.cues] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "He tried to clarify his comment on the flood.",
        "The claims of the party were false.",
        "It was announced by the mayor.",
        "The family dispute mirrors an older one.",
        "Many farmers in the states of the north left.",
        "The river has descended into an Orla State reserve.",
        "He sent letters to members of the assembly asking for boats.",
    ],
)
def test_nouns_that_look_like_verbs_have_no_speaker(read, text: str) -> None:
    """A claim, a report or a state is not taken for a verb."""
    assert read(text).cues == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("الوزير كريم تيسين قال إن الجسر سيفتح غدا.", "الوزير كريم تيسين"),
        ("وكان الوزير كريم تيسين أعلن أن الجسر سيفتح غدا.", "الوزير كريم تيسين"),
        ("أما الوزير فقال إن الجسر سيفتح غدا.", "الوزير"),
    ],
)
def test_an_arabic_speaker_before_the_verb(read, text: str, speaker: str) -> None:
    """A definite noun, or one behind “was” and “as for”, at the head of the sentence."""
    scene = read(text, "ar")
    assert [words_of(scene, cue.speaker) for cue in scene.cues] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "ويقدم الكاتب مقترحه قائلا إن الجسر سيفتح غدا.",
        "وبالعودة إلى تيسين قال إن الجسر سيفتح غدا.",
        "أما وجه المرأة كتب إن الجسر.",
    ],
)
def test_no_arabic_speaker_before_the_verb(read, text: str) -> None:
    """What only leads into a sentence is no speaker."""
    assert read(text, "ar").cues == []
