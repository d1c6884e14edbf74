"""The head of a text says whose it is in whatever room there is."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison.column import LEAST
from desktop_app.ui.comparison.column_head import Head

SHARED = "The gate of the upper lock broke away shortly before dawn."


def test_a_head_that_is_unfolded_shows_its_whole_title(dressed, qtbot: QtBot, report) -> None:
    """Low and wide first, then high and narrow: its height follows its width again, or the title is cut across."""
    (article,) = [report(1, SHARED)]
    long = replace(article, article=replace(article.article, title="The upper gate of the old lock broke away"))
    head = Head(long)
    qtbot.addWidget(head)
    head.resize(800, 60)
    head.show()
    head.fold(folded=True)
    head.fold(folded=False)
    assert head.heightForWidth(180) > head.heightForWidth(800)


def test_a_folded_head_leaves_its_first_line_to_the_source(dressed, qtbot: QtBot, report) -> None:
    """In the narrowest column the source is read in full beside the way to set the date."""
    head = Head(report(1, SHARED))
    qtbot.addWidget(head)
    head.fold(folded=True)
    head.resize(LEAST, 60)
    head.show()
    assert any(label.text() == "Unknown source" for label in head.findChildren(QLabel))
