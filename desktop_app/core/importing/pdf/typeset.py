"""The paragraphs of a whole document in reading order, and which of them stand around its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.article import Role
from desktop_app.core.importing.pdf.columns import block, blocks
from desktop_app.core.importing.pdf.document import Document, Page
from desktop_app.core.importing.pdf.order import in_reading_order
from desktop_app.core.importing.pdf.paragraphs import (
    Hyphens,
    Paragraph,
    body_size,
    paragraphs,
    run_on,
    usual_leading,
)
from desktop_app.core.importing.pdf.running import Printed, Sheet, printed, running_lines

ASIDE = 0.1  # share of a page's letters up to which what is turned is a stamp or a credit, not text
CAPTION = 0.95  # times the size of the running text, at most
LONGEST_CAPTION = 80  # words
BELOW_PICTURE = 2.5  # times its size, how far below a picture a caption begins at most
SMALLEST_PICTURE = 50  # points of each side; smaller ones are signs


@dataclass(frozen=True)
class Text:
    """A paragraph as it is set; `role` is None where only words can tell it, `page` counts from 0."""

    text: str
    page: int
    size: float
    role: Role | None = None


@dataclass(frozen=True)
class Typeset:
    """A document as it is set; `body` is the size of its running text in points."""

    texts: list[Text]
    body: float
    browser: Printed | None


def typeset(document: Document) -> Typeset:
    """Return the paragraphs of a document in the order in which they are read."""
    pages = [page for page in document.pages if page]
    sheets = [_sheet(page) for page in pages]
    body = body_size(paragraph for sheet in sheets for paragraph in paragraphs(sheet.blocks, 0))
    around = running_lines(sheets, body)
    inner = [_without(sheet, {id(line) for line in around}) for sheet in sheets]
    leading = usual_leading(run for sheet in inner for run in sheet.blocks)
    story = run_on(
        (p for number, sheet in enumerate(inner) for p in paragraphs(sheet.blocks, number, leading)), body
    )
    hyphens = Hyphens([line.text for sheet in sheets for run in sheet.blocks for line in run.lines])
    by_page: dict[int, list[Paragraph]] = {}
    for paragraph in story:
        by_page.setdefault(paragraph.page, []).append(paragraph)
    texts: list[Text] = []
    kept = {id(line) for line in around}
    for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True)):
        outer = [line for run in sheet.blocks for line in run.lines if id(line) in kept]
        head = [line for line in outer if line.base > sheet.height / 2]
        texts += [Text(line.text, number, line.size, "furniture") for line in head]
        texts += [_text(paragraph, hyphens, page, body) for paragraph in by_page.get(number, ())]
        texts += _turned(page, number, hyphens)
        texts += [Text(line.text, number, line.size, "furniture") for line in outer if line not in head]
    return Typeset(texts, body, printed(around, document.about.get("CreationDate", "")))


def _sheet(page: Page) -> Sheet:
    return Sheet(in_reading_order(blocks(page.lines), page.height), page.height)


def _without(sheet: Sheet, around: set[int]) -> Sheet:
    """Return a sheet without the lines around its text."""
    kept = [[line for line in run.lines if id(line) not in around] for run in sheet.blocks]
    return Sheet([block(inner) for inner in kept if inner], sheet.height)


def _text(paragraph: Paragraph, hyphens: Hyphens, page: Page, body: float) -> Text:
    said = hyphens.text(paragraph.texts)
    caption = (
        paragraph.size <= CAPTION * body
        and len(said.split()) <= LONGEST_CAPTION
        and _below_picture(paragraph, page)
    )
    return Text(said, paragraph.page, paragraph.size, "caption" if caption else None)


def _below_picture(paragraph: Paragraph, page: Page) -> bool:
    """Tell whether a paragraph begins directly under a picture, and no wider than it."""
    top, first = paragraph.lines[0].base + paragraph.size, paragraph.lines[0]
    for left, bottom, right, upper in page.pictures:
        if min(right - left, upper - bottom) < SMALLEST_PICTURE:
            continue
        inside = left - paragraph.size <= abs(first.start) <= right and bottom - top + paragraph.size >= 0
        if inside and bottom - top <= BELOW_PICTURE * paragraph.size:
            return True
    return False


def _turned(page: Page, number: int, hyphens: Hyphens) -> Iterator[Text]:
    """Yield what is turned against the text of a page, or lies off the page."""
    for aside in page.asides:
        few = aside.letters <= ASIDE * page.glyphs
        for paragraph in paragraphs(blocks(aside.lines), number):
            role: Role | None = "furniture" if few or not aside.shown else None
            yield Text(hyphens.text(paragraph.texts), number, paragraph.size, role)
