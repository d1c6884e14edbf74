"""Reading an electronic book (.epub) as articles.

Who keeps articles as EPUB has an issue of a magazine, a digest of saved pages, a collection of essays, or a single
report. They look for the report, not for the book, so each entry of the table of contents that holds text
becomes an article of its own, with the book as its source; what a program cut into several files is put together
again, and cover, title page and contents go as furniture with the article beside them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.credits import is_name
from desktop_app.core.importing.cleaning.dates import stated_date
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import decode
from desktop_app.core.importing.documents.packed import LARGEST, Packed
from desktop_app.core.importing.pages.page import Block, blocks, parse

FEWEST = 20  # words of text, without headings and links, from which a file holds something to read
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FRONT = re.compile(r"\b(?:cover|title-?page|toc|copyright-page|landmarks|page-list)\b")
_EMPTY = re.compile(r"<((?!br\b|hr\b|img\b|link\b|meta\b|col\b|wbr\b)[A-Za-z]\w*)((?:\s[^<>]*)?)/>")
_NEVER = 999_999


@dataclass
class _Chapter:
    """The blocks of one article of a book, and what stands beside it as furniture."""

    before: list[Block]
    label: str
    story: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


def read(original: bytes, name: str) -> list[Article]:
    """Read a book as its articles; raises UnreadableFile where it has no text."""
    book = _Book(Packed(original, name), name)
    chapters = _chapters(book)
    if not chapters:
        raise UnreadableFile("no_text", f"“{name}” has no text in it, at most pictures. Open it in a book reader.")
    facts = _facts(book, alone=len(chapters) == 1)
    title = Stated(book.first("title"), "the book’s own data: title")
    return [_article(chapter, title if len(chapters) == 1 else None, facts) for chapter in chapters]


class _Book:
    """What the package of a book says: its data, its files in reading order, its table of contents."""

    def __init__(self, packed: Packed, name: str) -> None:
        self._packed, self._name = packed, name
        container = packed.xml("META-INF/container.xml")
        roots = [] if container is None else [str(root.get("full-path")) for root in container.iter("{*}rootfile")]
        package = next((tree for root in roots if (tree := packed.xml(root)) is not None), None)
        if package is None:
            raise UnreadableFile("damaged", f"“{name}” holds no book. Try to save or download it again.")
        self.package: etree._Element = package
        folder = dirname(roots[0])
        self._items = {str(item.get("id")): item for item in package.iter("{*}item")}
        self._paths = {key: _path(folder, str(item.get("href"))) for key, item in self._items.items()}
        spine = [self._paths.get(str(entry.get("idref"))) for entry in package.iter("{*}itemref")]
        self.order = [path for path in dict.fromkeys(spine) if path]
        self.front = {
            _path(folder, str(entry.get("href")))
            for entry in package.iter("{*}reference")
            if _FRONT.search(str(entry.get("type")))
        }
        self._refuse_protected()

    def first(self, name: str) -> str:
        """Return the first of the book's data with this name, "" where there is none."""
        return next((said for element in self.all(name) if (said := _said(element))), "")

    def all(self, name: str) -> Iterator[etree._Element]:
        """Yield the book's data with this name."""
        return self.package.iter("{http://purl.org/dc/elements/1.1/}" + name)

    def pages(self) -> Iterator[tuple[str, HtmlElement]]:
        """Yield the path and the tree of each file, in reading order."""
        size = 0
        for path in self.order:
            content = self._packed.read(path) or b""
            size += len(content)
            if size > LARGEST:
                message = f"“{self._name}” holds more than {LARGEST / 1e6:.0f} MB of text. Keep only the articles."
                raise UnreadableFile("too_large", message)
            if content.strip():
                yield path, _page(content)

    def contents(self) -> dict[str, str]:
        """Return what the table of contents calls each file."""
        found: dict[str, str] = {}
        for key, item in self._items.items():
            path = self._paths[key]
            if "nav" in str(item.get("properties")).split():
                entries: Iterable[tuple[str, str]] = _nav(_page(self._packed.read(path) or b" "))
            elif str(item.get("media-type")) == "application/x-dtbncx+xml":
                entries = _ncx(self._packed.xml(path))
            else:
                continue
            for href, label in entries:
                found.setdefault(_path(dirname(path), href), label)
        return found

    def _refuse_protected(self) -> None:
        """Refuse a book whose text is encrypted; that its fonts are does no harm."""
        listed = self._packed.xml("META-INF/encryption.xml")
        entries = listed.iter("{*}CipherReference") if listed is not None else ()
        if {_path("", str(entry.get("URI"))) for entry in entries} & set(self.order):
            message = f"“{self._name}” is protected against copying, so it can only be read in its own program."
            raise UnreadableFile("protected", message)


def _path(folder: str, href: str) -> str:
    return normpath(join(folder, unquote(urlsplit(href).path)))


def _page(content: bytes) -> HtmlElement:
    # what is closed at once in XML would stay open in HTML, and swallow the rest
    return parse(_EMPTY.sub(r"<\1\2></\1>", decode(content).text))


def _nav(page: HtmlElement) -> Iterator[tuple[str, str]]:
    for nav in page.iter("nav"):
        if "toc" in (nav.get("epub:type") or nav.get("role") or "toc"):
            yield from ((str(link.get("href")), _said(link)) for link in nav.iter("a"))


def _ncx(tree: etree._Element | None) -> Iterator[tuple[str, str]]:
    for point in tree.iter("{*}navPoint") if tree is not None else ():
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            yield str(content.get("src")), _said(label)


