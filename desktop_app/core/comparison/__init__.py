"""What several reports share and what they say differently: passages of two, and rows of two or more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from desktop_app.core.analysis.evidence import Evidence
from desktop_app.core.analysis.passages import Wording, shared_wording, wording
from desktop_app.core.article import Article
from desktop_app.core.comparison.counted import counted
from desktop_app.core.comparison.figure_rows import figure_rows
from desktop_app.core.comparison.name_groups import NameGroup, name_groups
from desktop_app.core.comparison.name_rows import name_rows, named
from desktop_app.core.comparison.only_here import only_here
from desktop_app.core.comparison.passage_rows import Passage, passage_rows
from desktop_app.core.comparison.quotation_rows import quotation_rows
from desktop_app.core.comparison.reports import Report
from desktop_app.core.comparison.rows import Event, Kind, Row, Span
from desktop_app.core.comparison.said import NOTHING, Said, Verdicts, found_again, verdicts
from desktop_app.core.comparison.shares import shares
from desktop_app.core.comparison.statements import statement_rows
from desktop_app.core.comparison.table import Table
from desktop_app.core.comparison.timeline import timeline
from desktop_app.core.comparison.wire import wire_groups
from desktop_app.core.errors import UserError

__all__ = ["FEWEST", "MOST", "Comparison", "Passage", "compare"]

FEWEST, MOST = 2, 6  # articles


@dataclass(frozen=True)
class Comparison:
    """What several articles say of one event.

    `passages` are the wording each pair shares, `rows` the matters of every kind across the articles. `only_here`
    are sentences without a counterpart; `wire` the groups of articles whose texts are one story.
    `shared_share[i][j]` is the share of the body words of article i that article j has too, in passages of both.
    """

    passages: tuple[Passage, ...] = ()
    rows: Mapping[Kind, tuple[Row, ...]] = field(default_factory=dict)
    shared_share: tuple[tuple[float, ...], ...] = ()
    only_here: tuple[Span, ...] = ()
    wire: tuple[tuple[int, ...], ...] = ()
    timeline: tuple[Event, ...] = ()

    def of(self, kind: Kind) -> tuple[Row, ...]:
        """Return the rows of one kind."""
        return self.rows.get(kind, ())


def compare(
    articles: Sequence[Article], evidence: Sequence[Evidence] | None = None, said: Said = NOTHING
) -> Comparison:
    """Compare 2 to 6 articles; raises UserError for fewer or more.

    Evidence that is not given is worked out. What the user has `said` overrides every rule.
    """
    if not FEWEST <= len(articles) <= MOST:
        message = f"A comparison takes {FEWEST} to {MOST} articles, not {len(articles)}: choose again."
        raise UserError("wrong_number_of_articles", message)
    wordings = [wording(article) for article in articles]
    word = verdicts(said, "passages", articles)
    passages = tuple(passage for passage in _passages(wordings) if not word.rejects(*passage.spans))
    if evidence is None:
        from desktop_app.core.analysis.reading import analyse  # heavy, and not needed where all is kept

        evidence = [analyse(article) for article in articles]
    groups = name_groups([marks.names for marks in evidence], said.joined, said.parted)
    reports = [
        Report(place, article, marks, words, named(groups, place))
        for place, (article, marks, words) in enumerate(zip(articles, evidence, wordings, strict=True))
    ]
    rows = _rows(reports, passages, groups, said)
    shared_share = shares(wordings, passages)
    return Comparison(
        passages=passages,
        rows=rows,
        shared_share=shared_share,
        only_here=only_here(reports, _counterparts(passages, rows)),
        wire=wire_groups(articles, shared_share),
        timeline=timeline(reports),
    )


def _rows(
    reports: Sequence[Report], passages: Sequence[Passage], groups: Sequence[NameGroup], said: Said
) -> dict[Kind, tuple[Row, ...]]:
    """Return the rows of every kind; what passages and quotations hold side by side is no statement beside."""
    articles = [report.article for report in reports]
    excluded = [place for anchor in said.excluded if (place := found_again(anchor, articles))]
    figures = [figure for report in reports for figure in counted(report)]
    quotations = quotation_rows(Table(reports, verdicts(said, "quotations", articles)))
    shown = [passage.spans for passage in passages]
    shown += [pair for row in quotations for pair in combinations(row.spans, 2)]
    return {
        "figures": figure_rows(Table(reports, verdicts(said, "figures", articles)), figures, excluded),
        "quotations": quotations,
        "names": name_rows(Table(reports), groups),
        "passages": tuple(
            map(_kept_as_yours(verdicts(said, "passages", articles)), passage_rows(passages, articles))
        ),
        "statements": statement_rows(Table(reports, verdicts(said, "statements", articles)), figures, shown),
    }


def _kept_as_yours(word: Verdicts) -> Callable[[Row], Row]:
    """Return what marks a row as the user's where they have accepted all its places."""

    def marked(row: Row) -> Row:
        accepted = all(word.knows(*pair) for pair in combinations(row.spans, 2))
        return replace(row, by="user") if accepted else row

    return marked


def _counterparts(passages: Sequence[Passage], rows: Mapping[Kind, Sequence[Row]]) -> list[Span]:
    """Return the places that have a counterpart in another report; that a name is there too is none."""
    kinds: tuple[Kind, ...] = ("figures", "quotations", "statements")
    shared = [row for kind in kinds for row in rows[kind] if len(row.spans) > 1]
    places = [span for row in shared for cell in row.cells for span in cell]
    return [*places, *(span for passage in passages for span in passage.spans)]


def _passages(wordings: Sequence[Wording]) -> tuple[Passage, ...]:
    return tuple(
        Passage((Span(i, *shared.first), Span(j, *shared.second)), shared.likeness)
        for i, j in combinations(range(len(wordings)), 2)
        for shared in shared_wording(wordings[i], wordings[j])
    )
