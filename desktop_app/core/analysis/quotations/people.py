"""Whom “he” and “she” stand for: the person last named as one who speaks or whom a sentence is about."""

from collections.abc import Sequence

from desktop_app.core.analysis.evidence import Speaker
from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import Span
from desktop_app.core.analysis.quotations.subjects import subject_of
from desktop_app.core.analysis.quotations.tokens import Token

HE_OR_SHE = frozenset(("he", "she"))
MEN, WOMEN = ("Mr.", "Mr ", "Sir "), ("Mrs", "Ms", "Miss ", "Lady ")


class People:
    """The people an article has named so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = ""
        self._known: set[str] = set()  # the last words of names

    def speaker(self, tokens: Sequence[Token], span: Span, words: Language) -> Speaker:
        """Return the words that name a speaker, a pronoun with the name it stands for where that is plain."""
        start, end = tokens[span[0]].start, tokens[span[1] - 1].end
        text = self._text[start:end]
        pronoun = tokens[span[0]].key if span[1] == span[0] + 1 else ""
        if pronoun in HE_OR_SHE:
            other = MEN if pronoun == "she" else WOMEN
            return Speaker(start, end, text, None if self._last.startswith(other) else self._last or None)
        if _is_person(tokens[slice(*span)], words):
            self._known.add(tokens[span[1] - 1].key)
            self._last = text
        return Speaker(start, end, text)

    def meet(self, tokens: Sequence[Token], words: Language) -> None:
        """Remember whom a sentence in which nobody speaks is about."""
        found = subject_of(tokens, 0, words)
        if found is None or not _is_person(tokens[slice(*found)], words):
            return
        full = all(token.capital and "-" not in token.key for token in tokens[slice(*found)])
        if tokens[found[1] - 1].key in self._known or (full and found[1] - found[0] > 1):
            self._last = self._text[tokens[found[0]].start : tokens[found[1] - 1].end]


def _is_person(run: Sequence[Token], words: Language) -> bool:
    """Tell a person's name from that of a paper, a party or an office."""
    if run[0].role == "determiner" or not run[-1].capital or run[-1].role != "word":
        return False
    return not any(words.has("bodies", token.key) for token in run)