def _chapters(book: _Book) -> list[_Chapter]:
    """Return the articles of a book; a file the table of contents does not name goes on with the one before."""
    labels = book.contents()
    by_contents = sum(path in labels for path in book.order) > 1
    found: list[_Chapter] = []
    beside: list[Block] = []
    for path, page in book.pages():
        seen = [block for block in blocks(page) if not block.hidden]
        starts = path in labels if by_contents else any(_is_heading(block) for block in seen)
        if path in book.front or _is_front(page) or not (_holds_text(seen) or (found and not starts)):
            beside += seen
        elif starts or not found:
            found.append(_Chapter(beside, labels.get(path, ""), seen))
            beside = []
        else:
            found[-1].story += [*beside, *seen]
            beside = []
    if beside and not found:
        return [_Chapter([], "", beside)]
    if found:
        found[-1].after += beside
    return found


def _is_front(page: HtmlElement) -> bool:
    """Tell whether a page says it is the cover, the title page or the contents."""
    outer = [page, *page.iterchildren("body"), *page.xpath("body/*")][:4]
    return any(_FRONT.search(element.get("epub:type") or "") for element in outer)


def _holds_text(seen: Sequence[Block]) -> bool:
    prose = [block.text for block in seen if not _is_heading(block) and not _is_link(block)]
    return len(" ".join(prose).split()) >= FEWEST or sum(map(len, prose)) >= 6 * FEWEST


def _is_heading(block: Block) -> bool:
    return any(element.tag in HEADINGS for element in (block.element, *block.element.iterancestors()))


def _is_link(block: Block) -> bool:
    """Tell whether a block is nothing but links, as the lines are by which one turns the pages."""
    links = "".join(_said(link) for link in block.element.iter("a") if link.get("href"))
    words = re.sub(r"[\W_]", "", links)
    return words != "" and words == re.sub(r"[\W_]", "", block.text)


def _article(chapter: _Chapter, title: Stated | None, facts: dict[str, Stated]) -> Article:
    """Return one article, its facts completed by those of the book."""
    place = _title_place(chapter)
    pieces = [
        *(Piece(block.text, "furniture") for block in chapter.before),
        *(Piece(block.text, "title" if at == place else _role(block)) for at, block in enumerate(chapter.story)),
        *(Piece(block.text, "furniture") for block in chapter.after),
    ]
    stated = {}
    if place is None and chapter.label:
        stated["title"] = Stated(chapter.label, "the book’s table of contents")
    elif place is None and title and title.value:
        stated["title"] = title
    article = assembled(pieces, stated)
    missing = {name: fact for name, fact in facts.items() if getattr(article, name) is None}
    fields: dict[str, Any] = {name: fact.value for name, fact in missing.items()}
    evidence = {**article.evidence, **{name: fact.evidence for name, fact in missing.items()}}
    return replace(article, evidence=evidence, **fields)


def _title_place(chapter: _Chapter) -> int | None:
    """Return the place of the heading above the text, by preference the one the table of contents gives."""
    first = next((at for at, block in enumerate(chapter.story) if len(block.text.split()) >= FEWEST), _NEVER)
    headings = [at for at, block in enumerate(chapter.story[: first + 1]) if _is_heading(block)]
    named = [at for at in headings if _squashed(chapter.story[at].text) == _squashed(chapter.label)]
    return next(iter(named or headings), None)


def _role(block: Block) -> Role | None:
    around = [block.element, *block.element.iterancestors()]
    if any(element.tag == "nav" for element in around) or _is_link(block):
        return "furniture"
    if any(element.tag == "figcaption" for element in around):
        return "caption"
    return "body" if _is_heading(block) else None


def _facts(book: _Book, *, alone: bool) -> dict[str, Stated]:
    """Return what the book says of all its articles; `alone` if it holds but one."""
    title, publisher = book.first("title"), book.first("publisher")
    found = {
        "source": Stated(
            publisher if alone else title, f"the book’s own data: {'publisher' if alone else 'title'}"
        ),
        "byline": Stated(_author(book, title, publisher), "the book’s own data: creator"),
        "published": _published(book),
        "language": Stated(book.first("language").split("-")[0].lower(), "the book’s own data: language"),
        "url": Stated(book.first("source") if alone else "", "the book’s own data: source"),
    }
    if not re.match(r"https?://[^/\s]+/\S", found["url"].value):
        del found["url"]
    if not re.fullmatch("[a-z]{2,3}", found["language"].value) or found["language"].value == "und":
        del found["language"]
    return {name: fact for name, fact in found.items() if fact.value}


def _author(book: _Book, title: str, publisher: str) -> str:
    """Return who wrote the book; what makes books of pages names itself or its magazine there."""
    outlets = _squashed(title + " " + publisher)
    names = [
        _said(creator)
        for creator in book.all("creator")
        if (creator.get("{http://www.idpf.org/2007/opf}role") or "aut") == "aut"
    ]
    return ", ".join(name for name in names if is_name(name) and _squashed(name) not in outlets)


def _published(book: _Book) -> Stated:
    """Return the day the book gives for its publication.

    A date without a word saying of what is, in most files, the day a program made the book: it counts in
    EPUB 3, which allows no other, and only where it is not the day of the file itself.
    """
    changed = next(
        (_said(m)[:10] for m in book.package.iter("{*}meta") if m.get("property") == "dcterms:modified"), ""
    )
    for date in book.all("date"):
        event, said = date.get("{http://www.idpf.org/2007/opf}event"), _said(date)
        found = stated_date(said)
        sure = event in ("publication", "original-publication") or (not event and changed and said[:10] != changed)
        if sure and found and found.iso:
            return Stated(found.iso, f"the book’s own data: date of publication “{said}”")
    return Stated("", "")


def _said(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())
