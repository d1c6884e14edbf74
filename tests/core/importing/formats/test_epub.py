"""Books become the articles they hold, each with what the book says of it."""

import pytest

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.epub import read
from tests.core.importing.containers import packed

STORY = (
    "The bridge over the Orla is open at last, three years after the flood took the old one, and cars may cross it."
)
OTHER = (
    "The ferry at Velmark goes on until the autumn, for those who would rather sit than walk, said the captain "
    "on Monday."
)
DATA = "<dc:title>Orla Review 4</dc:title><dc:creator>Ida Marsh</dc:creator><dc:language>en-GB</dc:language>"


def page(body: str, head: str = "<title>x</title>") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head>'
        f"<body>{body}</body></html>"
    )


def book(pages: dict[str, str], contents: dict[str, str], data: str = DATA, **members: str) -> bytes:
    """Return a book of these pages in this order, and a table of contents: file, label."""
    items = "".join(
        f'<item id="{name}" href="text/{name}" properties="{name.partition(".")[0]}"/>' for name in pages
    )
    entries = "".join(f'<itemref idref="{name}"/>' for name in pages)
    points = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="text/{name}#top"/></navPoint>'
        for name, label in contents.items()
    )
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<metadata>{data}</metadata><manifest>{items}<item id="ncx" href="toc.ncx" '
        f'media-type="application/x-dtbncx+xml"/></manifest><spine>{entries}</spine></package>'
    )
    return packed(
        {
            "META-INF/container.xml": '<container><rootfile full-path="OPS/book.opf"/></container>',
            "OPS/book.opf": package,
            "OPS/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>",
            **{f"OPS/text/{name}": content for name, content in pages.items()},
            **members,
        }
    )


def articles(pages: dict[str, str], contents: dict[str, str], data: str = DATA) -> list[Article]:
    return read(book(pages, contents, data), "a.epub")


def test_an_article_for_each_entry_that_holds_text() -> None:
    """Each report stands for itself; a file that goes on is part of it; the cover is furniture beside it."""
    found = articles(
        {
            "cover.xhtml": page("<p>Orla Review</p>"),
            "1.xhtml": page(f"<h2>The bridge</h2><p>By Ann Roe</p><p>{STORY}</p>"),
            "1b.xhtml": page(f"<h3>Costs</h3><p>{OTHER}</p>"),
            "2.xhtml": page(f"<p>{OTHER}</p>"),
            "end.xhtml": page("<p>Printed in Velmark</p>"),
        },
        {"cover.xhtml": "Cover", "1.xhtml": "Bridge", "2.xhtml": "The ferry", "end.xhtml": "Imprint"},
    )
    assert [article.title for article in found] == ["The bridge", "The ferry"]
    assert [article.byline for article in found] == ["Ann Roe", "Ida Marsh"]
    assert found[0].of("furniture") == ["Orla Review"]
    assert OTHER in found[0].body
    assert "Costs" in found[0].body
    assert found[1].of("furniture") == ["Printed in Velmark"]
    assert {(article.source, article.language) for article in found} == {("Orla Review 4", "en")}
    assert found[1].evidence["title"] == "the book’s table of contents"


def test_a_book_of_one_article() -> None:
    """A single report is named by itself, or else by its book; its source is the publisher."""
    data = f"{DATA}<dc:publisher>Harbour Wire</dc:publisher><dc:source>https://harbour.example/bridge</dc:source>"
    found = articles({"a.xhtml": page(f"<p>{STORY}</p>"), "b.xhtml": page(f"<p>{OTHER}</p>")}, {}, data)
    assert len(found) == 1
    assert (found[0].title, found[0].source) == ("Orla Review 4", "Harbour Wire")
    assert found[0].url == "https://harbour.example/bridge"
    assert OTHER in found[0].body


def test_without_contents_headings_begin_articles() -> None:
    """A book whose contents are missing is cut where a file has a heading."""
    found = articles(
        {"a.xhtml": page(f"<h1>Bridge</h1><p>{STORY}</p>"), "b.xhtml": page(f"<h1>Ferry</h1><p>{OTHER}</p>")}, {}
    )
    assert [article.title for article in found] == ["Bridge", "Ferry"]


def test_contents_as_a_page() -> None:
    """Newer books write their contents as a page, which is no article."""
    links = '<li><a href="1.xhtml">One</a></li><li><a href="2.xhtml#a">Two</a></li>'
    found = articles(
        {
            "nav.xhtml": page(f'<nav epub:type="toc"><ol>{links}</ol></nav>'),
            "1.xhtml": page(f"<p>{STORY}</p>"),
            "2.xhtml": page(f"<p>{OTHER}</p>"),
        },
        {},
    )
    assert [article.title for article in found] == ["One", "Two"]
    assert found[0].of("furniture") == ["One", "Two"]


def test_elements_closed_at_once() -> None:
    """What is empty in XML would be open in HTML, and swallow the text."""
    found = articles({"a.xhtml": page(f'<a id="x"/><p>{STORY}</p>', "<title/><script src='x'/>")}, {})
    assert found[0].body == STORY


def test_lines_that_turn_the_pages() -> None:
    """The links programs set around each report are furniture."""
    body = f'<p><a href="2.xhtml">Next</a> | <a href="0.xhtml">Contents</a></p><h1>Bridge</h1><p>{STORY}</p>'
    assert articles({"a.xhtml": page(body)}, {})[0].of("furniture") == ["Next | Contents"]


@pytest.mark.parametrize(
    ("data", "published"),
    [
        ('<dc:date opf:event="publication">2016-05-14</dc:date>', "2016-05-14"),
        ('<dc:date opf:event="modification">2016-05-14</dc:date>', None),
        ("<dc:date>2016-05-14</dc:date>", None),
        ('<dc:date>2016-05-14</dc:date><meta property="dcterms:modified">2016-05-14T10:00:00Z</meta>', None),
        (
            '<dc:date>2016-05-14</dc:date><meta property="dcterms:modified">2020-01-02T10:00:00Z</meta>',
            "2016-05-14",
        ),
    ],
)
def test_the_day_of_publication(data: str, published: str | None) -> None:
    """Only what is said to be the publication counts, not the day a program made the book."""
    assert articles({"a.xhtml": page(f"<p>{STORY}</p>")}, {}, DATA + data)[0].published == published


@pytest.mark.parametrize("creator", ["<dc:creator>Orla Review</dc:creator>", "<dc:creator>calibre</dc:creator>",
    '<dc:creator opf:role="edt">Ed Itor</dc:creator>'])  # fmt: skip
def test_who_is_no_author(creator: str) -> None:
    """The magazine, the program and the editor did not write the report."""
    data = f"<dc:title>Orla Review 4</dc:title>{creator}"
    assert articles({"a.xhtml": page(f"<p>{STORY}</p>")}, {}, data)[0].byline is None


def test_refusals() -> None:
    """Books that are protected, empty or none are refused in a sentence."""
    pages = {"a.xhtml": page(f"<p>{STORY}</p>")}
    listed = '<encryption><CipherReference URI="OPS/text/a.xhtml"/></encryption>'
    for original, code in (
        (book(pages, {}, **{"META-INF/encryption.xml": listed}), "protected"),
        (book({"a.xhtml": page("")}, {}), "no_text"),
        (packed({"x": ""}), "damaged"),
    ):
        with pytest.raises(UnreadableFile) as error:
            read(original, "a.epub")
        assert error.value.code == code
    fonts = '<encryption><CipherReference URI="OPS/font.otf"/></encryption>'
    assert read(book(pages, {}, **{"META-INF/encryption.xml": fonts}), "a.epub")
