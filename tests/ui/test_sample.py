"""The sample archive: whatever is asked for meanwhile, it opens as a comparison and takes in nothing of others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core.archive import opened
from desktop_app.core.importing.intake import import_paths
from desktop_app.core.progress import silent
from desktop_app.paths import sample_archive, shipped
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sample import COMPARED, Sample
from desktop_app.ui.session import Session

PATIENCE = 30_000  # milliseconds


@pytest.fixture
def session() -> Iterator[Session]:
    """Give a session without an archive."""
    session = Session(Jobs())
    yield session
    session.jobs.close()
    session.close()


def test_another_archive_takes_in_no_samples(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    """An archive that the user makes instead of the samples, before they are here, stays empty."""
    sample = Sample(session, session)
    sample.explore()
    with qtbot.waitSignal(session.opened, timeout=PATIENCE):
        session.open(tmp_path / "Mine", create=True)
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=PATIENCE)
    assert session.folder == tmp_path / "Mine"
    with opened(session.folder) as archive:
        assert archive.articles.count() == 0


def test_how_far_it_is_is_told_where_it_was_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    """While the samples come in, the link says so; afterwards it is the link again."""
    link = window.first_run.findChild(QPushButton, "exploreSample")
    before, told = link.text(), []
    window.sample.making.connect(lambda _: told.append((link.text(), link.isEnabled())))
    with qtbot.waitSignal(window.comparing.ready, timeout=PATIENCE):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert told[0] == ("Making the sample archive …", False)
    assert any(text.endswith(" of 10") for text, _ in told)
    assert told[-1] == (before, True)


def test_cancelled_it_is_made_when_it_is_asked_for_again(session: Session, qtbot: QtBot) -> None:
    """Cancelled with one article in the archive, it is no comparison of one but is completed."""
    sample = Sample(session, session)
    compared: list[list[int]] = []
    sample.ready.connect(compared.append)
    changes: list[int] = []
    import_paths(silent, sample_archive(), [next((shipped("resources") / "samples").glob("*Orla Post.html"))])
    session.changed.connect(lambda: changes.append(session.archive.articles.count() if session.archive else 0))
    session.jobs.started.connect(lambda job: job.cancel() if not changes else None)
    sample.explore()
    qtbot.waitUntil(lambda: changes != [], timeout=PATIENCE)
    assert compared == []
    sample.explore()
    qtbot.waitUntil(lambda: compared != [], timeout=PATIENCE)
    assert [len(ids) for ids in compared] == [len(COMPARED)]
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=PATIENCE)


def test_asked_for_while_it_is_being_made_it_is_made_once(session: Session, qtbot: QtBot) -> None:
    """A second click, while the samples are coming in, begins no second import and compares all of them."""
    sample = Sample(session, session)
    compared: list[list[int]] = []
    sample.ready.connect(compared.append)
    with qtbot.waitSignal(session.opened, timeout=PATIENCE):
        sample.explore()
    sample.explore()
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=PATIENCE)
    assert [len(ids) for ids in compared] == [len(COMPARED)]
    with opened(session.folder) as archive:
        assert len(archive.imports.all()) == 1
