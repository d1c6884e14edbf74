"""Each entry of a feed is an article, whatever version the feed is in and however ill-formed."""

import pytest

from desktop_app.core.errors import Mended, UnreadableFile
from desktop_app.core.importing.formats import feed
from desktop_app.core.importing.formats.feed import read

STORY = "The bridge over the Orla is open at last. It took nine years."
CHANNEL = (
    "<channel><title>Orla &amp;amp; Post</title><link>https://orlapost.example/</link><language>en-gb</language>"
)
NAMES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(*entries: str) -> bytes:
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    return f'<rss version="2.0" {NAMES} xmlns:m="urn:media">{CHANNEL}{items}</channel></rss>'.encode()


def test_rss_entries_are_articles() -> None:
    """What the entry and its feed state is stated, with the words it rests on."""
    entry = (
        "<title>Bridge &lt;b&gt;opens&lt;/b&gt;</title><m:title>No</m:title><dc:creator>Ida Marsh</dc:creator>"
        "<link>https://orlapost.example/bridge</link><pubDate>Sat, 14 May 16 10:00:00 +0200</pubDate>"
        f"<description>The bridge over the Orla is open [...]</description>"
        f"<content:encoded><![CDATA[<p>{STORY}</p><figure><figcaption>The bridge</figcaption></figure>]]>"
        "</content:encoded>"
    )
    (found,) = read(rss(entry), "a.rss")
    assert (found.title, found.byline, found.source) == ("Bridge opens", "Ida Marsh", "Orla & Post")
    assert (found.url, found.published) == ("https://orlapost.example/bridge", "2016-05-14")
    assert (found.publisher_url, found.language) == ("https://orlapost.example", "en")
    assert found.evidence["published"] == "the entry’s pubDate: “Sat, 14 May 16 10:00:00 +0200”"
    assert [(part.role, found.text[part.start : part.end]) for part in found.parts] == [
        ("furniture", "Orla & Post"), ("title", "Bridge opens"), ("body", STORY), ("caption", "The bridge"),
        ("furniture", "Ida Marsh"), ("furniture", "Sat, 14 May 16 10:00:00 +0200"),
    ]  # fmt: skip


def test_what_stands_around_an_entry_is_its_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article has the readable text of its original; in an enormous feed each entry stands alone."""
    entries = [f"<title>Ferry {n}</title><description>Ferry {n} ran aground.</description>" for n in (1, 2, 3)]
    _, second, _ = read(rss(*entries), "a.rss")
    assert (second.title, second.body) == ("Ferry 2", "Ferry 2 ran aground.")
    assert second.of("furniture") == [
        "Orla & Post", "Ferry 1", "Ferry 1 ran aground.", "Ferry 3", "Ferry 3 ran aground.",
    ]  # fmt: skip
    monkeypatch.setattr(feed, "MOST_AROUND", 100)
    assert read(rss(*entries), "a.rss")[1].of("furniture") == []


def test_a_feed_that_only_speaks_of_itself() -> None:
    """What a feed without entries says of itself is read, and told as that."""
    (found,) = read(
        rss().replace(b"<language>", b"<description>News of the river.</description><language>"), "a.rss"
    )
    assert (found.title, found.body) == ("Orla & Post", "News of the river.")
    assert found.warnings == ("This feed has no entries; what it says of itself was read.",)


def test_entries_without_a_story_are_read_by_their_summary() -> None:
    """A summary is the story where there is none, and kept beside one that does not hold it."""
    plain, both = read(
        rss(
            f"<title>Ferry</title><description>{STORY}</description><guid>https://orlapost.example/2</guid>"
            "<author>desk@orlapost.example (Joan Bell)</author>",
            f"<description>Good news.</description><content:encoded>{STORY}</content:encoded>"
            '<guid isPermaLink="false">https://orlapost.example/3</guid><author>desk@orlapost.example</author>'
            '<source url="https://wire.example/feed">Harbour Wire</source>',
        ),
        "a.rss",
    )
    assert (plain.body, plain.url, plain.byline) == (STORY, "https://orlapost.example/2", "Joan Bell")
    assert "Good news." in both.of("furniture")
    assert both.body == STORY
    assert (both.url, both.byline, both.source) == (None, None, "Harbour Wire")


def test_atom_is_read() -> None:
    """The change of an entry is not its publication; XHTML is read as a page, text as text."""
    entry = (
        '<title type="text">a &lt; b</title><link rel="edit" href="https://w.example/e"/>'
        '<link href="https://w.example/1"/><author><name>Ida Marsh</name><email>i@w.example</email></author>'
        '<updated>2016-05-15T00:00:00Z</updated>{}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"<p>{STORY[:20]}<b>{STORY[20:]}</b></p></div></content>"
    )
    published = "<published>2016-05-14T10:00:00Z</published>"
    atom = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Wire</title>{}</feed>'.format
    entries = "".join(f"<entry>{entry.format(date)}</entry>" for date in (published, ""))
    dated, undated = read(atom(entries).encode(), "a.atom")
    assert (dated.title, dated.byline, dated.url) == ("a < b", "Ida Marsh", "https://w.example/1")
    assert (dated.body, dated.language, dated.source) == (STORY, "de", "Wire")
    assert (dated.published, undated.published) == ("2016-05-14", None)


def test_rss_1_is_read() -> None:
    """Entries may stand beside the channel, in a namespace of their own."""
    names = f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {NAMES}'
    item = f"<item><title>Flood</title><description>{STORY}</description><dc:date>2016-05-14</dc:date></item>"
    (found,) = read(f"<rdf:RDF {names}>{CHANNEL}</channel>{item}</rdf:RDF>".encode(), "a.rdf")
    assert (found.title, found.source, found.published) == ("Flood", "Orla & Post", "2016-05-14")


def test_ill_formed_feeds_are_mended() -> None:
    """Undeclared prefixes, entities of HTML and a missing end cost nothing."""
    torn = f"<rss><channel><title>Orla</title><item><title>Caf&eacute;</title><content:encoded>{STORY}"
    with pytest.warns(Mended):
        (found,) = read(torn.encode(), "a.rss")
    assert (found.title, found.body) == ("Café", STORY)


def test_a_feed_without_entries_is_refused() -> None:
    """A sentence says that there is nothing in it; an entry that says nothing is none."""
    with pytest.raises(UnreadableFile, match="without entries"):
        read(rss("<guid>1</guid>"), "a.rss")
