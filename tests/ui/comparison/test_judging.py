"""The user's word on a comparison is kept, is undone and made again, and outlives what is read and worked out."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core.analysis import keeping
from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.ui.comparison.judging import WRITTEN_ALIKE
from desktop_app.ui.comparison.row_menu import Place, entries
from desktop_app.ui.comparison.view import ONE_PLACE, ComparisonView
from desktop_app.ui.main_window import MainWindow
from tests.ui.comparison.two_reports import BAKERIES, BAKERS, TEXTS

SLOW = 30_000  # milliseconds for work in a process of its own


@dataclass(frozen=True)
class Judgement:
    """Something the user says in a view, and how a view shows that it holds."""

    say: Callable[["Judge"], None]
    holds: Callable[[ComparisonView], bool]


class Judge:
    """Somebody with a comparison of two reports before them."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def view(self) -> ComparisonView:
        """The comparison."""
        assert self.window.comparing.view is not None
        return self.window.comparing.view

    def compare(self) -> None:
        """Lay all articles of the archive side by side."""
        archive = self.window.session.archive
        assert archive is not None
        with self._qtbot.waitSignal(self.window.comparing.ready, timeout=SLOW):
            self.window.comparing.compare(archive.articles.ids())
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow, timeout=SLOW)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keys go."""
        self._qtbot.keyClick(self.window.focusWidget() or self.view.table, key, held)

    def choose(self, tab: Kind, words: str) -> Row:
        """Choose the row of a tab that speaks of something."""
        self.view.go_to_tab(tab)
        number = next(n for n, row in enumerate(self.view.listed) if words in said_in(self.view, row))
        self.view.table.choose(number)
        return self.view.listed[number]

    def pick(self, words: str, *rows: Row) -> None:
        """Pick the entry of a row's menu that has these words."""
        tab = self.view.tabs.tab
        assert tab != "timeline"
        place = Place(rows, tab, 1, self.view.articles)
        found = [entry for entry in entries(place, self.view.word) if entry and words in entry[0]]
        assert found[0][1] is not None
        found[0][1]()

    def select(self, words: str) -> None:
        """Select words in the text that has them, as a mouse would."""
        for number, kept in enumerate(self.view.articles):
            start = kept.article.text.find(words)
            if start >= 0 and self.view.columns is not None:
                column = self.view.columns.columns[number]
                cursor = column.document.cursor(start, start + len(words))
                assert cursor is not None
                column.browser.setTextCursor(cursor)
                return

    def wait(self, judgement: Judgement, *, holds: bool) -> None:
        """Wait until the comparison shows that a judgement holds, or does not."""
        self._qtbot.waitUntil(lambda: judgement.holds(self.view) == holds, timeout=SLOW)


def said_in(view: ComparisonView, row: Row) -> str:
    """Return all words a row stands on."""
    return " | ".join(_words(view, span) for cell in row.cells for span in cell)


def _words(view: ComparisonView, span: Span) -> str:
    return view.articles[span.article].article.text[span.start : span.end]


def _row_of(view: ComparisonView, tab: Kind, *words: str) -> Row | None:
    """Return the row that speaks of several things at once."""
    return next((row for row in view.rows[tab] if all(each in said_in(view, row) for each in words)), None)


def _is_yours(tab: Kind, *words: str) -> Callable[[ComparisonView], bool]:
    def holds(view: ComparisonView) -> bool:
        row = _row_of(view, tab, *words)
        return row is not None and row.by == "user"

    return holds


def _accept(judge: Judge) -> None:
    judge.choose("figures", "1,200")
    judge.press(Qt.Key.Key_Y)


def _reject(judge: Judge) -> None:
    judge.choose("figures", "1,200")
    judge.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)


def _reject_name(judge: Judge) -> None:
    judge.choose("names", "Samir")
    judge.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)


def _link(judge: Judge) -> None:
    judge.select(BAKERS)
    judge.select(BAKERIES)
    judge.press(Qt.Key.Key_L)


def _join(judge: Judge) -> None:
    names = [judge.choose("names", words) for words in ("Rescue Service", "Vera Tallin")]
    judge.pick("Join the 2 chosen names", *names)


def _part(judge: Judge) -> None:
    judge.pick("Part “Sameer al-Tisini”", judge.choose("names", "Samir"))


def _passage(key: Qt.Key, *held: Qt.KeyboardModifier) -> Callable[[Judge], None]:
    def say(judge: Judge) -> None:
        judge.choose("passages", "lower the boards")
        judge.press(key, *held)

    return say


def _exclude(judge: Judge) -> None:
    judge.pick("Leave out “About 900 people”", judge.choose("figures", "1,200"))


JUDGEMENTS = {
    "accepting": Judgement(_accept, _is_yours("figures", "1,200", "900")),
    "rejecting": Judgement(_reject, lambda view: _row_of(view, "figures", "1,200", "900") is None),
    "rejecting a name": Judgement(_reject_name, lambda view: _row_of(view, "names", "Samir", "Sameer") is None),
    "linking": Judgement(_link, _is_yours("statements", BAKERS, BAKERIES)),
    "joining": Judgement(_join, _is_yours("names", "Rescue Service", "Vera Tallin")),
    "parting": Judgement(_part, lambda view: _row_of(view, "names", "Samir", "Sameer") is None),
    "accepting a passage": Judgement(_passage(Qt.Key.Key_Y), _is_yours("passages", "lower the boards")),
    "rejecting a passage": Judgement(
        _passage(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier), lambda view: not view.rows["passages"]
    ),
    "excluding": Judgement(_exclude, lambda view: _row_of(view, "figures", "About 900") is None),
}


