"""What an empty archive shows: one sentence, one place to drop files, two buttons, and the sample."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.theme import interface_font, reading_font

WIDTH = 620
EXPLORE = "Explore the sample archive first"
KINDS = (
    "Web pages, PDFs, Word files, e-mail, feeds, tables, ZIP archives, plain text.",
    "Your originals are copied, never changed. Nothing leaves this computer.",
)


class FirstRun(QWidget):
    """The first page of a new archive."""

    files_wanted = Signal()
    folder_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sample = QPushButton(EXPLORE)
        self._sample.setObjectName("exploreSample")
        self._sample.setProperty("look", "link")
        self._sample.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sample.clicked.connect(self.sample_wanted)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(_centred("Read the same story twice.", reading_font(30, bold=True)))
        says = _centred(
            "Second Source keeps your articles, finds anything in them, and lays reports of the same event "
            "side by side.",
            interface_font(15),
        )
        says.setProperty("look", "muted")
        middle.addWidget(says)
        middle.addSpacing(8)
        middle.addWidget(self._drop_zone())
        middle.addSpacing(4)
        middle.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QWidget()
        column.setFixedWidth(WIDTH)
        column.setLayout(middle)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)

    @Slot(str)
    def tell_of_sample(self, making: str) -> None:
        """Say in the place of the link how far the sample archive is; "" brings the link back."""
        self._sample.setText(making or EXPLORE)
        self._sample.setEnabled(not making)

    def _drop_zone(self) -> QFrame:
        zone = QFrame()
        zone.setObjectName("dropZone")
        files = QPushButton("Choose files…")
        files.setObjectName("chooseFiles")
        files.setProperty("look", "primary")
        files.clicked.connect(self.files_wanted)
        folder = QPushButton("Choose a folder…")
        folder.setObjectName("chooseFolder")
        folder.clicked.connect(self.folder_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(files)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        layout = QVBoxLayout(zone)
        layout.setContentsMargins(24, 40, 24, 36)
        layout.setSpacing(8)
        layout.addWidget(_centred("Drop files or folders here", interface_font(16, bold=True)))
        for line in KINDS:
            label = _centred(line, interface_font(13))
            label.setWordWrap(False)
            label.setProperty("look", "muted")
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        return zone


def _centred(text: str, font: object) -> QLabel:
    label = QLabel(text)
    label.setFont(font)  # type: ignore[arg-type]
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
