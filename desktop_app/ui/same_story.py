"""The same story elsewhere: articles with the same text, nearly the same, and versions of the same address."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.core.article import ArchivedArticle, Summary
from desktop_app.core.dates import shown
from desktop_app.core.per_cent import per_cent
from desktop_app.ui.bidi import joined
from desktop_app.ui.cards import Cards, TitleLink
from desktop_app.ui.facts import muted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.core.archive.likenesses import Likeness

MOST = 8  # articles that are shown


@dataclass(frozen=True)
class Alike:
    """Another article that says the same, and how alike it is."""

    likeness: "Likeness"
    summary: Summary


def alike(archive: "Archive", article: ArchivedArticle) -> list[Alike]:
    """Return the articles that say the same as one, versions in the order they were captured."""
    likenesses = archive.likenesses.of(article.id)
    found = {summary.id: summary for summary in archive.articles.summaries([like.article for like in likenesses])}
    alike = [Alike(like, found[like.article]) for like in likenesses if like.article in found]
    order = {"same": 0, "version": 1, "nearly": 2}
    return sorted(alike, key=lambda other: (order[other.likeness.kind], other.summary.captured or ""))


class SameStory(Cards):
    """A card for each article that says the same."""

    compare_wanted = Signal(int)  # the article whose words to hold against these

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen.connect(self._compare_words)

    def show_alike(self, alike: Sequence[Alike]) -> None:
        """Show articles that say the same."""
        if not alike:
            self.say("No other article here has the same text or address.")
            return
        self.clear()
        for other in alike[:MOST]:
            title = TitleLink(other.summary, "sameStory", f"{how_alike(other)}: {other.summary.heading}")
            differs = other.likeness.kind != "same"
            compare = self.compare_link("Compare words", "compareWords", [other.summary.id]) if differs else None
            self.add_card(title, how_alike(other), [about(other)], compare)
        if len(alike) > MOST:
            self.add(muted(f"and {len(alike) - MOST} more"))

    @Slot(list)
    def _compare_words(self, ids: list[int]) -> None:
        self.compare_wanted.emit(ids[0])


def how_alike(other: Alike) -> str:
    """Return in words how alike an article is."""
    kinds = {"same": "The same text", "version": "Another version of this address"}
    share = other.likeness.share
    nearly = f"Nearly the same text ({per_cent(share)})" if share < 1 else "The same text, but one is longer"
    return kinds.get(other.likeness.kind, nearly)


def about(other: Alike) -> str:
    """Return source, date and, of a version, when it was captured."""
    summary = other.summary
    pieces = [summary.source or "Unknown source", shown(summary.published)]
    if other.likeness.kind == "version" or summary.captured:
        pieces.append(f"captured {shown(summary.captured)}" if summary.captured else "capture date unknown")
    return joined(pieces)
