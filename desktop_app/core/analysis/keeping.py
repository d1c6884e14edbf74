"""Evidence kept in an archive: worked out once for each article, and again when its text or the rules change."""

import json
import time
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from desktop_app.core.analysis.evidence import (
    VERSION,
    DateExpression,
    Evidence,
    Figure,
    Mention,
    Name,
    Quotation,
    Speaker,
)
from desktop_app.core.archive import Archive
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.progress import Progress

SLICE = 20  # articles of which the evidence is written at once

Packed = list[Any]


def evidence_of(archive: Archive, articles: Sequence[ArchivedArticle]) -> list[Evidence]:
    """Return the evidence of some articles; what is not kept yet is worked out and kept."""
    kept = archive.evidence.of([article.id for article in articles], VERSION)
    found = {id_: unpacked(marks) for id_, marks in kept.items()}
    new = [article for article in articles if article.id not in found]
    if new:
        from desktop_app.core.analysis.reading import analyse  # heavy, and not needed where all is kept

        found |= {article.id: analyse(article.article) for article in new}
        archive.evidence.remember(VERSION, [(article, packed(found[article.id])) for article in new])
    return [found[article.id] for article in articles]


def catch_up(report: Progress, archive: Archive, seconds: float) -> int:
    """Work out the evidence of articles that have none, the latest first, for so many seconds at most.

    Returns how many; the rest is worked out when it is asked for, or by the next call.
    """
    done, until = 0, time.monotonic() + seconds
    while time.monotonic() < until and (waiting := archive.evidence.waiting(VERSION, SLICE)):
        report(done, 0, "Marking what the reports say")
        evidence_of(archive, archive.articles.many(waiting))
        if set(archive.evidence.of(waiting, VERSION)) != set(waiting):
            break  # it cannot be written now
        done += len(waiting)
    return done


def packed(evidence: Evidence) -> str:
    """Return evidence as text: the values of each mark in the order of its fields."""
    return json.dumps(_values(evidence), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Evidence:
    """Return the evidence that `packed` has made a text of."""
    sentences, quotations, figures, names, dates = json.loads(text)
    return Evidence(
        tuple((start, end) for start, end in sentences),
        tuple(map(_quotation, quotations)),
        tuple(Figure(*values) for values in figures),
        tuple(map(_name, names)),
        tuple(DateExpression(*values) for values in dates),
    )


def _values(mark: Any) -> Any:
    """Return what a mark holds as lists."""
    if isinstance(mark, tuple):
        return [_values(each) for each in mark]
    if hasattr(mark, "__dataclass_fields__"):
        return [_values(getattr(mark, field.name)) for field in fields(mark)]
    return mark


def _quotation(values: Packed) -> Quotation:
    start, end, kind, speaker, *others = values
    return Quotation(start, end, kind, Speaker(*speaker) if speaker else None, *others)


def _name(values: Packed) -> Name:
    name, kind, mentions, roles, reasons = values
    return Name(name, kind, tuple(Mention(*mention) for mention in mentions), tuple(roles), tuple(reasons))
