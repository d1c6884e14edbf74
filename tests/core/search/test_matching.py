"""Documents are matched as the query says, and better matches score higher."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.progress import silent
from desktop_app.core.search.fast import durable
from desktop_app.core.search.fast.hits import NONE
from desktop_app.core.search.fast.writer import BulkWriter
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up, fields_of, schema
from desktop_app.core.search.matching import Matching, Reach
from desktop_app.core.search.parse import parse
from desktop_app.core.search.snapshot import Snapshot
from tests.core.search.conftest import Keep, article
from tests.core.search.plain import Plain, Stock

Match = Callable[[str], dict[int, float]]

BODIES = (
    "bridge",
    "bridge bridge bridge of the town",
    "the town by the sea: and\nthe river",
    "bridge " + "river " * 200,
    "cranes and carts",
)


@pytest.fixture
def match(archive: Archive, keep: Keep) -> Match:
    """Give the test the scores by id of a query over a few bodies."""
    keep(*(article(body, title="River" if number == 4 else None) for number, body in enumerate(BODIES)))
    catch_up(silent, archive)

    def scores(text: str) -> dict[int, float]:
        tree = parse(text).tree
        place = searched_place(archive)
        assert tree is not None
        assert place is not None
        with closing(Snapshot(place)) as snapshot:
            found = Matching(snapshot).scores(tree)
            return dict(zip(snapshot.ids[found.documents].tolist(), found.scores.tolist(), strict=True))

    return scores


def test_more_often_and_shorter_is_better(match: Match) -> None:
    """Three times in a few words beats once, and once in two hundred words is least."""
    scores = match("bridge")
    assert sorted(scores, key=scores.__getitem__, reverse=True) == [2, 1, 4]


def test_rare_words_count_more(match: Match) -> None:
    """Of two words the one few articles have decides."""
    scores = match("bridge OR carts")
    assert max(scores, key=scores.__getitem__) == 5


def test_the_title_counts_more(match: Match) -> None:
    """A word in the title beats the same word in a short text."""
    scores = match("river")
    assert scores[5] > scores[3]


def test_all_parts_add_up(match: Match) -> None:
    """An article that has both words has the score of both."""
    assert match("bridge town")[2] == pytest.approx(match("bridge")[2] + match("town")[2])
    assert set(match("bridge town")) == {2}


def test_only_exclusions(match: Match) -> None:
    """Everything but … is everything else, and nothing is left of contradictions."""
    assert set(match("-bridge")) == {3, 5}
    assert match("bridge -bridge") == {}
    assert set(match("bridge OR -bridge")) == {1, 2, 3, 4, 5}


def test_phrases_and_beginnings(match: Match) -> None:
    """Words must follow each other; the last may be a beginning that stands for several words."""
    assert set(match("“the town”")) == {2, 3}
    assert match("“town the”") == {}
    assert set(match("“bridge bridge bridge”")) == {2}
    assert set(match("“and ca*”")) == {5}
    assert set(match("c*")) == {5}


def test_names_of_authors_are_misspelt_too(archive: Archive, keep: Keep, match: Match) -> None:
    """A word that only a name has is found a letter away, though no title and no text has it."""
    [by_her] = keep(article("cranes", byline="Ilse Orla"))
    catch_up(silent, archive)
    assert set(match("author:ilze~")) == set(match("ilze~")) == {by_her}


def test_a_capped_beginning_is_not_exact(archive: Archive, match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    """When not every word of a beginning was looked up, the answer says so; else it does not."""
    place = searched_place(archive)
    assert place is not None
    tree = parse("“and c*”").tree
    assert tree is not None
    with closing(Snapshot(place)) as snapshot:
        whole = Matching(snapshot)
        whole.scores(tree)
        capped = Matching(snapshot, reach=Reach(1000, 1))
        capped.scores(tree)
    assert (whole.exact, capped.exact) == (True, False)


TEXT = (  # the frequent words first
    "the bridge bridges bridged of orla river velmark closed closing and harbour u.n. al-ghusri mayor’s 1,400 café "
    "in tessin brücke brücken 老桥关闭 wire levels reported said to boats crossing crossings"
)
WORDS = TEXT.split()
WEIGHTS = [1 / (rank + 1) for rank in range(len(WORDS))]


def invented(rng: random.Random, id_: int) -> ArchivedArticle:
    """Return an article of few words, so that many are together somewhere."""
    made = article(
        " ".join(rng.choices(WORDS, WEIGHTS, k=rng.randrange(60))),
        (" ".join(rng.choices(WORDS, WEIGHTS, k=3)), rng.choice(("caption", "furniture", "dateline"))),
    )
    facts = {
        "title": rng.choice((None, " ".join(rng.choices(WORDS, k=4)))),
        "byline": rng.choice((None, "Ilse Orla", "Tomas Bridge")),
        "source": rng.choice((None, "Harbour Wire", "Orla Post")),
        "published": rng.choice((None, "2016", "2016-05", "2017-03-02")),
        "language": rng.choice((None, "en", "de", "zh")),
    }
    return ArchivedArticle(id_, replace(made, **facts), "", "", "", 0)


def asked(rng: random.Random) -> str:
    """Return a query of any kind."""
    a, b, c = rng.sample([*WORDS, "nowhere"], 3)
    d, e = rng.choices(WORDS[:6], k=2)
    shapes = (
        a, f"{a} {b}", f"{a} {b} {c}", f"{a} OR {b} {c}", f"{a} -{b}", f"-{a}", f"title:{a}", f"author:orla {a}",
        f"source:orla {a}", f"“{d} {e}”", f"“{d} {e} {d}”", f"“{d} {e[:2]}*”", f"“{d} {b}”~{rng.randrange(5)}",
        f"{a[:2]}*", f"{a[:1]}*{a[-1:]}", f"{a}~", f"{a[:-1]}x~2", f"{a} date:2016", f"({a} OR {b}) “{d} {e}”",
        f"{a} {a} {b}", f"place:{a}", f"title:{a[:3]}* {b}", f"{a} 2016-05..2016-08", f"{a}–{b}",
    )  # fmt: skip
    return rng.choice(shapes)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_as_stock_whoosh_and_plain_loops(tmp_path: Path, seed: int) -> None:
    """Whatever was added, replaced, taken out and merged, it is as if made at once of what is left.

    Stock Whoosh makes such an index, and each score is worked out word by word in plain loops.
    """
    rng = random.Random(seed)
    index = durable.create(tmp_path, schema())
    kept: dict[int, ArchivedArticle] = {}
    for step in range(rng.randint(2, 14)):
        writer = BulkWriter(index)
        changed = rng.sample(sorted(kept), min(len(kept), rng.choice((0, 1, 8))))
        for id_ in changed:
            assert writer.delete_by_term("id", str(id_)) == 1
            del kept[id_]
        new = [
            invented(rng, id_) for id_ in (*changed[::2], *range(1000 * step, 1000 * step + rng.choice((0, 1, 40))))
        ]
        for added in new:
            kept[added.id] = added
            writer.add_document(**fields_of(added))
        writer.commit(optimize=rng.random() < 0.1)
    plain = Plain(Stock(kept.values()))
    with closing(Snapshot(tmp_path)) as snapshot:
        for query in (asked(rng) for _ in range(150)):
            tree = parse(query, snapshot.languages).tree
            found = Matching(snapshot).scores(tree) if tree else NONE
            mine = dict(zip(snapshot.ids[found.documents].tolist(), found.scores.tolist(), strict=True))
            assert mine == pytest.approx(plain.found(tree) if tree else {}, rel=1e-5, abs=1e-9), query
