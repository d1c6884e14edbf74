"""Cues are found with their verb, and not where nobody says anything."""

import pytest


@pytest.mark.parametrize(
    ("text", "verb", "shape"),
    [
        ("Holm said that it rose.", "said", "before"),
        ("Holm has repeatedly said that it rose.", "said", "before"),
        ("Holm went on to argue that it rose.", "argue", "before"),
        ("Holm pointed out that it rose.", "pointed out", "before"),
        ("Holm is saying that it rose.", "saying", "before"),
        ("“It rose,” said Holm.", "said", "behind"),
        ("According to Holm, it rose.", "according to", "according"),
        ("They left after his claim that it rose.", "claim", "claim"),
        ("They left after Holm’s claim on Monday that it rose.", "claim", "claim"),
        ("Critics claim that it rose.", "claim", "before"),
        ("The plan said that it rose.", "said", "before"),
    ],
)
def test_a_cue(read, text: str, verb: str, shape: str) -> None:
    """Each way to say who says something is known by its shape."""
    (cue,) = read(text).cues
    assert (cue.verb, cue.shape) == (verb, shape)


@pytest.mark.parametrize(
    "text",
    [
        "Holm did not say whether it rose.",
        "Holm was told that it rose.",
        "Holm has not yet announced a plan.",
        "Holm asked not to be named.",
        "The party claim that it rose fell flat.",
        "The map shows that it rose.",
    ],
)
def test_no_cue(read, text: str) -> None:
    """What was not said, what was done to somebody, and things that only show something are no cues."""
    assert read(text).cues == []


def test_the_main_speaker_goes_on(read) -> None:
    """A second verb belongs to who leads the sentence, not to somebody named in what is said."""
    scene = read("Holm asked that critics agree to leave and said it was late.")
    assert [scene.tokens[cue.speaker[0]].key for cue in scene.cues] == ["holm", "critics", "holm"]
