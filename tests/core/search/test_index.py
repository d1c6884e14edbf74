"""The index is a shadow of the archive: whatever happens to it, it comes back whole."""

import multiprocessing
import random
import time
from pathlib import Path

import pytest

from desktop_app.core.archive import Archive, opened
from desktop_app.core.errors import ArchiveError
from desktop_app.core.progress import Cancelled, silent
from desktop_app.core.search import Finder, generations
from desktop_app.core.search import index as index_module
from desktop_app.core.search.fast.fields import chunks
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import Stems, Words, catch_up, check, days, rebuild
from desktop_app.core.search.stems import stems
from desktop_app.core.search.words import words
from tests.core.search.conftest import Keep, article


def many(count: int, start: int = 0) -> list:
    bodies = (
        f"Report {n} on the bridge of Velmark, word{n} word{n % 7}. " * 8 for n in range(start, start + count)
    )
    return [article(body, title=f"Report {n}") for n, body in enumerate(bodies, start)]


def find(archive: Archive, text: str) -> list[int]:
    finder = Finder(archive.folder)
    try:
        found = finder.find(text)
        return sorted(found.ids[: len(found.ids) - found.partial])
    finally:
        finder.close()


def test_each_article_is_indexed_once(archive: Archive, keep: Keep) -> None:
    """What waits is indexed, then nothing waits; indexing an article again replaces it."""
    ids = keep(*many(3))
    assert catch_up(silent, archive) == 3
    assert catch_up(silent, archive) == 0
    archive.index_queue.fill()
    assert catch_up(silent, archive) == 3
    assert find(archive, "bridge") == ids
    assert check(archive) == []


def test_a_deleted_article_leaves_the_index(archive: Archive, keep: Keep) -> None:
    """What is in the bin is not found, even before the index has heard of it."""
    first, second = keep(*many(2))
    catch_up(silent, archive)
    archive.db.execute("UPDATE articles SET deleted_at = '2024-01-01' WHERE id = ?", [first])
    archive.db.conn.commit()
    assert find(archive, "bridge") == [second]
    catch_up(silent, archive)
    assert find(archive, "bridge") == [second]
    assert check(archive) == []


def test_phrases_do_not_reach_across_parts(archive: Archive, keep: Keep) -> None:
    """The last word of the body and the first of a caption are no phrase."""
    keep(article("The harbour", ("crane at night", "caption")))
    catch_up(silent, archive)
    assert find(archive, "“harbour crane”") == []
    assert find(archive, "“crane at night”") == [1]


