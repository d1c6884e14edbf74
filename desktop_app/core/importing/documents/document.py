"""What word processors' documents have in common: styled paragraphs, properties, and the article they make."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.credits import byline
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled

LONGEST_HEADING = 400  # characters; a longer one is text somebody set large
LONGEST_ABOVE = 100  # characters of a line above the title; a longer one is the story already
HEAD = 12  # paragraphs from the top in which the author signs
_ROLES: dict[str, Role] = {"caption": "caption", "header": "furniture", "footer": "furniture"}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as the document sets it; a row of a table is one, with tabs between its cells.

    `style` is the English name of its style in lower case ("title", "heading 1", "caption"), "" where it has
    none. `role` is set where its place in the document tells it: headers, footers and comments are furniture,
    footnotes are body.
    """

    text: str
    style: str = ""
    role: Role | None = None


@dataclass(frozen=True)
class Properties:
    """What a document's properties say; programs and templates fill them, so the text has to bear them out.

    The language is none of them: it is that of the program, and often not that of the text.
    """

    title: str = ""
    creator: str = ""


def row(cells: Sequence[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    """Yield a row of a table: one line where each cell is one, else the paragraphs of its cells."""
    filled = [paragraph for cell in cells for paragraph in cell]
    if len(filled) > 1 and all(len(cell) <= 1 for cell in cells):
        text = "\t".join(cell[0].text if cell else "" for cell in cells).rstrip()
        yield Paragraph(text, role=filled[0].role)
    else:
        yield from filled


def distinct(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return headers and footers without those that each section repeats."""
    return list(dict.fromkeys(paragraphs))


def article(paragraphs: Sequence[Paragraph], properties: Properties, name: str) -> Article:
    """Make an article of a document; raises UnreadableFile where it has no text."""
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not paragraphs:
        message = f"“{name}” has no text in it, at most pictures. Check whether it was saved completely."
        raise UnreadableFile("no_text", message)
    title = _title(paragraphs)
    pieces = [
        Piece(paragraph.text, "title" if place == title else _role(paragraph))
        for place, paragraph in enumerate(paragraphs)
    ]
    stated = {} if title is not None else _stated_title(paragraphs, properties)
    return assembled(pieces, {**stated, **_stated_byline(paragraphs, properties)})


def _role(paragraph: Paragraph) -> Role | None:
    if paragraph.style.startswith(("heading", "subtitle", "list", "quote")):
        return paragraph.role or "body"
    if paragraph.style.startswith(("toc", "contents", "table of")):
        return "furniture"
    return paragraph.role or _ROLES.get(paragraph.style)


def _title(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the place of the title its style tells: a title, the only main heading, or one that opens the text."""
    for style in ("title", "heading 1"):
        places = [place for place, paragraph in enumerate(paragraphs) if paragraph.style == style]
        if not places or len(paragraphs[places[0]].text) > LONGEST_HEADING:
            continue
        above = [paragraph for paragraph in paragraphs[: places[0]] if paragraph.role is None]
        sure = style == "title" or len(places) == 1
        if not above or (sure and all(len(paragraph.text) <= LONGEST_ABOVE for paragraph in above)):
            return places[0]
    return None


def _stated_title(paragraphs: Sequence[Paragraph], properties: Properties) -> dict[str, Stated]:
    """Return the title of the properties where the head of the text shows it too."""
    wanted = _squashed(properties.title)
    for paragraph in _head(paragraphs):
        if wanted and _squashed(paragraph.text) == wanted:
            return {"title": Stated(" ".join(paragraph.text.split()), "the document’s properties: title")}
    return {}


def _stated_byline(paragraphs: Sequence[Paragraph], properties: Properties) -> dict[str, Stated]:
    """Return the author of the properties where a line of the head is that name."""
    creator = _squashed(properties.creator)
    for paragraph in _head(paragraphs):
        if creator and _squashed(byline(paragraph.text) or paragraph.text) == creator:
            evidence = f"the document’s properties: author, and its line “{paragraph.text}”"
            return {"byline": Stated(" ".join(properties.creator.split()), evidence)}
    return {}


def _head(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [paragraph for paragraph in paragraphs if paragraph.role is None][:HEAD]


def _squashed(text: str) -> str:
    return " ".join(text.split()).casefold()
