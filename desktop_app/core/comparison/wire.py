"""One story in several papers: which texts are one, and to which agency a text is credited.

Texts that are one story count as one origin, however many outlets print it. A credit is what a report says of its
own text, at its edges: “VELMARK (Reuters) –”, “By The Associated Press”, “© AFP”. Who was told something, or took
the picture, is no credit.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from desktop_app.core.article import Article, Part, Role
from desktop_app.paths import shipped

ONE_STORY = 0.6  # share of the shorter text that stands in the other,
CREDITED = 0.35  # and the share that is enough when both credit the same agency
OPENING = 100  # characters in which the credit of a dateline ends
LAST = 3  # paragraphs at the end of the body in which a credit may stand


COPYRIGHT = r"(?:©|\([cC]\)|(?i:copyright))[\s\d–,©-]*(?:by\s+)?{name}(?!\w)"


class Credit(NamedTuple):
    """An agency by its usual name, and where the article credits it; from 0 to 0 where only its byline does."""

    agency: str
    start: int
    end: int


def credit(article: Article) -> Credit | None:
    """Return the agency an article is credited to, None where it credits none, or several."""
    found = [*_of_byline(article), *_of_opening(article), *_of_end(article)]
    agencies = {each.agency for each in found}
    placed = sorted(found, key=lambda each: (each.end == 0, each.start))
    return placed[0] if len(agencies) == 1 else None


def wire_groups(
    articles: Sequence[Article], shared_share: Sequence[Sequence[float]]
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of articles, by their places, whose texts are one story.

    `shared_share[i][j]` is the share of the words of article i that article j has too, where they share text.
    """
    credits_ = [credit(article) for article in articles]
    group_of = {at: {at} for at in range(len(articles))}
    for one, other in combinations(range(len(articles)), 2):
        ours, theirs = credits_[one], credits_[other]
        if articles[one].source and articles[one].source == articles[other].source:
            continue  # two versions of one outlet's own text
        enough = CREDITED if ours and theirs and ours.agency == theirs.agency else ONE_STORY
        if max(shared_share[one][other], shared_share[other][one]) >= enough:
            joined = group_of[one] | group_of[other]
            group_of.update(dict.fromkeys(joined, joined))
    groups = {tuple(sorted(group)) for group in group_of.values() if len(group) > 1}
    return tuple(sorted(groups))


def _of_byline(article: Article) -> Iterator[Credit]:
    """Give the agencies a byline names."""
    found = [
        credit for part in _parts(article, "byline") for credit in _all(r"(?<![\w@.]){name}(?!\w)", article, part)
    ]
    yield from found
    if not found and article.byline:
        named = re.findall(rf"(?<![\w@.])({_any_name()})(?!\w)", article.byline)
        yield from (Credit(_usual_names()[name], 0, 0) for name in named)


def _of_opening(article: Article) -> Iterator[Credit]:
    """Give the agency of the dateline: in brackets before a dash or at the very beginning, or alone."""
    forms = (
        r"[^.!?\n]{{0,80}}?[(\[（【/]\s*{name}(?:/[\w ]+)?\s*[)\]）】/]\s*(?:[-–—:]|$)",
        r"[(\[（【]\s*{name}(?:/[\w ]+)?\s*[)\]）】]",
        r"{name}(?:\s*[-–—:]|\S{{0,14}}[电電])",
    )
    for part in (*_parts(article, "dateline"), *_parts(article, "body")[:1]):
        for form in forms:
            match = _pattern(form).match(article.text, part.start, min(part.end, part.start + OPENING))
            if match:
                yield _credit(match)


def _of_end(article: Article) -> Iterator[Credit]:
    """Give the agencies credited where an article ends: on a line of their own, behind a dash, by copyright."""
    for part in _parts(article, "rights", "furniture"):
        yield from _all(COPYRIGHT, article, part)
    body = _parts(article, "body")
    paragraphs = [
        Part(part.start + match.start(), part.start + match.end(), "body")
        for part in body[-LAST:]
        for match in re.finditer(r"\S[^\n]*", article.text[part.start : part.end])
    ]
    alone = r"[\s(\[（【–—-]*{name}[)\]）】.\s]*$"
    named = r"(?i:source|via|quelle|fuente|fonte|المصدر)\s*:\s*{name}\W*$"
    for part in paragraphs[-LAST:]:
        yield from _all(COPYRIGHT, article, part)
        yield from _all(r"(?:[–—]|(?<=[.”\"])\s*-{{1,2}})\s*{name}\.?\s*$", article, part)
        for match in (_pattern(form).match(article.text, part.start, part.end) for form in (alone, named)):
            if match:
                yield _credit(match)
        yield from _all(r"[.!?”\"]\s*[(\[（【]{name}[)\]）】]\.?\s*$", article, part)


def _parts(article: Article, *roles: Role) -> list[Part]:
    return [part for part in article.parts if part.role in roles]


def _all(form: str, article: Article, part: Part) -> Iterator[Credit]:
    """Give all credits of a form in a part."""
    return map(_credit, _pattern(form).finditer(article.text, part.start, part.end))


def _credit(match: re.Match[str]) -> Credit:
    """Return the credit a match has found, with the signs around the name."""
    text = match.group()
    return Credit(_usual_names()[match["name"]], match.start() + len(text) - len(text.lstrip()), match.end())


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form.format(name=f"(?P<name>{_any_name()})"))


def _any_name() -> str:
    """Return the expression for the name of any agency, the longest first."""
    return "|".join(re.escape(name) for name in sorted(_usual_names(), key=len, reverse=True))


@cache
def _usual_names() -> dict[str, str]:
    """Return the usual name of each agency by each of its names."""
    lines = (shipped("resources") / "language" / "agencies.txt").read_text(encoding="utf-8").splitlines()
    agencies = [[name.strip() for name in line.split(",")] for line in lines if line and not line.startswith("#")]
    return {name: names[0] for names in agencies for name in names}
