"""Figures for one thing stand in one row; differing ones are told apart by their scope, and never called wrong."""

from collections.abc import Sequence

from desktop_app.core.comparison.counted import counted
from desktop_app.core.comparison.figure_rows import figure_rows
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.comparison.said import Verdicts
from desktop_app.core.comparison.table import Table
from tests.core.comparison.making import Made, shown, table


def rows_of(columns: Table, excluded: Sequence[Span] = ()) -> tuple[Row, ...]:
    return figure_rows(columns, [figure for report in columns.reports for figure in counted(report)], excluded)


def killed(number: int, when: str = "", who: str = "rebels", qualifier: str | None = None) -> Made:
    words = f"{qualifier} {number}" if qualifier else str(number)
    made = Made(f"The guard killed {words} {who}{' ' + when if when else ''}.")
    facts = {"thing": who, "action": "kill", "period": when or None, "qualifier": qualifier}
    return made.figure(words, number, **facts)


def test_the_same_figure() -> None:
    """Two say 100, one says nothing."""
    columns = table(killed(100), Made("Rain fell."), killed(100, who="militants"))
    (row,) = rows_of(columns)
    assert shown([row], columns) == [("same", [["100"], [], ["100"]])]
    assert row.label == "rebels killed"
    assert row.reasons == ("counted: “rebels”, “militants”", "what happened: “killed”")


def test_a_third_report_that_differs_stands_in_the_row() -> None:
    """The difference is what the reader looks for."""
    columns = table(killed(100), killed(100), killed(120))
    assert shown(rows_of(columns), columns) == [("differs", [["100"], ["100"], ["120"]])]


def test_another_period_is_no_difference() -> None:
    """700 since April beside 100 is another scope; what agrees keeps its own row."""
    since = killed(100).figure("killed", 700, thing="rebels", action="kill", period="since April")
    columns = table(since, killed(100), killed(30, "since Monday"))
    assert shown(rows_of(columns), columns) == [
        ("other-scope", [["killed"], [], ["30"]]),
        ("same", [["100"], ["100"], []]),
    ]


def test_only_one_report() -> None:
    """A figure nobody else has is only here, even beside figures for other things."""
    columns = table(killed(100), killed(100, who="soldiers"))
    assert [mark for mark, _ in shown(rows_of(columns), columns)] == ["only-here", "only-here"]
    assert rows_of(columns)[0].reasons == ()


def test_a_figure_repeated_in_one_report_is_in_one_cell() -> None:
    """The lead says it, and a later sentence says it again."""
    twice = Made("The guard killed 100 rebels.", "The 100 rebels died.")
    twice.figure("100", 100, thing="rebels", action="kill").figure(
        "100 rebels died", 100, thing="rebels", action="kill"
    )
    columns = table(twice, killed(100))
    assert shown(rows_of(columns), columns) == [("same", [["100", "100 rebels died"], ["100"]])]


def test_the_user_says_no() -> None:
    """A rejected pair comes into no row together, an excluded figure into none at all."""
    columns = table(killed(100), killed(100))
    one, other = rows_of(columns)[0].spans
    rejecting = table(killed(100), killed(100), said=Verdicts(apart=((other, one),)))
    assert [row.mark for row in rows_of(rejecting)] == ["only-here", "only-here"]
    assert [row.spans for row in rows_of(columns, [one])] == [(other,)]


def test_the_user_says_yes() -> None:
    """An accepted pair is a row of the user's, whatever is counted."""
    made = killed(100), killed(120, who="soldiers")
    spans = [row.spans[0] for row in rows_of(table(*made))]
    accepting = table(*made, said=Verdicts(together=((spans[0], spans[1]),)))
    (row,) = rows_of(accepting)
    assert (row.by, row.mark, row.spans) == ("user", "differs", (spans[0], spans[1]))


def test_a_vague_figure_does_not_spoil_what_agrees() -> None:
    """“Dozens” is not 100, but it does not make two reports that say 100 differ."""
    dozens = Made("The guard killed dozens of rebels.")
    dozens.figure("dozens of", 24, high=99, thing="rebels", action="kill")
    columns = table(killed(100), killed(100), dozens)
    assert [mark for mark, _ in shown(rows_of(columns), columns)] == ["same", "only-here"]


def test_no_figures() -> None:
    """Reports without figures have no rows."""
    assert rows_of(table(Made(""), Made("Rain."))) == ()
    assert rows_of(table(Made(""), killed(1)), [Span(1, 0, 99)]) == ()


