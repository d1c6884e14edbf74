"""Words a slip away are found without looking at each word, and none that is further."""

import random

import pytest

from desktop_app.core.search.edits import distance, within


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("velmark", "velmark", 0),
        ("velmark", "velmrak", 1),
        ("velmark", "velmar", 1),
        ("velmark", "velmarks", 1),
        ("velmark", "valmerk", 2),
        ("ab", "ba", 1),
        ("velmark", "tessin", None),
        ("", "ab", 2),
    ],
)
def test_letters_added_dropped_changed_and_swapped(one: str, other: str, edits: int | None) -> None:
    """Each kind of slip counts one."""
    assert distance(one, other, 2) == edits


def test_the_walk_finds_what_comparing_each_word_finds() -> None:
    """Leaving out beginnings that lead nowhere loses no word."""
    chance = random.Random(3)
    for _ in range(100):
        words = sorted({"".join(chance.choices("abc", k=chance.randint(1, 6))) for _ in range(60)})
        word = "".join(chance.choices("abc", k=4))
        each = {other: edits for other in words if (edits := _edits(word, other)) <= 2}
        assert within(words, word, 2) == each


def _edits(one: str, other: str) -> int:
    """Count edits the plain way."""
    table = [[max(row, column) for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (not same))
            if one[i - 2 : i] == other[j - 2 : j][::-1] and i > 1 and j > 1:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]
