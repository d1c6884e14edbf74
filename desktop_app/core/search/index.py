"""The index: a shadow of the archive that `fast` keeps in the arrays of a Whoosh index.

Everything in it can be made again from the archive at any time. The Whoosh schema is pickled into the index, so
Words and Stems must stay under their names in this module, as must what `fast` pickles; else raise the VERSION in
`generations`, and every index is built anew.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from whoosh import columns, fields
from whoosh.util.filelock import FileLock

from desktop_app.core.archive import Archive
from desktop_app.core.article import ArchivedArticle, Article
from desktop_app.core.errors import ArchiveError
from desktop_app.core.progress import Cancelled, Progress
from desktop_app.core.search.fast import durable
from desktop_app.core.search.fast.arrays import Damaged
from desktop_app.core.search.fast.fields import Text, chunks
from desktop_app.core.search.fast.inversion import Vocabulary
from desktop_app.core.search.fast.writer import BulkWriter
from desktop_app.core.search.generations import Generations, generations_of
from desktop_app.core.search.snapshot import IndexDamaged, Snapshot, damage_told
from desktop_app.core.search.stems import stem, stems
from desktop_app.core.search.words import plain_word, simpler, words_of

SLICE = 100  # articles read from the archive at once
ARTICLES_A_COMMIT = 5000
SIGNS_A_COMMIT = 40_000_000
HEADLINE = 300  # characters a headline has at most
NEVER = 99_999_999  # the first day of an article without a date, so that no range meets it


class Cut(NamedTuple):
    """The parts of a text, each as what stands between its blanks, and the language of the article."""

    parts: Sequence[list[bytes]]
    language: str | None


class Words(Text):
    """A field of our words."""

    def parts(self, value: Cut) -> Sequence[list[bytes]]:
        """Return the parts of a text, each as what stands between its blanks."""
        return value.parts

    def simpler(self, chunk: bytes) -> list[bytes]:
        """Return chunks that have the same words."""
        return simpler(chunk)

    def cut(self, chunk: str, language: str | None) -> list[str]:  # noqa: ARG002 - words are the same in all
        """Return the words of a chunk, folded; none of them ever has a blank in it."""
        word = plain_word(chunk)
        return [word] if word else [word.folded for word in words_of(chunk)]


class Stems(Text):
    """A field of stems, of which only the number of times is kept."""

    def __init__(self, of: str | None = None) -> None:
        super().__init__(places=False, of=of)

    def parts(self, value: Cut) -> Sequence[list[bytes]]:
        """Return the parts of a text, each as what stands between its blanks."""
        return value.parts

    def language(self, value: Cut) -> str | None:
        """Return the language of the article."""
        return value.language

    def simpler(self, chunk: bytes) -> list[bytes]:
        """Return chunks that have the same stems."""
        return simpler(chunk)

    def cut(self, chunk: str, language: str | None) -> list[str]:
        """Return the stems of a chunk."""
        word = plain_word(chunk)
        return [stem(word, word, language)] if word else list(stems(words_of(chunk), chunk, language))


def schema() -> fields.Schema:
    """Return what the index keeps of an article; days are numbers like 20160612."""
    return fields.Schema(
        id=fields.ID(unique=True),
        title=Words(),
        body=Words(),
        author=Words(),
        source=Words(),
        place=Words(),
        title_stems=Stems(of="title"),
        body_stems=Stems(of="body"),
        opening=Stems(),
        language=fields.ID(),
        number=fields.COLUMN(columns.NumericColumn("q")),
        first_day=fields.COLUMN(columns.NumericColumn("i", NEVER)),
        last_day=fields.COLUMN(columns.NumericColumn("i")),
    )


def catch_up(report: Progress, archive: Archive, vocabularies: dict[str, Vocabulary] | None = None) -> int:
    """Bring the index up to what the archive holds and return how many articles that took.

    May be killed at any moment: what was not committed is still in the queue. An index that is missing, damaged
    or of another version is built anew. When another process is at it already, nothing is done. Who calls it
    again and again gives the same `vocabularies`, so that words that were cut once stay known.
    """
    with _alone(archive) as alone:
        if not alone:
            return 0
        generations = generations_of(archive)
        place = _target(archive, generations)
        try:
            done = _empty_queue(report, archive, place, vocabularies)
        except Damaged:  # much of a part is read for the first time when it is put together with others
            place = _begin(archive, generations)
            done = _empty_queue(report, archive, place, vocabularies)
        if place == generations.next():
            generations.switch()
        return done


def rebuild(report: Progress, archive: Archive) -> int:
    """Build the index anew beside the old one, which is searched meanwhile; return the number of articles."""
    with _alone(archive) as alone:
        if not alone:
            message = "The index is being written by another window or program. Wait for it, and try again."
            raise ArchiveError("index_busy", message)
        generations = generations_of(archive)
        place = _begin(archive, generations)
        done = _empty_queue(report, archive, place)
        generations.switch()
        return done


def check(archive: Archive) -> list[str]:
    """Return a sentence for everything that is wrong with the index; articles that wait for it are not."""
    place, waiting = generations_of(archive).current(), len(archive.index_queue)
    if place is None:
        all_wait = waiting >= archive.articles.count()  # then it was just never built
        return [] if all_wait else ["The index is missing; the next search builds it anew."]
    try:
        with damage_told(), closing(Snapshot(place)) as snapshot:
            snapshot.check()
            indexed = sorted(snapshot.ids[snapshot.documents()].tolist())
    except IndexDamaged as damage:
        return [f"The index cannot be read; rebuild it: {damage.__cause__ or damage}."]
    expected = sorted(archive.articles.ids())
    if not waiting and indexed != expected:
        return [f"The index holds {len(indexed)} articles, the archive {len(expected)}; rebuild the index."]
    return []


@contextmanager
def _alone(archive: Archive) -> Iterator[bool]:
    """Hold the index for writing; gives False when another process does."""
    archive.index_folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(str(archive.index_folder / "lock"))
    held = lock.acquire(blocking=False)
    try:
        yield held
    finally:
        if held:
            lock.release()


def _target(archive: Archive, generations: Generations) -> Path:
    """Return the folder to write into: the one being built, else the current one, else a new one."""
    for pointer, place in (("next", generations.next()), ("current", generations.current())):
        if place and _opens(place):
            return place
        generations.forget(pointer)
    return _begin(archive, generations)


def _opens(place: Path) -> bool:
    try:
        with damage_told():
            Snapshot(place).close()
    except IndexDamaged:
        return False
    return True


def _begin(archive: Archive, generations: Generations) -> Path:
    """Make an empty index that everything is to go into."""
    place = generations.make()
    durable.create(place, schema())
    archive.index_queue.fill()  # before the folder is named: an index nobody fills must not be found
    generations.begin(place)
    generations.tidy()
    return place


def _empty_queue(
    report: Progress, archive: Archive, place: Path, vocabularies: dict[str, Vocabulary] | None = None
) -> int:
    """Index everything that waits, a commit at a time, and return how many articles that were."""
    done = 0
    vocabularies = {} if vocabularies is None else vocabularies
    while waiting := len(archive.index_queue):
        writer = BulkWriter(durable.opened(place), vocabularies)
        done += _commit_some(report, archive, writer, (done, done + waiting))
    if done > ARTICLES_A_COMMIT:  # many parts: a twentieth of the work makes every search of them quicker
        BulkWriter(durable.opened(place)).commit(optimize=True)
    return done


def _commit_some(report: Progress, archive: Archive, writer: BulkWriter, at: tuple[int, int]) -> int:
    """Write one commit and return how many articles are in it; stopping keeps what was written so far."""
    taken: dict[int, int] = {}
    stopped: Cancelled | None = None
    try:
        for queued, articles in _slices(archive):
            for kept in articles:
                writer.add_document(**fields_of(kept))
            taken |= queued
            try:
                report(at[0] + len(taken), at[1], "Indexing")
            except Cancelled as asked:
                stopped = asked
                break
        writer.delete_having("number", list(taken))  # as the index knew them before
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    archive.index_queue.remove(taken)
    if stopped:
        raise stopped
    return len(taken)


def _slices(archive: Archive) -> Iterator[tuple[dict[int, int], list[ArchivedArticle]]]:
    """Give what one commit should take: so many articles, or so much text, and no more."""
    last, count, signs = 0, 0, 0
    while count < ARTICLES_A_COMMIT and signs < SIGNS_A_COMMIT:
        queued, articles = archive.index_queue.batch(SLICE, after=last)
        if not queued:
            return
        yield queued, articles
        last = max(queued)
        count += len(queued)
        signs += sum(len(article.article.text) for article in articles)


def fields_of(kept: ArchivedArticle) -> dict[str, Any]:
    """Return what the index is told of an article."""
    article = kept.article
    first, last = days(article.published)
    title, body = _cut(article, article.title), _cut(article, *article.of("dateline", "body", "caption"))
    return {
        "id": str(kept.id),
        "title": title,
        "body": body,
        "author": _cut(article, article.byline),
        "source": _cut(article, article.source),
        "place": _cut(article, article.dateline),
        "title_stems": title,
        "body_stems": body,
        "opening": _cut(article, _opening(article)),
        "language": article.language,
        "number": kept.id,
        "first_day": first,
        "last_day": last,
    }


def _opening(article: Article) -> str:
    """Return the first line of an article without a title when it is as short as one: it tells as much."""
    first = "" if article.title else article.body.lstrip().partition("\n")[0]
    return first if len(first) <= HEADLINE else ""


def _cut(article: Article, *parts: str | None) -> Cut | None:
    found = [chunks(part) for part in parts if part]
    return Cut(found, article.language) if found else None


def days(published: str | None) -> tuple[int, int]:
    """Return the first and the last day a date may mean, as numbers like 20160612."""
    digits = (published or "")[:10].replace("-", "")
    if len(digits) not in (4, 6, 8) or not digits.isdecimal():
        return NEVER, 0
    return int(digits + "0101"[len(digits) - 4 :]), int(digits + "1231"[len(digits) - 4 :])
