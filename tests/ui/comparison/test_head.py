"""The head leads on and back, the foot tells the marks and the shares in words."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison import Comparison
from desktop_app.ui.comparison.head import Foot, Head, shares


def test_the_head_counts_the_reports_and_leads_to_differences(dressed, qtbot: QtBot) -> None:
    """Without a difference there is none to go to."""
    head = Head()
    qtbot.addWidget(head)
    head.show_count(4, differences=False)
    assert head.title.text() == "Comparison of four reports"
    assert not head.next.isEnabled()
    head.show_count(4, differences=True)
    ways = []
    head.difference_wanted.connect(ways.append)
    head.next.click()
    head.previous.click()
    assert ways == [1, -1]


def test_the_foot_explains_every_mark_in_words(dressed, qtbot: QtBot) -> None:
    """A shape and a word for each, so that colour is not needed."""
    foot = Foot()
    qtbot.addWidget(foot)
    labels = foot.findChildren(QLabel)
    assert [label.text() for label in labels if label.text()] == [
        "same",
        "differs",
        "other period or place",
        "only here",
    ]
    pictures = [label.pixmap().toImage() for label in labels if not label.pixmap().isNull()]
    assert len(pictures) == 4
    assert all(a != b for a, b in zip(pictures, pictures[1:] + pictures[:1], strict=True))


def test_what_the_foot_says_is_cut_to_its_room(dressed, qtbot: QtBot) -> None:
    """The whole of it is told under the mouse."""
    foot = Foot()
    qtbot.addWidget(foot)
    foot.resize(700, 26)
    foot.show()
    foot.say("Wording shared: " + "Orla Post ↔ Velmark Courier " * 20)
    assert foot.says.text().endswith("…")
    assert foot.says.toolTip().endswith("Courier ")
    assert foot.width() == 700


def test_shares_and_wire_stories_are_told(flood) -> None:
    """The share is of the text that shares more; reports of unknown sources go by their titles."""
    articles, comparison = flood
    told = "One wire story: Orla Post, Velmark Courier   Wording shared: Orla Post ↔ Velmark Courier 50%"
    assert shares(articles, comparison) == told
    nameless = [replace(a, article=replace(a.article, source=None)) for a in articles[:2]]
    assert shares(nameless, Comparison((), {}, ((0.0, 0.0), (0.0, 0.0)))) == "No wording shared"
    assert "Report 0 ↔ Report 1 10%" in shares(nameless, Comparison((), {}, ((0.0, 0.1), (0.0, 0.0))))
    assert "Report 0 ↔ Report 1 less than 1%" in shares(nameless, Comparison((), {}, ((0.0, 0.007), (0.0, 0.0))))
    assert "Report 0 ↔ Report 1 99%" in shares(nameless, Comparison((), {}, ((0.0, 0.997), (0.9, 0.0))))
