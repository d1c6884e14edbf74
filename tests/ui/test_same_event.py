"""Other reports of the event are named, opened and compared, and what is not known is not denied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Summary
from desktop_app.core.errors import UserError
from desktop_app.core.progress import silent
from desktop_app.core.search import index
from desktop_app.core.search.same_event import Elsewhere, Report
from desktop_app.ui import same_event
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.same_event import LOOKING, NOT_INDEXED, NOTHING, ONLY_COPIES, SameEvent
from desktop_app.ui.theme import look
from tests.ui.events import add, reports


@pytest.fixture
def flood(shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot) -> MainWindow:
    """Show the first of three reports of a flood, in an archive with another article."""
    window = shelf(*reports(made, 0, 1, 2, 3))
    qtbot.waitUntil(lambda: [card[:7] for card in sorted(cards(window))] == ["Inquiry", "Velmark"])
    return window


def cards(window: MainWindow) -> list[str]:
    return [title.accessibleName() for title in visible(window.library.inspector.same_event, QLabel, "sameEvent")]


def visible(section: SameEvent, kind: type, name: str | None = None) -> list:
    QCoreApplication.sendPostedEvents()  # so that what was put into a layout is shown
    return [widget for widget in section.findChildren(kind, name) if widget.isVisibleTo(section)]


def said(section: SameEvent) -> list[str]:
    return [label.text() for label in visible(section, QLabel)]


def test_each_says_from_where_and_why(flood: MainWindow) -> None:
    """Source and day, and the words both have."""
    assert sorted(cards(flood)) == [
        "Inquiry into the gate, Radio Tessin · 13 Mar 2024",
        "Velmark under water, Velmark Courier · 12 Mar 2024",
    ]
    texts = said(flood.library.inspector.same_event)
    assert "Radio Tessin · 13 Mar 2024" in texts
    assert any("shares" in text and "published on the same day" in text for text in texts)


def test_a_click_opens_it(flood: MainWindow, qtbot) -> None:
    """The report is read, and the one before stands among its others."""
    title = next(
        label
        for label in flood.library.inspector.same_event.findChildren(QLabel, "sameEvent")
        if label.accessibleName().startswith("Velmark")
    )
    title.linkActivated.emit("2")
    qtbot.waitUntil(lambda: flood.library.reader.article.id == 2)
    qtbot.waitUntil(lambda: any(card.startswith("Lock gate fails") for card in cards(flood)))


def test_one_is_compared_or_all(flood: MainWindow, qtbot) -> None:
    """The article being read is always one of those compared."""
    section = flood.library.inspector.same_event
    buttons = {button.text(): button for button in visible(section, QPushButton)}
    with qtbot.waitSignal(flood.comparing.ready, timeout=30_000):
        buttons["Compare with this"].click()
    assert len(flood.comparing.ids) == 2
    assert 1 in flood.comparing.ids
    flood.commands["back"].trigger()
    with qtbot.waitSignal(flood.comparing.ready, timeout=30_000):
        buttons["Compare all 3"].click()
    assert sorted(flood.comparing.ids) == [1, 2, 3]


def test_an_answer_that_comes_late_is_dropped(flood: MainWindow, qtbot) -> None:
    """Cards of an article read before are never shown beside another."""
    flood.library.open_article(4)
    qtbot.waitUntil(lambda: said(flood.library.inspector.same_event) == [NOTHING])
    flood.library.same_event._show(Elsewhere(summary(1), (Report(summary(2), ()),)))
    assert said(flood.library.inspector.same_event) == [NOTHING]


def test_the_cards_of_the_article_before_go_at_once(flood: MainWindow, qtbot) -> None:
    """They never stand beside another article: until its own are known, it is said that they are looked for."""
    flood.library.open_article(4)
    assert cards(flood) == []
    qtbot.waitUntil(lambda: said(flood.library.inspector.same_event) in ([LOOKING], [NOTHING]))


def test_another_archive_has_other_reports(
    flood: MainWindow, made: Callable[..., Article], tmp_path: Path, qtbot
) -> None:
    """Its first article is not the first of the archive before."""
    folder = tmp_path / "Other"
    with opened(folder, create=True) as archive:
        (cake,) = reports(made, 3)
        archive.imports.add(archive.imports.begin("file"), [ReadFile("/c.txt", "c.txt", b"c", [cake])], None)
        index.catch_up(silent, archive)  # else it would be asked again once that is done
    flood.open(folder)
    qtbot.waitUntil(lambda: said(flood.library.inspector.same_event) == [NOTHING])
    assert flood.session.folder == folder


def test_what_is_imported_later_appears(
    shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot
) -> None:
    """Once the index knows of a second report, the article that is open does too."""
    window = shelf(*reports(made, 0, 3))
    section = window.library.inspector.same_event
    qtbot.waitUntil(lambda: said(section) == [NOTHING])
    add(window, reports(made, 1))
    qtbot.waitUntil(lambda: len(cards(window)) == 1, timeout=30_000)


def test_what_fails_is_said(flood: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged index is not the same as an event nobody else reports."""

    def broken(*_args: object) -> None:
        raise UserError("index_damaged", "The search index is damaged.")

    monkeypatch.setattr(same_event, "elsewhere", broken)
    flood.library.open_article(4)
    qtbot.waitUntil(lambda: said(flood.library.inspector.same_event) == ["The search index is damaged."])


def summary(id_: int) -> Summary:
    return Summary(id_, f"<b>Flood {id_}</b>", None, None, 9, "a.txt")


def test_no_card_for_nothing(dressed, qtbot) -> None:
    """That nothing was found, that only copies were, and that it is not known yet are three things."""
    section = SameEvent()
    qtbot.addWidget(section)
    for elsewhere, text in (
        (Elsewhere(summary(1)), NOTHING),
        (Elsewhere(summary(1), copies=(2,)), ONLY_COPIES),
        (Elsewhere(summary(1), indexed=False), NOT_INDEXED),
    ):
        section.show_elsewhere(elsewhere)
        assert said(section) == [text]


def test_titles_follow_the_colours(dressed, qtbot) -> None:
    """A title has the accent of the theme in use, not of the one it was first shown in."""
    section = SameEvent()
    qtbot.addWidget(section)
    section.show_elsewhere(Elsewhere(summary(1), (Report(summary(2), ()),)))
    (title,) = visible(section, QLabel, "sameEvent")

    def colours() -> set[str]:
        image = title.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert look.name("accent") in colours()
    look.apply(dressed, "dark")
    try:
        assert look.name("accent") in colours()
    finally:
        look.apply(dressed, "light")


def test_as_many_as_can_be_compared(dressed, qtbot) -> None:
    """Five cards beside the article make six; a title is text, and an unknown source is named as that."""
    section = SameEvent()
    qtbot.addWidget(section)
    section.show_elsewhere(Elsewhere(summary(1), tuple(Report(summary(n), ("why",)) for n in range(2, 10))))
    titles = visible(section, QLabel, "sameEvent")
    assert len(titles) == 5
    assert "&lt;b&gt;Flood 2" in titles[0].text()
    assert "Unknown source · date unknown" in said(section)
    assert "and more" in said(section)
    asked = []
    section.compare_wanted.connect(asked.append)
    section.findChild(QPushButton, "compareAll").click()
    assert asked == [[1, 2, 3, 4, 5, 6]]
