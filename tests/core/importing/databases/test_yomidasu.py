"""Exports of Yomidasu become articles."""

from desktop_app.core.importing.databases.yomidasu import read_page

FACTS = ["1", "2024.05.14", "橋が<span>開通</span>　", "東京夕刊", "夕二面", "02頁", "152字"]


def article(facts: list[str], story: str) -> str:
    """Return the mark-up of an article, its elements left open as in the real thing."""
    cells = "".join(f"<th>{fact}</th>" for fact in facts)
    return f"""<div id="heiseiDetailArea"><table class="contentsTable"><tr>{cells}</tr></table>
<table class="selectSearchTable"><tr><th>検索</th></tr></table></div><div id="heiseiDetailContents">
<div style="display:none">印刷</div><p class="mb10">{story}</p>"""


def test_articles() -> None:
    """Day and headline are found, and a wide space after a sentence begins a paragraph."""
    page = article(FACTS, "　オルラ川の橋　無料だ。　■歴史　三年前。") + article(FACTS[:3], "短い。")
    found = read_page(page.encode())
    assert [one.published for one in found] == ["2024-05-14"] * 2
    assert (found[0].title, found[0].source) == ("橋が開通", "読売新聞")
    assert found[0].of("body") == ["オルラ川の橋　無料だ。", "■歴史　三年前。"]
    assert found[0].of("furniture") == ["1", "東京夕刊", "夕二面", "02頁", "152字", "検索"]
    assert found[1].body == "短い。"


def test_no_export() -> None:
    """Without a day and a headline it is another page."""
    assert read_page(b'<div id="heiseiDetailArea"><table class="contentsTable"><td>1</td></table>') == []
