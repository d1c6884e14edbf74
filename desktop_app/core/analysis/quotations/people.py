"""Whom “he” and “she” stand for: the person last named as one who speaks or whom a sentence is about."""

from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.core.analysis.evidence import Speaker
from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import Span
from desktop_app.core.analysis.quotations.subjects import subject_of
from desktop_app.core.analysis.quotations.tokens import Token
from desktop_app.core.analysis.words import word_list

PRONOUNS = {"he": "he", "she": "she", "him": "he", "her": "she"}
LONGEST_ROLE = 6  # words behind a name looked at: “Mara Holm, the spokeswoman”


class People:
    """The people an article has named so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: dict[str, str] = {}  # by the last words of their names; the one named last is last
        self._known: set[str] = set()  # who has spoken
        self._pronouns: dict[str, str] = {}  # “he” or “she” by the last words of names

    def speaker(self, tokens: Sequence[Token], span: Span, words: Language) -> Speaker:
        """Return the words that name a speaker, a pronoun with the name it stands for where that is plain."""
        start, end = tokens[span[0]].start, tokens[span[1] - 1].end
        text = self._text[start:end]
        pronoun = PRONOUNS.get(tokens[span[0]].key) if span[1] == span[0] + 1 else None
        if pronoun:
            return Speaker(start, end, text, self._stands_for(pronoun))
        if _is_person(tokens[slice(*span)], words):
            self._known.add(tokens[span[1] - 1].key)
            self._name(tokens, span)
        return Speaker(start, end, text)

    def meet(self, tokens: Sequence[Token], words: Language) -> None:
        """Remember whom a sentence in which nobody speaks is about."""
        found = subject_of(tokens, 0, words)
        if found is None or not _is_person(tokens[slice(*found)], words):
            return
        full = all(token.capital and "-" not in token.key for token in tokens[slice(*found)])
        if tokens[found[1] - 1].key in self._known or (full and found[1] - found[0] > 1):
            self._name(tokens, found)

    def _name(self, tokens: Sequence[Token], span: Span) -> None:
        """Take in a person named by some words, and what they tell of “he” and “she”."""
        first, stop = span
        last = tokens[stop - 1].key
        self._named.pop(last, None)
        self._named[last] = self._text[tokens[first].start : tokens[stop - 1].end]
        before = tokens[first - 1 : first] if first and tokens[first - 1].role == "word" else ()
        told = [token.key for token in (*before, *tokens[first:stop], *_role(tokens, stop))]
        if pronoun := next((_words()[word] for word in told if word in _words()), None):
            self._pronouns[last] = pronoun

    def _stands_for(self, pronoun: str) -> str | None:
        """Return the person last named, or the one before where only that one may be a man or a woman."""
        may_be = [last for last in self._named if self._pronouns.get(last, pronoun) == pronoun]
        if not may_be:
            return None
        last = may_be[-1]
        passed_over = last != next(reversed(self._named))
        if passed_over and last not in self._pronouns and len(may_be) > 1:
            return None
        self._pronouns[last] = pronoun
        return self._named[last]


def _role(tokens: Sequence[Token], stop: int) -> Sequence[Token]:
    """Return the words behind a name that say what the person is."""
    if stop >= len(tokens) or tokens[stop].key != ",":
        return ()
    ahead = tokens[stop + 1 : stop + 1 + LONGEST_ROLE]
    end = next((place for place, token in enumerate(ahead) if token.role not in ("word", "determiner")), len(ahead))
    return ahead[:end]


@cache
def _words() -> Mapping[str, str]:
    """Return “he” or “she” for each word that tells of whom it is said."""
    told: dict[str, str] = {}
    pronoun = ""
    for word in word_list("he_and_she"):
        if word.endswith(":"):
            pronoun = word[:-1]
        else:
            told[word] = pronoun
    return told


def _is_person(run: Sequence[Token], words: Language) -> bool:
    """Tell a person's name from that of a paper, a party or an office."""
    if run[0].role == "determiner" or not run[-1].capital or run[-1].role != "word":
        return False
    if words.has("people", run[-1].key):
        return False  # “Analysts”, at the head of a sentence
    return not any(words.has("bodies", token.key) for token in run[-2:])  # “Orla Party chief Mara Holm” is a person
