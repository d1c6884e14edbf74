"""What kind of thing a name is of, and the words a text describes it by."""

import re
from collections.abc import Collection, Iterator, Sequence

from desktop_app.core.analysis.evidence import NameKind
from desktop_app.core.analysis.names.chunks import PARTICLES, SMALL
from desktop_app.core.analysis.names.known import alias_of, first_half, given_names, listed, places, plain
from desktop_app.core.analysis.names.reading import Found

_BEHIND, _BEFORE = 120, 60  # characters around a mention that are looked at
_LANDMARKS = frozenset(("mount", "lake", "fort", "cape", "port"))
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "dr", "sens", "reps", "senators", "representatives"))

_IN = re.compile(
    r"\b(?:in|near|outside|around|throughout|across|(?:south|north|east|west|(?:south|north)(?:east|west)) of)\s$"
)
_SAYS = re.compile(r",?\s(?:said|says|told|added|argued|tweeted|wrote|testified|who|whose|whom)\b|,\s\d\d,")
_SAID = re.compile(r"\b(?:said|says|added|argued|wrote)\s$")
_ARTICLE = re.compile(r"(?:the|a|an|his|her|its|their)\s+")
_APPOSED = re.compile(r",\s+((?:[^,;:.()“”\"\n]|(?<=\b[A-Z])\.|(?<=\bSt)\.)+)")
_NO_ROLE = re.compile(
    r"\s+(?:said|says|told|tells|claimed|who|whose|whom|which|that|was|is|were|has|had|but|when|as|after|before|also)\b.*"
    r"|\s+and\s+(?![A-Z]).*"
)


def kind_of(mentions: Sequence[Found], text: str, surnames: Collection[str]) -> NameKind:
    """Return the kind of a name; `surnames` are the words that stand in the same article for persons."""
    first = mentions[0]
    if plain(first.name) in places():
        return "place"
    words = [word for word in first.words if word not in PARTICLES] or list(first.words)
    by_words = _by_words(first.name, words)
    if any(mention.title for mention in mentions) or (
        not by_words and any(_titled(each, text) for each in mentions)
    ):
        return "person"
    if by_words:
        return by_words
    named = SMALL.isdisjoint(words) and not first.name.isupper()
    if named and 1 < len(words) < 5 and (words[0] in given_names() or words[-1] in surnames):
        return "person"
    if named and len(words) > 1 and acts(mentions, text):
        return "person"
    within = sum(_IN.search(text, max(0, each.start - 14), each.start) is not None for each in mentions)
    return "place" if named and 2 * within > len(mentions) else "other"


def acts(mentions: Sequence[Found], text: str) -> bool:
    """Tell whether the text treats a name as somebody who has a title or says something."""
    return any(
        mention.title
        or _SAYS.match(text, mention.end, mention.end + _BEHIND)
        or _SAID.search(text, max(0, mention.start - _BEFORE), mention.start)
        for mention in mentions
    )


def _by_words(name: str, words: Sequence[str]) -> NameKind | None:
    """Return the kind that the words of a name tell by themselves."""
    if alias_of(name) or any(word in first_half("organisation_words") for word in words):
        return "organisation"
    if words[-1] in listed("organisation_words", "company_words"):
        return "organisation"
    return "place" if len(words) > 1 and (words[-1] in listed("place_words") or words[0] in _LANDMARKS) else None


def _titled(mention: Found, text: str) -> bool:
    """Tell whether a title without a capital stands before a mention: defence secretary Michael Fallon."""
    before = _small_words(text, mention.start) if len(mention.words) > 1 else []
    return bool(before) and before[-1] in first_half("titles")


def _small_words(text: str, end: int) -> list[str]:
    """Return the words without capitals right before a place in a text, at most some."""
    before = text[max(0, end - _BEFORE) : end]
    words = before.removesuffix(" ").removesuffix(",").split(" ") if before.endswith(" ") else []
    start = len(words)
    while start > 1 and words[start - 1].replace("-", "").isalpha() and words[start - 1].islower():
        start -= 1
    return words[start:]


def roles(mentions: Sequence[Found], text: str) -> Iterator[str]:
    """Give the words, as written, that say what a person does: those before the name and those behind it."""
    for mention in mentions:
        if mention.title and plain(mention.title) not in _COURTESY:
            yield mention.title
        before = [] if mention.title else _small_words(text, mention.start)
        if role := _before(before):
            yield role
        behind = None if mention.headline else _APPOSED.match(text, mention.end, mention.end + _BEHIND)
        if behind and (role := _behind(behind[1])):
            yield role


def _before(told: Sequence[str]) -> str | None:
    """Return the title at the end of the words before a name, with what describes it: former court reporter."""
    if not told or told[-1] not in first_half("titles"):
        return None
    start = len(told) - 1
    while start and told[start - 1] in listed("titles", "portfolios", "role_words"):
        start -= 1
    return " ".join(told[start:])


def _behind(words: str) -> str | None:
    """Return the words behind a name if they say what the person does: the spokesman for Operation Orla."""
    article = _ARTICLE.match(words)
    told = _NO_ROLE.sub("", words[article.end() :] if article else words).strip()
    keys = told.split()
    head = next((n for n, key in enumerate(keys[:5]) if key.lower() in first_half("titles")), None)
    if head is None or any(key.lower() in listed("function_words") for key in keys[:head]):
        return None
    while head + 1 < len(keys) and keys[head + 1].lower() in first_half("titles"):
        head += 1
    described = article or all(key.lower() in listed("titles", "portfolios", "role_words") for key in keys[:head])
    follows = keys[head + 1] if head + 1 < len(keys) else "of"
    return told if described and follows in ("of", "for", "at", "in", "to", "with", "from") else None
