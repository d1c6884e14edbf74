"""Reading an OpenDocument text (.odt, or .fodt in one file) as an article."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.document import Paragraph, Properties, article, distinct, row
from desktop_app.core.importing.documents.packed import Packed, parse_xml

# What carries no text a reader sees: what was deleted, programs, descriptions of pictures, marks of notes.
_UNSEEN = frozenset({
    "tracked-changes", "scripts", "event-listeners", "forms", "note-citation", "hidden-text", "binary-data",
    "title", "desc", "sequence-decls", "variable-decls", "user-field-decls",
})  # fmt: skip
_BLOCKS = frozenset({"p", "h", "table", "text-box", "list", "image-map"})
_CONTENTS = re.compile(r"table-of-content|[a-z]+-index")
_MARGIN = re.compile(r"(header|footer)(?:-left|-first)?")
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_TELLING = re.compile(r"title|subtitle|caption|heading \d+")  # styles whose children are of their kind
_SPACES = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 100  # that one mark may stand for
_STYLES = 20  # how far one style may be derived from another


def read(original: bytes, name: str) -> list[Article]:
    """Read a document as one article; raises UnreadableFile where it has no text."""
    if original.startswith(b"PK"):
        content, styles, meta = _unpacked(original, name)
    else:
        content = styles = meta = parse_xml(original, name)
    reader = _Reader([*styles.iter("{*}style"), *content.iter("{*}style")])
    story = [found for body in content.iter("{*}body") for found in reader.blocks(body, None)]
    margins = {"header": list[Paragraph](), "footer": list[Paragraph]()}
    for master in styles.iter("{*}master-page"):
        for child in master:
            if margin := _MARGIN.fullmatch(_kind(child)):
                margins[margin[1]] += reader.blocks(child, "furniture")
    found = [*distinct(margins["header"]), *story, *reader.notes, *distinct(margins["footer"])]
    return [article(found, _properties(meta), name)]


def _unpacked(original: bytes, name: str) -> tuple[etree._Element, etree._Element, etree._Element]:
    """Return the trees of the text, the styles and the properties of a packed document."""
    packed = Packed(original, name)
    if b":encryption-data" in (packed.read("META-INF/manifest.xml") or b""):
        message = f"“{name}” is protected by a password. Open it, save it without one, and import it again."
        raise UnreadableFile("protected", message)
    content = packed.xml("content.xml")
    if content is None:
        raise UnreadableFile("damaged", f"“{name}” holds no text document. Try to save or download it again.")
    styles, meta = packed.xml("styles.xml"), packed.xml("meta.xml")
    nothing = etree.Element("nothing")
    return content, nothing if styles is None else styles, nothing if meta is None else meta


class _Reader:
    """A walk through a document; `notes` gathers footnotes, endnotes and comments for after the text."""

    def __init__(self, styles: Iterable[etree._Element]) -> None:
        self._styles = {_value(style, "name"): style for style in styles}
        self.notes: list[Paragraph] = []

    def blocks(self, element: Iterable[etree._Element], role: Role | None) -> Iterator[Paragraph]:
        """Yield the paragraphs in an element."""
        for child in element:
            kind = _kind(child)
            if kind in ("p", "h"):
                yield from self._paragraph(child, role)
            elif kind == "table-row":
                yield from row([list(self.blocks(cell, role)) for cell in child if _kind(cell) in _CELLS])
            elif kind == "annotation":
                self.notes += self.blocks(child, "furniture")
            elif kind not in _UNSEEN:
                yield from self.blocks(child, "furniture" if _CONTENTS.fullmatch(kind) else role)

    def _paragraph(self, element: etree._Element, role: Role | None) -> Iterator[Paragraph]:
        """Yield a paragraph, and after it those of the text boxes anchored in it."""
        text: list[str] = []
        boxes: list[Paragraph] = []
        self._inline(element, text, boxes, role)
        if said := "".join(text).strip():
            yield Paragraph(said, self._style(element), role)
        yield from boxes

    def _inline(self, element: etree._Element, text: list[str], boxes: list[Paragraph], role: Role | None) -> None:
        text.append(_SPACES.sub(" ", element.text or ""))
        for child in element:
            kind = _kind(child)
            if kind in _BLOCKS:
                boxes += self.blocks([child], role)
            elif kind == "note-body":
                self.notes += self.blocks(child, role or "body")
            elif kind == "annotation":
                self.notes += self.blocks(child, "furniture")
            elif kind not in _UNSEEN:
                text.append(_sign(child, kind))
                self._inline(child, text, boxes, role)
                text.append(")" if kind == "ruby-text" else "")
            text.append(_SPACES.sub(" ", child.tail or ""))

    def _style(self, element: etree._Element) -> str:
        """Return the name of a paragraph's style, of those it is derived from the first that tells a part."""
        names: list[str] = []
        key = _value(element, "style-name")
        while (style := self._styles.get(key)) is not None and len(names) < _STYLES:
            names.append((_value(style, "display-name") or key.replace("_20_", " ")).lower())
            key = _value(style, "parent-style-name")
        names.append(key.replace("_20_", " ").lower())  # a style everybody has need not be described
        telling = next((name for name in names if _TELLING.fullmatch(name)), None)
        if _kind(element) == "h" and telling != "title":
            return f"heading {_value(element, 'outline-level') or 1}"
        return telling or next((name for name in names if not re.fullmatch(r"p\d+", name)), "")


def _sign(element: etree._Element, kind: str) -> str:
    """Return the characters an empty element stands for, or the bracket before the reading of a word."""
    if kind == "s":
        count = _value(element, "c")
        return " " * (min(int(count), MOST_SPACES) if count.isascii() and count.isdigit() else 1)
    return {"tab": "\t", "line-break": "\n", "ruby-text": "("}.get(kind, "")


def _properties(tree: etree._Element) -> Properties:
    """Return what the document says of itself; its creator is who began it, not who last saved it."""
    said = {_kind(child): (child.text or "").strip() for meta in tree.iter("{*}meta") for child in meta}
    return Properties(said.get("title", ""), said.get("initial-creator", ""))


def _kind(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: etree._Element, name: str) -> str:
    """Return an attribute whatever its namespace, "" where it is missing."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
