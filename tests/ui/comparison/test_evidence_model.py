"""The model says in words what the table paints: silence, marks, and what is the user's."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.comparison.evidence_model import EvidenceModel


@pytest.fixture
def model(dressed, flood) -> EvidenceModel:
    articles, comparison = flood
    model = EvidenceModel()
    model.show(comparison.of("figures"), "figures", articles)
    return model


def said(model: EvidenceModel, row: int, column: int, role: Qt.ItemDataRole) -> str:
    return model.data(model.index(row, column), role)


def test_each_report_has_a_column_under_its_source_and_date(model: EvidenceModel) -> None:
    """Heads are brief where the same stands right below them."""
    across = Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in range(4)] == [
        "What the reports say",
        "Orla Post\n12 Mar 2024",
        "Velmark Courier\n13 Mar 2024",
        "Radio Tessin\ndate unknown",
    ]
    model.brief = True
    assert model.headerData(1, across) == "Orla Post"


def test_a_silent_report_is_said_to_be_silent(model: EvidenceModel) -> None:
    """“Not reported” is no denial, and no empty cell."""
    assert said(model, 1, 3, Qt.ItemDataRole.DisplayRole) == "not reported"


def test_a_screen_reader_hears_matter_report_words_and_mark(model: EvidenceModel, flood) -> None:
    """A cell makes sense by itself."""
    role = Qt.ItemDataRole.AccessibleTextRole
    assert said(model, 1, 2, role).startswith("people fled, Velmark Courier: About 900 people fled")
    assert said(model, 1, 2, role).endswith("(differs)")
    model.show([replace(model.rows[1], by="user")], "figures", flood[0])
    assert said(model, 0, 0, role) == "people fled: differs, yours"


def test_the_reasons_are_under_the_mouse(model: EvidenceModel) -> None:
    """What a row rests on, on demand."""
    assert said(model, 1, 0, Qt.ItemDataRole.ToolTipRole) == "people fled\nSame thing: people."


def test_names_are_not_coloured_and_wordings_show_what_they_share(model: EvidenceModel, flood) -> None:
    """A spelling is no dispute; a quotation worded otherwise is green but for the words that differ."""
    articles, comparison = flood
    row = comparison.of("figures")[1]
    assert model.colours(row) == ("differs", "differs_line")
    model.show(comparison.of("names"), "names", articles)
    assert model.colours(row) == ("", "")
    model.show(comparison.of("quotations"), "quotations", articles)
    assert model.colours(row) == ("shared", "differs_line")
    assert [piece.text for piece in model.cell(0, 0) if piece.tone == "changed"] == ["at all"]


def test_what_is_held_against_others_has_more_lines(model: EvidenceModel, flood) -> None:
    """A wording that only one report has is read in the text; one that differs is to be seen."""
    articles, comparison = flood
    row = comparison.of("quotations")[0]
    alone = replace(row, mark="only-here", cells=(row.cells[0], (), ()))
    model.show([row, alone], "quotations", articles)
    assert model.lines_of(0) > model.lines_of(1)


def test_a_report_without_capitals_is_not_said_to_name_nobody(flood, report) -> None:
    """Names are not looked for in Arabic, so that “not named” would be a claim nobody checked."""
    articles = [*flood[0][:2], report(3, "قال العمدة إن السد انهار")]
    model = EvidenceModel()
    model.show(flood[1].of("names"), "names", articles)
    assert said(model, 0, 3, Qt.ItemDataRole.DisplayRole) == "not looked for"
    assert said(model, 0, 1, Qt.ItemDataRole.DisplayRole) == "Vera Tal"
