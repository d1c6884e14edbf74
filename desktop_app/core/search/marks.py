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
from desktop_app.core.search.words import CHUNK, spaceless, words, words_of
from desktop_app.core.search.words import Word as FoundWord

Hit = tuple[int, int]

BLANKS = " \t\n\r\x0b\x0c"  # what chunks stand between; so does the edge of a text
LETTERS = 3  # by which words that may be forms of one are told


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
    exact = frozenset(term.folded for term in wanted)
    stems = frozenset[str]().union(*(term.stems for term in wanted))
    end = 0
    for match in _may_have(exact, stems, language).finditer(text):
        start = match.start()
        while start > end and text[start - 1] not in BLANKS:
            start -= 1
        end = match.end()
        for folded, stemmed, first, last in _stemmed(text[start:end], language):
            if folded in exact or stemmed in stems:
                yield start + first, start + last


def _may_have(exact: Set[str], stems: Set[str], language: str | None) -> re.Pattern[str]:
    """Return the pattern of what may have some words or a form of them, up to the next blank.

    A word of English begins as its stem does, but for the last letter; of other languages everything is looked at.
    """
    if language and not language.lower().startswith(ENGLISH):
        return CHUNK
    starts = {word[:LETTERS] for word in exact} | {stem[: LETTERS if len(stem) > LETTERS else 2] for stem in stems}
    return _beginning(frozenset(start for start in starts if start.isascii()))


@lru_cache(maxsize=1000)
def _beginning(starts: Set[str]) -> re.Pattern[str]:
    """Return the pattern of what may have a word that begins in certain ways; what is not ASCII may be anything.

    The letters after the first may be a y for an i (dying, die), and there may be signs before and between them
    (U.N., O’Brien).
    """
    firsts = {letter for start in starts for letter in start[0] + start[0].upper()}
    others = "".join(rf"\x{code:02x}" for code in range(128) if chr(code) not in firsts)
    either = "|".join(map(_begins, sorted(starts))) or "(?!)"
    # One set of letters is looked for in a text several times as fast as one of several expressions.
    return re.compile(rf"[^{others}](?:(?<=[^\x00-\x7f])|(?<![A-Za-z].)(?:{either}))[^{BLANKS}]*")


def _begins(start: str) -> str:
    """Return the expression for what follows the first letter of a word that begins so."""
    first, *others = (f"{letter}{letter.upper()}" for letter in start)
    expression, before = f"(?<=[{first}])", ""
    for letter in others:
        expression += f"(?!{before}[^\\W_{letter}yY])"
        before += f"[{letter}yY]"
    return expression


@lru_cache(maxsize=60_000)
def _stemmed(chunk: str, language: str | None) -> tuple[tuple[str, str, int, int], ...]:
    """Return the words of what stands between two blanks: each folded, its stem, and where it is."""
    return tuple(
        (word.folded, stem(word.folded, chunk[word.start : word.end], language), word.start, word.end)
        for word in words_of(chunk)
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
