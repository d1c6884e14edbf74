"""Where a text has what was searched for: every form that was found is marked, not only the word as typed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from desktop_app.core.search.edits import distance
from desktop_app.core.search.explain import is_light
from desktop_app.core.search.matching import shape_of
from desktop_app.core.search.positions import stretches
from desktop_app.core.search.query import (
    And,
    FieldName,
    Fuzzy,
    InField,
    Name,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
    Word,
)
from desktop_app.core.search.stems import ENGLISH, stem
from desktop_app.core.search.words import CHUNK, spaceless, words
from desktop_app.core.search.words import Word as FoundWord

Hit = tuple[int, int]

BLANKS = " \t\n\r\x0b\x0c"  # what chunks stand between; so does the edge of a text


class _Text(NamedTuple):
    """A text cut into its words, and where each word stands in it."""

    words: list[FoundWord]
    places: dict[str, list[int]]


def marks(
    query: Query, text: str, within: FieldName | None = None, language: str | None = None
) -> list[tuple[int, int]]:
    """Return where a text has what was searched for, as positions in characters, in order, not overlapping.

    Words asked for in one field count only when `within` names that field; excluded words never count. `language`
    is that of the article, by which the forms of a word are known.
    """
    wanted = [term for node in (query.tree, *query.looser) if node for term in _wanted(node, within)]
    wanted = [term for term in wanted if not is_light(term)] or wanted
    if not wanted:
        return []
    plain = [term for term in wanted if isinstance(term, Word) and not _is_run(term)]
    hits = list(_forms(plain, text, language)) if plain else []
    others = [term for term in dict.fromkeys(wanted) if term not in plain]
    if others:
        found = list(words(text))
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(found):
            places[word.folded].append(at)
        cut = _Text(found, places)
        hits += [hit for term in others for hit in _hits(term, cut)]
    return _merged(hits)


def _forms(wanted: Sequence[Word], text: str, language: str | None) -> Iterator[Hit]:
    """Give where a text has any form of some words."""
    exact = {term.folded for term in wanted}
    stems = frozenset[str]().union(*(term.stems for term in wanted))
    for chunk in filter(_may_have(exact | stems, language).search, set(CHUNK.findall(text))):
        cut = _stemmed(chunk, language)
        hits = [(first, last) for folded, stem, first, last in cut if folded in exact or stem in stems]
        for at in _standing(chunk, text) if hits else ():
            yield from ((at + first, at + last) for first, last in hits)


def _standing(chunk: str, text: str) -> Iterator[int]:
    """Give where something stands between two blanks."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if text[at - 1 : at] in BLANKS and text[end : end + 1] in BLANKS:
            yield at
        at = text.find(chunk, end)


def _may_have(words: Set[str], language: str | None) -> re.Pattern[str]:
    """Return a pattern that is found in all that may have a form of some words; nothing else need be cut.

    A word of English begins as its stem does; of other languages everything is looked at.
    """
    if language and not language.lower().startswith(ENGLISH):
        return CHUNK
    return _beginning(frozenset(word[:2] for word in words if word[:2].isascii()))


@lru_cache(maxsize=1000)
def _beginning(starts: Set[str]) -> re.Pattern[str]:
    """Return the pattern of where a word may begin with certain letters; what is not ASCII may be anything.

    The second letter may be a y for an i (dying, die), and there may be signs before it (U.N., O’Brien).
    """
    begins = [f"[{start[0]}{start[0].upper()}]" for start in sorted(starts)]
    seconds = [f"(?![^\\W_{start[1]}{start[1].upper()}yY])" if start[1:] else "" for start in sorted(starts)]
    either = "|".join(map(str.__add__, begins, seconds))
    return re.compile(rf"(?<![A-Za-z])(?:{either})|[^\x00-\x7f]" if either else r"[^\x00-\x7f]")


@lru_cache(maxsize=60_000)
def _stemmed(chunk: str, language: str | None) -> tuple[tuple[str, str, int, int], ...]:
    """Return the words of what stands between two blanks: each folded, its stem, and where it is."""
    return tuple(
        (word.folded, stem(word.folded, chunk[word.start : word.end], language), word.start, word.end)
        for word in words(chunk)
    )


def _wanted(node: Node, within: FieldName | None, *, counts: bool = True) -> Iterator[Term]:
    """Give the terms whose hits are shown in a text."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _wanted(part, within, counts=counts)
    elif isinstance(node, InField):
        yield from _wanted(node.part, within, counts=node.name == within)
    elif isinstance(node, Name) and counts:
        yield from node.spellings
    elif isinstance(node, Term) and counts:
        yield node


def _hits(term: Term, cut: _Text) -> Iterator[Hit]:
    """Give where a term stands."""
    if isinstance(term, Phrase):
        yield from _phrases(term, cut)
    elif isinstance(term, Word):
        yield from _phrases(Phrase(tuple(term.folded), term.written), cut)
    elif isinstance(term, Near):
        at = sorted((place, n) for n, word in enumerate(term.folded) for place in cut.places.get(word, ()))
        for first, last in stretches(at, len(term.folded), term.distance):
            yield from (_place(cut, place) for place, _ in at if first <= place <= last)
    else:
        for folded, places in cut.places.items():
            if _has_shape(term, folded):
                yield from (_place(cut, place) for place in places)


def _is_run(word: Word) -> bool:
    """Tell whether a word is several signs of a script without spaces."""
    return len(word.folded) > 1 and spaceless(word.folded)


def _has_shape(term: Term, folded: str) -> bool:
    """Tell whether a word of a text is one that a term stands for."""
    if isinstance(term, Prefix):
        return folded.startswith(term.folded)
    if isinstance(term, Wildcard):
        return shape_of(term.folded).fullmatch(folded) is not None
    assert isinstance(term, Fuzzy)
    near = abs(len(folded) - len(term.folded)) <= term.edits
    return near and distance(term.folded, folded, term.edits) is not None


def _phrases(phrase: Phrase, cut: _Text) -> Iterator[Hit]:
    length = len(phrase.folded)
    if phrase.open and length == 1:
        return
    for at in cut.places.get(phrase.folded[0], ()):
        following = [word.folded for word in cut.words[at : at + length]]
        if _follows(phrase, following):
            yield cut.words[at].start, cut.words[at + length - 1].end


def _follows(phrase: Phrase, following: Sequence[str]) -> bool:
    if not phrase.open:
        return tuple(following) == phrase.folded
    *first, last = phrase.folded
    return len(following) == len(phrase.folded) and following[:-1] == first and following[-1].startswith(last)


def _place(cut: _Text, at: int) -> Hit:
    return cut.words[at].start, cut.words[at].end


def _merged(hits: list[Hit]) -> list[Hit]:
    """Return overlapping hits as one."""
    merged: list[Hit] = []
    for start, end in sorted(hits):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
