"""Whom a sentence is about, and whether that can be somebody who speaks."""

import re
from collections.abc import Sequence

from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import POSSESSIVE, Span, is_person, phrase_after
from desktop_app.core.analysis.quotations.tokens import Token

OPENING = re.compile(r"\w+(?:ing|ed)$")  # “Speaking in Velmark, Ms Holm …”
LONGEST_CLAUSE = 60  # words between a subject and its verb
TURNS = frozenset(("but", "and", "while", "though", "although"))


def subject_of(tokens: Sequence[Token], start: int, words: Language) -> Span | None:
    """Return the noun phrase a sentence or clause that begins with the token `start` is about."""
    first = start
    while first < len(tokens) and _opens(tokens, first):
        first += 1
    if first < len(tokens) and leads(tokens[first]):
        behind = _behind_comma(tokens, first)
        opens = behind < len(tokens) or tokens[first].role != "word"  # else it is Boeing or United
        first = behind if opens else first
    found = phrase_after(tokens, first, words)
    if found is None or words.has("traits", "verb-first") or not is_speaker(tokens, found, words):
        return None
    return named(tokens, found, words) or found


def leads(token: Token) -> bool:
    """Tell whether a word begins what leads into a clause: “In a speech, …”, “Speaking in Velmark, …”."""
    return token.role in ("preposition", "subordinate", "time") or OPENING.match(token.key) is not None


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word or mark only leads into a sentence."""
    token = tokens[place]
    comma = place + 1 < len(tokens) and tokens[place + 1].key == ","
    return token.role in ("join", "adverb") or token.key in ",“”—–-" or (comma and token.key.endswith("ly"))


def named(tokens: Sequence[Token], span: Span, words: Language) -> Span | None:
    """Return the name in “The spokesman, Brig. Gen. Mara Holm,” if there is one."""
    start, stop = span
    role = tokens[start].role == "determiner" and any(
        words.has("people", token.key) for token in tokens[start:stop]
    )
    if not role or stop + 2 >= len(tokens) or tokens[stop].key != "," or not tokens[stop + 1].capital:
        return None
    name = phrase_after(tokens, stop + 1, words)
    if name is None or name[1] - name[0] < 2 or not all(token.capital for token in tokens[slice(*name)]):
        return None
    return name if closes(tokens, name[1]) or tokens[name[1]].role == "time" else None


def closes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a phrase ends with the sentence or at a mark, so that no verb follows."""
    return place >= len(tokens) or tokens[place].role in ("mark", "quote")


def is_speaker(tokens: Sequence[Token], span: Span, words: Language) -> bool:
    """Tell whether a noun phrase may be somebody who speaks: a name, or words for people and papers."""
    run = tokens[span[0] : span[1]]
    first, last = run[0], run[-1]
    if first.role == "pronoun" or (words.has("traits", "caseless") and first.role == "word"):
        return True
    if last.key.endswith(POSSESSIVE) or last.key.isdigit():
        return False
    if any(words.has("people", token.key) or (token.capital and token.role == "word") for token in run):
        return True
    known = first.role == "determiner" or last.key.endswith("s")
    return known and any(is_person(token, words) for token in run)


def _behind_comma(tokens: Sequence[Token], first: int) -> int:
    for place in range(first, min(len(tokens) - 2, first + LONGEST_CLAUSE)):
        if tokens[place].key == ",":
            year = tokens[place + 1].key.isdigit() and tokens[place + 2].key == ","
            return place + (3 if year else 1)
    return len(tokens)
