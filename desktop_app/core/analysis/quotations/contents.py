"""What is said without quotation marks: the clause that hangs on a cue, from its first word to its last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.core.analysis.quotations.clauses import LONGEST_ADJUNCT, adjuncts, clause
from desktop_app.core.analysis.quotations.cues import Cue
from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import phrase_after
from desktop_app.core.analysis.quotations.subjects import TURNS, leads
from desktop_app.core.analysis.quotations.tokens import Token

LONGEST = 140  # words of a reported clause; what is longer is no sentence of a report
FARTHEST_COMMA = 30
FARTHEST_VERB = 10
SHORTEST = 3
ENDS = tuple(",.?!…")
PAUSES = (",", "—", "–")
IN_THE_MIDDLE = ("preposition", "subordinate", "that", "join")


class Content(NamedTuple):
    """What is said, at tokens[start:stop], and how it hangs on its cue."""

    start: int
    stop: int
    rule: str
    cue: Cue


def contents(tokens: Sequence[Token], found: Sequence[Cue], words: Language) -> list[Content]:
    """Return what the cues of a sentence report, outermost only, in order."""
    said: list[Content] = []
    for place, cue in enumerate(found):
        speaking = words.has("speaking", tokens[cue.speaker[0]].key)  # “I” is the reporter, or a mark is missing
        if not speaking and not any(one.start <= cue.start < one.stop for one in said):
            said += [one for one in _of(tokens, cue, found[place + 1 :], words) if _is_content(tokens, one)]
    return list(_outermost(said))


def _outermost(said: Sequence[Content]) -> Iterator[Content]:
    """Give what lies in nothing else, in order; of two that are the same words, the first."""
    reached = -1
    for one in sorted(said, key=lambda one: (one.start, -one.stop)):
        if one.stop > reached:
            yield one
            reached = one.stop


def _is_content(tokens: Sequence[Token], content: Content) -> bool:
    """Tell whether anything is said; words in marks count as two."""
    run = tokens[content.start : content.stop]
    return sum(2 if token.role == "quote" else token.role != "mark" for token in run) >= SHORTEST


def _of(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue], words: Language) -> Iterator[Content]:
    if cue.shape == "according":
        yield from _according(tokens, cue, later, words)
    elif cue.shape == "behind":
        that = adjuncts(tokens, cue.speaker[1], words)
        that += that + 1 < len(tokens) and tokens[that].key == "," and tokens[that + 1].role == "that"
        if that < len(tokens) and tokens[that].role == "that":
            yield Content(that + 1, _end(tokens, that + 1, later, words), f"{cue.verb} X {tokens[that].key}", cue)
        elif words.has("traits", "inverts") and tokens[cue.clause - 1].key != "," and tokens[that - 1].key == ",":
            yield Content(that, _end(tokens, that, later, words), f"{cue.verb} X …", cue)
        elif not words.has("traits", "verb-first"):
            yield from _ahead(tokens, cue, f"…, {cue.verb} X")
    elif found := clause(tokens, cue, words):
        yield _hanging(tokens, cue, found, later, words)
    elif cue.shape == "before" and _closes(tokens, cue, words):
        yield from _ahead(tokens, cue, f"…, X {cue.verb}")
        yield from _behind(tokens, cue, later, words)


def _hanging(
    tokens: Sequence[Token], cue: Cue, found: tuple[int, str], later: Sequence[Cue], words: Language
) -> Content:
    start, rule = found
    start += start < len(tokens) and tokens[start].key == ","
    stop = _end(tokens, start, later, words)
    if _is_short(tokens, cue, rule):
        stop = next((place for place in range(start, stop) if tokens[place].key == ","), stop)
    if rule.endswith(("something", "something …", "as", "of", "for")):
        stop = _thing_end(tokens, start, stop)
    return Content(start, _trimmed(tokens, start, stop), rule, cue)


def _is_short(tokens: Sequence[Token], cue: Cue, rule: str) -> bool:
    """Tell whether what is said ends at a comma: in “who said …”, “After she said …,” and “denied the report,”."""
    if tokens[cue.start - 1].key in ("who", "which") or rule.endswith("something"):
        return True
    opens = tokens[0].role in ("subordinate", "preposition") or leads(tokens[0])
    return opens and all(token.key != "," for token in tokens[: cue.start])


def _thing_end(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Return where a thing ends before “and” with another deed: “denied the report and left”."""
    for place in range(start + 1, stop - 1):
        if tokens[place].key in ("and", "but"):
            ahead = tokens[place + 1 : min(stop, place + FARTHEST_VERB)]
            if ahead[0].key.endswith("ed") or any(token.role == "finite" for token in ahead):
                return place
    return stop


