"""What is known of an article, fact by fact, and on demand what each fact rests on."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle, Field
from desktop_app.core.dates import shown, understood
from desktop_app.core.errors import UserError
from desktop_app.ui.bidi import joined
from desktop_app.ui.date_choices import CalendarButton, DateChoices
from desktop_app.ui.fact import Fact, FixedFact
from desktop_app.ui.layouts import empty

EDITABLE: tuple[tuple[Field, str], ...] = (
    ("title", "Title"),
    ("byline", "Author"),
    ("source", "Source"),
    ("published", "Published"),
)
FIXED = (
    ("dateline", "Place"),
    ("language", "Language"),
    ("encoding", "Encoding"),
    ("url", "Address"),
    ("captured", "Captured"),
    ("imported", "Added"),
    ("original_name", "Original"),
    ("sha256", "SHA-256"),
)
ALWAYS = ("language", "imported", "original_name", "sha256")  # shown even where nothing is known
MOST_PLACES = 3
BY_HAND = "set by you"
UNSAID = "does not say its encoding"  # stands in the warning about a guessed one


class Facts(QWidget):
    """The facts of one article; those of `EDITABLE` can be set by hand."""

    corrected = Signal(str, object)  # field, new value or None
    refused = Signal(Exception)
    encoding_wanted = Signal()
    original_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: ArchivedArticle | None = None
        self._facts: dict[str, Fact] = {}
        self._names: dict[str, QLabel] = {}
        self._evidence: dict[str, QLabel] = {}
        self._all_evidence = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnMinimumWidth(0, 64)
        self._grid.setColumnStretch(1, 1)
        self.reread = link("Read with another encoding…", "readAgain")
        self.reread.clicked.connect(self.encoding_wanted)
        for editable, name in EDITABLE:
            self._add(editable, Fact(name)).entered.connect(self._entered)
        self._make_date()
        for fixed, name in FIXED:
            self._add(fixed, FixedFact(name))
            if fixed == "encoding":
                self._grid.addWidget(self.reread, self._grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.places = QVBoxLayout()
        self.places.setSpacing(0)
        self._found_in = muted("Found in")
        self._add_row(self._found_in, self.places)
        original = link("Open a copy of the original", "openOriginal")
        original.clicked.connect(self.original_wanted)
        self.evidence_button = link("", "showEvidence")
        self.evidence_button.clicked.connect(self._toggle_evidence)
        for button in (original, self.evidence_button):
            self._grid.addWidget(button, self._grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def show_article(self, article: ArchivedArticle, places: Sequence[str], *, rereadable: bool) -> None:
        """Show what is known of an article; `places` are where its original was found."""
        self._article = article
        for field, fact in self._facts.items():
            text, evidence = value_of(article, field), evidence_of(article, field)
            fact.show_fact(text, evidence, "date unknown · set" if field == "published" else "unknown · set")
            self._evidence[field].setText(breakable(evidence))
            for widget in (self._names[field], fact):
                widget.setVisible(bool(text) or field in dict(EDITABLE) or field in ALWAYS)
        self._facts["sha256"].setToolTip(article.sha256)
        self.calendar.show_date(article.article.published)
        self.choices.show_article(article)
        self.reread.setVisible(rereadable)
        self._show_places(places)
        self._show_evidence()

    def _add(self, field: str, fact: Fact) -> Fact:
        fact.setObjectName(f"fact_{field}")
        evidence = muted("")
        evidence.setContentsMargins(5, 0, 0, 3)
        evidence.setObjectName(f"evidence_{field}")
        name = muted(fact.accessibleName())
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(fact, 1)
        if field == "published":
            self.calendar = CalendarButton()
            line.addWidget(self.calendar)
        self._add_row(name, line)
        self._grid.addWidget(evidence, self._grid.rowCount(), 1)
        self._facts[field], self._evidence[field], self._names[field] = fact, evidence, name
        return fact

    def _add_row(self, name: QLabel, line: QHBoxLayout | QVBoxLayout) -> None:
        row = self._grid.rowCount()
        name.setContentsMargins(0, 2, 0, 0)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(line, row, 1)

    def _make_date(self) -> None:
        self.choices = DateChoices()
        self._grid.addWidget(self.choices, self._grid.rowCount(), 1)
        for part in (self.choices, self.calendar):
            part.chosen.connect(self._date_chosen)

    def _show_places(self, places: Sequence[str]) -> None:
        empty(self.places)
        for place in places[:MOST_PLACES]:
            fact = FixedFact("Found in")
            fact.show_fact(str(PurePath(place).parent))
            fact.setToolTip(place)
            fact.setAccessibleDescription(place)
            fact.end(False)  # the last folder tells more than the disk
            self.places.addWidget(fact)
        if len(places) > MOST_PLACES:
            more = muted(f"and in {len(places) - MOST_PLACES} more places")
            more.setToolTip("\n".join(places[MOST_PLACES:][:20]))
            self.places.addWidget(more)
        self._found_in.setVisible(bool(places))

    def _show_evidence(self) -> None:
        """Show all evidence where asked for; always that of the date, which weighs most, and the user's word."""
        for field, label in self._evidence.items():
            always = field == "published" or label.text() == BY_HAND
            label.setVisible(bool(label.text()) and (always or self._all_evidence))
        self.evidence_button.setVisible(any(label.text() for label in self._evidence.values()))
        self.evidence_button.setText(f"{'Hide' if self._all_evidence else 'Show'} where each comes from")

    @Slot()
    def _toggle_evidence(self) -> None:
        self._all_evidence = not self._all_evidence
        self._show_evidence()

    @Slot(str)
    def _date_chosen(self, iso: str) -> None:
        self.corrected.emit("published", iso)

    @Slot(str)
    def _entered(self, text: str) -> None:
        field = next(name for name, fact in self._facts.items() if fact is self.sender())
        try:
            value = understood(text) if field == "published" else text or None
        except UserError as error:
            self.refused.emit(error)
            return
        self.corrected.emit(field, value)


