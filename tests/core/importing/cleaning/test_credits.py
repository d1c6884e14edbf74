"""Bylines, datelines, rights and pictures are told from sentences that merely look like them."""

import pytest

from desktop_app.core.importing.cleaning.credits import (
    byline,
    dateline,
    is_picture_credit,
    is_picture_file,
    is_rights_notice,
    rights_holder,
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(Author: Orla Post Editorial Staff)", "Orla Post Editorial Staff"),
        ("By Ida Marsh", "Ida Marsh"),
        ("BY IDA MARSH AND TOMAS REYL", "IDA MARSH AND TOMAS REYL"),
        ("By Ida Marsh | 14 May 2024", "Ida Marsh"),
        ("Posted on 14 May 2024 by Ida Marsh", "Ida Marsh"),
        ("Von Ida Marsh und Tomas Reyl", "Ida Marsh und Tomas Reyl"),
        ("بقلم: سلمى الحاج", "سلمى الحاج"),
        ("מאת דנה לוי", "דנה לוי"),
        ("ByI. T. Marsh", "I. T. Marsh"),
        ("Von Ida Marsh, dpa", "Ida Marsh, dpa"),
        ("Verfasst von: Ida Marsh | 14. Mai 2024", "Ida Marsh"),
        ("Veröffentlicht am 14. Mai 2024 von idamarsh", "idamarsh"),
        ("Posted in Weather by idamarsh on 14 May 2024", "idamarsh"),
        ("von Ida Marsh am Dienstag, 14. Mai 2024 um 10:32 Uhr", "Ida Marsh"),
        ("mardi 14 mai 2024, par Ida Marsh", "Ida Marsh"),
        ("Eine Kolumne von Ida Marsh", "Ida Marsh"),
        ("Autoren Ida Marsh und Tomas Reyl", "Ida Marsh und Tomas Reyl"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    """The author is the name, without the word that introduces it."""
    assert byline(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Written By",
        "By Tuesday",
        "By then the river had risen.",
        "By train to Velmark",
        "Von hier an",
        "Opened in 2024 by Ida Marsh",
        "The bridge was opened on 14 May 2024 by the mayor",
        "by law on 14 May 2024",
    ],
)
def test_no_bylines(line: str) -> None:
    """A word that may introduce a name makes none."""
    assert byline(line) is None


@pytest.mark.parametrize(
    ("paragraph", "place", "agency"),
    [
        ("VELMARK, Tessin – The bridge is open.", "VELMARK, Tessin", None),
        ("VELMARK (Reuters) - The bridge is open.", "VELMARK", "Reuters"),
        ("Velmark (dpa) – Die Brücke ist offen.", "Velmark", "dpa"),
        ("ST. ORLA/VELMARK -- The bridge is open.", "ST. ORLA/VELMARK", None),
    ],
)
def test_datelines(paragraph: str, place: str, agency: str | None) -> None:
    """The place stands before the dash; an agency in brackets is told apart."""
    found = dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert paragraph[found.length :].lstrip().startswith(("The", "Die"))


@pytest.mark.parametrize("paragraph", ["The mayor – a baker – spoke.", "“OPEN” – so said the sign.", "VELMARK –"])
def test_no_datelines(paragraph: str) -> None:
    """A dash in a sentence makes no dateline, nor does a place with nothing after it."""
    assert dateline(paragraph) is None


def test_rights() -> None:
    """A notice is known by its words and names its holder; a story about rights is none."""
    notice = "News from © The Harbour Wire, . All rights reserved."
    assert is_rights_notice(notice)
    assert rights_holder(notice) == ("The Harbour Wire", "News from © The Harbour Wire")
    assert rights_holder("Copyright 2024 Orla Post. All rights reserved.") == (
        "Orla Post",
        "Copyright 2024 Orla Post",
    )
    assert rights_holder("© 2024. All rights reserved.") is None
    assert not is_rights_notice("The court ruled that copyright ends after seventy years.")


@pytest.mark.parametrize(
    "notice",
    [
        "(c) 2024 Orla Post", "Copyright Orla Post", "All RIGHTS reserved", "Alle Rechte vorbehalten.",
        "This material may not be copied.", "It may not be published, broadcast or rewritten.",
        "Todos los derechos reservados", "Tutti i diritti riservati", "RIPRODUZIONE RISERVATA",
        "Todos os direitos reservados", "Alle rechten voorbehouden", "Tous droits réservés", "Все права защищены",
    ],
)  # fmt: skip
def test_rights_in_many_languages(notice: str) -> None:
    """No formula is overlooked because a line is first looked through for a few words."""
    assert is_rights_notice(notice)


def test_pictures() -> None:
    """Credits and names of picture files are known; a sentence about a photo is none."""
    assert is_picture_credit("Photo: Harbour Wire")
    assert is_picture_credit("Photo by Ida Marsh")
    assert not is_picture_credit("Photos of the bridge were shown in the town hall on Friday.")
    assert is_picture_file("15027458_1148201955263608_8230_n")
    assert is_picture_file("bridge-1.JPG")
    assert not is_picture_file("2024")
