"""What is kept of two stretches that have words in common, and where it is cut."""

import pytest

from desktop_app.core.analysis.passages.boxes import Box
from desktop_app.core.analysis.passages.judging import judged, likeness

SAME = [f"same{n}" for n in range(30)]
ONE, OTHER = [f"one{n}" for n in range(30)], [f"other{n}" for n in range(30)]


def test_a_copy_ends_where_the_copied_words_end() -> None:
    """Loose likeness beside a long copy is no part of it."""
    a = [*SAME, *ONE[:10], "gate", *ONE[10:]]
    b = [*SAME, *OTHER, "gate"]
    assert judged(Box(0, 41, 0, 61), a, b, [Box(0, 30, 0, 30)], 1) == Box(0, 30, 0, 30)


def test_another_copied_sentence_stays_in() -> None:
    """What was put in between is inside the passage, not its end."""
    a = [*SAME, *ONE[:5], *OTHER[:12]]
    b = [*SAME, *OTHER[:12]]
    copied = [Box(0, 30, 0, 30), Box(35, 47, 30, 42)]
    assert judged(Box(0, 47, 0, 42), a, b, copied, 1) == Box(0, 47, 0, 42)


def test_a_reworded_copy() -> None:
    """Half of the words of the shorter side, a third of the longer, many of them telling: less is not enough."""
    a = [word for pair in zip(SAME, ONE, strict=True) for word in pair]
    b = [word for pair in zip(SAME, OTHER, strict=True) for word in pair]
    box = Box(0, 60, 0, 60)
    assert judged(box, a, b, [], 1) == box
    assert likeness(box, a, b) == 0.5
    assert judged(Box(0, 60, 0, 60), a, [*SAME[:20], *OTHER, *(f"more{n}" for n in range(10))], [], 1) is None


def test_small_words_make_no_passage() -> None:
    """Words that say little do not count, however many are the same."""
    small = [
        "it",
        "is",
        "the",
        "one",
        "of",
        "the",
        "most",
        "that",
        "there",
        "is",
        "and",
        "at",
        "the",
        "end",
        "of",
        "it",
        "all",
        "we",
        "will",
        "be",
        "as",
        "we",
        "were",
    ]
    assert judged(Box(0, 23, 0, 23), small, small[::-1], [], 1) is None


def test_ends_that_agree_by_chance_are_cut() -> None:
    """A short passage keeps only what stands close together."""
    a = ["gate", *ONE[:6], *SAME[:12]]
    b = ["gate", *OTHER[:6], *SAME[:12]]
    assert judged(Box(0, 19, 0, 19), a, b, [], 1) == Box(7, 19, 7, 19)


def test_what_is_repeated_outside_a_copy_does_not_stretch_it() -> None:
    """A sentence that one text has twice belongs to the copy once; what lies between is nobody's but its own."""
    a = SAME
    b = [*SAME, *OTHER[:12], *SAME[:9]]
    copied = [Box(0, 30, 0, 30), Box(0, 9, 42, 51)]
    assert judged(Box(0, 30, 0, 51), a, b, copied, 1) == Box(0, 30, 0, 30)


def test_five_telling_words_are_too_few() -> None:
    """The name of an office that both reports write out is no shared wording; one more word that tells is."""
    office = ["filed", "with", "the", "velmark", "harbour", "and", "ferri", "commiss", "of"]
    assert judged(Box(0, 9, 0, 9), office, office, [], 1) is None
    said = [*office, "yesterday"]
    assert judged(Box(0, 10, 0, 10), said, said, [], 1) == Box(0, 10, 0, 10)


def test_only_copied_runs_inside_a_box_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long reports have thousands of boxes and of runs; going through all runs for each box would take seconds."""
    asked: list[Box] = []
    within = Box.within
    monkeypatch.setattr(Box, "within", lambda run, box: asked.append(run) or within(run, box))
    copied = [Box(at, at + 9, at, at + 9) for at in range(0, 30_000, 30)]
    a, b = ([f"{text}{n}" for n in range(30_000)] for text in ("one", "other"))
    a[600:609] = b[600:609] = SAME[:9]
    assert judged(Box(600, 609, 600, 609), a, b, copied, 1) == Box(600, 609, 600, 609)
    assert asked == [Box(600, 609, 600, 609)]
