"""Needs attention: what could not be read, what was guessed, what has no date, until the user has seen to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.core.change import Change
from desktop_app.ui.lines_view import LinesView
from desktop_app.ui.page_bars import PageHead, button, page_foot
from desktop_app.ui.report_lines import Line, read_attention
from desktop_app.ui.session import Session
from desktop_app.ui.theme import reading_font

NOTHING = "Nothing needs attention: every file could be read, nothing was guessed, and every article has its date."
SOMETHING = "These stay here until they are read, settled or set aside. Choose several with Ctrl or Shift."


class AttentionPage(QWidget):
    """The list of what needs attention in the open archive."""

    back_wanted = Signal()
    article_wanted = Signal(int)
    part_wanted = Signal(str, object)  # a name, Selection
    folder_wanted = Signal(str)  # the place of a file
    retry_wanted = Signal(list)  # places of files
    scans_wanted = Signal(list)
    date_wanted = Signal(list)  # ids of articles
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attention")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._newest: object = None
        self.heading = QLabel("Needs attention")
        self.heading.setFont(reading_font(24, bold=True))
        self.subtitle = QLabel(SOMETHING)
        self.subtitle.setProperty("look", "muted")
        self.subtitle.setWordWrap(True)
        self.lines = LinesView()
        self.lines.setAccessibleName("What needs attention")
        self.retry = button("Retry", "retryChosen")
        self.scans = button("Read with Tesseract", "readScansChosen")
        self.folder = button("Show in folder", "showInFolder")
        self.date = button("Set date…", "setDateChosen")
        self.aside = button("Set aside", "setAside")
        self.aside.setToolTip("Take it off this list; the report of its import still tells of it (Delete)")
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Read what needs attention off the interface thread."""
        self._newest = job = self._session.jobs.read("Attention", read_attention, self._session.folder)
        job.succeeded.connect(self._show)
        job.failed.connect(self.failed)

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(48, 24, 48, 0)
        inside.setSpacing(6)
        inside.addWidget(self.heading)
        inside.addWidget(self.subtitle)
        inside.addSpacing(8)
        inside.addWidget(self.lines, 1)
        self.head = PageHead("Needs attention")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(inside, 1)
        layout.addWidget(page_foot([self.retry, self.scans, self.folder, self.date], [self.aside]))

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.back_wanted)
        self.lines.opened.connect(self._open)
        self.lines.chosen_changed.connect(self._allow)
        self.retry.clicked.connect(self._retry)
        self.scans.clicked.connect(self._read_scans)
        self.folder.clicked.connect(self._show_folder)
        self.date.clicked.connect(self._set_date)
        self.aside.clicked.connect(self._set_aside)
        self._actions = []
        for of in (self.retry, self.scans, self.folder, self.date, self.aside):
            action = QAction(of.text(), self.lines)
            action.triggered.connect(of.click)
            self.lines.addAction(action)
            self._actions.append((action, of))
        self._actions[-1][0].setShortcut("Del")
        self._actions[-1][0].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    @Slot(object)
    def _show(self, lines: list[Line]) -> None:
        if self.sender() is not self._newest:
            return
        self.subtitle.setText(SOMETHING if lines else NOTHING)
        self.scans.setVisible(any(line.code == "no_text" for line in lines))
        self.lines.show_lines(lines)

    @Slot()
    def _allow(self) -> None:
        """Offer what can be done with the chosen lines."""
        chosen = self.lines.chosen()
        files = [line for line in chosen if line.file]
        self.retry.setEnabled(bool(files))
        self.scans.setEnabled(any(line.code == "no_text" for line in files))
        self.folder.setEnabled(len(chosen) == len(files) == 1)
        self.date.setEnabled(any(line.article for line in chosen))
        self.aside.setEnabled(any(line.file or line.article for line in chosen))
        for action, of in self._actions:
            action.setEnabled(of.isEnabled())
            action.setVisible(not of.isHidden())

    @Slot(object)
    def _open(self, line: Line) -> None:
        from desktop_app.core.archive.articles import Selection

        if line.article:
            self.article_wanted.emit(line.article)
        elif line.file:
            self.folder_wanted.emit(line.file)
        else:
            self.part_wanted.emit("Date unknown", Selection(undated=True))

    @Slot()
    def _retry(self) -> None:
        self.retry_wanted.emit([line.file for line in self.lines.chosen() if line.file])

    @Slot()
    def _read_scans(self) -> None:
        self.scans_wanted.emit([line.file for line in self.lines.chosen() if line.code == "no_text"])

    @Slot()
    def _show_folder(self) -> None:
        self.folder_wanted.emit(self.lines.chosen()[0].file)

    @Slot()
    def _set_date(self) -> None:
        self.date_wanted.emit([line.article for line in self.lines.chosen() if line.article])

    @Slot()
    def _set_aside(self) -> None:
        archive, chosen = self._session.archive, self.lines.chosen()
        files = [line.file for line in chosen if line.file]
        articles = [str(line.article) for line in chosen if line.article]
        if archive is None:
            return
        aside = archive.attention.setting_aside
        changes = [aside("file", files), aside("article", articles)]
        self._session.change(
            Change(
                "Set aside",
                do=lambda: _each([change.do for change in changes]),
                undo=lambda: _each([change.undo for change in changes]),
            )
        )


def _each(actions: list[Callable[[], None]]) -> None:
    for action in actions:
        action()
