"""The words that lead from a thing to its figure, as “has since fallen to a record low of”."""

import re

from desktop_app.core.analysis.figures.vocabulary import Vocabulary

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]\w*(?:[-'’&][^\W_]\w*)*|[$€£]?\d[\d.,]*%?")
YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d+)?")

Tokens = list[re.Match[str]]


def _is_adverb(word: str) -> bool:
    return word.islower() and word.endswith("ly")


def without_light(tokens: Tokens, words: Vocabulary) -> None:
    """Take light words between a preposition and the figure away: “to a record high around”, “to the current”."""
    at = len(tokens)
    while at and (words.has("empty", tokens[at - 1].group()) or _is_adverb(tokens[at - 1].group())):
        at -= 1
    at -= at < len(tokens) and at > 0 and words.has("determiner", tokens[at - 1].group())
    before = tokens[at - 1].group() if at and at < len(tokens) else ""
    if words.has("to", before) or words.has("lead", before):
        del tokens[at:]


def taken_preposition(tokens: Tokens, words: Vocabulary) -> str:
    """Take the prepositions and articles before a figure away, and return the first of them."""
    joint = ""
    while tokens and (
        words.has("to", tokens[-1].group())
        or (joint and words.has("determiner", tokens[-1].group()))
        or (joint == "worth" and _is_adverb(tokens[-1].group()))
    ):
        if tokens[-1].group() == "worth" and len(tokens) > 1 and tokens[-2].group() == "net":
            break
        word = tokens.pop().group().lower()
        joint = joint if _is_adverb(word) else word
    return joint


def taken_verb(tokens: Tokens, words: Vocabulary) -> str:
    """Take the verb that leads to a figure away, with what may stand around it, and return it."""
    verb = ""
    while tokens:
        word = tokens[-1].group()
        ruling = tokens[-2].group() if len(tokens) > 1 and not verb else ""
        if ruling.lower() not in ("that", "this") and words.has("determiner", ruling):  # “its slide to 43”
            break
        if words.has("lead", word) and (not verb or words.has("particle", verb)):
            verb = word
        elif word in ("forecast", "seen") and words.has("lead_adverb", ruling):
            pass  # “is now forecast at”
        elif not (words.has("lead_adverb", word) or _is_adverb(word)):
            break
        tokens.pop()
    return verb


def without_time(tokens: Tokens, words: Vocabulary) -> Tokens:
    """Leave out a weekday, month or year at the end, with the preposition before it; also “last year”."""
    if len(tokens) < 2:
        return tokens
    last = tokens[-1].group()
    if last in ("week", "month", "quarter", "year") and tokens[-2].group() in ("last", "next", "this"):
        return tokens[:-2]
    if not (YEAR.fullmatch(last) or (last[0].isupper() and words.has("stop", last))):
        return tokens
    return tokens[: -2 if words.has("stop", tokens[-2].group()) else -1]
