"""Finding articles that say the same, by their traits; those that share wording are then compared word for word."""

from collections.abc import Iterator, Mapping

from desktop_app.core.analysis.runs import runs, words_of
from desktop_app.core.archive import Archive
from desktop_app.core.archive.likenesses import Compared, Traits
from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning import recurring
from desktop_app.core.importing.traits import traits_of
from desktop_app.core.progress import Progress

GROUP = 1_000  # articles compared in one transaction: samples of runs lie all over their table, written once then
BATCH = 100  # articles read at once
FEWEST_SHARED = 4  # kept runs two texts must have in common to be compared word for word
NEARLY = 0.8  # share of the runs of the shorter text that must stand in the longer
SHORTEST = 40  # words below which only the very same text is told


def catch_up(report: Progress, archive: Archive) -> int:
    """Compare the articles that were not compared yet, and return how many; it may be killed at any moment."""
    done = 0
    while waiting := archive.likenesses.waiting(GROUP):
        traits: dict[int, Traits] = {}
        for start in range(0, len(waiting), BATCH):
            report(done + start, 0, "Looking for the same texts")
            some = archive.articles.many(waiting[start : start + BATCH])
            traits |= zip((kept.id for kept in some), traits_of(kept.article for kept in some), strict=True)
        compare(archive, traits)
        done += len(waiting)
    return done


def compare(archive: Archive, new: Mapping[int, Traits]) -> None:
    """Compare articles that wait for it with all others, and hide what recurs in them."""
    archive.likenesses.remember(_compared(archive, new))
    recurring.hide(archive, new.values())


def _compared(archive: Archive, new: Mapping[int, Traits]) -> Iterator[Compared]:
    """Yield articles compared with those that share some of their runs and are not the very same.

    Each must be remembered before the next is asked for, which may be like it. Most are like no other: nobody has
    enough of their runs.
    """
    held = archive.likenesses.held({print_ for traits in new.values() for print_ in traits.prints})
    for id_ in archive.likenesses.uncompared(new):  # another program may have compared some
        traits = new[id_]
        alone = len(held.intersection(traits.prints)) < FEWEST_SHARED
        held.update(traits.prints)
        yield Compared(id_, traits, [] if alone else _nearly(archive, id_, traits))


def _nearly(archive: Archive, id_: int, traits: Traits) -> list[tuple[int, float]]:
    """Return the other articles that are nearly the same, with the share of each."""
    likes = archive.likenesses.sharing(traits.prints, id_, traits.text_key, FEWEST_SHARED)
    if not likes:
        return []
    ours, *others = ((kept.id, _telling_runs(kept.article)) for kept in archive.articles.many([id_, *likes]))
    shares = ((other, round(_share(ours[1], theirs), 3)) for other, theirs in others)
    return [(other, share) for other, share in shares if share >= NEARLY]


def _telling_runs(article: Article) -> set[int]:
    """Return the runs of an article, none where it is too short to tell."""
    words = words_of(article.body)
    return runs(words) if len(words) >= SHORTEST else set()


def _share(one: set[int], other: set[int]) -> float:
    """Return how much of the shorter text stands in the longer."""
    return len(one & other) / max(1, min(len(one), len(other)))
