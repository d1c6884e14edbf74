"""Exports of Lexis Advance and Nexis Uni become articles."""

from desktop_app.core.importing.databases.lexis import read_lines

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
HEAD = ["Bridge opens in Velmark", "Orla Post (Velmark) - Final Edition", "May 14, 2024 Tuesday"]
LABELS = ["Copyright 2024 Orla Post All Rights Reserved", "Section:\xa0NEWS; Pg. 3", "Length:\xa0355 words",
          "Byline:\xa0Ida Marsh", "Highlight:\xa0Three years of waiting are over."]  # fmt: skip
ARTICLE = [*HEAD, *LABELS, "Body", STORY, "It is free.", "Graphic", "Photo: the bridge",
           "Classification", "Language:\xa0ENGLISH", "Load-Date:\xa0May 16, 2024", "End of Document"]  # fmt: skip


def test_an_article() -> None:
    """Each line has its role; the labels below the story are furniture."""
    found = read_lines(ARTICLE)[0]
    assert (found.title, found.source, found.published) == (HEAD[0], "Orla Post (Velmark)", "2024-05-14")
    assert (found.byline, found.evidence["source"]) == ("Ida Marsh", HEAD[1])
    assert found.of("body") == ["Three years of waiting are over.", STORY, "It is free."]
    assert found.of("caption") == ["Photo: the bridge"]
    assert found.of("furniture")[-1] == "End of Document"


def test_the_cover_belongs_to_no_article() -> None:
    """A cover lists all articles above the first one."""
    cover = ["User Name: IDA", "Documents (2)", f"1.\xa0{HEAD[0]}", "Search Terms: bridge", "2. Ferry goes on"]
    second = ["Ferry goes on", *ARTICLE[1:]]
    found = read_lines([*cover, *ARTICLE, *second])
    assert [article.title for article in found] == [HEAD[0], "Ferry goes on"]
    assert found[0].text.startswith(HEAD[0])
    assert read_lines(["Date and Time: May 20, 2024", "Timeline", *ARTICLE])[0].title == HEAD[0]


def test_lines_between_newspaper_and_day() -> None:
    """The column of a blog stands there; it is neither."""
    found = read_lines([*HEAD[:2], "(Green)", *ARTICLE[2:]])[0]
    assert (found.source, found.published) == ("Orla Post (Velmark)", "2024-05-14")


def test_a_story_may_use_labels() -> None:
    """Only above and below the story does a word with a colon label a line."""
    story = ["Mayor: it is open.", "Length: 30 metres", "Copyright 2024 is a long story by now."]
    found = read_lines([*ARTICLE[:9], *story, *ARTICLE[11:]])[0]
    assert found.of("body")[1:] == story


def test_an_abstract_above_the_full_text() -> None:
    """Where both are there, the story is the full text; an abstract alone is all there is."""
    both = [*ARTICLE[:9], "ABSTRACT", "Bridge opens", "FULL TEXT", STORY, "End of Document"]
    alone = [*ARTICLE[:9], "ABSTRACT", "Bridge opens", "End of Document"]
    assert read_lines(both)[0].of("body")[1:] == [STORY]
    assert "Bridge opens" in read_lines(alone)[0].of("body")


def test_no_export() -> None:
    """A report that ends with these words is not an export for that."""
    assert read_lines(["Bridge opens in Velmark", "May 14, 2024", STORY, "End of Document"]) == []
    assert read_lines([STORY]) == []
