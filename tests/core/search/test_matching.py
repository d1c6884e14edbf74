"""Documents are matched as the query says, and better matches score higher."""

from collections.abc import Callable
from contextlib import closing

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search import matching
from desktop_app.core.search.index import catch_up, open_index, searched_place
from desktop_app.core.search.matching import Matching
from desktop_app.core.search.parse import parse
from desktop_app.core.search.snapshot import Snapshot
from tests.core.search.conftest import Keep, article

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
        with closing(Snapshot(open_index(place))) as snapshot:
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


def test_a_capped_beginning_is_not_exact(archive: Archive, match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    """When not every word of a beginning was looked up, the answer says so; else it does not."""
    place = searched_place(archive)
    assert place is not None
    tree = parse("“and c*”").tree
    assert tree is not None
    with closing(Snapshot(open_index(place))) as snapshot:
        whole = Matching(snapshot)
        whole.scores(tree)
        monkeypatch.setattr(matching, "MOST_WORDS", 1)
        capped = Matching(snapshot)
        capped.scores(tree)
    assert (whole.exact, capped.exact) == (True, False)
