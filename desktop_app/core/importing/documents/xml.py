"""XML as it is found: decoded, mended and parsed, and the words in its elements."""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from desktop_app.core.importing.decoding.encoding import Decoded, decode, text_of
from desktop_app.core.importing.documents.packed import parse_xml

# What makes a paragraph of its own even between words.
BLOCKS = frozenset(
    {"p", "para", "paragraph", "div", "block", "section", "body", "table", "tr", "td", "th", "ul", "ol", "dl", "li",
     "dt", "dd", "br", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hr", "pre", "fn", "blockquote", "media",
     "caption", "figure", "lb", "byttl"}
)  # fmt: skip

_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding=["']([\w.-]+)""")
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def document(original: bytes, name: str) -> tuple[etree._Element, Decoded]:
    """Return the tree of an XML file and how it was decoded; raises UnreadableFile where it is no XML."""
    found = _DECLARED.search(original[:1024])
    decoded = decode(original, found[1].decode("ascii") if found else None)
    text = _DECLARATION.sub("", text_of(decoded, name), count=1)
    text = _ENTITY.sub(lambda entity: unescape(entity.group()), _NOT_XML.sub("", text))
    return parse_xml(text.strip().encode("utf-8", "replace"), name), decoded


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace, "" for what is no element."""
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def said(element: etree._Element) -> str:
    """Return the words in an element, on one line."""
    return " ".join(_words(element).split())


def blocks(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the paragraphs in an element, each with the element it stands in."""
    gathered = [element.text or ""]
    mixed = any((words or "").strip() for words in (element.text, *(child.tail for child in element)))
    for child in element:
        if mixed and (not local(child) or all(local(inner).lower() not in BLOCKS for inner in child.iter())):
            gathered.append(_words(child))
        elif local(child):
            yield from _paragraphs(gathered, element)
            yield from blocks(child)
            gathered = []
        gathered.append(child.tail or "")
    yield from _paragraphs(gathered, element)


def _words(element: etree._Element) -> str:
    """Return the words in an element; an entity nobody explains stands for itself."""
    return "".join(map(str, element.itertext())) if local(element) else element.text or ""


def _paragraphs(gathered: list[str], element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for paragraph in re.split(r"\n\s*\n", "".join(gathered)):
        if words := " ".join(paragraph.split()):
            yield words, element
