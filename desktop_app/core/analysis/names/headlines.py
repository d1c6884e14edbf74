"""Names where capitals do not tell them: in headlines, and in scripts that have none."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from desktop_app.core.analysis.names.chunks import Token
from desktop_app.core.analysis.names.known import (
    aliases_as_written,
    known_starts,
    listed,
    makes_a_body,
    readers_know,
)
from desktop_app.core.analysis.names.reading import Found
from desktop_app.core.analysis.words import fold

_LONGEST = 8  # words of a name in a headline
_SHORTEST = 4  # letters of a name that is told from a word in a line of nothing but capitals
_OTHER_SCRIPT = re.compile(r"[\u0590-\u1fff\u2e80-\uffef]")


def names_in_headlines(lines: Iterable[Sequence[Token]], found: Collection[Found], text: str) -> Iterator[Found]:
    """Give the names in lines of capitals that the rest of the text, or every reader, knows for names."""
    known = {mention.words for mention in found}
    known |= {mention.words[-1:] for mention in found if len(mention.words) > 1 and _telling(mention.words[-1])}
    starts = {words[0] for words in known} | known_starts()
    for line in lines:
        yield from _in_headline(line, known, starts, text)


def _telling(word: str) -> bool:
    return len(word) > 3 and not makes_a_body(word) and word not in listed("not_names")


def _in_headline(
    line: Sequence[Token], known: Collection[tuple[str, ...]], starts: Collection[str], text: str
) -> Iterator[Found]:
    shouted = all(word.text.isupper() for word in line if word.capital)
    place = 0
    while place < len(line):
        after = place + 1
        begins = line[place].capital and (line[place].key in starts or "." in line[place].text)
        for end in range(min(len(line), place + _LONGEST) if begins else place, place, -1):
            words = tuple(word.key for word in line[place:end])
            name = " ".join(text[line[place].start : line[end - 1].end].split())
            readers = readers_know(name) and not (shouted and len(name) < _SHORTEST)
            if words in known or readers:
                yield Found(line[place].start, line[end - 1].end, name, words, headline=True)
                after = end
                break
        place = after


def names_without_capitals(text: str) -> Iterator[Found]:
    """Give the names of scripts without capitals: only those that every reader knows."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return
    for match in _known().finditer(text):
        yield Found(match.start(), match.end(), match.group(), (fold(match.group()),))


@cache
def _known() -> re.Pattern[str]:
    """Return the pattern of the known names in such scripts; Chinese has no bounds of words."""
    names = [name for name in aliases_as_written() if not any(sign.isupper() or sign.islower() for sign in name)]
    patterns = (
        rf"(?<!\w){re.escape(name)}(?!\w)" if name[0] < "\u3000" else re.escape(name)
        for name in sorted(names, key=len, reverse=True)
    )
    return re.compile("|".join(patterns))
