"""Reading XML: news documents (NITF, NewsML-G2, Factiva), scanned pages (ALTO), and any other by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.credits import byline
from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import Decoded
from desktop_app.core.importing.documents.xml import blocks, document, local, said

# What an element holds, by its name in lower case; the innermost name counts.
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("headline", "hl1", "article-title"), "title"),
    **dict.fromkeys(("byline", "by", "author"), "byline"),
    **dict.fromkeys(("dateline", "located"), "dateline"),
    **dict.fromkeys(("publicationdate", "pubdate", "date.issue", "story.date"), "date"),
    **dict.fromkeys(("media-caption", "caption", "figcaption", "media-producer"), "caption"),
    **dict.fromkeys(("copyright", "copyrightnotice", "rightsinfo", "doc.rights", "rights"), "rights"),
    **dict.fromkeys(("body.content", "inlinexml", "inlinedata", "leadparagraph", "tailparagraphs", "body"), "body"),
    **dict.fromkeys(("head", "docdata", "itemmeta", "contentmeta", "body.end", "catalogref"), "furniture"),
}  # fmt: skip
_STORIES = frozenset({"nitf", "newsitem", "article"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?=T|$)")


@dataclass(frozen=True)
class _Block:
    """A paragraph, the role its place gives it, and whether its place is the story or what is said about it."""

    text: str
    role: Role | None
    about: bool


def read(original: bytes, name: str) -> list[Article]:
    """Read the articles in an XML document; raises UnreadableFile where it has no text."""
    tree, decoded = document(original, name)
    if local(tree) == "alto":
        articles = [assembled(_scanned(tree), {}, decoded.encoding, decoded.warnings)]
    else:
        articles = [_story(element, decoded) for element in _stories(tree)]
        articles = [article for article in articles if article.title or article.body] or [_other(tree, decoded)]
    articles = [article for article in articles if article.text]
    if not articles:
        raise UnreadableFile("no_text", f"“{name}” has no text in it. Check whether it was saved completely.")
    return articles


def _stories(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the outermost elements that hold a news document each."""
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if local(element).lower() in _STORIES:
            yield element
            walk.skip_subtree()


def _story(element: etree._Element, decoded: Decoded) -> Article:
    """Return a news document as an article; what stands both in the story and in its data is shown once."""
    found = [_Block(text, *_place(inside, element)) for text, inside in blocks(element)]
    shown = {block.text for block in found if not block.about}
    kept = [block for block in found if not (block.about and block.text in shown)]
    headline = next((block.text for block in found if block.role == "title"), None)
    title = next((place for place, block in enumerate(kept) if block.text == headline), None)
    pieces = []
    for place, block in enumerate(kept):
        role = "body" if block.role == "title" else block.role or "furniture"
        pieces.append(Piece(block.text, "title" if place == title else role))
    stated = dict(_stated(element))
    if headline:
        stated["title"] = Stated(headline, f"the document’s headline: “{headline}”")
    return assembled(pieces, stated, decoded.encoding, decoded.warnings)


def _place(element: etree._Element, story: etree._Element) -> tuple[Role | None, bool]:
    """Return the role an element’s place gives to its words, and whether that is in the data about the story."""
    role: Role | None = None
    for around in (element, *element.iterancestors()):
        found = _ROLES.get(local(around).lower())
        role = role or found
        if found in ("furniture", "body") or around is story:
            return role, found == "furniture"
    return role, False


def _stated(story: etree._Element) -> Iterator[tuple[str, Stated]]:
    """Yield what a news document says of itself, by field."""
    if (element := next(_having(story, "byline", "by"), None)) is not None:
        names = ", ".join(said(person) for person in _having(element, "person")) or said(element)
        yield "byline", Stated(byline(names) or names, f"the document’s {local(element)}: “{said(element)}”")
    if (element := next(_having(story, "dateline", "located"), None)) is not None:
        place = said(next(_having(element, "location", "name"), element))
        yield "dateline", Stated(place, f"the document’s {local(element)}: “{said(element)}”")
    if source := next(_sources(story), None):
        yield "source", source
    if published := next(_dates(story), None):
        yield "published", published
    language = story.get(_LANGUAGE) or next((said(element) for element in _having(story, "baselanguage")), "")
    if code := re.match(r"[a-zA-Z]{2,3}(?=$|[-_])", language):
        yield "language", Stated(code.group().lower(), f"the document’s language: “{language}”")


def _having(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these names in an element that say something, in the order of the names."""
    for name in names:
        for inner in element.iter():
            if local(inner).lower() == name and (inner.attrib or said(inner)):
                yield inner


def _sources(story: etree._Element) -> Iterator[Stated]:
    for element in _having(story, "sourcename", "pubdata", "infosource", "provider", "creditline"):
        name = element.get("name") or element.get("literal") or said(element)
        if name:
            yield Stated(name, f"the document’s {local(element)}: “{name}”")


def _dates(story: etree._Element) -> Iterator[Stated]:
    """Yield the days of publication; a news item that was changed on a later day states none by its data."""
    for element in _having(story, "pubdata", "date.issue", "publicationdate", "pubdate", "story.date"):
        words = element.get("date.publication") or element.get("norm") or said(element)
        if day := _day(words):
            yield Stated(day, f"the document’s {local(element)}: “{words}”")
    sent = [said(element) for element in _having(story, "firstcreated", "versioncreated")]
    days = {_day(words) for words in sent}
    if len(days) == 1 and (day := days.pop()):
        yield Stated(day, f"the item’s date of sending: “{sent[0]}”")


def _day(words: str) -> str | None:
    found = stated_date(_COMPACT.sub(r"\1-\2-\3", words))
    return found.iso if found else None


def _other(tree: etree._Element, decoded: Decoded) -> Article:
    """Return a document of another kind: its words in paragraphs, the one named title as such."""
    pieces = list(blocks(tree))
    titles = [place for place, (_, inside) in enumerate(pieces) if local(inside).lower() in ("title", "headline")]
    marked = [Piece(text, "title" if titles == [place] else None) for place, (text, _) in enumerate(pieces)]
    return assembled(marked, {}, decoded.encoding, decoded.warnings)


def _scanned(tree: etree._Element) -> list[Piece]:
    """Return the blocks of a scanned page (ALTO), words broken at the end of a line made whole."""
    pieces = []
    for block in tree.iter("{*}TextBlock"):
        words = [
            word.get("SUBS_CONTENT", "") if word.get("SUBS_TYPE") == "HypPart1" else word.get("CONTENT", "")
            for word in block.iter("{*}String")
            if word.get("SUBS_TYPE") != "HypPart2"
        ]
        pieces.append(Piece(" ".join(" ".join(words).split()), "body"))
    return [piece for piece in pieces if piece.text]
