"""Say in plain English how a query was read."""

from datetime import date

from desktop_app.core.dates import spoken
from desktop_app.core.search.query import (
    And,
    DateRange,
    InField,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)

LONGEST = 400  # characters; a pasted article as a query needs no more explaining
_PLACES = {"title": "in the title", "author": "in the author’s name", "source": "in the name of the source"}


def explain(tree: Node | None) -> str:
    """Return one sentence."""
    if tree is None:
        return "All articles."
    parts = tree.parts if isinstance(tree, And) else (tree,)
    wanted = [part for part in parts if not isinstance(part, DateRange | Not)]
    dates = [_dates(part) for part in parts if isinstance(part, DateRange)]
    unwanted = [part.part for part in parts if isinstance(part, Not)]
    sentence = "Articles"
    if wanted:
        say = _say if len(parts) == 1 else _inner
        sentence += " with " + _listed([say(part) for part in wanted], "and")
    if dates:
        sentence += " dated " + _listed(dates, "and")
    if unwanted:
        sentence += (", but without " if wanted or dates else " without ") + _listed(
            [_say(part) for part in unwanted], "and without"
        )
    return (sentence if len(sentence) <= LONGEST else sentence[:LONGEST] + "…") + "."


def _say(node: Node) -> str:
    """Return a part of the sentence."""
    if isinstance(node, Word):
        return f"“{node.written}”"
    if isinstance(node, Prefix):
        return f"words beginning with “{node.written}”"
    if isinstance(node, Phrase):
        return f"the phrase “{node.written}{'…' if node.open else ''}”"
    if isinstance(node, InField):
        return f"{_inner(node.part)} {_PLACES[node.name]}"
    if isinstance(node, DateRange):
        return f"a date of {_dates(node)}"
    if isinstance(node, Not):
        return f"no {_inner(node.part)}"
    word = "and" if isinstance(node, And) else "or"
    return _listed([_inner(part) for part in node.parts], word)


def _inner(node: Node) -> str:
    return f"({_say(node)})" if isinstance(node, And | Or) else _say(node)


def _listed(parts: list[str], word: str) -> str:
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def _dates(node: DateRange) -> str:
    if node.first and node.last:
        return _day(node.first) if node.first == node.last else f"{_day(node.first)} to {_day(node.last)}"
    return f"{_day(node.first)} or later" if node.first else f"{_day(node.last or date.max)} or earlier"


def _day(day: date) -> str:
    return spoken(day.isoformat())
