"""A table nobody was asked about is asked about before it is imported."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.columns_dialog import NO_TEXT, ColumnsDialog
from desktop_app.ui.main_window import MainWindow

STORY = "The upper gate of the Kestrel lock failed before dawn and the river Orla rose by three metres. "
STORY += "Some 1,200 people left their homes, the harbour master of Velmark said on the pier."
CSV = f'kop,when,eerste\nGate fails,2024-03-12,"{STORY} One."\nRain again,2024-03-13,"{STORY} Two."\n'


@pytest.fixture
def dialog(library: MainWindow, qtbot: QtBot, tmp_path: Path, dialogs: list[str]) -> ColumnsDialog:
    """Import a table, and wait for the question about its columns."""
    (tmp_path / "table.csv").write_text(CSV)
    library.importing.start([tmp_path / "table.csv"])
    qtbot.waitUntil(lambda: bool(dialogs), timeout=60_000)
    assert dialogs.pop() == "The columns of “table.csv”"
    return library.findChild(ColumnsDialog)


def test_the_choice_is_imported_and_remembered(library, dialog, qtbot, tmp_path: Path) -> None:
    """What was chosen decides, and the same columns are not asked about again."""
    assert [choice.currentText() for choice in dialog.choices] == ["Title", "Date", "Text"]
    dialog.choices[1].setCurrentIndex(0)
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        dialog.accept()
    assert library.report.tabs.tabText(2) == "Added 2"
    assert library.session.archive.articles.get(4).article.published is None
    (tmp_path / "more.csv").write_text(CSV.replace("Rain", "Snow"))
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.importing.start([tmp_path / "more.csv"])
    assert library.session.archive.articles.count() == 7


def test_a_field_is_one_column_only(dialog: ColumnsDialog) -> None:
    """Choosing another column for the text takes it from the first; without one it is said what happens."""
    dialog.choices[0].setCurrentIndex(dialog.choices[0].findData("text"))
    assert dialog.mapping() == {"kop": "text", "when": "published"}
    dialog.choices[0].setCurrentIndex(0)
    assert dialog.says.text() == NO_TEXT
    dialog.reject()


def test_a_table_can_be_left_out(library, dialog, monkeypatch) -> None:
    """Closing the dialog imports nothing of that file."""
    monkeypatch.setattr(library.jobs, "write", lambda *_: pytest.fail("work was started"))
    dialog.reject()