@pytest.fixture
def judge(shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot: QtBot) -> Judge:
    pieces = [[("title", title), *(("body", each) for each in text)] for title, text in TEXTS]
    first = made(*pieces[0], source="Orla Post", published="2024-03-12")
    found = Judge(shelf(first, made(*pieces[1], source="Velmark Courier")), qtbot)
    found.compare()
    return found


@pytest.mark.parametrize("judgement", JUDGEMENTS.values(), ids=list(JUDGEMENTS))
def test_what_is_said_is_undone_and_made_again_by_key(judge: Judge, judgement: Judgement) -> None:
    """Nothing the user says is final but by their will."""
    assert not judgement.holds(judge.view)
    judgement.say(judge)
    judge.wait(judgement, holds=True)
    judge.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    judge.wait(judgement, holds=False)
    judge.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    judge.wait(judgement, holds=True)


def test_what_is_said_outlives_a_restart_an_import_and_new_rules(
    judge: Judge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Corrections win and stay, whatever is read or worked out anew."""
    said = [JUDGEMENTS[name] for name in ("accepting", "rejecting a name", "linking", "joining")]
    for judgement in said:
        judgement.say(judge)
        judge.wait(judgement, holds=True)
    session = judge.window.session
    with qtbot.waitSignal(session.opened, timeout=SLOW):
        session.open(session.folder, create=False)
    judge.compare()
    assert [judgement.holds(judge.view) for judgement in said] == [True] * len(said), "opened again"
    _import_again(judge)
    judge.compare()
    assert [judgement.holds(judge.view) for judgement in said] == [True] * len(said), "imported again"
    monkeypatch.setattr(keeping, "VERSION", keeping.VERSION + 1)
    judge.compare()
    assert [judgement.holds(judge.view) for judgement in said] == [True] * len(said), "analysed again"


def test_the_latest_word_on_a_name_holds(judge: Judge) -> None:
    """Who parts a name and then joins it again has it joined, and the other way round."""
    together = Judgement(_join, _is_yours("names", "Rescue Service", "Vera Tallin"))
    together.say(judge)
    judge.wait(together, holds=True)
    judge.choose("names", "Rescue Service")
    judge.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    judge.wait(together, holds=False)
    together.say(judge)
    judge.wait(together, holds=True)


def test_names_that_no_row_joins_are_joined_by_selecting_them(judge: Judge) -> None:
    """What the rules did not find can be said in the texts."""
    together = Judgement(_join, _is_yours("names", "Vera Tallin", "Sameer al-Tisini"))
    judge.select("Sameer al-Tisini")
    judge.select("Vera Tallin")
    judge.press(Qt.Key.Key_L)
    judge.wait(together, holds=True)


def test_what_one_report_alone_has_is_not_judged(judge: Judge) -> None:
    """There is nothing in it to belong together: no button, and the key says why."""
    row = judge.choose("statements", BAKERS)
    assert not judge.view.details.accept.isVisible()
    judge.press(Qt.Key.Key_Y)
    assert judge.view.foot.says.toolTip() == ONE_PLACE
    assert entries(Place([row], "statements", 0, judge.view.articles), judge.view.word) == [
        ("Only one report has this", None)
    ]
    assert not judge.window.session.undo_stack.canUndo()


def test_a_comparison_whose_articles_are_removed_is_left(judge: Judge) -> None:
    """There is nothing to compare any more, and no message about it."""
    judge.window.bulk.remove_import(1)
    assert judge.window.pages.currentWidget() is not judge.window.comparing


def test_a_name_written_alike_cannot_be_parted_and_that_is_said(judge: Judge) -> None:
    """A key that can do nothing says why."""
    judge.choose("names", "Vera Tallin")
    judge.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert judge.view.foot.says.toolTip() == WRITTEN_ALIKE
    assert not judge.window.session.undo_stack.canUndo()


def test_a_number_gives_its_text_the_keys_and_that_is_seen(judge: Judge, qtbot: QtBot) -> None:
    """Who has no mouse has to see where the keys go."""
    assert judge.view.columns is not None
    lines = [column.head._has_keys for column in judge.view.columns.columns]
    for key, seen in ((Qt.Key.Key_2, [False, True]), (Qt.Key.Key_1, [True, False])):
        judge.press(key)
        qtbot.waitUntil(lambda seen=seen: [line.isVisible() for line in lines] == seen)


def test_a_date_is_set_where_it_is_missing(judge: Judge, qtbot: QtBot, dialogs: list[str]) -> None:
    """The column says that it does not know the date; a click later it does, and Undo forgets it again."""

    def dates() -> list[str | None]:
        return [kept.article.published for kept in judge.view.articles]

    button = judge.view.findChild(QPushButton, "setDate")
    assert button is not None
    button.click()
    assert dialogs == ["Date of 1 article"]
    dialogs.clear()
    dialog = judge.window.findChild(object, "setField")
    dialog.field.setText("11 March 2024")  # type: ignore[attr-defined]
    dialog.accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: dates() == ["2024-03-11", "2024-03-12"], timeout=SLOW)
    assert judge.view.findChild(QPushButton, "setDate") is None
    judge.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dates() == ["2024-03-12", None], timeout=SLOW)


def _import_again(judge: Judge) -> None:
    """Remove the import, and import the same files."""
    session = judge.window.session
    judge.window.bulk.remove_import(1)
    assert session.archive is not None
    assert list(session.archive.articles.ids()) == []
    with opened(session.folder) as archive:
        import_id = archive.imports.begin("files")
        files = [ReadFile(f"/saved/{n}.txt", f"{n}.txt", f"{n}".encode(), []) for n in range(len(TEXTS))]
        archive.imports.add(import_id, files, None)
        archive.imports.end(import_id, 1.0, "finished")
    session.written()