def test_many_commits(archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that come in small lots, with changes between, are each found once."""
    monkeypatch.setattr(index_module, "ARTICLES_A_COMMIT", 3)
    monkeypatch.setattr(index_module, "SLICE", 2)
    ids: list[int] = []
    for start in range(0, 40, 8):
        ids += keep(*many(8, start))
        archive.corrections.field([ids[start // 2]], "title", f"Zeppelin {start}").do()
        catch_up(silent, archive)
    assert find(archive, "bridge") == ids
    assert len(find(archive, "title:zeppelin")) == 5
    assert check(archive) == []


def test_stopping_keeps_what_was_done(archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancel is heard between two slices; what was written before is found, the rest still waits."""
    monkeypatch.setattr(index_module, "SLICE", 2)
    keep(*many(6))

    def stop(done: int, total: int, note: str = "") -> None:
        assert total == 6
        if done >= 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        catch_up(stop, archive)
    assert len(archive.index_queue) == 2
    assert len(find(archive, "bridge")) == 4
    assert catch_up(silent, archive) == 2
    assert check(archive) == []


def test_two_at_once(archive: Archive, keep: Keep) -> None:
    """While one process indexes, another leaves it to that one; rebuilding says why it cannot."""
    keep(*many(1))
    with index_module._alone(archive):
        assert catch_up(silent, archive) == 0
        with pytest.raises(ArchiveError, match="another window"):
            rebuild(silent, archive)
    assert catch_up(silent, archive) == 1


def test_the_old_index_is_searched_while_a_new_one_is_built(archive: Archive, keep: Keep) -> None:
    """Rebuilding takes nothing away until the new index is whole."""
    ids = keep(*many(4))
    catch_up(silent, archive)
    before = searched_place(archive)
    seen: list[list[int]] = []
    assert rebuild(lambda *_: seen.append(find(archive, "bridge")), archive) == 4
    assert seen == [ids]
    assert searched_place(archive) != before
    assert find(archive, "bridge") == ids


def test_an_interrupted_rebuild_goes_on(archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rebuild had done when it was stopped is not done again, and nothing is missing at the end."""
    monkeypatch.setattr(index_module, "SLICE", 2)
    ids = keep(*many(6))
    catch_up(silent, archive)

    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rebuild(stop, archive)
    assert find(archive, "bridge") == ids
    assert catch_up(silent, archive) == 4
    assert find(archive, "bridge") == ids
    assert check(archive) == []


def test_an_index_of_another_version_is_built_anew(
    archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update that indexes differently everything is indexed again."""
    ids = keep(*many(2))
    catch_up(silent, archive)
    monkeypatch.setattr(generations, "VERSION", 999)
    assert catch_up(silent, archive) == 2
    assert find(archive, "bridge") == ids


def test_a_missing_article_is_found_by_the_check(archive: Archive, keep: Keep) -> None:
    """An index that does not hold what the archive holds is not sound."""
    keep(*many(2))
    catch_up(silent, archive)
    keep(*many(1, 2))
    assert check(archive) == []
    archive.index_queue.remove(archive.index_queue.batch(1)[0])
    assert check(archive) == ["The index holds 2 articles, the archive 3; rebuild the index."]


def _index_slowly(folder: Path) -> None:
    """Index two articles a commit; to be killed."""
    index_module.ARTICLES_A_COMMIT = index_module.SLICE = 2
    with opened(folder) as archive:
        catch_up(silent, archive)


def test_killed_at_any_moment(archive: Archive, keep: Keep) -> None:
    """An indexing process that dies leaves nothing that the next one does not put right."""
    ids = keep(*many(60))
    chance = random.Random(11)
    context = multiprocessing.get_context("spawn")
    died = 0
    for _ in range(5):
        waiting = len(archive.index_queue)
        child = context.Process(target=_index_slowly, args=(archive.folder,))
        child.start()
        until = time.monotonic() + 30
        while len(archive.index_queue) == waiting and child.is_alive() and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.06))
        child.kill()
        child.join()
        died += child.exitcode != 0
    assert died, "every child had finished before it was killed"
    catch_up(silent, archive)
    assert find(archive, "bridge") == ids
    assert check(archive) == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2016", (20160101, 20161231)),
        ("2016-06", (20160601, 20160631)),
        ("2016-06-12", (20160612, 20160612)),
        ("2016-06-12T08:00:00Z", (20160612, 20160612)),
        (None, (index_module.NEVER, 0)),
        ("soon", (index_module.NEVER, 0)),
    ],
)
def test_days_a_date_may_mean(published: str | None, expected: tuple[int, int]) -> None:
    """A date known to the year may be any day of it; no date is no day at all."""
    assert days(published) == expected


@pytest.mark.parametrize("language", [None, "de", "zh"])
def test_a_text_is_cut_between_its_blanks(language: str | None) -> None:
    """The index learns each run of signs once; words and stems are those the whole text has, whatever it is."""
    rng = random.Random(4)
    signs = [
        *"aBs.'`’,-_ \n\t1 4é老桥ก”(",
        "\u00a0",
        "\u202f",
        "U.N.",
        "'s",
        "1,400",
        "l’",
        "ال",
        "bridges",
        "\u3000",
    ]
    for _ in range(3000):
        text = "".join(rng.choices(signs, k=rng.randrange(12)))
        found = list(words(text))
        cut = [each.decode() for chunk in chunks(text) for each in Words().simpler(chunk)]
        assert [word for chunk in cut for word in Words().cut(chunk, None)] == [word.folded for word in found], text
        assert [stem for chunk in cut for stem in Stems().cut(chunk, language)] == list(
            stems(found, text, language)
        )
