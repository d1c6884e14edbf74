"""Boxes that are near in both texts become one, and only those."""

from desktop_app.core.analysis.passages.boxes import NEAR, REACH, Box, clusters, runs


def test_seeds_in_step_become_a_run() -> None:
    """Overlapping seeds of one copy are one run; the same words elsewhere in the other text are another."""
    seeds = [Box(at, at + 4, at + 7, at + 11) for at in range(5)]
    assert runs([*seeds, Box(0, 4, 90, 94)]) == [Box(0, 8, 7, 15), Box(0, 4, 90, 94)]


def test_what_is_near_in_both_texts_is_joined() -> None:
    """A gap in one text alone parts two boxes if it is wide."""
    first = Box(0, 4, 0, 4)
    near, far = Box(10, 14, 4 + NEAR, 8 + NEAR), Box(10, 14, 5 + 2 * REACH, 9 + 2 * REACH)
    assert clusters([first, near]) == [Box(0, 14, 0, 8 + NEAR)]
    assert sorted(clusters([first, far])) == [first, far]


def test_long_boxes_reach_farther() -> None:
    """A gap that parts two seeds does not part two long stretches."""
    gap = NEAR + 5
    assert len(clusters([Box(0, 4, 0, 4), Box(4 + gap, 8 + gap, 4 + gap, 8 + gap)])) == 2
    assert len(clusters([Box(0, 40, 0, 40), Box(40 + gap, 80 + gap, 40 + gap, 80 + gap)])) == 1


def test_size_and_within() -> None:
    """The shorter side counts; a box lies within itself and within what is around it."""
    assert Box(0, 9, 3, 7).size == 4
    assert Box(1, 2, 3, 4).within(Box(0, 9, 3, 4))
    assert not Box(1, 2, 3, 5).within(Box(0, 9, 3, 4))
