"""The user’s word, kept in the archive: what is said of rows holds for every comparison of their articles.

Every function returns a change that can be undone.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from desktop_app.core.archive import Archive
from desktop_app.core.archive.verdicts import Judgement, Place, Verdict
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.change import Change
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.core.comparison.said import Anchor, Pair, Said

Articles = Sequence[ArchivedArticle]


def said_of(archive: Archive, articles: Articles) -> Said:
    """Return what the user has said that concerns a comparison of these articles."""
    places = {article.id: number for number, article in enumerate(articles)}
    found: dict[Judgement, list[Verdict]] = {"accepted": [], "rejected": [], "linked": [], "excluded": []}
    for verdict in archive.verdicts.among(places):
        found[verdict.judgement].append(verdict)
    return Said(
        accepted=tuple(_pairs(found["accepted"], places)),
        rejected=tuple(_pairs(found["rejected"], places)),
        linked=tuple((pair.first, pair.second) for pair in _pairs(found["linked"], places)),
        excluded=tuple(_anchor(verdict.one, places) for verdict in found["excluded"]),
        joined=tuple(archive.aliases.groups()),
        parted=tuple(archive.verdicts.apart()),
    )


def accepting(archive: Archive, articles: Articles, kind: Kind, row: Row) -> Change:
    """Say that all places of a row are one matter."""
    return archive.verdicts.saying(_among(articles, kind, row, "accepted"), "Accept the row")


def rejecting(archive: Archive, articles: Articles, kind: Kind, row: Row) -> Change:
    """Say that no two places of a row are one matter."""
    return archive.verdicts.saying(_among(articles, kind, row, "rejected"), "Reject the row")


def linking(archive: Archive, articles: Articles, one: Span, other: Span) -> Change:
    """Say that two stretches are about the same."""
    verdict = Verdict("statements", "linked", _place(articles, one), _place(articles, other))
    return archive.verdicts.saying([verdict], "Link two sentences")


def excluding(archive: Archive, articles: Articles, spans: Iterable[Span]) -> Change:
    """Say that figures are none to compare."""
    verdicts = [Verdict("figures", "excluded", _place(articles, span)) for span in spans]
    return archive.verdicts.saying(verdicts, "Leave the figure out")


def joining(archive: Archive, names: Sequence[str]) -> Change:
    """Say that names are one, in the whole archive, also of those that were said before not to be."""
    joined = archive.aliases.addition(names)
    no_longer_apart = archive.verdicts.unparting(combinations(names, 2), joined.label)

    def do() -> None:
        no_longer_apart.do()
        joined.do()

    def undo() -> None:
        joined.undo()
        no_longer_apart.undo()

    return Change(joined.label, do, undo)


def parting(archive: Archive, names: Sequence[str], others: Sequence[str] = ()) -> Change:
    """Say for the archive that names are none of the others; without others, that no two of them are one."""
    pairs = product(names, others) if others else combinations(names, 2)
    return archive.verdicts.parting([(one, other) for one, other in pairs if one != other], "Part the names")


def _among(articles: Articles, kind: Kind, row: Row, judgement: Judgement) -> list[Verdict]:
    pairs = combinations(row.spans, 2)
    return [Verdict(kind, judgement, _place(articles, one), _place(articles, other)) for one, other in pairs]


def _place(articles: Articles, span: Span) -> Place:
    kept = articles[span.article]
    return Place(kept.id, span.start, kept.article.text[span.start : span.end])


def _pairs(verdicts: Iterable[Verdict], places: dict[int, int]) -> Iterable[Pair]:
    for verdict in verdicts:
        if verdict.other is not None:
            kind: Kind = verdict.kind  # type: ignore[assignment]
            yield Pair(kind, _anchor(verdict.one, places), _anchor(verdict.other, places))


def _anchor(place: Place, places: dict[int, int]) -> Anchor:
    return Anchor(places[place.article], place.start, place.start + len(place.words), place.words)
