"""Finding articles that say the same, by their traits; those that share wording are then compared word for word."""

import time
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.core.analysis.runs import runs_of_each, words_of
from desktop_app.core.archive import Archive
from desktop_app.core.archive.likenesses import Compared, Traits
from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning import recurring
from desktop_app.core.importing.traits import traits_of
from desktop_app.core.progress import Progress

GROUP = 1_000  # articles compared together: their runs lie all over the table, which is then written once
LONGEST = 0.3  # seconds in which nobody else can write to the archive
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
    left = dict(new)
    while left:
        archive.likenesses.remember(_compared(archive, left))
    recurring.hide(archive, new)


def _compared(archive: Archive, left: dict[int, Traits]) -> Iterator[Compared]:
    """Take articles away and yield them compared with those that share some of their runs but are not the same.

    Each must be remembered before the next is asked for, which may be like it. Most are like no other: nobody has
    enough of their runs. After a while the others are left, because nobody else can write meanwhile.
    """
    held = archive.likenesses.held({print_ for traits in left.values() for print_ in traits.prints})
    waiting = archive.likenesses.uncompared(left)
    for id_ in left.keys() - set(waiting):  # another program has compared them
        del left[id_]
    began = time.monotonic()
    for id_ in waiting:
        traits = left.pop(id_)
        shared = held.intersection(traits.prints)
        likes: list[int] = []
        if len(shared) >= FEWEST_SHARED:
            likes = archive.likenesses.sharing(shared, id_, traits.text_key, FEWEST_SHARED)
        held.update(traits.prints)
        yield Compared(id_, traits, _nearly(archive, id_, likes) if likes else [])
        if time.monotonic() - began > LONGEST:
            return


def _nearly(archive: Archive, id_: int, likes: Sequence[int]) -> list[tuple[int, float]]:
    """Return those of some articles that are nearly the same as one, with the share of each."""
    both = archive.articles.many([id_, *likes])
    ours, *others = _telling_runs([kept.article for kept in both])
    shares = ((kept.id, round(_share(ours, theirs), 3)) for kept, theirs in zip(both[1:], others, strict=True))
    return [(other, share) for other, share in shares if share >= NEARLY]


def _telling_runs(articles: Sequence[Article]) -> list[set[int]]:
    """Return the runs of each article, none where it is too short to tell."""
    texts = [words_of(article.body) for article in articles]
    found = runs_of_each(words if len(words) >= SHORTEST else [] for words in texts)
    return [set(runs.tolist()) for runs in found]


def _share(one: set[int], other: set[int]) -> float:
    """Return how much of the shorter text stands in the longer."""
    return len(one & other) / max(1, min(len(one), len(other)))
