"""Words are found where the page draws them: turned, drawn twice, spaced out, in ligatures, off the page."""

import pypdfium2 as pdfium
import pytest

from desktop_app.core.importing.pdf.glyphs import PageWords, page_words

FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding/ToUnicode 5 0 R>>"


def read(content: str, font: str = "Helvetica", names: str = "") -> PageWords:
    """Return the words of a page of 400 by 400 points with these drawing commands.

    `names` gives letters for the glyphs, as a table of the font.
    """
    source = (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R"
        f"/Resources<</Font<</F {FONT.format(font)}>>>>>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
        f"5 0 obj<</Length {len(names)}>>stream\n{names}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pdfium.PdfDocument(source.encode("latin-1")) as document:
        page = document[0]
        try:
            return page_words(page)
        finally:
            page.close()


def texts(found: PageWords) -> list[list[str]]:
    return [[word.text for word in view.words] for view in found.views]


def test_where_words_stand() -> None:
    """A word knows its place, its size as it is seen, and whether it is bold."""
    found = read("BT /F 1 Tf 20 0 0 20 50 300 Tm (Orla Post) Tj ET", "Helvetica-Bold")
    orla, post = found.views[0].words
    assert (orla.text, post.text, orla.place, post.place) == ("Orla", "Post", 0, 1)
    assert (orla.left, orla.base, orla.size, orla.bold) == (pytest.approx(50), pytest.approx(300), 20, True)
    assert orla.right < post.left
    assert found.height == 400


def test_gaps_part_words_where_no_space_is_drawn() -> None:
    """Many programs move on instead of drawing a space."""
    assert texts(read("BT /F 12 Tf 50 300 Td [(The) -300 (bridge)] TJ ET")) == [["The", "bridge"]]


def test_letters_set_wide_are_one_word() -> None:
    """A spaced-out heading can be found by its word, and its real gaps still part."""
    found = read("BT /F 12 Tf 50 300 Td [(B) -200 (R) -200 (I) -200 (D) -800 (O) -200 (F) -200 (F)] TJ ET")
    assert texts(found) == [["BRID", "OFF"]]


def test_a_letter_drawn_twice_counts_once() -> None:
    """Bold made by drawing everything twice, a hair apart, is not read twice; doubled letters stay."""
    twice = "BT /F 12 Tf 1 0 0 1 50 300 Tm (ferry) Tj ET BT /F 12 Tf 1 0 0 1 50.4 300 Tm (ferry) Tj ET"
    assert texts(read(twice)) == [["ferry"]]
    letters = [f"BT /F 12 Tf 1 0 0 1 {50 + 7 * n + off} 300 Tm ({letter}) Tj ET" for n, letter in enumerate("ferry")
               for off in (0, 0.4)]  # fmt: skip
    assert texts(read(" ".join(letters))) == [["ferry"]]


@pytest.mark.parametrize(
    "matrix", ["0 12 -12 0 200 50", "-12 0 0 -12 300 300", "0 -12 12 0 50 300", "8 8 -8 8 50 50"]
)
def test_turned_text_is_read_in_its_own_direction(matrix: str) -> None:
    """Tables set sideways and stamps set aslant read as words, not as letters."""
    found = read(f"BT /F 1 Tf {matrix} Tm (the river Orla) Tj ET")
    assert texts(found) == [["the", "river", "Orla"]]
    words = found.views[0].words
    assert [word.left for word in words] == sorted(word.left for word in words)
    assert max(word.base for word in words) == pytest.approx(min(word.base for word in words), abs=0.1)


def test_heights_count_from_the_foot_of_the_page_as_it_is_read() -> None:
    """Also where the page is turned."""
    (word,) = read("BT /F 1 Tf 0 12 -12 0 100 50 Tm (Orla) Tj ET").views[0].words
    assert (word.left, word.base) == (pytest.approx(50), pytest.approx(300))


def test_mirrored_text_is_read_as_drawn() -> None:
    """Text printed for a transparency keeps the order of its words."""
    words = read("BT /F 1 Tf -12 0 0 12 300 300 Tm (the Orla) Tj ET").views[0].words
    assert [word.text for word in words] == ["the", "Orla"]
    assert words[0].right < words[1].left


def test_most_of_the_page_comes_first_and_what_is_off_it_last() -> None:
    """Each direction is a view of its own; what nobody can see is marked, and not lost."""
    found = read(
        "BT /F 12 Tf 1 0 0 1 50 -40 Tm (marks of the printer) Tj ET "
        "BT /F 1 Tf 0 12 -12 0 30 50 Tm (Photo: Marsh) Tj ET BT /F 12 Tf 50 300 Td (The bridge opens.) Tj ET"
    )
    assert texts(found)[0] == ["The", "bridge", "opens."]
    assert texts(found)[1] == ["Photo:", "Marsh"]
    assert [view.shown for view in found.views] == [True, True, False]


def test_invisible_text_is_read_and_counted() -> None:
    """The text behind a scan is text; that nobody sees it is known."""
    found = read("BT 3 Tr /F 12 Tf 50 300 Td (ferry) Tj ET")
    assert (texts(found), found.glyphs, found.invisible) == ([["ferry"]], 5, 5)


def test_ligatures_are_letters() -> None:
    """What the printer drew as one sign is found by its letters."""
    import typst

    source = '#set text(font: "Libertinus Serif")\nThe office is first.'
    with pdfium.PdfDocument(typst.compile(source.encode())) as document:
        page = document[0]
        try:
            assert texts(page_words(page)) == [["The", "office", "is", "first."]]
        finally:
            page.close()


def test_letters_drawn_by_one_sign_keep_their_order() -> None:
    """In Arabic two letters are often one sign, which a file names by both."""
    names = "1 beginbfchar <41> <06440627> endbfchar 2 beginbfchar <42> <0633> <43> <0645> endbfchar"
    assert texts(read("BT /F 12 Tf 50 300 Td (CAB) Tj ET", names=names)) == [["سلام"]]


def test_glyphs_without_a_name_are_counted() -> None:
    """Fonts of some programs say nothing of their letters; what is unreadable is shown as such."""
    found = read("BT /F 12 Tf 50 300 Td (AB) Tj ET", names="1 beginbfchar <41> <007F> endbfchar")
    assert (texts(found), found.glyphs, found.unknown) == ([["\ufffdB"]], 2, 1)


def test_old_numbers_of_quotes_are_quotes() -> None:
    """Some files give the signs of Windows by their old numbers."""
    assert texts(read("BT /F 12 Tf 50 300 Td (A) Tj ET", names="1 beginbfchar <41> <0092> endbfchar")) == [["’"]]
