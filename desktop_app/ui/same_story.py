"""The same story elsewhere: articles with the same text, nearly the same, and versions of the same address."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle, Summary
from desktop_app.core.dates import shown
from desktop_app.core.per_cent import per_cent
from desktop_app.ui.bidi import joined
from desktop_app.ui.facts import link, muted
from desktop_app.ui.layouts import empty
from desktop_app.ui.theme import look

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


class SameStory(QWidget):
    """A card for each article that says the same."""

    opened = Signal(int)  # article
    compare_wanted = Signal(int)  # the article whose words to hold against these

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_alike(self, alike: Sequence[Alike]) -> None:
        """Show articles that say the same."""
        empty(self._layout)
        for other in alike[:MOST]:
            self._layout.addWidget(self._card(other))
        if len(alike) > MOST:
            self._layout.addWidget(muted(f"and {len(alike) - MOST} more"))
        if not alike:
            self._layout.addWidget(muted("No other article here has the same text or address."))

    def _card(self, other: Alike) -> QWidget:
        card = QFrame()
        card.setProperty("look", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(9, 7, 9, 7)
        layout.setSpacing(2)
        layout.addWidget(muted(how_alike(other)))
        title = TitleLink(other.summary, "sameStory")
        title.setAccessibleName(f"{how_alike(other)}: {other.summary.heading}")
        title.linkActivated.connect(self._open)
        layout.addWidget(title)
        layout.addWidget(muted(about(other)))
        if other.likeness.kind != "same":
            compare = link("Compare words", "compareWords")
            compare.setProperty("article", other.summary.id)
            compare.setAccessibleDescription(title.accessibleName())
            compare.clicked.connect(self._compare)
            layout.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    @Slot(str)
    def _open(self, id_: str) -> None:
        self.opened.emit(int(id_))

    @Slot()
    def _compare(self) -> None:
        self.compare_wanted.emit(int(self.sender().property("article")))


class TitleLink(QLabel):
    """The title of an article as a link; `linkActivated` gives its id."""

    def __init__(self, summary: Summary, name: str) -> None:
        super().__init__(f'<a href="{summary.id}" style="text-decoration:none">{escape(summary.heading)}</a>')
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        look.changed.connect(self._colour)

    @Slot()
    def _colour(self) -> None:
        """Write the title anew: Qt keeps the colour a link had when it was written."""
        text = self.text()
        self.clear()
        self.setText(text)


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
