"""About this article: what is known, from where, set by hand in place; what cleaning has hidden."""

import re

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle, Field
from desktop_app.core.dates import shown, understood
from desktop_app.core.errors import UserError
from desktop_app.ui.bidi import isolated

EDITABLE: tuple[tuple[Field, str], ...] = (
    ("title", "Title"),
    ("byline", "Author"),
    ("source", "Source"),
    ("published", "Published"),
)
SHOWN_FURNITURE = 3  # examples of hidden blocks


class Fact(QLineEdit):
    """One fact that can be set by hand: Return keeps it, Esc leaves it as it was."""

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setProperty("look", "fact")
        self.setAccessibleName(name)
        self.editingFinished.connect(self._leave)

    def show_fact(self, text: str) -> None:
        """Show what is known; nothing stands as "unknown · set"."""
        self._kept = text
        self.setText(text)
        self.setCursorPosition(0)
        self.setPlaceholderText("unknown · set")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as leaving the fact as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        if self.text().strip() != self._kept:
            self.entered.emit(self.text().strip())


class Inspector(QWidget):
    """The right side of the library."""

    corrected = Signal(str, object)  # field, new value or None
    refused = Signal(Exception)
    reset_wanted = Signal()  # the cleaning as it was before the user corrected it
    furniture_wanted = Signal()
    original_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts: dict[Field, Fact] = {}
        self._evidence: dict[Field, QLabel] = {}
        self._fixed: dict[str, QLabel] = {}
        page = QWidget()
        page.setObjectName("inspectorPage")
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(14, 14, 14, 14)
        self._layout.setSpacing(6)
        self._layout.addWidget(_heading("About this article"))
        self._layout.addLayout(self._make_facts())
        self._layout.addSpacing(10)
        self._layout.addWidget(_heading("Cleaning"))
        self.cleaning = QLabel()
        self.cleaning.setWordWrap(True)
        self.cleaning.setProperty("look", "card")
        self.cleaning.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(self.cleaning)
        self.furniture = _link("Show page furniture", "showFurniture")
        self.furniture.clicked.connect(self.furniture_wanted)
        self._layout.addWidget(self.furniture, 0, Qt.AlignmentFlag.AlignLeft)
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        self.warnings.setProperty("look", "card")
        self._layout.addWidget(self.warnings)
        self._layout.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_article(self, article: ArchivedArticle | None, *, furniture_shown: bool) -> None:
        """Show what is known of an article."""
        self._scroll.setVisible(article is not None)
        if article is None:
            return
        for field, fact in self._facts.items():
            value = getattr(article.article, field)
            fact.show_fact(shown(value) if field == "published" and value else value or "")
            evidence = "set by you" if field in article.by_hand else article.article.evidence.get(field, "")
            fact.setToolTip(evidence)
            self._evidence[field].setText(breakable(evidence))
            # The date carries the most weight; the evidence for the others is shown when one points at them.
            self._evidence[field].setVisible(bool(evidence) and (field == "published" or field in article.by_hand))
        for name, text in fixed_facts(article).items():
            self._fixed[name].setText(breakable(text))
            self._fixed[name].setToolTip(article.sha256 if name == "SHA-256" else text)
        self.cleaning.setText(cleaning_line(article))
        self.furniture.setVisible(bool(_furniture(article)))
        self.furniture.setText("Hide page furniture" if furniture_shown else "Show page furniture")
        self.warnings.setText("\n".join(article.article.warnings))
        self.warnings.setVisible(bool(article.article.warnings))

    def _make_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, 68)
        grid.setColumnStretch(1, 1)
        for field, name in EDITABLE:
            fact = Fact(name)
            fact.setObjectName(f"fact_{field}")
            fact.entered.connect(self._entered)
            evidence = _muted("")
            evidence.setContentsMargins(5, 0, 0, 3)
            evidence.setObjectName(f"evidence_{field}")
            row = grid.rowCount()
            grid.addWidget(_muted(name), row, 0)
            grid.addWidget(fact, row, 1)
            grid.addWidget(evidence, row + 1, 1)
            self._facts[field], self._evidence[field] = fact, evidence
        for name in ("Language", "Added", "Original", "SHA-256"):
            row = grid.rowCount()
            value = QLabel()
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setContentsMargins(5, 1, 0, 1)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(_muted(name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._fixed[name] = value
        open_original = _link("Open a copy of the original", "openOriginal")
        open_original.clicked.connect(self.original_wanted)
        grid.addWidget(open_original, grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        return grid

    @Slot(str)
    def _entered(self, text: str) -> None:
        field = next(name for name, fact in self._facts.items() if fact is self.sender())
        try:
            value = understood(text) if field == "published" else text or None
        except UserError as error:
            self.refused.emit(error)
            return
        self.corrected.emit(field, value)


def fixed_facts(article: ArchivedArticle) -> dict[str, str]:
    """Return what the file itself fixes."""
    known = article.article
    return {
        "Language": language_name(known.language),
        "Added": shown(article.imported),
        "Original": article.original_name,
        "SHA-256": f"{article.sha256[:8]}…{article.sha256[-8:]}",
    }


def language_name(code: str | None) -> str:
    """Return the name of a language: English for en."""
    language = QLocale(code or "C").language()
    return QLocale.languageToString(language) if language != QLocale.Language.C else code or "unknown"


def cleaning_line(article: ArchivedArticle) -> str:
    """Return how much of the page is hidden, with examples."""
    hidden = _furniture(article)
    if not hidden:
        return "Nothing is hidden: no page furniture was found."
    examples = ", ".join(f"“{isolated(text)}”" for text in hidden[:SHOWN_FURNITURE])
    blocks = "1 block" if len(hidden) == 1 else f"{len(hidden)} blocks"
    return f"{blocks} of page furniture hidden ({examples}{', …' if len(hidden) > SHOWN_FURNITURE else ''})."


def _furniture(article: ArchivedArticle) -> list[str]:
    texts = (" ".join(text.split()) for text in article.article.of("furniture", "rights"))
    return [text if len(text) <= 32 else text[:30].rstrip() + "…" for text in texts if text]


def breakable(text: str) -> str:
    """Return a text that may be broken anywhere a long word has a sign, so that it never needs more room."""
    return re.sub(r"(?<=[^\w\s])(?=\w)|(?<=\w{18})", "\u200b", text)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "heading")
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _link(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("look", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
