"""The words of a sentence that say who says something: a verb with its speaker, or “according to” with one."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.analysis.quotations.language import VERBS, Language
from desktop_app.core.analysis.quotations.phrases import POSSESSIVE, Span, phrase_after, run_before
from desktop_app.core.analysis.quotations.sources import source_at
from desktop_app.core.analysis.quotations.subjects import is_speaker
from desktop_app.core.analysis.quotations.tellers import Shape, Verb, speaker_of
from desktop_app.core.analysis.quotations.tokens import Token

SAYS = frozenset(("say",))
CLOSING = (",", "—", "–")
SHOWS = frozenset(("show",))
MOST_HELPERS = 6
FARTHEST_OWNER = 3  # words between “his” and the claim that is his


@dataclass(frozen=True)
class Cue:
    """A verb of speech at tokens[start:stop] and its speaker.

    `shape`: the speaker stands before the verb, behind it, is that of the words before (“…, adding that”), or
    follows “according to”. `clause` is where the speaker's clause begins.
    """

    start: int
    stop: int
    verb: str
    kinds: frozenset[str]
    speaker: Span
    shape: Shape
    clause: int


def cues(tokens: Sequence[Token], words: Language) -> list[Cue]:
    """Return the cues of a sentence in order."""
    found: list[Cue] = []
    place = 0
    while place < len(tokens):
        stop, verb = _verb(tokens, place, words)
        cue = _cue(tokens, (place, stop), verb, words, found) if verb else None
        cue = cue or _claim(tokens, place, words)
        if cue is None and (cue := _source(tokens, place, words)):
            stop = cue.stop
        if cue:
            found.append(cue)
        place = max(stop, place + 1)
    return found


def _verb(tokens: Sequence[Token], place: int, words: Language) -> tuple[int, str]:
    """Return the verb or phrase that begins at a token, and where it ends; "" if there is none."""
    key = tokens[place].key
    for phrase in words.longer.get(key, ()):
        stop = place + len(phrase)
        if tuple(token.key for token in tokens[place:stop]) == phrase:
            return stop, " ".join(phrase).replace("' ", "'")
    if words.has("according", key) or words.has("closing", key):
        return place + 1, key
    name = tokens[place].capital and place and tokens[place - 1].role not in ("mark", "quote")
    return place + 1, "" if name or key not in words.verbs else key


def _cue(tokens: Sequence[Token], span: Span, verb: str, words: Language, earlier: Sequence[Cue]) -> Cue | None:
    start, stop = span
    if verb not in words.verbs:
        closing = start and (tokens[start - 1].role == "quote" or tokens[start - 1].key in CLOSING)
        stop += stop < len(tokens) and tokens[stop].key in words.verbs  # “so urteilt Holm”, “según informó Holm”
        stop += stop < len(tokens) and words.has("linked", tokens[stop].key)  # “nach Angaben von Holm”
        found = phrase_after(tokens, stop, words) if closing or words.has("according", verb) else None
        if found and not _may_be_source(tokens, found, words):
            return None
        return Cue(start, stop, verb, VERBS, found, "according", start) if found else None
    left = _left(tokens, start, verb, words)
    quoted = start > 1 and tokens[start - 1].key == "as"  # “was quoted as saying by …”
    if left is None or (not quoted and _is_noun(tokens, stop, verb, words)) or _leads_on(tokens, stop, verb, words):
        return None
    who = speaker_of(tokens, Verb(left, start, stop), words, _main(tokens, earlier))
    if who is None or (who.shape == "same" and words.verbs[verb] == SHOWS):
        return None
    if not quoted and not is_speaker(tokens, who.span, words) and not _speaks(tokens, who.span, span, words):
        return None
    if left == start and who.shape == "before" and not _agrees(tokens, who.span, verb, words):
        return None
    return Cue(start, stop, verb, words.verbs[verb], *who)


def _may_be_source(tokens: Sequence[Token], span: Span, words: Language) -> bool:
    """Tell “selon le rapport” from “selon les cas”; in English “according to” says enough."""
    return words.has("according", "according to") or is_speaker(tokens, span, words)


def _agrees(tokens: Sequence[Token], speaker: Span, verb: str, words: Language) -> bool:
    """Tell “critics claim” from “the party claim”, where the claim is a noun; a verb in -s or -ed needs no test."""
    if verb + "s" not in words.verbs or not words.lists.get("several"):
        return True
    run = tokens[slice(*speaker)]
    several = (token.key.endswith("s") or words.has("several", token.key) for token in run)
    return any(several)


def _main(tokens: Sequence[Token], earlier: Sequence[Cue]) -> Span | None:
    """Return the last speaker of a sentence who does not speak within what another one says."""
    for cue in reversed(earlier):
        if not cue.clause or tokens[cue.clause - 1].role != "that":
            return cue.speaker
    return earlier[-1].speaker if earlier else None


def _is_noun(tokens: Sequence[Token], stop: int, verb: str, words: Language) -> bool:
    """Tell a noun written like a verb, “claims were …”, “reports say”, and “was said by …”, by what follows."""
    if stop >= len(tokens):
        return False
    follows = tokens[stop]
    says = words.has("plain", follows.key) and verb.endswith("s")
    return follows.role == "finite" or says or follows.key == "by" or (follows.key == "of" and verb.endswith("s"))


def _speaks(tokens: Sequence[Token], speaker: Span, verb: Span, words: Language) -> bool:
    """Tell whether what a verb does shows that an unknown subject speaks: “the plan said that …”."""
    follows = tokens[verb[1]] if verb[1] < len(tokens) else None
    several = tokens[speaker[1] - 1].key.endswith("s")
    if follows is None or words.verbs.get(tokens[verb[0]].key) == SHOWS:
        return False
    if not several and tokens[speaker[0]].role != "determiner":
        return False
    return words.has("plain", tokens[verb[0]].key) or follows.role in ("that", "quote")


def _leads_on(tokens: Sequence[Token], stop: int, verb: str, words: Language) -> bool:
    """Tell whether another verb says it: “went on to say”; or nothing is said: “asked not to be named”."""
    ahead = [token.key for token in tokens[stop : stop + 2]]
    if ahead == ["not", "to"]:
        return "urge" in words.verbs[verb]
    return (
        len(ahead) > 1 and ahead[0] == "to" and ahead[1] in words.verbs and not words.verbs[verb] & {"vow", "urge"}
    )


def _left(tokens: Sequence[Token], start: int, verb: str, words: Language) -> int | None:
    """Return where the verb with its helpers begins, None where nobody says anything: “was told”, “did not say”."""
    left = start
    while left and start - left < MOST_HELPERS and _helps(tokens, left, words):
        left -= 1
    keys = [token.key for token in tokens[left:start]]
    if any(words.has("be", key) for key in keys) and not verb.endswith("ing"):
        return None
    if any(words.has("not", key) for key in keys) and "think" not in words.verbs[verb]:
        return None
    return left


def _helps(tokens: Sequence[Token], left: int, words: Language) -> bool:
    token = tokens[left - 1]
    if token.role in ("finite", "adverb") or token.key == "yet":
        return True
    if token.role == "word" and token.key.endswith("ly") and not token.capital:
        return True
    if token.key == "to" and tokens[left].key in ("said", "told"):
        return True  # a slip often met
    if token.key == "to" and left > 1:
        return words.has("lead", tokens[left - 2].key)
    return words.has("lead", token.key) and tokens[left].key in ("to", "on")


def _claim(tokens: Sequence[Token], place: int, words: Language) -> Cue | None:
    """Read “rejected his claim that …” and “the senator’s belief on Monday that …”."""
    stop = _that(tokens, place + 1) if words.has("claim", tokens[place].key) else None
    if stop is None:
        return None
    for owner in range(place - 1, max(0, place - FARTHEST_OWNER - 1), -1):
        key = tokens[owner].key
        if words.has("owner", key):
            return Cue(place, stop, tokens[place].key, SAYS, (owner, owner + 1), "claim", owner)
        if key.endswith(POSSESSIVE):
            first = run_before(tokens, owner, words)
            return Cue(place, stop, tokens[place].key, SAYS, (first, owner + 1), "claim", first) if first else None
    return None


def _source(tokens: Sequence[Token], place: int, words: Language) -> Cue | None:
    found = source_at(tokens, place, words)
    return (
        Cue(found.start, found.stop, found.word, VERBS, found.speaker, "according", found.start) if found else None
    )


def _that(tokens: Sequence[Token], place: int) -> int | None:
    """Return the place of “that” in “claim that” and “claim on Tuesday that”."""
    roles = [token.role for token in tokens[place : place + 3]]
    if roles[:1] == ["that"]:
        return place
    return place + 2 if roles == ["preposition", "time", "that"] else None
