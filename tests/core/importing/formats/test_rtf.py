"""Rich text documents become articles."""

from desktop_app.core.importing.formats.rtf import paragraphs, read

DOCUMENT = rb"""{\rtf1\ansi{\stylesheet{\s1 heading 1;}}{\info{\title X}{\author Ida Marsh}}
{\header Orla Post\par}\pard\s1 The bridge is open.\par\pard Ida Marsh\par
The bridge over the Orla is open at last, three years after the flood.{\footnote So the mayor.}\par}"""


def test_an_article() -> None:
    """Title, author and body are found, and the header is furniture."""
    found = read(DOCUMENT, "a.rtf")[0]
    assert (found.title, found.byline) == ("The bridge is open.", "Ida Marsh")
    assert found.of("furniture") == ["Orla Post"]
    assert found.of("body")[-1] == "So the mayor."


def test_paragraphs() -> None:
    """Who reads an export of a database gets the text without the margins."""
    assert paragraphs(DOCUMENT, "a.rtf")[0] == "The bridge is open."
