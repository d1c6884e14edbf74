"""Who a verb of speech gives its words to: the subject before it, behind it, or far from it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import (
    Span,
    before_time,
    closing,
    past_time,
    phrase_after,
    phrase_before,
)
from desktop_app.core.analysis.quotations.subjects import (
    LONGEST_CLAUSE,
    TURNS,
    closes,
    is_speaker,
    named,
    subject_of,
)
from desktop_app.core.analysis.quotations.tokens import Token

Shape = Literal["before", "behind", "same", "according", "claim"]
LONGEST_PAPER = 6
LONGEST_QUOTED = 12  # words from “quoted” to “as saying”
LONGEST_FIRST = 10  # words of an Arabic speaker before the verb
DASHES = ("—", "–")
CUT = frozenset((";", ":", *DASHES))


class Verb(NamedTuple):
    """A verb of speech at tokens[start:stop]; its helpers begin at `left`."""

    left: int
    start: int
    stop: int


class Subject(NamedTuple):
    """Who speaks, where that stands to the verb, and where the clause begins."""

    span: Span
    shape: Shape
    clause: int


def speaker_of(tokens: Sequence[Token], verb: Verb, words: Language, earlier: Span | None) -> Subject | None:
    """Return who a verb gives its words to; `earlier` is who spoke before in the sentence."""
    if words.has("traits", "verb-first") and (first := _first(tokens, verb, words)):
        return first
    verb = verb._replace(left=before_time(tokens, verb.left))
    before = tokens[verb.left - 1] if verb.left else None
    if before and before.key == "as" and (quoted := _quoted(tokens, verb.left - 1, words)):
        return quoted
    if tokens[verb.start].key.endswith("ing") and not _is_finite(tokens, verb):
        return _same(tokens, verb, words, earlier) or _paper(tokens, verb.left, words)
    if before is None or before.role in ("quote", "mark"):
        bracketed = phrase_before(tokens, verb.left, words) if before and before.key == ")" else None
        return Subject(bracketed, "before", bracketed[0]) if bracketed else _around(tokens, verb, words)
    if before.role == "join":
        return _same(tokens, verb, words, earlier)
    return _behind_words(tokens, verb, words)


def _behind_words(tokens: Sequence[Token], verb: Verb, words: Language) -> Subject | None:
    """Return the speaker of a verb right behind a word."""
    before = tokens[verb.left - 1]
    if before.role == "preposition" or (before.role == "determiner" and not words.has("people", before.key)):
        return None  # it is a noun: “her comment”
    if before.key in ("who", "which"):
        behind = verb.left - 2 if verb.left > 1 and tokens[verb.left - 2].key == "," else verb.left - 1
        found = _name_before(tokens, behind) or phrase_before(tokens, behind, words)
        return Subject(found, "before", found[0]) if found else None
    if words.has("traits", "verb-first"):
        return _around(tokens, verb, words)
    if found := phrase_before(tokens, verb.left, words):
        return Subject(found, "before", found[0])
    return _inverted(tokens, verb, words) or _far(tokens, verb.left, words)


def _first(tokens: Sequence[Token], verb: Verb, words: Language) -> Subject | None:
    """Return the speaker of an Arabic sentence before its verb: “الوزير قال إن” and “كان الوزير أعلن أن”."""
    left, stop, said = verb.left, verb.stop, tokens[verb.start].key
    announces = stop < len(tokens) and (tokens[stop].role in ("that", "quote") or tokens[stop].key == ":")
    opened = left > 0 and words.has("opens", tokens[0].key)
    if not announces or not opened < left <= LONGEST_FIRST or said.endswith(("ا", "اً")):
        return None  # “قائلا” goes with the verb before it
    as_for = tokens[0].key == "أما"  # “أما الوزير فقال”
    if words.begins_anew(said) or as_for != said.startswith("ف") or not (opened or tokens[0].key.startswith("ال")):
        return None
    end = left - (tokens[left - 1].key == ",")
    named = tokens[opened:end]
    plain = all(token.role in ("word", "preposition") or token.key == "," for token in named)
    tells = any(token.key in words.verbs for token in named)
    return Subject((int(opened), end), "before", 0) if named and plain and not tells else None


def _inverted(tokens: Sequence[Token], verb: Verb, words: Language) -> Subject | None:
    """Return the speaker of German “Am Montag sagte Holm, …”, where only adverbs stand before the verb."""
    if not words.has("traits", "inverts") or tokens[0].role not in ("preposition", "adverb", "time", "subordinate"):
        return None
    apart = any(token.role in ("mark", "quote", "finite", "pronoun") for token in tokens[: verb.left])
    found = None if apart else phrase_after(tokens, past_time(tokens, verb.stop), words)
    return Subject(found, "behind", verb.left) if found and is_speaker(tokens, found, words) else None


def _quoted(tokens: Sequence[Token], link: int, words: Language) -> Subject | None:
    """Return the speaker of “Holm was quoted as saying” and “the Orla Post quoted Holm as saying”."""
    ahead = range(link - 1, max(0, link - LONGEST_QUOTED), -1)
    quoting = next((place for place in ahead if words.has("quoting", tokens[place].key)), None)
    if quoting is None:
        return None
    left = quoting
    while left and tokens[left - 1].role in ("finite", "adverb"):
        left -= 1
    left = before_time(tokens, left)
    found = phrase_before(tokens, left, words) or (left, left)
    if quoting + 1 < link:
        return Subject((quoting + 1, link), "before", found[0])
    return Subject(found, "before", found[0]) if found[0] < found[1] else None


def _name_before(tokens: Sequence[Token], stop: int) -> Span | None:
    """Return the name that ends before a token, whatever stands before the name."""
    first = stop
    while first and tokens[first - 1].capital and tokens[first - 1].role == "word":
        first -= 1
    return (first, stop) if first < stop else None


def _is_finite(tokens: Sequence[Token], verb: Verb) -> bool:
    return any(token.role == "finite" for token in tokens[verb.left : verb.start])


def _paper(tokens: Sequence[Token], left: int, words: Language) -> Subject | None:
    """Return what speaks in “a letter saying that …” and “with one critic asking …”."""
    first = left
    while first and tokens[first - 1].role == "word" and left - first < LONGEST_PAPER:
        first -= 1
    if first > 0 and tokens[first - 1].key in ("of", "to", "from"):
        return None  # “letters to members of the council calling for …”
    first -= first > 0 and tokens[first - 1].role == "determiner"
    heard = first > 0 and tokens[first - 1].key == "with" and tokens[left - 1].capital
    known = left and (heard or words.has("people", tokens[left - 1].key))
    return Subject((first, left), "before", first) if known and first < left else None


def _same(tokens: Sequence[Token], verb: Verb, words: Language, earlier: Span | None) -> Subject | None:
    """Return the speaker of “…, adding that” and “… and said”: the one before, or whom the sentence is about."""
    if not verb.left or not _takes_clause(tokens, verb) or not _hangs_on(tokens, verb, words, earlier):
        return None
    if earlier:
        return Subject(earlier, "same", verb.left)
    found = subject_of(tokens, 0, words) if verb.left <= LONGEST_CLAUSE else None
    return Subject(found, "same", verb.left) if found and found[1] < verb.left else None


def _hangs_on(tokens: Sequence[Token], verb: Verb, words: Language, earlier: Span | None) -> bool:
    """Tell whether a verb has the subject of the words before it."""
    before = tokens[verb.left - 1]
    if before.role != "join":
        return before.role == "quote" or before.key in (",", "—", "–", "by", "while", "after", "before", "when")
    if tokens[verb.start].key.endswith("ing") or words.has("not", tokens[verb.start - 1].key):
        return False
    return not (earlier and _is_finite(tokens, verb))  # else it goes on with what somebody said


def _takes_clause(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell a verb from the noun written like it: “and hopes that …”, but “and hopes for …”."""
    follows = tokens[verb.stop] if verb.stop < len(tokens) else None
    if follows is None or follows.role == "mark":
        return follows is not None and follows.key in (",", ":") and not tokens[verb.start].key.endswith("s")
    if verb.stop > verb.start + 1:
        return True
    return follows.key == "to" or follows.role not in ("preposition", "join", "finite", "time")


