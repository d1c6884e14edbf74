"""A saved web page as a tree, and the blocks of text a reader of it would see."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HTMLParser, document_fromstring

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
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
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
_TOPICS = re.compile(r"\b(?:category|tag|author)-\S+")
_PARAGRAPHS = re.compile(r"\n\s*\n")
# Every element is the same kind of object to us; to ask for each which one it is takes a fifth of all the time.
_ALIKE = etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)


@dataclass(frozen=True)
class Block:
    """A run of text that a page sets as one paragraph; `element` is what encloses it.

    `linked` is the share of its characters that are links; a `caption` is that of a figure.
    """

    text: str
    element: HtmlElement
    hidden: bool
    linked: float = 0.0
    caption: bool = False


def parse(markup: str) -> HtmlElement:
    """Return the tree of a page; nesting too deep for the parser is flattened rather than lost."""
    markup = _XML_DECLARATION.sub("", markup)
    tree = _tree(markup)
    if _TOO_DEEP(tree):
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
        self._hiding: HtmlElement | None = None  # the outermost hidden element around
        self._link: HtmlElement | None = None  # the link around
        self._captions = 0  # how many of the enclosing elements are captions
        self._linked = 0  # characters of the text that are in links

    def through(self, tree: HtmlElement) -> Iterator[Block]:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                yield from self._leave(element)
            elif element.tag in NOT_TEXT:
                walk.skip_subtree()
            else:
                yield from self._enter(element)

    def _enter(self, element: HtmlElement) -> Sequence[Block]:
        tag = element.tag
        ended: Sequence[Block] = ()
        if tag == "br":
            self._text.append("\n")
        elif tag not in INLINE:
            ended = self._flush()
            self._around.append(element)
            self._captions += tag == "figcaption"
        elif tag == "a" and self._link is None:
            self._link = element
        if self._hiding is None and is_hidden(element):
            self._hiding = element
        if text := element.text:
            self._take(text if tag == "pre" else text.replace("\n", " "))
        return ended

    def _leave(self, element: HtmlElement) -> Sequence[Block]:
        tag = element.tag
        ended: Sequence[Block] = ()
        if tag not in NOT_TEXT:
            if tag not in INLINE and tag != "br":
                ended = self._flush()
                self._around.pop()
                self._captions -= tag == "figcaption"
            if element is self._hiding:
                self._hiding = None
            if element is self._link:
                self._link = None
        if text := element.tail:
            self._take(text.replace("\n", " "))
        return ended

    def _take(self, text: str) -> None:
        self._text.append(text)
        if self._link is not None:
            self._linked += len(text.strip())

    def _flush(self) -> Sequence[Block]:
        text = "".join(self._text)
        linked, self._text, self._linked = self._linked, [], 0
        if not text or text.isspace():
            return ()
        share = min(1.0, linked / len(text.strip()))
        around, hidden, caption = self._around[-1], self._hiding is not None, self._captions > 0
        return [Block(said, around, hidden, share, caption) for said in _paragraphs(text)]


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text as they are shown, two breaks between them in the mark-up."""
    if not text.isascii():
        text = normalize("NFC", text.translate(_AS_SHOWN))
    elif "\n" not in text:  # most are so, and need no more
        yield " ".join(text.split())
        return
    for paragraph in _PARAGRAPHS.split(text):
        lines = (_SPACES.sub(" ", line).strip() for line in paragraph.split("\n"))
        if said := "\n".join(filter(None, lines)):
            yield said


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a page hides an element by its own mark-up."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and bool(_HIDDEN.search(style)))


def called(element: HtmlElement) -> str:
    """Return class and id of an element, without the names of what a blog's article is about."""
    return _TOPICS.sub("", f"{element.get('class') or ''} {element.get('id') or ''}")


def _tree(markup: str) -> HtmlElement:
    # comments and the like carry no text, but their tails would be lost in the walk
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    parser.set_element_class_lookup(_ALIKE)
    try:
        tree: HtmlElement = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # so lxml calls a page of nothing but comments
        tree = document_fromstring("<html></html>")
    return tree
