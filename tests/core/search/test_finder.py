"""What is typed finds what it should, and nothing else."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.core.archive import DATABASE, Archive
from desktop_app.core.archive.articles import Selection
from desktop_app.core.errors import ArchiveError
from desktop_app.core.progress import silent
from desktop_app.core.search import Finder, IndexDamaged
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.matching import Reach
from tests.core.search.conftest import Keep, article

ROOT = Path(__file__).resolve().parents[3]
ARTICLES = {
    "bridge": article(
        "The old bridge over the river Orla was closed on Monday after inspectors found cracks. "
        "“We had no choice,” said Mayor Ilse Brandt. The U.N. heritage office sent 1,400 euros.",
        ("Inspectors at the northern pier", "caption"),
        ("Subscribe to our newsletter", "furniture"),
        title="Velmark closes its bridge",
        byline="Tomas O’Brien",
        source="Orla Post",
        published="2016-06-12",
    ),
    "bombing": article(
        "A car bomb killed eleven people at a checkpoint near Velmark, the commander Mohamed al-Ghusri said. "
        "The checkpoint’s guards had been warned. Nobody claimed the attack.",
        title="Car bomb at checkpoint",
        byline="Jane Marlow",
        source="Harbour Wire",
        published="2016-01-07",
    ),
    "bombing2": article(
        "Eleven died when a bomb in a car went off, Mohammed Al-Ghusri, commander of the guards, told Radio Tessin."
        " The bridge was not hit.",
        title="Attack near Velmark kills eleven",
        source="Radio Tessin",
        published="2016",
    ),
    "festival": article(
        "The café festival draws ten thousand people; Zoë Łukasz of the Straßenbahn choir sings. Bridges are lit.",
        title="Señor Peña opens the festival",
        byline="Zoe Lukasz",
        source="Velmark Courier",
        published="2017-05-20",
    ),
    "arabic": article(
        "انفجار سيارة مفخخة في مدينة فلمارك. قال القائد مُحَمَّد الغصري إنَّ أحدَ عشر شخصًا قُتلوا.",
        title="انفجار في فلمارك",
        source="إذاعة تيسين",
        published="2016-01-08",
    ),
    "chinese": article(
        "费尔马克市的老桥周一关闭。市长说没有选择。", title="老桥关闭", source="港口通讯社", published="2016-06"
    ),
    "undated": article(
        "Letters to the editor: the harbour needs a new crane, and the mayor needs a new bridge.",
        title="Letters",
        source="Orla Post",
    ),
    "german": article(
        "Die Brücke über die Orla bleibt gesperrt, sagte Bürgermeisterin Brandt.",
        title="Brücke gesperrt",
        source="Velmarker Bote",
        published="2016-06-13",
    ),
}


@pytest.fixture
def names(archive: Archive, keep: Keep) -> dict[int, str]:
    """Fill the archive and its index; return the name of each article."""
    ids = keep(*ARTICLES.values())
    catch_up(silent, archive)
    return dict(zip(ids, ARTICLES, strict=True))


def test_words_that_no_article_has_together(archive: Archive, names: dict[int, str]) -> None:
    """Where nothing has all, the closest are shown and told; who writes more than a few words sees them below."""
    finder = Finder(archive.folder)
    found = finder.find("bridge crane cracks")
    assert {names[id_] for id_ in found.ids[:2]} == {"bridge", "undated"}
    assert found.partial == len(found.ids) == 4
    assert found.query.explanation.startswith("There is no article with “bridge”")
    found = finder.find("car bomb killed bridge")
    assert (names[found.ids[0]], found.partial) == ("bombing2", len(found.ids) - 1)
    assert "closest of the others" in found.query.explanation
    assert finder.find("car AND bomb AND killed AND bridge").partial == 0
    assert finder.find("bridge mayor").partial == 0


def test_conditions_are_kept_when_words_are_missing(archive: Archive, names: dict[int, str]) -> None:
    """What is excluded, dated or of a source stays so among the closest."""
    found = Finder(archive.folder).find("bridge zeppelin -mayor before:2017")
    assert [names[id_] for id_ in found.ids] == ["bombing2"]


def test_today_is_given(archive: Archive, names: dict[int, str]) -> None:
    """What “last month” means depends on the day of the search."""
    finder = Finder(archive.folder, today=lambda: date(2017, 6, 2))
    assert [names[id_] for id_ in finder.find("date:“last month”").ids] == ["festival"]


def test_filters_of_the_archive(archive: Archive, names: dict[int, str]) -> None:
    """What the index does not know is asked of the archive; what it keeps no record of finds nothing."""
    finder = Finder(archive.folder)
    found = [
        {names[id_] for id_ in finder.find(text).ids} for text in ("is:undated", "bridge -is:undated", "tag:x")
    ]
    assert found == [{"undated"}, {"bridge", "bombing2", "festival"}, set()]


def test_a_hit_in_the_title_counts_more(archive: Archive, names: dict[int, str]) -> None:
    """The article that is about a thing comes before those that mention it."""
    found = Finder(archive.folder).find("bridge")
    assert names[found.ids[0]] == "bridge"
    assert [found.scores[id_] for id_ in found.ids] == sorted(found.scores.values(), reverse=True)


def test_orders_and_selections(archive: Archive, names: dict[int, str]) -> None:
    """Results can be put in the order of their dates, and narrowed to a source."""
    finder = Finder(archive.folder)
    newest = [names[id_] for id_ in finder.find("brandt OR marlow", "newest").ids]
    assert newest == ["german", "bridge", "bombing"]
    assert [names[id_] for id_ in finder.find("brandt OR marlow", "oldest").ids] == newest[::-1]
    narrowed = finder.find("bridge", selection=Selection(source="Orla Post"))
    assert {names[id_] for id_ in narrowed.ids} == {"bridge", "undated"}


def test_a_new_article_is_found_by_the_same_finder(archive: Archive, names: dict[int, str], keep: Keep) -> None:
    """The finder notices that the index has changed, and says so while it lags behind."""
    finder = Finder(archive.folder)
    assert finder.find("zeppelin").exact
    (new,) = keep(article("A zeppelin over Velmark."))
    assert not finder.find("zeppelin").exact
    catch_up(silent, archive)
    found = finder.find("zeppelin")
    assert (list(found.ids), found.exact) == ([new], True)


def test_a_correction_is_found_and_the_old_word_is_not(archive: Archive, names: dict[int, str]) -> None:
    """What the user sets is what is searched."""
    (id_,) = (key for key, name in names.items() if name == "undated")
    archive.corrections.field([id_], "title", "Readers write").do()
    catch_up(silent, archive)
    finder = Finder(archive.folder)
    assert list(finder.find("title:readers").ids) == [id_]
    assert list(finder.find("title:letters").ids) == []


def test_a_search_before_the_index_is_there(archive: Archive, keep: Keep) -> None:
    """Without an index nothing is claimed: the answer is empty and says that it is not exact."""
    keep(article("Text."))
    found = Finder(archive.folder).find("text")
    assert (list(found.ids), found.exact) == ([], False)


def test_a_lost_index_is_said(archive: Archive, names: dict[int, str]) -> None:
    """When the index was deleted, searching does not pretend that there is nothing to find."""
    shutil.rmtree(archive.index_folder)
    with pytest.raises(IndexDamaged):
        Finder(archive.folder).find("bridge")
    assert len(Finder(archive.folder).find("").ids) == len(ARTICLES)


def test_too_many_words_for_a_beginning_is_said(
    archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A beginning that stands for more words than are looked up finds the most frequent, and says so."""
    monkeypatch.setattr("desktop_app.core.search.finder.WHOLE", Reach(4, 1))
    ids = keep(article("carbon"), article("cargo cargo"), article("cargo"), article("carpet carbon"))
    catch_up(silent, archive)
    finder = Finder(archive.folder)
    found = finder.find("car*")
    assert (set(found.ids), found.exact) == (set(ids), False)
    assert finder.find("carb*").exact


