"""Widgets flow like words: wrapped whole, and level in their line."""

from PySide6.QtWidgets import QWidget

from desktop_app.ui.flow import Flow


def test_widgets_wrap_and_stand_level(dressed, qtbot) -> None:
    """What does not fit begins a new line; a low widget stands at half the height of its line."""
    outer = QWidget()
    qtbot.addWidget(outer)
    flow = Flow(outer, gap=10)
    inner = [QWidget() for _ in range(3)]
    for widget, (width, height) in zip(inner, ((40, 10), (40, 30), (40, 20)), strict=True):
        widget.setFixedSize(width, height)
        flow.addWidget(widget)
    outer.resize(100, 100)
    outer.show()
    assert [(widget.x(), widget.y()) for widget in inner] == [(0, 10), (50, 0), (0, 40)]
    assert flow.heightForWidth(100) == 60
    assert flow.heightForWidth(200) == 30
