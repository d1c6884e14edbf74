"""Sources named beside what they say: German “wie die Polizei mitteilte” and “dem Bericht zufolge”."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import Span, past_time, phrase_after
from desktop_app.core.analysis.quotations.subjects import is_speaker
from desktop_app.core.analysis.quotations.tokens import Token

LONGEST = 8  # words between a speaker and the verb at the end of the clause
PAUSES = (",", "—", "–")


class Source(NamedTuple):
    """Who is named at tokens[start:stop], with the word that says it is a source."""

    start: int
    stop: int
    word: str
    speaker: Span


def source_at(tokens: Sequence[Token], place: int, words: Language) -> Source | None:
    """Return the source that begins at a token with “wie”, or ends at one with “zufolge”."""
    if words.has("as", tokens[place].key):
        return _as_told(tokens, place, words)
    return _behind_name(tokens, place, words) if words.has("source_behind", tokens[place].key) else None


def _as_told(tokens: Sequence[Token], place: int, words: Language) -> Source | None:
    """Read “wie die Polizei am Montag mitteilte”, a clause of its own; “so hoch, wie Holm sagte” compares."""
    opens = place == 0 or tokens[place - 1].role == "quote" or tokens[place - 1].key in PAUSES
    if not opens or any(token.key == "so" for token in tokens[:place]):
        return None
    speaker = phrase_after(tokens, past_time(tokens, place + 1), words)
    verb = _last_verb(tokens, speaker[1], words) if speaker and is_speaker(tokens, speaker, words) else None
    if speaker is None or verb is None:
        return None
    stop = verb + 1 + (verb + 1 < len(tokens) and tokens[verb + 1].role == "finite")  # “mitgeteilt hat”
    ends = stop >= len(tokens) or tokens[stop].role in ("mark", "quote")
    return Source(place, stop, tokens[place].key, _without_hearer(tokens, speaker, words)) if ends else None


def _last_verb(tokens: Sequence[Token], first: int, words: Language) -> int | None:
    """Return the place of the verb of speech that comes before the next mark."""
    for place in range(first, min(len(tokens), first + LONGEST)):
        key = tokens[place].key
        if tokens[place].role in ("mark", "quote"):
            return None
        if words.has("parted", key) or ("say" in words.verbs.get(key, ()) and not words.has("is_called", key)):
            return place
    return None


def _without_hearer(tokens: Sequence[Token], speaker: Span, words: Language) -> Span:
    """Cut “der Orla-Post” off “Mara Holm der Orla-Post sagte”: behind a name it tells who heard it."""
    start, stop = speaker
    for place in range(start + 2, stop):
        named = tokens[place - 1].capital and tokens[place - 2].capital
        if named and words.has("genitive", tokens[place].key):
            return start, place
    return speaker


def _behind_name(tokens: Sequence[Token], place: int, words: Language) -> Source | None:
    """Read “Mara Holm zufolge”, which begins its sentence; who speaks has capitals or an article."""
    start = place
    while start and tokens[start - 1].role in ("word", "determiner", "people"):
        start -= 1
    named = tokens[start:place]
    if start or not named or words.has("nobody", named[-1].key):
        return None
    for before, token in pairwise(named):
        if not (token.capital or token.role == "determiner" or before.role == "determiner"):
            return None  # “Die Brücke bleibt Holm zufolge …”
    first = named[0]
    opens = first.role == "determiner" or first.capital
    return Source(start, place + 1, tokens[place].key, (start, place)) if opens and named[-1].capital else None
