"""References become articles: what they state is taken, and that they hold no article is said."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.pieces import Stated
from desktop_app.core.importing.formats.references import NO_TEXT, attachments, read

RIS = """
1.
TY  - NEWS
TI  - Velmark opens bridge
AU  - Marsh, Ida
AU  - Reyl, Tomas
T2  - Orla Post
DA  - 2024/05/14/
PY  - 2024
UR  - https://orlapost.example/1
LA  - en
AB  - The bridge over the Orla is open,
      the council said.
KW  - bridge
L1  - files/12/bridge.pdf
ER  -

TY  - NEWS
T1  - Ferry stops
Y1  - 2024//
ER  -
"""
BIB = r"""
@article{marsh, title = {Velmark opens {B}ridge}, author = {Marsh, Ida and R{\'e}yl, Tomas},
  journal = "Orla Post", year = 2024, month = may, day = 14, url = {https://orlapost.example/1},
  abstract = {The bridge is open.},
  file = {Full Text:files/12/bridge.pdf:application/pdf;C\:\\saved\\page.html:C\:\\saved\\page.html:text/html}}
"""


def test_a_reference_in_ris() -> None:
    """Each tag is a fact with its evidence, the abstract the body, the rest kept beside it."""
    first, second = read(RIS.encode(), "list.ris")
    assert (first.title, first.byline, first.source) == (
        "Velmark opens bridge",
        "Marsh, Ida; Reyl, Tomas",
        "Orla Post",
    )
    assert (first.published, first.url, first.language) == ("2024-05-14", "https://orlapost.example/1", "en")
    assert first.evidence["published"] == "the reference: DA “2024/05/14/”"
    assert first.of("body") == ["The bridge over the Orla is open,", "the council said."]
    assert {"Type: NEWS", "Keyword: bridge", "File: files/12/bridge.pdf"} <= set(first.of("furniture"))
    assert first.warnings == ()
    assert (second.title, second.published, second.warnings) == ("Ferry stops", "2024", (NO_TEXT,))


def test_a_reference_in_bibtex() -> None:
    """Year, month and day are put together; TeX becomes text."""
    (found,) = read(BIB.encode(), "list.bib")
    assert (found.title, found.byline, found.source) == (
        "Velmark opens Bridge",
        "Marsh, Ida; Réyl, Tomas",
        "Orla Post",
    )
    assert (found.published, found.body) == ("2024-05-14", "The bridge is open.")
    assert found.evidence["published"] == "the reference: YEAR “2024”, MONTH “5”, DAY “14”"


def test_the_files_beside_a_reference() -> None:
    """What the reference states can complete the article in the file it names."""
    ((path, facts),) = attachments(RIS.encode(), "list.ris")
    assert path == "files/12/bridge.pdf"
    assert facts["source"] == Stated("Orla Post", "the reference: T2")
    assert facts["published"].value == "2024-05-14"
    assert [path for path, _ in attachments(BIB.encode(), "list.bib")] == [
        "files/12/bridge.pdf",
        "C:\\saved\\page.html",
    ]
    assert attachments(b"TY  - NEWS\nL1  - https://orlapost.example/1.pdf\nER  - \n", "x.ris") == []


def test_ris_is_read_loosely() -> None:
    """Missing ends, other spaces, and tags nobody knows."""
    found = read(b"TY - NEWS\r\nTI - Ferry\r\nTY - NEWS\r\nXX - odd\r\nTI - Bridge", "list.ris")
    assert [article.title for article in found] == ["Ferry", "Bridge"]
    assert "XX: odd" in found[1].of("furniture")


@pytest.mark.parametrize("year", ["n.d.", "0000", "2024/13/40"])
def test_a_date_that_is_none(year: str) -> None:
    """An impossible day is not set; at most its year is."""
    (found,) = read(f"TY  - NEWS\nTI  - Ferry\nPY  - {year}\nER  - \n".encode(), "list.ris")
    assert found.published in (None, "2024")


def test_no_references() -> None:
    """A file of another kind is refused with a sentence."""
    with pytest.raises(UnreadableFile) as error:
        read(b"A letter about bridges.", "list.ris")
    assert error.value.code == "no_text"
