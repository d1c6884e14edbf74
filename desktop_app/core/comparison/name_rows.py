"""Names of several reports as rows: a person, a body or a place, in every spelling and with why they are one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations
from typing import get_args

from desktop_app.core.analysis.evidence import NameKind
from desktop_app.core.analysis.names.known import listed, plain
from desktop_app.core.comparison.name_groups import NameGroup
from desktop_app.core.comparison.reports import Named, quoted
from desktop_app.core.comparison.rows import Mark, Row, Span
from desktop_app.core.comparison.table import Table

KINDS: tuple[NameKind, ...] = get_args(NameKind)  # in the order they are shown


def named(groups: Sequence[NameGroup], article: int) -> tuple[Named, ...]:
    """Return the mentions of names in an article, each with its group, in the order of the text."""
    found = (
        Named(mention.start, mention.end, f"@{number}", group.kind)
        for number, group in enumerate(groups)
        for name in group.members.get(article, ())
        for mention in name.mentions
    )
    return tuple(sorted(found))


def name_rows(table: Table, groups: Iterable[NameGroup]) -> tuple[Row, ...]:
    """Return a row for each name that several reports have or one spells in several ways, by kind."""
    rows = []
    for group in groups:
        mark = _mark(group)
        if mark != "only-here" or group.by == "user":
            spans = [
                Span(article, mention.start, mention.end)
                for article, names in group.members.items()
                for name in names
                for mention in name.mentions
            ]
            row = table.row(group.label, mark, spans, (*_described(group), *group.reasons))
            rows.append((KINDS.index(group.kind), -len(group.members), replace(row, by=group.by)))
    return tuple(row for *_, row in sorted(rows, key=lambda each: (*each[:2], each[2].spans)))


def _mark(group: NameGroup) -> Mark:
    """Tell whether all reports write a name alike; a last name alone is no other spelling of the full name."""
    spellings = [
        list(dict.fromkeys(mention.text for name in names for mention in name.mentions))
        for names in group.members.values()
    ]
    if len(spellings) > 1:
        apart = any(_another(each, others) for mine, others in permutations(spellings, 2) for each in mine)
    else:
        fullest = max(spellings[0], key=lambda spelling: len(_parts(spelling)))
        apart = any(_another(each, [fullest]) for each in spellings[0])
    return "differs" if apart else "same" if len(spellings) > 1 else "only-here"


def _another(spelling: str, others: Iterable[str]) -> bool:
    """Tell whether none of others has the same words as a spelling, or a part of them, or its initials."""
    return not any(
        _parts(spelling) <= _parts(other)
        or _parts(other) <= _parts(spelling)
        or plain(spelling) in _initials(other)
        or plain(other) in _initials(spelling)
        for other in others
    )


@cache
def _parts(spelling: str) -> frozenset[str]:
    """Return the words of a spelling without titles and particles."""
    parts = frozenset(plain(spelling).split())
    return parts - (listed("titles") | listed("name_particles")) or parts


def _initials(spelling: str) -> set[str]:
    """Return the initials of several words, with and without those of small words."""
    parts = plain(spelling).split()
    great = [
        part for part, word in zip(parts, spelling.replace("-", " ").split(), strict=False) if word[:1].isupper()
    ]
    return {"".join(part[0] for part in words) for words in (parts, great) if len(words) > 1}


def _described(group: NameGroup) -> list[str]:
    """Say by which words the reports describe somebody."""
    roles = [role for names in group.members.values() for name in names for role in name.roles]
    return [f"described as {quoted(roles)}"] if roles else []