def _around(tokens: Sequence[Token], verb: Verb, words: Language) -> Subject | None:
    """Return the speaker of a verb behind a mark: “…, said X” or “X, the mayor, said”."""
    before = tokens[verb.left - 1] if verb.left else None
    if before and before.key in DASHES and (framed := _framed(tokens, verb.left, words)):
        return framed
    far = _far(tokens, verb.left, words) if before and before.key in (",", ")", "—", "–") else None
    behind = phrase_after(tokens, past_time(tokens, verb.stop), words)
    marked = tokens[verb.left - 2] if before and before.key in (",", *DASHES) and verb.left > 1 else before
    quoted = marked is not None and marked.role == "quote"
    if behind is None or not is_speaker(tokens, behind, words) or not (quoted or _tells(tokens[verb.start], words)):
        return far
    if far and not closes(tokens, behind[1]):
        return far
    if not quoted and not _may_end(tokens, behind):
        return far
    return Subject(named(tokens, behind, words) or behind, "behind", verb.start)


def _framed(tokens: Sequence[Token], left: int, words: Language) -> Subject | None:
    """Return the speaker of “X — the mayor of Velmark — said”."""
    for place in range(left - 2, max(0, left - LONGEST_CLAUSE), -1):
        if tokens[place].key == tokens[left - 1].key:
            found = phrase_before(tokens, place, words)
            return Subject(found, "before", found[0]) if found else None
    return None


