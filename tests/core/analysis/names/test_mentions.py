"""Names are found where they are written: runs of capitals, lists, and words of scripts without capitals."""

import pytest

from desktop_app.core.analysis.names.mentions import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor Omar al-Gasri said that J. R. Velmar’s men left.", ["Omar al-Gasri", "J. R. Velmar"]),
        ("In Velmark, Abd al-Rahman ibn Abi Tessin wept.", ["Velmark", "Abd al-Rahman ibn Abi Tessin"]),
        ("Вчера Сергей Орлов приехал в Тессин.", ["Вчера Сергей Орлов", "Тессин"]),
        ("GASRI, 'Umar Abd-al-Aziz", ["GASRI, 'Umar Abd-al-Aziz"]),
        ("gasri", ["gasri"]),
        ("The lock broke.\nOrlan, Pavel\nvan der Velm, Anna\n", ["Orlan, Pavel", "van der Velm, Anna"]),
        ("قال عمر القصري أمس في المدينة", ["قال", "عمر", "القصري", "أمس", "في", "المدينة"]),
        ("عمر القصري", ["عمر القصري"]),
        ("Orlan (a.k.a. the Heron)", ["Orlan (a.k.a. the Heron)"]),
        ("", []),
    ],
)
def test_what_is_taken_for_a_name(text: str, names: list[str]) -> None:
    """These are the spellings a search is answered with, so they stand as in the text."""
    assert list(names_in(text)) == names


def test_a_headline_is_no_name() -> None:
    """A line with small words in it, among others, gives only the names in it."""
    assert list(names_in("Gasri leaves Velmark\n\nThe mayor left.")) == ["Gasri", "Velmark"]
