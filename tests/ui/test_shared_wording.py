"""Articles that share wording are told with how much of it, opened and compared; those of another article never."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.core.analysis.passages import SharedPassage
from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Summary
from desktop_app.core.comparison.sharing import Sharing
from desktop_app.core.progress import silent
from desktop_app.core.search import index
from desktop_app.ui import shared_wording
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.shared_wording import (
    LOOKING,
    MOST,
    NOT_KNOWN,
    NOTHING,
    Found,
    Shared,
    SharedWording,
    how_much,
    how_much_of_theirs,
)


def said(name: str, length: int = 60) -> str:
    """Return a paragraph that stands nowhere else."""
    return " ".join(f"{name}{number}" for number in range(length)) + "."


GATE, FERRY = said("gate"), said("ferry")


@pytest.fixture
def shelf_of_four(shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot) -> MainWindow:
    """Show an article, one that has half of it, one with the same text, and one that has nothing of it."""
    window = shelf(
        made(("body", GATE), ("body", FERRY), title="Gate fails", source="Orla Post", published="2024-03-12"),
        made(("body", GATE), ("body", said("flood", 180)), title="Flood", source="Velmark Courier"),
        made(("body", GATE), ("body", FERRY), title="Gate fails again", source="Radio Tessin"),
        made(("body", said("bread")), title="Bread", source="Harbour Wire"),
    )
    qtbot.waitUntil(lambda: cards(window) != [])
    return window


def cards(window: MainWindow) -> list[str]:
    return [
        title.accessibleName()
        for title in visible(window.library.inspector.shared_wording, QLabel, "sharedWording")
    ]


def visible(section: SharedWording, kind: type, name: str | None = None) -> list:
    QCoreApplication.sendPostedEvents()  # so that what was put into a layout is shown
    return [widget for widget in section.findChildren(kind, name) if widget.isVisibleTo(section)]


def texts(window: MainWindow) -> list[str]:
    return [label.text() for label in visible(window.library.inspector.shared_wording, QLabel)]


def test_each_says_how_much_but_those_that_say_the_same(shelf_of_four: MainWindow) -> None:
    """The share of either text and the number of passages; an article with the same text has its card above."""
    assert cards(shelf_of_four) == ["50% of this text stands there too: Flood"]
    assert "Velmark Courier · date unknown" in texts(shelf_of_four)
    assert "One passage, 25% of that text" in texts(shelf_of_four)


def test_a_click_opens_it(shelf_of_four: MainWindow, qtbot) -> None:
    """The article is read, and what it shares with others is told from its side."""
    visible(shelf_of_four.library.inspector.shared_wording, QLabel, "sharedWording")[0].linkActivated.emit("2")
    qtbot.waitUntil(lambda: shelf_of_four.library.reader.article.id == 2)
    qtbot.waitUntil(lambda: len(cards(shelf_of_four)) == 2)
    assert cards(shelf_of_four)[0] == "25% of this text stands there too: Gate fails"


def test_a_click_compares_them(shelf_of_four: MainWindow, qtbot) -> None:
    """The passages are shown side by side."""
    with qtbot.waitSignal(shelf_of_four.comparing.ready, timeout=30_000):
        visible(shelf_of_four.library.inspector.shared_wording, QPushButton, "compareShared")[0].click()
    assert sorted(shelf_of_four.comparing.ids) == [1, 2]


def test_cards_never_stand_beside_another_article(shelf_of_four: MainWindow, qtbot) -> None:
    """Those shown go at once; an answer that comes late is dropped."""
    shelf_of_four.library.open_article(4)
    assert cards(shelf_of_four) == []
    qtbot.waitUntil(lambda: texts(shelf_of_four) in ([LOOKING], [NOTHING]))
    qtbot.waitUntil(lambda: texts(shelf_of_four) == [NOTHING])
    shelf_of_four.library.shared_wording._show(Found(1, [shared(2, 0.5)]))
    shelf_of_four.library.shared_wording._failed(OSError("of a question that was given up"))
    assert texts(shelf_of_four) == [NOTHING]


def test_another_archive_has_other_articles(
    shelf_of_four: MainWindow, made: Callable[..., Article], tmp_path: Path, qtbot
) -> None:
    """Its first article is not the first of the archive before."""
    folder = tmp_path / "Other"
    with opened(folder, create=True) as archive:
        bread = made(("body", said("bread")), title="Bread", source="Harbour Wire")
        archive.imports.add(archive.imports.begin("file"), [ReadFile("/b.txt", "b.txt", b"b", [bread])], None)
        index.catch_up(silent, archive)  # else it would be asked again once that is done
    shelf_of_four.open(folder)
    qtbot.waitUntil(lambda: texts(shelf_of_four) == [NOTHING])
    assert shelf_of_four.session.folder == folder


def test_what_fails_is_said(shelf_of_four: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """That it could not be looked for is not the same as that nothing was found."""

    def broken(*_args: object) -> None:
        raise OSError("disk gone")

    monkeypatch.setattr(shared_wording, "shared_wording", broken)
    shelf_of_four.library.open_article(4)
    qtbot.waitUntil(lambda: texts(shelf_of_four) == [NOT_KNOWN])


def shared(id_: int, share: float, of_theirs: float = 0.5, passages: int = 1) -> Shared:
    places = (SharedPassage((0, 9), (0, 9), 1.0),) * passages
    summary = Summary(id_, "<b>Flood</b>", "المرسى", "2024-03-13", 9, "a.txt")
    return Shared(Sharing(id_, share, of_theirs, places), summary)


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (1.0, "All of this text stands there too"),
        (0.999, "99% of this text stands there too"),
        (0.34, "34% of this text stands there too"),
        (0.006, "Less than 1% of this text stands there too"),
    ],
)
def test_how_much_is_told_in_words(share: float, told: str) -> None:
    """Rounded down, but never to nothing."""
    assert how_much(shared(2, share)) == told


def test_passages_are_counted_in_words() -> None:
    """As people write numbers: large ones in figures."""
    assert how_much_of_theirs(shared(2, 0.1, 1.0)) == "One passage, 100% of that text"
    assert how_much_of_theirs(shared(2, 0.1, 0.001, 2)) == "Two passages, less than 1% of that text"
    assert how_much_of_theirs(shared(2, 0.1, 0.2, 12)) == "12 passages, 20% of that text"


def test_many_are_counted_and_marks_in_a_title_are_text(dressed, qtbot) -> None:
    """Seventeen articles do not make seventeen cards, and a title is never taken for HTML."""
    section = SharedWording()
    qtbot.addWidget(section)
    section.show_found(Found(1, [shared(number, 0.5) for number in range(2, MOST + 9)]))
    titles = section.findChildren(QLabel, "sharedWording")
    assert len(titles) == MOST
    assert "&lt;b&gt;Flood" in titles[0].text()
    assert "and 7 more" in [label.text() for label in section.findChildren(QLabel)]


def test_what_is_shown_already_stays(dressed, qtbot) -> None:
    """The keyboard keeps its place when the same is found again."""
    section = SharedWording()
    qtbot.addWidget(section)
    section.show_found(Found(1, [shared(2, 0.5)]))
    (title,) = visible(section, QLabel, "sharedWording")
    section.show_found(Found(1, [shared(2, 0.5)]))
    assert visible(section, QLabel, "sharedWording") == [title]
