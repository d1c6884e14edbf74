"""Reading a Word document (.docx, .docm, or Word's single XML file) as an article."""

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import basename, dirname

from lxml import etree

from desktop_app.core.article import Article, Role
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.document import Paragraph, Properties, article, distinct, row
from desktop_app.core.importing.documents.packed import Packed, parse_xml

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
# What carries no text a reader sees: settings, instructions to Word, what was deleted or moved away, and the
# second form of a text box, for old versions of Word.
_UNSEEN = frozenset({
    "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr", "instrText", "delInstrText", "fldData",
    "del", "delText", "moveFrom", "Fallback", "binData", "docPr",
})  # fmt: skip
_BLOCKS = frozenset({"p", "tbl", "txbxContent"})
_NOTES: tuple[tuple[str, Role], ...] = (("footnotes", "body"), ("endnotes", "body"), ("comments", "furniture"))
_MAIN = "/officeDocument"


def read(original: bytes, name: str) -> list[Article]:
    """Read a document as one article; raises UnreadableFile where it has no text."""
    parts = _Parts(original, name)
    return [article(_paragraphs(parts), _properties(parts), name)]


def paragraphs(original: bytes, name: str) -> list[Paragraph]:
    """Return the paragraphs of a document: headers, text, notes, comments, footers; raises UnreadableFile."""
    return _paragraphs(_Parts(original, name))


class _Parts:
    """The XML parts of a document by their names, be they packed or in one file."""

    def __init__(self, original: bytes, name: str) -> None:
        self._name = name
        self._packed = None if original.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else Packed(original, name)
        self._flat = {} if self._packed else _flat(parse_xml(original, name))

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return self._packed.names() if self._packed else list(self._flat)

    def tree(self, part: str) -> etree._Element | None:
        """Return the tree of a part, None where there is none."""
        return self._packed.xml(part) if self._packed else self._flat.get(part)

    def main(self) -> tuple[str, etree._Element]:
        """Return the name and the tree of the part that holds the text; raises UnreadableFile."""
        relations = self.tree("_rels/.rels")
        targets = [
            str(relation.get("Target")).lstrip("/")
            for relation in (relations if relations is not None else ())
            if str(relation.get("Type")).endswith(_MAIN)
        ]
        for part in (*targets, "word/document.xml"):
            if (tree := self.tree(part)) is not None:
                return part, tree
        message = f"“{self._name}” holds no Word document, although its name says so. Save it again as .docx."
        raise UnreadableFile("damaged", message)


def _flat(tree: etree._Element) -> dict[str, etree._Element]:
    """Return the parts of Word's single XML file."""
    found = {}
    for part in tree.iter("{*}part"):
        content = next((child for data in part.iterchildren("{*}xmlData") for child in data), None)
        if content is not None:
            found[_value(part, "name").lstrip("/")] = content
    return found or {"word/document.xml": tree}  # the XML of Word 2003 is the text itself


def _paragraphs(parts: _Parts) -> list[Paragraph]:
    main, tree = parts.main()
    folder = dirname(main)
    reader = _Reader(_styles(parts.tree(f"{folder}/styles.xml")))
    found = [*_beside(parts, folder, "header", reader), *reader.blocks(tree, None)]
    for part, role in _NOTES:
        notes = parts.tree(f"{folder}/{part}.xml")
        found += reader.blocks(notes, role) if notes is not None else ()
    return found + _beside(parts, folder, "footer", reader)


def _beside(parts: _Parts, folder: str, kind: str, reader: "_Reader") -> list[Paragraph]:
    """Return what stands in the headers or the footers of all sections, each text once."""
    found: list[Paragraph] = []
    for part in parts.names():
        if dirname(part) == folder and re.fullmatch(kind + r"\d*\.xml", basename(part)):
            tree = parts.tree(part)
            found += reader.blocks(tree, "furniture") if tree is not None else ()
    return distinct(found)


def _styles(tree: etree._Element | None) -> dict[str, str]:
    """Return the names of the styles by their ids."""
    found = {}
    for style in tree.iter("{*}style") if tree is not None else ():
        name = style.find("{*}name")
        found[_value(style, "styleId")] = _value(name, "val").lower() if name is not None else ""
    return found


class _Reader:
    """A walk through parts of a document, which share their styles."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles

    def blocks(self, element: Iterable[etree._Element], role: Role | None) -> Iterator[Paragraph]:
        """Yield the paragraphs in an element."""
        for child in element:
            kind = _kind(child)
            if kind == "p":
                yield from self._paragraph(child, role)
            elif kind == "tr":
                cells = [cell for cell in child.iter("{*}tc") if next(cell.iterancestors("{*}tr")) is child]
                yield from row([list(self.blocks(cell, role)) for cell in cells])
            elif kind not in _UNSEEN:
                yield from self.blocks(child, role)

    def _paragraph(self, element: etree._Element, role: Role | None) -> Iterator[Paragraph]:
        """Yield a paragraph, and after it those of the text boxes anchored in it."""
        text: list[str] = []
        boxes: list[Paragraph] = []
        self._inline(element, text, boxes, role)
        if said := "".join(text).strip():
            yield Paragraph(said, self._style(element), role)
        yield from boxes

    def _inline(self, element: etree._Element, text: list[str], boxes: list[Paragraph], role: Role | None) -> None:
        for child in element:
            kind = _kind(child)
            if kind == "t":
                text.append(child.text or "")
            elif kind in _SIGNS:
                text.append(_SIGNS[kind])
            elif kind in _BLOCKS:
                boxes += self.blocks([child], role)
            elif kind == "ruby":  # the reading above a word follows it, as browsers without that art show it
                for base in child.iter("{*}rubyBase"):
                    self._inline(base, text, boxes, role)
                text.append("(" + "".join(part.text or "" for part in child.iterfind("{*}rt//{*}t")) + ")")
            elif kind not in _UNSEEN and not _is_hidden(child):
                self._inline(child, text, boxes, role)

    def _style(self, element: etree._Element) -> str:
        """Return the name of a paragraph's style; one with a level of its own in the outline is a heading."""
        settings = element.find("{*}pPr")
        if settings is None:
            return ""
        style, level = settings.find("{*}pStyle"), settings.find("{*}outlineLvl")
        name = _value(style, "val") if style is not None else ""
        name = self._styles.get(name, name.lower())
        if level is not None and _value(level, "val") in "012345678" and name in ("", "normal"):
            return f"heading {int(_value(level, 'val')) + 1}"
        return name


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}vanish")
    return mark is not None and _value(mark, "val") not in ("0", "false", "off")


def _properties(parts: _Parts) -> Properties:
    tree = parts.tree("docProps/core.xml")
    if tree is None:
        return Properties()
    said = {_kind(element): (element.text or "").strip() for element in tree}
    return Properties(said.get("title", ""), said.get("creator", ""))


def _kind(element: etree._Element) -> str:
    """Return an element's name without its namespace, which differs between the forms of the format."""
    return str(element.tag).rpartition("}")[2]


def _value(element: etree._Element, name: str) -> str:
    """Return an attribute whatever its namespace, "" where it is missing."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
