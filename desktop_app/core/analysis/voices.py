"""The names behind the speakers of quotations: “Gasri” and “he” are the Mohamed al-Gasri of the same article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.core.analysis.evidence import Mention, Name, Quotation, Speaker
from desktop_app.core.analysis.words import fold

# What stands before somebody else's name: “a spokesman for Mara Holm” is not Mara Holm.
OF_ANOTHER = re.compile(
    r"\b(?:of|for|to|from|with|by|in|at|under|für|von|vom|aus|bei|der|des|de|du|del|da|do|pour|para|di)\s",
    re.IGNORECASE,
)

OF_A_PLACE = re.compile(r"\s(?:of|from)\s[A-Z]")  # “Mara Holm of Velmark” is Mara Holm


def with_names(text: str, spoken: Iterable[Quotation], named: Sequence[Name]) -> tuple[Quotation, ...]:
    """Return quotations with the name behind each speaker, where the words for the speaker name somebody."""
    voices = _Voices(text, named)
    return tuple(
        replace(quotation, speaker=replace(quotation.speaker, name=voices.name_of(quotation.speaker)))
        if quotation.speaker
        else quotation
        for quotation in spoken
    )


class _Voices:
    """Knows the names of an article by where and how they stand in it."""

    def __init__(self, text: str, named: Sequence[Name]) -> None:
        self._text = text
        mentions = [(mention, name) for name in named for mention in name.mentions]
        self._mentions = sorted(mentions, key=lambda each: each[0].start)
        self._starts = [mention.start for mention, _ in self._mentions]
        self._written = {_folded(name.name): name for name in named}
        self._written |= {_folded(mention.text): name for mention, name in mentions}

    def name_of(self, speaker: Speaker) -> str | None:
        """Return the name behind a speaker: what the quotation's rule has found, or else what its words say."""
        name = self._written_as(speaker.name) if speaker.name else self._standing_at(speaker)
        return name.name if name else speaker.name

    def _written_as(self, words: str) -> Name | None:
        """Return the name that stands at the end of some words, as in “Prime Minister Fayez al-Sarraj”."""
        parts = _folded(words).split()
        endings = (" ".join(parts[first:]) for first in range(len(parts)))
        return next((self._written[ending] for ending in endings if ending in self._written), None)

    def _standing_at(self, speaker: Speaker) -> Name | None:
        """Return who is named by the words for a speaker: a person before a body."""
        here = self._mentions[bisect_left(self._starts, speaker.start) : bisect_left(self._starts, speaker.end)]
        people = [name for mention, name in here if name.kind == "person" and self._is_speaker(mention, speaker)]
        others = [
            name
            for mention, name in here
            if mention.end >= speaker.end
            and self._is_speaker(mention, speaker)
            and self._may_speak(name, mention, speaker)
        ]
        return next(iter((*people, *others)), None)

    def _may_speak(self, name: Name, mention: Mention, speaker: Speaker) -> bool:
        """Tell whether a place is all that the words name: Arabic “mayor Velmark” is the mayor of Velmark."""
        return name.kind != "place" or mention.start <= speaker.start

    def _is_speaker(self, mention: Mention, speaker: Speaker) -> bool:
        """Tell whether a name in the words for a speaker is theirs: no “spokesman for X”, no “X’s lawyer”."""
        before, after = self._text[speaker.start : mention.start], self._text[mention.end : speaker.end]
        whole = mention.end >= speaker.end or self._text[mention.end : mention.end + 1] == ","
        return not OF_ANOTHER.search(before) and (whole or OF_A_PLACE.match(after) is not None)


def _folded(words: str) -> str:
    return " ".join(fold(word) for word in words.split())
