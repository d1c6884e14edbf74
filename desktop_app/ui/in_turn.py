"""Questions about related articles answered one job at a time, so that what matters more is not kept waiting."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.ui.jobs import Job
from desktop_app.ui.session import Session


class InTurn(QObject):
    """Asks work(report, events, question) for one question after the other; new questions drop the ones before.

    A question is taken only when its turn has come, so that the answers before can spare it. One that fails is the
    last.
    """

    answered = Signal(object)

    def __init__(self, session: Session, title: str, work: Callable[..., Any], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._title, self._work = session, title, work
        self._waiting: Iterator[Any] = iter(())
        self._job: Job | None = None
        session.opened.connect(self.stop)  # what was asked is of another archive

    def ask(self, questions: Iterable[Any]) -> None:
        """Ask from now on only these."""
        self.stop()
        self._waiting = iter(questions)
        self._next()

    @Slot()
    def stop(self) -> None:
        """Ask nothing more; what is being answered is dropped."""
        self._waiting = iter(())
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        for question in self._waiting:
            self._job = self._session.with_events(self._title, self._work, question, priority=-1)
            if self._job is not None:
                self._job.succeeded.connect(self._answer)
            return

    @Slot(object)
    def _answer(self, answer: object) -> None:
        self.answered.emit(answer)
        self._next()
