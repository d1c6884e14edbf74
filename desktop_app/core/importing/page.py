"""A saved web page as a tree, and the blocks of text a reader of it would see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

NOT_TEXT = frozenset(
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "canvas",
        "select",
        "math",
        "audio",
    }
)
INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
     "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)  # fmt: skip
DEEPEST = 240  # levels; the parser drops what lies below 256
_PICTURE_DATA = re.compile(r"data:[\w/+.;=-]{0,100}base64,[A-Za-z0-9+/=%]+")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_GROUPING = re.compile(
    r"</?(?!(?:p|h[1-6]|br|title|meta|link|script|style|time|head|body|html)\b)[a-z][^>]*>", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Hints for line breaks, invisible to readers; and signs of windows-1252 given by their old numbers (HTML Standard).
_AS_SHOWN = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None} | {
    number: bytes([number]).decode("cp1252", "ignore") or "\ufffd" for number in range(0x80, 0xA0)
}
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Block:
    """A run of text that a page sets as one paragraph; `element` is what encloses it."""

    text: str
    element: HtmlElement
    hidden: bool


def parse(markup: str) -> HtmlElement:
    """Return the tree of a page; nesting too deep for the parser is flattened rather than lost."""
    markup = _XML_DECLARATION.sub("", markup)
    tree = _tree(markup)
    if _depth(tree) > DEEPEST:
        tree = _tree(_GROUPING.sub(" <br><br> ", markup))
    return tree


def without_pictures(markup: str) -> str:
    """Return mark-up without the pictures some programs write into it, which may be most of the file."""
    return _PICTURE_DATA.sub("", markup)


def blocks(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page, in order, hidden ones marked."""
    return list(_Walk().through(tree))


class _Walk:
    """One walk through a tree, gathering text until the next block begins."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._around: list[HtmlElement] = []
        self._hidden = 0  # how many of the enclosing elements are hidden

    def through(self, tree: HtmlElement) -> Iterator[Block]:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                yield from self._leave(element)
            elif element.tag in NOT_TEXT:
                walk.skip_subtree()
            else:
                yield from self._enter(element)

    def _enter(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag == "br":
            self._text.append("\n")
        elif element.tag not in INLINE:
            yield from self._flush()
            self._around.append(element)
        self._hidden += is_hidden(element)
        self._take(element.text, preserved=element.tag == "pre")

    def _leave(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag not in NOT_TEXT:
            if element.tag not in INLINE and element.tag != "br":
                yield from self._flush()
                self._around.pop()
            self._hidden -= is_hidden(element)
        self._take(element.tail, preserved=False)

    def _take(self, text: str | None, *, preserved: bool) -> None:
        if text:
            self._text.append(text if preserved else _SPACES.sub(" ", text))

    def _flush(self) -> Iterator[Block]:
        text = normalize("NFC", "".join(self._text).translate(_AS_SHOWN))
        self._text = []
        for paragraph in re.split(r"\n\s*\n", text):
            lines = (_SPACES.sub(" ", line).strip() for line in paragraph.split("\n"))
            if said := "\n".join(filter(None, lines)):
                yield Block(said, self._around[-1], self._hidden > 0)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a page hides an element by its own mark-up."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _tree(markup: str) -> HtmlElement:
    # comments and the like carry no text, but their tails would be lost in the walk
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        tree: HtmlElement = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # so lxml calls a page of nothing but comments
        tree = document_fromstring("<html></html>")
    return tree


def _depth(tree: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
