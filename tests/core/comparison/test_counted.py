"""What figures count is told from the words of the text, and figures are laid side by side only for one thing."""

import pytest

from desktop_app.core.comparison.counted import Counted, alike, counted, same_scope, same_sum, same_value
from tests.core.comparison.making import Made


def one(made: Made) -> Counted:
    (found,) = counted(made.report(0))
    return found


def mills(words: str, value: float, **facts: object) -> Counted:
    """Return a figure in a sentence of its own."""
    return one(Made(f"The flood took {words} in all.").figure(words, value, thing="mills", **facts))


def people(thing: str, group: str = "") -> Counted:
    made = Made(f"The guard killed 11 {thing} at dawn.").figure(f"11 {thing}", 11, thing=thing, action="kill")
    return one(made.name("Orla", group) if group else made)


def test_a_thing_has_a_head_and_qualities() -> None:
    """“Orla militants” are fighters of the Orla, whatever words are used."""
    found = people("Orla militants", "@orla")
    assert (found.head, found.qualities) == (people("fighters").head, {"@orla"})
    assert (found.label, found.action_words) == ("Orla militants killed", "killed")


@pytest.mark.parametrize(
    ("thing", "other", "same"),
    [
        ("Orla fighters", "militants", True),
        ("Orla fighters", "soldiers", False),
        ("foreign fighters", "Orla fighters", False),
        ("fighters of the Orla", "Orla fighters", True),
    ],
)
def test_the_same_thing(thing: str, other: str, same: bool) -> None:
    """One may be told more closely than the other, but not another way."""
    pair = people(thing, "@orla"), people(other, "@orla")
    assert alike(*pair) == alike(*reversed(pair)) == same


def test_nothing_said_is_people() -> None:
    """“11 were killed” are people, not fighters."""
    nobody = one(Made("In all 11 were killed.").figure("11", 11, action="kill"))
    assert alike(nobody, people("people"))
    assert not alike(nobody, people("fighters"))


def test_measures_are_alike_by_what_is_measured_from() -> None:
    """30 km from the Orla and 20 miles from it are for one thing; a share of the mills is not."""
    made = [
        Made("It lies 30 km from the Orla.").figure("30 km from the Orla", 30, unit="km", thing="from the Orla"),
        Made("It lies 20 miles off the Orla.").figure("20 miles", 20, unit="mile", thing="off the Orla"),
        Made("It lies 20 miles from Holm.").figure("20 miles", 20, unit="mile", thing="from Holm"),
    ]
    near, far, holm = (one(each.name("Orla", "@orla", "place").name("Holm", "@holm", "place")) for each in made)
    assert near.dimension == far.dimension == "length"
    assert alike(near, far)
    assert not alike(near, holm)
    assert near.label == "km from the Orla"


def dated(words: str, resolved: str | None, place: str = "") -> Counted:
    made = Made(f"{words} 11 mills burnt{place}.").figure("11 mills", 11, thing="mills", period=words)
    made.date(words, resolved)
    return one(made.name("Holm", "@holm", "place").name("Velmark", "@velmark", "place"))


