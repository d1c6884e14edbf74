"""How a word in plain Latin letters sounds: one sign a sound, however many letters it is written with."""

import re
from functools import lru_cache
from itertools import product

VOWELS = "aeiouEO"  # E and O stand for ai, ei and for au

# A sound that is written with several letters; the longest are looked for first. x is two sounds.
_WRITTEN = {
    "schtsch": "S", "shch": "S", "tsch": "C", "dsch": "j", "sch": "S", "tch": "C", "tsh": "C", "dzh": "j",
    "cch": "C", "dj": "j", "ck": "k", "cq": "k", "qu": "q", "ch": "C", "cz": "C", "kh": "X", "gh": "G", "sh": "S",
    "zh": "Z", "th": "T", "dh": "D", "ph": "f", "ts": "c", "tz": "c", "dz": "z", "x": "ks",
    "aa": "a", "ii": "i", "uu": "u", "ou": "u", "oo": "u", "ee": "i", "ai": "E", "ay": "E", "ei": "E", "ey": "E",
    "au": "O",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_WRITTEN, key=len, reverse=True)) + r"|aw(?![aeiouy])|[a-z]")
_TWICE_WRITTEN = re.compile(r"([b-df-hj-np-tv-z]{2})\1|([dgkst])\2(?=h)")  # dhdh, khkh, kkh, tth
_DOUBLED = re.compile(r"(.)\1+")

# Families of consonants, so coarse that no two spellings of a name fall apart: the letters of a key.
_FAMILIES = {**str.maketrans("ckqgjszçtdbpfvlrmn", "KKKKSSSSTTPPPPLRMN", "aeiouyhw"), ord("x"): "KS"}
_SILENT = "aeiouyhw"
_LOOKED_AT = 4  # letters that may have a say in the first letter of a key
_ONE_SOUND = re.compile(r"t(?=[csz])|d(?=[jz])|c(?=z)|(?<=s)c(?=h)")
_SOFT = re.compile(r"c(?=[eiy]|h(?![rl]))")
_REPEATED = re.compile(r"(.)\1+")
# What a letter of a name looked for may be in another spelling of it, other than itself or its own family.
_ELSEWHERE = {
    "w": "v", "v": "w", "j": "yg", "y": "j", "th": "s", "dh": "z", "z": "d", "kh": "hs", "gh": "hs", "g": "hs",
    "ll": "y", "c": "ks", "ch": "k", "x": "s",
}  # fmt: skip
_AMBIGUOUS = re.compile("^h|" + "|".join(sorted(_ELSEWHERE, key=len, reverse=True)))
_MOST_AMBIGUOUS = 4  # of the letters of one word are tried in all ways: 81 keys


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """Return the sounds of a romanised word; signs that are not letters a to z are left out."""
    word = _TWICE_WRITTEN.sub(r"\1\2", word)
    heard = "".join(_sound(match.group(), word[match.end() : match.end() + 1]) for match in _SOUND.finditer(word))
    return _DOUBLED.sub(r"\1", heard)


def _sound(letters: str, follows: str) -> str:
    """Return the sound of some letters; c before e, i, y is one of several (ç), y before a vowel is Y."""
    if letters == "c":
        return "ç" if follows and follows in "eiy" else "k"
    if letters == "y":
        return "Y" if follows and follows in "aeiou" else "i"
    return "O" if letters == "aw" else _WRITTEN.get(letters, letters)


def key(word: str) -> str:
    """Return what all spellings of a romanised word have in common, save for its ambiguous letters."""
    return _REPEATED.sub(r"\1", _SOFT.sub("s", _ONE_SOUND.sub("", word)).translate(_FAMILIES))


def first_of_key(word: str) -> str:
    """Return the first letter of the key of a romanised word, found without the rest of it."""
    return _first_of_key(word.lstrip(_SILENT)[:_LOOKED_AT])


@lru_cache(maxsize=10_000)
def _first_of_key(beginning: str) -> str:
    return key(beginning)[:1]


def keys(word: str) -> set[str]:
    """Return the keys of all words that may be other spellings of a romanised word."""
    pieces: list[tuple[str, ...]] = []
    end = 0
    for match in list(_AMBIGUOUS.finditer(word))[:_MOST_AMBIGUOUS]:
        pieces += [(word[end : match.start()],), (match.group(), *_ELSEWHERE.get(match.group(), "g"))]
        end = match.end()
    return {key("".join(choice)) for choice in product(*pieces, (word[end:],))}
