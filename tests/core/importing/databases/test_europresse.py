"""Exports of Europresse become articles, in the older mark-up and the newer."""

from desktop_app.core.importing.databases.europresse import read_page

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
HEADER = """<span class="DocPublicationName">Orla Post, no. 5968</span><br>
<span class="DocHeader">Politique, </span><span class="DocHeader">mardi </span><span class="DocHeader">14 mai 2024
</span><span class="DocHeader">, p. 3</span><br><br>"""
TABLE = f"""<table><tr><td><table id="tbHeaderImages"><tr><td></td></tr></table>{HEADER}Three years<br>
<span class="TitreArticleVisu">Bridge <b>opens</b> in Velmark</span><br><br>Ida Marsh<br><p></p>{STORY}<p></p>It is
free.<p></p><i>© 2024 Orla Post. Tous droits réservés.</i><p></p>Numéro de document : news·20240514·OP·1<br>
<table><tr><td>Date d'émission : <b>2024-10-05</b></td></tr></table></td></tr></table>"""
ARTICLE = """<article><header><div><span class="DocPublicationName">Orla Post</span></div>
<div><span class="DocHeader">Tuesday, May 14, 2024 - 10:31 UTC</span></div>
<div class="titreArticle"><p class="titreArticleVisu">Bridge opens</p></div><div class="docAuthors">Ida Marsh</div>
</header><section><div class="docOcurrContainer"><p>{0}</p></div></section>
<footer><div>Orla Press</div><div>news·20240514·OP·1</div></footer></article>"""


def test_tables() -> None:
    """The day is that of the header, not that of the certificate below."""
    first, second = read_page(f"<html><body>{TABLE}<p><br>{TABLE}</body></html>".encode())
    assert (first.title, first.source) == ("Bridge opens in Velmark", "Orla Post")
    assert (first.published, first.byline) == ("2024-05-14", "Ida Marsh")
    assert first.of("body") == ["Three years", STORY, "It is free."]
    assert first.of("furniture")[-1] == "Date d'émission : 2024-10-05"
    assert second.text == first.text


def test_articles() -> None:
    """The newer mark-up names the story and the authors."""
    found = read_page(f"<body>{ARTICLE.format(STORY)}{ARTICLE.format('It is free.')}</body>".encode())
    assert [article.body for article in found] == [STORY, "It is free."]
    assert (found[0].title, found[0].source, found[0].byline) == ("Bridge opens", "Orla Post", "Ida Marsh")
    assert found[0].published == "2024-05-14"


def test_an_article_without_a_headline() -> None:
    """A brief item has none; its story is not taken for it."""
    page = TABLE.replace("TitreArticleVisu", "x") + TABLE
    brief, other = read_page(page.encode())
    assert brief.title is None
    assert STORY in brief.body
    assert other.title == "Bridge opens in Velmark"


def test_no_export() -> None:
    """A page that names these classes in passing is left alone."""
    assert read_page(b"<p>DocPublicationName and TitreArticle</p><article>The bridge is open.</article>") == []
