"""The words of two articles are held against each other in the place of the reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop_app.core.article import ArchivedArticle, Article
from desktop_app.core.comparison.word_diff import Run
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading_pane import is_earlier
from desktop_app.ui.word_diff_view import GOES_ON, MOST, ComparedWords, WordDiffView

ADDRESS = "https://orlapost.example/flood.html"
FIRST = "The river rose by three metres. Nobody was hurt in Velmark."
LATER = "The river rose by four metres. Nobody was hurt badly in Velmark."


@pytest.fixture
def versions(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show the later of two versions of an article, and a third one that has nothing to do with them."""
    return shelf(
        made(("body", LATER), title="Flood", url=ADDRESS, captured="2024-03-14T09:00:00+00:00"),
        made(("body", FIRST), title="Flood", url=ADDRESS, captured="2024-03-12T18:00:00+00:00"),
        made(("body", "Bakers opened at four."), title="Bread"),
    )


@pytest.fixture
def compared(versions: MainWindow, qtbot) -> MainWindow:
    versions.library.inspector.same_story.compare_wanted.emit(2)
    qtbot.waitUntil(lambda: versions.library.reading.comparing)
    return versions


def marked(window: MainWindow, kind: str) -> list[str]:
    """Return the words that carry a mark: "underline" or "strike"."""
    document = window.library.reading.words.browser.document()
    found = []
    block = document.begin()
    while block.isValid():
        for piece in block:
            letters = piece.fragment().charFormat()
            if letters.fontUnderline() if kind == "underline" else letters.fontStrikeOut():
                found.append(piece.fragment().text())
        block = block.next()
    return found


def test_the_earlier_version_stands_first_and_changes_are_told_by_shape(compared: MainWindow) -> None:
    """What was captured later is what was added, whichever of the two is being read."""
    assert marked(compared, "strike") == ["three"]
    assert marked(compared, "underline") == ["four", "badly"]
    words = compared.library.reading.words
    assert words.count.text() == "2 words added, 1 removed"
    assert "captured 12 Mar 2024" in words.legend.text().split("<br>")[0]


def test_keys_lead_through_the_changes_and_back(compared: MainWindow, qtbot) -> None:
    """Each change is told in words too; Esc leads back to the article."""
    words = compared.library.reading.words
    assert words.place.text() == "Change 1 of 2: removed “three”, added “four”"
    compared.commands["next_change"].trigger()
    assert words.place.text() == "Change 2 of 2: added “badly”"
    assert words.browser.extraSelections()[0].cursor.selectedText() == "badly"
    compared.commands["next_change"].trigger()
    compared.commands["previous_change"].trigger()
    assert words.place.text().startswith("Change 2")
    assert not compared.commands["toggle_block"].isEnabled()
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert not compared.library.reading.comparing
    assert compared.commands["toggle_block"].isEnabled()
    assert not compared.commands["next_change"].isEnabled()


def test_reading_another_article_ends_it(compared: MainWindow) -> None:
    """What one chooses in the list is what one sees."""
    compared.library.open_article(3)
    assert not compared.library.reading.comparing


def test_without_dates_nothing_is_said_to_be_added(
    shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot
) -> None:
    """Which of two articles came first is not guessed; a text from the right runs from the right."""
    texts = ("ارتفع منسوب النهر ثلاثة أمتار", "ارتفع منسوب النهر أربعة أمتار")
    window = shelf(*(made(("body", text), title="مياه", source="المرسى") for text in texts))
    window.library.inspector.same_story.compare_wanted.emit(2)
    qtbot.waitUntil(lambda: window.library.reading.comparing)
    words = window.library.reading.words
    assert words.count.text() == "1 word only in the second, 1 only in the first"
    assert words.browser.document().begin().textDirection() == Qt.LayoutDirection.RightToLeft
    assert marked(window, "strike") == ["ثلاثة"]
    first, second = (line.partition("only in")[2] for line in words.legend.text().split("<br>"))
    assert first != second  # by the names of their files, as nothing else tells them apart


def test_the_same_words_are_called_the_same(
    shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot
) -> None:
    """Nothing to step through, and nothing that fails."""
    window = shelf(made(("body", FIRST), title="Flood"), made(("body", FIRST), title="Flood", source="Orla Post"))
    window.library.inspector.same_story.compare_wanted.emit(2)
    qtbot.waitUntil(lambda: window.library.reading.comparing)
    words = window.library.reading.words
    assert words.count.text() == "The same words in both"
    words.step(1)
    cursor = QTextCursor(words.browser.document())
    cursor.select(QTextCursor.SelectionType.Document)
    assert cursor.selectedText() == f"Flood\u2029{FIRST}"


def test_long_texts_are_shown_as_far_as_the_window_bears(dressed, qtbot) -> None:
    """All changes are counted; where the text is cut, it says so."""
    article = ArchivedArticle(1, Article("", ()), "a" * 64, "a.txt", "2024-01-01", 0)
    view = WordDiffView()
    qtbot.addWidget(view)
    runs = [Run(kind, f"{kind} ", 1) for _ in range(MOST) for kind in ("same", "added")]
    view.show_words(ComparedWords(article, article, runs, ordered=True))
    assert view.count.text() == f"{MOST:,} words added, 0 removed"
    assert view.browser.toPlainText().endswith(GOES_ON)
    assert view.place.text() == f"Change 1 of {MOST // 2}: added “added”"


def test_the_order_is_known_from_stated_days_only() -> None:
    """Captured counts first, then published; one day alone says nothing."""

    def kept(**facts: str) -> ArchivedArticle:
        return ArchivedArticle(1, Article("", (), **facts), "a" * 64, "a.txt", "2024-01-01", 0)

    assert is_earlier(kept(captured="2024-03-12"), kept(captured="2024-03-14")) is True
    assert is_earlier(kept(published="2024-03-14"), kept(published="2024-03-12")) is False
    assert is_earlier(kept(published="2024-03-14"), kept()) is None
