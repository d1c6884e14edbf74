"""A wire story printed twice becomes one row a paragraph; what one report divided stays together."""

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import compare
from desktop_app.core.comparison.paragraphs import paragraphs, taken_apart

GATE = "The upper gate of the lock broke away early on Tuesday and released the water held back above it."
RIVER = "The river rose to three metres in the town and flooded some three hundred and fifty homes by noon."
QUOTE = "“We will publish every inspection record that we hold,” a spokeswoman for the authority said on Friday."


def article(*texts: str, roles: str = "body") -> Article:
    parts, at = [], 0
    for text in texts:
        parts.append(Part(at, at + len(text), roles))  # type: ignore[arg-type]
        at += len(text) + 2
    return Article("\n\n".join(texts), tuple(parts))


def rows(*articles: Article) -> list[list[str]]:
    return [
        [articles[span.article].text[span.start : span.end] for span in row.spans]
        for row in compare(articles).of("passages")
    ]


def test_each_paragraph_of_a_copied_story_is_a_row() -> None:
    """So that every paragraph can stand beside its counterpart."""
    first, second = article(GATE, RIVER, QUOTE), article(GATE, RIVER, QUOTE)
    assert rows(first, second) == [[GATE, GATE], [RIVER, RIVER], [QUOTE, QUOTE]]
    assert len(compare([first, second]).passages) == 1


def test_a_paragraph_divided_by_one_report_stays_one_row() -> None:
    """Two paragraphs here are one there: they are one matter."""
    joined = f"{GATE} {RIVER}"
    first, second = article(joined, QUOTE), article(GATE, RIVER, QUOTE)
    assert rows(first, second) == [[joined, f"{GATE}\n\n{RIVER}"], [QUOTE, QUOTE]]


def test_a_paragraph_put_in_between_is_no_part_of_a_row() -> None:
    """What only one report has is not marked as shared."""
    own = "Nobody in the street could remember anything like it since the dam was built."
    found = rows(article(GATE, RIVER, QUOTE), article(GATE, own, RIVER, QUOTE))
    assert found == [[GATE, GATE], [RIVER, RIVER], [QUOTE, QUOTE]]


def test_a_passage_inside_one_paragraph_stays_whole() -> None:
    """Nothing is cut where no paragraph ends."""
    first, second = article(GATE), article(GATE)
    whole = (4, 60)
    assert taken_apart(first, whole, second, whole) == [(whole, whole)]


def test_a_blank_line_inside_a_part_divides_paragraphs() -> None:
    """Parts may hold several paragraphs; only the body counts."""
    text = f"{GATE}\n \n{RIVER}"
    both = Article(text, (Part(0, len(text), "body"),))
    assert [text[start:end] for start, end in paragraphs(both)] == [GATE, RIVER]
    assert paragraphs(article(GATE, roles="furniture")) == []
