"""What the whole text says about its words."""

from desktop_app.core.analysis.names.reading import reading
from desktop_app.core.article import Article, Part

TITLE, FIRST, SECOND, REST = "Orla Gives Way In Velmark", "The dam broke.", "Snow fell on Tessin.", "Subscribe Now"
TEXT = "\n".join((TITLE, f"{FIRST} {SECOND}", REST))
BODY = len(TITLE) + 1


def article() -> Article:
    """Return an article with a title, a body of two sentences, and furniture."""
    body_end = BODY + len(FIRST) + 1 + len(SECOND)
    parts = (Part(0, len(TITLE), "title"), Part(BODY, body_end, "body"), Part(body_end + 1, len(TEXT), "furniture"))
    return Article(TEXT, parts)


def test_title_and_body_are_read_and_furniture_is_not() -> None:
    """Names in furniture are no part of the report; a part without sentences is read as one."""
    sentences = [(BODY, BODY + len(FIRST)), (BODY + len(FIRST) + 1, BODY + len(FIRST) + 1 + len(SECOND))]
    read = reading(article(), sentences)
    assert [words[0].text for words in read.sentences] == ["The", "Snow"]
    assert [words[0].text for words in read.headlines] == ["Orla"]
    assert read.capital == {"tessin"}
    assert "broke" in read.small
    assert "subscribe" not in read.small | read.capital


def test_lines_of_capitals_are_headlines() -> None:
    """Capitals say nothing in them; in a short sentence with a full stop they do."""
    for line, expected in (("FLOOD HITS VELMARK AGAIN", True), ("Omar Gasri met Anna Orlan.", False)):
        read = reading(Article(line, (Part(0, len(line), "body"),)), [])
        assert bool(read.headlines) is expected


def test_german_is_told() -> None:
    """Where all nouns have capitals, a capital alone makes no name."""
    text = "Der Fluss ist nicht tief und die Stadt liegt weit weg, sagt das Amt der Stadt."
    assert reading(Article(text, (Part(0, len(text), "body"),)), []).german
    assert not reading(article(), []).german
