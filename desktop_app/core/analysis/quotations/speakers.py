"""Who said what stands between quotation marks, from the sentence around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.analysis.quotations.contents import Content
from desktop_app.core.analysis.quotations.cues import Cue, cues
from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.phrases import Span, phrase_after
from desktop_app.core.analysis.quotations.subjects import is_speaker, subject_of
from desktop_app.core.analysis.quotations.tokens import Token
from desktop_app.core.analysis.quotations.tokens import tokens as tokens_of

LONGEST_GAP = 25  # words between a verb and the quotation it announces
LONGEST_LEAD = 10  # words between a subject and the quotation it announces without a verb of speech
GOES_ON = re.compile(r"[,…—–-][’'\"”]?$")
VERB = re.compile(r"(?:ed|s)$")
SAYS = frozenset(("say", "think", "show", "tell", "urge"))
QUOTES = SAYS - {"show"} | {"call", "judge"}
DASHES = ("—", "–", "-")
SENTENCE = 4  # words from which a quotation may stand as a sentence


class Said(NamedTuple):
    """The speaker of one quotation and the rule that found it; `loose` if the marks may hold only a name.

    `tokens` are those of the quotation where the speaker is named within it.
    """

    speaker: Span
    rule: str
    loose: bool = False
    tokens: Sequence[Token] = ()


class Scene(NamedTuple):
    """A sentence: its text, tokens, cues and reported clauses."""

    text: str
    tokens: Sequence[Token]
    cues: Sequence[Cue]
    contents: Sequence[Content]
    words: Language

    def after(self, place: int) -> str:
        """Return the word or mark behind a token, "" at the end."""
        return self.tokens[place + 1].key if place + 1 < len(self.tokens) else ""


def speaker_of(scene: Scene, place: int) -> Said | None:
    """Return who said the quotation at a token, None if the sentence does not say so."""
    for rule in (_behind, _before, _within, _announced, _any_verb, _signed, _incised):
        if found := rule(scene, place):
            return found
    return None


def inner(scene: Scene, place: int) -> str:
    """Return the words of a quotation."""
    quote = scene.tokens[place].quote
    return scene.text[quote.inner_start : quote.inner_end] if quote else ""


def _behind(scene: Scene, place: int) -> Said | None:
    """Read “…,” X said; “…,” said X; “…,” according to X."""
    comma = scene.after(place) in (",", *DASHES)
    after = place + 1 + comma
    for cue in scene.cues:
        if cue.clause > after + 1:
            break
        if _follows(scene, cue, after) and (cue.shape != "before" or _belongs(scene, cue, place, comma=comma)):
            return Said(cue.speaker, f"“…” X {cue.verb}" if cue.shape == "before" else f"“…” {cue.verb} X")
    return None


def _follows(scene: Scene, cue: Cue, after: int) -> bool:
    """Tell whether a cue stands right behind a quotation."""
    if cue.shape == "according":
        return cue.start == after
    if scene.words.has("traits", "verb-first") and cue.start == after and scene.tokens[after - 1].role == "quote":
        return False  # without a comma the verb begins a new clause
    if cue.shape == "behind":
        if scene.words.begins_anew(cue.verb):
            return False
        last = after if scene.words.has("traits", "verb-first") else after + 1
        return cue.start >= after and after <= cue.clause <= last
    if cue.shape != "before" or not cue.kinds & SAYS or cue.clause < after:
        return False
    return cue.clause == after or scene.tokens[after].role not in ("join", "subordinate")


def _belongs(scene: Scene, cue: Cue, place: int, *, comma: bool) -> bool:
    """Tell whether “X said” behind a quotation goes with it and does not begin a new sentence."""
    if comma or GOES_ON.search(inner(scene, place)):
        return True
    thing = cue.stop < len(scene.tokens) and scene.tokens[cue.stop].role in ("word", "determiner", "pronoun")
    hears = "tell" in cue.kinds or scene.words.has("plain", cue.verb)
    said = any(content.cue is cue and content.start >= cue.start for content in scene.contents)
    return not said and (hears or not thing)


def _before(scene: Scene, place: int) -> Said | None:
    """Read X said, “…”; X said: “…”; X said that “…”; and “…,” said X, “…”."""
    cue = next((cue for cue in reversed(scene.cues) if cue.stop <= place and cue.kinds & QUOTES), None)
    if cue is None:
        return None
    begin = max(cue.stop, cue.speaker[1] if cue.shape in ("behind", "according") else 0)
    between = scene.tokens[begin:place]
    if all(_is_small(token) for token in between) or _announces(between, scene.words):
        told = f"{cue.verb} X" if cue.shape in ("behind", "according") else f"X {cue.verb}"
        return Said(cue.speaker, f"{told} “…”", loose=not between and "tell" in cue.kinds)
    return None


def _is_small(token: Token) -> bool:
    """Tell whether a word or mark may stand between a verb and the quotation that belongs to it."""
    return (
        token.role in ("quote", "join", "determiner")
        or token.key in (",", "that", "as")
        or token.key.endswith("'s")
    )


def _announces(between: Sequence[Token], words: Language) -> bool:
    """Tell whether the words behind a verb announce a quotation: “said in a speech:”, “wrote in a letter that”."""
    if len(between) > LONGEST_GAP or any(token.key in ";." for token in between):
        return False
    plain = all(token.role not in ("finite", "mark") and token.key not in words.verbs for token in between)
    return between[-1].key in (":", ",") or (between[-1].role == "that" and plain)


def _within(scene: Scene, place: int) -> Said | None:
    """Read X said the plan was “…”."""
    for content in scene.contents:
        if content.start <= place < content.stop:
            verb = content.cue.verb
            rule = f"{verb} X" if content.cue.shape == "according" else f"within what X {verb}"
            return Said(content.cue.speaker, rule, loose=True)
    return None


def _announced(scene: Scene, place: int) -> Said | None:
    """Read X was blunt: “…”, and X shot back, “…”."""
    tokens = scene.tokens
    words = inner(scene, place)
    if not place or tokens[place - 1].key not in (":", ",") or len(words.split()) < SENTENCE:
        return None
    found = subject_of(tokens, 0, scene.words)
    if found is None or found[1] > place or place - found[1] > LONGEST_GAP:
        return None
    if tokens[place - 1].key == ":":
        return Said(found, "X: “…”", loose=True)
    near = place - found[1] <= LONGEST_LEAD and tokens[found[1]].key != ","
    return Said(found, "X …, “…”") if near and words[:1].isupper() else None


def _any_verb(scene: Scene, place: int) -> Said | None:
    """Read “…,” X thundered, whatever the verb is."""
    words = inner(scene, place)
    if not words.endswith(",") or len(words.split()) < SENTENCE:
        return None
    found = phrase_after(scene.tokens, place + 1, scene.words)
    if not found or found[1] >= len(scene.tokens) or not is_speaker(scene.tokens, found, scene.words):
        return None
    verb = scene.tokens[found[1]]
    return Said(found, f"“…” X {verb.key}") if VERB.search(verb.key) and not verb.capital else None


def _signed(scene: Scene, place: int) -> Said | None:
    """Read “…” — X."""
    return None if place else signature(scene, 1)


def _incised(scene: Scene, place: int) -> Said | None:
    """Read « The bridge, said X, is shut », where who says it is named between commas within the marks."""
    quote = scene.tokens[place].quote
    if quote is None or not scene.words.has("traits", "incised"):
        return None
    within = tokens_of(scene.text, (quote.inner_start, quote.inner_end), (), scene.words)
    for cue in cues(within, scene.words):
        first = cue.start - (cue.start > 1 and within[cue.start - 1].role == "finite")  # “a déclaré”
        left = within[first - 1].key if first else ""
        stop = cue.speaker[1]
        ends = stop >= len(within) or within[stop].key in (",", ".")
        if cue.shape == "behind" and left == "," and ends:
            return Said(cue.speaker, f"“…, {cue.verb} X, …”", tokens=within)
    return None


def signature(scene: Scene, start: int) -> Said | None:
    """Return who signs a quotation with a dash that begins at a token: “— Mara Holm, mayor of Velmark”."""
    tokens = scene.tokens
    name = next((place for place in range(start, len(tokens)) if tokens[place].key not in DASHES), len(tokens))
    dashed = name > start and (name > start + 1 or tokens[start].key != "-")  # one hyphen begins an item of a list
    found = phrase_after(tokens, name, scene.words) if dashed else None
    if not found or not tokens[found[0]].capital or tokens[found[0]].role != "word":
        return None
    if scene.words.has("traits", "inverts") and found[1] == found[0] + 1:
        return None  # every German noun has a capital
    return Said(found, "“…” — X") if found[1] >= len(tokens) or tokens[found[1]].key in (",", ".", "(") else None
