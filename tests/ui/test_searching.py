"""What is typed is searched for as it is typed, and in whole once the typing rests."""

import pytest

from desktop_app.core.search import finder
from desktop_app.core.search.matching import Reach
from desktop_app.ui import searching
from desktop_app.ui.listing import Listing
from desktop_app.ui.main_window import MainWindow

BODIES = [f"Carts and cargo on quay {number}." for number in range(12)]


Seen = list[tuple[str, str, int | None]]


@pytest.fixture(params=[0, searching.REST], ids=["slow answer", "quick answer"])
def rest(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let typing rest before the first answer can be there, or after it."""
    monkeypatch.setattr(searching, "REST", request.param)
    return int(request.param)


@pytest.fixture
def listed(rest: int, shelf, made, monkeypatch: pytest.MonkeyPatch) -> tuple[MainWindow, Seen]:
    """Give a window whose beginnings soon stand for too many words, and all it lists: text, count, article read."""
    monkeypatch.setattr(finder, "TYPING", Reach(12, 1))
    window = shelf(*(made(("body", body)) for body in BODIES), made(("body", "Carbon for the bridge.")))
    seen: Seen = []

    def note(listing: Listing) -> None:
        count, article = window.library.pane.count.text(), window.library.reader.article
        if listing.found.query.text:
            seen.append((listing.found.query.text, count.partition("</b>")[0], article and article.id))

    window.session.found.connect(note)
    return window, seen


def test_a_beginning_is_completed_when_typing_rests(listed, qtbot) -> None:
    """The list says “at least” while keys may come, and has everything a moment later, on the same article."""
    window, seen = listed
    window.top_bar.field.setText("car*")
    qtbot.waitUntil(lambda: len(seen) == 2)
    reading = seen[0][2]
    assert seen == [("car*", "<b>at least 12 articles", reading), ("car*", "<b>13 articles", reading)]


def test_what_was_found_in_whole_is_not_searched_again(listed, rest: int, qtbot) -> None:
    """Resting after a word changes nothing."""
    window, seen = listed
    window.top_bar.field.setText("cargo")
    qtbot.waitUntil(lambda: len(seen) > 0)
    qtbot.wait(rest + 400)
    assert [count for _, count, _ in seen] == ["<b>12 articles"]


def test_a_choice_while_typing_is_answered_in_whole(listed, qtbot) -> None:
    """Who chooses an order sees everything in that order at once."""
    window, seen = listed
    window.top_bar.field.setText("car*")
    window.library.searching.choose_order("oldest")
    qtbot.waitUntil(lambda: len(seen) > 0)
    assert seen[0][1] == "<b>13 articles"
