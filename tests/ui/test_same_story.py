"""Articles that say the same are told, opened and named truthfully."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.core.archive.likenesses import Likeness
from desktop_app.core.article import Article, Summary
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.same_story import MOST, Alike, SameStory, about, how_alike

STORY = " ".join(f"Word{number} of the river Orla stands in this long story." for number in range(20))
CHANGED = STORY.replace("Word7", "Term7")
ADDRESS = "https://orlapost.example/flood.html"


@pytest.fixture
def three(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show an article, one with the same text, and a later version of it."""
    return shelf(
        made(("body", STORY), title="Flood", source="Orla Post", url=ADDRESS, captured="2024-03-12"),
        made(("body", STORY), title="Flood again", source="Velmark Courier", published="2024-03-13"),
        made(("body", CHANGED), title="Flood, later", source="Orla Post", url=ADDRESS, captured="2024-03-14"),
    )


def cards(window: MainWindow) -> list[QLabel]:
    layout = window.library.inspector.same_story.layout()
    labels = [layout.itemAt(number).widget().findChild(QLabel, "sameStory") for number in range(layout.count())]
    return [label for label in labels if label is not None]


def test_each_says_how_alike_it_is(three: MainWindow) -> None:
    """The same text, then the versions of the address, each with its source and day."""
    assert [card.accessibleName() for card in cards(three)] == [
        "The same text: Flood again",
        "Another version of this address: Flood, later",
    ]
    texts = [label.text() for label in three.library.inspector.same_story.findChildren(QLabel)]
    assert "Velmark Courier · 13 Mar 2024" in texts
    assert "Orla Post · date unknown · captured 14 Mar 2024" in texts
    compare = [card.parentWidget().findChild(QPushButton, "compareWords") for card in cards(three)]
    assert [button and button.property("articles") for button in compare] == [None, [3]]


def test_a_click_opens_it_even_when_it_is_not_listed(three: MainWindow, qtbot) -> None:
    """A search that does not find it is left, rather than the click doing nothing."""
    qtbot.keyClicks(three.top_bar.field, "source:courier")
    qtbot.waitUntil(lambda: three.library.model.rowCount() == 1)
    assert three.library.reader.article.id == 2
    card = next(card for card in cards(three) if card.accessibleName().endswith(": Flood"))
    card.linkActivated.emit("1")
    qtbot.waitUntil(lambda: three.library.reader.article.id == 1)
    assert three.top_bar.field.text() == ""


def test_no_card_for_nothing(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> None:
    """That nothing was found is said."""
    window = shelf(made(("body", STORY), title="Flood"))
    assert cards(window) == []
    texts = [label.text() for label in window.library.inspector.same_story.findChildren(QLabel)]
    assert "No other article here has the same text or address." in texts


def other(id_: int, likeness: Likeness) -> Alike:
    return Alike(likeness, Summary(id_, "<b>Flood</b>", "المرسى", "2024-03-13", 9, "a.txt"))


def test_nearly_the_same_is_never_a_hundred_per_cent() -> None:
    """A share is rounded down, and a text from the right keeps its neighbours in place."""
    nearly = other(2, Likeness(2, "nearly", 0.999))
    assert how_alike(nearly) == "Nearly the same text (99%)"
    assert how_alike(other(2, Likeness(2, "nearly", 1.0))) == "The same text, but one is longer"
    assert about(nearly) == "\u2068المرسى\u2069 · \u206813 Mar 2024\u2069"


def test_many_are_counted_and_marks_in_a_title_are_text(dressed, qtbot) -> None:
    """Forty copies do not make forty cards, and a title is never taken for HTML."""
    section = SameStory()
    qtbot.addWidget(section)
    section.show_alike([other(n, Likeness(n, "same")) for n in range(MOST + 5)])
    titles = section.findChildren(QLabel, "sameStory")
    assert len(titles) == MOST
    assert "&lt;b&gt;Flood" in titles[0].text()
    assert "and 5 more" in [label.text() for label in section.findChildren(QLabel)]
