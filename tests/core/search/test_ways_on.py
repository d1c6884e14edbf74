"""Who finds nothing is offered the same search with less of it, or a laxer one."""

import pytest

from desktop_app.core.search.ways_on import MOST, ways_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013..2014 bridge", ["bridge", "2013..2014"]),
        ("bridge AND title:ferry", ["title:ferry", "bridge"]),
        ("a AND b AND c", ["b AND c", "a AND c", "a AND b"]),
        ("source:post -(a b) c OR d", ["-(a b) c OR d", "source:post c OR d", "source:post -(a b)"]),
        ('"the old bridge"', ["the old bridge"]),
        ("al-Ghusri", ["ghusri"]),
        ("Ghusri", ["ghus*", "ghusri~", "name:ghusri"]),
        ("title:bridge", ["bridge"]),
        ("https://www.orla-post.example/2016/old-bridge-closed_12.html?a=b", ["old bridge closed"]),
    ],
)  # fmt: skip
def test_ways_on(text: str, expected: list[str]) -> None:
    """One thing is left out at a time; a search for one thing is asked less strictly."""
    assert [way.text for way in ways_on(text)] == expected


@pytest.mark.parametrize("text", ["", "is:starred", "name:Gasri", "2016..2017", "(a b", "?!", "abc", "a OR b"])
def test_where_there_is_no_way_on(text: str) -> None:
    """What cannot be taken apart is not."""
    assert ways_on(text) == []


def test_long_searches_are_left_alone() -> None:
    """A pasted text would be searched for once for each of its words."""
    assert ways_on(" ".join(f"w{n}" for n in range(MOST + 1))) == []


def test_what_is_left_out_is_said() -> None:
    """Just as it was written."""
    assert [way.said for way in ways_on("“old bridge” -ferry")] == ["Without “old bridge”", "Without -ferry"]
