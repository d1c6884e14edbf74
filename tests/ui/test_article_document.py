"""Every mark stands on the words it means, whatever the script and whatever is hidden."""

import pytest
from PySide6.QtGui import QTextDocument

from desktop_app.core.article import Article, Part
from desktop_app.ui.article_document import GOES_ON, ArticleDocument

TEXT = "Menu\n\nFlood 🌊 in Velmark\n\nVELMARK —\nThe 🌊 river\nrose.\n\nارتفع منسوب النهر\n\nLeave a Reply"


def made() -> Article:
    pieces = [
        ("Menu", "furniture"),
        ("Flood 🌊 in Velmark", "title"),
        ("VELMARK —", "dateline"),
        ("The 🌊 river\nrose.", "body"),
        ("ارتفع منسوب النهر", "body"),
        ("Leave a Reply", "furniture"),
    ]
    starts = [TEXT.index(text) for text, _ in pieces]
    parts = [Part(at, at + len(text), role) for at, (text, role) in zip(starts, pieces, strict=True)]
    return Article(TEXT, tuple(parts), title="Flood 🌊 in Velmark")


@pytest.fixture
def filled(dressed):
    document = QTextDocument()
    article_document = ArticleDocument(document, made(), 16)
    article_document.fill(heading="Flood 🌊 in Velmark", facts="Orla Post")
    return article_document


@pytest.mark.parametrize("words", ["river", "rose", "منسوب", "Velmark", "VELMARK", "🌊 river"])
def test_a_mark_selects_its_own_words(filled: ArticleDocument, words: str) -> None:
    """Emoji take two places in a document and one in the text; a line break is a blank; neither moves a mark."""
    start = TEXT.index(words)
    assert filled.cursor(start, start + len(words)).selectedText() == words


def test_page_furniture_is_hidden_until_asked_for(dressed) -> None:
    """Nothing is thrown away: what is hidden comes back, in its place."""
    document = QTextDocument()
    ArticleDocument(document, made(), 16).fill()
    assert "Leave a Reply" not in document.toPlainText()
    ArticleDocument(document, made(), 16).fill(furniture=True)
    shown = document.toPlainText().replace("   Bring back", "").replace("\u2028", "\n").split("\n")
    assert shown == [
        "Page furniture · hidden", "Menu", "Title line · hidden", "Flood 🌊 in Velmark",
        "VELMARK — The 🌊 river rose.", "ارتفع منسوب النهر", "Page furniture · hidden", "Leave a Reply",
    ]  # fmt: skip


def test_a_block_the_user_has_set_says_so(dressed) -> None:
    """What is hidden or brought back by hand is told from what cleaning did."""
    document = QTextDocument()
    by_hand = {TEXT.index("Leave"), TEXT.index("ارتفع")}
    ArticleDocument(document, made(), 16).fill(furniture=True, by_hand=by_hand)
    lines = document.toPlainText().split("\n")
    assert lines[-4:-2] == ["Brought back by you", "ارتفع منسوب النهر"]
    assert lines[-2] == "Page furniture · hidden by you"


def test_a_place_in_the_document_is_found_in_the_text(dressed) -> None:
    """What is clicked is the block that is meant, labels and links between the blocks or not."""
    filled = ArticleDocument(QTextDocument(), made(), 16)
    filled.fill(heading="Flood 🌊 in Velmark", furniture=True)
    for words in ("Menu", "river", "منسوب", "Reply"):
        start = TEXT.index(words)
        position = filled.cursor(start, start + 1).selectionStart()
        assert filled.offset(position) == start
        part = filled.part_at(position)
        assert part.start <= start < part.end
    label = filled.document.find("Page furniture").selectionStart()
    assert filled.part_at(label + 3) is None
    hidden_again = ArticleDocument(QTextDocument(), made(), 16)
    hidden_again.fill()
    assert hidden_again.nearest(TEXT.index("Reply")).block().text() == "ارتفع منسوب النهر"


def test_a_text_without_end_is_cut_and_says_so(dressed) -> None:
    """A file of many megabytes on one line does not hold the window, and nothing is hidden in silence."""
    text = "flood " * 200_000
    filled = ArticleDocument(QTextDocument(), Article(text, (Part(0, len(text), "body"),)), 16)
    filled.fill()
    shown = filled.document.toPlainText()
    assert len(shown) < 151_000
    assert shown.endswith(GOES_ON)
    assert filled.cursor(1_000_000, 1_000_005) is None


def test_hidden_words_have_no_mark(filled: ArticleDocument) -> None:
    """A mark in hidden furniture is not put somewhere else."""
    assert filled.cursor(0, 4) is None


def test_a_title_set_by_hand_is_shown_unmarked(dressed) -> None:
    """The user's title replaces the one in the text; marks of the old one have no place."""
    filled = ArticleDocument(QTextDocument(), made(), 16)
    filled.fill(heading="Another title")
    start = TEXT.index("Flood")
    assert filled.document.toPlainText().startswith("Another title")
    assert filled.cursor(start, start + 5) is None


def test_arabic_runs_from_the_right(filled: ArticleDocument) -> None:
    """Each paragraph takes the direction of its own script."""
    block = filled.document.findBlock(filled.cursor(TEXT.index("ارتفع"), TEXT.index("ارتفع") + 2).selectionStart())
    assert block.textDirection().name == "RightToLeft"
