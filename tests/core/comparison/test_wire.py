"""Whose text it is: credits at the edges of a report, and texts that are one story."""

from dataclasses import replace

import pytest

from desktop_app.core.article import Article, Part, Role
from desktop_app.core.comparison.wire import credit, wire_groups

STORY = "The gate of the Kestrel lock broke on Tuesday. The mayor of Velmark told Reuters that nobody was hurt."


def article(*pieces: str | tuple[Role, str], byline: str | None = None) -> Article:
    """Return an article of paragraphs; those without a role are body."""
    text, parts = "", []
    for piece in pieces:
        role, words = piece if isinstance(piece, tuple) else ("body", piece)
        parts.append(Part(len(text), len(text) + len(words), role))
        text += words + "\n\n"
    return Article(text, tuple(parts), byline=byline)


@pytest.mark.parametrize(
    ("pieces", "agency", "words"),
    [
        ((f"VELMARK (Reuters) - {STORY}",), "Reuters", "VELMARK (Reuters) -"),
        ((f"VELMARK, June 3 (AP) — {STORY}",), "AP", "VELMARK, June 3 (AP) —"),
        ((f"(AFP) {STORY}",), "AFP", "(AFP)"),
        ((("dateline", "Velmark (dpa)"), STORY), "dpa", "Velmark (dpa)"),
        ((f"AP - {STORY}",), "AP", "AP -"),
        ((("byline", "By Mara Holm, Associated Press"), STORY), "AP", "Associated Press"),
        ((STORY, "© AFP"), "AFP", "© AFP"),
        ((STORY, ("rights", "Copyright 2016 The Associated Press. All rights reserved.")), "AP",
         "Copyright 2016 The Associated Press"),
        ((STORY, "(Xinhua)"), "Xinhua", "(Xinhua)"),
        ((STORY, "Source: Agencia EFE"), "EFE", "Source: Agencia EFE"),
        ((f"{STORY} — Reuters",), "Reuters", "— Reuters"),
        (("新华社费尔马克6月3日电 洪水淹没了城市。",), "Xinhua", "新华社费尔马克6月3日电"),
        (("فيلمارك (رويترز) - غمرت المياه المدينة.",), "Reuters", "فيلمارك (رويترز) -"),
    ],
)  # fmt: skip
def test_credits(pieces: tuple[str, ...], agency: str, words: str) -> None:
    """The usual name of the agency, and the words that credit it, in any script."""
    found = article(*pieces)
    each = credit(found)
    assert each is not None
    assert (each.agency, found.text[each.start : each.end]) == (agency, words)


def test_a_byline_without_a_place() -> None:
    """A byline that the text does not show is evidence too; it has no words to point to."""
    assert credit(article(STORY, byline="Reuters Staff")) == ("Reuters", 0, 0)


@pytest.mark.parametrize(
    "pieces",
    [
        (STORY,),
        ("Reuters reported on Tuesday that the gate broke.",),
        (STORY, "The Associated Press contributed to this report."),
        (STORY, ("caption", "The broken gate (Reuters)")),
        (STORY, ("furniture", "Flood in Tessin (AFP)")),
        (STORY, "It is a member of the Associated Press (AP)"),
        (STORY, "Officials spoke to the AP"),
        (("byline", "By Mara Holm, AFPAK editor"), STORY),
        ("The two agencies, Reuters and AFP (who were there) - and others - saw it.",),
        (f"VELMARK (AP) — {STORY}", "© AFP"),
    ],
)
def test_no_credit(pieces: tuple[str, ...]) -> None:
    """Who was told, who contributed, whose picture it is, is no credit of the text; nor are two that disagree."""
    assert credit(article(*pieces)) is None


def test_texts_that_are_one_story() -> None:
    """Most of the shorter text in the other makes one origin of them, and of what hangs on either."""
    share = [[1, 0.9, 0, 0.1], [0.4, 1, 0.7, 0], [0, 0.2, 1, 0], [0.1, 0, 0, 1]]
    assert wire_groups([article(STORY)] * 4, share) == ((0, 1, 2),)


def test_the_same_credit_needs_less() -> None:
    """Half of a text is one origin when both say where it is from, and not when only one does, or another."""
    share = [[1, 0.5], [0.4, 1]]
    ours, theirs, own = article(f"VELMARK (AP) — {STORY}"), article(STORY, "© AFP"), article(STORY)
    assert wire_groups([ours, ours], share) == ((0, 1),)
    assert wire_groups([ours, theirs], share) == wire_groups([ours, own], share) == ()
    assert wire_groups([ours, ours], [[1, 0.1], [0.1, 1]]) == ()


def test_two_groups() -> None:
    """Stories of two agencies stay apart."""
    share = [[1, 0, 0.8, 0], [0, 1, 0, 0.8], [0.8, 0, 1, 0], [0, 0.8, 0, 1]]
    assert wire_groups([article(STORY)] * 4, share) == ((0, 2), (1, 3))


def test_two_versions_of_one_outlet_are_no_wire_story() -> None:
    """A page saved twice is not one story in several papers; what has no known source may be."""
    post, courier = (replace(article(STORY), source=source) for source in ("Orla Post", "Velmark Courier"))
    share = [[1, 0.9], [0.9, 1]]
    assert wire_groups([post, post], share) == ()
    assert wire_groups([post, courier], share) == wire_groups([article(STORY)] * 2, share) == ((0, 1),)
