"""Related coverage: which articles of the archive report what one reports, and what speaks for it."""

from dataclasses import dataclass

from desktop_app.core.archive import Archive
from desktop_app.core.archive.likenesses import Likeness
from desktop_app.core.per_cent import per_cent
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.nearness import Nearness
from desktop_app.core.search.reasons import Reasons
from desktop_app.core.search.snapshot import Snapshot, damage_told

LIMIT = 20  # articles returned unless asked otherwise
SAME_EVENT = 0.42  # from here on two articles are taken for reports of one event


@dataclass(frozen=True)
class Related:
    """An article about the same matter, how well it fits (higher is better), and why, each reason in words.

    `same_event` tells whether it is taken for a report of the same event.
    """

    id: int
    score: float
    reasons: tuple[str, ...]
    same_event: bool = False


class Coverage:
    """Knows what the articles of an archive are about, as the index stood when this was made; for one thread.

    Raises IndexDamaged when the index must be rebuilt.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.nearness: Nearness | None = None
        if place := searched_place(archive):
            with damage_told():
                self.nearness = Nearness(Snapshot(place))
                self._reasons = Reasons(self.nearness.vectors)
                ids, documents = self.nearness.snapshot.ids, self.nearness.snapshot.documents()
                self._documents = dict(zip(ids[documents].tolist(), documents.tolist(), strict=True))

    def is_latest(self) -> bool:
        """Tell whether the index has not changed since; then a new one must be made to know of it."""
        return self.nearness is not None and self.nearness.snapshot.is_latest()

    def knows(self, id_: int) -> bool:
        """Tell whether an article is in the index."""
        return self.nearness is not None and id_ in self._documents

    def close(self) -> None:
        """Let go of the index."""
        if self.nearness:
            self.nearness.snapshot.close()

    def related(self, id_: int, limit: int = LIMIT) -> list[Related]:
        """Return the articles about the same, the best first; none for an article that is not indexed yet.

        Raises UserError when the archive has no such article.
        """
        kept = self._archive.articles.get(id_)
        if self.nearness is None or id_ not in self._documents:
            return []
        document = self._documents[id_]
        with damage_told():
            (terms,) = self.nearness.vectors.terms([document])
            near = self.nearness.neighbours(document, terms, limit)
        numbers = self.nearness.snapshot.ids[near.documents].tolist()
        others = {other.id: other for other in self._archive.articles.many(numbers)}  # one may be deleted meanwhile
        chosen = {self._documents[id_]: others[id_].article for id_ in numbers if id_ in others}
        with damage_told():
            shared = dict(zip(chosen, self._reasons.of(kept.article, terms, chosen), strict=True))
        likes = {like.article: like for like in self._archive.likenesses.of(id_)}
        return [
            Related(
                other,
                round(score, 4),
                tuple(filter(None, (_sameness(likes.get(other)), shared[at], self._distance(document, at)))),
                same >= SAME_EVENT,
            )
            for other, at, score, same in zip(numbers, *(part.tolist() for part in near), strict=True)
            if at in shared
        ]

    def _distance(self, document: int, other: int) -> str:
        """Return how many days lie between two articles, "" where a date is not known."""
        days = self.nearness.days_apart(document, other) if self.nearness else None
        if days is None:
            return ""
        return "published on the same day" if days == 0 else f"published {days} day{'' if days == 1 else 's'} apart"


def _sameness(like: Likeness | None) -> str:
    """Return that an article says the same, word for word or nearly so."""
    if like is None:
        return ""
    if like.kind == "nearly":
        return f"nearly the same text ({per_cent(like.share)} of the shorter stands in the other)"
    return "the same text" if like.kind == "same" else "another version from the same address"