def test_while_typing_a_beginning_stands_for_its_most_frequent_words(
    archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found meanwhile is none too many, and said not to be all; where it is few, all are looked for."""
    monkeypatch.setattr("desktop_app.core.search.finder.TYPING", Reach(12, 1))
    often = keep(*(article(f"cargo {number}") for number in range(12)))
    (rare,) = keep(article("carbon bridge"))
    catch_up(silent, archive)
    finder = Finder(archive.folder)
    found = finder.find("car*", typing=True)
    assert (sorted(found.ids), found.exact) == (often, False)
    assert finder.find("cargo", typing=True).exact
    whole = finder.find("car*")
    assert (sorted(whole.ids), whole.exact) == ([*often, rare], True)
    for text in ("bridge car*", "car* -cargo"):
        found = finder.find(text, typing=True)
        assert (list(found.ids), found.partial, found.exact) == ([rare], 0, True)
    assert rare not in finder.find("cargo OR bridge -car*", typing=True).ids


def test_a_finder_may_change_threads(archive: Archive, names: dict[int, str]) -> None:
    """The window searches on whatever pool thread is free."""
    finder = Finder(archive.folder)
    counts = [len(finder.find("bridge").ids)]
    thread = threading.Thread(target=lambda: counts.append(len(finder.find("bridge").ids)))
    thread.start()
    thread.join()
    assert counts == [4, 4]


def test_a_name_in_any_spelling(archive: Archive, keep: Keep) -> None:
    """name: finds the spellings the archive has, says which and how often; other words stay out."""
    ids = keep(article("Gasri spoke."), article("Ghusri spoke."), article("The bridge is open."))
    catch_up(silent, archive)
    finder = Finder(archive.folder)
    found = finder.find("name:Gasri")
    assert sorted(found.ids) == ids[:2]
    assert [matched.spellings for matched in found.spellings] == [(("gasri", 1), ("ghusri", 1))]
    found = finder.find("name:(Gasri -ghusri)")
    assert [(matched.spellings, matched.without) for matched in found.spellings] == [
        ((("gasri", 1),), (("ghusri", 1),))
    ]
    assert list(found.ids) == ids[:1]
    finder.close()


def test_an_alias_of_the_user(archive: Archive, keep: Keep) -> None:
    """What the user has put into one group is one name to a search."""
    ids = keep(article("Gasri spoke."), article("Abu Velmark spoke."))
    archive.aliases.addition(["Gasri", "Abu Velmark"]).do()
    catch_up(silent, archive)
    finder = Finder(archive.folder)
    assert sorted(finder.find("name:Gasri").ids) == ids
    finder.close()


def test_another_archive_in_the_same_place(archive: Archive, names: dict[int, str], keep: Keep) -> None:
    """An archive restored from a copy is the one that is searched then, and a lost one is said."""
    finder = Finder(archive.folder)
    file = archive.folder / DATABASE
    with closing(sqlite3.connect(file.with_name("copy"))) as copy:
        archive.db.conn.backup(copy)
    keep(article("Another bridge."))
    assert len(finder.find("").ids) == len(names) + 1
    for left in archive.folder.glob(f"{DATABASE}*"):
        left.unlink()
    file.with_name("copy").rename(file)
    assert len(finder.find("").ids) == len(names)
    file.unlink()
    with pytest.raises(ArchiveError, match="no archive"):
        finder.find("")
    finder.close()


def test_equals_stand_as_in_the_archive(archive: Archive, keep: Keep) -> None:
    """What matches equally well is listed newest first, also when the index lacks some changes."""
    ids = keep(*(article("A lighthouse.", published=f"2016-01-{day % 28 + 1:02}") for day in range(0, 2000, 7)))
    finder = Finder(archive.folder)
    catch_up(silent, archive)
    assert list(finder.find("lighthouse").ids) == list(archive.articles.ids())
    archive.corrections.field(ids[3:9], "published", "2017").do()
    archive.corrections.removal(ids[20:22]).do()
    assert list(finder.find("lighthouse").ids) == list(archive.articles.ids())
    catch_up(silent, archive)
    assert list(finder.find("lighthouse").ids) == list(archive.articles.ids())
    finder.close()


def test_a_search_loads_neither_whoosh_nor_sqlite_utils(archive: Archive, names: dict[int, str]) -> None:
    """Who opens an archive waits for every library that is loaded; what only writing needs is not."""
    code = f"""
import sys
from pathlib import Path
from desktop_app.core.search import Finder
assert len(Finder(Path({str(archive.folder)!r})).find("festival").ids) == 1
print({{"whoosh", "sqlite_utils", "asyncio", "urllib.request", "shutil", "csv"}} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout == "set()\n"
