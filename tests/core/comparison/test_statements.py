"""Sentences about one matter are found by what they share; the user's links come first."""

from collections.abc import Sequence

from desktop_app.core.comparison.counted import counted
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.comparison.said import Verdicts
from desktop_app.core.comparison.statements import Candidate, candidates, statement_rows
from desktop_app.core.comparison.table import Table
from tests.core.comparison.making import Made, shown, table


def rows_of(columns: Table, beside: Sequence[tuple[Span, Span]]) -> tuple[Row, ...]:
    return statement_rows(columns, [figure for report in columns.reports for figure in counted(report)], beside)


def found_in(*made: Made) -> list[Candidate]:
    reports = table(*made).reports
    return candidates(reports, [figure for report in reports for figure in counted(report)])


FLOOD = "The river Orla flooded eleven mills above Velmark before dawn."
FLOODED = "Eleven mills upstream of Velmark were inundated by the Orla at night."
OTHERS = (
    "The council met on Friday to discuss the harbour budget.",
    "A school choir sang in the market hall until late.",
    "Ticket prices for the ferry go up in spring, the operator said.",
    "Bakers in the old town hope for a mild winter.",
    "The museum shows maps drawn by sailors.",
    "A lost dog was brought back to its owner by a postman.",
)
POST = Made(FLOOD, *OTHERS[:2], *OTHERS[3:])
COURIER = Made(OTHERS[2], FLOODED)


def test_two_sentences_about_one_matter() -> None:
    """They share the rare words, synonyms included, and the reasons name them."""
    columns = table(POST, COURIER)
    (row,) = rows_of(columns, [])
    assert shown([row], columns) == [("differs", [[FLOOD], [FLOODED]])]
    assert row.label == "river Orla flooded eleven mills Velmark".replace("river ", "").replace(" ", " · ")
    assert row.reasons == ("words in common: “Orla”, “flooded”, “eleven”, “mills”, “Velmark”",)


def test_nothing_in_common() -> None:
    """Reports without a matter in common have no rows, and empty ones do not fail."""
    assert rows_of(table(Made(*OTHERS), Made(FLOOD)), []) == ()
    assert rows_of(table(Made(""), Made("Rain.")), []) == ()


def test_common_words_make_no_matter() -> None:
    """Two sentences may share many words that stand in every report."""
    one = Made("The government said on Monday that many people in the country will take part this year.", *OTHERS)
    other = Made("Many people said this year that the government of the country will take Monday off.")
    assert found_in(one, other) == []


def test_who_speaks_is_not_what_is_said() -> None:
    """Two quotations of one speaker with a long title are not about one matter for that."""
    speaker = "Mara Holm, speaker of the Velmark harbour authority"
    one = Made(f"Fish stocks are falling, said {speaker}.", *OTHERS).quotation("Fish stocks are falling", speaker)
    other = Made(f"Every boat was insured, said {speaker}.").quotation("Every boat was insured", speaker)
    for made in (one, other):
        made.name("Mara Holm", "@holm")
    assert found_in(one, other) == []


def test_the_same_figure_speaks_for_it() -> None:
    """A figure for one thing adds to the score, and is a reason."""
    plain = (
        Made("Eleven mills burnt near Velmark in the storm.", *OTHERS),
        Made("In Velmark the blaze took eleven mills."),
    )
    scored = found_in(*plain)[0].score
    for made, words in zip(plain, ("Eleven", "eleven"), strict=True):
        made.figure(words, 11, thing="mills")
    (counted,) = found_in(*plain)
    assert counted.score > scored
    assert "figures: “Eleven”" in counted.reasons


def test_a_third_report_joins() -> None:
    """It is the same row where it is like both others."""
    third = Made("Before dawn the Orla flooded eleven mills in Velmark.", "All slept well in Holm.")
    (row,) = rows_of(table(POST, COURIER, third), [])
    assert len(row.spans) == 3


def test_what_other_rows_show_is_left_out() -> None:
    """Two sentences that stand side by side as shared wording need no second row; a part of them does not do."""
    columns = table(POST, COURIER)
    one, other = rows_of(columns, [])[0].spans
    assert rows_of(columns, [(other, one)]) == ()
    assert len(rows_of(columns, [(Span(0, one.start, one.start + 9), other)])) == 1


def test_the_users_word() -> None:
    """A rejected pair is gone; a linked one comes first, as the user's, whatever it is about."""
    columns = table(POST, COURIER)
    one, other = rows_of(columns, [])[0].spans
    assert rows_of(table(POST, COURIER, said=Verdicts(apart=((one, other),))), []) == ()
    link = (Span(0, *POST.at(OTHERS[0])), Span(1, *COURIER.at(OTHERS[2])))
    linked, found = rows_of(table(POST, COURIER, said=Verdicts(together=(link,))), [])
    assert (linked.by, linked.spans, linked.reasons, linked.label) == ("user", link, ("linked by hand",), OTHERS[0])
    assert found.by == "rule"
    accepted = rows_of(table(POST, COURIER, said=Verdicts(together=((one, other),))), [])
    assert [row.by for row in accepted] == ["user"]


def test_a_number_is_named_whole() -> None:
    """A row called “200 · 000” would name words that nobody wrote."""
    one = Made("The flood cost the mills of Velmark 200,000 crowns.", *OTHERS)
    (found,) = rows_of(table(one, Made("Mills near Velmark lost 200,000 crowns to the flood.")), [])
    assert "200,000" in found.label.split(" · ")
    assert "200" not in found.label.split(" · ")
