"""How a language tells what somebody said: its words, read from shipped lists."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop_app.core.analysis.words import word_list

LANGUAGES = ("en", "fr", "de", "es", "ar")
VERBS = frozenset(("say", "think", "show", "tell", "urge", "vow", "call", "judge", "deny"))
# What a word does in a sentence, the first that fits.
ROLES = (
    "that",
    "pronoun",
    "object",
    "determiner",
    "preposition",
    "join",
    "subordinate",
    "finite",
    "adverb",
    "time",
)

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """The words of one language.

    `verbs` gives for each form of a verb what it can do; `roles` what a small word does; `longer` the verbs and
    phrases of several words by the first of them; `lists` has every list by its name.
    """

    verbs: Mapping[str, frozenset[str]]
    roles: Mapping[str, str]
    longer: Mapping[str, tuple[Phrase, ...]]
    lists: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Tell whether a word is on a list."""
        return word in self.lists.get(name, ())

    def begins_anew(self, verb: str) -> bool:
        """Tell whether “and” is part of a verb, as in Arabic, so that it goes with nothing said before it."""
        return self.has("traits", "verb-first") and verb.startswith("و") and self.verbs.get(verb[1:]) is not None


NO_WORDS = Language({}, {}, {}, {})


@cache
def language(code: str) -> Language | None:
    """Return the words of a language, None if there is no list for it."""
    if code not in LANGUAGES:
        return None
    lists: defaultdict[str, list[str]] = defaultdict(list)
    name = ""
    for word in word_list(f"cues_{code}"):
        if word.endswith(":"):
            name = word[:-1]
        else:
            lists[name].append(word.replace("_", " "))
    verbs: defaultdict[str, set[str]] = defaultdict(set)
    for kind in sorted(VERBS & lists.keys()):
        for word in lists[kind]:
            verbs[word].add(kind)
    roles = {word: role for role in reversed(ROLES) for word in lists[role]}
    longer: defaultdict[str, list[Phrase]] = defaultdict(list)
    for word in (*verbs, *lists["according"]):
        if " " in word:
            phrase = tuple(word.split())
            longer[phrase[0]].append(phrase)
    return Language(
        {word: frozenset(kinds) for word, kinds in verbs.items()},
        roles,
        {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in longer.items()},
        {name: frozenset(word.replace("' ", "'") for word in words) for name, words in lists.items()},
    )
