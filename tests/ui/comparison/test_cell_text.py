"""A cell gives the words of its report, and marks what another words otherwise."""

from dataclasses import replace

import pytest

from desktop_app.core.comparison.rows import Row, Span
from desktop_app.ui.comparison.cell_text import FEWER, cell_of, held_against, plain, spellings, told_apart


def cell(flood, kind: str, number: int, article: int):
    articles, comparison = flood
    return cell_of(comparison.of(kind)[number], article, kind, articles)


def test_a_figure_stands_in_its_sentence(flood) -> None:
    """The figure is strong, the rest of its sentence around it, the next sentence left out."""
    pieces = cell(flood, "figures", 1, 0)
    assert [(piece.text, piece.tone) for piece in pieces] == [
        ("Some ", "muted"),
        ("1,200 people", "strong"),
        (" fled.", "muted"),
    ]


def test_a_long_sentence_is_cut_at_words(report) -> None:
    """What stands far from the figure is left out, and a sign says so."""
    text = "When the water had come over the wall of the old town, 900 people were led away " + "by boat " * 30
    start = text.index("900")
    found = plain(cell_of(Row("x", "same", ((Span(0, start, start + 10),),)), 0, "figures", [report(1, text)]))
    assert found.startswith("… the wall of the old town, 900 people were")
    assert found.endswith("boat …")


def test_a_silent_report_has_no_words(flood) -> None:
    """Nothing is put into the mouth of a report that says nothing."""
    assert cell(flood, "figures", 1, 2) == ()


def test_a_name_is_given_in_every_spelling_with_its_count(report) -> None:
    """A spelling that comes twice says so."""
    articles = [report(1, "Wera Tahl came. Ms Tahl left. Ms Tahl slept.")]
    row = Row("Tal", "same", ((Span(0, 0, 9), Span(0, 16, 23), Span(0, 30, 37)),))
    assert spellings(row, 0, articles) == [("Wera Tahl", 1), ("Ms Tahl", 2)]
    assert plain(cell_of(row, 0, "names", articles)) == "Wera Tahl · Ms Tahl ×2"


def test_several_figures_of_one_report_stand_side_by_side(report) -> None:
    """A report that gives two figures gives both, each once."""
    articles = [report(1, "It is 60 km or 50 km, that is 60 km.")]
    row = Row("x", "differs", ((Span(0, 6, 11), Span(0, 15, 20), Span(0, 30, 35)),))
    assert plain(cell_of(row, 0, "figures", articles)) == "60 km · 50 km"


@pytest.mark.parametrize(("article", "changed"), [(0, ["at all"]), (1, [])])
def test_a_quotation_marks_the_words_another_report_lacks(flood, article: int, changed: list[str]) -> None:
    """“At all” stands in the first report alone; full stops and commas are no difference."""
    articles, comparison = flood
    row = comparison.of("quotations")[0]
    found = held_against(cell(flood, "quotations", 0, article), row, article, articles)
    assert [piece.text for piece in found if piece.tone == "changed"] == changed
    assert plain(found).removesuffix(FEWER) == plain(cell(flood, "quotations", 0, article))


def test_a_quotation_names_who_is_said_to_have_said_it(flood) -> None:
    """The words beside a quotation stay with it, as that report spells the name."""
    assert plain(cell(flood, "quotations", 0, 0)).endswith("said Vera Tal.")
    assert plain(cell(flood, "quotations", 0, 1)).startswith("Ms Tahl said:")


def test_a_translation_is_not_marked_word_for_word(report) -> None:
    """Two wordings without a word in common would be marked from end to end, which tells nothing."""
    articles = [report(1, "We had no time"), report(2, "Wir hatten keine Zeit")]
    row = Row("x", "differs", ((Span(0, 0, 14),), (Span(1, 0, 21),)))
    found = held_against(cell_of(row, 0, "passages", articles), row, 0, articles)
    assert {piece.tone for piece in found} == {"plain"}


def test_what_differs_is_seen_after_a_long_stretch_that_is_alike(report) -> None:
    """The middle of what is alike is left out; the report that quotes less says so in words."""
    alike = "We had no time to lower the boards of the old gate " + "and the water rose and rose " * 5
    articles = [report(1, alike), report(2, f"{alike}and nobody came")]
    spans = tuple((Span(n, 0, len(kept.article.text.rstrip())),) for n, kept in enumerate(articles))
    row = Row("x", "differs", spans)
    shorter, longer = (held_against(cell_of(row, n, "passages", articles), row, n, articles) for n in (0, 1))
    assert [piece.text for piece in longer if piece.tone == "changed"] == ["and nobody came"]
    assert len(plain(longer)) < 100
    assert plain(shorter).endswith("(fewer words)")


def test_a_statement_shows_the_words_it_has_in_common(report) -> None:
    """Else nobody sees why two sentences stand side by side; other words that hold them are no such words."""
    text = "When the rain had gone on for nine days and no end of it was in sight, the repainted dam broke in pain."
    articles = [report(1, text), report(2, "A dam in pain.")]
    row = Row("dam · pain", "differs", ((Span(0, 0, len(text)),), (Span(1, 0, 14),)))
    cell = cell_of(row, 0, "statements", articles)
    assert [piece.text for piece in cell if piece.tone == "strong"] == ["dam", "pain"]
    assert plain(cell).startswith("… ")


def test_reports_of_one_source_are_told_apart(flood) -> None:
    """By their dates, or where these are alike or unknown by their titles; others go by the source alone."""
    articles = [replace(kept, article=replace(kept.article, source="Orla Post")) for kept in flood[0]]
    assert told_apart(articles) == ["Orla Post, 12 Mar 2024", "Orla Post, 13 Mar 2024", "Orla Post"]
    same_day = [replace(kept, article=replace(kept.article, published="2024-03-12")) for kept in articles[:2]]
    assert told_apart(same_day) == ["Report 0", "Report 1"]
    assert told_apart([same_day[0], same_day[0]]) == ["Report 0 (1)", "Report 0 (2)"]
    assert told_apart(flood[0]) == ["Orla Post", "Velmark Courier", "Radio Tessin"]
