"""The user's word on a comparison: what is one matter and what is not. It overrides every rule.

Places are kept with their words, so that they are found again when a text was read anew and its characters moved.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.core.article import Article
from desktop_app.core.comparison.rows import Kind, Span


@dataclass(frozen=True, order=True)
class Anchor:
    """Words the user pointed at; `article` counts from 0 in the order of the comparison, as in Span."""

    article: int
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Pair:
    """Two places in different articles, of one kind of evidence."""

    kind: Kind
    first: Anchor
    second: Anchor


@dataclass(frozen=True)
class Said:
    """What the user has said of the articles of a comparison.

    `accepted` pairs are one matter, `rejected` ones are not; `linked` are two stretches linked by hand, shown among
    the statements; `excluded` are figures that are no figures to compare. `joined` are groups of names that are
    one, `parted` pairs of names that are not.
    """

    accepted: tuple[Pair, ...] = ()
    rejected: tuple[Pair, ...] = ()
    linked: tuple[tuple[Anchor, Anchor], ...] = ()
    excluded: tuple[Anchor, ...] = ()
    joined: tuple[tuple[str, ...], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()


NOTHING = Said()


def anchored(span: Span, articles: Sequence[Article]) -> Anchor:
    """Return a place with its words."""
    return Anchor(span.article, span.start, span.end, articles[span.article].text[span.start : span.end])


def found_again(anchor: Anchor, articles: Sequence[Article]) -> Span | None:
    """Return where the words of a place are now, nearest to where they were; None where they are no more."""
    article, start, end, words = anchor.article, anchor.start, anchor.end, anchor.words
    text = articles[article].text
    if text[start:end] == words:
        return Span(article, start, end)
    pattern = r"\s+".join(map(re.escape, words.split()))  # paragraphs may have been set anew
    matches = re.finditer(pattern, text) if pattern else ()
    nearest = min(matches, key=lambda match: abs(match.start() - start), default=None)
    return Span(article, *nearest.span()) if nearest else None


@dataclass(frozen=True)
class Verdicts:
    """What the user has said of one kind of evidence, as places in the texts of today."""

    together: tuple[tuple[Span, Span], ...] = ()
    apart: tuple[tuple[Span, Span], ...] = ()

    def knows(self, one: Span, other: Span) -> bool:
        """Tell whether the user has said anything of two places."""
        return _among(one, other, (*self.together, *self.apart))

    def rejects(self, one: Span, other: Span) -> bool:
        """Tell whether the user has said that two places are not one matter."""
        return _among(one, other, self.apart)


def verdicts(said: Said, kind: Kind, articles: Sequence[Article]) -> Verdicts:
    """Return the user's word on one kind of evidence; pairs of which a place is no more are left out.

    Stretches linked by hand are statements.
    """
    together = _places(said.accepted, kind, articles)
    if kind == "statements":
        linked = ((found_again(one, articles), found_again(other, articles)) for one, other in said.linked)
        together += tuple(_both(linked))
    return Verdicts(together, _places(said.rejected, kind, articles))


def meets(one: Span, other: Span) -> bool:
    """Tell whether two places are one: most of the shorter lies in the longer."""
    overlap = min(one.end, other.end) - max(one.start, other.start)
    return one.article == other.article and 2 * overlap > min(one.end - one.start, other.end - other.start)


def _places(pairs: Iterable[Pair], kind: Kind, articles: Sequence[Article]) -> tuple[tuple[Span, Span], ...]:
    chosen = (pair for pair in pairs if pair.kind == kind)
    return tuple(_both((found_again(pair.first, articles), found_again(pair.second, articles)) for pair in chosen))


def _both(pairs: Iterable[tuple[Span | None, Span | None]]) -> list[tuple[Span, Span]]:
    return [(one, other) for one, other in pairs if one and other]


def _among(one: Span, other: Span, pairs: Iterable[tuple[Span, Span]]) -> bool:
    return any(
        (meets(one, first) and meets(other, second)) or (meets(one, second) and meets(other, first))
        for first, second in pairs
    )
