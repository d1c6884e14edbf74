"""The article on a web page: its story found, the rest kept as furniture, its facts stated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning import LONGEST, clean, to_parts
from desktop_app.core.importing.credits import byline, dateline, is_name, is_rights_notice
from desktop_app.core.importing.dates import LONGEST_LINE, stated_date, tells_of_change, words_beside_date
from desktop_app.core.importing.encoding import Decoded, text_of
from desktop_app.core.importing.labels import label, past_the_story
from desktop_app.core.importing.page import Block, blocks, parse, without_pictures
from desktop_app.core.importing.page_facts import Facts, facts
from desktop_app.core.importing.paragraphs import Paragraph
from desktop_app.core.importing.story import Span, extract, locate

_BYLINE_CLASS = re.compile(r"\b(?:byline|author|autor|auteur)", re.IGNORECASE)
_DATE_CLASS = re.compile(r"\b(?:date|datum|time|publish|posted|created|entry-meta|post-meta)", re.IGNORECASE)
LARGEST = 10_000_000  # characters of mark-up; a tree takes some thirty times as much memory
MOST_BESIDE = 6  # words a line that tells the date may hold beside it
HEAD_ABOVE, HEAD_BELOW = 6, 8  # blocks around the title in which author and date stand


@dataclass(frozen=True)
class _Piece:
    """A stretch of one block, in the story or outside of it."""

    text: str
    block: Block
    in_story: bool


def page_article(decoded: Decoded, name: str) -> Article:
    """Read the article on a web page; raises UnreadableFile where it has no text."""
    markup = text_of(decoded, name)
    tree = parse(_within_bounds(markup, name))
    seen, stated = blocks(tree), facts(tree, markup)
    if sum(len(block.text) for block in seen) > LONGEST:
        article = clean("\n\n".join(block.text for block in seen), decoded)
    else:
        article = _article(seen, extract(tree), stated, name)
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


def _article(seen: Sequence[Block], extracted: str, stated: Facts, name: str) -> Article:
    """Return the text of a page with its parts, and complete what the page states by the lines it shows."""
    spans = locate([block.text for block in seen], extracted)
    pieces = [piece for block, inside in zip(seen, spans, strict=True) for piece in _pieces(block, inside)]
    if not pieces:
        message = (
            f"“{name}” shows no text: it is empty, or a program was to fill it. Save it from the browser again."
        )
        raise UnreadableFile("empty", message)
    paragraphs = _laid_out(pieces)
    roles = _roles(pieces, paragraphs, stated)
    article = Article("\n\n".join(piece.text for piece in pieces), tuple(to_parts(paragraphs, roles)))
    for words in article.of("dateline")[:1]:
        sent_from = dateline(words + " x")
        stated.state("dateline", sent_from.place if sent_from else None, words)
    return article


def _pieces(block: Block, inside: Sequence[Span]) -> list[_Piece]:
    """Cut a block where the story begins and ends in it; what is hidden counts only as far as it is story."""
    pieces, position = [], 0
    for start, end in [*inside, (len(block.text), len(block.text))]:
        if not block.hidden and (before := block.text[position:start].strip()):
            pieces.append(_Piece(before, block, in_story=False))
        if said := block.text[start:end].strip():
            pieces.append(_Piece(said, block, in_story=True))
        position = end
    return pieces


def _laid_out(pieces: Sequence[_Piece]) -> list[Paragraph]:
    """Return the pieces as the paragraphs of one text, blank lines between them."""
    paragraphs, position = [], 0
    for piece in pieces:
        paragraphs.append(Paragraph(position, position + len(piece.text), piece.text))
        position += len(piece.text) + 2
    return paragraphs


def _roles(pieces: Sequence[_Piece], paragraphs: Sequence[Paragraph], stated: Facts) -> list[Role]:
    """Return the role of each piece, and complete what the page states by the lines around its title."""
    # a page too short or too odd for trafilatura is read like plain text
    found = any(piece.in_story for piece in pieces)
    roles = [_role(piece) for piece in pieces] if found else label(paragraphs)
    if found:
        _cut(paragraphs, roles)
    title = _title_place(pieces, roles, stated)
    if title is not None:
        roles[title] = "title"
        stated.state("title", pieces[title].text, "the heading of the page")
    body = next((place for place, role in enumerate(roles) if role == "body"), 0)
    middle = body if title is None else title
    for place in range(max(0, min(middle, body) - HEAD_ABOVE), min(len(pieces), max(middle + HEAD_BELOW, body))):
        if roles[place] != "title" and len(pieces[place].text) <= LONGEST_LINE:
            near = min(middle, body) - 2 <= place <= max(middle, body) + 1
            roles[place] = _head_role(pieces[place], roles[place], stated, near=near)
    return roles


def _cut(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Take from the body what trafilatura left below the story."""
    body = [place for place, role in enumerate(roles) if role == "body"]
    for place, role in zip(body, past_the_story([paragraphs[place] for place in body]), strict=True):
        roles[place] = role or "body"


