"""Reading an article fetches nothing."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from desktop_app.ui.article_browser import ArticleBrowser


def test_no_picture_is_loaded_from_the_disk_or_the_network(dressed, qtbot, tmp_path: Path) -> None:
    """Where nothing is given, Qt reads the file itself; so an empty picture is given."""
    file = tmp_path / "picture.png"
    QImage(10, 10, QImage.Format.Format_RGB32).save(str(file))
    browser = ArticleBrowser()
    qtbot.addWidget(browser)
    for address in (QUrl.fromLocalFile(str(file)), QUrl("http://orla.example/p.png"), QUrl("p.png")):
        browser.setHtml(f'<img src="{address.toString()}">')
        browser.grab()
        picture = browser.document().resource(QTextDocument.ResourceType.ImageResource.value, address)
        assert picture.size().width() == 1
