"""News documents in XML state what they state; any other XML is read by its words."""

import pytest

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.xml import read

NITF = """<nitf><head><title>slug-1</title><docdata><date.issue norm="20160514T101500+0200"/></docdata>
<pubdata name="Harbour Wire"/></head><body><body.head><hedline><hl1>Bridge opens</hl1><hl2>After nine years</hl2>
</hedline><byline>By <person>Ida Marsh</person><byttl>Staff writer</byttl></byline>
<dateline><location>Velmark</location>, May 14</dateline></body.head>
<body.content><p>The bridge over the <location>Orla</location> is open.</p>
<media><media-caption>The bridge.</media-caption></media><p>It took years.</p></body.content>
<body.end><tagline>Write to the desk</tagline></body.end></body></nitf>"""
ITEM = """<newsItem xml:lang="en-GB"><rightsInfo><copyrightNotice>(c) 2016</copyrightNotice></rightsInfo><itemMeta>
<provider literal="Harbour Wire"/><firstCreated>2016-05-14T10:00:00Z</firstCreated>
<versionCreated>{}T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Bridge opens</headline>
<by>By Ida Marsh</by></contentMeta><contentSet><inlineXML><html><body><h1>Bridge opens</h1>
<p>The bridge over the <b>Orla</b> is open.</p></body></html></inlineXML></contentSet></newsItem>"""
FACTIVA = """<article><baseLanguage>EN</baseLanguage><headline><paragraph>{}</paragraph></headline>
<leadParagraph>The Orla rose.</leadParagraph><publicationDate><date>2016-05-14</date></publicationDate>
<sourceName>Orla Post</sourceName></article>"""


def parts(article: Article) -> list[tuple[str, str]]:
    return [(part.role, article.text[part.start : part.end]) for part in article.parts]


def test_nitf_is_read() -> None:
    """Each element has its role, and the data state the facts."""
    (found,) = read(NITF.encode(), "a.xml")
    assert parts(found) == [
        ("furniture", "slug-1"), ("title", "Bridge opens"), ("body", "After nine years"),
        ("byline", "By Ida Marsh"),
        ("byline", "Staff writer"), ("dateline", "Velmark, May 14"), ("body", "The bridge over the Orla is open."),
        ("caption", "The bridge."), ("body", "It took years."), ("furniture", "Write to the desk"),
    ]  # fmt: skip
    assert (found.title, found.byline, found.dateline) == ("Bridge opens", "Ida Marsh", "Velmark")
    assert (found.source, found.published) == ("Harbour Wire", "2016-05-14")
    assert found.evidence["published"] == "the document’s date.issue: “20160514T101500+0200”"


def test_newsml_is_read() -> None:
    """Each item of a message is an article; a headline in both data and story is shown once."""
    message = f"<newsMessage><itemSet>{ITEM.format('2016-05-14') * 2}</itemSet></newsMessage>"
    found, _ = read(message.encode(), "a.xml")
    assert (found.title, found.byline, found.source) == ("Bridge opens", "Ida Marsh", "Harbour Wire")
    assert (found.published, found.language) == ("2016-05-14", "en")
    assert parts(found)[-2:] == [("title", "Bridge opens"), ("body", "The bridge over the Orla is open.")]
    assert found.text.count("Bridge opens") == 1


def test_an_item_sent_again_on_another_day_states_no_day() -> None:
    """Which of two days is that of publication nobody can tell."""
    assert read(ITEM.format("2016-05-16").encode(), "a.xml")[0].published is None


def test_databases_are_read_article_by_article() -> None:
    """One file of a newspaper database holds many articles."""
    original = f"<r>{FACTIVA.format('Flood')}{FACTIVA.format('Ferry')}</r>"
    found = read(original.encode(), "a.xml")
    assert [(one.title, one.source, one.published, one.body) for one in found] == [
        (title, "Orla Post", "2016-05-14", "The Orla rose.") for title in ("Flood", "Ferry")
    ]


def test_scanned_pages_are_read() -> None:
    """The words of a scan stand in attributes; one broken at the end of a line is whole again."""
    words = (
        '<String CONTENT="The"/><String CONTENT="brid" SUBS_TYPE="HypPart1" SUBS_CONTENT="bridge"/>'
        '<HYP CONTENT="-"/></TextLine><TextLine>'
        '<String CONTENT="ge" SUBS_TYPE="HypPart2" SUBS_CONTENT="bridge"/><String CONTENT="is"/>'
    )
    block = f"<TextBlock><TextLine>{words}</TextLine></TextBlock>"
    alto = f'<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>{block * 2}</Layout></alto>'
    (found,) = read(alto.encode(), "a.xml")
    assert (parts(found), found.title) == ([("body", "The bridge is")] * 2, None)


def test_other_documents_are_read_by_their_words() -> None:
    """Whatever a program calls its elements, the words are there."""
    (found,) = read(b"<minutes><title>On the bridge</title><item>It <i>is</i> open.</item></minutes>", "a.xml")
    assert (found.title, found.body) == ("On the bridge", "It is open.")


def test_a_document_without_words_is_refused() -> None:
    """A sentence says so."""
    with pytest.raises(UnreadableFile, match="no text"):
        read(b"<a><b/></a>", "a.xml")
