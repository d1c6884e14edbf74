"""About this article: what is known and from where, what cleaning has hidden, where else the story stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.dates import doubted
from desktop_app.ui.annotations import NoteEditor, TagsEditor
from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import Facts, breakable, link
from desktop_app.ui.same_event import SameEvent
from desktop_app.ui.same_story import Alike, SameStory, alike
from desktop_app.ui.shared_wording import SharedWording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive

SHOWN_FURNITURE = 3  # examples of hidden blocks


@dataclass(frozen=True)
class Surroundings:
    """What the archive knows of an article beside what it says itself.

    `by_hand` are the starts of the parts whose role the user has set.
    """

    places: Sequence[str] = ()
    alike: Sequence[Alike] = ()
    by_hand: Collection[int] = ()
    rereadable: bool = False  # with another encoding


def surroundings(archive: "Archive", article: ArchivedArticle) -> Surroundings:
    """Return what the archive knows of an article beside what it says itself."""
    from desktop_app.core.importing.rereading import rereadable

    cleaned = archive.corrections.as_cleaned(article.id) if "parts" in article.by_hand else None
    read = {part.start: part.role for part in cleaned or ()}
    by_hand = {part.start for part in article.article.parts if part.role != read.get(part.start, part.role)}
    return Surroundings(
        archive.imports.places(article.sha256), alike(archive, article), by_hand, rereadable(article)
    )


class Inspector(QWidget):
    """The right side of the library."""

    article_wanted = Signal(int)
    comparison_wanted = Signal(list)  # of these articles
    furniture_wanted = Signal()
    reset_wanted = Signal()  # the cleaning as it was before the user corrected it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.facts = Facts()
        self.same_story = SameStory()
        self.shared_wording = SharedWording()
        self.same_event = SameEvent()
        for elsewhere in (self.same_story, self.shared_wording, self.same_event):
            elsewhere.opened.connect(self.article_wanted)
        for reports in (self.shared_wording, self.same_event):
            reports.compare_wanted.connect(self.comparison_wanted)
        self.tags = TagsEditor()
        self.note = NoteEditor()
        self.warnings = _card()
        self.cleaning = _card()
        self.furniture = link("Show page furniture", "showFurniture")
        self.furniture.clicked.connect(self.furniture_wanted)
        self.reset = link("Reset to what cleaning found", "resetCleaning")
        self.reset.clicked.connect(self.reset_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("inspectorPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(6)
        for heading, widgets in (
            ("About this article", (self.facts, self.warnings)),
            ("Cleaning", (self.cleaning, self.furniture, self.reset)),
            ("Same story elsewhere", (self.same_story, self.shared_wording)),
            ("Same event elsewhere", (self.same_event,)),
            ("Tags", (self.tags,)),
            ("Note", (self.note,)),
        ):
            layout.addWidget(_heading(heading))
            for widget in widgets:
                small = widget in (self.furniture, self.reset)
                layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if small else Qt.AlignmentFlag(0))
            layout.addSpacing(10)
        layout.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def show_article(self, article: ArchivedArticle | None, around: Surroundings, *, furniture_shown: bool) -> None:
        """Show what is known of an article."""
        self._scroll.setVisible(article is not None)
        if article is None:
            return
        self.facts.show_article(article, around.places, rereadable=around.rereadable)
        self.same_story.show_alike(around.alike)
        self.show_cleaning(article, around, furniture_shown=furniture_shown)
        warnings = open_warnings(article, dates_offered=not self.facts.choices.isHidden())
        self.warnings.setText(breakable("\n".join(warnings)))
        self.warnings.setVisible(bool(warnings))

    def reveal(self, widget: QWidget) -> None:
        """Bring a part into view and let the user type there."""
        self._scroll.ensureWidgetVisible(widget)
        widget.setFocus()

    def show_cleaning(self, article: ArchivedArticle, around: Surroundings, *, furniture_shown: bool) -> None:
        """Show what cleaning has hidden, and what of it the user has corrected."""
        self.cleaning.setText(breakable(cleaning_line(article, around.by_hand)))
        self.furniture.setVisible(bool(_furniture(article)))
        self.furniture.setText("Hide page furniture" if furniture_shown else "Show page furniture")
        self.reset.setVisible("parts" in article.by_hand)


def open_warnings(article: ArchivedArticle, *, dates_offered: bool) -> list[str]:
    """Return what is unsure of an article, but what the user has settled or is asked about elsewhere."""
    settled = "published" in article.by_hand or dates_offered
    return [warning for warning in article.article.warnings if not (settled and doubted([warning]))]


def cleaning_line(article: ArchivedArticle, by_hand: Collection[int] = ()) -> str:
    """Return how much of the page is hidden, with examples, and whether the user has corrected it."""
    hidden = _furniture(article)
    if hidden:
        examples = ", ".join(f"“{isolated(text)}”" for text in hidden[:SHOWN_FURNITURE])
        blocks = "1 block" if len(hidden) == 1 else f"{len(hidden)} blocks"
        more = ", …" if len(hidden) > SHOWN_FURNITURE else ""
        line = f"{blocks} of page furniture hidden ({examples}{more})."
    else:
        line = "Nothing is hidden: no page furniture was found."
    if "parts" in article.by_hand:
        line += f" Corrected by you: {'1 block' if len(by_hand) == 1 else f'{len(by_hand)} blocks'}."
    return line


def _furniture(article: ArchivedArticle) -> list[str]:
    texts = (" ".join(text.split()) for text in article.article.of("furniture", "rights"))
    return [text if len(text) <= 32 else text[:30].rstrip() + "…" for text in texts if text]


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "heading")
    return label


def _card() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("look", "card")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
