"""Exports of Factiva become articles, whatever the language of the interface."""

import pytest

from desktop_app.core.importing.databases.factiva import read_lines, read_page

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
NUMBER = "ORLAPO0020240514ek5e0001r"


def article(facts: list[str], language: str = "en") -> str:
    fields = "".join(f"<div>{fact}</div>" for fact in facts)
    return f"""<div id="article-{NUMBER}" class="article"><div class="article {language}Article"><p>
<div>News</div><div id="hd"><span class='{language}Headline'>Bridge opens in Velmark </span></div>
<div class="author">By Ida Marsh</div>{fields}</p><p class="articleParagraph">{STORY}</p>
<pre class="articlePre">It is free.</pre><p>Orla Press Limited</p><p>Document {NUMBER}</p></div></div>"""


@pytest.mark.parametrize(
    "facts",
    [
        ["877 words", "14 May 2024", "Orla Post", "ORLAPO"],
        ["1.877 Wörter", "14 Mai 2024", "Orla Post", "ORLAPO", "Englisch"],
        ["877 mots", "14 mai 2024", "10:31", "Orla Post", "ORLAPO"],
        ["877 palabras", "14 mayo 2024", "10:31 AM", "Orla Post"],
        ["877 слов", "14 Май 2024", "Orla Post"],
        ["877 字", "2024 年 5 月 14 日 17:04", "Orla Post", "英文"],
        ["877 語", "2024 年 5 月 14 日", "Orla Post"],
    ],
)
def test_an_article(facts: list[str]) -> None:
    """The day stands below the number of words in every language, and the newspaper below the day."""
    found = read_page(article(facts, "zhtw").encode())[0]
    assert (found.title, found.byline, found.source) == ("Bridge opens in Velmark", "Ida Marsh", "Orla Post")
    assert (found.published, found.language) == ("2024-05-14", "zh")
    assert found.of("body") == [STORY, "It is free."]
    assert found.of("furniture")[-1] == f"Document {NUMBER}"


def test_articles_stand_alone() -> None:
    """One without facts spoils no neighbour, and what stands between and below articles is in none."""
    good = article(["877 words", "14 May 2024", "Orla Post"])
    page = f"<body>Factiva{good}<div class='headline'>Web news</div>{article([])}<table><td>Terms: bridge</table>"
    found = read_page((page + good.partition("<pre")[0] + "<div class='article enArticle").encode())
    assert [one.source for one in found] == ["Orla Post", None, "Orla Post"]
    assert all("Web news" not in one.text and "Terms" not in one.text for one in found)


def test_codes_on_a_page() -> None:
    """With its indexing Factiva names each field by a code."""
    fields = {
        "SE": "News",
        "HD": "Bridge opens in Velmark",
        "BY": "Ida Marsh",
        "WC": "877 mots",
        "PD": "14 mai 2024",
        "SN": "Orla Post",
        "LP": STORY,
        "TD": "It is free.",
        "AN": f"Document {NUMBER}",
    }
    rows = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td><p>{text}</p></td></tr>" for code, text in fields.items())
    found = read_page(f'<div class="article frArticle"><table>{rows}</table></div>'.encode())[0]
    assert (found.title, found.source, found.published) == ("Bridge opens in Velmark", "Orla Post", "2024-05-14")
    assert found.of("body") == [STORY, "It is free."]


def test_codes_in_a_document() -> None:
    """In RTF a code and its field share a line, or the field has lines of its own."""
    lines = [
        "HD \tBridge opens in Velmark",
        "PD\t14 May 2024",
        "SN\tOrla Post",
        "LP",
        STORY,
        "It is free.",
        f"AN\tDocument {NUMBER}",
        "Search Summary",
    ]
    found = read_lines(lines)
    assert len(found) == 1
    assert (found[0].title, found[0].source, found[0].published) == (lines[0][4:], "Orla Post", "2024-05-14")
    assert found[0].of("body") == [STORY, "It is free."]


def test_lines_without_codes() -> None:
    """In a document nothing marks the headline: it has to be far wider than the lines around it."""
    headline = "Bridge over the Orla opens at last"
    lines = ["News", headline, "By Ida Marsh", "877 words", "14 May 2024", "Orla Post", "ORLAPO", "English"]
    lines += ["(c) 2024 Orla Press", STORY, "It is free.", "Orla Press Limited", f"Document {NUMBER}"]
    found = read_lines(lines)[0]
    assert (found.title, found.byline, found.source) == (headline, "Ida Marsh", "Orla Post")
    assert found.of("body") == [STORY, "It is free."]
    assert read_lines(["橋", "オルラ川の橋がついに開通したヴェルマーク", *lines[2:]])[0].title is not None
    assert read_lines(["News of the harbour", *lines[1:]])[0].title == headline
    assert read_lines(["News of the harbour and town", *lines[1:]])[0].title is None
    assert read_lines(["Crime", "Book Review Desk", *lines[3:]])[0].title is None


def test_no_export() -> None:
    """Web pages use such names of classes, too."""
    assert read_page(b'<div class="article"><p class="Article">The bridge is open.</p></div>') == []
    assert read_page(b'<div class="article myArticle"><p>The bridge is open.</p></div>') == []
    assert read_lines([STORY, f"Document {NUMBER}"]) == []
