"""The words before a figure that say what it is of: “the death toll rose to 43”, “a loss of $3 million”."""

import re
from itertools import pairwise
from typing import NamedTuple

from desktop_app.core.analysis.figures.amounts import Amount, Reading
from desktop_app.core.analysis.figures.leads import (
    WORD,
    YEAR,
    Tokens,
    taken_preposition,
    taken_verb,
    without_light,
    without_time,
)
from desktop_app.core.analysis.figures.vocabulary import Vocabulary

BEFORE = 200  # characters before a figure in which its thing may stand
BACK = 5  # words back from a preposition
MOST_WORDS = 8
BRACKETS = re.compile(r"\([^()]{0,24}\)")
CLAUSE = re.compile(r"[;:,!?—–“”\"()]\s|[;:—–“”\"()]|\s-+\s")
LIMITS = frozenset(("above", "below", "over", "under", "up to", "more than", "less than", "at least", "exceeding"))
HOLDS = frozenset(("holds", "held", "employs", "employed"))
SCALES = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion"))
IRREGULAR = frozenset(("written", "known", "taken", "given", "stolen", "hidden", "unknown"))


class Context(NamedTuple):
    """What stands before a figure: its text, the words of each clause, and which clauses a comma opens."""

    text: str
    clauses: list[Tokens]
    commas: list[bool]
    words: Vocabulary


def is_participle(word: str) -> bool:
    """Tell whether a word looks like a participle."""
    return word in IRREGULAR or (word.endswith(("ed", "ing")) and len(word) > 4)


def subject_before(reading: Reading, amount: Amount) -> str | None:
    """Return the subject of a verb that leads to the figure, or the noun a preposition joins to it."""
    context = _context(reading, amount)
    words, tokens = context.words, list(context.clauses[-1])
    if amount.time and tokens and tokens[-1].group() == "in":  # “the largest fall in 13 years”
        return None
    without_light(tokens, words)
    joint = "(" if not tokens and context.text.endswith("(") else taken_preposition(tokens, words)
    if not tokens and joint and len(context.clauses) > 1 and not context.commas[-1]:
        return _noun(context, context.clauses[-3 if len(context.clauses) > 2 and joint != "(" else -2], joint)
    if joint == "of" or (not joint and _is_limit(amount, tokens, words)):
        found = _noun(context, tokens, joint)
        if found or amount.time or (tokens and tokens[-1].group().lower() == "one"):
            return found
        joint = _without_noun(tokens, joint, words)
    tokens = without_time(tokens, words) if joint else tokens
    verb = taken_verb(tokens, words)
    if verb in HOLDS and not amount.unit:  # “the mill employs 4,000” says nothing of mills
        return None
    if verb.lower() not in ("", "off", "as", "set", "near"):
        return _of_verb(context, tokens, verb)
    return _noun(context, tokens, joint) if _joins(tokens, joint, amount, words) else None


def _of_verb(context: Context, tokens: Tokens, verb: str) -> str | None:
    """Return the subject of a verb that stood behind these words."""
    if len(tokens) > 1 and tokens[-1].group() == "that":  # “a fleet that numbers 40”
        return _determined(context, tokens[:-1])
    if _is_behind_place(context, tokens):
        return _subject(context, context.clauses[-3])
    return _subject(context, tokens) or _across_commas(context, tokens, verb)


def _determined(context: Context, tokens: Tokens) -> str | None:
    """Return the noun these words end with if an article or the like stands before it."""
    first = _first_of_noun(tokens, context.words)
    ruled = first > 0 and context.words.has("determiner", tokens[first - 1].group())
    return _written(context, tokens[first:]) if ruled and first < len(tokens) else None


def _is_behind_place(context: Context, tokens: Tokens) -> bool:
    """Tell whether a place in commas parts a subject: “Profit for the Velmark, Orla, company came to”."""
    clauses, commas = context.clauses, context.commas
    alone = len(tokens) == 1 and tokens[0].group().islower()
    if not alone or len(clauses) < 3 or not (commas[-1] and commas[-2]):
        return False
    return len(clauses[-2]) == 1 and clauses[-2][0].group().istitle()


def _is_limit(amount: Amount, tokens: Tokens, words: Vocabulary) -> bool:
    """Tell whether a qualifier stands behind the noun itself, as in “incomes above $250,000”."""
    if not tokens or not amount.unit or amount.time or (amount.qualifier or "").lower() not in LIMITS:
        return False
    last = tokens[-1].group()
    infinitive = len(tokens) > 1 and tokens[-2].group() == "to"  # “plans to raise up to $3 million”
    return not infinitive and not is_participle(last) and not words.has("lead", last)


