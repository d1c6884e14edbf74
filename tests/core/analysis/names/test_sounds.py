"""One sound is one sign however it is written, and no two spellings of a name have keys that never meet."""

from itertools import product

import pytest

from desktop_app.core.analysis.names.sounds import first_of_key, key, keys, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gassri", "gasri"),
        ("qadhdhafi", "qadhafi"),
        ("mattheus", "matheus"),
        ("yousseff", "yusef"),
        ("tschernov", "chernov"),
        ("alexey", "aleksey"),
        ("filip", "philip"),
        ("sheikh", "sheykh"),
    ],
)
def test_ways_to_write_one_sound(one: str, other: str) -> None:
    """Doubled letters and letter groups are no difference at all."""
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(("one", "other"), [("cecil", "kekil"), ("yasin", "iasin"), ("taw", "tawi")])
def test_letters_that_sound_by_their_place(one: str, other: str) -> None:
    """c, y and aw sound otherwise before a vowel."""
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize(
    ("asked", "had"),
    [
        ("gasri", "ghusri"),
        ("gasri", "qosari"),
        ("wladimir", "vladimir"),
        ("vladimir", "wladimir"),
        ("jusuf", "yusuf"),
        ("yusuf", "jusuf"),
        ("kadhafi", "kazzafi"),
        ("khamid", "hamid"),
        ("tzar", "czar"),
        ("feliks", "felix"),
        ("george", "jorj"),
        ("ulrich", "ulrik"),
        ("herzog", "gertsog"),
    ],
)
def test_spellings_of_a_name_meet_in_a_key(asked: str, had: str) -> None:
    """A spelling without a common key would never even be looked at."""
    assert key(had) in keys(asked)


def test_a_long_name_has_few_keys() -> None:
    """However many letters are ambiguous, looking a name up stays quick."""
    assert len(keys("wvjzghkhthdh" * 5)) <= 81


def test_the_first_of_a_key_is_found_without_the_rest() -> None:
    """Whatever letters a word begins with, it is sorted where it is looked for."""
    words = ["".join(letters) for letters in product("aitcshzdxlr", repeat=5)]
    assert [word for word in words if first_of_key(word) != key(word)[:1]] == []
