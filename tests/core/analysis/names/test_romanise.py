"""Names of other alphabets come out in letters that can be laid beside Latin spellings."""

import pytest

from desktop_app.core.analysis.names.romanise import romanised, unvowelled


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Šeno Čapek-Ørsted", "sheno chapek-orsted"),
        ("Mu'ammar al-Gasrī", "muammar al-gasri"),
        ("ʿAbd", "abd"),
        ("Жданов Щукин", "zhdanov shchukin"),
        ("Європа", "yevropa"),
        ("Μπότσαρης", "botsaris"),
        ("القصري", "al qsri"),
        ("وليد", "wlid"),
        ("أوباما", "ubama"),
        ("מחמוד ג׳אבר", "mkhmud jabr"),
        ("ג'אבר", "jabr"),
        ("გორი", "gori"),
        ("Երևան", "erevan"),
        ("김", "kim"),
        ("東京", "東京"),
    ],
)
def test_each_alphabet_has_its_letters(written: str, latin: str) -> None:
    """A table that is lost or shifted by a letter would make every name of an alphabet unfindable."""
    assert romanised(written) == latin


def test_written_vowel_marks_change_nothing() -> None:
    """A name with its Arabic vowels marked is the same name."""
    assert romanised("مُحَمَّد") == romanised("محمد")


def test_which_alphabets_leave_vowels_out() -> None:
    """Only there may vowels be missing at little cost."""
    assert unvowelled("محمد")
    assert unvowelled("דוד")
    assert not unvowelled("Давид")
    assert not unvowelled("David")
