"""A page becomes the blocks its reader would see."""

import pytest

from desktop_app.core.importing.pages.page import blocks, called, parse, without_pictures


def seen(markup: str) -> list[str]:
    return [block.text for block in blocks(parse(markup)) if not block.hidden]


def test_blocks_in_order() -> None:
    """Paragraphs, headings, items and cells are blocks; words within them are not."""
    markup = "<h1>Bridge</h1>a<div>The <b>bridge</b>\n is  open.<p>One</p>tail</div><ul><li>x<li>y</ul><td>z"
    assert seen(markup) == ["Bridge", "a", "The bridge is open.", "One", "tail", "x", "y", "z"]


def test_line_breaks() -> None:
    """One break is a line within a block, two begin a new block."""
    assert seen("<p>a<br>b<br><br>c</p>") == ["a\nb", "c"]


def test_what_is_no_text() -> None:
    """Scripts, styles, comments and the head are not shown, and the text after them is not lost."""
    body = "a<script>x()</script>b<!-- c -->d<style>e</style><noscript>f</noscript>g"
    assert seen(f"<head><title>t</title></head><body>{body}") == ["abdg"]


@pytest.mark.parametrize("how", ["hidden", "style='color:red; display: NONE'", "style='visibility:hidden'"])
def test_hidden_blocks_are_marked(how: str) -> None:
    """What a page hides is found, but marked as hidden, with all that is inside."""
    found = blocks(parse(f"<div {how}><p>a</p></div><p>b</p>"))
    assert [(block.text, block.hidden) for block in found] == [("a", True), ("b", False)]


def test_text_is_as_shown() -> None:
    """Soft hyphens vanish, accents are one character, and old numbers mean what browsers show."""
    assert seen("<p>Vel&shy;mark cafe\u0301 &#132;auf&#147;</p>") == ["Velmark café „auf“"]


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "ul"])
def test_deep_nesting_loses_nothing(tag: str) -> None:
    """Ten thousand elements within each other neither crash nor swallow the text."""
    assert seen(f"<html><body>{f'<{tag}>' * 10_000}The bridge is open.") == ["The bridge is open."]


def test_pictures_in_the_markup_are_left_out() -> None:
    """A picture written into the page is no mark-up to be searched."""
    assert len(without_pictures(f"<img src='data:image/png;base64,{'A' * 100_000}'>")) < 30


def test_an_xml_declaration_does_no_harm() -> None:
    """XHTML that declares an encoding is parsed like any page."""
    assert seen('<?xml version="1.0" encoding="utf-16"?><html><body><p>é</p></body></html>') == ["é"]


def test_links_and_captions_are_told() -> None:
    """A block knows how much of it is link, and whether it is the caption of a figure."""
    caption = "<figure><figcaption><p>Seen</p></figcaption></figure>"
    found = blocks(parse(f"<p><a>All</a></p><p>half <a><b>link</b></a></p><p>none</p>{caption}"))
    assert [round(block.linked, 1) for block in found] == [1.0, 0.4, 0.0, 0.0]
    assert [block.caption for block in found] == [False, False, False, True]


def test_preserved_lines_stay() -> None:
    """In preformatted text a line break is one; elsewhere it is a blank."""
    assert seen("<pre>a\nb</pre><p>a\nb</p>") == ["a\nb", "a b"]


def test_what_an_element_is_called() -> None:
    """Class and id name an element; the topics a blog writes there do not."""
    element = parse("<div class='post category-comment tag-sidebar author-ida' id='main'>x</div>").find(".//div")
    assert called(element).split() == ["post", "main"]