@pytest.mark.parametrize(
    ("figure", "other", "same"),
    [
        (("On Tuesday", "2016-06-21"), ("Yesterday", "2016-06-21"), True),
        (("On Tuesday", "2016-06-21"), ("In June", "2016-06"), True),
        (("On Tuesday", "2016-06-21"), ("On Monday", "2016-06-20"), False),
        (("On Tuesday", None), ("Since Monday", None), False),
        (("In 2012", "2012"), ("There", None), False),
        (("Last week", "2016-W25"), ("On Tuesday", "2016-06-21"), True),
        (("Last week", "2016-W25"), ("On Tuesday", "2016-06-28"), False),
        (("Last week", "2016-W25"), ("In June", "2016-06"), True),
        (("On Tuesday", None, " in Holm"), ("On Tuesday", None, " in Velmark"), False),
        (("On Tuesday", None, " in Holm"), ("On Tuesday", None), True),
        (("On Tuesday", None, " in Holm"), ("On Tuesday", None, " in Holm near Velmark"), True),
    ],
)
def test_the_same_scope(figure: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    """Times are compared as dates where they are known; who names no place may mean the same one."""
    assert same_scope(dated(*figure), dated(*other)) == same


def test_a_figure_of_nothing_is_left_out() -> None:
    """A bare number is compared with nothing."""
    assert counted(Made("Then 11.").figure("11", 11).report(0)) == []


def test_a_thing_that_is_not_in_the_text() -> None:
    """Words that are not found, as in a caption outside the sentences, cost only the comparison."""
    assert one(Made("Then 11 burnt.").figure("11", 11, thing="mills")).qualities == frozenset()


def test_people_by_what_became_of_them() -> None:
    """“11 dead” are 11 people who were killed; “11 wounded” are others."""
    dead = one(Made("In all 11 dead lay there.").figure("11 dead", 11, thing="dead"))
    assert (dead.head, dead.action) == (people("people").head, people("people").action)
    assert dead.label == "dead"
    wounded = one(Made("In all 11 were wounded.").figure("11", 11, thing="wounded", action="wound"))
    assert wounded.action != dead.action
    assert wounded.label == "wounded"


def test_a_figure_said_again() -> None:
    """A headline does not say what happened; the figure below it does."""
    made = Made("Some 11 rebels, at dawn.", "The guard killed 11 rebels since May.", "All 12 rebels fled.")
    made.figure("11 rebels, at dawn", 11, thing="rebels").figure("12 rebels", 12, thing="rebels")
    made.figure("11 rebels since", 11, thing="rebels", action="kill", period="since May")
    headline, other, full = counted(made.report(0))
    assert (headline.action, headline.when, headline.sum) == (full.action, full.when, True)
    assert other.action == ""


def test_the_same_value() -> None:
    """It is that of the figures, whatever they count."""
    assert same_value(mills("11 mills", 11), people("people"))
    assert not same_value(mills("12 mills", 12), people("people"))


def test_a_table_of_figures() -> None:
    """A report with very many figures is compared so far as is bearable."""
    made = Made(" ".join(f"The guard killed {number} rebels." for number in range(1000, 1600)))
    for number in range(1000, 1600):
        made.figure(f"{number} rebels", number, thing="rebels", action="kill")
    assert len(counted(made.report(0))) == 500


@pytest.mark.parametrize(
    ("words", "facts", "label"),
    [
        ("up to five years in prison", {"unit": "year", "thing": "prison"}, "years in prison"),
        ("about 50 minutes", {"unit": "minute", "thing": "whole hearing"}, "whole hearing · minutes"),
        ("$750,000 for the locks", {"unit": "USD", "thing": "locks"}, "locks"),
        ("7 million crowns", {"unit": "SEK", "action": "pay"}, "pay"),
        ("7 million crowns", {"unit": "SEK"}, "7 million crowns"),
        ("56 per cent of the vote", {"unit": "%", "thing": "vote"}, "per cent of the vote"),
    ],
)
def test_a_label_has_the_words_of_the_text(words: str, facts: dict[str, str], label: str) -> None:
    """A row is not called by our names for units: “year prison” and “USD locks” stand in no report."""
    assert one(Made(f"They pay {words} in all.").figure(words, 5, **facts)).label == label


def fund(thing: str, value: float = 750_000, unit: str = "USD", **facts: object) -> Counted:
    words = f"{value:,.0f} {thing}"
    return one(Made(f"They had {words} left.").figure(words, value, unit=unit, thing=thing, **facts))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (fund("harbour money"), True),
        (fund("harbour money", action="spend"), True),
        (fund("museum money"), False),
        (fund("harbour money", 740_000), False),
        (fund("harbour money", unit="EUR"), False),
        (fund("harbour money", unit="hour"), False),
    ],
)
def test_the_same_sum(other: Counted, same: bool) -> None:
    """A sum is known by its digits and a word of what it is for; one report may say what was done with it."""
    assert same_sum(fund("harbour cash", action="spend"), other) == same
    assert not same_sum(fund("harbour cash", action="raise"), fund("harbour cash", action="spend"))


def test_arabic_cases_are_one_word() -> None:
    """“12 شخصا” and “أشخاص” are people both, though an ending differs."""
    one_case = one(Made("قتل 12 شخصا في فلمارك.").figure("12 شخصا", 12, thing="شخصا", action="kill"))
    other = one(Made("قتل 9 أشخاص في فلمارك.").figure("9 أشخاص", 9, thing="أشخاص", action="kill"))
    assert alike(one_case, other)
    assert one_case.head == people("people").head
