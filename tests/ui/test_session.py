"""The archive the window shows, while one takes the place of another."""

import shutil
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop_app.core.archive.articles import EVERYTHING
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.listing import Asked
from desktop_app.ui.session import Session

PATIENCE = 10_000  # milliseconds


def test_an_archive_is_searched_until_the_next_one_is_open(
    small_archive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """A search made while another archive is on its way is answered by the one open, instead of failing."""
    session = Session(Jobs())
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    with qtbot.waitSignal(session.opened, timeout=PATIENCE):
        session.open(small_archive, create=False)
    with qtbot.waitSignal(session.found, timeout=PATIENCE):
        session.open(tmp_path / "Other", create=True)
        assert session.folder == small_archive
        session.search(Asked("", "newest", EVERYTHING))
    qtbot.waitUntil(lambda: session.name == "Other", timeout=PATIENCE)
    assert failures == []
    session.jobs.close()
    session.close()


def test_searching_on_while_a_damaged_index_is_mended(small_archive: Path, qtbot: QtBot) -> None:
    """Who types on while the index is built anew is not told that it is damaged, and is answered then."""
    session = Session(Jobs())
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    session.open(small_archive, create=False)
    qtbot.waitUntil(lambda: session.archive is not None and not session.jobs.busy(), timeout=PATIENCE)
    assert session.archive is not None
    shutil.rmtree(session.archive.index_folder)
    typing = QTimer()
    typing.timeout.connect(lambda: session.search(Asked("bread", "newest", EVERYTHING)))
    with qtbot.waitSignal(session.indexed, timeout=2 * PATIENCE):
        typing.start(20)
    typing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=PATIENCE)
    assert failures == []
    session.close()


def test_the_archive_asked_for_last_is_opened(small_archive: Path, tmp_path: Path, qtbot: QtBot) -> None:
    """Choosing a second archive before the first is open leaves the second on screen, whichever is ready first."""
    session = Session(Jobs())
    session.open(small_archive, create=False)
    with qtbot.waitSignal(session.opened, timeout=PATIENCE):
        session.open(tmp_path / "Other", create=True)
    session.jobs.close()
    qtbot.wait(0)
    assert session.name == "Other"
    session.close()


def test_an_archive_asked_for_twice_is_opened_once(small_archive: Path, qtbot: QtBot) -> None:
    """Asking for an archive that is on its way opens it once, so that nothing shown meanwhile is swept away."""
    session = Session(Jobs())
    times: list[str] = []
    session.opened.connect(lambda: times.append(session.name))
    session.open(small_archive, create=False)
    session.open(small_archive, create=False)
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=PATIENCE)
    assert times == ["Clippings"]
    session.close()


def test_an_archive_that_cannot_be_opened_leaves_the_one_before(
    small_archive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """A wrong folder costs a sentence, not the archive on screen."""
    session = Session(Jobs())
    with qtbot.waitSignal(session.opened, timeout=PATIENCE):
        session.open(small_archive, create=False)
    with qtbot.waitSignal(session.failed, timeout=PATIENCE):
        session.open(tmp_path / "Nothing", create=False)
    assert session.name == "Clippings"
    session.jobs.close()
    session.close()
