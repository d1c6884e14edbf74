"""From the pieces of a document to an article: those whose role is known, and those told by their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from desktop_app.core.article import Article, Role
from desktop_app.core.importing.cleaning.labels import label
from desktop_app.core.importing.cleaning.paragraphs import Paragraph
from desktop_app.core.importing.cleaning.text import LONGEST, TOO_LONG, facts, to_parts


@dataclass(frozen=True)
class Piece:
    """A paragraph of a document; `role` is None where only its words and its place can tell it."""

    text: str
    role: Role | None = None


@dataclass(frozen=True)
class Stated:
    """A fact the document states outside of its text, and the words or the place it rests on."""

    value: str
    evidence: str


def assembled(
    pieces: Sequence[Piece], stated: Mapping[str, Stated], encoding: str | None = None, warnings: Sequence[str] = ()
) -> Article:
    """Make an article of a document's pieces, blank lines between them.

    What `stated` gives for a field of Article counts before what the lines say.
    """
    pieces = [Piece(text, piece.role) for piece in pieces if (text := piece.text.strip())]
    paragraphs = list(_laid_out(pieces))
    warnings = list(warnings)
    if sum(len(piece.text) for piece in pieces) > LONGEST:
        roles: list[Role] = [piece.role or "body" for piece in pieces]
        warnings.append(TOO_LONG)
    else:
        roles = _roles(pieces, paragraphs, stated)
    article = Article("\n\n".join(piece.text for piece in pieces), tuple(to_parts(paragraphs, roles)))
    found, evidence, doubts = facts(article)
    fields: dict[str, Any] = {**found, **{name: fact.value for name, fact in stated.items()}}
    evidence = {**evidence, **{name: fact.evidence for name, fact in stated.items()}}
    doubts = [] if "published" in stated else doubts
    return replace(article, encoding=encoding, evidence=evidence, warnings=(*warnings, *doubts), **fields)


def completed(article: Article, stated: Mapping[str, Stated]) -> Article:
    """Return an article with what its bundle or its record states where the original itself does not."""
    if not stated:
        return article
    stated = dict(stated)
    if "url" in stated and not article.url:
        address = urlsplit(stated["url"].value)
        stated.setdefault("publisher_url", Stated(f"{address.scheme}://{address.netloc}", stated["url"].evidence))
        host = (address.hostname or "").removeprefix("www.")
        stated.setdefault("source", Stated(host, f"the address {stated['url'].value}"))
    missing = {name: fact for name, fact in stated.items() if fact.value and not getattr(article, name)}
    fields: dict[str, Any] = {name: fact.value for name, fact in missing.items()}
    evidence = {**article.evidence, **{name: fact.evidence for name, fact in missing.items()}}
    return replace(article, evidence=evidence, **fields)


def _laid_out(pieces: Sequence[Piece]) -> list[Paragraph]:
    paragraphs, position = [], 0
    for piece in pieces:
        paragraphs.append(Paragraph(position, position + len(piece.text), piece.text))
        position += len(piece.text) + 2
    return paragraphs


def _roles(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], stated: Mapping[str, Stated]) -> list[Role]:
    """Return the role of each piece: the known ones, the stated title, and the rest by the rules for plain text."""
    unknown = [place for place, piece in enumerate(pieces) if piece.role is None]
    told = dict(zip(unknown, label([paragraphs[place] for place in unknown]), strict=True))
    roles = [piece.role or told[place] for place, piece in enumerate(pieces)]
    wanted = " ".join(stated["title"].value.split()).casefold() if "title" in stated else None
    known = any(piece.role == "title" for piece in pieces)
    for place in unknown:
        if not known and wanted == " ".join(pieces[place].text.split()).casefold():
            roles[place], known = "title", True
        elif roles[place] == "title" and (known or wanted):
            roles[place] = "body"
    return roles
