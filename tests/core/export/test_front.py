"""A dossier says of each source what is known, where it comes from, and what is left out."""

from datetime import UTC, datetime

from desktop_app.core.article import ArchivedArticle, Article, Part, Role
from desktop_app.core.export.front import RUNNING, front, source, titled


def archived(*roles: Role, by_hand: frozenset[str] = frozenset(), **facts: object) -> ArchivedArticle:
    parts = tuple(Part(i, i + 1, role) for i, role in enumerate(roles))
    return ArchivedArticle(
        1, Article("x" * len(parts), parts, **facts), "ab" * 32, "orla.html", "2026-11-20T10:00:00Z", 1, by_hand
    )


def test_where_a_date_comes_from() -> None:
    """A date set by hand says so, one from the page names its place, and a missing one is called unknown."""
    facts = {"published": "2026-11", "evidence": {"published": "page metadata"}}
    assert source(1, archived(**facts))["evidence"] == "page metadata"
    assert source(1, archived(by_hand=frozenset({"published"}), **facts))["evidence"] == "set by hand"
    unknown = source(1, archived(evidence={"published": "nothing found"}))
    assert (unknown["published"], unknown["evidence"]) == ("date unknown", "")


def test_what_is_left_out_is_counted() -> None:
    """The reader is told how much of the original is not printed."""
    many = source(1, archived("furniture", "body", "furniture", "rights", "caption"))["left_out"]
    assert many == (
        "2 blocks of page furniture, 1 rights notice and 1 picture caption are left out; they are in the original."
    )
    one = source(1, archived("body", "caption"))["left_out"]
    assert one == "1 picture caption is left out; it is in the original."
    assert source(1, archived("title", "body"))["left_out"] == ""


def test_the_head_of_the_page_is_short() -> None:
    """A long title is cut in the head of the page only."""
    found = titled("Orla " * 50)
    assert len(found["running"]) <= RUNNING + 1
    assert found["title"] == ("Orla " * 50).strip()


def test_front_numbers_the_sources() -> None:
    """Sources are numbered in the order given, and the day is printed in words."""
    found = front([archived(), archived()], "Newsroom", datetime(2026, 11, 21, tzinfo=UTC))
    assert [line["number"] for line in found["sources"]] == [1, 2]
    assert found["prepared"].startswith("Prepared on 21 November 2026 with Second Source ")