def _closes(tokens: Sequence[Token], cue: Cue, words: Language) -> bool:
    """Tell whether a verb ends what was said before it: “…, X said on Tuesday”, not “…, X said hello”."""
    stop = cue.stop
    if "tell" in cue.kinds and (hearer := phrase_after(tokens, stop, words)):
        stop = hearer[1]
    elif not cue.kinds & {"say", "think", "show"} or cue.kinds & {"call", "judge", "urge"}:
        return False
    if not cue.kinds & {"say", "think", "tell"}:  # “…, the records show.”
        return "".join(token.key for token in tokens[stop:]) in ("", ".") and not words.has("traits", "inverts")
    if stop >= len(tokens):
        return True
    token = tokens[stop]
    return token.key in (",", ".", "—", "–", ")", "to") or token.role in (
        "time", "adverb", "preposition", "subordinate",
    )  # fmt: skip


def _ahead(tokens: Sequence[Token], cue: Cue, rule: str) -> Iterator[Content]:
    """Yield what stands before “, X said”."""
    stop = cue.clause - 1
    stop -= stop > 0 and tokens[stop].role == "finite"  # “…, a déclaré X”
    announces = any(token.key == ":" for token in tokens[cue.stop : cue.stop + LONGEST_ADJUNCT])
    if stop + 1 < SHORTEST or tokens[stop].key not in PAUSES or announces:
        return
    first = _begin(tokens, stop)
    first += first < stop and tokens[first].role == "join"
    if first < stop and tokens[stop - 1].role != "quote" and _is_clause(tokens, first, stop):
        yield Content(first, stop, rule, cue)


def _begin(tokens: Sequence[Token], stop: int) -> int:
    """Return where the clause before a token begins: a quotation that ends with a mark is not part of it."""
    first = stop
    while first > 0 and stop - first < LONGEST and tokens[first - 1].key != ";":
        quote = tokens[first - 1].quote
        if quote and quote.last in ENDS:
            break
        first -= 1
    return first


