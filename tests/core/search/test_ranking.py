"""The formula ranks as a reader would."""

from desktop_app.core.search.ranking import rarity, saturated, share


def test_rare_words_weigh_more() -> None:
    """What one article has tells more than what all have, which still tells something."""
    assert rarity(100, 1) > rarity(100, 50) > rarity(100, 100) > 0


def test_each_time_counts_less() -> None:
    """The second time adds less than the first."""
    assert saturated(0) == 0
    assert saturated(2) - saturated(1) < saturated(1) == 1


def test_the_title_counts_and_length_takes_away() -> None:
    """A word in a title of usual length outweighs one in a text, and more so in a long text."""
    assert share("title", 8, 8.0) > share("body", 400, 400.0) > share("body", 800, 400.0)
