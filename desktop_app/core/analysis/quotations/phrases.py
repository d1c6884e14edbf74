"""Who is meant: the noun phrase before or behind a verb, “a spokesman for the army” as one."""

import re
from collections.abc import Sequence
from functools import cache

from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.tokens import Token
from desktop_app.core.analysis.words import word_list

Span = tuple[int, int]  # from one token to before another

LONGEST_RUN = 9  # words of a noun phrase without a preposition
LONGEST_PHRASE = 24
PERSON = re.compile(r"\w{3,}(?:er|or|ist|man|men|woman|women|ian|eur)s?$")
WHEN = frozenset(("on", "this", "late", "early", "earlier", "later"))
POSSESSIVE = ("'s", "s'")
PARTS = frozenset(("of", "for", "from", "in", "at", "with", "on", "&", "de", "du", "des", "del", "von", "der"))


def phrase_before(tokens: Sequence[Token], stop: int, words: Language) -> Span | None:
    """Return the noun phrase that ends before the token `stop`, None unless it is plain where it begins."""
    if stop and tokens[stop - 1].role == "pronoun":
        leads = tokens[0].role in ("preposition", "subordinate", "time", "adverb")
        return (stop - 1, stop) if leads or _is_bounded(tokens, stop - 1) else None
    if stop and tokens[stop - 1].key == ")":
        stop = _bracket(tokens, stop - 1) or stop  # “Mara Holm (Orla Party)” is Mara Holm
    first = _first(tokens, stop, words)
    found = None if first == stop else _without_opening(tokens, first, stop, words)
    if not found or not _is_bounded(tokens, found[0]):
        return None
    if found[0] and tokens[found[0] - 1].role == "join" and tokens[found[0]].key in PARTS:
        return None  # “the firm of gas and of water”
    if found[0] == 1 and tokens[0].role == "that":
        return (0, found[1])
    return _described(tokens, found, words) or found


def _first(tokens: Sequence[Token], stop: int, words: Language) -> int:
    """Return where the noun phrase before `stop` begins; `stop` if there is none."""
    first = begin = run_before(tokens, stop, words)
    if first == stop or (tokens[stop - 1].key.endswith(POSSESSIVE) and not _is_firm(tokens, stop, words)):
        return stop
    while stop - first < LONGEST_PHRASE and _continues(tokens, first, words):
        link = first if words.has("genitive", tokens[first].key) else first - 1
        before = run_before(tokens, link, words)
        if before == link:
            break
        first = before
    return stop if first < begin and tokens[first - 1].role == "preposition" else first


def _is_firm(tokens: Sequence[Token], stop: int, words: Language) -> bool:
    """Tell “Holm’s said”, where Holm’s is a firm, from “Holm’s claims”."""
    plain = words.has("plain", tokens[stop].key) and not tokens[stop].key.endswith("ing")
    return plain and tokens[stop - 1].capital


def _described(tokens: Sequence[Token], span: Span, words: Language) -> Span | None:
    """Return the name in “Mara Holm, a commander in Velmark said”, where a comma is missing."""
    start, stop = span
    follows = tokens[stop + 1].key if stop + 1 < len(tokens) and tokens[stop].key != "(" else ""
    if start < 2 or tokens[start - 1].key != "," or tokens[start].capital or follows == ",":
        return None
    name = phrase_before(tokens, start - 1, words)
    whole = name and all(token.capital and not token.key.endswith("ly") for token in tokens[slice(*name)])
    return name if whole else None


def phrase_after(tokens: Sequence[Token], start: int, words: Language) -> Span | None:
    """Return the noun phrase that begins with the token `start`."""
    if start >= len(tokens):
        return None
    hers = words.has("owner", tokens[start].key) and start + 1 < len(tokens)
    if tokens[start].role in ("pronoun", "object") or (hers and tokens[start + 1].role == "determiner"):
        return (start, start + 1)
    stop = _run_after(tokens, start, words)
    if stop == start or (
        tokens[stop - 1].role == "determiner" and (stop >= len(tokens) or tokens[stop].key != "of")
    ):
        return None
    while stop + 1 < len(tokens) and _goes_on(tokens, start, stop, words):
        further = _run_after(tokens, stop + 1, words)
        if further == stop + 1 or further - start > LONGEST_PHRASE:
            break
        stop = further
    return (start, stop)


def before_time(tokens: Sequence[Token], left: int) -> int:
    """Return the place before “on Friday”, “this week” and “late on Monday”, which may end at a verb."""
    first = left
    while first and tokens[first - 1].role == "time":
        first -= 1
    if first == left:
        return left
    while first and (tokens[first - 1].key in WHEN or tokens[first - 1].key.isdigit()):
        first -= 1
    return first if first and tokens[first - 1].role != "preposition" else left


