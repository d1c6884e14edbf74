"""A share is of the words that two reports have in common, not of the stretches in which they have them."""

from desktop_app.core.analysis.passages import wording
from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import compare
from desktop_app.core.comparison.passage_rows import Passage
from desktop_app.core.comparison.rows import Span
from desktop_app.core.comparison.shares import shares

TOLD = (
    "The town council of Velmark decided on Monday evening to close the old swing bridge over the Orla for six "
    "weeks, because the engineers had found cracks in two of its bearings during the yearly inspection of "
    "the harbour."
)
ANEW = (
    "Cracks in two bearings: Velmark’s council has told the town that its old swing bridge will stay shut for six "
    "weeks, as engineers who came for a yearly inspection of the harbour said by Monday evening."
)


def article(text: str, source: str | None = None) -> Article:
    """Return an article of one paragraph."""
    return Article(text, (Part(0, len(text), "body"),), source=source)


def in_passages(first: str, second: str, *places: tuple[tuple[int, int], tuple[int, int]]) -> tuple[float, float]:
    """Return the shares of two texts that share passages at some places."""
    passages = [Passage((Span(0, *one), Span(1, *other)), 1.0) for one, other in places]
    ((_, ours), (theirs, _)) = shares([wording(article(text)) for text in (first, second)], passages)
    return ours, theirs


def test_a_report_told_anew_shares_the_words_it_kept() -> None:
    """A passage over both texts, a good half of whose words are the same, is neither all of them nor one story."""
    found = compare([article(TOLD, "Orla Post"), article(ANEW, "Velmark Courier")])
    ours, theirs = found.passages[0].spans
    assert ours.end - ours.start > 0.85 * len(TOLD)
    assert theirs.end - theirs.start > 0.85 * len(ANEW)
    assert found.shared_share == ((0.0, 0.538), (0.583, 0.0))
    assert found.wire == ()


def test_a_word_counts_as_often_as_both_have_it() -> None:
    """“The gate, the gate” shares two words of four with “the gate”, in whatever order."""
    assert in_passages("the gate the gate", "gate the", ((0, 17), (0, 8))) == (0.5, 1.0)


def test_words_of_two_passages_count_once() -> None:
    """What stands once here and twice there is shared once here."""
    one, twice = "rain fell all night", "rain fell all night rain fell all night"
    assert in_passages(one, twice, ((0, 19), (0, 19)), ((0, 19), (20, 39))) == (1.0, 1.0)


def test_words_outside_of_passages_do_not_count() -> None:
    """That both reports have the same word somewhere is no shared wording."""
    assert in_passages("rain fell in Velmark", "rain fell at Velmark", ((0, 9), (0, 9))) == (0.5, 0.5)


def test_a_share_is_rounded_down() -> None:
    """What is not wholly the same is never all of it."""
    text = " ".join(f"word{number}" for number in range(3000))
    other = text.replace("word7 ", "else ")
    assert in_passages(text, other, ((0, len(text)), (0, len(other)))) == (0.999, 0.999)


def test_a_share_that_is_very_small_is_not_nothing() -> None:
    """Four words of five thousand are shared words."""
    told = "rain fell all night"
    text = " ".join([told, *(f"word{number}" for number in range(5000))])
    assert in_passages(text, told, ((0, len(told)), (0, len(told)))) == (0.001, 1.0)
