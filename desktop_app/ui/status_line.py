"""The bottom line: which archive this is, and the work under way with its progress, time left and Cancel."""

import time

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.jobs import Job

SURE_AFTER = 2.0  # seconds of work before the time left is told
MANY, SURE_FROM = 20, 5  # of many pieces so many are done before the time left is told
SAID_FOR = 15_000  # milliseconds a message stands


class StatusLine(QWidget):
    """Shows the state on the left, what was said last, and the job under way on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.state = QLabel()
        self.state.setObjectName("archiveState")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.said = QLabel()
        self.said.setObjectName("said")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._work = QLabel()
        self._work.setObjectName("workState")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName("Progress of the work")
        self._cancel = QPushButton("Cancel")
        self._cancel.setObjectName("cancelWork")
        self._cancel.setProperty("look", "link")
        self._cancel.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 2)
        layout.setSpacing(10)
        layout.addWidget(self.state)
        layout.addWidget(self.said, 1)
        for widget in (self._work, self._bar, self._cancel):
            layout.addWidget(widget)
        self.setMinimumHeight(28)
        self._jobs: list[Job] = []
        self._pace = Pace()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID_FOR)
        self._silence.timeout.connect(self.said.clear)
        self._show_first()

    @Slot(Job)
    def watch(self, job: Job) -> None:
        """Show a job until it ends; where several wait, the first."""
        self._jobs.append(job)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        if len(self._jobs) == 1:
            self._show_first()

    def say(self, text: str) -> None:
        """Say something for a while."""
        self.said.setText(text)
        self.said.setToolTip(text)
        self._silence.start()

    @Slot(int, int, str)
    def _progressed(self, done: int, total: int, note: str) -> None:
        if not self._jobs or self.sender() is not self._jobs[0] or not self._cancel.isEnabled():
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._work.setToolTip(note)
        amount = f"{done:,} of {total:,}" if total else "…"
        left = self._pace.time_left(time.monotonic(), done, total)
        self._work.setText(f"{self._jobs[0].title} {amount}{left}")

    @Slot()
    def _stop(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
            self._cancel.setEnabled(False)
            self._work.setText("Stopping …")

    @Slot(object)
    def _finished(self, job: Job) -> None:
        first = bool(self._jobs) and job is self._jobs[0]
        self._jobs.remove(job)
        if first:
            self._show_first()

    def _show_first(self) -> None:
        """Show the job that is under way, or none."""
        if self._jobs:
            self._pace = Pace()
            self._cancel.setEnabled(True)
            self._bar.setRange(0, 0)
            self._work.setText(f"{self._jobs[0].title} …")
            self._work.setToolTip("")
        for widget in (self._work, self._bar, self._cancel):
            widget.setVisible(bool(self._jobs))


class Pace:
    """How quickly pieces of work are done; the one that took longest does not count for the others."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._done = 0
        self._since = 0.0
        self._longest = 0.0

    def time_left(self, now: float, done: int, total: int) -> str:
        """Return how long the rest takes, in words; "" while it is too early to tell."""
        if self._began is None or not total:
            self._began = self._since = now  # looking for the files is not reading them
            self._done = done
        self._longest = max(self._longest, now - self._since)
        if done != self._done:
            self._done, self._since = done, now
        seconds = now - self._began
        if seconds < SURE_AFTER or not 0 < done < total or (total >= MANY and done < SURE_FROM):
            return ""
        usual = seconds / done
        if done >= SURE_FROM:
            usual = (seconds - self._longest) / (done - 1)
        return f" · {in_words(usual * (total - done))} left"


def in_words(seconds: float) -> str:
    """Return a length of time as one says it."""
    return f"about {max(1, round(seconds))} s" if seconds < 60 else f"about {round(seconds / 60)} min"
