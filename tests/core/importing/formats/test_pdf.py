"""A PDF becomes an article: title and byline as its first page shows them, its properties only where they agree."""

import pytest
import typst

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats import read

STORY = "The old ferry crossed the river Orla for ninety years until the bridge was opened on Friday by the mayor. "
HEAD = "#text(size: 24pt)[Ferry on the Orla ends its service]\n\nBy Ida Marsh\n\n14 May 2024\n\n"


def article(source: str) -> Article:
    (found,) = read(typst.compile(source.encode()), "a.pdf")
    return found


def drawn(content: str) -> bytes:
    """Return a PDF of one page with these drawing commands, F its font, and a picture P."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R"
        f"/Resources<</Font<</F {font}>>/XObject<</P 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
        "5 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        "/Length 1>>stream\nx\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ).encode("latin-1")


def test_title_byline_and_date_are_those_the_page_shows() -> None:
    """The properties of a PDF tell who made the file and when, not who wrote the article and when it came out."""
    found = article(
        '#set document(title: "Orla Post 112.indd", author: "Print shop", '
        "date: datetime(year: 2020, month: 1, day: 2))\n"
        '#set text(lang: "en")\n' + HEAD + STORY * 3
    )
    assert (found.title, found.byline) == ("Ferry on the Orla ends its service", "Ida Marsh")
    assert (found.published, found.language) == ("2024-05-14", "en")
    assert found.evidence["title"] == "the heading of the first page"
    assert found.body == (STORY * 3).strip()


def test_a_title_of_the_properties_that_the_page_shows_is_the_title() -> None:
    """Also where a larger line stands above it."""
    found = article(
        '#set document(title: "Ferry on the Orla ends its service")\n'
        "#text(size: 40pt)[Orla Post for all of Velmark]\n\n" + HEAD + STORY * 3
    )
    assert found.title == "Ferry on the Orla ends its service"


def test_a_masthead_is_no_title() -> None:
    """The name of the paper stands in the largest type above the headline."""
    assert (
        article("#text(size: 30pt)[Orla Post]\n\n" + HEAD + STORY * 3).title == "Ferry on the Orla ends its service"
    )


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Ferry on the Orla ends", "Ferry on the Orla ends"),
        ("Microsoft Word - ferry.doc", None),
        ("ferry_final_2", None),
        ("Untitled", None),
    ],
)
def test_a_title_only_the_properties_know(said: str, title: str | None) -> None:
    """It is better than none, if it looks like one."""
    found = article(f'#set document(title: "{said}")\n{STORY}')
    assert found.title == title
    assert ("properties" in found.evidence.get("title", "")) == bool(title)


def test_a_language_the_text_is_not_written_in_is_not_believed() -> None:
    """Programs write their own language into every file they make."""
    assert article(f'#set text(lang: "ru")\n{STORY}').language is None


def test_prose_of_later_pages_is_story() -> None:
    """A notice of rights at the end of one page does not hide the pages after it."""
    found = article(HEAD + STORY * 9 + "\n\n© 2024 Orla Post\n#pagebreak()\n" + STORY * 2)
    assert found.of("rights") == ["© 2024 Orla Post"]
    assert found.of("body")[-1] == (STORY * 2).strip()


def test_a_page_printed_by_a_browser() -> None:
    """Its address and the day it was kept are facts of the article."""
    found = article(
        "#set document(date: datetime(year: 2024, month: 5, day: 14))\n"
        "#set page(header: [14/05/2024, 10:32 #h(1fr) Bridge], "
        'footer: [#"https://orla.example/bridge" #h(1fr) 1/1])\n' + HEAD + STORY
    )
    assert (found.url, found.captured) == ("https://orla.example/bridge", "2024-05-14")
    assert "10:32" in found.evidence["captured"]
    assert "https://orla.example/bridge" in found.evidence["url"]


def test_a_scan_is_told_and_how_to_read_it() -> None:
    """Pictures of pages are no text; the user learns what can be done."""
    with pytest.raises(UnreadableFile) as error:
        read(drawn("400 0 0 400 0 0 cm /P Do"), "a.pdf")
    assert error.value.code == "no_text"
    assert "pictures of pages but no text" in error.value.message
    assert "Tesseract" in error.value.message


def test_an_empty_page_is_told() -> None:
    """A page with nothing on it is not called a scan."""
    with pytest.raises(UnreadableFile) as error:
        read(drawn(""), "a.pdf")
    assert error.value.code == "no_text"
    assert "pictures" not in error.value.message


def test_the_text_behind_a_scan_is_read_with_a_warning() -> None:
    """It was recognised by a program, and the user is told so."""
    (found,) = read(
        drawn("400 0 0 400 0 0 cm /P Do BT 3 Tr /F .03 Tf .1 .5 Td (The bridge is open) Tj ET"), "a.pdf"
    )
    assert found.text == "The bridge is open"
    assert "OCR" in found.warnings[0]


def test_nothing_is_lost() -> None:
    """Each sign of the page is in the text, and each sign of the text in one part."""
    found = article('#set page(header: [Orla Post], numbering: "1")\n' + HEAD + STORY + "\n#pagebreak()\n" + STORY)
    assert found.text.count("Orla Post") == 2
    covered = [at for part in found.parts for at in range(part.start, part.end)]
    assert len(covered) == len(set(covered))
    assert not "".join(letter for at, letter in enumerate(found.text) if at not in set(covered)).strip()