def facts_line(article: ArchivedArticle) -> str:
    """Return who wrote an article, where and when, as far as known."""
    known = article.article
    source = known.source or "Unknown source"
    return joined([known.byline or "", source, shown(known.published), f"{article.words:,} words"])


def value_of(article: ArchivedArticle, field: str) -> str:
    """Return a fact as it is shown, "" where it is not known."""
    known = getattr(article.article, field, None) or getattr(article, field, None) or ""
    if field in ("published", "captured", "imported"):
        return shown(known) if known else ""
    if field == "language":
        return language_name(known or None)
    if field == "sha256":
        return f"{known[:8]}…{known[-8:]}"
    if field == "encoding" and _guessed(article):
        return f"{known} · guessed"
    return str(known)


def evidence_of(article: ArchivedArticle, field: str) -> str:
    """Return what a fact rests on, "" where nothing is told."""
    if field in article.by_hand:
        return BY_HAND
    if field == "captured" and article.article.captured:
        return article.article.evidence.get("captured", article.article.captured)
    if field == "encoding" and _guessed(article):
        return "guessed: the file does not say it"
    return article.article.evidence.get(field, "")


def _guessed(article: ArchivedArticle) -> bool:
    return any(UNSAID in warning for warning in article.article.warnings)


def language_name(code: str | None) -> str:
    """Return the name of a language: English for en."""
    language = QLocale(code or "C").language()
    return QLocale.languageToString(language) if language != QLocale.Language.C else code or "unknown"


def breakable(text: str) -> str:
    """Return a text that may be broken anywhere a long word has a sign, so that it never needs more room."""
    return re.sub(r"(?<=[^\w\s“‘«„(\[])(?=\w)|(?<=\w{18})", "\u200b", text)


def muted(text: str) -> QLabel:
    """Return a quiet label that wraps."""
    label = QLabel(text)
    label.setProperty("look", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


LINK_EDGE = 5  # pixels between the edge of a link and its text


def link(text: str, name: str) -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("look", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