def _role(piece: _Piece) -> Role:
    if any(element.tag == "figcaption" for element in (piece.block.element, *piece.block.element.iterancestors())):
        return "caption"
    if piece.in_story:
        return "body"
    return "rights" if is_rights_notice(piece.text) else "furniture"


def _title_place(pieces: Sequence[_Piece], roles: Sequence[Role], stated: Facts) -> int | None:
    """Return the place where the page shows its title, the main heading before any other."""
    wanted = _letters(stated.fields.get("title", ""))
    same = [place for place, piece in enumerate(pieces) if wanted and _letters(piece.text) == wanted]
    headings = [place for place in same if _within(pieces[place].block, "h1")]
    if headings or same:
        return (headings or same)[0]
    if not wanted and "title" in roles:
        return roles.index("title")
    return None


def _head_role(piece: _Piece, role: Role, stated: Facts, *, near: bool) -> Role:
    """Return the role of a line near the title, and state the author or the date it tells."""
    text = piece.text
    if role != "body" and (time := next(piece.block.element.iter("time"), None)) is not None:
        stated.state_date(time.get("datetime") or "", f"the page says “{text}”")
    if _tells_date(piece, role, near=near):
        if not tells_of_change(text):
            stated.state_date(text, text)
        role = "date"
    author = _author(text) or (text if _marked(piece.block, _BYLINE_CLASS) and is_name(text) else None)
    if author and role != "body":
        stated.state("byline", author, text)
    known = stated.fields.get("byline", "\n")
    names_author = known in text and len(text) <= len(known) + 40
    return "byline" if (author or names_author) and not (role == "body" and _full_sentence(text)) else role


def _author(text: str) -> str | None:
    """Return the author a line names, alone or beside a date."""
    date = stated_date(text)
    pieces = [text, *re.split(r"\s*[|•·/»,\n]\s*|\s+[–—-]\s+", text.replace(date.words, "|"))] if date else [text]
    return next(filter(None, map(byline, pieces)), None)


def _tells_date(piece: _Piece, role: Role, *, near: bool) -> bool:
    """Tell whether a line gives the day of the article: a date alone, or a short line with one beside the title."""
    beside = words_beside_date(piece.text)
    if beside is None or not re.search(r"\d.*\d{4}|\d{4}.*\d", piece.text):
        return False
    few = MOST_BESIDE if near or _marked(piece.block, _DATE_CLASS) else 0
    return beside <= (0 if role == "body" else few)


def _full_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", "”", '"'))


def _marked(block: Block, pattern: re.Pattern[str]) -> bool:
    """Tell whether the page calls a block, or what directly encloses it, by such a name."""
    around = [block.element, *block.element.iterancestors()][:3]
    inner = list(block.element.iterdescendants())[:6]
    said = " ".join(
        " ".join(filter(None, map(e.get, ("class", "id", "itemprop", "rel")))) for e in (*around, *inner)
    )
    return bool(pattern.search(said))


def _within(block: Block, tag: str) -> bool:
    return block.element.tag == tag or next(block.element.iterancestors(tag), None) is not None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())
