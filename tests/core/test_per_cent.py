"""A share is told as less rather than as more than it is, and never as nothing."""

import pytest

from desktop_app.core.per_cent import per_cent


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (1.0, "100%"),
        (0.999, "99%"),
        (0.99999, "99%"),
        (0.29, "29%"),
        (0.5, "50%"),
        (0.01, "1%"),
        (0.009, "less than 1%"),
        (0.000001, "less than 1%"),
        (0.0, "0%"),
    ],
)
def test_rounded_down_but_to_nothing(share: float, told: str) -> None:
    """All is only what is all of it, and nothing only what is nothing."""
    assert per_cent(share) == told
