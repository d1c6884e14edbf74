"""Which articles of an archive share wording with one: found by runs of words, then compared word by word.

What recurs in several articles of one source is no shared wording: a formula (“advancers outnumbered decliners by”)
or furniture left in (“Our newsletter comes every Friday”). But an agency repeats the background of a story, too. A
passage of less than fifty words may be missed, since only a sample of an article's runs is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.core.analysis.passages import Range, SharedPassage, Wording, shared_wording, wording
from desktop_app.core.analysis.runs import runs, words_of
from desktop_app.core.archive import Archive
from desktop_app.core.comparison.shares import in_common, share
from desktop_app.core.progress import Progress

MOST_RUNS = 5000  # looked up; no article of usual length has more
MOST = 50  # articles compared word by word, those with most runs in common
FEWEST = 15  # words in common; “analysts polled had expected a profit of” is a formula, shared by chance
RECURRING = 3  # articles of one source in which a passage is a formula or furniture,
FURNITURE = 10  # and in which one is that might be the background of a story:
LONG, MUCH_ALIKE = 150, 0.85  # so many characters, and hardly changed
ONE_TEXT = 0.8  # share from which two articles are versions of one text


@dataclass(frozen=True)
class Sharing:
    """An article that shares wording, and the passages, in which the article asked for is the first.

    `share` is how much of the words of the article asked for this one has too, `of_theirs` the other way round.
    """

    id: int
    share: float
    of_theirs: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True)
class _Other:
    """An article that was compared with the one asked for."""

    id: int
    source: str | None
    wording: Wording
    passages: tuple[SharedPassage, ...]

    def apart_from(self, recurring: Sequence[Range]) -> "_Other":
        """Return it without the passages that are stretches which recur in some source."""
        kept = (each for each in self.passages if not any(_same_stretch(each.first, place) for place in recurring))
        return replace(self, passages=tuple(kept))

    def told(self, ours: Wording) -> Sharing | None:
        """Return what it shares, None where that are but a few words."""
        places = [(each.first, each.second) for each in self.passages]
        if in_common(ours, self.wording, places) < FEWEST * ours.scale:
            return None
        of_theirs = share(self.wording, ours, [place[::-1] for place in places])
        return Sharing(self.id, share(ours, self.wording, places), of_theirs, self.passages)


def sharing(report: Progress, archive: Archive, id_: int) -> list[Sharing]:
    """Return the articles that share wording with one, the greatest share of it first.

    Raises UserError when the archive has no such article.
    """
    asked = archive.articles.get(id_)
    ours = wording(asked.article)
    prints = sorted(runs(words_of(asked.article.body)))[:MOST_RUNS]
    others = []
    near = archive.articles.many(archive.likenesses.sharing(prints, id_, "", 1, MOST))
    for done, kept in enumerate(near):
        report(done, len(near))
        theirs = wording(kept.article)
        if found := shared_wording(ours, theirs):
            others.append(_Other(kept.id, kept.article.source, theirs, tuple(found)))
    recurring = _recurring(others, ours, asked.article.source)
    shared = [told for other in others if (told := other.apart_from(recurring).told(ours))]
    return sorted(shared, key=lambda each: (-each.share, each.id))


def _recurring(others: Sequence[_Other], ours: Wording, source: str | None) -> list[Range]:
    """Return the stretches of the article asked for that stand in several articles of one source."""
    told_once = [other for other in others if other.source and not _is_one_text(other, ours)]
    places = [(other.source, each) for other in told_once for each in other.passages]
    found = []
    for name, passage in places:
        having = [
            other
            for other in told_once
            if other.source == name and any(_same_stretch(passage.first, each.first) for each in other.passages)
        ]
        if len(having) + (name == source) >= (FURNITURE if _may_be_background(passage) else RECURRING):
            found.append(passage.first)
    return found


def _may_be_background(passage: SharedPassage) -> bool:
    """Tell whether a passage is long and hardly changed."""
    return passage.first[1] - passage.first[0] >= LONG and passage.likeness >= MUCH_ALIKE


def _is_one_text(other: _Other, ours: Wording) -> bool:
    """Tell whether an article is a version of the text, which recurs but once."""
    return share(ours, other.wording, [(each.first, each.second) for each in other.passages]) >= ONE_TEXT


def _same_stretch(a: Range, b: Range) -> bool:
    """Tell whether the overlap is at least half of both."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= max(a[1] - a[0], b[1] - b[0])
