"""Words near each other are counted without overlap."""

import pytest

from desktop_app.core.search.positions import stretches


@pytest.mark.parametrize(
    ("at", "distance", "found"),
    [
        ([(1, 0), (2, 1)], 0, [(1, 2)]),
        ([(1, 0), (3, 1)], 0, []),
        ([(1, 0), (3, 1)], 1, [(1, 3)]),
        ([(1, 1), (3, 0)], 1, [(1, 3)]),
        ([(1, 0), (2, 0), (4, 1)], 1, [(2, 4)]),
        ([(1, 0), (2, 1), (3, 0), (4, 1)], 5, [(1, 2), (3, 4)]),
        ([(1, 0), (2, 0)], 5, []),
    ],
)
def test_stretches(at: list[tuple[int, int]], distance: int, found: list[tuple[int, int]]) -> None:
    """Order does not count, distance does, and each word belongs to one stretch."""
    assert stretches(at, 2, distance) == found
