"""What several reports share: passages of two, and rows of two or more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from desktop_app.core.analysis.passages import Wording, shared_wording, wording
from desktop_app.core.article import Article
from desktop_app.core.comparison.paragraphs import taken_apart
from desktop_app.core.comparison.rows import Event, Kind, Row, Span
from desktop_app.core.errors import UserError

FEWEST, MOST = 2, 6  # articles


@dataclass(frozen=True)
class Passage:
    """Wording that two articles share, and how alike it is, from 0 to 1."""

    spans: tuple[Span, Span]
    likeness: float


@dataclass(frozen=True)
class Comparison:
    """What several articles say of one event.

    `passages` are the wording each pair shares, `rows` the matters of every kind across the articles. `only_here`
    are sentences without a counterpart; `wire` the groups of articles whose texts are one story.
    `shared_share[i][j]` is the share of the body words of article i that lie in passages with article j.
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


def compare(articles: Sequence[Article]) -> Comparison:
    """Compare 2 to 6 articles; raises UserError for fewer or more."""
    if not FEWEST <= len(articles) <= MOST:
        message = f"A comparison takes {FEWEST} to {MOST} articles, not {len(articles)}: choose again."
        raise UserError("wrong_number_of_articles", message)
    wordings = [wording(article) for article in articles]
    passages = tuple(
        Passage((Span(i, *shared.first), Span(j, *shared.second)), shared.likeness)
        for i, j in combinations(range(len(articles)), 2)
        for shared in shared_wording(wordings[i], wordings[j])
    )
    shares = tuple(
        tuple(_share(wordings[i], passages, i, j) for j in range(len(articles))) for i in range(len(articles))
    )
    pieces = [piece for passage in passages for piece in _taken_apart(passage, articles)]
    return Comparison(passages, {"passages": _rows(pieces, articles)}, shares)


def _share(wording: Wording, passages: Sequence[Passage], i: int, j: int) -> float:
    """Return the share of the words of article i that lie in passages with article j."""
    spans = sorted(
        span for passage in passages for span in passage.spans if _links(passage, i, j) and span.article == i
    )
    covered, upcoming = 0, iter(spans)
    span = next(upcoming, None)
    for word in wording.words:
        while span and span.end <= word.start:
            span = next(upcoming, None)
        covered += span is not None and span.start <= word.start
    return round(covered / len(wording.words), 3) if covered else 0.0


def _taken_apart(passage: Passage, articles: Sequence[Article]) -> list[Passage]:
    """Return a passage as one for each paragraph it runs over."""
    a, b = passage.spans
    pieces = taken_apart(articles[a.article], (a.start, a.end), articles[b.article], (b.start, b.end))
    return [
        Passage((Span(a.article, *first), Span(b.article, *second)), passage.likeness) for first, second in pieces
    ]


def _links(passage: Passage, i: int, j: int) -> bool:
    return {span.article for span in passage.spans} == {i, j}


def _rows(passages: Sequence[Passage], articles: Sequence[Article]) -> tuple[Row, ...]:
    """Group the passages that are about the same stretch, the most alike first.

    A short quotation never pulls in the long report around it: what joins a row covers at least half of what the
    row has in that article, and the other way round.
    """
    rows: list[dict[int, Span]] = []
    for passage in sorted(passages, key=lambda passage: (-passage.likeness, passage.spans)):
        for row in rows:
            if _fits(passage, row):
                for span in passage.spans:
                    row.setdefault(span.article, span)
                break
        else:
            rows.append({span.article: span for span in passage.spans})
    return tuple(_row(row, articles) for row in sorted(rows, key=lambda row: sorted(row.values())))


def _row(spans: Mapping[int, Span], articles: Sequence[Article]) -> Row:
    """Return a row of shared wording, called by its words in the first article that has it."""
    wordings = [" ".join(articles[i].text[spans[i].start : spans[i].end].split()) for i in sorted(spans)]
    plain = {wording.strip("“”\"'., ").casefold() for wording in wordings}
    cells = tuple((spans[i],) if i in spans else () for i in range(len(articles)))
    return Row(wordings[0], "same" if len(plain) == 1 else "differs", cells)


def _fits(passage: Passage, row: dict[int, Span]) -> bool:
    """Tell whether a passage is the matter of a row: it meets it somewhere and disagrees with it nowhere."""
    met = [_same_stretch(span, row[span.article]) for span in passage.spans if span.article in row]
    return bool(met) and all(met)


def _same_stretch(a: Span, b: Span) -> bool:
    """Tell whether the overlap is at least half of both."""
    overlap = min(a.end, b.end) - max(a.start, b.start)
    return 2 * overlap >= max(a.end - a.start, b.end - b.start)
