"""What is remembered while an article is read: who spoke last, and whether a quotation is still open."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.analysis.evidence import Quotation, QuotationKind, Speaker
from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.marks import Marked
from desktop_app.core.analysis.quotations.people import People
from desktop_app.core.analysis.quotations.speakers import SENTENCE, Said, Scene, inner, signature, speaker_of

NO_SPEAKER = "no speaker found"
FULL_STOPS = tuple(".!?…。！？؟")
ALONE = 3  # tokens of a sentence that is nothing but a quotation
SHORTEST_ALONE = 2  # words of a quotation that may be a sentence of who spoke before it


class Story:
    """The quotations found so far, and what the next sentence is understood by."""

    def __init__(self, text: str) -> None:
        self.found: list[Quotation] = []
        self._people = People(text)
        self._spoke: Speaker | None = None  # last, in this paragraph
        self._before: Speaker | None = None  # last, in the paragraph before
        self._open = False
        self._goes_on = False

    def begin_paragraph(self, start: int, quotes: Sequence[Marked]) -> None:
        """Begin a paragraph with its marked stretches."""
        self._goes_on = self._open and bool(quotes) and quotes[0].start == start
        self._before, self._spoke = self._spoke, None
        self._open = bool(quotes) and not quotes[-1].closed

    def read(self, scene: Scene) -> None:
        """Take in the quotations of a sentence."""
        if not scene.cues:
            self._people.meet(scene.tokens, scene.words)
        if self.found and self.found[-1].rule == NO_SPEAKER and (said := signature(scene, 0)):
            speaker, rule = self._given(scene, said)
            self.found[-1] = replace(self.found[-1], speaker=speaker, rule=rule)
        for place, token in enumerate(scene.tokens):
            if token.quote:
                self._mark(scene, place, token.quote)
        for content in scene.contents:
            start, end = scene.tokens[content.start].start, scene.tokens[content.stop - 1].end
            speaker = self._people.speaker(scene.tokens, content.cue.speaker, scene.words)
            self.found.append(Quotation(start, end, "indirect", speaker, _rule(content.rule, speaker)))
            self._spoke = speaker
        if scene.cues and not scene.contents and self._spoke is None:
            self._spoke = self._people.speaker(scene.tokens, scene.cues[0].speaker, scene.words)

    def _mark(self, scene: Scene, place: int, quote: Marked) -> None:
        """Take in what stands between quotation marks; the name of a work or an operation is no quotation."""
        words = inner(scene, place).rstrip("’'”\"")
        kind = _kind(scene, place, words)
        said = speaker_of(scene, place)
        if (kind == "mixed" or (said and said.loose)) and _is_name(words, said, scene.words):
            return
        speaker, rule = self._given(scene, said) if said else self._carried(scene, place, words)
        self.found.append(Quotation(quote.inner_start, quote.inner_end, kind, speaker, rule))
        self._goes_on = False
        self._spoke = speaker or self._spoke

    def _given(self, scene: Scene, said: Said) -> tuple[Speaker, str]:
        speaker = self._people.speaker(said.tokens or scene.tokens, said.speaker, scene.words)
        return speaker, _rule(said.rule, speaker)

    def _carried(self, scene: Scene, place: int, words: str) -> tuple[Speaker | None, str]:
        """Return the speaker of a quotation whose sentence names none."""
        if self._goes_on and self._before:
            return self._before, "carried on from the paragraph before"
        ends = words.endswith(FULL_STOPS) or scene.after(place) == "."
        alone = place == 0 and len(scene.tokens) <= ALONE and ends and not scene.cues
        if alone and self._spoke and len(words.split()) >= SHORTEST_ALONE:
            return self._spoke, "carried on from the same paragraph"
        if alone and self._before and len(words.split()) >= SENTENCE:
            return self._before, "carried on from the paragraph before"
        return None, NO_SPEAKER


def _rule(rule: str, speaker: Speaker) -> str:
    return f"{rule}; {speaker.text}: the last speaker named" if speaker.name else rule


def _kind(scene: Scene, place: int, words: str) -> QuotationKind:
    """Tell a quotation that stands for itself from one that is a part of the reporter's sentence."""
    before = scene.tokens[place - 1] if place else None
    stands = before is None or before.role in ("mark", "quote") or before.key in scene.words.verbs
    ends = words.endswith((",", *FULL_STOPS)) or scene.after(place) in (",", ".", "")
    return "direct" if stands and (len(words.split()) >= SENTENCE or ends) else "mixed"


def _is_name(words: str, said: Said | None, language: Language) -> bool:
    """Tell the name of a work, a campaign or an operation: all but its small words have capitals.

    Where nothing has capitals, a few words in marks are more often a name than somebody's words.
    """
    parts = words.split()
    if language.has("traits", "caseless"):
        return len(parts) < SENTENCE
    if said and not said.loose:
        return False
    large = all(part[0].isupper() or part in language.roles for part in parts)
    return bool(parts) and parts[0][0].isupper() and large and not words.endswith(("!", "?"))
