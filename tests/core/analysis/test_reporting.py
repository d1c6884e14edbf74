"""Only sentences of the parts that report are looked through."""

from desktop_app.core.analysis.reporting import reporting
from desktop_app.core.article import Article, Part

TEXT = "Fire. Read more. Mills burnt. All slept. © Orla Post"
PARTS = (Part(0, 5, "title"), Part(6, 16, "furniture"), Part(17, 40, "body"), Part(41, 52, "rights"))


def told(*sentences: tuple[int, int]) -> list[str]:
    return [TEXT[start:end] for start, end in reporting(Article(TEXT, PARTS), sentences)]


def test_titles_and_bodies() -> None:
    """A title is there even where no sentence was found in it; furniture and rights never are."""
    assert told((17, 29), (30, 40)) == ["Fire.", "Mills burnt.", "All slept."]
    assert told((30, 40), (6, 16), (17, 29)) == ["Fire.", "Mills burnt.", "All slept."]


def test_a_sentence_over_two_parts_is_cut() -> None:
    """What reports ends where its part does."""
    assert told((0, 52)) == ["Fire.", TEXT[17:40]]


def test_no_parts() -> None:
    """An article of nothing reports nothing."""
    assert list(reporting(Article("", ()), [])) == []
