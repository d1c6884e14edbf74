"""What is known of names before a text is read: the shipped lists of aliases, places and telling words."""

from collections.abc import Mapping
from functools import cache, lru_cache

from desktop_app.core.analysis.words import fold, word_list
from desktop_app.paths import shipped

PARTED = "-" * 3  # the line between the two halves of a list
LONGEST_SHORT = 4  # letters of a name that may also be a word


@cache
def listed(*names: str) -> frozenset[str]:
    """Return the folded words of one list or more, of both halves of each."""
    return frozenset(fold(word) for name in names for word in word_list(name) if word != PARTED)


def given_names() -> frozenset[str]:
    """Return the given names that tell a person."""
    return listed("given_names", "arabic_names")


def makes_a_body(word: str) -> bool:
    """Tell whether a folded word makes a name one of an organisation or a place."""
    return word in listed("organisation_words", "company_words", "place_words")


def readers_know(name: str) -> bool:
    """Tell whether a name is in the shipped lists of names."""
    return alias_of(name) is not None or (plain(name) in places() and not name.islower())


@cache
def first_half(name: str) -> frozenset[str]:
    """Return the folded words of a list above its line of dashes."""
    words = word_list(name)
    return frozenset(map(fold, words[: words.index(PARTED)]))


@cache
def spelling_of(name: str) -> Mapping[str, str]:
    """Return for each word of a list whose lines are spellings of one name the first word of its line."""
    lines = (line.split() for line in _lines(name))
    return {fold(word): fold(line[0]) for line in reversed([*lines]) for word in line}


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """Return a name without case, accents, full stops and hyphens, in which the same name is equal to itself."""
    return " ".join(fold(name.replace(".", "").replace("-", " ").replace("’", "'")).split())


@lru_cache(maxsize=100_000)
def alias_of(name: str) -> str | None:
    """Return what the group of the shipped list of aliases is called that has a name, or None.

    Short names must be written as in the list: WHO and US are names, Who and us are not.
    """
    bare = name.replace(".", "")
    group = _aliases().get(plain(name))
    return group if group and (len(bare) > LONGEST_SHORT or bare in _written_short()) else None


@cache
def _aliases() -> Mapping[str, str]:
    return {plain(name): group[0] for group in _groups() for name in group}


@cache
def _written_short() -> frozenset[str]:
    return frozenset(name.replace(".", "") for name in aliases_as_written())


@cache
def aliases_as_written() -> tuple[str, ...]:
    """Return all names of the shipped list of aliases as they are written."""
    return tuple(name for group in _groups() for name in group)


@cache
def _groups() -> list[list[str]]:
    return [[name.strip() for name in line.split(";")] for line in _lines("aliases")]


@cache
def places() -> frozenset[str]:
    """Return the plain names of places that any reader of news knows."""
    return countries() | _names_of(" ".join(_lines("places")).partition(PARTED)[2])


@cache
def countries() -> frozenset[str]:
    """Return the plain names of the countries among them."""
    return _names_of(" ".join(_lines("places")).partition(PARTED)[0])


@cache
def known_starts() -> frozenset[str]:
    """Return the first words of all names in the shipped lists."""
    return frozenset(name.split()[0] for name in (*_aliases(), *places()))


def _names_of(line: str) -> frozenset[str]:
    return frozenset(plain(name) for name in line.split(";") if name.strip())


def _lines(name: str) -> list[str]:
    lines = (shipped("resources") / "language" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
