"""An Arabic name in an English line keeps its place, and so do its neighbours."""

from desktop_app.ui.bidi import isolated, joined, quoting, runs_from_the_right


def test_a_name_from_the_right_is_set_apart() -> None:
    """Without isolation, "المرسى · 13 Mar 2024" is shown as "Mar 2024 13 · المرسى"."""
    assert isolated("المرسى") == "\u2068المرسى\u2069"
    assert isolated("Orla Post") == "Orla Post"


def test_each_piece_of_a_line_keeps_together() -> None:
    """Without isolation, a line that begins in Arabic shows its date as "Mar 2024 13"."""
    assert joined(["المرسى", "", "13 Mar 2024"]) == "\u2068المرسى\u2069 · \u206813 Mar 2024\u2069"
    assert joined(["Orla Post", "13 Mar 2024"]) == "Orla Post · 13 Mar 2024"


def test_quoted_words_have_their_marks_on_their_own_side() -> None:
    """Without isolation, “words in common: “البوابة”, “النهر”” is shown as one heap of words and marks."""
    assert quoting("words in common: “البوابة”, “النهر”, “2012”") == (
        "words in common: \u2068”البوابة“\u2069, \u2068”النهر“\u2069, “2012”"
    )
    assert quoting("given to “BBC عربي”") == "given to \u2068“BBC عربي”\u2069"
    assert quoting("given to “Vera Tal”") == "given to “Vera Tal”"


def test_a_rule_told_in_the_words_of_the_text_is_set_apart_whole() -> None:
    """What was said follows its verb also where both run from the right."""
    assert quoting("speaker: قال العمدة “…”") == "speaker: \u2068قال العمدة ”…“\u2069"
    assert quoting("speaker: “…” said Vera Tal") == "speaker: “…” said Vera Tal"
    assert quoting("the same speaker") == "the same speaker"


def test_the_first_letter_tells_the_direction() -> None:
    """Digits and quotation marks belong to both directions."""
    assert runs_from_the_right("«1200 شخص» in Velmark")
    assert not runs_from_the_right("“1200” people in فيلمارك")
    assert not runs_from_the_right("2024")
