"""An Arabic name in an English line keeps its place, and so do its neighbours."""

from desktop_app.ui.bidi import isolated, joined, runs_from_the_right


def test_a_name_from_the_right_is_set_apart() -> None:
    """Without isolation, "المرسى · 13 Mar 2024" is shown as "Mar 2024 13 · المرسى"."""
    assert isolated("المرسى") == "\u2068المرسى\u2069"
    assert isolated("Orla Post") == "Orla Post"


def test_each_piece_of_a_line_keeps_together() -> None:
    """Without isolation, a line that begins in Arabic shows its date as "Mar 2024 13"."""
    assert joined(["المرسى", "", "13 Mar 2024"]) == "\u2068المرسى\u2069 · \u206813 Mar 2024\u2069"
    assert joined(["Orla Post", "13 Mar 2024"]) == "Orla Post · 13 Mar 2024"


def test_the_first_letter_tells_the_direction() -> None:
    """Digits and quotation marks belong to both directions."""
    assert runs_from_the_right("«1200 شخص» in Velmark")
    assert not runs_from_the_right("“1200” people in فيلمارك")
    assert not runs_from_the_right("2024")