def _is_clause(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell a clause from words that only lead into one, and from those that go on behind a quotation."""
    if first and tokens[first - 1].role == "quote":
        return False
    into = leads(tokens[first]) or tokens[first].role == "adverb"
    return not into or any(token.role == "finite" for token in tokens[first:stop])


def _behind(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue], words: Language) -> Iterator[Content]:
    """Yield how a sentence goes on behind “…, X said, …”."""
    start = cue.stop + 1
    if start >= len(tokens) or tokens[cue.stop].key != "," or not cue.clause or tokens[cue.clause - 1].key != ",":
        return
    token = tokens[start]
    turns = token.role in ("join", "subordinate", "mark", "quote", "preposition") or token.key.endswith("ing")
    if not turns:
        yield Content(start, _end(tokens, start, later, words), f"…, X {cue.verb}, …", cue)


def _according(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue], words: Language) -> Iterator[Content]:
    rule = f"{cue.verb} X"
    after = max(cue.speaker[1], cue.stop)
    marked = cue.start - 2 if cue.start > 1 and tokens[cue.start - 1].key == "," else cue.start - 1
    if words.has("closing", cue.verb) and tokens[marked].role == "quote":
        return  # “…”, so X: that is all of it
    comma = cue.start > 0 and tokens[cue.start - 1].key == ","
    middle = comma and cue.start > 1 and tokens[cue.start - 2].role in IN_THE_MIDDLE
    if cue.start > SHORTEST and not middle:
        yield from _before_source(tokens, cue, words)
        return
    inverted = words.has("traits", "inverts") and cue.start == 0 and _may_be_verb(tokens, after)
    if inverted or (after < len(tokens) and tokens[after].role == "finite"):
        yield Content(after, _end(tokens, after, later, words), rule, cue)
        return
    for place in range(after, min(len(tokens), after + FARTHEST_COMMA)):
        closed = cue.stop > cue.speaker[1]  # “wie Holm sagte,”
        if tokens[place].key == "," and (closed or not _describes(tokens, place + 1)):
            yield Content(place + 1, _end(tokens, place + 1, later, words), rule, cue)
            return


def _may_be_verb(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a German sentence may go on with its verb: “Laut Holm stieg der Fluss”."""
    return place < len(tokens) and tokens[place].role == "word" and not tokens[place].capital


def _before_source(tokens: Sequence[Token], cue: Cue, words: Language) -> Iterator[Content]:
    """Yield what stands before “according to X”."""
    after = max(cue.speaker[1], cue.stop)
    goes_on = after < len(tokens) and tokens[after].role != "mark"
    put_in = words.has("as", cue.verb) and after < len(tokens) and tokens[after].key == ","
    if words.has("traits", "verb-first") or put_in:
        return
    if tokens[cue.start - 1].key == ",":
        yield from _ahead(tokens, replace(cue, clause=cue.start), f"{cue.verb} X")
    elif words.has("traits", "inverts") and goes_on:
        return  # “haben laut Holm drei Brücken” would be cut in two
    elif tokens[cue.start - 1].role != "quote":
        yield Content(_begin(tokens, cue.start), cue.start, f"{cue.verb} X", cue)


def _describes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether words behind “according to X,” only say who X is, up to the next comma."""
    for token in tokens[place : place + FARTHEST_COMMA]:
        if token.key == "," or token.role == "finite":
            return token.key == ","
    return False


def _end(tokens: Sequence[Token], start: int, later: Sequence[Cue], words: Language) -> int:
    """Return where a clause ends: with its sentence, or where somebody else begins to speak."""
    stop = min(len(tokens), start + LONGEST)
    opens = start < stop and (tokens[start].role == "subordinate" or tokens[start].key == "if")
    for cue in later:
        goes_on = opens and tokens[cue.speaker[0]].role == "pronoun"  # “said that if it rains, she hopes …”
        if cue.start >= stop:
            break
        if not goes_on and (first := _turn(tokens, start, cue, words)):
            stop = first
            break
    stop = next((place for place in range(start, stop) if tokens[place].key == ";"), stop)
    return _trimmed(tokens, start, stop)


def _turn(tokens: Sequence[Token], start: int, cue: Cue, words: Language) -> int | None:
    """Return where the words of a later speaker begin, None if they belong to what is said."""
    first = cue.start if cue.shape == "behind" else cue.clause
    first -= tokens[first - 1].key in TURNS
    apart = tokens[first - 1].key in (*PAUSES, ";") or tokens[first].key in ("but", "while")
    again = cue.shape == "behind" and words.begins_anew(cue.verb)
    return first if first > start + 1 and (apart or again or cue.shape in ("same", "according")) else None


def _trimmed(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Return the end of a clause without marks and joining words behind it."""
    while stop > start and tokens[stop - 1].key not in (")", "%"):
        if tokens[stop - 1].role != "mark" and tokens[stop - 1].key not in ("and", "but", "or", "yet"):
            break
        stop -= 1
    return stop