def _without_noun(tokens: Tokens, joint: str, words: Vocabulary) -> str:
    """Take an empty noun away, as “range” in “profit in the range of”, and return what joined it."""
    if joint != "of":
        return joint
    del tokens[_first_of_noun(tokens, words) :]
    while tokens and words.has("empty", tokens[-1].group()):
        tokens.pop()
    if tokens and words.has("determiner", tokens[-1].group()):
        tokens.pop()
    before = taken_preposition(tokens, words)
    return "to" if before == "in" else before


def _context(reading: Reading, amount: Amount) -> Context:
    """Cut what stands before a figure into clauses."""
    text = reading.text[max(reading.low, amount.start - BEFORE) : amount.start]
    text = BRACKETS.sub(lambda match: " " * len(match.group()), text)
    begin, clauses, commas = 0, [], [False]
    for cut in CLAUSE.finditer(text):
        clauses.append(list(WORD.finditer(text, begin, cut.start())))
        commas.append(cut.group()[0] == ",")
        begin = cut.end()
    clauses.append(list(WORD.finditer(text, begin)))
    return Context(text, clauses, commas, reading.words)


def _joins(tokens: Tokens, joint: str, amount: Amount, words: Vocabulary) -> bool:
    """Tell whether a preposition joins the noun before it to the figure."""
    if amount.time:
        return False
    if joint == "by":
        verbs = (token.group() for token in tokens[-BACK - 4 :])
        return any(
            word.lower() in words.acts or (words.has("lead", word) and is_participle(word)) for word in verbs
        )
    return joint in ("to", "at", "from", "worth") or (joint == "for" and amount.money)


def _noun(context: Context, tokens: Tokens, joint: str) -> str | None:
    """Return the noun phrase at the end of these words; of “raised its price for oil to” it is the price."""
    words = context.words
    if joint in ("to", "at", "from", "for", "by"):
        tokens = without_time(tokens, words)
    first = _first_of_noun(tokens, words)
    if all(words.has("empty", word.group()) for word in tokens[first:]):
        return None
    tokens, first = _governing(tokens, first, joint, words)
    ruling = tokens[first - 1].group().lower() if first else ""
    if words.has("modal", ruling) or (len(tokens) == first + 1 and words.has("relative", ruling)):
        first += 1  # past the verb
    kept = _name_at_end(tokens, first, words)
    after_number = first > 0 and ruling[-1].isdecimal() and not YEAR.fullmatch(ruling)
    numbered = not SCALES.isdisjoint(token.group() for token in kept)
    if not kept or after_number or numbered or kept[0].group() == "per":
        return None
    lone = kept[0].group()
    if len(kept) > 1 and kept[-1].group().endswith("ed") and lone[0].isupper():  # “the mayor asked for $3m”
        return None
    alone = len(kept) == 1 and not words.has("determiner", ruling)
    verb = alone and (is_participle(lone) or lone.endswith("ly") or words.has("lead", lone))
    return None if verb else _written(context, kept)


def _governing(tokens: Tokens, first: int, last: str, words: Vocabulary) -> tuple[Tokens, int]:
    """Go back from “goods” to the tariffs in “tariffs on a range of goods”, but keep “number of boats” whole."""
    end, back = first, ("from", "by") if last == "of" else ("of", "on", "for", "in", "from", "with", "at")
    if last not in ("of", "to", "at", "from", "for", "by"):
        return tokens, first
    for _ in range(2):
        at = end - 1 - (end > 0 and words.has("determiner", tokens[end - 1].group()))
        joint = tokens[at].group().lower() if at > 0 else ""
        if joint not in back:
            break
        begin = _first_of_noun(tokens[:at], words)
        if begin == at:
            break
        if joint == "of":
            first = end = begin
        else:
            tokens, first, end = tokens[:at], begin, begin
    return tokens, first


def _name_at_end(tokens: Tokens, first: int, words: Vocabulary) -> Tokens:
    """Return a noun phrase without the verb before a name: of “buy Orla Steel” the name."""
    kept = tokens[first:]
    determined = first > 0 and words.has("determiner", tokens[first - 1].group())
    capital = [token.group()[0].isupper() for token in kept]
    if determined or not any(capital) or not capital[-1] or capital[0]:
        return kept
    return kept[capital.index(True) :]


