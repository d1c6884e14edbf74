"""A name is found in the spellings an archive has, the surest first, and the user's aliases rule."""

import pytest

from desktop_app.core.analysis.names.spellings import Spelling, Spellings, expansions

NAMES = {
    "al-Ghusri": 4,
    "Al-Ghasr": 2,
    "al-Gosry": 1,
    "Gasri": 3,
    "القصري": 2,
    "Mohamed al-Gasri": 5,
    "Omar Tessin": 9,
    "Basra": 7,
    "Bosri": 1,
    "Velmark": 12,
}


def found(name: str, lexicon: dict[str, int], **how: list[tuple[str, ...]]) -> dict[str, Spelling]:
    return {each.spelling: each for each in Spellings(lexicon, **how).matches(name)}


def test_spellings_that_stand_in_no_dictionary() -> None:
    """The name of the demands is found in every way it was written; other names are not."""
    matched = found("Gasri", NAMES)
    assert {"Gasri", "al-Ghusri", "Al-Ghasr", "al-Gosry", "القصري"} <= set(matched)
    assert not {"Basra", "Bosri", "Velmark", "Omar Tessin"} & set(matched)
    assert next(iter(matched)) == "Gasri"
    assert matched["al-Ghusri"].count == 4


def test_each_match_has_its_reason() -> None:
    """People can see why something was matched, in words."""
    matched = found("Gasri", NAMES)
    assert matched["Gasri"].reason == "as asked for"
    assert matched["al-Gosry"].reason == "sounds alike"
    assert "another alphabet" in matched["القصري"].reason
    assert "more or fewer parts" in matched["Mohamed al-Gasri"].reason
    matched = found("Omar Tessin", {"TESSIN, Umar": 1, "O. Tessin": 1, "Omár Tessin": 1})
    assert "another order" in matched["TESSIN, Umar"].reason
    assert "initial" in matched["O. Tessin"].reason
    assert matched["Omár Tessin"].reason == "the same but for signs"


def test_what_is_less_sure_is_listed_last_and_marked() -> None:
    """A name that shares only a part is the user's to take."""
    lexicon = {"Omar Tessin": 1, "Umar Hadi Tessin": 1, "Pavel Orlan": 3, "Omar Tessinov Velmar": 1}
    spellings = Spellings(lexicon).matches("Omar Tessin")
    assert [each.spelling for each in spellings][:2] == ["Omar Tessin", "Umar Hadi Tessin"]
    assert spellings[1].sure
    assert "Pavel Orlan" not in [each.spelling for each in spellings]
    assert not found("Omar Hadi Tessin Orlan", {"Orlan Tessin": 1, "Omar Velm": 1}).get("Omar Velm")


def test_rare_parts_tell_more_than_common_ones() -> None:
    """Of two names that share one part, the one that shares the rarer part is the more alike."""
    lexicon = {f"Omar {name}": 1 for name in ("Velm", "Harran", "Lusk", "Pell", "Tark")} | {"Zenon Orlowski": 1}
    matched = found("Omar Orlowski", lexicon)
    assert matched["Zenon Orlowski"].likeness > max(
        (each.likeness for name, each in matched.items() if name != "Zenon Orlowski"), default=0.0
    )


def test_the_users_aliases_rule() -> None:
    """What stands in a group is found whatever it sounds like, and never a name of another group."""
    groups = [("Gasri", "The Heron"), ("al-Gosry", "Orlan")]
    matched = found("gasri", NAMES | {"the heron": 2}, groups=groups)
    assert matched["the heron"].reason == "in your list of names"
    assert "al-Gosry" not in matched
    assert "al-Ghusri" in matched


def test_expansions_tell_which_word_they_stand_for() -> None:
    """A search looks for each word of a name in all its spellings; articles and titles are no words of it."""
    words = {"ghusri": 4, "gosry": 1, "mohammed": 8, "muhammad": 2, "bridge": 50, "1400": 3, "al": 90}
    pairs = {(each.of, each.spelling) for each in expansions("Mohamed al-Gasri", words)}
    assert pairs == {("Mohamed", "mohammed"), ("Mohamed", "muhammad"), ("Gasri", "ghusri"), ("Gasri", "gosry")}


@pytest.mark.parametrize("name", ["", "…", "123", "x" * 5000, "a b c d e f g h i j k l m n o p q"])
def test_no_name_is_too_odd(name: str) -> None:
    """Whatever is asked for, there is an answer."""
    assert isinstance(Spellings(NAMES).matches(name), list)


def test_words_like_the_parts_of_a_name() -> None:
    """Each part has its own, and two parts written as one are found; what fits better is worth more."""
    words = Spellings({"omar": 3, "umar": 1, "gasri": 2, "ghusri": 1, "bridge": 9, "omargasri": 1})
    found = words.alike("Omar Gasri")
    assert [set(each) for each in found] == [{"omar", "umar"}, {"gasri", "ghusri"}, {"omargasri"}]
    assert found[1]["gasri"] > found[1]["ghusri"]


def test_how_telling_a_part_is_can_be_said_from_outside() -> None:
    """Where only some names of many are known, what is common among all is not taken for rare."""
    names = {"Omar Gasri": 1, "Omar Haddad": 1}
    common = Spellings(names, telling=lambda part: 0.1 if part.word == "omar" else 1.0)
    assert "Omar Haddad" in [each.spelling for each in Spellings(names).matches("Omar")]
    assert "Omar Haddad" not in [each.spelling for each in common.matches("Omar")]
