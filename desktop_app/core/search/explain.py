"""Say in plain English how a query was read."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desktop_app.core.dates import spoken
from desktop_app.core.search.query import (
    And,
    DateRange,
    Filter,
    Fuzzy,
    InField,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)

ARTICLES = "Articles"
LONGEST = 160  # characters; a pasted article as a query needs no more explaining
_PLACES = {
    "title": "in the title",
    "author": "in the author’s name",
    "source": "in the name of the source",
    "place": "in the dateline",
}
_STATES = {
    "starred": "with a star",
    "undated": "without a date",
    "note": "with a note of yours",
    "tag": "with a tag",
}
_FILTERS = {"in": "in the collection “{}”", "tag": "with the tag “{}”", "language": "in the language “{}”"}


def explain(tree: Node | None) -> str:
    """Return one sentence."""
    if tree is None:
        return "All articles."
    parts = tree.parts if isinstance(tree, And) else (tree,)
    wanted = [part for part in parts if not isinstance(part, DateRange | Not | Filter)]
    needed = [part for part in wanted if not is_light(part)] or wanted
    filters = [_filter(part) for part in parts if isinstance(part, Filter)]
    dates = [_span(part) for part in parts if isinstance(part, DateRange)]
    unwanted = [part.part for part in parts if isinstance(part, Not)]
    sentence = ARTICLES + (" " + ", ".join(filters) if filters else "")
    if needed:
        say = _say if len(parts) == 1 else _inner
        sentence += (" and with " if filters else " with ") + _listed([say(part) for part in needed], "and")
    if dates:
        sentence += " dated " + _listed(dates, "and")
    if unwanted:
        sentence += (", but without " if wanted or dates or filters else " without ") + _listed(
            [_say(part) for part in unwanted], "and without"
        )
    said = _cut(sentence)
    return said + ("" if said.endswith(" …") else ".") + _light(wanted, needed)


def explain_closest(explanation: str, complete: int) -> str:
    """Return an explanation of articles of which only so many have everything; the others lack some of it."""
    if not complete:
        return f"There is no article{explanation.removeprefix(ARTICLES)} The closest are shown."
    first = "The one that has all comes" if complete == 1 else f"The {complete:,} that have all come"
    return f"{explanation} {first} first; the closest of the others follow."


def is_light(node: Node) -> bool:
    """Tell whether a part is a word that need not be found."""
    return isinstance(node, Word) and node.light


def _light(wanted: Sequence[Node], needed: Sequence[Node]) -> str:
    """Return the sentence about the words that need not be found."""
    light = [part for part in wanted if part not in needed]
    if not light:
        return ""
    return " " + _cut(_listed([_say(part) for part in light], "and")) + " need not be in them."


def _say(node: Node) -> str:
    """Return a part of the sentence."""
    return _SAID[type(node)](node)


def _phrase(node: Phrase) -> str:
    if len(node.folded) == 1:
        return f"exactly “{node.written}”"
    return f"the phrase “{node.written}{'…' if node.open else ''}”"


def _near(node: Near) -> str:
    written = [f"“{word.written}”" for word in node.words] or [f"“{node.written}”"]
    words = "word" if node.distance == 1 else "words"
    return f"{_listed(written, 'and')} with at most {node.distance} {words} between them"


def _fuzzy(node: Fuzzy) -> str:
    return f"“{node.written}” or words {'a letter' if node.edits == 1 else 'one or two letters'} away"


def _name(node: Name) -> str:
    unwanted = _listed([f"“{spelling}”" for spelling in sorted(node.without)], "or")
    return f"the name “{node.written}” in any spelling{f' (but not as {unwanted})' if unwanted else ''}"


def _or(node: Or) -> str:
    if len(node.parts) == 2 and isinstance(node.parts[0], Word | Phrase) and isinstance(node.parts[1], DateRange):
        return f"“{node.parts[0].written}” (in the text, or as the date {_span(node.parts[1])})"
    return _listed([_inner(part) for part in node.parts], "or")


_SAID: dict[type, Callable[[Any], str]] = {
    Word: lambda node: f"“{node.written}”",
    Prefix: lambda node: f"words beginning with “{node.written}”",
    Wildcard: lambda node: f"words of the shape “{node.written}”",
    Fuzzy: _fuzzy,
    Phrase: _phrase,
    Near: _near,
    Name: _name,
    And: lambda node: _listed([_inner(part) for part in node.parts], "and"),
    Or: _or,
    Not: lambda node: f"no {_inner(node.part)}",
    InField: lambda node: f"{_inner(node.part)} {_PLACES[node.name]}",
    DateRange: lambda node: f"a date of {_span(node)}",
    Filter: lambda node: f"articles {_filter(node)}",
}


def _filter(node: Filter) -> str:
    return _STATES[node.value] if node.kind in ("is", "has") else _FILTERS[node.kind].format(node.value)


def _inner(node: Node) -> str:
    plain = isinstance(node, Or) and _or(node).startswith("“") and _or(node).endswith(")")
    return f"({_say(node)})" if isinstance(node, And | Or) and not plain else _say(node)


def _listed(parts: list[str], word: str) -> str:
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def _span(node: DateRange) -> str:
    """Return a range of days; a whole month or year by its name."""
    first, last = node.first, node.last
    if not first or not last:
        return f"{_day(first)} or later" if first else f"{_day(last or date.max)} or earlier"
    if first == last:
        return _day(first)
    if (first.day, last.day) == (1, monthrange(last.year, last.month)[1]) and first.year == last.year:
        if first.month == last.month:
            return spoken(f"{first:%Y-%m}")
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return spoken(day.isoformat())


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    return (sentence[:LONGEST].rpartition(",")[0] or sentence[:LONGEST]) + " …"
