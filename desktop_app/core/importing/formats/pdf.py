"""Reading a PDF: its text in reading order, and what it states about itself as far as its first page agrees."""

import re
from dataclasses import replace

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.pdf.document import Document, read_document
from desktop_app.core.importing.pdf.typeset import Text, Typeset, typeset

PROSE = 12  # words from which a closed paragraph on a later page is story, whatever it says
HEADING = 1.2  # times the size of the running text, at least
SUBHEADING = 0.6  # times the size of the largest heading; what is smaller is no second heading beside it
LONGEST_TITLE, LONGEST_MASTHEAD = 30, 3  # words
UNKNOWN = 0.5  # share of letters the file does not name from which there is no text to speak of
INVISIBLE = 0.5  # share of letters laid invisibly over pictures from which the text was read by a program
_CLOSED = re.compile(r"[.!?…。！？؟۔][\"'”’»›“」』)\]]*$")
_NO_TITLE = re.compile(
    r"^microsoft|\.(?:docx?|pdf|indd|qx[dp]|html?|xlsx?|pptx?|tex|txt|rtf|odt|pages|dvi|ps)\b|^untitled|^document\d*$"
    r"|^powerpoint|://|_|^\d+$",
    re.IGNORECASE,
)
_NOT_LATIN = frozenset(
    {"ar", "fa", "ur", "he", "yi", "ru", "uk", "bg", "sr", "mk", "el", "hi", "bn", "ta", "th", "zh", "ja", "ko"}
)


def read(original: bytes, name: str) -> list[Article]:
    """Read a PDF as one article; raises UnreadableFile where it is damaged, protected or has no text."""
    document = read_document(original, name)
    _require_text(document, name)
    found = typeset(document)
    title = _title_place(found, document.about.get("Title", ""))
    pieces = [
        Piece(text.text, "title" if place == title else _role(text)) for place, text in enumerate(found.texts)
    ]
    stated = _stated(found, document, title)
    article = assembled(pieces, stated, warnings=_warnings(document))
    return [_with_stated_title(article, document.about.get("Title", ""))]


def _require_text(document: Document, name: str) -> None:
    pages = [page for page in document.pages if page]
    glyphs = sum(page.glyphs for page in pages)
    if not glyphs:
        what = "has pictures of pages but no text" if any(page.pictures for page in pages) else "has no text"
        message = f"“{name}” {what}. If it is a scan, read it with Tesseract (OCR) and import the result."
        raise UnreadableFile("no_text", message)
    if sum(page.unknown for page in pages) > UNKNOWN * glyphs:
        message = (
            f"“{name}” shows letters but does not say which they are, so its text cannot be read. "
            "Read it with Tesseract (OCR), or ask for another copy."
        )
        raise UnreadableFile("no_text", message)


def _role(text: Text) -> Role | None:
    """Return the role of a paragraph where it is sure without its neighbours."""
    prose = text.page > 0 and len(text.text.split()) >= PROSE and _CLOSED.search(text.text)
    return text.role or ("body" if prose else None)


def _title_place(found: Typeset, said: str) -> int | None:
    """Return the place of the title on the first page: what the properties say, or the largest type."""
    first = [(place, text) for place, text in enumerate(found.texts) if text.page == 0 and text.role is None]
    first = first[:-1] if first and first[-1][0] == len(found.texts) - 1 else first  # a title has a text below it
    for place, text in first:
        if _letters(said) and _letters(text.text) == _letters(said):
            return place
    headings = [
        (place, text) for place, text in first if text.size >= HEADING * found.body and _can_be_title(text.text)
    ]
    if not headings:
        return None
    sizes = sorted({round(text.size, 1) for _, text in headings}, reverse=True)
    largest, lead = (
        next(entry for entry in headings if round(entry[1].size, 1) == size) for size in (*sizes, sizes[0])[:2]
    )
    masthead = largest[0] < lead[0] and len(largest[1].text.split()) <= LONGEST_MASTHEAD < len(lead[1].text.split())
    return (lead if masthead and lead[1].size >= SUBHEADING * largest[1].size else largest)[0]


def _can_be_title(text: str) -> bool:
    words = text.split()
    return len(words) <= LONGEST_TITLE and "\t" not in text and len(re.findall(r"[^\W\d_]", text)) >= 4


def _stated(found: Typeset, document: Document, title: int | None) -> dict[str, Stated]:
    stated = {}
    if title is not None:
        stated["title"] = Stated(" ".join(found.texts[title].text.split()), "the heading of the first page")
    if found.browser:
        stated["url"] = Stated(
            found.browser.url, f"printed by a browser at the edge of the page: “{found.browser.where}”"
        )
        if found.browser.captured:
            stated["captured"] = Stated(
                found.browser.captured, f"printed by a browser at the edge of the page: “{found.browser.when}”"
            )
    if language := _language(found, document.language):
        stated["language"] = Stated(language, f"the document's properties: language {document.language}")
    return stated


def _language(found: Typeset, said: str) -> str | None:
    """Return the language the properties name, unless the text is in a script it is not written in."""
    language = said.replace("_", "-").split("-")[0].lower()
    letters = [letter for text in found.texts for letter in text.text[:2000] if letter.isalpha()][:5000]
    latin = sum(letter < "\u0250" for letter in letters) * 2 > len(letters)
    return language if re.fullmatch("[a-z]{2,3}", language) and latin != (language in _NOT_LATIN) else None


def _with_stated_title(article: Article, said: str) -> Article:
    """Complete an article whose pages show no title by that of the properties, if it looks like one."""
    title = " ".join(said.split())
    if article.title or _NO_TITLE.search(title) or not 2 <= len(title.split()) <= LONGEST_TITLE:
        return article
    evidence = {**article.evidence, "title": "the document's properties; the pages show no title"}
    return replace(article, title=title, evidence=evidence)


def _warnings(document: Document) -> list[str]:
    """Return what was not read, or is unsure."""
    pages = [page for page in document.pages if page]
    left, lost = document.of - len(document.pages), len(document.pages) - len(pages)
    empty = sum(not page.glyphs and bool(page.pictures) for page in pages)
    unknown = sum(page.unknown for page in pages)
    by_ocr = sum(page.invisible for page in pages) > INVISIBLE * sum(page.glyphs for page in pages)
    told = (
        (left, f"{_counted(left, 'page')} at the end were not read; {len(document.pages):,} are the most at once."),
        (lost, f"{_counted(lost, 'page')} could not be read because the file is damaged there."),
        (empty, f"{_counted(empty, 'page')} without text, only a picture; Tesseract (OCR) can read that."),
        (unknown, f"{_counted(unknown, 'letter')} could not be read: the file does not say which they are."),
        (by_ocr, "The text was read from pictures of the pages by a program (OCR), so it may contain errors."),
        (
            document.attachments,
            f"{_counted(document.attachments, 'attached file')} not read; save and import what you need.",
        ),
    )
    return [sentence for applies, sentence in told if applies]


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