def _tells(verb: Token, words: Language) -> bool:
    kinds = words.verbs.get(verb.key, frozenset())
    return "say" in kinds and not kinds & {"urge", "call", "judge"}


def _may_end(tokens: Sequence[Token], phrase: Span) -> bool:
    """Tell whether a phrase behind a verb is the speaker and not the subject of another verb."""
    start, stop = phrase
    if closes(tokens, stop):
        return True
    ends = tokens[stop].role in ("preposition", "time", "subordinate", "adverb", "that")
    return ends and tokens[start].role != "pronoun"


def _far(tokens: Sequence[Token], left: int, words: Language) -> Subject | None:
    """Return the speaker of “X, the mayor of Velmark, said” and “officials who were there said”."""
    first = left - 1
    while first > 0 and tokens[first - 1].role != "quote" and tokens[first - 1].key not in CUT:
        first -= 1
        if left - first >= LONGEST_CLAUSE:
            return None
    turns = [
        place for place in range(left - 1, first, -1) if tokens[place - 1].key == "," and tokens[place].key in TURNS
    ]
    for start in (*turns, first):
        found = subject_of(tokens[:left], start, words)
        if found and found[1] < left and _apart(tokens, found[1], left):
            return Subject(found, "before", start)
    return _described(tokens, left, words)


def _apart(tokens: Sequence[Token], place: int, left: int) -> bool:
    """Tell whether what follows a noun phrase describes it up to the verb."""
    place = closing(tokens, place) + 1 if tokens[place].key == "(" else place
    if place >= left:
        return True
    key, mark = tokens[place].key, tokens[left - 1].key
    plain = not any(token.role in ("finite", "pronoun") for token in tokens[place:left])
    if key in ("who", "whose") or (mark in (",", ")", "—", "–") and key in (mark, ",")):
        return True
    hangs = tokens[place].role == "preposition" or (key.endswith("ing") and not tokens[place].capital)
    inside = tokens[place : left - 1] if mark in (",", ")", "—", "–") else tokens[place:left]
    return hangs and plain and all(token.role != "mark" for token in inside)


def _described(tokens: Sequence[Token], left: int, words: Language) -> Subject | None:
    """Return the speaker of “…, after Mara Holm, the mayor, said” from before the words that describe them."""
    if tokens[left - 1].key != ",":
        return None
    for place in range(left - 2, max(0, left - LONGEST_CLAUSE), -1):
        token = tokens[place]
        if token.key == ",":
            found = phrase_before(tokens, place, words)
            return Subject(found, "before", found[0]) if found and tokens[found[1] - 1].capital else None
        if token.role in ("mark", "quote", "finite", "pronoun", "join"):
            break
    return None
