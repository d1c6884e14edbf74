"""The bottom line: which archive this is, and the work under way with its progress, time left and Cancel."""

import time

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop_app.ui.jobs import Job

SURE_AFTER = 2.0  # seconds of work before the time left is told


class StatusLine(QWidget):
    """Shows the state on the left and one running job on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.state = QLabel()
        self.state.setObjectName("archiveState")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self._work = QLabel()
        self._work.setObjectName("workState")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName("Progress of the work")
        self._cancel = QPushButton("Cancel")
        self._cancel.setObjectName("cancelWork")
        self._cancel.setProperty("look", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 2)
        layout.setSpacing(10)
        layout.addWidget(self.state, 1)
        for widget in (self._work, self._bar, self._cancel):
            layout.addWidget(widget)
        self.setMinimumHeight(28)
        self._job: Job | None = None
        self._began = 0.0
        self._show_work(visible=False)

    @Slot(Job)
    def watch(self, job: Job) -> None:
        """Show a job until it ends."""
        self._job = job
        self._began = time.monotonic()
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        self._cancel.clicked.connect(job.cancel)
        self._cancel.setEnabled(True)
        self._cancel.clicked.connect(self._stopping)
        self._bar.setRange(0, 0)
        self._work.setText(f"{job.title} …")
        self._show_work(visible=True)

    def say(self, text: str) -> None:
        """Say something in the place of the work under way."""
        self._work.setText(text)
        self._work.show()

    @Slot(int, int, str)
    def _progressed(self, done: int, total: int, note: str) -> None:
        if self.sender() is not self._job or self._job is None or not self._cancel.isEnabled():
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._work.setToolTip(note)
        amount = f"{done:,} of {total:,}" if total else "…"
        self._work.setText(f"{self._job.title} {amount}{time_left(time.monotonic() - self._began, done, total)}")

    @Slot()
    def _stopping(self) -> None:
        self._cancel.setEnabled(False)
        self._work.setText("Stopping …")

    @Slot(object)
    def _finished(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._show_work(visible=False)

    def _show_work(self, *, visible: bool) -> None:
        for widget in (self._work, self._bar, self._cancel):
            widget.setVisible(visible)


def time_left(seconds: float, done: int, total: int) -> str:
    """Return how long the rest takes at the pace so far, in words; "" while it is too early to tell."""
    if seconds < SURE_AFTER or not 0 < done < total:
        return ""
    left = seconds / done * (total - done)
    if left < 60:
        return f" · about {max(1, round(left))} s left"
    return f" · about {round(left / 60)} min left"