def test_a_report_that_counts_several_times() -> None:
    """18 on one day and 9 on another stand beside the 30 of the other report, but neither differs from it."""
    twice = Made("The guard killed 18 rebels.", "Later the guard killed 9 rebels.")
    twice.figure("18", 18, thing="rebels", action="kill").figure("9", 9, thing="rebels", action="kill")
    columns = table(twice, killed(30))
    assert shown(rows_of(columns), columns) == [("other-scope", [["18", "9"], ["30"]])]


def test_several_distances() -> None:
    """What is measured several times is what it is: two places, and the third report may mean either."""
    near = Made("It lies 60 km from Holm, the mill 50 km.")
    near.figure("60 km", 60, unit="km", thing="from Holm").figure("50 km", 50, unit="km", thing="from Holm")
    far = Made("It lies 30 km from Holm.").figure("30 km", 30, unit="km", thing="from Holm")
    columns = table(near, far)
    assert shown(rows_of(columns), columns) == [("differs", [["60 km", "50 km"], ["30 km"]])]


def counting(words: str, number: float, thing: str, unit: str | None = None, action: str | None = None) -> Made:
    return Made(f"Then {words} were seen.").figure(words, number, thing=thing, unit=unit, action=action)


def test_too_little_is_said_to_differ() -> None:
    """Some troops here and others there are no difference; the same number of them is the same figure."""
    pair = counting("2,000 troops", 2000, "troops"), counting("300 active troops", 300, "active troops")
    assert [row.mark for row in rows_of(table(*pair))] == ["only-here", "only-here"]
    pair = counting("300 troops", 300, "troops"), counting("300 active troops", 300, "active troops")
    assert [row.mark for row in rows_of(table(*pair))] == ["same"]
    pair = counting("90 active troops", 90, "active troops"), counting("300 active troops", 300, "active troops")
    assert [row.mark for row in rows_of(table(*pair))] == ["differs"]


def test_durations_and_shares_of_nothing() -> None:
    """Eight years of returns and 33 of others, or two rates of nobody knows what, are no rows."""
    pair = counting("8 years of mills", 8, "mills", "year"), counting("33 years of mills", 33, "mills", "year")
    assert [row.mark for row in rows_of(table(*pair))] == ["only-here", "only-here"]
    pair = counting("8 per cent", 8, "", "%", "see"), counting("33 per cent", 33, "", "%", "see")
    assert [row.mark for row in rows_of(table(*pair))] == ["only-here", "only-here"]
    pair = (
        counting("8 per cent of mills", 8, "of mills", "%"),
        counting("33 per cent of mills", 33, "of mills", "%"),
    )
    assert [row.mark for row in rows_of(table(*pair))] == ["differs"]


def test_a_sum_of_money_is_known_by_its_digits() -> None:
    """One says that it was spent, the other does not: still one row, unless the user says that it is not."""
    spent = Made("She spent $750,000 of harbour cash.").figure(
        "$750,000 of harbour cash", 750_000, unit="USD", thing="harbour cash", action="spend"
    )
    case = Made("It is about $750,000 of harbour money and $90 in coins.")
    case.figure("$750,000 of harbour money", 750_000, unit="USD", thing="harbour money")
    case.figure("$90 in coins", 90, unit="USD", thing="coins")
    columns = table(spent, case)
    rows = rows_of(columns)
    assert shown(rows, columns) == [
        ("same", [["$750,000 of harbour cash"], ["$750,000 of harbour money"]]),
        ("only-here", [[], ["$90 in coins"]]),
    ]
    one, other = rows[0].spans
    apart = table(spent, case, said=Verdicts(apart=((one, other),)))
    assert [mark for mark, _ in shown(rows_of(apart), apart)] == ["only-here"] * 3


def test_another_number_in_the_same_sentence_differs() -> None:
    """A sentence printed again with another number is of one matter, though nothing tells what happened."""

    def left(number: int, rest: str = "went to the market hall by boat") -> Made:
        return Made(f"Some {number} people {rest}.").figure(f"Some {number} people", number, thing="people")

    columns = table(left(1200), left(1400))
    assert shown(rows_of(columns), columns) == [("differs", [["Some 1200 people"], ["Some 1400 people"]])]
    for rest in ("went to the museum by boat", "ran"):
        columns = table(left(1200, "went to the market hall by boat" if "boat" in rest else rest), left(1400, rest))
        assert [mark for mark, _ in shown(rows_of(columns), columns)] == ["only-here", "only-here"]