def past_time(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind “am Montag” and “este lunes”, which may stand between a verb and who says it."""
    while place < len(tokens):
        linked = tokens[place].role in ("preposition", "determiner") and place + 1 < len(tokens)
        if linked and tokens[place + 1].role == "time":
            place += 2
        elif tokens[place].role in ("time", "adverb"):
            place += 1
        else:
            break
    return place


def is_person(token: Token, words: Language) -> bool:
    """Tell whether a word stands for people or for a paper that speaks."""
    return words.has("people", token.key) or (token.role == "word" and PERSON.match(token.key) is not None)


def _in_phrase(token: Token, words: Language) -> bool:
    if words.has("traits", "caseless") and token.key in words.verbs:
        return False
    if token.role == "word":
        return token.capital or not (words.has("plain", token.key) or "tell" in words.verbs.get(token.key, ()))
    return token.role == "determiner" or words.has("people", token.key)


def run_before(tokens: Sequence[Token], stop: int, words: Language) -> int:
    """Return where the words that go together before `stop` begin; a determiner begins them."""
    first = stop
    while first > 0 and stop - first < LONGEST_RUN:
        token = tokens[first - 1]
        if not _in_phrase(token, words):
            break
        first -= 1
        if token.role == "determiner" and not (first and tokens[first - 1].role == "determiner"):
            break
    return first


def _run_after(tokens: Sequence[Token], start: int, words: Language) -> int:
    stop = start
    while stop < len(tokens) and stop - start < LONGEST_RUN:
        token = tokens[stop]
        if not _in_phrase(token, words) or (stop > start and not _follows(tokens, stop, words)):
            break
        stop += 1
    return stop


def _follows(tokens: Sequence[Token], place: int, words: Language) -> bool:
    """Tell whether a word belongs to the noun phrase that the words before it begin."""
    before, token = tokens[place - 1], tokens[place]
    if before.role == "determiner":
        return True
    if token.role == "determiner":
        return False
    if token.capital or is_person(token, words):
        return token.capital or token.key not in words.verbs
    if before.capital or before.key in _particles():
        return _in_name(tokens, place, words)
    adverb = before.key.endswith("ly") and not words.has("people", before.key)
    deed = token.key in words.verbs or (token.key.endswith("ed") and not adverb)  # “the assembly passed …”
    return not (deed or words.has("people", before.key))


def _in_name(tokens: Sequence[Token], place: int, words: Language) -> bool:
    """Tell whether a small word goes on with a name: “Mara van den Holm”, “Orla press secretary”."""
    if _particle(tokens, place):
        return True
    if tokens[place - 1].key.endswith(POSSESSIVE):
        return tokens[place].key not in words.verbs
    return any(words.has("people", token.key) for token in tokens[place + 1 : place + 3])


def _particle(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether small words up to a capital belong to a name: “Mara van den Holm”."""
    stop = place
    while stop < len(tokens) and tokens[stop].key in _particles() and not tokens[stop].capital:
        stop += 1
    return stop > place and stop < len(tokens) and tokens[stop].capital


@cache
def _particles() -> frozenset[str]:
    return frozenset(word_list("name_particles"))


def _continues(tokens: Sequence[Token], first: int, words: Language) -> bool:
    """Tell whether the phrase that begins at `first` hangs on words before it: “spokesman for | the army”."""
    if first < 2:
        return False
    if words.has("genitive", tokens[first].key) and tokens[first - 1].role == "word":
        return True
    link, head = tokens[first - 1], tokens[first - 2]
    if link.key in ("and", "&"):
        return head.capital and head.role == "word" and tokens[first].capital
    if link.role != "preposition" or not _in_phrase(head, words):
        return False
    return link.key == "of" or _heads(tokens, first - 1, words)


def _heads(tokens: Sequence[Token], stop: int, words: Language) -> bool:
    start = run_before(tokens, stop, words)
    return any(is_person(token, words) or (token.capital and token.role == "word") for token in tokens[start:stop])


def _goes_on(tokens: Sequence[Token], start: int, stop: int, words: Language) -> bool:
    """Tell whether a phrase goes on behind `stop`: with “of …”, or with “for …” behind words for people."""
    link, ahead = tokens[stop], tokens[stop + 1]
    if link.key in ("and", "&"):
        return tokens[stop - 1].capital and ahead.capital and ahead.role == "word"
    if (
        link.key not in PARTS
        or ahead.role not in ("word", "determiner")
        or ahead.key in words.verbs
        or ahead.key.endswith("ing")
    ):
        return False
    if link.key in ("of", "de", "du", "des", "del", "&"):
        return True
    if link.key in ("in", "on") and not ahead.capital:
        return False
    return any(is_person(token, words) for token in tokens[start:stop])


def _without_opening(tokens: Sequence[Token], first: int, stop: int, words: Language) -> Span | None:
    """Return the phrase without words that hang before a name: in “the plan Ms Holm” only the name is meant."""
    names = stop
    while names > first and tokens[names - 1].capital:
        names -= 1
    before = tokens[names - 1] if names > first else None
    if tokens[first].role == "determiner" and tokens[first].key in ("a", "an"):
        return (first, stop)
    if names == stop or before is None or before.role != "word" or is_person(before, words):
        return (first, stop)
    named_so = any(token.capital and token.role == "word" for token in tokens[first:names])
    return (first, stop) if named_so else None


def _is_bounded(tokens: Sequence[Token], first: int) -> bool:
    if first == 0:
        return True
    before = tokens[first - 1]
    return (
        before.role in ("mark", "quote", "join", "subordinate", "that", "time", "adverb") and before.key not in "’'"
    )


def closing(tokens: Sequence[Token], opening: int) -> int:
    """Return the place of the bracket that closes the one at `opening`, or `opening` if none does."""
    ahead = range(opening + 1, min(len(tokens), opening + LONGEST_PHRASE))
    return next((place for place in ahead if tokens[place].key == ")"), opening)


def _bracket(tokens: Sequence[Token], closing: int) -> int | None:
    for place in range(closing - 1, max(-1, closing - LONGEST_PHRASE), -1):
        if tokens[place].key == "(":
            return place
    return None
