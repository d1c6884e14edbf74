"""Where what is said begins behind a verb of speech: “said that …”, “told her …”, “vowed to …”, “called it a …”."""

from collections.abc import Sequence

from desktop_app.core.analysis.quotations.cues import Cue
from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import phrase_after
from desktop_app.core.analysis.quotations.tokens import Token

Found = tuple[int, str]  # the token a clause begins with, and the rule that found it

LONGEST_ADJUNCT = 14  # words between a verb and what hangs on it: “in an interview with the Orla Post”
FARTHEST_VERB = 30
FARTHEST_VERDICT = 12
WHEN = ("this", "late", "early", "earlier")
LINKS = ("as", "for")
DASHES = ("—", "–", "-")
STOPS = ("mark", "quote", "finite", "pronoun", "subordinate", "join")


def clause(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Return where the clause behind a verb begins, None if nothing hangs on the verb."""
    if cue.shape == "claim":
        return cue.stop + 1, f"X’s {cue.verb} that"
    for read in (_that, _hearer, _purpose, _verdict, _thing, _bare):
        if found := read(tokens, cue, words):
            return found
    return None


def adjuncts(tokens: Sequence[Token], place: int, words: Language) -> int:
    """Return the place behind what only says when, where and to whom."""
    limit = min(len(tokens), place + LONGEST_ADJUNCT)
    while place < limit:
        dated = tokens[place].key.isdigit() and tokens[place - 1].role == "time"
        if dated or tokens[place].role in ("time", "adverb"):
            place += 1
        elif tokens[place].key in WHEN and place + 1 < limit and tokens[place + 1].role == "time":
            place += 2  # “this week”, “late Friday”
        elif tokens[place].role == "preposition" and (behind := _behind_phrase(tokens, place, limit)):
            place = behind
        else:
            break
    return place + (place < len(tokens) and words.has("clause_after", tokens[place].key))


def _behind_phrase(tokens: Sequence[Token], place: int, limit: int) -> int | None:
    """Return the end of “in an interview with the Orla Post”, up to “that” or to where a clause begins."""
    for stop in range(place + 1, limit):
        if tokens[stop].role == "that" and tokens[stop].key != "this":
            return stop
        if tokens[stop].role in STOPS and not _in_date(tokens, stop):
            break
    stop = place + 1
    if stop < limit and tokens[stop].role == "time":
        return stop + 1
    while stop < limit and (tokens[stop].role in ("word", "time") or stop == place + 1 or _joins(tokens, stop)):
        if tokens[stop].capital and not tokens[stop - 1].capital and stop > place + 2:
            break
        stop += 1
    return stop if stop > place + 1 else None


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Tell the “and” within a name: “the Bridges and Rivers Commission”."""
    beside = [token.capital for token in (*tokens[place - 1 : place], *tokens[place + 1 : place + 2])]
    return tokens[place].key in ("and", "&") and beside == [True, True]


def _in_date(tokens: Sequence[Token], place: int) -> bool:
    """Tell the commas of “on May 26, 2009, that …”."""
    beside = [token.key.isdigit() for token in (*tokens[place - 1 : place], *tokens[place + 1 : place + 2])]
    return tokens[place].key == "," and any(beside)


def _that(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Read “said on Monday that …”."""
    if not cue.kinds & {"say", "think", "show", "tell"}:
        return None
    for start in (cue.stop, adjuncts(tokens, cue.stop, words)):
        if start + 1 < len(tokens) and tokens[start].role == "that":
            itself = tokens[start].key == "if" or (
                tokens[start].key == "that" and tokens[start + 1].role == "finite"
            )
            return start + (not itself), f"X {cue.verb} {tokens[start].key}"
    return None


def _hearer(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Read “told her that …” and “urged the council to …”."""
    if "tell" in cue.kinds and (found := _hearer_that(tokens, cue)):
        return found
    hearer = phrase_after(tokens, cue.stop, words) if cue.kinds & {"tell", "urge"} else None
    if hearer is None:
        return None
    bare = words.has("hearers", tokens[cue.stop].key)  # “told reporters rain fell”
    end = cue.stop + 1 if bare else hearer[1]
    if "urge" in cue.kinds and _is_purpose(tokens, end, words):
        return cue.stop, f"X {cue.verb} somebody to"
    behind = adjuncts(tokens, end, words)
    roles = ("pronoun", "determiner", "word") if bare else ("pronoun", "determiner")
    begins = behind < len(tokens) and tokens[behind].role in roles
    if "tell" in cue.kinds and begins and _has_verb(tokens, behind):
        return behind, f"X {cue.verb} somebody …"
    return None


def _hearer_that(tokens: Sequence[Token], cue: Cue) -> Found | None:
    for place in range(cue.stop, min(len(tokens), cue.stop + LONGEST_ADJUNCT)):
        if tokens[place].role == "that":
            return place + 1, f"X {cue.verb} somebody that"
        if tokens[place].role in ("mark", "quote", "finite", "subordinate", "join"):
            break
    return None


def _purpose(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Read “vowed to …”."""
    return (cue.stop, f"X {cue.verb} to") if "vow" in cue.kinds and _is_purpose(tokens, cue.stop, words) else None


def _is_purpose(tokens: Sequence[Token], place: int, words: Language) -> bool:
    """Tell whether “to …” with a verb begins at a token."""
    place += place < len(tokens) and tokens[place].key == "not"
    if place + 1 >= len(tokens) or not words.has("to", tokens[place].key):
        return False
    return tokens[place + 1].role in ("word", "finite", "adverb", "quote") and not tokens[place + 1].capital


def _verdict(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Read “called him a …” and “accused her of …”."""
    thing = phrase_after(tokens, cue.stop, words) if cue.kinds & {"call", "judge"} else None
    if thing is None:
        return None
    ahead = tokens[thing[1] : thing[1] + FARTHEST_VERDICT]
    if "call" in cue.kinds and _is_called(ahead):
        return cue.stop, f"X {cue.verb} something …"
    for token in tokens[cue.stop + 1 : thing[1] + FARTHEST_VERDICT] if "judge" in cue.kinds else ():
        if token.key in LINKS or (token.key == "of" and words.has("accuse", cue.verb)):
            return cue.stop, f"X {cue.verb} somebody {token.key}"
        if token.role in ("mark", "finite"):
            break
    return None


def _is_called(ahead: Sequence[Token]) -> bool:
    """Tell whether what follows a thing says what it was called."""
    if ahead and ahead[0].role == "determiner":
        return True
    for token in ahead:
        if token.role == "quote":
            return True
        if token.role == "finite" or (token.role == "mark" and token.key != ","):
            break
    return False


def _thing(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Read “denied the report”."""
    thing = phrase_after(tokens, cue.stop, words) if "deny" in cue.kinds else None
    return (cue.stop, f"X {cue.verb} something") if thing else None


def _bare(tokens: Sequence[Token], cue: Cue, words: Language) -> Found | None:
    """Read “said the river rose”, where no “that” is written, in languages that can do without."""
    if not (words.lists.get("clause") or words.lists.get("clause_after")):
        return None
    place = adjuncts(tokens, cue.stop, words)
    if not cue.kinds & {"say", "think", "show"} or place >= len(tokens):
        return None
    token = tokens[place]
    begins = token.role in ("word", "determiner", "pronoun") or words.has("clause", token.key)
    if not begins or words.has("empty", token.key):
        return None
    quoted = cue.clause > 0 and tokens[cue.clause - 1].role == "quote"  # what is said stands before the verb
    plain = words.has("plain", cue.verb) and not quoted
    return (place, f"X {cue.verb} …") if plain or _has_verb(tokens, place) else None


def _has_verb(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether words that follow make a clause: a subject and a verb."""
    opens = tokens[place].capital or tokens[place].role in ("determiner", "pronoun")
    for at, token in enumerate(tokens[place : place + FARTHEST_VERB], place):
        if token.key in DASHES:
            break
        if opens and at > place and _is_deed(tokens, at):
            return True
        if token.role in ("finite", "quote") or (token.role == "pronoun" and "'" in token.key):
            return True
        if token.key in (",", ";", ":") or token.role in ("that", "subordinate"):
            break
    return False


def _is_deed(tokens: Sequence[Token], place: int) -> bool:
    """Tell the verb of “the firm wanted a share”."""
    behind = tokens[place + 1].role if place + 1 < len(tokens) else ""
    return tokens[place].key.endswith("ed") and tokens[place].role == "word" and behind in ("determiner", "pronoun")