def _first_of_noun(tokens: Tokens, words: Vocabulary) -> int:
    """Return where the noun phrase at the end of these words begins."""
    first = len(tokens)
    while first and len(tokens) - first < BACK:
        word = tokens[first - 1].group()
        if (words.has("stop", word) and word != "per") or word[0] in "$€£" or word[0].isdecimal():
            break
        if (
            first < len(tokens)
            and word[0].islower()
            and (words.has("lead", word) or _is_verb(tokens, first - 1, words))
        ):
            break
        first -= 1
    return first


def _is_verb(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Tell whether a word that looks like a participle is the verb before a noun and not part of it."""
    word = tokens[at].group().lower()
    determined = at > 0 and words.has("determiner", tokens[at - 1].group())
    verbal = is_participle(word) or words.has("verbal", word) or words.acts.get(word) in words.deals
    return not determined and verbal and not words.has("gerund", word)


def _subject(context: Context, tokens: Tokens) -> str | None:
    """Return the subject these words end with, without what is joined to it by a preposition other than “of”."""
    words = context.words
    opens = [at for at, token in enumerate(tokens) if _opens(tokens, at, words)]
    kept = tokens[opens[-1] + 1 :] if opens else tokens
    while kept and (words.has("stop", kept[0].group()) or kept[0].group()[0].isdecimal()):
        if words.has("relative", kept[0].group()):
            return None
        measured = len(kept) > 1 and kept[0].group()[0].isdecimal() and kept[1].group().lower() in words.units
        kept = kept[2 if measured else 1 :]  # “its 12-month average”
    if not kept and opens and tokens[opens[-1]].group().lower() in ("and", "but"):
        before = tokens[: opens[-1]] or (
            context.clauses[-2] if len(context.clauses) > 1 and context.commas[-1] else []
        )
        verbs = [at for at, token in enumerate(before) if words.has("lead", token.group())]
        return _subject(context, before[: verbs[0]]) if verbs else None
    if len(kept) > 2 and is_participle(kept[0].group()) and words.has("determiner", kept[1].group()):
        kept = kept[2:]  # “…, sending its shares up”
    closes = [at for at, token in enumerate(kept) if words.has("ends", token.group())]
    kept = kept[: closes[0]] if closes else kept
    written = [token.group().lower() for token in kept]
    another = any(one[0].isdecimal() and two in words.units for one, two in pairwise(written))
    another = another or any(word.endswith(("n't", "n’t")) or words.has("modal", word) for word in written)
    if not kept or len(kept) > MOST_WORDS or words.has("relative", written[-1]) or another:
        return None
    lone = kept[0].group() if len(kept) == 1 else ""
    return None if lone.islower() and (is_participle(lone) or lone.endswith("ly")) else _written(context, kept)


def _opens(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Tell whether a clause begins behind a word; “and” may join two names, unless a verb stands before it."""
    word = tokens[at].group().lower()
    before, behind = (tokens[place].group() if 0 <= place < len(tokens) else "" for place in (at - 1, at + 1))
    if word == "forecast":
        return before[:1].isupper() and behind != "" and not words.has("lead", behind)
    if word in ("and", "or"):
        if before[:1].isupper() and behind[:1].isupper():
            return False
        return any(words.has("lead", token.group()) or token.group()[0].isdecimal() for token in tokens[:at])
    return words.has("opens", word)


def _across_commas(context: Context, tokens: Tokens, verb: str) -> str | None:
    """Return a subject that commas part from its verb: “Orla Steel, the mill, fell”, “Orla Steel, up 3 percent”."""
    clauses, commas = context.clauses, context.commas
    relative = bool(tokens) and tokens[0].group().lower() in ("which", "who")
    if len(clauses) < 2 or not commas[-1] or (tokens and not relative):
        return None
    if relative or verb.lower() in ("up", "down", "off") or verb.endswith("ing"):
        apart = len(clauses) > 2 and commas[-2] and clauses[-2] and clauses[-2][0].group() in ("a", "an")
        return _noun(context, clauses[-3 if apart else -2], "")
    if len(clauses) > 2 and commas[-2]:
        return _subject(context, clauses[-3])
    return None


def _written(context: Context, kept: Tokens) -> str:
    """Return these words as they are written."""
    return " ".join(context.text[kept[0].start() : kept[-1].end()].split())
