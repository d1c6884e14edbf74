"""What the user says of a row comes back in the next comparison of its articles."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import ArchivedArticle, Article, Part
from desktop_app.core.comparison import user_word
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.comparison.said import Anchor, Pair

TEXTS = ("Some 40 boats were lost.", "About forty boats sank.", "Boats: 41.")
ROW = Row("boats", "same", ((Span(0, 5, 13),), (Span(1, 6, 17),), (Span(2, 0, 5),)))


@pytest.fixture
def articles(archive: Archive) -> list[ArchivedArticle]:
    read = [Article(text, (Part(0, len(text), "body"),)) for text in TEXTS]
    files = [ReadFile(f"/{n}.txt", f"{n}.txt", a.text.encode(), [a]) for n, a in enumerate(read)]
    archive.imports.add(archive.imports.begin("3 files"), files, None)
    return archive.articles.many([1, 2, 3])


def test_a_rejected_row_is_rejected_pair_by_pair(archive: Archive, articles) -> None:
    """No two of its places are one matter, whichever articles are compared next, in whichever order."""
    change = user_word.rejecting(archive, articles, "figures", ROW)
    change.do()
    assert len(user_word.said_of(archive, articles).rejected) == 3
    two = [articles[2], articles[0]]
    assert user_word.said_of(archive, two).rejected == (
        Pair("figures", Anchor(1, 5, 13, "40 boats"), Anchor(0, 0, 5, "Boats")),
    )
    change.undo()
    assert user_word.said_of(archive, articles).rejected == ()


def test_accepting_overrides_rejecting(archive: Archive, articles) -> None:
    """A row is accepted or rejected, never both."""
    user_word.rejecting(archive, articles, "figures", ROW).do()
    user_word.accepting(archive, articles, "figures", ROW).do()
    said = user_word.said_of(archive, articles)
    assert (len(said.accepted), said.rejected) == (3, ())


def test_links_and_figures_left_out(archive: Archive, articles) -> None:
    """Two sentences linked by hand are a pair; a figure left out is a place of its own."""
    user_word.linking(archive, articles, Span(0, 0, 24), Span(2, 0, 10)).do()
    user_word.excluding(archive, articles, [Span(2, 7, 9)]).do()
    said = user_word.said_of(archive, articles)
    assert said.linked == ((Anchor(0, 0, 24, TEXTS[0]), Anchor(2, 0, 10, TEXTS[2])),)
    assert said.excluded == (Anchor(2, 7, 9, "41"),)


def test_names_are_joined_and_parted_for_the_whole_archive(archive: Archive, articles) -> None:
    """What is said of names holds in comparisons of other articles too."""
    user_word.joining(archive, ["Volkhova", "Volhova"]).do()
    user_word.parting(archive, ["Vant"], ["Vant", "Want"]).do()
    said = user_word.said_of(archive, articles[:1])
    assert (said.joined, said.parted) == ((("Volkhova", "Volhova"),), (("Vant", "Want"),))
    user_word.parting(archive, ["Holm", "Hulm"]).do()
    assert user_word.said_of(archive, articles).parted == (("Holm", "Hulm"), ("Vant", "Want"))
