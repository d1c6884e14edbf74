"""Shared wording: articles that have passages of the one being read, and how much of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.core.article import Summary
from desktop_app.core.per_cent import per_cent
from desktop_app.core.progress import Progress
from desktop_app.ui.cards import Cards, TitleLink, from_where
from desktop_app.ui.facts import muted
from desktop_app.ui.jobs import Job
from desktop_app.ui.reader import Reader
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.comparison.sharing import Sharing

MOST = 10  # articles that are shown
LOOKING = "Looking for shared wording …"
NOTHING = "No other article was found that shares wording."
NOT_KNOWN = "Shared wording could not be looked for."
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Shared:
    """An article that shares wording with the one being read."""

    sharing: "Sharing"
    summary: Summary


@dataclass(frozen=True)
class Found:
    """The articles that share wording with one, the greatest share of it first; those that say the same not."""

    article: int
    shared: Sequence[Shared] = ()


class SharedWording(Cards):
    """A card for each article that shares wording."""

    compare_wanted = Signal(list)  # articles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen.connect(self._compare_texts)

    def show_found(self, found: Found) -> None:
        """Show the articles; what is shown already stays, and with it the keyboard's place."""
        if found == self._shown:
            return
        if not found.shared:
            self.say(NOTHING)
            return
        self._shown = found
        self.clear()
        for shared in found.shared[:MOST]:
            much, other = how_much(shared), shared.summary
            title = TitleLink(other, "sharedWording", f"{much}: {other.heading}")
            compare = self.compare_link("Compare with this", "compareShared", [other.id])
            self.add_card(title, much, [from_where(other), how_much_of_theirs(shared)], compare)
        if len(found.shared) > MOST:
            self.add(muted(f"and {len(found.shared) - MOST} more"))

    @Slot(list)
    def _compare_texts(self, ids: list[int]) -> None:
        if self._shown is not None:
            self.compare_wanted.emit([self._shown.article, *ids])


class LookingForSharedWording(QObject):
    """Looks for what shares wording with the article being read, off the interface thread."""

    def __init__(self, session: Session, reader: Reader, cards: SharedWording) -> None:
        super().__init__(cards)
        self._session, self._reader, self._cards = session, reader, cards
        self._job: Job | None = None
        reader.shown.connect(self._begin)
        session.opened.connect(self._begin)  # what is shown is of another archive, if of the same id
        session.indexed.connect(self._ask)

    @Slot()
    def _begin(self) -> None:
        self._cards.say(LOOKING)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask after what is asked about the same event: that takes less long."""
        if self._reader.article is None or self._session.archive is None:
            return
        self._job = self._session.jobs.relate(
            "Shared wording", shared_wording, self._session.folder, self._reader.article.id, priority=-1
        )
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._failed)

    @Slot(object)
    def _show(self, found: Found) -> None:
        reading = self._reader.article
        if reading is not None and found.article == reading.id:
            self._cards.show_found(found)

    @Slot(Exception)
    def _failed(self, _error: Exception) -> None:
        if self.sender() is self._job:
            self._cards.say(NOT_KNOWN)


def shared_wording(report: Progress, folder: Path, id_: int) -> Found:
    """Return the articles that share wording with one but those that say the same; runs on a thread."""
    from desktop_app.core.archive import opened
    from desktop_app.core.comparison.sharing import sharing

    with opened(folder) as archive:
        alike = {other.article for other in archive.likenesses.of(id_)}
        found = {each.id: each for each in sharing(report, archive, id_) if each.id not in alike}
        summaries = archive.articles.summaries(list(found))
    return Found(id_, [Shared(found[each.id], each) for each in summaries])


def how_much(shared: Shared) -> str:
    """Return in words how much of the article being read another one has too."""
    share = shared.sharing.share
    much = "All" if share == 1 else per_cent(share)
    return f"{much[0].upper()}{much[1:]} of this text stands there too"


def how_much_of_theirs(shared: Shared) -> str:
    """Return in words in how many passages, and how much that is of the other article."""
    count = len(shared.sharing.passages)
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    passages = f"{number.capitalize()} {'passage' if count == 1 else 'passages'}"
    return f"{passages}, {per_cent(shared.sharing.of_theirs)} of that text"
