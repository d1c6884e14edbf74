"""Reports with hand-made evidence: marks are given by the words they stand on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop_app.core.analysis.evidence import (
    DateExpression,
    Evidence,
    Figure,
    Mention,
    Name,
    NameKind,
    Quotation,
    QuotationKind,
    Speaker,
)
from desktop_app.core.analysis.passages import wording
from desktop_app.core.article import Article, Part
from desktop_app.core.comparison.reports import Named, Report
from desktop_app.core.comparison.rows import Row
from desktop_app.core.comparison.said import Verdicts
from desktop_app.core.comparison.table import Table


class Made:
    """An article of some sentences, to which marks are added."""

    def __init__(self, *sentences: str, **facts: Any) -> None:
        text = " ".join(sentences)
        self.article = Article(text, (Part(0, len(text), "body"),), **facts)
        ends = [len(" ".join(sentences[: number + 1])) for number in range(len(sentences))]
        places = tuple((end - len(words), end) for words, end in zip(sentences, ends, strict=True))
        self.evidence = Evidence(sentences=places)
        self._named: list[Named] = []

    def at(self, words: str) -> tuple[int, int]:
        """Return where words first stand."""
        start = self.article.text.index(words)
        return start, start + len(words)

    def figure(self, words: str, value: float, **facts: Any) -> "Made":
        """Mark a figure."""
        marked = Figure(*self.at(words), words, value, facts.pop("high", value), **facts)
        self.evidence = replace(self.evidence, figures=(*self.evidence.figures, marked))
        return self

    def quotation(self, words: str, speaker: str | None = None, kind: QuotationKind = "direct") -> "Made":
        """Mark a quotation; its speaker is known by these very words."""
        said = Speaker(*self.at(speaker), speaker, speaker) if speaker else None
        marked = Quotation(*self.at(words), kind, said, "“…” said X")
        self.evidence = replace(self.evidence, quotations=(*self.evidence.quotations, marked))
        return self

    def name(self, words: str, group: str, kind: NameKind = "person") -> "Made":
        """Mark every mention of a name."""
        starts = [i for i in range(len(self.article.text)) if self.article.text.startswith(words, i)]
        mentions = tuple(Mention(start, start + len(words), words) for start in starts)
        self.evidence = replace(self.evidence, names=(*self.evidence.names, Name(words, kind, mentions)))
        self._named += [Named(start, start + len(words), group, kind) for start in starts]
        return self

    def date(self, words: str, resolved: str | None) -> "Made":
        """Mark a date."""
        marked = DateExpression(*self.at(words), words, resolved, "day" if resolved else None, "as written")
        self.evidence = replace(self.evidence, dates=(*self.evidence.dates, marked))
        return self

    def report(self, place: int) -> Report:
        """Return it as the report at a place of a comparison."""
        return Report(place, self.article, self.evidence, wording(self.article), tuple(sorted(self._named)))


def table(*made: Made, said: Verdicts | None = None) -> Table:
    """Return a table of reports."""
    return Table([each.report(place) for place, each in enumerate(made)], said or Verdicts())


def shown(rows: Sequence[Row], table: Table) -> list[tuple[str, list[list[str]]]]:
    """Return of each row its mark and the words in its cells."""
    return [
        (row.mark, [[table.reports[s.article].text(s.start, s.end) for s in cell] for cell in row.cells])
        for row in rows
    ]
