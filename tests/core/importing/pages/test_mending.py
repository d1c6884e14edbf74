"""A story gets back what was left out of it, and loses what leads away from it."""

from desktop_app.core.article import Role
from desktop_app.core.importing.pages.mending import mend
from desktop_app.core.importing.pages.page import blocks, parse
from desktop_app.core.importing.pages.story import Stretch

SENTENCE = "The council said on Tuesday that the second bridge would be open before the winter came."


def mended(markup: str, *roles: Role) -> list[Role]:
    pieces = [
        Stretch(block.text, block, role == "body") for block, role in zip(blocks(parse(markup)), roles, strict=True)
    ]
    found = list(roles)
    mend(pieces, found, found.index("title") if "title" in found else None)
    return ["body" if role == "title" else role for role in found]


def test_the_lead_belongs_to_the_story() -> None:
    """A sentence between title and story is story, though trafilatura leaves it out."""
    markup = (
        f"<article><h1>Bridge</h1><div class='teaser-text'>{SENTENCE}</div><div><p>{SENTENCE}</p></div></article>"
    )
    assert mended(markup, "title", "furniture", "body")[1] == "body"


def test_what_is_no_lead_stays_outside() -> None:
    """Pictures, newsletters, links and scraps above the story are not its lead."""
    for line in (
        f"<figure>{SENTENCE}</figure>",
        f"<p class='newsletter'>{SENTENCE}</p>",
        f"<p><a href='/a'>{SENTENCE}</a></p>",
        f"<p style='display:none'>{SENTENCE}</p>",
        "<p>Read aloud</p>",
    ):
        markup = f"<article><h1>Bridge</h1>{line}<p>{SENTENCE}</p></article>"
        assert mended(markup, "title", "furniture", "body")[1] == "furniture"


def test_the_names_of_topics_are_no_margins() -> None:
    """A blog writes the topics of an article into its class; “promo” there says nothing of the place."""
    lead = f"<div class='post category-promo'><p>{SENTENCE}</p></div>"
    markup = f"<div><h1>Bridge</h1>{lead}<div><p>{SENTENCE}</p></div></div>"
    assert mended(markup, "title", "furniture", "body")[1] == "body"


def test_gaps_are_filled() -> None:
    """What stands as a paragraph between paragraphs of the story is one of them; a box is not."""
    markup = f"<div><p>{SENTENCE}</p><p>He smiled.</p><div>Advice</div><p>{SENTENCE}</p></div>"
    assert mended(markup, "body", "furniture", "furniture", "body") == ["body", "body", "furniture", "body"]


def test_links_to_other_stories_are_taken_out() -> None:
    """A paragraph that is all link leads elsewhere; a name that is a link and a paragraph with a link do not."""
    markup = (
        f"<div><p>{SENTENCE}</p><p><a href='/a'>Ferry stops for the winter</a></p><p><a href='/b'>Velmark</a></p>"
        f"<p>{SENTENCE} <a href='/c'>Here is the council’s list.</a></p></div>"
    )
    assert mended(markup, *["body"] * 4) == ["body", "furniture", "body", "body"]


def test_a_story_is_never_emptied() -> None:
    """The first paragraph stays, even where all of it is a link; and where there is no story, none is made."""
    assert mended(f"<p><a href='/a'>{SENTENCE}</a></p>", "body") == ["body"]
    assert mended("<p>Menu</p>", "furniture") == ["furniture"]
