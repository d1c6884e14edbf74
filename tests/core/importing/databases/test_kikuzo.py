"""Exports of Kikuzo become articles."""

from desktop_app.core.importing.databases.entry import WITHHELD
from desktop_app.core.importing.databases.kikuzo import read_page


def article(edition: str, story: str) -> str:
    """Return the mark-up of an article: a table of facts, and one of the headline and the story."""
    facts = ["00101", "<nobr>2024年</nobr><nobr>05月14日</nobr>", edition, "１総", "007", "00092文字"]
    cells = "".join(f'<td class="topic-list">{fact}</td>' for fact in facts)
    return f"""<table class="topic-inside"><tr><td><table class="topic-list"><tr>
<th class="topic-list">発行日</th></tr><tr>{cells}</tr></table></td></tr></table>
<table class="topic-detail"><tr><td><span class="font002">
橋が開通　ヴェルマーク</span><br></td></tr><tr><td><span class="font003">{story}</span></td></tr></table>"""


STORY = '<div class="detail001">\n　オルラ川の<span style="color:black">橋</span>が開通した。<br>　無料だ。</div>'
WITHOUT = "※表示できません。"
PAGE = f"聞蔵II{article('朝刊', STORY)}<hr>{article('ＡＥＲＡ', STORY)}<hr>{article('夕刊', WITHOUT)}"


def test_articles() -> None:
    """Day, headline and paragraphs are found, in a newspaper and in a magazine of the house."""
    found = read_page(PAGE.encode())
    assert [one.source for one in found] == ["朝日新聞", "ＡＥＲＡ", "朝日新聞"]
    assert (found[0].title, found[0].published) == ("橋が開通 ヴェルマーク", "2024-05-14")
    assert found[0].of("body") == ["オルラ川の橋が開通した。", "無料だ。"]


def test_a_text_that_is_withheld() -> None:
    """What the database may not show is an article without a story, and the reader is told."""
    found = read_page(PAGE.encode())[2]
    assert (found.body, found.warnings) == ("", (WITHHELD,))
    assert WITHOUT in found.text


def test_no_export() -> None:
    """Forums have topic lists, too."""
    assert read_page(b'<table class="topic-list"><td>topic-detail detail001</table>') == []
