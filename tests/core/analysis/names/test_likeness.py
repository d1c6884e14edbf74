"""What is readily written for another sound costs little; what is another name costs much."""

import pytest

from desktop_app.core.analysis.names.likeness import unlikeness, weight
from desktop_app.core.analysis.names.sounds import sounds


def unlike(one: str, other: str, **how: bool) -> float:
    return unlikeness(sounds(one), sounds(other), **how)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("gasri", "ghasri"), ("gasri", "basri")),
        (("gasri", "qosri"), ("gasri", "gamri")),
        (("boris", "poris"), ("boris", "loris")),
        (("vera", "wera"), ("vera", "mera")),
        (("dmitri", "dmitrii"), ("dmitri", "dmitrin")),
        (("salim", "selim"), ("salim", "salima")),
    ],
)
def test_kin_is_cheaper_than_another_sound(near: tuple[str, str], far: tuple[str, str]) -> None:
    """This order is what ranks the spellings of a name."""
    assert unlike(*near) < unlike(*far)


def test_the_same_sounds_cost_nothing_and_the_order_of_asking_neither() -> None:
    """A is as unlike B as B is A."""
    assert unlike("yousef", "youssef") == 0
    assert unlike("tamrin", "domrini") == unlike("domrini", "tamrin") > 0


def test_vowels_that_an_alphabet_leaves_out_cost_little() -> None:
    """The letters mhmd are Muhammad only where vowels are not written."""
    assert unlike("mhmd", "muhammad", unvowelled=True) < 0.1 < unlike("mhmd", "muhammad")


def test_giving_up_early_never_makes_names_alike() -> None:
    """What is over the limit stays over it."""
    exact = unlike("gasri", "wolfenstein")
    assert unlikeness(sounds("gasri"), sounds("wolfenstein"), most=0.2) > 0.2
    assert unlikeness(sounds("gasri"), sounds("ghusri"), most=0.2) == unlike("gasri", "ghusri") < exact


def test_consonants_weigh_more_than_vowels() -> None:
    """A name is known by its consonants."""
    assert weight("sr") > weight("ai")


def test_an_alphabet_without_p_and_v_is_forgiven() -> None:
    """Arabic writes Putin with a b: there it is no other name."""
    assert unlike("butin", "putin", unvowelled=True) < unlike("butin", "mutin", unvowelled=True)
    assert unlike("butin", "putin", unvowelled=True) < unlike("butin", "putin")
