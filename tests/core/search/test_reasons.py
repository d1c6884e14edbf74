"""What two reports share is named in the words of one, and only what really stands in both."""

from contextlib import closing

from desktop_app.core.archive import Archive
from desktop_app.core.article import Article
from desktop_app.core.progress import silent
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.reasons import Reasons
from desktop_app.core.search.snapshot import Snapshot
from desktop_app.core.search.vectors import Vectors
from tests.core.search.conftest import Keep, article


def reasons(archive: Archive, keep: Keep, asked: Article, *others: Article) -> list[str]:
    """Return what the first article shares with each of the others."""
    keep(asked, *others, *(article(f"Nothing but {word}.") for word in ("cake", "chess", "snow")))
    catch_up(silent, archive)
    place = searched_place(archive)
    assert place is not None
    with closing(Snapshot(place)) as index:
        vectors = Vectors(index)
        (terms,) = vectors.terms([0])
        return Reasons(vectors).of(asked, terms, dict(enumerate(others, 1)))


def test_words_that_stand_together_are_named_together(archive: Archive, keep: Keep) -> None:
    """A name with its particle and a figure with its action, as written, forms of a word notwithstanding."""
    (found,) = reasons(
        archive,
        keep,
        article("Brigadier Omar al-Gasri said 100 killed fighters lay near Al-Baghla.", title="Battle"),
        article("At Al-Baghla 100 killed men were seen. “Many,” al-Gasri wept."),
    )
    assert sorted(found.removeprefix("shares ").split(", ")) == ["100 killed", "Al-Baghla", "al-Gasri"]


def test_words_apart_in_the_other_report_are_named_apart(archive: Archive, keep: Keep) -> None:
    """“Mara Holm” is not said of a report on Mara Wolf and Jon Holm."""
    (found,) = reasons(archive, keep, article("Mara Holm slept."), article("Mara Wolf met Jon Holm."))
    assert "Mara Holm" not in found
    assert {"Mara", "Holm"} <= set(found.removeprefix("shares ").split(", "))


def test_three_at_most_the_weightiest(archive: Archive, keep: Keep) -> None:
    """Few words say it; what is named within a longer run is not named again."""
    text = "Velmark. Orla. Tessin. Kestrel. Kestrel gate. Kestrel gate. Kestrel gate."
    (found,) = reasons(archive, keep, article(text), article(text))
    assert len(found.split(", ")) == 3
    assert found.count("Kestrel") == 1


def test_an_acronym_keeps_its_last_point(archive: Archive, keep: Keep) -> None:
    """U.N. is not cut to U.N."""
    (found,) = reasons(archive, keep, article("The U.N. came."), article("U.N. envoys left."))
    assert found == "shares U.N."


def test_scripts_without_spaces(archive: Archive, keep: Keep) -> None:
    """A run of signs that both have is one reason."""
    asked = article("市长在费尔马克发表讲话", language="zh")
    (found,) = reasons(archive, keep, asked, article("洪水淹没了费尔马克", language="zh"))
    assert found == "shares 费尔马克"


def test_nothing_shared(archive: Archive, keep: Keep) -> None:
    """Nothing is named that is not there."""
    assert reasons(archive, keep, article("Velmark."), article("Tessin.")) == [""]
