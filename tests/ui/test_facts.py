"""What is known of an article, on what it rests, and how it is set by hand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop_app.core.article import Article, FileOutcome
from desktop_app.core.dates import doubt
from desktop_app.core.importing.decoding.encoding import decode
from desktop_app.ui.facts import language_name
from desktop_app.ui.main_window import MainWindow

ADDRESS = "https://www.orlapost.example/velmark/2024/lower-velmark-flooded.html"
FACTS = {
    "title": "Flood",
    "source": "Orla Post",
    "published": "2024-03-12",
    "url": ADDRESS,
    "captured": "2024-03-14T09:00:00+00:00",
    "dateline": "VELMARK",
    "language": "en",
    "encoding": "utf-8",
    "evidence": {"source": "og:site_name of the page", "published": "12 March 2024", "dateline": "VELMARK —"},
}


@pytest.fixture
def flood(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show an article that says all about itself."""
    return shelf(made(("body", "The river rose."), **FACTS))


@pytest.fixture
def undated(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show an article with a date that can be read in two ways."""
    pieces = [("date", "03/04/2016"), ("body", "It rained on 1 May 2015.")]
    return shelf(made(*pieces, title="Rain", warnings=(doubt("03/04/2016"),)))


def fact(window: MainWindow, field: str) -> QLineEdit:
    return window.findChild(QLineEdit, f"fact_{field}")


def choices(window: MainWindow) -> list[QPushButton]:
    layout = window.library.inspector.facts.choices.layout()
    widgets = [layout.itemAt(number).widget() for number in range(layout.count())]
    return [widget for widget in widgets if isinstance(widget, QPushButton)]


def published(window: MainWindow) -> str | None:
    return window.session.archive.articles.get(1).article.published


def test_every_fact_tells_what_it_rests_on(flood: MainWindow) -> None:
    """On pointing at it, to a screen reader, and for all at once by a button."""
    assert fact(flood, "source").toolTip() == "og:site_name of the page"
    assert fact(flood, "source").accessibleDescription() == "og:site_name of the page"
    line = flood.findChild(QLabel, "evidence_source")
    assert line.isHidden()
    assert not flood.findChild(QLabel, "evidence_published").isHidden()
    flood.findChild(QPushButton, "showEvidence").click()
    assert not line.isHidden()


def test_an_address_is_text(flood: MainWindow) -> None:
    """It can be read and copied as it stands; nothing opens it."""
    address = fact(flood, "url")
    assert (address.text(), address.isReadOnly()) == (ADDRESS, True)
    assert fact(flood, "captured").text() == "14 Mar 2024"
    assert "09:00" in fact(flood, "captured").toolTip()
    assert fact(flood, "dateline").text() == "VELMARK"


def test_what_is_not_known_takes_no_room_unless_it_can_be_set(undated: MainWindow) -> None:
    """No row of "unknown" for what nobody can fill in."""
    assert fact(undated, "url").isHidden()
    assert fact(undated, "published").placeholderText() == "date unknown · set"


def test_an_unclear_date_is_two_buttons(undated: MainWindow) -> None:
    """03/04/2016 is asked about in place; a click answers, Undo asks again."""
    assert [button.text() for button in choices(undated)] == ["3 April 2016", "4 March 2016"]
    assert undated.library.inspector.warnings.isHidden()
    choices(undated)[1].click()
    assert published(undated) == "2016-03-04"
    assert fact(undated, "published").toolTip() == "set by you"
    assert choices(undated) == []
    assert undated.library.inspector.warnings.isHidden()
    undated.commands["undo"].trigger()
    assert published(undated) is None
    assert len(choices(undated)) == 2


def test_a_date_of_the_text_is_one_click_away(
    shelf: Callable[..., MainWindow], made: Callable[..., Article]
) -> None:
    """What the first lines state is offered with its words, and not set without being asked."""
    window = shelf(made(("body", "It rained on 1 May 2015."), title="Rain"))
    (choice,) = choices(window)
    assert "the text says “1 May 2015”" in choice.toolTip()
    assert published(window) is None
    choice.click()
    assert published(window) == "2015-05-01"


def test_a_day_is_chosen_in_the_calendar(undated: MainWindow) -> None:
    """Nobody has to know how to type a date."""
    button = undated.library.inspector.facts.calendar
    button._open()
    assert button.calendar.maximumDate() == QDate.currentDate()
    button.calendar.activated.emit(QDate(2016, 4, 3))
    assert published(undated) == "2016-04-03"


def test_all_places_of_the_original_are_listed(flood: MainWindow) -> None:
    """A file that came twice is one article found in two folders."""
    imports = flood.session.archive.imports
    more = [FileOutcome(f"/copies/{n}/flood.txt", "duplicate", 1) for n in range(4)]
    imports.add(imports.begin("again"), more, None)
    flood.library.reload_article()
    layout = flood.library.inspector.facts.places
    shown = [layout.itemAt(n).widget() for n in range(layout.count())]
    assert [place.toolTip() for place in shown[:2]] == ["/saved/0.txt", "/copies/0/flood.txt"]
    assert shown[-1].text() == "and in 2 more places"


def test_a_guessed_encoding_is_called_so(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> None:
    """What nobody has said is not shown as a fact."""
    guessed = decode("Über die Brücke ging man schön früh nach Hause.".encode("cp1252"))
    assert guessed.warnings
    window = shelf(
        made(("body", guessed.text), title="Steg", encoding=guessed.encoding, warnings=guessed.warnings),
        made(("body", "Bridge"), title="Bridge", encoding="cp1252"),
    )
    assert fact(window, "encoding").text() == f"{guessed.encoding} · guessed"
    window.library.open_article(2)
    assert fact(window, "encoding").text() == "cp1252"


def test_languages_have_names() -> None:
    """A code says nothing to a reader; an unknown language is called so."""
    assert [language_name(code) for code in ("en", "ar", None, "xq")] == ["English", "Arabic", "unknown", "xq"]
