"""The article on a web page: its story found, the rest kept as furniture, its facts stated."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.credits import dateline, is_rights_notice
from desktop_app.core.importing.cleaning.labels import beside_the_story, label
from desktop_app.core.importing.cleaning.paragraphs import Paragraph
from desktop_app.core.importing.cleaning.text import LONGEST, clean, to_parts
from desktop_app.core.importing.decoding.encoding import Decoded, text_of
from desktop_app.core.importing.pages.authors import state_byline
from desktop_app.core.importing.pages.data import PageData, page_data
from desktop_app.core.importing.pages.dates import state_published
from desktop_app.core.importing.pages.facts import Facts, facts, squashed
from desktop_app.core.importing.pages.head import Head, read_head
from desktop_app.core.importing.pages.mending import mend
from desktop_app.core.importing.pages.page import Block, blocks, parse, without_pictures
from desktop_app.core.importing.pages.story import Span, Stretch, extract, locate

MOST_SIGNS = 2  # times as long as its letters a title may be
PROSE = 100  # characters from which a block reads as prose
TOLD_ONLY = (
    "The page does not show its text, so that was taken from what the page tells machines (articleBody); "
    "check whether it is complete."
)
LARGEST = 10_000_000  # characters of mark-up; a tree takes some thirty times as much memory


def page_article(decoded: Decoded, name: str) -> Article:
    """Read the article on a web page; raises UnreadableFile where it has no text."""
    markup = text_of(decoded, name)
    tree = parse(_within_bounds(markup, name))
    seen, data = blocks(tree), page_data(tree)
    stated = facts(tree, markup, data)
    if sum(len(block.text) for block in seen) > LONGEST:
        article, head = clean("\n\n".join(block.text for block in seen), decoded), Head()
    else:
        article, head = _article(seen, tree, data, stated, name)
    state_byline(stated, tree, data, head.signatures)
    state_published(stated, tree, data, head.day, head.likely)
    doubts = [] if "published" in stated.fields else stated.warnings
    warnings = tuple(dict.fromkeys((*decoded.warnings, *article.warnings, *doubts)))
    stated_fields: dict[str, Any] = {**stated.fields, "encoding": decoded.encoding}
    return replace(article, evidence=stated.evidence, warnings=warnings, **stated_fields)


def _within_bounds(markup: str, name: str) -> str:
    """Return the mark-up without the data of pictures; raises UnreadableFile where it is still too much."""
    markup = without_pictures(markup)
    if len(markup) > LARGEST:
        message = (
            f"“{name}” has {len(markup) / 1e6:,.1f} MB without its pictures; pages of up to {LARGEST / 1e6:.0f} MB "
            "are read. Save only the article."
        )
        raise UnreadableFile("too_large", message)
    return markup


def _article(
    seen: Sequence[Block], tree: HtmlElement, data: PageData, stated: Facts, name: str
) -> tuple[Article, Head]:
    """Return the text of a page with its parts, and what the lines at its title say."""
    prose = sum(
        len(block.text) for block in seen if len(block.text) >= PROSE and not block.hidden and block.linked < 0.5
    )
    spans = locate([block.text for block in seen], extract(tree, prose))
    pieces = [piece for block, inside in zip(seen, spans, strict=True) for piece in _pieces(block, inside)]
    told = _told_only(pieces, data)
    if told:
        pieces = [replace(piece, in_story=False) for piece in pieces] + told
    if not pieces:
        message = (
            f"“{name}” shows no text: it is empty, or a program was to fill it. Save it from the browser again."
        )
        raise UnreadableFile("empty", message)
    paragraphs = _laid_out(pieces)
    roles = _roles(pieces, paragraphs, stated)
    head = read_head(pieces, roles, stated)
    text, parts = "\n\n".join(piece.text for piece in pieces), tuple(to_parts(paragraphs, roles))
    article = Article(text, parts, warnings=(TOLD_ONLY,) if told else ())
    for words in article.of("dateline")[:1]:
        sent_from = dateline(words + " x")
        stated.state("dateline", sent_from.place if sent_from else None, words)
    return article, head


def _told_only(pieces: Sequence[Stretch], data: PageData) -> list[Stretch]:
    """Return the text of the article where a page tells it to machines and shows nothing of it."""
    body = data.body()
    if sum(len(piece.text) for piece in pieces if piece.in_story) >= len(body) / 2:
        return []
    told = blocks(parse(body))
    shown = squashed(" ".join(piece.text for piece in pieces))
    if any(squashed(block.text)[:PROSE] in shown for block in told if len(block.text) >= PROSE / 2):
        return []
    return [Stretch(block.text, block, in_story=True) for block in told]


def _pieces(block: Block, inside: Sequence[Span]) -> list[Stretch]:
    """Cut a block where the story begins and ends in it; what is hidden counts only as far as it is story."""
    pieces, position = [], 0
    for start, end in [*inside, (len(block.text), len(block.text))]:
        if not block.hidden and (before := block.text[position:start].strip()):
            pieces.append(Stretch(before, block, in_story=False))
        if said := block.text[start:end].strip():
            pieces.append(Stretch(said, block, in_story=True))
        position = end
    return pieces


def _laid_out(pieces: Sequence[Stretch]) -> list[Paragraph]:
    """Return the pieces as the paragraphs of one text, blank lines between them."""
    paragraphs, position = [], 0
    for piece in pieces:
        paragraphs.append(Paragraph(position, position + len(piece.text), piece.text))
        position += len(piece.text) + 2
    return paragraphs


def _roles(pieces: Sequence[Stretch], paragraphs: Sequence[Paragraph], stated: Facts) -> list[Role]:
    """Return the role of each piece, those of the lines at the title aside."""
    # a page too short or too odd for trafilatura is read like plain text
    found = any(piece.in_story for piece in pieces)
    roles = [_role(piece) for piece in pieces] if found else label(paragraphs)
    title = _title_place(pieces, roles, stated)
    if found:
        _cut(paragraphs, roles)
        mend(pieces, roles, title)
    if title is not None:
        roles[title] = "title"
        stated.state("title", pieces[title].text, "the heading of the page")
    return roles


def _cut(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Take from the body what trafilatura left in and below the story, as its words tell."""
    body = [place for place, role in enumerate(roles) if role == "body"]
    for place, role in zip(body, beside_the_story([paragraphs[place] for place in body]), strict=True):
        roles[place] = role or "body"


def _role(piece: Stretch) -> Role:
    if piece.block.caption:
        return "caption"
    if piece.in_story:
        return "body"
    return "rights" if is_rights_notice(piece.text) else "furniture"


def _title_place(pieces: Sequence[Stretch], roles: Sequence[Role], stated: Facts) -> int | None:
    """Return the place where the page shows its title, the main heading before any other."""
    wanted = squashed(stated.fields.get("title", ""))
    longest = MOST_SIGNS * len(wanted)
    likely = [place for place, piece in enumerate(pieces) if len(wanted) <= len(piece.text) <= longest]
    same = [place for place in likely if squashed(pieces[place].text) == wanted]
    headings = [place for place in same if _within(pieces[place].block, "h1")]
    if headings or same:
        return (headings or same)[0]
    if not wanted and "title" in roles:
        return roles.index("title")
    return None


def _within(block: Block, tag: str) -> bool:
    return block.element.tag == tag or next(block.element.iterancestors(tag), None) is not None
